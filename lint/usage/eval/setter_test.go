package eval

import "testing"

// TestSetters: an assignment calls the setter of what it is made to, with what is assigned; what is
// read under the name is what the getter gives.
func TestSetters(t *testing.T) {
	runTable(t, []row{
		{"var result; class A { set u(v) { result = v } } new A().u = 'b'", "b"},
		{"var result; class A { set u(v) { result = v } } new A().w = 'b'", ""},
		{"var result; class A { set u(v) { result = v } } class B extends A {} new B().u = 'b'", "b"},
		{"var result; class A { set u(v) { result = v } } class B { set u(v) {} } new B().u = 'b'", ""},
		{"var result; class A { static set u(v) { result = v } } A.u = 'b'", "b"},
		{"var result; class A { set u(v) { result = v } m() { this.u = 'b' } } new A().m()", "b"},
		{"var result; const a = { set u(v) { result = v } }; a.u = 'b'", "b"},
		{"var result; const a = { set u(v) { result = v } }; a.u = 'b'; a.u = 'c'", "b c"},
		{"var result; const a = { set: v => { result = v } }; a.u = 'b'", ""},
		{"var result; const a = { set(v) { result = v } }; a.set('b')", "b"},
		{"var result; const a = { get u() { return 'b' }, set u(v) {} }; result = a.u", "b"},
		{"var result; const a = { _u: 'x', set u(v) { this._u = v } }; a.u = 'b'; result = a._u", "b x"},
		{"var result; class A { get u() { return this.w } set u(v) { this.w = v } } const a = new A(); a.u = 'b'; a.u += 'c'; result = a.u", "b bc"},
		{"var result; const a = {}; Object.defineProperty(a, 'u', { set(v) { result = v } }); a.u = 'b'", "b"},
		{"var result; function A() {} Object.defineProperties(A.prototype, { u: { set: function (v) { result = v } } }); new A().u = 'b'", "b"},
		{"var result; export default { computed: { u: { get() {}, set(v) { result = v } } }, methods: { m() { this.u = 'b' } } }", "b"},
		{"var result; export default { computed: { u: { get() {}, set(v) { result = v } } }, methods: { m() { this.w = 'b' } } }", ""},
		{"var result; const m = { computed: { u: { get() {}, set(v) { result = v } } } }; export default { mixins: [m], methods: { m() { this.u = 'b' } } }", "b"},
	})
}
