package eval

import (
	"fmt"
	"strings"
	"testing"
)

// TestAdded has a line for what reads all properties of an object that gets some later.
func TestAdded(t *testing.T) {
	many := func(n int) string {
		var src strings.Builder
		src.WriteString("const o = {}; ")
		for i := range n {
			fmt.Fprintf(&src, "o.a%d = 'b'; ", i)
		}
		return src.String() + "const result = o[x]"
	}
	runTable(t, []row{
		{"const o = { a: 'b' }; o.c = 'd'; const result = o[x]", "b d"},
		{"const o = { a: 'b' }; o.c = 'd'; let result; for (const k in o) result = o[k]", "b d"},
		{"const o = { a: 'b' }; o.c = 'd'; const result = Object.values(o)[x]", "b d"},
		{"const o = { a: 'b' }; o.c = 'd'; const result = Object.keys(o).join('&')", "a&c"},
		{"const o = {}; o.a = 'b'; const result = { ...o }[x]", "b"},
		{"const o = { a: 'b' }, p = {}; p.c = 'd'; const result = o[x]", "b"},
		{"const o = { a: 'b' }; o.c = 'd'; const result = o.a", "b"},
		{"const o = { a: 'b' }; if (1 > 2) o.c = 'd'; const result = o[x]", "b d"},
		{"const o = { a: 'b' }; if (false) o.c = 'd'; const result = o[x]", "b"},
		{"const o = {}; o.a = 'b'; o.c = () => {}; const result = Object.keys(o).join('&')", "a"},
		{"const o = new Object(); o.a = 'b'; const result = o.a", "b"},
		{"const o = new Object(); o.a = 'b'; const result = o[x]", "b"},
		{"const o = Object.create(null); o.a = 'b'; const result = o.a", "b"},
		{"const o = Object.create(null), p = Object.create(null); o.a = 'b'; p.c = 'd'; const result = p.a", ""},
		{"const o = Object.create(null); o[x] = 'b'; const result = o.a", ""},
		{"const o = Object.create({ a: 'b' }); o.c = 'd'; const result = o.a + o.c", "bd"},
		{"const above = { a: 'b' }, o = Object.create(above, { c: { value: 'd' } }); const result = o.c", "d"},
		{"function A() {} function B() {} B.prototype = Object.create(A.prototype, { a: { value: 'b' } }); const result = new B().a", "b"},
		{"const o = {}; Object.defineProperties(o, { a: { value: 'b' }, c: { get() { return 'd' } } }); const result = o.a + o.c", "bd"},
		{"const o = {}; Reflect.set(o, 'a', 'b'); const result = o.a", "b"},
		{"const o = {}; store.set(o, 'a', 'b'); const result = o.a", ""},
		{"const o = { a: 'b' }; Object.assign(o, { c: 'd' }); const result = o[x]", "b d"},
		{"const result = new Array('a', 'b')[1]", "b"},
		{many(maxAdded), strings.Repeat("b ", maxAdded-1) + "b"},
		{many(maxAdded + 1), ""},
	})
}
