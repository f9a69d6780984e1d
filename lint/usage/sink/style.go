package sink

import (
	"bytes"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/style"
)

// style notes the URLs of a style sheet as media.
func (k *markups) style(f *source.File, src []byte, base int, lang string) {
	for u := range style.URLs(src, lang) {
		ep, ok := endpoint.ParseURL(string(src[u.Start:u.End]))
		if !ok || u.At == style.AtString && !usedVariable(src, u.Start) {
			continue
		}
		start, end := u.Start, u.End
		if u.Quoted {
			start, end = start-1, end+1
		}
		k.record.add(Use{Endpoint: ep, Category: platform.Media, API: "url()", Certainty: Call, Span: source.Span{File: f, Start: base + start, End: base + end}})
	}
}

// usedVariable reports whether a string is the value of a scss or less variable
// that the style uses.
func usedVariable(src []byte, at int) bool {
	line := src[bytes.LastIndexByte(src[:at], '\n')+1 : at]
	m := model.StyleVariable.Regexp().FindSubmatch(line)
	return m != nil && bytes.Count(src, m[1]) > 1
}
