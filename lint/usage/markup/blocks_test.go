package markup

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// block is a Block with its content instead of offsets.
type block struct {
	Kind                       Kind
	Tag, Lang, Type, Name, Src string
	Content                    string
}

func blocksOf(src string) []block {
	var got []block
	for b := range Blocks([]byte(src)) {
		got = append(got, block{b.Kind, b.Tag, b.Lang, b.Type, b.Name, b.Src, src[b.Start:b.End]})
	}
	return got
}

func TestBlocks(t *testing.T) {
	tests := []struct {
		name, src string
		want      []block
	}{
		{"empty", "", nil},
		{"vue", "<template>\n<a/>\n</template>\n\n<script setup lang=\"ts\">\nlet a = 1\n</script>\n<script>let b</script>\n<style lang='scss' scoped>\n.a{}\n</style>\n", []block{
			{Kind: Template, Tag: "template", Content: "\n<a/>\n"},
			{Kind: Script, Tag: "script", Lang: "ts", Content: "\nlet a = 1\n"},
			{Kind: Script, Tag: "script", Content: "let b"},
			{Kind: Style, Tag: "style", Lang: "scss", Content: "\n.a{}\n"},
		}},
		{"mpx", `<template><a/></template><script>createPage({})</script><script type="application/json">{"a":1}</script>` +
			`<script name="json">module.exports = {}</script><style lang="stylus">a b</style>`, []block{
			{Kind: Template, Tag: "template", Content: "<a/>"},
			{Kind: Script, Tag: "script", Content: "createPage({})"},
			{Kind: Config, Tag: "script", Type: "application/json", Content: `{"a":1}`},
			{Kind: Config, Tag: "script", Name: "json", Content: "module.exports = {}"},
			{Kind: Style, Tag: "style", Lang: "stylus", Content: "a b"},
		}},
		{"wepy", "<config>{ a: 1 }</config><wxs module=\"m\" lang=\"babel\">var a</wxs><script src=\"./a.js\"></script><template lang=\"wxml\"><template is=\"x\"/></template>", []block{
			{Kind: Config, Tag: "config", Content: "{ a: 1 }"},
			{Kind: Script, Tag: "wxs", Lang: "babel", Content: "var a"},
			{Kind: Script, Tag: "script", Src: "./a.js"},
			{Kind: Template, Tag: "template", Lang: "wxml", Content: `<template is="x"/>`},
		}},
		{"style type", `<style type="less">a</style><style type='text/css'>b</style>`, []block{
			{Kind: Style, Tag: "style", Lang: "less", Type: "less", Content: "a"},
			{Kind: Style, Tag: "style", Lang: "css", Type: "text/css", Content: "b"},
		}},
		{"nested templates", `<template><template v-if="a > '</template>'"><template #b/><i/></template><!-- </template> -->{{ c <d }}</template><script>s</script>`, []block{
			{Kind: Template, Tag: "template", Content: `<template v-if="a > '</template>'"><template #b/><i/></template><!-- </template> -->{{ c <d }}`},
			{Kind: Script, Tag: "script", Content: "s"},
		}},
		{"pug does not nest", "<template lang=\"pug\">\nview: template\n  a(b='<template>')\n</template><script>s</script>", []block{
			{Kind: Template, Tag: "template", Lang: "pug", Content: "\nview: template\n  a(b='<template>')\n"},
			{Kind: Script, Tag: "script", Content: "s"},
		}},
		{"commented out", "<!-- <script>no</script> --><!--\n<template></template>\n--><script>yes</script>", []block{
			{Kind: Script, Tag: "script", Content: "yes"},
		}},
		{"conditional", "<!-- #ifdef H5 -->\n<script>a</script>\n<!-- #endif -->", []block{{Kind: Script, Tag: "script", Content: "a"}}},
		{"custom blocks", `<i18n lang="yaml">a: <b></i18n><br><route src="a.json"/><docs># <script></docs><script>s</script>`, []block{
			{Tag: "i18n", Lang: "yaml", Content: "a: <b>"},
			{Tag: "br"},
			{Tag: "route", Src: "a.json"},
			{Tag: "docs", Content: "# <script>"},
			{Kind: Script, Tag: "script", Content: "s"},
		}},
		{"tags in a script", "<script>\nconst a = '<template>' // <style>\n</script>\n<style>a</style>", []block{
			{Kind: Script, Tag: "script", Content: "\nconst a = '<template>' // <style>\n"},
			{Kind: Style, Tag: "style", Content: "a"},
		}},
		{"template that does not balance", "<template>\n<template v-if='a'>\n</template>\n\n<script>\ns\n</script>\n", []block{
			{Kind: Template, Tag: "template", Content: "\n<template v-if='a'>\n"},
			{Kind: Script, Tag: "script", Content: "\ns\n"},
		}},
		{"template never closed", "<template>\n<a>{{b}}</a>\n<script>\ns {{ </script>\n<template><i/></template><style>a</style>", []block{
			{Kind: Template, Tag: "template", Content: "\n<a>{{b}}</a>\n"},
			{Kind: Script, Tag: "script", Content: "\ns {{ "},
			{Kind: Template, Tag: "template", Content: "<i/></template><style>a</style>"},
		}},
		{"script never closed", "<script>\nlet a", []block{{Kind: Script, Tag: "script", Content: "\nlet a"}}},
		{"closing itself", `<script src="a.js"/><style/><script>s</script >`, []block{
			{Kind: Script, Tag: "script", Src: "a.js"}, {Kind: Style, Tag: "style"}, {Kind: Script, Tag: "script", Content: "s"},
		}},
		{"CRLF and byte order mark", "\ufeff<script>\r\na\r\n</script>\r\n", []block{{Kind: Script, Tag: "script", Content: "\r\na\r\n"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, blocksOf(tt.src)); diff != "" {
				t.Errorf("Blocks(%q) (-want +got):\n%s", tt.src, diff)
			}
		})
	}
}

func TestBlocksAfterManyStrayTags(t *testing.T) {
	got := blocksOf(strings.Repeat("<br>", 100) + "<script>s</script>")
	if last := got[len(got)-1]; last.Kind != Script || last.Content != "s" {
		t.Errorf("last block %+v, want the script", last)
	}
}

// TestStrayTagsAreBounded: behind many tags without an end none is looked for, and what
// stands in the block behind them counts.
func TestStrayTagsAreBounded(t *testing.T) {
	for tags, want := range map[int]int{maxStray - 1: 1, maxStray: 2} {
		got := blocksOf(strings.Repeat("<br>", tags) + "<docs><script>s</script></docs>")
		if behind := len(got) - tags; behind != want {
			t.Errorf("behind %d tags %d blocks, want %d", tags, behind, want)
		}
	}
}
