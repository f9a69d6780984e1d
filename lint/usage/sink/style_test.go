package sink

import (
	"context"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// TestStyleAddresses: a call of a member or of a function whose name ends so is no style.
func TestStyleAddresses(t *testing.T) {
	for src, want := range map[string]int{
		"": 0, "ur(": 0, "a: url(b)": 1, "url(b)": 1, "a:url(b), url(c)": 2, "`${a}url(b)`": 1, `'a\nurl(b)'`: 1, `'\u0020url(b)'`: 1, "-url(a)": 1, "a%3A%20url(b)": 1,
		"a.url(b)": 0, "parseurl(a)": 0, "$url(a)": 0, "a.url(url(b))": 1, "_url(a) + 'url('": 1,
	} {
		if got := styleAddresses([]byte(src)); got != want {
			t.Errorf("%s: %d, want %d", src, got, want)
		}
	}
}

// TestHaveStyles: a text may be a style where it can take one from a script, data, or what a
// component is given.
func TestHaveStyles(t *testing.T) {
	const app = `-- app.json --
{"pages": ["a"]}
-- a.json --
{"usingComponents": {"c": "c"}}
-- c.js --
Component({})
`
	for files, want := range map[string]bool{
		"-- a.js --\nPage({})\n-- a.wxml --\n<view>{{b}}</view>\n-- a.wxss --\nview { background: url(b) }":    false,
		"-- a.js --\nPage({a: 'url('})\n-- a.wxml --\n<view>{{b}}</view>":                                      true,
		"-- a.js --\nPage({a: b.url(c)})\n-- a.wxml --\n<view>{{b.url(c)}}</view>":                             false,
		"-- a.js --\nPage({})\n-- a.wxml --\n<view style='background: url({{b}})'/>":                           false,
		"-- a.js --\nPage({})\n-- a.wxml --\n<view data-style='background: url({{b}})'/>":                      true,
		"-- a.js --\nPage({})\n-- a.wxml --\n<c style='background: url({{b}})'/>":                              true,
		"-- a.js --\nPage({})\n-- a.wxml --\n<view style='{{b}}'>url(</view>":                                  true,
		"-- a.vue --\n<script>export default {}</script>\n<style>a { background: url(b) }</style>":             false,
		"-- a.vue --\n<script>export default {a: 'url('}</script>\n<style>a { background: url(b) }</style>":    true,
		"-- a.vue --\n<template><a :style='{b: `url(${c})`}'/></template>\n<script>export default {}</script>": false,
	} {
		sources := resolve.Open(context.Background(), usagetest.Project([]byte(app+files)), nil)
		defined := eval.Define(context.Background(), sources)
		live := resolve.Reach(sources)
		in := &inputs{sources.Names().Project, sources.Names(), sources, live, defined.Link(live)}
		if got := in.haveStyles(); got != want {
			t.Errorf("%s: %t, want %t", files, got, want)
		}
	}
}
