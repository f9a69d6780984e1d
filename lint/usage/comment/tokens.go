package comment

import (
	"bytes"
	"path"
	"sort"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/script"
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
		r.add(0, markup.DotenvComments(src))
	case scripts[ext]:
		r.script(stretch{0, len(src)}, ext)
	case styles[ext]:
		r.add(0, markup.StyleComments(src, ext))
	case ext == "wxml" || ext == "axml":
		r.markup(stretch{0, len(src)})
	case components[ext]:
		r.component()
	}
	sort.Slice(r.found, func(i, j int) bool { return r.found[i].start < r.found[j].start })
	return r.found
}

// The kinds of sources by their extensions. JSON with comments is a script.
var (
	scripts = map[string]bool{
		"js": true, "mjs": true, "cjs": true, "ts": true, "tsx": true, "jsx": true, "wxs": true, "sjs": true, "json": true,
	}
	styles     = map[string]bool{"wxss": true, "acss": true, "css": true, "less": true, "scss": true, "sass": true, "styl": true}
	components = map[string]bool{"vue": true, "nvue": true, "mpx": true, "wpy": true}
)

// add takes over ranges that count from an offset.
func (r *reader) add(offset int, ranges func(func(start, end int) bool)) {
	ranges(func(start, end int) bool {
		r.found = append(r.found, stretch{offset + start, offset + end})
		return true
	})
}

// script finds the comments of a script: they stand where no token is.
func (r *reader) script(in stretch, lang string) {
	src := r.src[in.start:in.end]
	jsx := lang != "ts" && lang != "typescript" && lang != "json"
	at := 0
	for _, t := range script.Tokens(src, jsx) {
		r.between(in.start+at, in.start+int(t.Start))
		at = int(t.End)
	}
	r.between(in.start+at, in.end)
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
	case bytes.HasPrefix(b, []byte("//")), bytes.HasPrefix(b, []byte("<!--")), bytes.HasPrefix(b, []byte("#!")):
		if i := bytes.IndexAny(b, "\r\n"); i >= 0 {
			return i
		}
		return len(b)
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
	r.add(in.start, markup.Comments(src))
	for start, end := range markup.InlineScripts(src) {
		r.script(stretch{in.start + start, in.start + end}, "wxs")
	}
}

// component finds the comments of a single-file component: in its blocks and
// between them.
func (r *reader) component() {
	at := 0
	for b := range markup.Blocks(r.src) {
		r.add(at, markup.Comments(r.src[at:b.Start]))
		at = b.End
		switch content := (stretch{b.Start, b.End}); b.Kind {
		case markup.Template:
			if b.Lang != "pug" {
				r.markup(content)
			}
		case markup.Script:
			r.script(content, b.Lang)
		case markup.Config:
			r.script(content, "json")
		case markup.Style:
			r.add(content.start, markup.StyleComments(r.src[content.start:content.end], b.Lang))
		}
	}
	r.add(at, markup.Comments(r.src[at:]))
}
