package report_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

func hostsIn(t *testing.T, name string, r *lint.Result, o *report.Options) string {
	t.Helper()
	return writtenAs(t, report.Hosts.Format(name), r, *o)
}

func TestHostsCSV(t *testing.T) {
	r := sample()
	r.Projects[1].Tenant = "work/shop/plugin/ext.json"
	r.Projects[1].Hosts = []*app.Host{{Host: "=1+1", Declared: app.PartlyListed}, {Host: "::error::x,\"y\""}}
	text, marked := strings.CutPrefix(hostsIn(t, "csv", r, options(message.English)), "\ufeff")
	if !marked {
		t.Error("Excel needs the byte order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		got = append(got, strings.Join(row, "|"))
	}
	want := []string{
		"project|platform|host|registrable_domain|categories|enforced|filing_status|filing_domain|filing_number|declared|file|line|column|platforms",
		".|wechat|api.example.com|example.com|request, upload|true|filed|example.com|京ICP备12345678号-1||页面/a b,c.js|2|34|wechat, alipay",
		".|wechat|cdn.example.net|example.net||false|unknown|||||0|0|wechat, alipay",
		".|wechat|api.example.org|example.org|request|true|unfiled||||project.config.json|2|21|wechat, alipay",
		"plugin/ext.json|alipay|::error::x,\"y\"|::error::x,\"y\"||false||||||0|0|alipay",
		"plugin/ext.json|alipay|'=1+1|'=1+1||false||||partly||0|0|alipay",
	}
	slices.Sort(got[2:4])
	slices.Sort(want[2:4])
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestHostsMarkdown(t *testing.T) {
	r := sample()
	r.Projects[0].Hosts = r.Projects[0].Hosts[:1]
	r.Projects[0].Hosts[0].Declared = app.NotListed
	got := hostsIn(t, "markdown", r, options(message.English))
	const want = `## . (WeChat, Alipay)

| domain | used for | filing | in the allowlist | where |
|---|---|---|---|---|
| api.example.com | request, upload | 京ICP备12345678号-1 | no | 页面/a b,c.js:2:34 |

## plugin (Alipay)

no domains
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	r.Projects[0].Hosts[0].Host = "a|b`*_<x>.example.com"
	if got := hostsIn(t, "markdown", r, options(message.English)); !strings.Contains(got, "| a&#124;b&#96;&#42;&#95;&lt;x&gt;.example.com |") {
		t.Errorf("markup in\n%s", got)
	}
}

// TestHostsTitles: who looks for a mini program finds its folder, platforms and
// the ext.json that makes it of a template.
func TestHostsTitles(t *testing.T) {
	r := &lint.Result{Projects: []*app.App{{
		Project: &miniprogram.Project{Root: "work/shop/::a", Platforms: []platform.ID{platform.WeChat, "other"}},
		Tenant:  "work/shop/t\x1b/ext.json",
	}}}
	if got := hostsIn(t, "table", r, options(message.Chinese)); !strings.HasPrefix(got, "./::a（微信、other），t␛/ext.json\n") {
		t.Errorf("got %q", got)
	}
}

// traced is what is said of a host of a mini program with a helper, a picture
// and a comment.
func traced(t *testing.T, host string) (text string, found bool) {
	t.Helper()
	r, err := lint.Run(t.Context(), lint.Options{
		FS: fstest.MapFS{
			"work/app.json": {Data: []byte(`{"pages": ["a"]}`)},
			"work/a.wxml":   {Data: []byte(`<image src="https://pic.example.com/a.png"/>`)},
			"work/a.js":     {Data: []byte("const base = 'https://api.example.com'\nconst get = path => wx.request({url: base + path})\nPage({onLoad() { get('/a') }})\n// https://comment.example.com\n")},
		},
		Dirs: []string{"work"}, Cwd: "work", Now: htmlNow,
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	found, err = report.Trace(&b, r, host, &report.Options{Lang: message.English, Paths: report.Paths{Base: "work"}})
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), found
}

// TestTraceOfADeclaration: an entry of the allowlist is told of by its box.
func TestTraceOfADeclaration(t *testing.T) {
	var b strings.Builder
	found, err := report.Trace(&b, sample(), "api.example.org", options(message.English))
	if err != nil || !found || !strings.HasPrefix(b.String(), "project.config.json:2:21: ") || !strings.Contains(b.String(), "(request)") && !strings.Contains(b.String(), " request") {
		t.Errorf("%v, %v: %q", found, err, b.String())
	}
	r := sample()
	r.Projects[0].Hosts[0].Uses[0].Span = source.Span{} // as the config says
	b.Reset()
	if found, err := report.Trace(&b, r, "api.example.com", options(message.English)); err != nil || !found || b.Len() > 0 {
		t.Errorf("%v, %v: %q", found, err, b.String())
	}
}

func TestTrace(t *testing.T) {
	for host, want := range map[string][]string{
		"api.example.com":     {"a.js:1:14: “api.example.com” is written here\n", "then: a.js:2:", "contacted by wx.request (request)\n"},
		"pic.example.com":     {"a.wxml:1:12: “pic.example.com” is written here\n", "then: a.wxml:1:12: media only"},
		"comment.example.com": {"a.js:4:", "not contacted: in a comment"},
		"nowhere.example.com": nil,
	} {
		text, found := traced(t, host)
		if found != (want != nil) {
			t.Errorf("%s: found %v in\n%s", host, found, text)
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: no %q in\n%s", host, w, text)
			}
		}
		if host == "pic.example.com" && strings.Contains(text, "contacted by") {
			t.Errorf("a picture is no request:\n%s", text)
		}
	}
}
