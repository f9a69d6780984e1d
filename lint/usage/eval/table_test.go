package eval

import (
	"context"
	"sort"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// TestExpressions evaluates the name result of a script of one line. Texts are
// sorted; an unknown rest shows as "…", and "" is one that is not known at all.
func TestExpressions(t *testing.T) {
	runTable(t, []row{
		// literals and operators
		{"const result = 'a'", "a"},
		{"const result = \"a\\x62\"", "ab"},
		{"const result = `a`", "a"},
		{"const result = 7", "7"},
		{"const result = -7", ""},
		{"const result = null", "null"},
		{"const result = undefined", "undefined"},
		{"const result = true", "true"},
		{"const result = 'a' + null", "a…"},
		{"const result = 'a' + 1", "a1"},
		{"const result = 1 + 'a'", "1a"},
		{"const result = 'https://a.example.com/' + x + '/c'", "https://a.example.com/"},
		{"const result = 'https://' + x + '/c'", "https://…"},
		{"const result = `${x}a`", "…"},
		{"const result = a.b.c", ""},
		{"const result = ('a', 'b')", "b"},
		{"const result = x && 'a'", "a"},
		{"const result = 'a' && 'b'", "a b"},
		{"const result = x ?? 'a'", "a"},
		{"const result = !x", ""},
		{"const result = x === 'a'", ""},
		{"let a; const result = a = 'b'", "b"},
		{"const result = /a/", ""},
		{"const result = (x ? 'a' : 'b') + (y ? 'c' : 'd')", "ac ad bc bd"},
		{"async function f() { return 'a' } const result = await f()", "a"},
		{"const result = <string>'a'", "a"},

		// functions of packages, by the names that they are exported by
		{"import { ref as r } from 'vue'; const result = r('a').value", "a"},
		{"import * as v from 'vue'; const result = v.ref('a').value", "a"},
		{"import * as v from 'vue'; const result = (0, v.computed)(() => 'a').value", "a"},

		// names
		{"var result = 'a'; { var result = 'b' }", "a b"},
		{"const a = 'b'; { const a = 'c' } const result = a", "b"},
		{"result = 'a'", "a"},
		{"const [, result] = ['a', 'b']", "a b"},
		{"const [a, ...b] = ['a', 'b']; const result = b", ""},
		{"const { a: { b: result } } = { a: { b: 'c' } }", "c"},
		{"const { ...a } = { b: 'c' }; const result = a.b", "c"},
		{"let a, result; ({ a: result } = { a: 'b' })", "b"},
		{"for (const a of ['b', 'c']) { var result = a }", "b c"},
		{"let result = 'a'; result = result.replace(/&/g, '+')", "a"},
		{"let result = 'http://a'; result = result.replace('http', 'ws')", "http://a ws://a"},
		{"let result = '//a.b'; result = result.replace('.b', '.c')", "//a.b //a.c"},
		{"let result = 'a&b'; result = result.replace(/&/g, '+')", "a&b"},
		{"let result = 'a.b'; result = result.replace('.b', 'c')", "a.b ac"},
		{"let result = 'a&b'; result = result.toLowerCase()", "a&b"},

		{"let a = 'x', b = 'y'; [a, b] = [b, a]; const result = a", "x y"},
		{"let a, b, c; [a, [b, c]] = ['d', ['e', 'f']]; const result = c", "f"},
		{"var result; function f() { let a = 'b.c'; a = a.replace('b.c', 'd'); g(a) } function g(x) { result = x } f()", "b.c d"},

		// arrays
		{"const result = ['a', 'b'][0]", "a"},
		{"const result = ['a'][5]", "a"},
		{"const result = ['a', ...['b']][x]", "a b"},
		{"const t = { a: 'x', b: 'y' }; function f(k) { return t[k] } const result = f('a')", "x"},
		{"var result; const t = { a: 'x', b: 'y' }; function f(k) { result = t[k] } f('a')", "x"},
		{"var result; const t = { a: 'x', b: 'y' }; function f(k) { result = t[k] } f('a'); f(z)", "x y"},
		{"var result; const t = { a: 'x', b: 'y', c: 'z' }; function f(k) { result = t[k || 'b'] } f('a'); f()", "x y"},
		{"var result; const t = { a: 'x', b: 'y', c: 'z' }; function f(k) { result = t[k || 'b'] } f('a')", "x"},
		{"var result; const t = { a: 'x', b: 'y' }; function f(k) { result = t[k && 'b'] } f('a')", "x y"},
		{"var result; const t = { a: 'x', b: 'y' }; function f(k) { result = t[k] } f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a'); f('a');", "x"},
		{"var result; const t = { '/1': 'x', b: 'y' }; function f(k) { result = t[k] } f('/0'); f('/1'); f('/2'); f('/3'); f('/4'); f('/5'); f('/6'); f('/7'); f('/8'); f('/9'); f('/10'); f('/11'); f('/12'); f('/13'); f('/14'); f('/15'); f('/16'); f('/17'); f('/18'); f('/19');", "x y"},
		{"const a = []; a.push('b'); const result = a[0]", "b"},
		{"const a = []; a.unshift('b'); const result = a[x]", "b"},
		{"const a = []; a[0] = 'b'; const result = a[0]", "b"},
		{"const result = ['a', 'b'].find(x => x)", "a b"},
		{"const result = ['a', 'b'].shift()", "a b"},
		{"const result = ['a', 'b'].pop()", "a b"},
		{"const result = ['a', 'b'].at(0)", "a b"},
		{"const result = ['a', 'b'].filter(Boolean)[0]", "a b"},
		{"const result = ['a', 'b'].reverse()[0]", "b"},
		{"const result = ['a'].sort()[0]", "a"},
		{"const result = ['a'].splice(0)[0]", "a"},
		{"const result = ['a'].slice(0)[0]", "a"},
		{"const result = ['a', 'b'].map(x => x + 'c')[y]", "ac bc"},
		{"const result = ['a', 'b'].flatMap(x => x + 'c')[0]", "ac bc"},
		{"const result = x.map(x => 'c')", ""},
		{"const result = ['a', 'b'].join('')", "ab"},
		{"const result = ['a', 'b'].join()", "a,b"},
		{"const result = ['a', x].join('/')", "a/…"},
		{"const result = [].join('/')", ""},
		{"const result = a.join('/')", ""},
		{"const result = Object.values({ a: 'b', c: 'd' })[0]", "b"},
		{"const result = Object.entries({ a: 'b' })[0][1]", "b"},

		// objects
		{"const result = { a: 'b' }['a']", "b"},
		{"const result = { a: 'b', a: 'c' }.a", "c"},
		{"const result = { ...x, a: 'b' }.a", "b"},
		{"const result = { a: 'b', ...{ a: 'c' } }.a", "b c"},
		{"const result = { ['a' + x]: 'b' }.ac", "b"},
		{"const result = { ['a']: 'b' }.c", ""},
		{"const k = 'a'; const result = { a: 'b', c: 'd' }[k]", "b d"},
		{"const f = k => ({ a: 'b', c: 'd' })[k]; const result = f('a')", "b"},
		{"const result = { a: 'b' }?.a", "b"},
		{"const result = Object.freeze({ a: 'b' }).a", "b"},
		{"const result = Object.seal({ a: 'b' }).a", "b"},
		{"const result = Object.create({ a: 'b' }).a", "b"},
		{"const result = Object.assign({ a: 'b' }, { a: 'c' }).a", "c"},
		{"const o = {}; Object.assign(o, { a: 'b' }); const result = o.a", "b"},
		{"const o = {}; const s = { a: 'b' }; Object.assign(o, s); const result = o.a", "b"},
		{"const o = {}; o.a = {}; o.a.b = 'c'; const result = o.a.b", "c"},
		{"const o = {}; o[x] = 'b'; const result = o[y]", "b"},
		{"const o = { set a(v) {}, b: 'c' }; const result = o.b", "c"},
		{"const result = merge({ a: 'b' }, { c: 'd' }).a", "b"},
		{"const result = deepClone({ a: 'b' }).a", "b"},
		{"const result = other({ a: 'b' }).a", ""},

		// texts
		{"const result = 'a'.trim()", "a"},
		{"const result = 'a'.trimEnd()", "a"},
		{"const result = 'a'.toString()", "a"},
		{"const result = 'a'.valueOf()", "a"},
		{"const result = 'a'.toLowerCase()", "a"},
		{"const result = 'a'.normalize()", "a"},
		{"const result = 'a'.concat('b')", "ab"},
		{"const result = x.concat('b')", ""},
		{"const result = 'abc'.slice(1)", "bc"},
		{"const result = 'abc'.substring(1)", "bc"},
		{"const result = 'abc'.substr(1)", "bc"},
		{"const result = 'abc'.split('b')[1]", "c"},
		{"const result = 'a-b'.replace('-', '+')", "a+b"},
		{"const result = 'a-b'.replaceAll('-', '+')", "a+b"},
		{"const result = 'ab'.replace(/B/i, 'c')", "ac"},
		{"const result = 'ab'.replace(/b/, '$&')", "ab"},
		{"const result = 'ab'.replace(/(?:b)/, 'c')", "ac"},
		{"const result = 'ab'.replace('b', x)", "a…"},
		{"const result = 'ab'.replace('b')", "ab"},
		{"const result = 'ab'.replace(x, 'c')", "…"},
		{"const result = 'a'.unknown()", ""},
		{"const result = String('a')", "a"},
		{"const result = encodeURI('a')", "a"},
		{"const result = decodeURI('a')", "a"},
		{"const result = decodeURIComponent('a')", "a"},
		{"const result = escape('a')", "a"},
		{"const result = unescape('a')", "a"},
		{"const escape = x => 'b'; const result = escape('a')", "b"},
		{"const result = new URL('a')", "a"},
		{"const result = new URL()", ""},

		// functions
		{"const f = function () { return 'a' }; const result = f()", "a"},
		{"const result = f(); function f() { if (x) return 'a'; return 'b' }", "a b"},
		{"function f(a, b) { return b } const result = f('a', 'b')", "b"},
		{"function f(...a) { return a[1] } const result = f('a', 'b')", "b"},
		{"function f(a, b) { return b } const result = f(...['a', 'b'])", "b"},
		{"function f(a, b = 'c') { return b } const result = f('a')", "c"},
		{"function f(a = 'b') { return a } const result = f('c')", "c"},
		{"function f({ a = 'b' } = {}) { return a } const result = f()", "b"},
		{"var result; function f(a) { result = a } f('b'); f('c')", "b c"},
		{"var result; function f(a) { result = a } f.call(null, 'b')", "b"},
		{"const f = (a => 'b' + a).bind(null); const result = f('c')", "bc"},
		{"var result; ['a'].some(x => { result = x })", "a"},
		{"var result; ['a'].every(x => { result = x })", "a"},
		{"var result; Promise.resolve('a').then(x => { result = x })", "a"},
		{"const result = Promise.resolve('a')", "a"},
		{"const result = await new Promise(resolve => resolve('a'))", "a"},
		{"const result = await new Promise((r, reject) => reject('a'))", ""},
		{"const result = new Map([['a', 'b']]).get(x)", "a b"},
		{"const result = new Map().get(x)", ""},
		{"const f = x => 'a' + x; const b = f('b'); const result = b + f('c')", "abac"},
		{"const f = a => b => a + b; const result = f('c')('d')", "cd"},

		// classes and this
		{"class A { static b = 'c' } const result = A.b", "c"},
		{"class A { static b() { return 'c' } } const result = A.b()", "c"},
		{"class A { b = 'c' } const result = A.b", ""},
		{"class A { get b() { return 'c' } } const result = new A().b", "c"},
		{"class A { b() { return 'c' } } class D extends A {} const result = new D().b()", "c"},
		{"class A { b() { return this.c() } } class D extends A { c() { return 'd' } } const result = new D().b()", "d"},
		{"class A { constructor(b) { this.b = b } } const result = new A('c').b", "c"},
		{"class A { constructor(b) { this.b = b } } class D extends A { constructor() { super('c') } } const result = new D().b", "c"},
		{"class A {} A.prototype.b = function () { return 'c' }; const result = new A().b()", "c"},
		{"class A { b() { this.c = 'd' } } const result = new A().c; new A().b()", "d"},
		{"function A() {} A.prototype = { b() { return this.c }, d() { this.c = 'e' } }; const result = new A().b(); new A().d()", "e"},
		{"function A() {} make(A, [{ key: 'b', value: function () { return 'c' } }]); const result = new A().b()", "c"},
		{"const o = { a: 'b', c: () => 'd', e() { return this.c() } }; const result = o.e()", "d"},

		{"var T = {}; T.X = function (a) { this.b = a }; T.X.prototype.c = function () { return this.b }; const result = new T.X('d').c()", "d"},
		{"var T = {}; T.X = function (a) { this.b = a }; T.X.prototype = { c: function () { return this.b } }; const result = new T.X('d').c()", "d"},
		{"var T = {}, A; A = T.X = function (a) { this.b = a }; T.X.prototype.c = function () { return this.b }; const result = new A('d').c()", "d"},
		{"var result; const o = { a: 'b', c() { wx.login({ success: () => { result = this.a } }) } }; o.c()", "b"},
		{"var result; const o = { a: 'b', c() { wx.login({ success() { result = this.a } }) } }; o.c()", ""},

		// frameworks and the platform
		{"const a = ref('b'); const result = a.value", "b"},
		{"const a = reactive({ b: 'c' }); const result = a.b", "c"},
		{"const result = shallowRef('a')", "a"},
		{"const result = toRefs({ a: 'b' }).a", "b"},
		{"const result = unref('a')", "a"},
		{"const result = toRaw('a')", "a"},
		{"const result = toRef('a')", "a"},
		{"const result = readonly('a')", "a"},
		{"const result = markRaw('a')", "a"},
		{"const result = computed(() => 'a')", "a"},
		{"import { ref } from 'vue'; const result = ref('a')", "a"},
		{"App({ a: 'b' }); const result = getApp().a", "b"},
		{"class A { b = 'c' } App(A); const result = getApp().b", "c"},
		{"wx.setStorageSync('a', 'b'); const result = wx.getStorageSync('a')", "b"},
		{"wx.setStorageSync('a', 'b'); const result = wx.getStorageSync('c')", ""},
		{"wx.setStorageSync('a', 'b'); const result = wx.getStorageSync()", ""},
		{"var result; Page({ data: { a: 'b' }, c() { result = this.data.a } })", "b"},
		{"var result; export default class P { a = 'b'; methods = { c() { result = this.a } } }", "b"},
		{"var result; export default class P { a = 'b'; other = { c() { result = this.a } } }", ""},
		{"const result = ['a', 'b'].reduce((x, y) => x + y, '')", "a… b… … … …"},
		{"const result = [{ k: 'x', v: 'y' }].reduce((o, e) => ({ ...o, [e.k]: e.v }), {}).x", "y"},
		{"const s = { a: () => 'b' }, t = {}; for (const k in s) t[k] = (...x) => s[k](...x); const result = t.a()", "b"},
		{"const s = { a: () => 'b' }, t = {}; for (const k in s) t[k] = function () { return s[k].apply(s, arguments) }; const result = t.a()", "b"},
		{"const s = { a: () => 'b' }, t = {}; for (const k in s) t[k] = () => s.c(); const result = t.a()", ""},
		{"CONF.a = 'b'; const result = CONF.a", "b"},
		{"CONF.a = 'b'; const result = OTHER.a", ""},
		{"function f(T) { T.a = 'b' } f(y); const result = x.a", ""},
		{"function f(T) { T.Loader = class { u() { return 'a' } } } f(y); const result = new x.Loader().u()", "a"},
		{"function f(T) { T.Loader = (function () { function L() {} L.prototype.u = function () { return 'a' }; return L })() } f(y); const result = new x.Loader().u()", "a"},
		{"function f(T) { T.Load = { u: 'a' } } f(y); const result = x.Load.u", ""},
		{"function f(T) { T.make = () => 'a' } f(y); const result = x.make()", ""},
		{"var result; Page({ d() { this.setData({ a: 'b' }) }, data: {}, c() { result = this.data.a } })", "b"},
		{"var result; Page({ d() { this.setData({ 'a.b[0].c': 'e' }) }, data: { a: { b: {} } }, c() { result = this.data.a.b.c } })", "e"},
		{"var result; Page({ d() { this.setData({ a: 'b' }) }, c() { result = this.data.a } })", "b"},
		{"var result; Page({ d() { const o = { a: 'b' }; this.setData(o) }, c() { result = this.data.a } })", "b"},
		{"var result; Page({ d() { this.setData({ ...{ a: 'b' } }) }, c() { result = this.data.a } })", "b"},
		{"var result; Page({ d() { this.other({ a: 'b' }) }, c() { result = this.data.a } })", ""},
		{"var result; export default class P { d() { this.setState({ a: 'b' }) } c() { result = this.state.a } }", "b"},
		{"var result; Component({ data: {}, properties: { a: { type: String, value: 'b' } }, methods: { c() { result = this.data.a } } })", "b"},
		{"var result; export default { data() { return { a: 'b' } }, methods: { c() { result = this.a } } }", "b"},
		{"var result; export default { computed: { a() { return 'b' } }, methods: { c() { result = this.a } } }", "b"},
		{"var result; export default { computed: { a: { get() { return 'b' } } }, methods: { c() { result = this.a } } }", "b"},
		{"var result; export default { props: { a: { default: 'b' } }, methods: { c() { result = this.a } } }", "b"},
		{"var result; const m = { data: { a: 'b' } }; export default { mixins: [m], methods: { c() { result = this.a } } }", "b"},
		{"var result; Vue.prototype.$a = 'b'; export default { methods: { c() { result = this.$a } } }", "b"},
		{"var result; app.config.globalProperties.a = 'b'; export default { methods: { c() { result = this.a } } }", "b"},
		{"var result; App({ a: 'b' }); export default { methods: { c() { result = this.$root.a } } }", "b"},
		{"import { createStore } from 'vuex'; const s = createStore({ state: { a: 'b' } }); const result = s.state.a", "b"},
		{"var result; import Vuex from 'vuex'; new Vuex.Store({ state: { a: 'b' } }); export default { methods: { c() { result = this.$store.state.a } } }", "b"},
		{"import { defineStore } from 'pinia'; const use = defineStore('x', () => ({ a: 'b' })); const result = use().a", "b"},
		{"const result = require('./missing').a", ""},
		{"exports.a = 'b'; const result = exports.a", "b"},
		{"module.exports.a = 'b'; const result = module.exports.a", "b"},
		{"const result = { h5: 'a', weapp: 'b' }[process.env.TARO_ENV]", "b"},
		{"const result = { h5: 'a', weapp: 'b' }[process.env.X.Y]", "a b"},
		{"const result = process.env.TARO_ENV === 'h5' ? 'a' : 'b'", "b"},
		{"const result = process.env.TARO_ENV !== 'h5' ? 'a' : 'b'", "a"},
		{"const result = process.env.TARO_ENV === 'weapp' ? 'a' : 'b'", "a b"},
		{"let result = 'a'; if (process.env.TARO_ENV === 'h5') { result = 'b' }", "a"},
		{"let result = 'a'; if (!(process.env.TARO_ENV === 'h5')) { result = 'b' } else { result = 'c' }", "a b"},
		{"const isH5 = process.env.TARO_ENV === 'h5'; const result = isH5 ? 'a' : 'b'", "b"},
		{"const result = process.env.TARO_ENV === 'h5' && 'a'", ""},
		{"const result = process.env.TARO_ENV === 'h5' || 'a'", "a"},
		{"const result = process.env.TARO_ENV === 'h5' && x ? 'a' : 'b'", "b"},
		{"const result = process.env.TARO_ENV === 'h5' || x ? 'a' : 'b'", "a b"},
		{"const result = process.env.TARO_ENV === 'h5' || process.env.TARO_ENV === 'rn' ? 'a' : 'b'", "b"},
		{"const result = process.env.TARO_ENV !== 'h5' && process.env.TARO_ENV !== 'rn' ? 'a' : 'b'", "a"},
		{"const env = process.env.TARO_ENV; const result = env === 'h5' ? 'a' : 'b'", "b"},
		{"let env = process.env.TARO_ENV; env = x; const result = env === 'h5' ? 'a' : 'b'", "a b"},
		{"function f() { if (process.env.TARO_ENV !== 'h5') { return 'a' } return 'b' } const result = f()", "a"},
		{"function f() { if (process.env.TARO_ENV === 'h5') { return 'a' } return 'b' } const result = f()", "b"},
		{"function f() { switch (process.env.TARO_ENV) { case 'h5': case 'rn': return 'a'; case 'tt': return 'b'; default: return 'c' } } const result = f()", "b c"},
		{"import Taro from '@tarojs/taro'; const result = Taro.getEnv() === Taro.ENV_TYPE.WEB ? 'a' : 'b'", "b"},
		{"import Taro, { ENV_TYPE } from '@tarojs/taro'; const result = Taro.getEnv() !== ENV_TYPE.WEB ? 'a' : 'b'", "a"},
		{"import { getEnv } from '@tarojs/taro'; const result = getEnv() === 'WEB' ? 'a' : 'b'", "b"},
		{"import Taro from '@tarojs/taro'; const env = Taro.getEnv(); const result = env === 'RN' ? 'a' : 'b'", "b"},
		{"import Taro from '@tarojs/taro'; const result = Taro.getEnv() === Taro.ENV_TYPE.WEAPP ? 'a' : 'b'", "a b"},
		{"import { getEnv } from './env'; const result = getEnv() === 'web' ? 'a' : 'b'", "a b"},
		{"const result = uni.getSystemInfoSync().uniPlatform === 'web' ? 'a' : 'b'", "b"},
		{"const { uniPlatform } = uni.getAppBaseInfo(); const result = uniPlatform === 'app' ? 'a' : 'b'", "b"},
		{"const result = uni.getSystemInfoSync().uniPlatform === 'mp-weixin' ? 'a' : 'b'", "a b"},
		{"const result = uni.getSystemInfoSync().platform === 'web' ? 'a' : 'b'", "a b"},
		{"const result = import.meta.env.UNI_PLATFORM === 'h5' ? 'a' : 'b'", "b"},
	})
}

// TestJoin: what is joined to a whole origin without a slash is a path.
func TestJoin(t *testing.T) {
	runTable(t, []row{
		{"const result = 'https://a.example.com' + 'b/c'", "https://a.example.com…"},
		{"const result = 'https://a.example.com' + '/b'", "https://a.example.com/b"},
		{"const result = 'https://a' + 'b.example.com'", "https://ab.example.com"},
		{"const result = 'https://a.example.com' + ':80/b'", "https://a.example.com:80/b"},
		{"const result = 'https://a.example.com' + (x ? 'https://b.example.com/c' : '/d')", "https://a.example.com/d"},
		{"const result = '<a href=\"' + 'b'", `<a href="…`},
	})
}

// TestBuilt: a fixed mode leaves the .env files of the others out.
func TestBuilt(t *testing.T) {
	const files = "-- .env --\nA=a\n-- .env.production --\nA=p\n-- .env.development.local --\nA=d\n-- .env.staging --\nA=s\n"
	for mode, want := range map[string]string{"": "a d p s", "production": "a p s", "development": "a d s"} {
		sources := resolve.Open(context.Background(), usagetest.Project([]byte(files)), map[string]string{model.ModeVariable: mode})
		var got []string
		for _, v := range Define(context.Background(), sources).e.defs.env["A"] {
			got = append(got, v.Text)
		}
		sort.Strings(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %v, want %s", mode, got, want)
		}
	}
}

// TestModules evaluates a name of app.js that stems from another file.
func TestModules(t *testing.T) {
	runTable(t, []row{
		{"import { a as result } from './b'\n-- b.js --\nexport const a = 'c'", "c"},
		{"import result from './b'\n-- b.js --\nexport default 'c'", "c"},
		{"import * as b from './b'; const result = b.a\n-- b.js --\nexport const a = 'c'", "c"},
		{"import { a as result } from './b'\n-- b.js --\nexport { c as a } from './c'\n-- c.js --\nexport const c = 'd'", "d"},
		{"import { a as result } from './b'\n-- b.js --\nexport * from './c'\n-- c.js --\nexport const a = 'd'", "d"},
		{"import { a as result } from './b'\n-- b.js --\nconst c = 'd'; export { c as a }", "d"},
		{"import { a as result } from './b'\n-- b.js --\nexport * from './b'", ""},
		{"import { a as result } from './b'\n-- b.js --\nexport * from './c'\n-- c.js --\nexport * from './b'; export const a = 'd'", "d"},
		{"import result from './b'\n-- b.js --\nexport * from './c'\n-- c.js --\nexport default 'd'", ""},
		{"import b from './b'; const result = b.a\n-- b.js --\nexports.a = 'c'", "c"},
		{"import b from './b'; const result = b.a\n-- b.js --\nmodule.exports = { a: 'c' }", "c"},
		{"const result = require('./b')\n-- b.js --\nmodule.exports = 'c'", "c"},
		{"const result = require('./b').a\n-- b.js --\nmodule.exports = { a: 'c' }", "c"},
		{"const { a: result } = require('./b')\n-- b.js --\nexports.a = 'c'", "c"},
		{"import b = require('./b'); const result = b\n-- b.ts --\nexport = 'c'", "c"},
		{"const result = require('./b')\n-- b.ts --\nexport = 'c'", "c"},
		{"const b = await import('./b'); const result = b.a\n-- b.js --\nexport const a = 'c'", "c"},
		{"const b = await require.async('./b'); const result = b.a\n-- b.js --\nexports.a = 'c'", "c"},
		{"import b from './b.json'; const result = b.a\n-- b.json --\n{\"a\": \"c\"}", "c"},
		{"import { a as result } from './b.json'\n-- b.json --\n{\"a\": \"c\"}", "c"},
		{"const result = require('./b.json').a\n-- b.json --\n{\"a\": \"c\"}", "c"},
		{"import { f } from './b'; const result = f('a')\n-- b.js --\nexport const f = x => x + 'c'", "ac"},
		{"import A from './b'; const result = new A().c\n-- b.js --\nexport default class { c = 'd' }", "d"},
		{"const result = process.env.A\n-- .env --\nA=b", "b"},
		{"const result = process.env.A\n-- .env --\nA='b'\n-- .env.production --\nA=c", "b c"},
		{"const result = import.meta.env.VITE_A\n-- .env --\nVITE_A=b", "b"},
		{"const result = import.meta.env.A\n-- .env --\nA=b", ""},
		{"const result = A\n-- config/index.js --\nexport default { defineConstants: { A: '\"b\"' } }", "b"},
		{"const result = A\n-- config/index.js --\nexport default { define: { A: JSON.stringify('b') } }", "b"},
		{"const result = process.env.A\n-- config/index.js --\nexport default { env: { A: '\"b\"' } }", "b"},
		{"const result = process.env.A\n-- config/index.js --\nexport default { define: { 'process.env.A': '\"b\"' } }", "b"},
		{"const result = A\n-- config/index.js --\nexport default { other: { A: '\"b\"' } }", ""},
		{"const result = wx.getExtConfigSync().a\n-- ext.json --\n{\"ext\": {\"a\": \"b\"}}", "b"},
		{"var result; wx.getExtConfig({ success: r => { result = r.extConfig.a } })\n-- ext.json --\n{\"ext\": {\"a\": \"b\"}}", "b"},
		{"var result; Page({ g() { this.setData({ a: 'b' }) }, f(e) { result = e.currentTarget.dataset.x } })\n-- app.wxml --\n<view data-x=\"{{a}}\"/>", "b"},
		{"var result; Page({ f(e) { result = e.currentTarget.dataset.imageUrl } })\n-- app.wxml --\n<view bindtap=\"f\" data-image-url=\"b\"/>", "b"},
		{"var result; Page({ data: { a: 'b' }, f(e) { result = e.currentTarget.dataset.x } })\n-- app.wxml --\n<view data-x=\"{{a}}c\"/>", "bc"},
		{"var result; Page({ data: { a: [{ b: 'c' }] }, f(e) { result = e.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\" data-x=\"{{item.b}}\"/>", "c"},
		{"var result; Page({ data: { a: [{ b: 'c' }] }, f(e) { result = e.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\" wx:for-item=\"i\" data-x=\"{{i.b}}\"/>", "c"},
		{"var result; Page({ data: { a: [{ b: 'c', d: true }, { b: 'e' }] }, f(v) { result = v.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\"><view wx:if=\"{{!item.d}}\" data-x=\"{{item.b}}\"/></view>", "e"},
		{"var result; Page({ data: { a: [{ b: 'c', d: true }, { b: 'e' }] }, f(v) { result = v.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\"><view wx:if=\"{{item.d}}\" data-x=\"{{item.b}}\"/></view>", "c"},
		{"var result; Page({ data: { a: [{ b: 'c', d: false }, { b: 'e' }] }, f(v) { result = v.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\"><view wx:if=\"{{item.d || item.b}}\" data-x=\"{{item.b}}\"/></view>", "c e"},
		{"var result; Page({ data: { a: [{ b: 'c', d: x }, { b: 'e' }] }, f(v) { result = v.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\"><view wx:if=\"{{!item.d}}\" data-x=\"{{item.b}}\"/></view>", "c e"},
		{"var result; Page({ data: { a: [{ b: 'c', d: true }, { b: 'e' }] }, f(v) { result = v.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\"><view wx:if=\"{{!item.d && x}}\" data-x=\"{{item.b}}\"/></view>", "e"},
		{"var result; Page({ data: { a: [{ b: 'c', d: true }, { b: 'e' }] }, g(i) { this.data.a[i].d = 0 }, f(v) { result = v.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\"><view wx:if=\"{{!item.d}}\" data-x=\"{{item.b}}\"/></view>", "c e"},
		{"var result; Page({ data: { a: [{ b: 'c', d: true }, { b: 'e' }] }, g(i) { this.setData({ [`a[${i}].d`]: 0 }) }, f(v) { result = v.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\"><view wx:if=\"{{!item.d}}\" data-x=\"{{item.b}}\"/></view>", "c e"},
		{"var result; Page({ data: { a: [{ b: 'c', d: true }, { b: 'e' }] }, f(v) { result = v.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\"><view wx:if=\"{{!other}}\" data-x=\"{{item.b}}\"/></view>", "c e"},
		{"var result; Page({ data: { a: [['b']] }, f(e) { result = e.currentTarget.dataset.x } })\n-- app.wxml --\n<view wx:for=\"{{a}}\" wx:for-item=\"i\"><view wx:for=\"{{i}}\" data-x=\"{{item}}\"/></view>", "b"},
		{"var result; Page({ f(e) { result = e.currentTarget.dataset.x } })\n-- app.wxml --\n<wxs module=\"m\" src=\"./m.wxs\"/><view data-x=\"{{m.a}}\"/>\n-- m.wxs --\nmodule.exports = { a: 'b' }", "b"},
		{"var result; Page({ f(e) { result = e.currentTarget.dataset.x } })\n-- app.wxml --\n<wxs module=\"m\">module.exports = { a: 'b' }</wxs><view data-x=\"{{m.a}}\"/>", "b"},
	})
}

type row struct{ src, want string }

func runTable(t *testing.T, rows []row) {
	for _, r := range rows {
		t.Run(r.src, func(t *testing.T) {
			if got := texts(r.src); got != r.want {
				t.Errorf("got %q, want %q", got, r.want)
			}
		})
	}
}
