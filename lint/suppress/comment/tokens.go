package comment

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/dotenv"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/style"
)

// stretch is a range of a source, half open.
type stretch struct{ start, end int }

// reader finds the comments of a source: with the tokenizers, so that no string
// is ever taken for one.
type reader struct {
	src   []byte
	found []stretch
}

// comments returns the comments of a file with their marks, in order.
func comments(name string, src []byte) []stretch {
	r := reader{src: src}
	base := strings.ToLower(path.Base(name))
	switch ext := strings.TrimPrefix(path.Ext(base), "."); {
	case base == ".env" || strings.HasPrefix(base, ".env."):
		dotenv.Comments(src, r.from(0))
	case slices.Contains(scripts, ext) || isOf(ext, platform.ScriptExtensions()):
		r.script(stretch{0, len(src)}, ext)
	case slices.Contains(styles, ext) || isOf(ext, platform.StyleExtensions()):
		style.Comments(src, ext, r.from(0))
	case isOf(ext, platform.MarkupExtensions()):
		r.markup(stretch{0, len(src)})
	case slices.Contains(components, ext):
		r.component()
	}
	slices.SortStableFunc(r.found, func(a, b stretch) int { return a.start - b.start })
	return r.found
}

// The kinds of sources by their extensions. JSON with comments is a script.
var (
	scripts    = []string{"js", "mjs", "cjs", "ts", "uts", "tsx", "jsx", "json"}
	styles     = []string{"css", "less", "scss", "sass", "styl"}
	components = []string{"vue", "nvue", "uvue", "mpx", "wpy"}
)

func isOf(ext string, list []string) bool { return slices.Contains(list, "."+ext) }

// from takes what is found in a part that begins at an offset.
func (r *reader) from(offset int) func(start, end int) {
	return func(start, end int) {
		r.found = append(r.found, stretch{offset + start, offset + end})
	}
}

// script finds the comments of a script: they stand where no token is.
func (r *reader) script(in stretch, lang string) {
	src := r.src[in.start:in.end]
	jsx := lang != "ts" && lang != "typescript" && lang != "json"
	at := 0
	tokens := lexer.Tokens(src, jsx, nil)
	for _, t := range tokens {
		r.between(in.start+at, in.start+int(t.Start))
		at = int(t.End)
	}
	if lexer.AreAll(tokens) { // else a "//" there may stand in a string
		r.between(in.start+at, in.end)
	}
}

// between finds the comments in what is only white space besides.
func (r *reader) between(at, end int) {
	for at < end {
		n := commentLen(r.src[at:end])
		if n == 0 {
			at++
			continue
		}
		r.found = append(r.found, stretch{at, at + n})
		at += n
	}
}

// commentLen returns the length of the comment that b starts with, or 0.
func commentLen(b []byte) int {
	switch {
	case bytes.HasPrefix(b, []byte("//")), bytes.HasPrefix(b, []byte("<!--")), bytes.HasPrefix(b, []byte("-->")), bytes.HasPrefix(b, []byte("#!")):
		return lexer.LineEnd(b, 0)
	case bytes.HasPrefix(b, []byte("/*")):
		if i := bytes.Index(b[2:], []byte("*/")); i >= 0 {
			return 2 + i + 2
		}
		return len(b)
	}
	return 0
}

// markup finds the comments of markup and of the scripts in it.
func (r *reader) markup(in stretch) {
	src := r.src[in.start:in.end]
	markup.Comments(src, r.from(in.start))
	for start, end := range markup.InlineScripts(src) {
		r.script(stretch{in.start + start, in.start + end}, "js")
	}
}

// component finds the comments of a single-file component: in its blocks and
// between them.
func (r *reader) component() {
	at := 0
	for b := range markup.Blocks(r.src) {
		markup.Comments(r.src[at:b.Start], r.from(at))
		at = b.End
		r.block(&b)
	}
	markup.Comments(r.src[at:], r.from(at))
}

// block finds the comments in the content of a block.
func (r *reader) block(b *markup.Block) {
	switch content := (stretch{b.Start, b.End}); {
	case b.Kind == markup.Template && markup.IsPug(b.Lang):
		markup.PugComments(r.src[b.Start:b.End], r.from(b.Start))
	case b.Kind == markup.Template:
		r.markup(content)
	case b.Kind == markup.Script:
		r.script(content, b.Lang)
	case b.Kind == markup.Config:
		r.script(content, "json")
	case b.Kind == markup.Style:
		style.Comments(r.src[b.Start:b.End], b.Lang, r.from(b.Start))
	}
}
