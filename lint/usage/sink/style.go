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
	variables := styleVariables{src: src}
	for u := range style.URLs(src, lang) {
		if k.in.sources.Stopped() {
			return
		}
		ep, ok := endpoint.ParseURL(string(src[u.Start:u.End]))
		if !ok || u.At == style.AtString && !variables.isUsed(u.Start) {
			continue
		}
		start, end := u.Start, u.End
		if u.Quoted {
			start, end = start-1, end+1
		}
		k.record.add(Use{Endpoint: ep, Category: platform.Media, API: "url()", Certainty: Call, Span: source.Span{File: f, Start: base + start, End: base + end}})
	}
}

// styleVariables are the variables of a scss or less style.
type styleVariables struct {
	src   []byte
	named map[string]int // how often each stands in the style; nil until one is asked for
}

// isUsed reports whether the string at an offset is the value of a variable that the
// style uses.
func (v *styleVariables) isUsed(at int) bool {
	line := v.src[bytes.LastIndexByte(v.src[:at], '\n')+1 : at]
	m := model.StyleVariable.Regexp().FindSubmatch(line)
	if m == nil {
		return false
	}
	if v.named == nil {
		v.named = map[string]int{}
		for _, name := range model.StyleName.Regexp().FindAll(v.src, -1) {
			v.named[string(name)]++
		}
	}
	return v.named[string(m[1])] > 1
}
