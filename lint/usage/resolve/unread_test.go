package resolve

import (
	"strings"
	"testing"
)

// TestUnreadConstants: addresses that start with dead stand in constants that only code
// reads which never runs, those that start with live do not.
func TestUnreadConstants(t *testing.T) {
	for _, files := range [][]string{
		{"a.js: const a = '//dead'; function f() { x(a) }"},
		{"a.js: const a = '//live'; function f() { x(a) } f()"},
		{"a.js: const a = '//live'; x(a + '/b')"},
		{"a.js: const a = '//live'; if (a === y) x()"},
		{"a.js: const a = '//live'"}, // the account of what is left says so
		{"a.js: const a = { b: ['//dead'] }; function f() { x(a.b) }"},
		{"a.js: const a = { b: ['//live'] }; x(a.b[0])"},
		{"a.js: const a = x('//live'); function f() { x(a) }"},
		{"a.js: const a = { b: y() + '//live' }; function f() { x(a) }"},
		{"a.js: let a; a = '//dead'; function f() { x(a) }"},
		{"a.js: let a; if (y) a = '//live'; function f() { x(a) }"},
		{"a.js: const a = '//live'; const b = { a }; x(b)"},
		{"a.js: const a = '//live'; export { a }; function f() { x(a) }"},
		{"a.js: export const a = '//live'; function f() { x(a) }"},
		{"a.js: function g() { const a = '//live'; function f() { x(a) } } g()"},
		{"a.js: if (process.env.TARO_ENV === 'h5') x(a); const a = '//live'"},
		{"a.vue: <script setup>const a = '//live'; function f() { x(a) }</script>"},
	} {
		t.Run(strings.Join(files, " | "), func(t *testing.T) {
			live := Reach(open(nil, append([]string{`app.json: {"pages": ["a"]}`}, files...)...))
			for _, m := range live.Modules {
				src := m.Tree.Source
				at := strings.Index(src, "'//")
				if want := strings.HasPrefix(src[at:], "'//dead"); live.IsGone(m, int32(at)) != want {
					t.Errorf("gone is %v", !want)
				}
			}
		})
	}
}
