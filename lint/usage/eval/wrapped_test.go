package eval

import (
	"strings"
	"testing"
)

// TestWrapped has a line for what "this" is in functions that calls are given whose results
// become members.
func TestWrapped(t *testing.T) {
	const wrap = "const wrap = f => function () { return f.apply(this, arguments) }; var result; "
	nested := func(n int) string {
		return "import wrap from 'wrap'; const o = { a: 'b', get: " + strings.Repeat("wrap(", n) + "function () { result = this.a }" + strings.Repeat(")", n) + " }; o.get(); var result"
	}
	runTable(t, []row{
		{"import wrap from 'wrap'; const o = { a: 'b', get: wrap(function () { result = this.a }, 300) }; o.get(); var result", "b"},
		{"import { debounce } from 'lodash'; Page({ data: { a: 'b' }, get: debounce(function () { result = this.data.a }) }); var result", "b"},
		{wrap + "const o = { a: 'b', get: wrap(function () { result = this.a }) }; o.get()", "b"},
		{wrap + "class A { a = 'b'; get = wrap(function () { result = this.a }) } new A().get()", "b"},
		{wrap + "function A() { this.a = 'b' } A.prototype.get = wrap(function () { result = this.a }); new A().get()", "b"},
		{wrap + "Page({ onLoad() { this.a = 'b'; this.get = wrap(function () { result = this.a }).bind(this); this.get() } })", "b"},
		{wrap + "export default { data: () => ({ a: 'b' }), methods: { get: wrap(function () { result = this.a }) } }", "b"},
		{wrap + "const o = { a: 'b', get: wrap(() => { result = this.a }) }; o.get()", ""},
		{wrap + "const o = { a: 'b' }, get = wrap(function () { result = this.a }); get()", ""},
		{"var result; const o = { a: 'b', list: [1].map(function () { result = this.a }) }", ""},
		{nested(maxWraps), "b"},
		{nested(maxWraps + 1), ""},
	})
}
