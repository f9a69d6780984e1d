package eval

import (
	"context"
	"slices"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// TestObservers: the observer of a property runs where markup gives the property, or a
// setter may. Each row is the markup of a page, what else the page and the component are.
func TestObservers(t *testing.T) {
	const plain = `<x-c v="b"/>`
	for _, r := range []struct {
		runs                    bool
		markup, page, component string
	}{
		{false, plain, "", ""},
		{false, plain, "", "m() { this.setData({ v: 1, w: 2 }) }"},
		{false, plain, "f() { this.setData({ u: 1 }) }", ""},
		{false, plain, "f(x) { this.setData(x) }", ""},
		{false, plain, "f(x) { const that = this; that.setData(x); that.setData({ ['u.' + x]: 1 }) }", ""},
		{false, plain, "", "m(x) { this.setData({ ['l[' + x + '].u']: 1 }) }"},
		{false, plain, "", "m(x) { const d = { v: x }; d.w = x; this.setData(d) }"},
		{false, plain, "", "m(x) { x = { v: x }; this.setData(x) }"},
		{false, plain, "", "m() { g(this); function g(c) { c.setData({ v: 1 }) } }"},
		{false, plain, "", "m() { wx.createSelectorQuery().in(this).select('.u').boundingClientRect().exec() }"},
		{true, `<x-c u="b"/>`, "", ""},
		{true, `<x-c u/>`, "", ""},
		{true, `<x-c U="{{u}}"/>`, "", ""},
		{true, plain + `<x-c model:u="{{u}}"/>`, "", ""},
		{true, `<x-c v-bind="{{u}}"/>`, "", ""},
		{true, `<x-c u-p="{{u}}"/>`, "", ""},
		{true, plain + `<x-d u="b"/>`, "", ""},
		{true, plain + `<text u="b"/>`, "", ""},
		{true, `<view/>`, "", ""},
		{true, plain, "f() { this.selectComponent('x-c').setData({ u: 1 }) }", ""},
		{true, plain, "f() { y.setData({ 'u.a': 1 }) }", ""},
		{true, plain, "f(x) { y.setData(x) }", ""},
		{true, plain, "f() { const { setData } = this.selectComponent('x-c'); setData({ u: 1 }) }", ""},
		{true, plain, "f() { const s = this.selectComponent('x-c'); g(s.setData) }", ""},
		{true, plain, "f() { this.selectComponent('x-c')['setData']({ u: 1 }) }", ""},
		{true, plain, "", "m() { this.setData({ u: 1 }) }"},
		{true, plain, "", "m() { this.setData({ 'u[0]': 1 }) }"},
		{true, plain, "", "m(x) { this.setData({ [x]: 1 }) }"},
		{true, plain, "", "m(x) { this.setData({ ['u' + x]: 1 }) }"},
		{true, plain, "", "m(x) { this.setData({ ...x }) }"},
		{true, plain, "", "m(x) { this.setData(x) }"},
		{true, plain, "", "m(x) { const d = {}; d.u = x; this.setData(d) }"},
		{true, plain, "", "m(x) { const d = {}; d[x] = x; this.setData(d) }"},
		{true, plain, "", "m(x) { if (x.a) x = { v: x }; this.setData(x) }"},
		{true, plain, "", "m() { this.setData.call(this, { u: 1 }) }"},
		{true, plain, "", "m() { g(this); function g(c) { c.setData({ u: 1 }) } }"},
		{true, plain, "", "m() { y(this, { fields: ['u'] }) }"},
		{true, plain, "", "m() { y({ target: this }) }"},
		{true, plain, "", "m() { require('mobx-miniprogram-bindings').createStoreBindings(this, {}) }"},
		{true, plain, "", "}, behaviors: [y], methods2: {"},
		{true, plain, "", "}, ...y, methods2: {"},
	} {
		t.Run(r.markup+r.page+r.component, func(t *testing.T) {
			if runs := observes(r.markup, r.page, r.component); runs != r.runs {
				t.Errorf("%t", runs)
			}
		})
	}
}

// observes reports whether the observer of a component's property u is live.
func observes(markup, page, component string) bool {
	return sees(markup, page, "properties: { u: { type: String, observer(n) { seen(); this.setData({ u: n }) } }, v: String }, methods: { "+component+" }")
}

// sees reports whether a live script calls seen, of a page with the component x-c.
func sees(markup, page, component string) bool {
	return slices.ContainsFunc(ofComponent(markup, page, component), func(m *resolve.Module) bool { return len(m.CallsOf("seen")) > 0 })
}

// ofComponent are the live scripts of a page with the component x-c.
func ofComponent(markup, page, component string) []*resolve.Module {
	sources := resolve.Open(context.Background(), usagetest.Project([]byte("-- app.json --\n{\"pages\": [\"a\"]}\n-- a.json --\n{\"usingComponents\": {\"x-c\": \"./c\", \"x-e\": \"./e\"}}\n-- a.wxml --\n"+
		markup+"\n-- a.js --\nPage({ "+page+" })\n-- c.json --\n{\"component\": true}\n-- c.js --\nComponent({ "+component+" })\n")), nil)
	live := resolve.Reach(sources)
	Define(context.Background(), sources).Link(live)
	return live.Modules
}

// TestGivenProperties: a condition on a property of a component is decided where all
// elements give it constants, and no script sets it. Each row is the markup of a page, the
// component's property u, what reads it in a method, and what else the component has.
func TestGivenProperties(t *testing.T) {
	const text, flag, equal = "u: String", "u: Boolean", "if (this.data.u === 'b') seen()"
	for _, r := range []struct {
		runs                            bool
		markup, declared, method, other string
	}{
		{false, `<x-c u="a"/>`, text, equal, ""},
		{false, `<x-c u="{{'a'}}"/><x-c u="c"/>`, text, equal, ""},
		{false, `<x-c/>`, text, equal, ""},
		{false, `<x-c/><x-c u="a"/>`, "u: { type: String, value: 'c' }", equal, ""},
		{false, `<x-c u="a"/>`, text, "if (this.properties.u === 'b') seen()", ""},
		{false, `<x-c u="a"/>`, text, "const { u } = this.data; if (u === 'b') seen()", ""},
		{false, `<x-c u="a"/>`, text, "const u = this.data.u; if (u === 'b') seen()", ""},
		{false, `<x-c u="a"/>`, text, "const that = this; f(() => { if (that.data.u === 'b') seen() })", ""},
		{false, `<x-c u="a"/>`, text, "switch (this.data.u) { case 'b': seen() }", ""},
		{false, `<x-c u="{{false}}"/>`, flag, "if (this.data.u) seen()", ""},
		{false, `<x-c/>`, flag, "if (this.data.u) seen()", ""},
		{false, `<x-c u="{{2}}"/>`, "u: Number", "if (this.data.u > 3) seen()", ""},
		{false, `<x-c u="a"/>`, text, "", "methods: { m() { " + equal + " } }"},
		{false, `<x-c u="a"/>`, text, "", "lifetimes: { attached() { y(() => { " + equal + " }) } }"},
		{true, `<x-c u="b"/>`, text, "", "methods: { m() { " + equal + " } }"},
		{false, `<x-c u="a"/>`, text, equal, "data: { w: 1 }, m() { this.setData({ w: 2 }); const d = { ...this.data } }"},
		{true, `<x-c u="b"/>`, text, equal, ""},
		{true, `<x-c u="a"/><x-c u="b"/>`, text, equal, ""},
		{true, `<x-c u="a"/><x-c/>`, "u: { type: String, value: 'b' }", equal, ""},
		{true, `<x-c u="{{a}}"/>`, text, equal, ""},
		{true, `<x-c u="a{{b}}"/>`, text, equal, ""},
		{true, `<x-c u/>`, flag, "if (this.data.u) seen()", ""},
		{true, `<x-c u=""/>`, flag, "if (this.data.u) seen()", ""},
		{true, `<x-c u="false"/>`, flag, "if (this.data.u) seen()", ""},
		{true, `<x-c u="2"/>`, "u: Number", "if (this.data.u > 1) seen()", ""},
		{true, `<x-c model:u="{{a}}"/>`, text, equal, ""},
		{true, `<x-c u="a" model:u="{{a}}"/>`, text, equal, ""},
		{true, `<x-c u="a"/><x-d u="b"/>`, text, equal, ""},
		{true, `<view/>`, text, equal, ""},
		{true, `<x-c u="a"/>` + imports, "u: { type: String, value: 'b' }", equal, ""},
		{true, `<x-c u="a"/>` + generic, "u: { type: String, value: 'b' }", equal, ""},
		{true, `<x-c u="a"/>`, "u: null", equal, ""},
		{true, `<x-c u="a"/>`, "u: { type: String, optionalTypes: [y], ...y }", equal, ""},
		{true, `<x-c u="a"/>`, text, equal, "data: { u: 'b' }"},
		{true, `<x-c u="a"/>`, text, equal, "m() { this.setData({ u: 'b' }) }"},
		{true, `<x-c u="a"/>`, text, equal, "m() { this.data.u = 'b' }"},
		{true, `<x-c u="a"/>`, text, equal, "m(k) { this.properties[k] = 'b' }"},
		{true, `<x-c u="a"/>`, text, equal, "m(k) { const d = this.data; d.u = 'b' }"},
		{true, `<x-c u="a"/>`, text, equal, "m(k) { y(this.data) }"},
		{true, `<x-c u="a"/>`, text, equal, "m(k) { y.z = this.data }"},
		{true, `<x-c u="a"/>`, text, equal, "m(k) { y(this) }"},
		{true, `<x-c u="a"/>`, text, equal, "m(k) { g(this); function g(c) { c.data.u = 'b' } }"},
		{true, `<x-c u="a"/>`, text, equal, "m(k) { ({ u: this.data.u } = k) }"},
		{true, `<x-c u="a"/>`, text, equal, "behaviors: [y]"},
		{true, `<x-c u="a"/>`, text, equal, "lifetimes: { created() { this.f() } }"},
		{true, `<x-c u="a"/>`, text, "if (this.u === 'b') seen()", ""},
		{true, `<x-c u="a"/>`, text, "if (y.data.u === 'b') seen()", ""},
		{true, `<x-c u="a"/>`, text, "y(function () { if (this.data.u === 'b') seen() })", ""},
	} {
		t.Run(r.markup+r.declared+r.method+r.other, func(t *testing.T) {
			runs := sees(r.markup, "", "properties: { "+r.declared+" }, f() { "+r.method+" }, "+r.other)
			if runs != r.runs {
				t.Errorf("%t", runs)
			}
		})
	}
	if !sees(`<x-c u="a"/>`, "f() { this.selectComponent('x-c').data.u = 'b' }", "properties: { u: String }, f() { "+equal+" }") {
		t.Error("set by a page")
	}
}

// Others that have the component: markup that is imported, and one that leaves a tag open.
const (
	imports = "<import src=\"t.wxml\"/>\n-- t.wxml --\n<template name=\"t\"><x-c/></template>"
	generic = "<x-e generic:i=\"x-c\"/>\n-- e.js --\nComponent({})\n-- e.json --\n{\"component\": true, \"componentGenerics\": {\"i\": true}}\n-- e.wxml --\n<i/>"
)

// TestReplacedDefaults: what a component declares for a property is dead where every
// element gives another text.
func TestReplacedDefaults(t *testing.T) {
	for _, r := range []struct {
		reads                   bool
		markup, declared, other string
	}{
		{false, `<x-c u="a"/>`, "", ""},
		{false, `<x-c u="a"/><x-c u="{{b}}/c"/>`, "", ""},
		{false, `<x-c u="{{'a'}}"/>`, "", ""},
		{false, `<x-c u="a"/>`, "observer(n) {}", ""},
		{false, `<x-c u="a"/><x-d/>`, "", ""},
		{true, `<x-c u="a"/><x-c/>`, "", ""},
		{true, `<x-c u="a"/><x-c u=""/>`, "", ""},
		{true, `<x-c u="a"/><x-c u/>`, "", ""},
		{true, `<x-c u="{{a}}"/>`, "", ""},
		{true, `<x-c v="a"/>`, "", ""},
		{true, `<x-c u="a"/>` + imports, "", ""},
		{true, `<x-c u="a"/>` + generic, "", ""},
		{true, `<view/>`, "", ""},
		{true, `<x-c u="a"/>`, "observer(n, o) {}", ""},
		{true, `<x-c u="a"/>`, "", "lifetimes: { created() {} },"},
		{true, `<x-c u="a"/>`, "", "behaviors: [y],"},
	} {
		t.Run(r.markup+r.declared+r.other, func(t *testing.T) {
			reads := false
			for _, m := range ofComponent(r.markup, "", "properties: { u: { type: String, value: 'default', "+r.declared+" } }, "+r.other) {
				ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) { reads = reads || x.Kind == ast.String && x.Text == "default" })
			}
			if reads != r.reads {
				t.Errorf("%t", reads)
			}
		})
	}
}
