package eval

import "testing"

// TestCollections evaluates what sets, maps, lists and iterators give back.
func TestCollections(t *testing.T) {
	runTable(t, []row{
		// generators and timers
		{"let result; setTimeout(x => { result = x }, 1, 'a')", "a"},
		{"let result; setTimeout(x => { result = x })", ""},
		{"let result; setImmediate((x, y) => { result = y }, 'a', 'b')", "b"},
		{"function* f() { yield 'a'; yield* ['b', x ? 'c' : 'd'] } let result; for (const y of f()) result = y", "a b c d"},
		{"function* f() { const a = yield 'b'; return a } const result = f()", "b"},
		{"const yield = 'a'; const result = yield", "a"},

		// the names that a loop goes through
		{"let result; for (const k in { a: 'b', c: 'd' }) result = k", "a c"},
		{"let result; for (result in { a: 'b' }) f()", "a"},
		{"let result; for (const k in { a: 'b', ...x }) result = k", "a …"},
		{"const o = { a: 'b' }, p = { a: 'c', d: 'e' }; let result; for (const k in o) result = p[k]", "c e"},
		{"let result; for (const k in ['b']) result = k", ""},
		{"const o = { a: 'b' }; let s = ''; for (const k in o) s += k + '=' + o[k] + '&'; const result = s", " a=b&"},

		// sets and maps
		{"const s = new Set(['a']); s.add('b'); let result; for (const x of s) result = x", "a b"},
		{"const s = new Set(['a']); let result; s.forEach(x => { result = x })", "a"},
		{"const result = [...new Set(['a'])][0]", "a"},
		{"const result = new Set(['a']).b", ""},
		{"const s = new Set(), other = new Set(); other.add('a'); let result; for (const x of s) result = x", ""},
		{"const m = new Map(); m.set('a', 'b'); const result = m.get(x)", "b"},
		{"const m = new Map([['a', 'b']]); let result; m.forEach(x => { result = x })", "b"},
		{"const m = new Map([['a', 'b']]); let result; m.forEach((x, k) => { result = k })", "a"},
		{"const m = new Map([[1, 'b']]); let result; for (const [k, x] of m) result = x", "b"},
		{"const m = new Map([['a', 'b']]); let result; for (const [k, x] of m.entries()) result = k", "a"},
		{"const result = [...new Map([['a', 'b']]).values()][0]", "b"},
		{"const result = [...new Map([['a', 'b']]).keys()][0]", "a"},
		{"const o = { add(x) {} }; o.add('a'); let result; for (const x of o) result = x", ""},

		// lists
		{"const result = Array.from(new Set(['a']))[0]", "a"},
		{"const result = Array.from(['a'], x => x + 'b')[0]", "ab"},
		{"let result; Array.from(['a'], x => { result = x })", "a"},
		{"const result = Array.of('a', 'b')[1]", "b"},
		{"const result = Object.fromEntries([['a', 'b']]).a", "b"},
		{"const result = new Array(3).fill('a')[2]", "a"},
		{"const result = [['a'], 'b', [['c']]].flat(2)[0]", "a b c"},
		{"const result = ['a'].findLast(Boolean)", "a"},
		{"let result; for (const [i, x] of ['a'].entries()) result = x", "a"},
		{"const result = ['b', 'a'].reduceRight((x, y) => x + y, 'c')", "ca… cb… c… … …"},
		{"let result; ['a', 'b'].reduce((x, y) => { result = x; return 'c' + y }, 'd')", "ca… cb… d d… … …"},
		{"let result; [x => 'b' + x, x => { result = x }].reduce((x, f) => f(x), 'a')", "a a… ba…"},
		{"const result = ['a', 'b'].toReversed()[0]", "a b"},
		{"function f() { const list = Array.prototype.slice.call(arguments, 1); return list[0] } const result = f('a', 'b')", "b"},
		{"function f() { return [].slice.call(arguments)[0] } const result = f('a')", "a"},
		{"function f(g) { return function () { const list = arguments; return g.apply(this, list) } } const result = f(x => x)('a')", "a"},
		{"const result = other.slice.call('ab', 1)", ""},

		// what a function makes in several calls
		{"const f = a => ({ a }); const list = [f('b'), f('c')]; const result = list[x].a", "b c"},
		{"const f = a => ({ a }); const result = (x ? f('b') : f('c')).a", "b c"},
		{"const result = ['b', 'c'].map(a => ({ a }))[x].a", "b c"},
		{"const f = a => () => a; const result = { b: f('b'), c: f('c') }[x]()", "b c"},
		{"const f = a => ({ a }); const b = f('b'), c = f('c'); const result = b.a", "b"},

		// functions and addresses
		{"let result; function f(x, y) { result = x } f.bind(null, 'a')('b')", "a"},
		{"const result = new URL('/a', 'https://b.example.com/c')", "https://b.example.com/…"},
		{"const result = new URL('https://a.example.com', 'https://b.example.com')", "https://a.example.com"},
		{"const result = new URL(x, 'https://b.example.com?c')", "https://b.example.com/…"},
		{"const result = 'a'.padEnd(9, 'b')", "…"},
	})
}
