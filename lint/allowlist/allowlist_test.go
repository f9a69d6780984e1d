package allowlist

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// read reads a text that is valid JSON.
func read(t testing.TB, text string, kind Source, main platform.ID) *Allowlist {
	t.Helper()
	doc, problems := jsonc.Parse(source.NewFile("list.json", []byte(text)))
	if len(problems) > 0 {
		t.Fatalf("%s: %v", problems[0].Message, problems[0].Args)
	}
	return Read(doc, kind, main)
}

// summary is an Allowlist on a few lines: the declarations by box, the boxes
// that are known, what the platform refused, the switches, the problems.
type summary struct {
	Declared []string // box, entry
	Known    []string
	NoICP    []string
	Off      []string
	Problems []string
}

func summarise(a *Allowlist) summary {
	var s summary
	for _, d := range a.Declarations {
		s.Declared = append(s.Declared, string(d.Category)+" "+d.Raw)
	}
	for _, c := range slices.Sorted(maps.Keys(a.Known)) {
		s.Known = append(s.Known, string(c))
	}
	for _, d := range a.NoICP {
		s.NoICP = append(s.NoICP, string(d.Category)+" "+d.Raw)
	}
	for _, o := range a.CheckOff {
		s.Off = append(s.Off, fmt.Sprintf("%s=%t shared=%t", o.Name, o.Value, o.Shared))
	}
	for _, p := range a.Problems {
		at := p.Span.Position()
		s.Problems = append(s.Problems, fmt.Sprintf("%d:%d %s %v", at.Line, at.Column, p.Message, p.Args))
	}
	return s
}

func check(t *testing.T, got *Allowlist, want summary) {
	t.Helper()
	if diff := cmp.Diff(want, summarise(got)); diff != "" {
		t.Error(diff)
	}
}

// words is a list of what stands between blanks; "a/b" stands for "a b".
func words(s string) (list []string) {
	for _, w := range strings.Fields(s) {
		list = append(list, strings.Replace(w, "|", " ", 1))
	}
	return list
}

func TestManifestExample(t *testing.T) {
	got := read(t, `{"networkTimeout":{"request":60000},"mp-weixin":{"appid":"wx…","setting":{"urlCheck":false}},
 "mp-alipay":{"usingComponents":true},"h5":{"devServer":{"proxy":{"/api":{"target":"http://localhost:3000"}}}}}`, Manifest, platform.WeChat)
	check(t, got, summary{Off: []string{"mp-weixin.setting.urlCheck=false shared=true"}})
	if got, want := got.CheckOff[0].Span.Text(), `"urlCheck":false`; got != want {
		t.Errorf("the switch stands at %q, want %q", got, want)
	}
}

func TestEverySpellingOfAKey(t *testing.T) {
	for key, want := range map[string]platform.Category{
		"requestDomain": platform.Request, "request_domains": platform.Request, "requestdomain": platform.Request,
		"REQUEST-DOMAIN": platform.Request, "Request Domain": platform.Request, "requestDomains": platform.Request,
		"wsRequestDomain": platform.Socket, "wsrequestdomain": platform.Socket, "socketDomain": platform.Socket, "socket_domains": platform.Socket,
		"uploadDomain": platform.Upload, "uploadFileDomain": platform.Upload,
		"downloadDomain": platform.Download, "downloadFileDomain": platform.Download,
		"udpDomain": platform.UDP, "tcpDomain": platform.TCP,
		"webviewDomain": platform.WebView, "webview_domains": platform.WebView, "webViewDomain": platform.WebView, "bizDomain": platform.WebView,
		"businessDomain": platform.WebView, "jumpDomain": platform.WebView,
		"safe_domain": platform.Request, "safeDomains": platform.Request, "prefetchDNSDomain": platform.Prefetch,
	} {
		for _, kind := range []Source{Named, ProjectConfig, App, Ext, Manifest} {
			got := read(t, fmt.Sprintf(`{"a":[{%q:["https://a.example.com"]}]}`, key), kind, platform.WeChat)
			if len(got.Declarations) != 1 || got.Declarations[0].Category != want {
				t.Errorf("%s in %s: got %+v", key, kind, summarise(got))
			}
		}
	}
}

// TestBareKeys tells lists from what only looks like one.
func TestBareKeys(t *testing.T) {
	const projects, files, all = "project", "file", "project file app"
	for _, tt := range []struct{ name, text, counts, declared string }{
		{"under serverDomain", `{"serverDomain":{"request":["https://a.example.com"]}}`, all, "request|https://a.example.com"},
		{"under domains", `{"domains":{"request":["https://a.example.com"],"upload":[]}}`, projects + files, "request|https://a.example.com"},
		{"under allowlist", `{"allowlist":{"webview":["m.example.com"]}}`, projects + files, "webview|m.example.com"},
		{"with one slip", `{"allowlist":{"request":["https://a.example.com","oops"]}}`, projects + files, "request|https://a.example.com request|oops"},
		{"at the root", `{"request":["https://a.example.com"]}`, files, "request|https://a.example.com"},
		{"a text at the root", `{"request":"https://a.example.com; https://b.example.com"}`, files, "request|https://a.example.com request|https://b.example.com"},
		{"objects", `{"prefetch":[{"domain":"a.example.com"}]}`, files, "prefetch|a.example.com"},
		{"by platform", `{"wechat":{"request":["https://a.example.com"]}}`, files, "request|https://a.example.com"},
		{"numbers under domains", `{"domains":{"request":60000}}`, "", ""},
		{"a number beside a list", `{"domains":{"request":["https://a.example.com"],"upload":60000}}`, "", ""},
		{"no domains", `{"domains":{"request":["GET","POST"]}}`, files, "request|GET request|POST"},
		{"networkTimeout", `{"networkTimeout":{"request":["a.example.com"],"uploadFile":60000}}`, "", ""},
		{"networkTimeout with long keys", `{"networkTimeout":{"requestDomain":["a.example.com"]}}`, "", ""},
		{"condition", `{"condition":{"request":["a.example.com"],"requestDomain":["a.example.com"],"miniprogram":{"list":[{"query":"u=https://a.example.com"}]}}}`, "", ""},
		{"dev server", `{"devServer":{"action":"set","request":["a.example.com"],"proxy":{"/api":{"target":"http://a.example.com"}}}}`, "", ""},
		{"another platform's", `{"` + platform.ByID("harmony-app").Names.Manifest + `":{"requestDomain":["a.example.com"]}}`, "", ""},
		{"another action", `{"tasks":{"action":"build","request":["a.example.com"]}}`, files, "request|a.example.com"},
		{"body and answer side by side", `{"request":{"action":"set","upload":["a.example.com"]},"response":{"errcode":0}}`, projects + files, "upload|a.example.com"},
	} {
		for kind, class := range map[Source]string{ProjectConfig: projects, MiniProject: projects, Named: files, ServerDomains: files, App: "app", Ext: "app", Manifest: "app"} {
			t.Run(fmt.Sprintf("%s/%s", tt.name, kind), func(t *testing.T) {
				var want []string
				if strings.Contains(tt.counts, class) {
					want = words(tt.declared)
				}
				got := summarise(read(t, tt.text, kind, platform.WeChat))
				if diff := cmp.Diff(want, got.Declared); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

func TestExtIsNotRead(t *testing.T) {
	text := `{"extEnable":true,"requestDomain":["https://a.example.com"],"ext":{"requestDomain":["https://b.example.com"],"serverDomain":{"request":["https://c.example.com"]}}}`
	for _, kind := range []Source{Ext, App} {
		check(t, read(t, text, kind, platform.WeChat), summary{Declared: words("request|https://a.example.com"), Known: words("request")})
	}
}

func TestManifestParts(t *testing.T) {
	text := `{"h5":{"requestDomain":["https://h5.example.com"]},"app-plus":{"requestDomain":["https://app.example.com"]},
"mp-weixin":{"requestDomain":["https://wx.example.com"]},"mp-alipay":{"requestDomain":["my.example.com"],"safeDomains":["example.com"]},
"mp-xhs":{"requestDomain":["https://xhs.example.com"]}}`
	got := read(t, text, Manifest, platform.WeChat)
	check(t, got, summary{
		Declared: words("request|https://wx.example.com request|my.example.com request|example.com"), Known: words("request"),
	})
	var owners []platform.ID
	for _, d := range got.Declarations {
		owners = append(owners, d.Platform)
	}
	if diff := cmp.Diff([]platform.ID{platform.WeChat, platform.Alipay, platform.Alipay}, owners); diff != "" {
		t.Error(diff)
	}
	if got := read(t, text, Manifest, platform.Alipay); !got.Known[platform.Request] || !got.Known[platform.Upload] {
		t.Errorf("known: %v", got.Known)
	}
}

func TestCommentsAreNotRead(t *testing.T) {
	got := read(t, `{ // "requestDomain": ["https://commented.example.com"],
  /* "uploadDomain": [] */
  "requestDomain": [
    // "https://old.example.com",
    "https://live.example.com",
  ]}`, ProjectConfig, platform.WeChat)
	check(t, got, summary{Declared: words("request|https://live.example.com"), Known: words("request")})
}

func TestHiddenLists(t *testing.T) {
	got := read(t, `{"requestDomain":["https://a.example.com"],
"appid":"wx1","appid":"wx2","network":{"uploadDomain":["https://u.example.com"]},"network":{},
"requestDomain":["https://b.example.com"]}`, ProjectConfig, platform.WeChat)
	check(t, got, summary{
		Declared: words("request|https://b.example.com"), Known: words("request"),
		Problems: []string{"1:2 broken-file.hidden-list [requestDomain]", "2:29 broken-file.hidden-list [network]"},
	})
	related := got.Problems[0].Related
	if len(related) != 1 || related[0].Span.Position().Line != 3 || related[0].Message != "broken-file.hidden-by" {
		t.Errorf("related: %+v", related)
	}
}

func TestWrongValues(t *testing.T) {
	for _, tt := range []struct {
		text string
		want summary
	}{
		{`{"requestDomain":60000}`, summary{Problems: []string{"1:18 broken-file.domain-list [requestDomain]"}}},
		{`{"requestDomain":{"dev":["https://a.example.com"]}}`, summary{Problems: []string{"1:18 broken-file.domain-list [requestDomain]"}}},
		{`{"requestDomain":null}`, summary{}},
		{`{"requestDomain":""}`, summary{Known: words("request")}},
		{`{"requestDomain":[]}`, summary{Known: words("request")}},
		{`{"requestDomain":["https://a.example.com",1,{"host":"x"},"b"]}`, summary{
			Declared: words("request|https://a.example.com request|b"), Known: words("request"),
			Problems: []string{"1:43 broken-file.domain-list [requestDomain]"},
		}},
		{`{"no_icp_domain":false}`, summary{Problems: []string{"1:18 broken-file.domain-list [no_icp_domain]"}}},
	} {
		check(t, read(t, tt.text, ProjectConfig, platform.WeChat), tt.want)
	}
}

func TestDedicatedFileWithoutAList(t *testing.T) {
	want := summary{Problems: []string{"2:1 broken-file.no-domain-list []"}}
	for _, text := range []string{`{}`, `["https://a.example.com"]`, `{"request":{"GET":1}}`, `"x"`} {
		for _, kind := range []Source{Named, ServerDomains} {
			check(t, read(t, "\n"+text, kind, platform.WeChat), want)
		}
		check(t, read(t, text, ProjectConfig, platform.WeChat), summary{})
	}
}

func TestReadWithoutARoot(t *testing.T) {
	doc, _ := jsonc.Parse(source.NewFile("ext.json", []byte("// nothing")))
	check(t, Read(doc, Named, platform.WeChat), summary{})
}

func TestReadBoxes(t *testing.T) {
	doc, _ := jsonc.Parse(source.NewFile(".beianlint.json", []byte(`{"request":["https://a.example.com"],"socket":"wss://a.example.com",
"upload":[],"download":[],"udp":[],"tcp":[],"webview":["https://m.example.com"],"prefetch":[],"requestDomain":["https://b.example.com"],
"reqest":[],"download":5}`)))
	check(t, ReadBoxes(doc.Root(), platform.WeChat), summary{
		Declared: words("request|https://a.example.com socket|wss://a.example.com webview|https://m.example.com request|https://b.example.com"),
		Known:    words("prefetch request socket tcp udp upload webview"),
		Problems: []string{"3:1 config.allowlist-box [reqest]", "3:24 config.allowlist-list [download]"},
	})
	alipay := ReadBoxes(doc.Root(), platform.Alipay)
	if d := alipay.Declarations[0]; d.Platform != platform.Alipay || len(d.Categories()) != 2 {
		t.Errorf("got %+v", d)
	}
	check(t, ReadBoxes(jsonc.Node{}, platform.WeChat), summary{})
	check(t, ReadBoxes(doc.Root().Get("upload"), platform.WeChat), summary{Problems: []string{"2:10 config.allowlist-list [allowlist]"}})
}

func TestMerge(t *testing.T) {
	a := read(t, `{"requestDomain":["https://a.example.com"]}`, ServerDomains, platform.WeChat)
	a.Merge(read(t, `{"uploadDomain":[],"no_icp_domain":["b.example.com"],"setting":{"urlCheck":false},"udpDomain":1}`, ProjectConfig, platform.WeChat))
	check(t, a, summary{
		Declared: words("request|https://a.example.com"), Known: words("request upload"), NoICP: words("unknown|b.example.com"),
		Off: []string{"setting.urlCheck=false shared=true"}, Problems: []string{"1:95 broken-file.domain-list [udpDomain]"},
	})
	var zero Allowlist
	zero.Merge(a)
	if !zero.Known[platform.Upload] {
		t.Error("the boxes were not merged")
	}
}

func TestMessagesExist(t *testing.T) {
	for _, id := range []message.ID{
		"broken-file.domain-list", "broken-file.no-domain-list", "broken-file.hidden-list", "broken-file.hidden-by",
		"config.allowlist-box", "config.allowlist-list",
	} {
		if message.Lookup(id) == nil {
			t.Errorf("no message %s", id)
		}
	}
}
