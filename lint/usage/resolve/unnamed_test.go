package resolve

import (
	"strings"
	"testing"
)

// TestUnnamed names the methods of pages and components and the actions of stores that nothing
// names. Names are read as in TestDeadFunctions.
func TestUnnamed(t *testing.T) {
	const (
		config = `app.json: {"pages": ["a"]}`
		view   = "a.wxml: <view bindtap='live'/>"
		page   = "a.js: Page({ live() {}, dead() {} })"
		uni    = `manifest.json: {"name": "a"}`
		routes = `pages.json: {"pages": [{"path": "a"}]}`
	)
	for _, files := range [][]string{
		{view, page},
		{view, "a.js: Page({ onLoad() { this.live2() }, live() {}, live2() {}, dead() {} })"},
		{view, "a.js: Page({ live() { const { live2 } = this; live2() }, live2() {}, dead() {} })"},
		{view, "a.js: Page({ onLive() {}, live() {}, dead() { this.dead2() }, dead2() {} })"},
		{view, "a.js: Page({ live() {}, live2() {}, dead() {} }); getCurrentPages()[0].live2()"},
		{view, "a.js: Page({ live() {}, live2() {}, dead() {} }); f('x.live2')"},
		{view, "a.js: Page({ live() {}, live2() {}, dead() {} }); f({ live2: 1 }); for (const k in { a: 'live2' }) k"},
		// names that are put together
		{view, "a.js: Page({ live() {}, liveList() {}, dead() {} }); f('live' + x); f('list')"},
		{view, "a.js: Page({ live() {}, live2() {}, dead() {} }); f(`live${x}`)"},
		{view, "a.js: Page({ live() {}, liveBig() {}, deadBig() {} }); f(x + 'Big'); f('live')"},
		{view, "a.js: Page({ live() {}, liveBigOne() {}, dead() {} }); f('live' + x + 'One'); f('big')"},
		// a name that is not written
		{view, "a.js: Page({ live() { this[x]() }, live2() {} })"},
		{view, "a.js: Page({ live() { const me = this; me[x]() }, live2() {} })"},
		{view, "a.js: Page({ live() { const f = this[x]; f() }, live2() {} })"},
		{view, "a.js: Page({ live() { this[x] = 1; this[y].z }, dead() {} })"},
		{view, "a.js: Page({ live() {}, live2() {} }); const all = getCurrentPages(), p = all[all.length - 1]; p[x]()"},
		{view, "a.js: Page({ live() {}, live2() {} }); const [p] = getCurrentPages(); p[x]()"},
		{view, "a.js: Page({ live() {}, live2() {} }); getCurrentPages().forEach(p => p[x]())"},
		{view, "a.js: Page({ live() {}, dead() {} }); const all = getCurrentPages(), p = all[all.length - 1]; f(p.route)"},
		{"a.wxml: <view bindtap='live' bindinput=\"{{x}}\"/>", "a.js: Page({ live() {}, live2() {} })"},
		{"a.wxml: <view bindtap='live' bindinput=\"{{x ? 'live2' : ''}}\"/>", "a.js: Page({ live() {}, live2() {}, dead() {} })"},
		{"a.wxml: <view bindtap='live'/>", "b.wxml: <template name='b'><view bind:tap=\"{{x}}\"/></template>", "a.js: Page({ live() {}, live2() {} })"},
		// markup
		{"a.wxml: <view/>", "a.js: Page({ live() {} })"},
		{"a.wxml: <view bindtap='live'/><!-- <view bindtap='dead'/> -->", page},
		{view, "b.wxml: <view bindtap='live2'/>", "a.js: Page({ live() {}, live2() {}, dead() {} })"},
		{"a.wxml: <view bindtap='live'/><wxs module='m'>function f(o) { o.callMethod('live2') }</wxs>", "a.js: Page({ live() {}, live2() {}, dead() {} })"},
		{"a.wxml: <view bindtap='live'/><view bindtap='live取'/>", "a.js: Page({ live() {}, live取() {}, dead() {} })"},
		// options that others have a part in
		{view, "a.js: Page({ ...o, live() {}, live2() {} })"},
		{view, "a.js: Page(wrap({ live() {}, live2() {} }))"},
		{view, "a.js: import b from 'b'; Component({ behaviors: [b], methods: { live() {}, live2() {} } })"},
		{view, "a.js: import b from './b'; Component({ behaviors: [b], methods: { live() {}, dead() {} } })", "b.js: export default Behavior({})"},
		{view, "a.js: Component({ behaviors: ['wx://form-field'], methods: { live() {}, dead() {} } })"},
		{view, "a.js: f({ methods: { live() {}, dead() {} } })"},
		{view, page, "b.js: f({ methods: { live2() {} } })", "app.js: require('./b')"},
		// components of Vue
		{uni, routes, "a.vue: <template><view @tap='live'/></template><script>export default { created() { this.live2() }, methods: { live() {}, live2() {}, dead() {} } }</script>"},
		{uni, routes, "a.vue: <template><view/></template><script>export default { watch: { x: 'live5' }, methods: { live() {}, live5() {}, dead() {} } }</script>"},
		{uni, routes, "a.vue: <template><view/></template><script>import b from './b'; export default { mixins: [b], methods: { live() {} } }</script>", "b.js: export default { methods: { live2() { this[x]() } }, onLoad() { this.live2() } }"},
		{uni, routes, "a.vue: <template><view/></template><script>import b from 'b'; export default { mixins: [b], methods: { live() {} } }</script>"},
		{uni, routes, "main.js: import b from 'b'; Vue.mixin(b)", "a.vue: <template><view/></template><script>export default { methods: { live() {} } }</script>"},
		{uni, routes, "a.vue: <template><view/></template><script module='m' lang='renderjs'>export default { f() { this.$ownerInstance.callMethod('live5') } }</script><script>export default { methods: { live() {}, live5() {}, dead() {} } }</script>"},
		{uni, routes, "a.vue: <template><view/></template><script>const o = { live5() {} }, f = () => 1; export default { methods: { live() {}, live5: o.live5, live6: wrap(function live7() {}), dead() {} } }</script>"},
		// stores
		{uni, routes, "main.js: import './s'", "s.js: new Vuex.Store({ state: {}, actions: { live() {}, live5() {}, dead() {} } }).dispatch('live5')", "a.vue: <template><view/></template>"},
		{uni, routes, "main.js: import './s'", "s.js: new Vuex.Store({ state: {}, actions: { live() {} } }).dispatch(x)", "a.vue: <template><view/></template>"},
		{uni, routes, "main.js: import './s'", "s.js: const actions = { live({ dispatch }) { dispatch('b/live2') }, live2() {}, dead() {} }; f({ namespaced: true, actions }); f(['live'])", "a.vue: <template><view/></template>"},
		{uni, routes, "main.js: import './s'", "s.js: import * as actions from './b'; new Vuex.Store({ state: {}, actions })", "b.js: export const live = () => 1, live5 = () => 2; export const dead = () => 1", "a.vue: <template><view/></template><script>export default { methods: mapActions(['live5']) }</script>"},
		{uni, routes, "main.js: import './s'", "s.js: f({ actions: { live() {} } })", "a.vue: <template><view/></template>"},
	} {
		if files[0] != uni {
			files = append(files, config)
		} else {
			files = append(files, "z.wxml: <view bindtap='live'/>")
		}
		checkDead(t, files)
	}
}

// TestUnnamedOfGiven is TestUnnamed for pages and components that are given to others.
func TestUnnamedOfGiven(t *testing.T) {
	const (
		calls = "; function run(p, k) { p[k]() }"
		both  = "Page({ live() {}, live2() {} })"
	)
	for _, src := range []string{
		"Page({ live() { run(this, x) }, live2() {} })" + calls,
		"Page({ live() { const me = this; run(me, x) }, live2() {} })" + calls,
		"Page({ live() { run.apply(null, [this, x]) }, live2() {} })" + calls,
		"Page({ live() { run({ p: this, x }) }, live2() {} }); function run(o) { o.p[o.x]() }",
		"Page({ live() { y.p = this }, live2() {} }); function run(o) { o.p[x]() }",
		"Page({ live() { run.call(this, x) }, live2() {} }); function run(k) { this[k]() }",
		"Page({ live() { Reflect.get(this, x).call(1) }, live2() {} })",
		"Page({ live() { y.push([this]) }, live2() {} })",
		"Page({ live() { return this }, live2() {} })",
		"Page({ live() { y(() => this) }, live2() {} })",
		"Page({ live() { this[0](); this['y'](); this[y ? 'y' : 'z'](); this[Symbol.iterator](); const k = 'y'; this[k]() }, dead() {} })",
		"Page({ live() { run(y, x) }, dead() {} })" + calls,
		"Page({ live() { wx.createSelectorQuery().in(this); this.live2.call(this); (function () {}).call(this) }, live2() {}, dead() {} })" + calls,
		// others than this one
		both + "; run(y.selectComponent('#a'), x)" + calls,
		both + "; y.selectComponent('#a')[x]()",
		both + "; const c = y.selectComponent('#a'); c[x]()",
		both + "; const { $refs } = y; $refs.a[x]()",
		both + "; getCurrentPages()[0][x]()",
		both + "; const f = getCurrentPages().slice(1).pop()[x]; f()",
		both + "; y(getCurrentPages())",
		both + "; y.z = getCurrentPages()[0]",
		both + "; const f = () => getCurrentPages()[0]",
		both + "; y({ z: y.$parent })",
		"Page({ live() {}, dead() {} }); const all = getCurrentPages(), p = all[all.length - 1]; y(p.route, all.length); p.z(); getCurrentPages()[y].z()",
		"Page({ live() {}, dead() {} }); y.select('#a')[x](); const [c] = y.select('#a'); c.z()",
		// what may have a part in all
		both + "; eval(x)",
		both + "; new Function('a', x)",
		both + "; const live3 = () => 1; Behavior({ definitionFilter: live3 })",
		"Page({ live() {}, dead() {} }); eval('y'); new Function('return this')()",
	} {
		checkDead(t, []string{"a.wxml: <view bindtap='live'/>", "a.js: " + src, `app.json: {"pages": ["a"]}`})
	}
	const page = "a.vue: <template><view/></template><script>export default { methods: { live() {}, "
	for _, files := range [][]string{
		{page + "live2() {} } }</script>", "main.js: import Vue from 'vue'; Vue.prototype.$run = function (k) { this[k]() }"},
		{page + "live2() {} } }</script>", "main.js: app.config.globalProperties.$run = function (k) { this[k]() }"},
		{page + "live2() {} } }</script>", "main.js: Vue.mixin({ onLoad() { this[x]() } })"},
		{page + "live2() {} } }</script>", "main.js: Vue.mixin({ onLoad() { run(this) } }); function run(p) { p[x]() }"},
		{page + "dead() {} } }</script>", "main.js: function P() {} P.prototype.run = function (k) { this[k]() }; new P()"},
		{page + "dead() {} } }</script>", "main.js: class P { run(k) { this[k]() } } new P()"},
	} {
		checkDead(t, append(files, "z.wxml: <view bindtap='live'/>", `manifest.json: {"name": "a"}`, `pages.json: {"pages": [{"path": "a"}]}`))
	}
}

// TestUnnamedIsBounded: what is longer than is looked at counts as said.
func TestUnnamedIsBounded(t *testing.T) {
	const (
		config = `app.json: {"pages": ["a"]}`
		view   = "a.wxml: <view bindtap='live'/>"
	)
	long := "live" + strings.Repeat("x", maxUnnamed)
	many := strings.Repeat("b = {}; ", fewDefs)
	for _, files := range [][]string{
		{view, "a.js: Page({ live() {}, " + long + "() {}, dead() {} })"},
		{view, "a.js: let b = {}; " + many + "Component({ behaviors: [b], methods: { live() {}, live2() {} } })"},
		{view, "a.js: let b = {}; " + many + "b[x](); Page({ live() {}, live2() {} })"},
		{view, "a.js: Page({ live() {}, live2() {} }); const b = y.$refs.z, c = b, d = c; d[x]()"},
		{view, "a.js: Page({ live() {}, dead() {} }); const b = y.$refs.z, c = b, d = c, e = d; e[x]()"},
		{view, "a.js: let b = y.$refs.z; " + many[:len("b = {}; ")*(fewDefs-1)] + "b.z(); c(b[x]()); Page({ live() {}, live2() {} })"},
		{view, "a.js: let b = {}; " + many + "b = y.$refs.z; c(b); Page({ live() {}, dead() {} })"},
		{"a.wxml: <view bindtap='live' bindinput=\"{{" + strings.Repeat("x", 2000) + "'}}\"/>", "a.js: Page({ live() {}, live2() {} })"},
	} {
		checkDead(t, append(files, config))
	}
}

// TestUnnamedOfWePY is TestUnnamed for classes of WePY.
func TestUnnamedOfWePY(t *testing.T) {
	const app = "src/app.wpy: <script>import wepy from 'wepy'; export default class extends wepy.app { config = { pages: ['a'] } }</script>"
	for _, files := range [][]string{
		{"src/a.wpy: <template><view @tap='live'/></template><script>import wepy from 'wepy'; export default class extends wepy.page { methods = { live() { this.live2() }, dead() {} }; live2() {} dead2() {} onLoad() {} }</script>"},
		{"src/a.wpy: <template><view/></template><script>import wepy from 'wepy'; import b from './b'; export default class extends wepy.page { mixins = [b]; onLoad() { this.live5() } }</script>", "src/z.wxml: <view bindtap='live'/>", "src/b.js: import wepy from 'wepy'; export default class extends wepy.mixin { live() {} live5() {} dead() {} }"},
	} {
		checkDead(t, append(files, app, `package.json: {"dependencies": {"wepy": "1.7.2"}}`))
	}
}
