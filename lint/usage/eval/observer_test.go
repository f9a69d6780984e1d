package eval

import (
	"context"
	"testing"

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
	sources := resolve.Open(context.Background(), usagetest.Project([]byte("-- app.json --\n{\"pages\": [\"a\"]}\n-- a.json --\n{\"usingComponents\": {\"x-c\": \"./c\"}}\n-- a.wxml --\n"+
		markup+"\n-- a.js --\nPage({ "+page+" })\n-- c.json --\n{\"component\": true}\n-- c.js --\n"+
		"Component({ properties: { u: { type: String, observer(n) { seen(); this.setData({ u: n }) } }, v: String }, methods: { "+component+" } })\n")), nil)
	live := resolve.Reach(sources)
	Define(context.Background(), sources).Link(live)
	for _, m := range live.Modules {
		if len(m.CallsOf("seen")) > 0 {
			return true
		}
	}
	return false
}
