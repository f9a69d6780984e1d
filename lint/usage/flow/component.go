package flow

import (
	"github.com/beianlint/beianlint/lint/usage/ifdef"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// componentScript returns the scripts of a single-file component at their own
// offsets: everything else is blank.
func componentScript(src []byte) ([]byte, string) {
	out := blank(src)
	lang := "js"
	for b := range markup.Blocks(src) {
		if b.Kind != markup.Script {
			continue
		}
		copy(out[b.Start:b.End], src[b.Start:b.End])
		if b.Lang == "ts" || b.Lang == "tsx" || b.Lang == "typescript" {
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

// blank returns spaces and the line ends of src.
func blank(src []byte) []byte {
	out := make([]byte, len(src))
	fill(out, src, 0, len(src))
	return out
}

// fill writes spaces over a range, but keeps line ends.
func fill(out, src []byte, start, end int) {
	for i := start; i < end; i++ {
		out[i] = ' '
		if c := src[i]; c == '\n' || c == '\r' {
			out[i] = c
		}
	}
}

// active returns a source without what conditional compilation leaves out for
// every platform of the project, at equal length.
func (p *Program) active(src []byte) []byte {
	if len(p.words) == 0 {
		return src
	}
	out, filled := src, 0
	for _, d := range ifdef.Branches(src) {
		if d.End <= filled || d.Active(p.words...) {
			continue
		}
		filled = d.End
		if &out[0] == &src[0] {
			out = append([]byte(nil), src...)
		}
		fill(out, src, d.Start, d.End)
	}
	return out
}
