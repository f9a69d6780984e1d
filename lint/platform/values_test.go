package platform

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

func node(t *testing.T, text string) jsonc.Node {
	t.Helper()
	doc, problems := jsonc.Parse(source.NewFile("a.json", []byte(text)))
	if len(problems) > 0 {
		t.Fatalf("%s: %+v", text, problems[0])
	}
	return doc.Root()
}

func TestOfProject(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       ID
	}{
		{"project.config.json", `{"appid":"wx0123456789abcdef"}`, WeChat},
		{"project.config.json", `{"appid":"touristappid"}`, WeChat},
		{"project.config.json", `{}`, WeChat},
		{"project.config.json", `{"appid":"tt0123456789abcdef"}`, "douyin"},
		{"project.config.json", `{"appid":"ks0123456789"}`, "kuaishou"},
		{"project.config.json", `{"appid":"cli_0123456789abcdef"}`, "feishu"},
		{"project.config.json", `{"appid":"0123456789abcdef01234567"}`, "xiaohongshu"},
		{"project.config.json", `{"qqappid":"1100000000"}`, "qq"},
		{"project.config.json", `{"qqLibVersion":"1.20.0"}`, "qq"},
		{"project.config.json", `{"appid":"1100000000"}`, WeChat},
		{"project.tt.json", `{"appid":"tt0123456789abcdef"}`, "douyin"},
		{"project.tt.json", `{"appid":"cli_0123456789abcdef"}`, "feishu"},
		{"project.tt.json", `{}`, "douyin"},
		{"project.swan.json", `{}`, "baidu"},
		{"project.kwai.json", `{}`, "kuaishou"},
		{"project.jd.json", `{}`, "jd"},
		{"mini.project.json", `{"appid":"tt0123456789abcdef"}`, Alipay},
		{"package.json", `{}`, ""},
	} {
		got := ID("")
		if p := OfProject(tt.name, node(t, tt.text)); p != nil {
			got = p.ID
		}
		if got != tt.want {
			t.Errorf("%s %s is of %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}

// Every judged platform says what the other packages ask it.
func TestJudgedPlatformsAreComplete(t *testing.T) {
	for _, p := range All() {
		if p.Degree == Unjudged || p.Global == "" || p.Separator == "" || p.Degree == Judged && p.Lists.Bodies == nil ||
			len(p.Project.Files) == 0 || p.Project.AppID == "" || p.Project.Packed == "" ||
			p.Files.Markup == "" || len(p.APIs) == 0 {
			t.Errorf("%s is not complete", p.ID)
		}
		if tool := p.Project.Tool; (tool.Folder == "") != (tool.Skipped == "") || (tool.Cache == "") != (tool.CacheSkip == "") {
			t.Errorf("%s: a folder of its tool is skipped without a reason", p.ID)
		}
	}
	for _, p := range Known() {
		if ByID(p.ID) != p || slices.Contains(All(), p) != p.IsRead() {
			t.Errorf("%s: read %v, and found as %v", p.ID, p.IsRead(), ByID(p.ID))
		}
	}
	if Default().ID != WeChat {
		t.Errorf("the default is %s", Default().ID)
	}
}

// What the extensions, suffixes and tags of the two platforms add up to.
func TestWords(t *testing.T) {
	for _, tt := range []struct {
		name string
		got  []string
		want string
	}{
		{"words", Words(), "wechat alipay douyin baidu qq kuaishou jd xiaohongshu feishu dingtalk"},
		{"markup", MarkupExtensions(), ".wxml .axml .ttml .swan .qml .ksml .jxml .xhsml"},
		{"styles", StyleExtensions(), ".wxss .acss .ttss .qss .jxss"},
		{"scripts", ScriptExtensions(), ".wxs .sjs .qs .jds"},
		{"tags", ScriptTags(), "wxs import-sjs sjs qs jds"},
		{"inline tags", InlineScriptTags(), "wxs sjs import-sjs qs jds"},
		{"variants", Variants(), ".weapp.ts .weapp.js .weapp.tsx .weapp.jsx .wx.js .wx.ts .alipay.ts .alipay.js .my.js .tt.ts .tt.js .swan.ts .swan.js .qq.ts .qq.js .kwai.ts .kwai.js .ks.ts .ks.js .jd.ts .jd.js .xhs.ts .xhs.js .lark.ts .lark.js .dd.ts .dd.js"},
		{"project files", ProjectFiles(), "project.config.json mini.project.json project.tt.json project.swan.json project.qq.json project.ks.json project.kwai.json project.jd.json project.xhs.json project.lark.json"},
		{"private files", PrivateFiles(), "project.private.config.json"},
		{"tool files", ToolFiles(), "project-ide.json"},
		{"codes", ErrorCodes(), "errcode errno"},
		{"prefixes", APIPrefixes(), "wx my tt swan qq ks jd xhs dd uni Taro mpx"},
	} {
		if diff := cmp.Diff(strings.Fields(tt.want), tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	for word, want := range map[string]bool{"MP-WEIXIN": true, "MP-ALIPAY": true, "MP-TOUTIAO": true, "MP-360": true, "MP-HARMONY": true, "MP": false, "VUE3": false, "": false} {
		if IsCondition(word) != want {
			t.Errorf("IsCondition(%q) = %v", word, !want)
		}
	}
	for name, want := range map[string]string{"remax/wechat": "wx", "remax/one": "wx", "wepy": "wx", "remax/ali": "my", "axios": "", "": ""} {
		if got := PrefixOfModule(name); got != want {
			t.Errorf("PrefixOfModule(%q) = %q", name, got)
		}
	}
	if c := Choice(); !strings.HasPrefix(c.EN, `"wechat", "alipay", `) || !strings.HasSuffix(c.EN, ` or "dingtalk"`) || !strings.HasSuffix(c.ZH, `"feishu" 或 "dingtalk"`) {
		t.Errorf("choice: %+v", c)
	}
}

func TestPacking(t *testing.T) {
	for _, tt := range []struct {
		platform   ID
		text, path string
		file, all  bool // whether an ignore rule matches the file, and everything in a folder of the name
	}{
		{WeChat, `{"packOptions":{"ignore":[{"type":"folder","value":"./Docs/"}]}}`, "docs", true, true},
		{WeChat, `{"packOptions":{"ignore":[{"type":"folder","value":"docs"}]}}`, "docs2/a.js", false, false},
		{WeChat, `{"packOptions":{"ignore":[{"type":"file","value":"a/B.js"}]}}`, "a/b.js", true, false},
		{WeChat, `{"packOptions":{"ignore":[{"type":"suffix","value":".MD"}]}}`, "a/b.md", true, false},
		{WeChat, `{"packOptions":{"ignore":[{"type":"prefix","value":"Test-"}]}}`, "a/test-b.js", true, false},
		{WeChat, `{"packOptions":{"ignore":[{"type":"regexp","value":"^OLD/"}]}}`, "old/a.js", true, false},
		{WeChat, `{"packOptions":{"ignore":[{"type":"regexp","value":"(?!x)"}]}}`, "old/a.js", false, false},
		{WeChat, `{"packOptions":{"ignore":[{"type":"glob","value":"old/**"}]}}`, "old", true, true},
		{WeChat, `{"packOptions":{"ignore":[{"type":"glob","value":"old/*.js"}]}}`, "old/a.js", true, false},
		{WeChat, `{"packOptions":{"ignore":[{"type":"suffix","value":""}]}}`, "a.js", false, false},
		{WeChat, `{"packOptions":{"ignore":[{"type":"other","value":"a.js"}]}}`, "a.js", false, false},
		{WeChat, `{"packOptions":{"include":[{"type":"file","value":"a.js"}]}}`, "a.js", false, false},
		{WeChat, `{"uploadExclude":["a.js"]}`, "a.js", false, false},
		{Alipay, `{"exclude":["./a.js"]}`, "a.js", true, false},
		{Alipay, `{"uploadExclude":["b/**"]}`, "b", true, true},
		{Alipay, `{"uploadExclude":["[","" ]}`, "[", false, false},
		{Alipay, `{"packOptions":{"ignore":[{"type":"file","value":"a.js"}]}}`, "a.js", false, false},
	} {
		rules := ByID(tt.platform).Project.Pack(node(t, tt.text)).Ignore
		file := slices.ContainsFunc(rules, func(r PackRule) bool { return r.Match != nil && r.Match(tt.path) })
		all := slices.ContainsFunc(rules, func(r PackRule) bool { return r.Folder != nil && r.Folder(tt.path) })
		if file != tt.file || all != tt.all {
			t.Errorf("%s %s: %s: file %v, folder %v", tt.platform, tt.text, tt.path, file, all)
		}
		for _, r := range rules {
			if wechat := tt.platform == WeChat; r.FoldsCase != wechat || r.FromProject == wechat {
				t.Errorf("%s: %+v", tt.platform, r)
			}
		}
	}
}

func TestBodies(t *testing.T) {
	lists := func(c Category) []string {
		return map[Category][]string{Request: {"https://a.example.com"}, Socket: {}, WebView: {"https://m.example.com"}}[c]
	}
	nothing := func(Category) []string { return nil }
	for _, tt := range []struct {
		platform ID
		lists    func(Category) []string
		want     string
	}{
		{WeChat, lists, `{"modify_domain":{"action":"set","requestdomain":["https://a.example.com"],"wsrequestdomain":[]},"setwebviewdomain":{"action":"set","webviewdomain":["https://m.example.com"]}}`},
		{WeChat, nothing, `{"modify_domain":{"action":"set"}}`},
		{Alipay, lists, `{"alipay.open.mini.safedomain.create":[{"safe_domain":"https://a.example.com"}]}`},
		{Alipay, nothing, `{"alipay.open.mini.safedomain.create":[]}`},
		{"douyin", lists, `{"modify_server_domain":{"action":"set","request":["a.example.com"],"socket":[]}}`},
		{"baidu", lists, `{"modifydomain":{"action":"set","request_domain":"https://a.example.com","socket_domain":""},"modifywebviewdomain":{"action":"set","web_view_domain":"https://m.example.com"}}`},
		{"baidu", nothing, `{"modifydomain":{"action":"set"}}`},
		{"qq", lists, `{"modify_domain":{"action":"set","requestdomain":["https://a.example.com"],"wsrequestdomain":[]}}`},
		{"kuaishou", lists, `{"server_domain":{"action":"set","request":["a.example.com"],"socket":[]}}`},
	} {
		got, err := json.Marshal(ByID(tt.platform).Lists.Bodies(tt.lists))
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %s, %v", tt.platform, got, err)
		}
	}
}

// The config's schema knows the platforms that there are.
func TestSchemaKnowsPlatforms(t *testing.T) {
	schema, err := os.ReadFile("../../docs/beianlint.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	want, _ := json.Marshal(Words())
	if plain := strings.Join(strings.Fields(string(schema)), ""); !strings.Contains(plain, `"enum":`+string(want)) {
		t.Errorf("docs/beianlint.schema.json: the enum of platform is not %s", want)
	}
}
