package eval

import (
	"strings"
	"testing"
)

// TestWritten evaluates what markup and components write to the data of a page.
func TestWritten(t *testing.T) {
	const (
		options = ">import XC from './c.vue'; import o from './o'; export default { components: { XC }, data() { return { a: '', l: [{ u: 'c' }] } }, mounted() { o.x = this.a } }"
		inSetup = " setup>import { ref } from 'vue'; import XC from './c.vue'; import o from './o'; const a = ref(''); function f() { o.x = a.value }"
		emits   = "<script>export default { mounted() { this.$emit('EVENT', 'b') } }</script>"
		native  = "f() { o.x = this.data.a }, data: { a: '' }"
	)
	emit := func(event string) string { return strings.ReplaceAll(emits, "EVENT", event) }
	runTable(t, []row{
		{vueChild(options, `<x-c v-model="a"/>`, emit("update:modelValue")), "b"},
		{vueChild(options, `<x-c v-model.trim="a"/>`, emit("input")), "b"},
		{vueChild(options, `<x-c v-model="a"/>`, emit("update:other")), ""},
		{vueChild(options, `<x-c v-model:u="a"/>`, emit("update:u")), "b"},
		{vueChild(options, `<x-c :u.sync="a"/>`, emit("update:u")), "b"},
		{vueChild(options, `<x-c :u="a"/>`, emit("update:u")), ""},
		{vueChild(strings.ReplaceAll(options, "this.a", "this.l[0].u"), `<x-c v-model="l[0].u"/>`, emit("input")), "b c"},
		{vueChild(options, `<x-c v-model="a"/>`, "<script>export default { model: { prop: 'v', event: 'pick' }, mounted() { this.$emit('pick', 'b') } }</script>"), "b"},
		{vueChild(options, `<x-c v-model="l[0].u"/>`, "<script>import o from './o'; export default { props: ['value'], mounted() { o.x = this.value } }</script>"), " c"},
		{vueChild(options, `<x-c @pick="a = $event"/>`, emit("pick")), "b"},
		{vueChild(options, `<x-c @pick="v => a = v"/>`, emit("pick")), "b"},
		{vueChild(options, `<x-c @pick="a = $event; n()"/>`, emit("pick")), "b"},
		{vueChild(options, `<x-c @pick="if (l) a = $event"/>`, emit("pick")), "b"},
		{vueChild(options, `<x-c @other="a = $event"/>`, emit("pick")), ""},
		{vueChild(options, `<view v-for="i in l" @tap="a = i.u"/>`, ""), "c"},
		{vueChild(options, `<view v-for="a in l" @tap="a = 'd'"/>`, ""), ""},
		{vueChild(inSetup, `<x-c v-model="a"/>`, "<script setup>const emit = defineEmits([]); emit('update:modelValue', 'b')</script>"), " b"},
		{vueChild(inSetup, `<x-c v-model="a"/>`, "<script setup>const m = defineModel(); m.value = 'b'</script>"), " b"},
		{vueChild(inSetup, `<x-c v-model:u="a"/>`, "<script setup>const m = defineModel('u'); m.value = 'b'; defineModel('v').value = 'c'</script>"), " b"},
		{vueChild(inSetup+"; a.value = 'd'", `<x-c v-model:u="a"/>`, "<script setup>import o from './o'; const m = defineModel('u', { default: 'b' }); o.x = m.value</script>"), " b d"},
		{child(native, `<x-c model:u="{{a}}"/>`, "Component({ properties: { u: String }, f() { this.setData({ u: 'b', v: 'c' }) } })"), " b"},
		{child(native, `<x-c u="{{a}}"/>`, "Component({ properties: { u: String }, f() { this.setData({ u: 'b' }) } })"), ""},
		{child(native, `<x-c wx:model="{{a}}"/>`, "Component({ properties: { value: String }, f() { this.triggerEvent('input', { value: 'b' }) } })"), " b"},
	})
}
