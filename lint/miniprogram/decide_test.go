package miniprogram

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
)

func TestLeader(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files map[string]int
		built string // the extension that pages have
		want  string
	}{
		{"none", nil, "", ""},
		{"one", map[string]int{".wxml": 1}, "", ".wxml"},
		{"more of one", map[string]int{".wxml": 1, ".axml": 2}, "", ".axml"},
		{"a draw", map[string]int{".wxml": 2, ".axml": 2}, "", ""},
		{"a draw, and more of another", map[string]int{".wxml": 2, ".axml": 2, ".ttml": 9}, ".ttml", ".ttml"},
		{"a draw, and more of another that no page has", map[string]int{".wxml": 2, ".axml": 2, ".ttml": 9}, "", ""},
		{"a draw that pages decide", map[string]int{".wxml": 1, ".ttml": 1}, ".ttml", ".ttml"},
		{"a stray one of WeChat", map[string]int{".wxml": 1, ".swan": 9}, ".swan", ".swan"},
		{"strays of another", map[string]int{".wxml": 1, ".swan": 9}, ".wxml", ".wxml"},
		{"another platform's alone", map[string]int{".swan": 1}, ".swan", ".swan"},
	} {
		got := leader(tt.files, nativeExtensions[0], func(extension string) bool { return extension == tt.built })
		if got != tt.want {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

func TestStyleOf(t *testing.T) {
	for _, tt := range []struct {
		files []string
		want  string
	}{
		{[]string{"app.js"}, ""},
		{[]string{"app.acss", "app.js"}, ".acss"},
		{[]string{"app.wxss"}, ".wxss"},
		{[]string{"app.acss", "app.wxss"}, ""},
	} {
		f := &folder{}
		for _, name := range tt.files {
			f.entries = append(f.entries, entry{name: name})
		}
		if got := styleOf(f); got != tt.want {
			t.Errorf("%v: %q", tt.files, got)
		}
	}
}

// A file for another target is left out, unless the mini program is for it.
func TestIsOtherWord(t *testing.T) {
	both := []platform.ID{platform.WeChat, platform.Alipay}
	for _, tt := range []struct {
		framework Framework
		word      string
		platforms []platform.ID
		decided   bool
		want      bool
	}{
		{Taro, "h5", both, false, true},
		{Taro, "tt", both, false, true},
		{Taro, "tt", []platform.ID{"douyin"}, true, false},
		{Taro, "weapp", []platform.ID{"douyin"}, true, true},
		{Taro, "toutiao", both, false, false},
		{Remax, "toutiao", both, false, true},
		{Taro, "weapp", both, false, false},
		{Taro, "alipay", []platform.ID{platform.WeChat}, true, true},
		{Taro, "alipay", []platform.ID{platform.WeChat}, false, false},
		{Mpx, "dd", both, false, true},
		{UniApp, "tt", both, false, false},
		{Taro, "", both, false, false},
	} {
		if got := frameworkNamed(tt.framework).isOtherWord(tt.word, &Project{Platforms: tt.platforms, Decided: tt.decided}); got != tt.want {
			t.Errorf("%s for %v: .%s: %v", tt.framework, tt.platforms, tt.word, got)
		}
	}
}

func TestFrameworkBuildsFor(t *testing.T) {
	for _, tt := range []struct {
		framework Framework
		platform  platform.ID
		want      bool
	}{
		{Taro, "douyin", true}, {Taro, "kuaishou", true}, {UniApp, "xiaohongshu", true}, {Mpx, "jd", true},
		{UniApp, "dingtalk", true}, {Remax, "qq", false}, {WePY, "douyin", false}, {WePY, platform.WeChat, true},
		{Mpvue, "douyin", false}, {Taro, "harmony-app", false}, {Taro, "none", false}, {"", platform.WeChat, false},
	} {
		if got := frameworkNamed(tt.framework).buildsFor(tt.platform); got != tt.want {
			t.Errorf("%s for %s: %v", tt.framework, tt.platform, got)
		}
	}
}

func TestPackFoldsCase(t *testing.T) {
	r := load(t, tree(
		`r/project.config.json={"packOptions":{"ignore":[{"type":"file","value":"lib/OLD.js"}]}}`, "r/app.json", "r/Lib/Old.js", "r/a.js",
		`s/mini.project.json={"uploadExclude":["lib/OLD.js"]}`, "s/app.json", "s/app.acss", "s/lib/old.js",
	), Options{Dir: "."})
	for i, want := range [][]string{{"a.js"}, {"app.acss", "lib/old.js"}} {
		if got := paths(r.Projects[i].Files); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", r.Projects[i].Root, got, want)
		}
	}
}

// More rules than are looked at leave no more files out, and never one that is packed.
func TestPackRulesAreBounded(t *testing.T) {
	rules := func(n int, first string) string {
		list := []string{fmt.Sprintf(`{"type":"file","value":%q}`, first)}
		for i := range n {
			list = append(list, fmt.Sprintf(`{"type":"file","value":"x%d.js"}`, i))
		}
		return "[" + strings.Join(list, ",") + "]"
	}
	packing := func(ignore, include string) string {
		return `r/project.config.json={"packOptions":{"ignore":` + ignore + `,"include":` + include + `}}`
	}
	for name, c := range map[string]struct {
		packing string
		want    []string
	}{
		"ignored":       {packing(rules(maxPackRules-1, "a.js"), "[]"), []string{"b.js"}},
		"too many":      {packing(rules(2*maxPackRules, "a.js"), "[]"), []string{"b.js"}},
		"beyond":        {packing(strings.Replace(rules(maxPackRules, "x.js"), `"x999.js"`, `"a.js"`, 1), "[]"), []string{"a.js", "b.js"}},
		"included":      {packing(rules(1, "a.js"), rules(maxPackRules-1, "a.js")), []string{"a.js", "b.js"}},
		"too many kept": {packing(rules(1, "a.js"), rules(maxPackRules, "b.js")), []string{"a.js", "b.js"}},
	} {
		r := load(t, tree(c.packing, "r/app.json", "r/a.js", "r/b.js"), Options{Dir: "."})
		if got := paths(r.Projects[0].Files); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// The folders that a project file names are relative to it, not to the plugin.
func TestServerFoldersOfAPlugin(t *testing.T) {
	r := load(t, tree(
		`r/project.config.json={"pluginRoot":"plugin","miniprogramRoot":"mp","cloudfunctionRoot":"fn"}`, "r/mp/app.json", "r/fn/a.js",
		"r/plugin/plugin.json", "r/plugin/index.js", "r/plugin/fn/a.js",
	), Options{Dir: "r"})
	if got := paths(r.Projects[1].Files); !slices.Equal(got, []string{"fn/a.js", "index.js"}) {
		t.Errorf("%s: %v", r.Projects[1].Root, got)
	}
}
