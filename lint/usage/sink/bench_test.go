package sink

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkComponents evaluates a library of components that are all made by one
// function, so that "this" can be any of them.
func BenchmarkComponents(b *testing.B) {
	var src strings.Builder
	src.WriteString("-- app.json --\n{\"pages\": [\"c0\"]}\n-- base.js --\n")
	src.WriteString(`export default function base(options) {
  options.methods = { ...shared, ...options.methods }
  options.data = Object.assign({}, options.data)
  Component(options)
}
const shared = { send(path) { wx.request({ url: 'https://api.example.com' + path }) } }
`)
	for i := range 100 {
		fmt.Fprintf(&src, "-- c%d.js --\nimport base from './base'\nimport './c%d'\nbase({\n  properties: { title: String },\n  data: { shown: false },\n  methods: {\n", i, i+1)
		for j := range 20 {
			fmt.Fprintf(&src, "    m%d_%d() { this.setData({ shown: true }); this.m%d_%d(); this.triggerEvent('change') },\n", i, j, i, (j+1)%20)
		}
		src.WriteString("  },\n})\n")
	}
	collectAll(b, src.String())
}

// BenchmarkText evaluates a converter of Markdown, which hands text from
// function to function.
func BenchmarkText(b *testing.B) {
	var src strings.Builder
	src.WriteString("-- app.json --\n{}\n-- app.js --\nconst steps = {}\nfunction run(name) { return steps[name] }\n")
	for i := range 40 {
		fmt.Fprintf(&src, "steps.s%d = function (text, options) {\n  text = run('s%d')(text, options)\n  text = text.replace(/a%d/g, '<a href=\"' + text + '\">')\n  text += '~%d'\n  return text + 'x%d'\n}\n", i, (i*7+1)%40, i, i, i)
	}
	src.WriteString("wx.request({ url: 'https://api.example.com' + steps.s0('/a', {}) })\n")
	collectAll(b, src.String())
}

// BenchmarkMinified follows addresses through minified code, whose functions give the
// same few names to all that they have.
func BenchmarkMinified(b *testing.B) {
	var src strings.Builder
	src.WriteString("-- app.json --\n{}\n-- app.js --\nwx.request({ url: 'https://api.example.com' })\n")
	for i := range 200 {
		fmt.Fprintf(&src, "!function (t) { var e = 'https://h%d.example.com/a'; t.e = e; e = t.t + e; t.t = e; return t.e === t }({ t: {} })\n", i)
	}
	collectAll(b, src.String())
}

func collectAll(b *testing.B, src string) {
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if found := collect(src); len(found.Uses) != 1 {
			b.Fatalf("want one use, got %v", found.Uses)
		}
	}
}
