package eval

import (
	"strings"
	"testing"
)

// native and vue are a page whose handler gives what it gets to result; what
// follows is its markup.
const (
	native = "var result; Page({ data: { a: 'b', l: [{ u: 'c' }, { u: 'd' }], n: [{ l: [{ u: 'e' }] }] }, f(e) { result = RESULT } })\n-- app.wxml --\n"
	vue    = "import './p.vue'; export const o = {}; const result = o.x\n-- p.vue --\n<script>import { o } from './app'; export default { data() { return { a: 'b', l: [{ u: 'c' }, { u: 'd' }] } }, computed: { s() { return 'g' } }, created() { const t = this; t.setData({ set: 'b', 'of.u': 'c' }) }, methods: { f(x, y) { o.x = RESULT } } }</script><template>MARKUP</template>"
	setup  = "import './p.vue'; export const o = {}; const result = o.x\n-- p.vue --\n<script setup>import { ref } from 'vue'; import { o } from './app'; const a = ref('b'), l = [{ u: 'c' }]; function f(x) { o.x = RESULT }</script><template>MARKUP</template>"
)

// outside is a page whose script stands in o.js.
func outside(src, markup, more string) string {
	return "import './p.vue'; import './o'; export const o = {}; const result = o.x\n-- p.vue --\n<template>" + markup + "</template><script src=\"" + src + "\"></script>" + more +
		"\n-- o.js --\nimport { o } from './app'; export default { data() { return { a: 'b' } }, methods: { f(x) { o.x = x } } }"
}

// TestEvents evaluates what the handlers of events get.
func TestEvents(t *testing.T) {
	on := func(result, markup string) string { return replaced(native, result, "") + markup }
	in := func(result, markup string) string { return replaced(vue, result, markup) }
	inSetup := func(result, markup string) string { return replaced(setup, result, markup) }
	runTable(t, []row{
		{on("e.currentTarget.dataset.x", `<view bindtap="f" data-x="{{a}}"/>`), "b"},
		{on("e.target.dataset.x", `<view bindtap="f"><view data-x="{{a}}"/></view>`), "b"},
		{on("e.currentTarget.dataset.x.u", `<view wx:for="{{l}}" bindtap="f" data-x="{{item}}"/>`), "c d"},
		{on("(({ currentTarget: { dataset: { x } } }) => x)(e)", `<view catch:tap="f" data-x="{{a}}"/>`), "b"},
		{on("(d => { const { x, y } = d; return y })(e.currentTarget.dataset)", `<view bind:tap="f" data-x="{{a}}" data-y="z"/>`), "z"},
		{on("e.currentTarget.dataset.x", `<view wx:for="{{n}}"><view wx:for="{{item.l}}" bindtap="f" data-x="{{item.u}}"/></view>`), "e"},
		{on("e.currentTarget.dataset.x", `<view wx:for="{{n}}"/><view wx:for="{{l}}" bindtap="f" data-x="{{item.u}}"/>`), "c d"},
		{on("e.currentTarget.dataset.x", `<view wx:for="{{l}}"/><view bindtap="f" data-x="{{item.u}}"/>`), ""},
		{on("e.mark.x", `<view mark:x="{{a}}"><view bindtap="f"/></view>`), "b"},
		{on("e.mark.x", `<view bindtap="f" mark:x="{{l[0].u}}"/>`), "c"},
		{on("e.currentTarget.dataset.x", `<view bindtap="{{a ? 'f' : 'g'}}" data-x="{{a}}"/>`), "b"},
		{on("e.currentTarget.dataset.x", `<view onTap="f" a:for="{{l}}" a:for-item="i" data-x="{{i.u}}"/>`), "c d"},
		{on("e", `<view bindtap="f(a)"/>`), "b"}, // mpx
		{in("x", `<view @tap="f(a)"/>`), "b"},
		{in("x.u", `<view v-for="i in l" @tap="f(i)"/>`), "c d"},
		{in("x", `<view v-for="(i, n) of l" :key="n"><text @click.stop="f(i.u)"/></view>`), "c d"},
		{in("x", `<view v-for="{ u } in l" @tap="f(u)"/>`), "c d"},
		{in("y", `<view @tap="f(1, s)"/>`), "g"},
		{in("x", `<view @tap="() => f(a)"/>`), "b"},
		{in("x", `<view @tap="a && f(a)"/>`), "b"},
		{in("x", `<view @tap="this.f(a)"/>`), "b"},
		{in("x.currentTarget.dataset.u", `<view @tap="f" :data-u="a"/>`), "b"},
		{in("x.currentTarget.dataset.u", `<view @tap="f($event)" data-u="v"/>`), "v"},
		{in("x.currentTarget.dataset.u", `<view @tap="e => f(e)" data-u="v"/>`), "v"},
		{in("x", `<view @tap="f({{a}})"/>`), "b"}, // WePY
		{in("x", `<view @tap="other(a)"/>`), ""},
		{outside("./o", `<view @tap="f(a)"/>`, ""), "b"},
		{outside("./o.js", `<view @tap="f(a)"/>`, ""), "b"},
		{outside("./o", `<view @tap="f(a)"/>`, "<script setup>let a = 'c'</script>"), ""},
		{outside("./missing", `<view @tap="f(a)"/>`, ""), ""},
		{in("x", `<view @tap="f(set)"/>`), "b"},
		{in("x", `<view @tap="f(of.u)"/>`), "c"},
		{in("x", `<view @tap="f(other)"/>`), ""},
		{inSetup("x", `<view @tap="f(a)"/>`), "b"},
		{inSetup("x.u", `<view v-for="i in l" @tap="f(i)"/>`), "c"},
	})
}

func replaced(project, result, markup string) string {
	return strings.NewReplacer("RESULT", result, "MARKUP", markup).Replace(project)
}

// child is a page that has a component: what the page is, the page's markup, the
// component's script.
func child(page, markup, component string) string {
	return "import o from './o'; Page({ " + page + " }); const result = o.x\n-- o.js --\nexport default {}\n-- app.wxml --\n" + markup +
		"\n-- app.json --\n{\"usingComponents\": {\"x-c\": \"./c\"}}\n-- c.js --\nimport o from './o'; " + component
}

func vueChild(script, markup, component string) string {
	return "import './p.vue'; import o from './o'; const result = o.x\n-- o.js --\nexport default {}\n-- p.vue --\n<template>" + markup + "</template><script" + script +
		"</script>\n-- c.vue --\n" + component
}

// TestAttributes evaluates what components get by their attributes.
func TestAttributes(t *testing.T) {
	const options = ">import XC from './c.vue'; export default { components: { XC }, data() { return { a: 'b', l: [{ u: 'c' }] } } }"
	const inSetup = " setup>import XC from './c.vue'; const a = 'b', l = [{ u: 'c' }]"
	runTable(t, []row{
		{child("", `<x-c u="b"/>`, "Component({ properties: { u: String }, f() { o.x = this.data.u } })"), "b"},
		{child("", `<x-c u="b"/>`, "Component({ properties: { u: String }, data: { v: 1 }, f() { o.x = this.properties.u } })"), "b"},
		{child("data: { a: { u: 'b' } }", `<x-c c="{{a}}"/>`, "Component({ properties: { c: Object }, f() { o.x = this.data.c.u } })"), "b"},
		{child("data: { l: [{ u: 'b' }, { u: 'c' }] }", `<x-c wx:for="{{l}}" c="{{item}}"/>`, "Component({ properties: { c: Object }, f() { o.x = this.data.c.u } })"), "b c"},
		{child("", `<x-c image-url="b"/>`, "Component({ properties: { imageUrl: String }, f() { o.x = this.data.imageUrl } })"), "b"},
		{child("", `<x-c u="b"/>`, "Component({ properties: { u: { type: String, value: 'd' } }, f() { o.x = this.data.u } })"), "b"},
		{child("", `<x-c u="b"/><x-c/>`, "Component({ properties: { u: { type: String, value: 'd' } }, f() { o.x = this.data.u } })"), "b d"},
		{child("", `<x-c u="b"/><x-c u="c"/>`, "Component({ properties: { u: String }, f() { const { u } = this.data; o.x = u } })"), "b c"},
		{child("", `<x-c u="b"/>`, "Component({ properties: { u: { type: String, observer(v) { o.x = v } } } })"), "b"},
		{child("", `<x-c u="b"/>`, "Component({ properties: { u: { type: String, observer: 'g' } }, methods: { g(v) { o.x = v } } })"), "b"},
		{child("", `<x-c u="b" v="c"/>`, "Component({ properties: { u: String, v: String }, observers: { 'u, v'(u, v) { o.x = v } } })"), "c"},
		{child("data: { a: { u: 'b' } }", `<x-c c="{{a}}"/>`, "Component({ properties: { c: Object }, observers: { 'c.u': function (v) { o.x = v } } })"), "b"},
		{child("", `<x-c u="b"/>`, "Component({ props: { u: '' }, didMount() { o.x = this.props.u } })"), " b"},
		{child("", `<x-c u="b"/>`, "Component({ props: {}, deriveDataFromProps(next) { o.x = next.u } })"), "b"},
		{child("onOpen(x) { o.x = x }", `<x-c onOpen="onOpen"/>`, "Component({ props: {}, tap() { this.props.onOpen('b') } })"), "b"},
		{child("", `<x-c u="b"/>`, "Component({ properties: { u: String, w: String }, f() { o.x = this.data.w } })"), ""},
		{child("", `<x-d u="b"/>`, "Component({ properties: { u: String }, f() { o.x = this.data.u } })"), ""},

		{vueChild(options, `<x-c :u="a"/>`, "<script>import o from './o'; export default { props: { u: String }, mounted() { o.x = this.u } }</script>"), "b"},
		{vueChild(options, `<XC u="d"/>`, "<script>import o from './o'; export default { props: ['u'], mounted() { o.x = this.u } }</script>"), "d"},
		{vueChild(options, `<x-c v-bind="l[0]"/>`, "<script>import o from './o'; export default { props: ['u'], mounted() { o.x = this.u } }</script>"), "c"},
		{vueChild(options, `<x-c :u.sync="a"/>`, "<script>import o from './o'; export default { props: ['u'], watch: { u(v) { o.x = v } } }</script>"), "b"},
		{vueChild(options, `<x-c :u="a"/>`, "<script>import o from './o'; export default { props: ['u'], watch: { u: { immediate: true, handler(v) { o.x = v } } } }</script>"), "b"},
		{vueChild(options, `<x-c :u="a"/>`, "<script>import o from './o'; export default { props: ['u'], watch: { u: 'g' }, methods: { g(v) { o.x = v } } }</script>"), "b"},
		{vueChild(options, `<x-c :u="a"/>`, "<script>import o from './o'; export default { props: ['u'], setup(props) { o.x = props.u } }</script>"), "b"},
		{vueChild(options, `<x-c :u="a"/>`, "<script>import o from './o'; export default { props: ['u'], computed: { v() { return this.u + 'c' } }, mounted() { o.x = this.v } }</script>"), "bc"},
		{vueChild(options, `<x-c v-for="i in l" :u="i"/>`, "<script>import o from './o'; export default { props: { u: { default: () => ({ u: 'd' }) } }, mounted() { o.x = this.u.u } }</script>"), "c"},
		{vueChild(options, `<x-c :u="a"/>`, "<script>import o from './o'; export default { props: ['u'], methods: { f(v) { o.x = v } } }</script><template><view @tap=\"f(u)\"/></template>"), "b"},
		{vueChild(inSetup, `<x-c :u="a"/>`, "<script setup>import o from './o'; const props = defineProps(['u']); o.x = props.u</script>"), "b"},
		{vueChild(inSetup, `<x-c :u="a"/>`, "<script setup>import o from './o'; const { u } = defineProps({ u: String }); o.x = u</script>"), "b"},
		{vueChild(inSetup, `<x-c/>`, "<script setup>import o from './o'; const p = withDefaults(defineProps(), { u: 'd' }); o.x = p.u</script>"), "d"},
		{vueChild(inSetup, `<x-c/>`, "<script setup>import o from './o'; const p = defineProps({ u: { default: 'd' } }); o.x = p.u</script>"), "d"},
		{vueChild(inSetup, `<x-c :u="a"/>`, "<script setup>import o from './o'; defineProps(['u']); function f(v) { o.x = v }</script><template><view @tap=\"f(u)\"/></template>"), "b"},
		{vueChild(inSetup+"; import o from './o'; function f(v) { o.x = v }", `<x-c v-slot="{ u }"><view @tap="f(u)"/></x-c>`, "<script setup>const b = 'e'</script><template><slot :u=\"b\"/></template>"), "e"},
		{vueChild(inSetup+"; import o from './o'; function f(v) { o.x = v }", `<x-c><template #row="p"><view @tap="f(p.u)"/></template></x-c>`, "<script setup>const b = 'e'</script><template><slot name=\"row\" :u=\"b\"/></template>"), "e"},
		{vueChild(inSetup+"; import o from './o'; function f(v) { o.x = v }", `<x-c><view slot-scope="p" @tap="f(p.u)"/></x-c>`, "<script setup>const b = 'e'</script><template><slot :u=\"b\"/></template>"), "e"},
		{vueChild(inSetup+"; import o from './o'; function f(v) { o.x = v }", `<x-c><view slot="row" slot-scope="p" @tap="f(p.u)"/></x-c>`, "<script setup>const b = 'e'</script><template><slot name=\"row\" :u=\"b\"/><slot u=\"d\"/></template>"), "e"},
		{vueChild(options, `<x-c v-bind.sync="l[0]"/>`, "<script>import o from './o'; export default { props: ['u'], mounted() { o.x = this.u } }</script>"), "c"},
	})
}

// TestSent evaluates what events, channels and buses send, and what refs lead to.
func TestSent(t *testing.T) {
	const options = ">import XC from './c.vue'; import o from './o'; export default { components: { XC }, data() { return { a: 'b' } }, methods: { f(x) { o.x = x }, g() { this.$refs.r.h('k') } } }"
	const inSetup = " setup>import { ref } from 'vue'; import XC from './c.vue'; import o from './o'; const r = ref(null); function f(x) { o.x = x } function g() { r.value.h('k') }"
	runTable(t, []row{
		{child("f(e) { o.x = e.detail.u }", `<x-c bind:open="f"/>`, "Component({ methods: { tap() { this.triggerEvent('open', { u: 'b' }) } } })"), "b"},
		{child("f(e) { o.x = e.detail.u }", `<x-c bindmy-open="f"/>`, "Component({ methods: { tap() { this.triggerEvent('myOpen', { u: 'b' }) } } })"), "b"},
		{child("f(e) { o.x = e.detail.u }", `<x-c bind:other="f"/>`, "Component({ methods: { tap() { this.triggerEvent('open', { u: 'b' }) } } })"), ""},
		{child("f(e) { o.x = e.detail.u }", `<x-c bind:open="f"/>`, "import { send } from './s'; Component({ methods: { tap() { send(this) } } })\n-- s.js --\nexport function send(c) { c.triggerEvent('open', { u: 'b' }) }"), "b"},
		{child("f() { this.selectComponent('#i').h('b') }", `<x-c id="i"/>`, "Component({ methods: { h(u) { o.x = u } } })"), "b"},
		{child("f() { this.selectComponent('.j').h('b') }", `<x-c class="i j"/>`, "Component({ methods: { h(u) { o.x = u } } })"), "b"},
		{child("f() { this.selectComponent('#k').h('b') }", `<x-c id="i"/>`, "Component({ methods: { h(u) { o.x = u } } })"), ""},
		{child("save(c) { c.h('b') }", `<x-c ref="save"/>`, "Component({ methods: { h(u) { o.x = u } } })"), "b"},

		{vueChild(options, `<x-c @open="f"/>`, "<script>export default { mounted() { this.$emit('open', 'b') } }</script>"), "b"},
		{vueChild(options, `<x-c @open="f($event)"/>`, "<script>export default { mounted() { this.$emit('open', 'b') } }</script>"), "b"},
		{vueChild(options, `<x-c @open="x => f(x)"/>`, "<script>export default {}</script><template><view @tap=\"$emit('open', 'b')\"/></template>"), "b"},
		{vueChild(options, `<x-c @update-url="f"/>`, "<script setup>const emit = defineEmits(['updateUrl']); emit('updateUrl', 'b')</script>"), "b"},
		{vueChild(options, `<x-c @open="f"/>`, "<script>export default { setup(props, { emit }) { emit('open', 'b') } }</script>"), "b"},
		{vueChild(options, `<x-c ref="r"/>`, "<script>import o from './o'; export default { methods: { h(u) { o.x = u } } }</script>"), "k"},
		{vueChild(inSetup, `<x-c ref="r"/>`, "<script setup>import o from './o'; function h(u) { o.x = u } defineExpose({ h })</script>"), "k"},
		{vueChild(inSetup, `<x-c @open="f"/>`, "<script setup>const emit = defineEmits(['open']); emit('open', 'b')</script>"), "b"},

		{"var result; class A { go() { this.$preload('params', { u: 'b' }) } } new A().go(); export default class B { onLoad(o, { preload }) { const { u } = preload.params; result = u } }", "b"},
		{"var result; class C { tell() { this.$emit('go', 'b') } } new C().tell(); export default class P { events = { go: (u, $event) => { result = u } } }", "b"},
		{"var result; class P { tell() { this.$broadcast('go', 'b') } } new P().tell(); export default class C { events = { other: u => { result = u } } }", ""},
		{"var result; class P { go() { this.$invoke('c', 'send', 'b') } } new P().go(); export default class C { methods = { send(u) { result = u }, other(u) { result = u + 'c' } } }", "b"},
		{"var result; class P { go() { this.$invoke('c', 'send', 'b') } } new P().go(); export default class C { send(u) { result = u } }", "b"},
		{"var result; import bus from './bus'; bus.on('go', u => { result = u }); bus.emit('go', 'b')\n-- bus.js --\nexport default { on() {}, emit() {} }", "b"},
		{"var result; import bus from './bus'; bus.on('go', u => { result = u }); bus.emit('other', 'b')\n-- bus.js --\nexport default { on() {}, emit() {} }", ""},
		{"var result; const GO = 'go'; uni.$on(GO, u => { result = u }); uni.$emit('go', 'b')", "b"},
		{"var result; Page({ onLoad() { this.getOpenerEventChannel().on('go', d => { result = d.u }) } }); wx.navigateTo({ url: '/a', success(r) { r.eventChannel.emit('go', { u: 'b' }) } })", "b"},
		{"var result; wx.navigateTo({ url: '/a', events: { done(d) { result = d.u } } }); Page({ f() { this.getOpenerEventChannel().emit('done', { u: 'b' }) } })", "b"},
	})
}
