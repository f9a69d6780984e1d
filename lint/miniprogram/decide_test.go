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
		{Mpvue, "douyin", true}, {Mpvue, "qq", false}, {Rax, "kuaishou", true}, {Rax, "jd", false}, {Megalo, "douyin", false}, {Taro, "harmony-app", false}, {Taro, "none", false}, {"", platform.WeChat, false},
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

// TestNativePlatform: pages, the style of the app, its project files and what there is
// more of say together what a native mini program is for.
func TestNativePlatform(t *testing.T) {
	const (
		three   = `r/app.json={"pages":["a","b","c"]}`
		douyin  = `r/project.config.json={"appid":"tt0123456789abcdef"}`
		feishu  = `r/project.config.json={"appid":"cli_0123456789abcdef"}`
		qq      = `r/project.config.json={"qqappid":"1"}`
		another = `r/project.config.json={"appid":"wx0123456789abcdef"}`
	)
	for _, tt := range []struct {
		name  string
		files []string
		want  string
	}{
		{"pages against the style", []string{"r/app.wxss", "r/a.swan", "r/b.swan", "r/c.swan", "r/project.swan.json", "r/project.config.json"}, "baidu by .swan"},
		{"most pages against the style", []string{"r/app.wxss", "r/a.swan", "r/b.swan", "r/c.swan", "r/a.wxml", "r/project.swan.json"}, "baidu by .swan"},
		{"a few pages", []string{"r/app.wxss", "r/a.wxml", "r/b.wxml", "r/c.wxml", "r/a.swan", "r/project.swan.json"}, "wechat by .wxml"},
		{"both, and the project file of one", []string{"r/app.wxss", "r/a.wxml", "r/a.swan", "r/b.wxml", "r/b.swan", "r/project.swan.json"}, "baidu by .swan"},
		{"both, and both project files", []string{"r/app.wxss", "r/a.wxml", "r/a.swan", "r/b.wxml", "r/b.swan", "r/project.swan.json", another}, "wechat by .wxss"},
		{"both, and a project file by accident", []string{"r/app.acss", "r/a.wxml", "r/a.axml", another}, "alipay"},
		{"both, and the style of one", []string{"r/app.acss", "r/a.wxml", "r/a.axml"}, "alipay"},
		{"Douyin by its appid", []string{"r/a.ttml", "r/app.ttss", douyin}, "douyin by .ttml, project.config.json"},
		{"Feishu by its appid", []string{"r/a.ttml", "r/app.ttss", feishu}, "feishu by .ttml, project.config.json"},
		{"its markup against another's project file", []string{"r/a.ttml", "r/app.ttss", another}, "douyin by .ttml"},
		{"QQ by its markup", []string{"r/a.qml", "r/app.qss", qq}, "qq by .qml"},
		{"QQ by a field alone", []string{"r/a.js", qq}, "qq by project.config.json"},
		{"Kuaishou among strays", []string{"r/a.ksml", "r/b.ksml", "r/old.wxml", "r/older.wxml", "r/x.wxml"}, "kuaishou by .ksml"},
		{"JD", []string{"r/a.jxml", "r/app.jxss"}, "jd by .jxml"},
		{"Xiaohongshu", []string{"r/a.xhsml"}, "xiaohongshu by .xhsml"},
	} {
		r := load(t, tree(append(tt.files, three)...), Options{Dir: "r"})
		if len(r.Projects) != 1 {
			t.Errorf("%s: %d mini programs", tt.name, len(r.Projects))
			continue
		}
		got := strings.Join(idsOf(r.Projects[0].Platforms), " ")
		if r.Projects[0].Evidence != "" {
			got += " by " + r.Projects[0].Evidence
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
