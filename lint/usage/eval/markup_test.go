package eval

import (
	"strings"
	"testing"
)

// native and vue are a page whose handler gives what it gets to result; what
// follows is its markup.
const (
	native = "var result; Page({ data: { a: 'b', l: [{ u: 'c' }, { u: 'd' }], n: [{ l: [{ u: 'e' }] }] }, f(e) { result = RESULT } })\n-- app.wxml --\n"
	vue    = "import './p.vue'; export const o = {}; const result = o.x\n-- p.vue --\n<script>import { o } from './app'; export default { data() { return { a: 'b', l: [{ u: 'c' }, { u: 'd' }] } }, computed: { s() { return 'g' } }, methods: { f(x, y) { o.x = RESULT } } }</script><template>MARKUP</template>"
	setup  = "import './p.vue'; export const o = {}; const result = o.x\n-- p.vue --\n<script setup>import { ref } from 'vue'; import { o } from './app'; const a = ref('b'), l = [{ u: 'c' }]; function f(x) { o.x = RESULT }</script><template>MARKUP</template>"
)

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
		{inSetup("x", `<view @tap="f(a)"/>`), "b"},
		{inSetup("x.u", `<view v-for="i in l" @tap="f(i)"/>`), "c"},
	})
}

func replaced(project, result, markup string) string {
	return strings.NewReplacer("RESULT", result, "MARKUP", markup).Replace(project)
}
