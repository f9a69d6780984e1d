package resolve

import (
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// TestModes: what of a template is not for the targets is blank, at equal length.
func TestModes(t *testing.T) {
	for _, tt := range []struct {
		platforms []platform.ID
		in, want  string
	}{
		{[]platform.ID{platform.WeChat}, `<a src@wx="1" src@ali="2"/>`, `<a src="1"/>`},
		{[]platform.ID{platform.WeChat, platform.Alipay}, `<a src@wx="1" src@ali='2' src@swan=3 />`, `<a src="1" src='2' />`},
		{[]platform.ID{platform.WeChat}, `<a src @ali|wx="1"/>`, `<a src ="1"/>`},
		{[]platform.ID{platform.WeChat}, `<a src@ali|wx:own = "1"/>`, `<a src = "1"/>`},
		{[]platform.ID{platform.WeChat}, `<a src@:own="1"/>`, `<a src="1"/>`},
		{[]platform.ID{platform.WeChat}, `<a src@ali:own="1"/>`, `<a/>`},
		{[]platform.ID{platform.WeChat}, `<a @tap="f" @ali="f"/>b`, `b`},
		{[]platform.ID{platform.WeChat}, `<a @tap="f" x@own="1"/>`, `<a @tap="f" x@own="1"/>`},
		{[]platform.ID{platform.WeChat}, `<a @ali><b/></a><b/>`, `<b/>`},
		{[]platform.ID{platform.WeChat}, `<a @_wx><b @web/></a>`, `<a></a>`},
		{[]platform.ID{platform.WeChat}, `<a><b @ali><c></a><d/>`, `<a></a><d/>`},
		{[]platform.ID{platform.WeChat}, `<b @ali><c>`, ``},
		{[]platform.ID{platform.WeChat}, `<b/></template><template mode="ali"><c/>`, `<b/></template><template mode="ali">`},
		{[]platform.ID{platform.Alipay}, `<b/></template><template mode="ali"><c/>`, `</template><template mode="ali"><c/>`},
		{[]platform.ID{platform.WeChat}, `<a wx:if="{{__mpx_mode__ === 'ali'}}"/><b wx:elif="{{x}}"/><c wx:else/>`, `<b wx:elif="{{x}}"/><c wx:else/>`},
		{[]platform.ID{platform.WeChat}, `<a wx:if="{{__mpx_mode__ !== 'ali'}}"/><b wx:elif="{{x}}"/><c wx:else/>`, `<a wx:if="{{__mpx_mode__ !== 'ali'}}"/>`},
		{[]platform.ID{platform.WeChat}, `<a wx:if="{{x}}"/><b wx:elif="{{__mpx_mode__ === 'wx'}}"/><c wx:else/>`, `<a wx:if="{{x}}"/><b wx:elif="{{__mpx_mode__ === 'wx'}}"/>`},
		{[]platform.ID{platform.WeChat}, `<p><a wx:if="{{__mpx_mode__ === 'wx'}}"/></p><c wx:else/>`, `<p><a wx:if="{{__mpx_mode__ === 'wx'}}"/></p><c wx:else/>`},
	} {
		const around = "<template>%</template>\n<script></script>"
		f := &miniprogram.File{File: &source.File{Name: "a.mpx", Bytes: []byte(strings.Replace(around, "%", tt.in, 1))}, Kind: miniprogram.Component}
		p := &miniprogram.Project{Framework: miniprogram.Mpx, Platforms: tt.platforms, Decided: true, Files: []*miniprogram.File{f}}
		got := string(Open(t.Context(), p, nil).Active(f))
		if len(got) != len(f.Bytes) {
			t.Errorf("%s: %d bytes became %d", tt.in, len(f.Bytes), len(got))
		}
		if plain(got) != plain(strings.Replace(around, "%", tt.want, 1)) {
			t.Errorf("%v of %s: %s", tt.platforms, tt.in, got)
		}
	}
}

// plain is markup without spaces, which alone differ where something is blank.
func plain(s string) string { return strings.ReplaceAll(s, " ", "") }

// TestChosen: a block of the only target stands for that of the others, an environment
// for none.
func TestChosen(t *testing.T) {
	for _, tt := range []struct{ blocks, want string }{
		{`<script>a</script><script mode="wx">b</script>`, "b"},
		{`<script>a</script><script mode="ali">b</script>`, "a"},
		{`<script>a</script><script mode="wx" env="own">b</script>`, "a b"},
		{`<script>a</script><script env="own">b</script>`, "a b"},
		{`<script env="own">a</script><script mode="wx">b</script><script mode="ali" env="own">c</script>`, "b"},
		{`<script mode="wx">a</script><wxs module="m">b</wxs><template>c</template>`, "a b c"},
		{`<style>a</style><style mode="wx">b</style><style mode="swan">c</style>`, "a b"},
		{`<script name="json" mode="wx">a</script><script type="application/json">b</script><script>c</script>`, "a c"},
	} {
		f := &miniprogram.File{File: &source.File{Name: "a.mpx", Bytes: []byte(tt.blocks)}, Kind: miniprogram.Component}
		p := &miniprogram.Project{Framework: miniprogram.Mpx, Platforms: []platform.ID{platform.WeChat}, Decided: true, Files: []*miniprogram.File{f}}
		var got []string
		for _, b := range Open(t.Context(), p, nil).Blocks(f, f.Bytes) {
			got = append(got, string(f.Bytes[b.Start:b.End]))
		}
		if all := strings.Join(got, " "); all != tt.want {
			t.Errorf("%s: %s, want %s", tt.blocks, all, tt.want)
		}
	}
}
