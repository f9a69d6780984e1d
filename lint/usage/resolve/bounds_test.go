package resolve

import (
	"fmt"
	"strings"
	"testing"
)

// TestConditionsAreBounded: a condition is followed through so many names, and names that
// stand for each other have an end.
func TestConditionsAreBounded(t *testing.T) {
	chain := func(n int, value string) string {
		src := "const n0 = " + value + "\n"
		for i := range n {
			src += fmt.Sprintf("const n%d = n%d\n", i+1, i)
		}
		return src + fmt.Sprintf("const last = n%d\n", n)
	}
	for name, c := range map[string]struct {
		src  string
		dead bool
	}{
		"truth":                {chain(maxNames-2, "process.env.TARO_ENV === 'h5'") + "if (last) { f() }", true},
		"truth, too long":      {chain(maxNames, "process.env.TARO_ENV === 'h5'") + "if (last) { f() }", false},
		"comparison":           {chain(maxNames-2, "process.env.TARO_ENV") + "if (last === 'h5') { f() }", true},
		"comparison, too long": {chain(maxNames, "process.env.TARO_ENV") + "if (last === 'h5') { f() }", false},
		"a circle":             {"const a = b, b = a\nif (a) { f() }", false},
		"a circle, compared":   {"const a = b, b = a\nif (a === 'h5') { f() }", false},
	} {
		s := open(nil, `app.json: {"pages": ["a"]}`, "a.js: "+c.src+"\nfunction f() {}")
		for _, m := range Reach(s).Modules {
			if m.Name == "app/a.js" && isStripped(m, "f") != c.dead {
				t.Errorf("%s: dead is %v", name, !c.dead)
			}
		}
	}
}

// TestCallersAreBounded: of a function with many names or many calls they are not told
// one by one.
func TestCallersAreBounded(t *testing.T) {
	names := func(n int) string {
		src := ""
		for i := range n {
			src += fmt.Sprintf("const n%[1]d = f; n%[1]d()\n", i)
		}
		return src
	}
	for name, c := range map[string]struct {
		src   string
		calls int
		all   bool
	}{
		"calls":          {strings.Repeat("f()\n", maxCallers), maxCallers, true},
		"too many calls": {strings.Repeat("f()\n", maxCallers+1), 0, false},
		"names":          {names(maxHolders / 4), maxHolders / 4, true},
		"too many names": {names(maxHolders), 0, false},
	} {
		live := Reach(open(nil, `app.json: {"pages": ["a"]}`, "a.js: function f() {}\n"+c.src))
		for _, m := range live.Modules {
			for _, fn := range m.Tree.Funcs {
				if calls, all := live.Callers(fn); fn.Name == "f" && (len(calls) != c.calls || all != c.all) {
					t.Errorf("%s: %d calls, all of them %v", name, len(calls), all)
				}
			}
		}
	}
}
