package eval

import "testing"

// TestGlobalMixins has a line for what all components are given.
func TestGlobalMixins(t *testing.T) {
	const mixed = "Vue.mixin({ methods: { open(x) { result = x } }, data: () => ({ a: 'b' }) }); var result; "
	runTable(t, []row{
		{mixed + "export default { data: {}, methods: { go() { this.open('c') } } }", "c"},
		{mixed + "export default { methods: { go() { this.open(this.a) } } }", "b"},
		{"import m from './m'; app.mixin(m); var result; export default { created() { result = this.a }, methods: {} }\n-- m.js --\nexport default { data: { a: 'b' } }", "b"},
		{"import m from './m'; app.mixin({ ...m, data: {} }); var result; export default { created() { result = this.a }, methods: {} }\n-- m.js --\nexport default { a: 'b' }", "b"},
		{"app.mixin({ data: { [x]: 'b' } }); var result; export default { created() { result = this.a }, methods: {} }", "b"},
		{"Vue.mixin({ methods: { setData(x) { result = x } } }); var result; export default { created() { this.setData('a') }, methods: {} }", ""},
		{"Vue.mixin({ methods: { setData(x) { f(x) } } }); var result; export default { created() { this.setData({ a: 'b' }); result = this.data.a }, methods: {} }", "b"},
		{"_.mixin({ a: 'b' }); var result; export default { created() { result = this.a }, methods: {} }", ""},
		{mixed + "const o = { c: 'd' }; result = o.a", ""},
		{"Vue.mixin({ data: { a: 'b' } }); var result; export default { data: { a: 'c' }, created() { result = this.a } }", "c"},
		{"Vue.mixin({ data: { a: 'b' } }, {}); var result; export default { created() { result = this.a }, methods: {} }", ""},
	})
}
