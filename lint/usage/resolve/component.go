package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/markup"
)

// typed are the languages of a component's script that have types.
var typed = map[string]bool{"ts": true, "tsx": true, "uts": true, "typescript": true}

// ComponentScript returns the scripts of a single-file component at their own
// offsets: everything else is blank.
func ComponentScript(src []byte, blocks []markup.Block) ([]byte, string) {
	return scriptOf(nil, src, blocks)
}

// scriptOf is ComponentScript in the place of what is no longer needed.
func scriptOf(old, src []byte, blocks []markup.Block) ([]byte, string) {
	out := slices.Grow(old[:0], len(src))[:len(src)]
	fill(out, src, 0, len(src))
	lang := "js"
	for _, b := range blocks {
		if b.Kind != markup.Script {
			continue
		}
		copy(out[b.Start:b.End], src[b.Start:b.End])
		if typed[b.Lang] {
			lang = "ts"
		}
		if b.Lang == "tsx" || b.Lang == "jsx" {
			lang = b.Lang
		}
		if b.End < len(out) {
			out[b.End] = ';'
		}
	}
	return out, lang
}

// outsideScript returns the file that is the whole script of a component, or "".
func outsideScript(blocks []markup.Block) (src string) {
	for i := range blocks {
		if blocks[i].Kind != markup.Script {
			continue
		}
		if src != "" || blocks[i].Src == "" {
			return ""
		}
		src = blocks[i].Src
	}
	return src
}

// ComponentMarkup returns the template of a single-file component at its own
// offsets, and its language: everything else is blank. It returns nil if there is none.
// Components of mpx have one more for each target.
func ComponentMarkup(src []byte, blocks []markup.Block) (template []byte, lang string) {
	for _, b := range blocks {
		if b.Kind != markup.Template || b.Start == b.End || template != nil && b.Lang != lang {
			continue
		}
		if template == nil {
			template, lang = Blank(src), b.Lang
		}
		copy(template[b.Start:b.End], src[b.Start:b.End])
	}
	return template, lang
}

// Blank returns spaces and the line ends of src.
func Blank(src []byte) []byte {
	out := make([]byte, len(src))
	fill(out, src, 0, len(src))
	return out
}

// fill writes spaces over a range, but keeps line ends. out may be src.
func fill(out, src []byte, start, end int) {
	for i := start; i < end; i++ {
		c := src[i]
		if c != '\n' && c != '\r' {
			c = ' '
		}
		out[i] = c
	}
}
