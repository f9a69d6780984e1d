package eval

import "testing"

// TestNamedCalls: a call is found by what its name says, or the name of what it stands for.
func TestNamedCalls(t *testing.T) {
	const imported = "import { connect as c, navigateTo as n } from 'a'; import d from 'b'; "
	for _, test := range []struct {
		src  string
		may  meaning
		want bool
	}{
		{"Page({})", makes, true},
		{"core.page({})", makes, true},
		{"wx.navigateTo({})", openPage, true},
		{"n({})", openPage, true},
		{"const go = promisify(wx.redirectTo); go({})", openPage, true},
		{"promisify(wx.redirectTo)({})", openPage, true},
		{"(0, wx.navigateTo)({})", openPage, true},
		{"router.push('/a')", openPage, true},
		{"d('a')", beLibrary, true},
		{"const e = require('e'); e('a')", beLibrary, true},
		{"bus.emit('a', b)", sendEvent, true},
		{"this.$invoke('a', 'b')", sendEvent, true},
		{"Vue.component('a', b)", register, true},
		{"new Vuex.Store({})", makeStore, true},
		{"this.$preload('a', b)", preload, true},
		{"react.createElement(A, {})", makeElement, true},
		{"f(wx.navigateTo)", makes | openPage | sendEvent | register | makeStore | preload | makeElement, false},
	} {
		p := link("-- app.js --\n" + imported + test.src)
		m, found := p.Module("app/app.js"), false
		for range p.e.facts.named.that(test.may, m) {
			found = true
		}
		if found != test.want {
			t.Errorf("%s: found %t", test.src, found)
		}
	}
}
