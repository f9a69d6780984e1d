package report_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with a file of testdata/report.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("..", "..", "testdata", "report", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s, -want +got (go test ./lint/report -update rewrites it):\n%s", name, diff)
	}
}

var (
	unfiled  = &rule.Rule{ID: "unfiled-domain", Severity: finding.Error}
	insecure = &rule.Rule{ID: "insecure-scheme", Severity: finding.Error}
	checkOff = &rule.Rule{ID: "domain-check-off", Severity: finding.Notice}
	stale    = &rule.Rule{ID: "stale-list", Severity: finding.Warning}
)

// at is the span of text in the file.
func at(f *source.File, text string) source.Span {
	i := bytes.Index(f.Bytes, []byte(text))
	if i < 0 {
		panic("no " + text + " in " + f.Name)
	}
	return source.Span{File: f, Start: i, End: i + len(text)}
}

// hard is a line with a tab, Chinese characters and an emoji, in a file whose
// name has a blank, a comma and Chinese characters.
var hard = source.NewFile("work/shop/页面/a b,c.js", []byte(
	"const a = 1\n\twx.request({ title: '首页🛒', url: 'https://api.example.net/v1' })\n"))

// sample is the report that every format has a golden of.
func sample() *lint.Result {
	config := source.NewFile("work/shop/project.config.json", []byte("\ufeff{\r\n  \"requestDomain\": [\"http://api.example.org\"]\r\n}\r\n"))
	min := source.NewFile("work/shop/lib/a.min.js", []byte(
		strings.Repeat("var 变量=1;", 5000)+`x="https://api.example.net"`+strings.Repeat(";y()", 5000)))
	literal := at(hard, "'https://api.example.net/v1'")
	declared := at(config, `"http://api.example.org"`)
	related := func(span source.Span) source.Related { return source.Related{Span: span, Message: "related.used"} }
	found := func(r *rule.Rule, span source.Span, host string, c platform.Category, id message.ID, args ...any) *finding.Finding {
		return &finding.Finding{
			Rule: r.ID, Severity: r.Severity, Message: id, Args: args, Span: span, Host: host, Category: c, Project: "work/shop", Group: endpoint.FilingDomain(host),
		}
	}
	first := found(unfiled, literal, "api.example.net", platform.Request, "unfiled-domain.missing", "api.example.net", "example.net")
	first.Related = []source.Related{related(at(min, "x=")), related(at(hard, "url")), related(at(hard, "title")), related(at(config, "requestDomain")), related(literal)}
	return &lint.Result{
		Root: "work/shop",
		Findings: []*finding.Finding{
			first,
			found(insecure, declared, "api.example.org", platform.Request, "insecure-scheme.scheme", "http://api.example.org", "https"),
			found(unfiled, at(min, `"https://api.example.net"`), "api.example.net", platform.Unknown, "unfiled-domain.missing", "api.example.net", "example.net"),
			found(unfiled, at(min, `y()`), "cdn.example.net", platform.Download, "unfiled-domain.missing", "cdn.example.net", "example.net"),
			found(checkOff, at(config, "{\r\n"), "", "", "a sentence that the catalogue does not have"),
			found(stale, source.Span{}, "", "", "a finding without a place"),
		},
		Summary: lint.Summary{Projects: 1, Files: 42, Hosts: 3, Filed: 1, Errors: 4, Warnings: 1, Notices: 1},
		Projects: []*app.App{{
			Project:  &miniprogram.Project{Root: "work/shop", Platforms: []platform.ID{platform.WeChat, platform.Alipay}},
			Platform: platform.WeChat,
			Hosts: []*app.Host{
				{Host: "api.example.com", Categories: []platform.Category{platform.Request, platform.Upload}, Enforced: true,
					Filing: app.Filing{Status: "filed", Domain: "example.com", Number: "京ICP备12345678号-1"},
					Uses: []*usage.Use{{Endpoint: endpoint.Endpoint{Scheme: "https", Host: "api.example.com", Port: 8443},
						Category: platform.Request, API: "wx.request", Certainty: usage.Call, Span: literal}}},
				{Host: "api.example.org", Categories: []platform.Category{platform.Request}, Enforced: true,
					Filing: app.Filing{Status: "unfiled"}},
				{Host: "cdn.example.net", Filing: app.Filing{Status: "unknown"}},
			},
			Declarations: []*allowlist.Declaration{
				{Endpoint: endpoint.Endpoint{Scheme: "http", Host: "api.example.org"}, Category: platform.Request, Span: declared},
				{Raw: "https:///", Err: errors.New("no host"), Category: platform.Request, Span: declared},
			},
			Dynamic: []usage.Use{{API: "wx.downloadFile", Category: platform.Download, Certainty: usage.Dynamic, Span: at(hard, "wx.request")}},
		}, {Project: &miniprogram.Project{Root: "work/shop/plugin", Platforms: []platform.ID{platform.Alipay}}, Platform: platform.Alipay}},
	}
}

func options(lang message.Lang) *report.Options {
	return &report.Options{Lang: lang, Paths: report.Paths{Base: "work/shop"}, FailOn: "error"}
}

// guardedOptions is options with what annotations need.
func guardedOptions() *report.Options {
	o := options(message.English)
	o.Token = "t0ken"
	return o
}

func TestText(t *testing.T) {
	for _, lang := range []message.Lang{message.English, message.Chinese} {
		var b strings.Builder
		if err := report.Text(&b, sample(), options(lang)); err != nil {
			t.Fatal(err)
		}
		golden(t, "text."+string(lang)+".golden", b.String())
	}
	o := options(message.English)
	o.Color = true
	var b strings.Builder
	if err := report.Text(&b, sample(), o); err != nil {
		t.Fatal(err)
	}
	golden(t, "text.color.golden", b.String())
}

func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := report.JSON(&b, sample(), &report.Options{Lang: message.English, Paths: report.Paths{Base: "work"}}); err != nil {
		t.Fatal(err)
	}
	golden(t, "json.golden", b.String())
	b.Reset()
	if err := report.JSON(&b, &lint.Result{}, &report.Options{Lang: message.English}); err != nil {
		t.Fatal(err)
	}
	golden(t, "json.empty.golden", b.String())
}

func TestHosts(t *testing.T) {
	for _, lang := range []message.Lang{message.English, message.Chinese} {
		var b strings.Builder
		if err := report.HostsTable(&b, sample(), options(lang)); err != nil {
			t.Fatal(err)
		}
		golden(t, "hosts."+string(lang)+".golden", b.String())
	}
	var b strings.Builder
	if err := report.HostsJSON(&b, sample(), &report.Options{Paths: report.Paths{Base: "work"}}); err != nil {
		t.Fatal(err)
	}
	golden(t, "hosts.json.golden", b.String())
}

func TestMarkdown(t *testing.T) {
	const blob = "https://github.com/example/shop/blob/0123456789012345678901234567890123456789/"
	for lang, blob := range map[message.Lang]string{message.English: blob, message.Chinese: ""} {
		golden(t, "markdown."+string(lang)+".golden", markdown(t, sample(), options(lang), blob))
	}
	passed := &lint.Result{Summary: lint.Summary{Projects: 1, Files: 2}}
	golden(t, "markdown.passed.golden", markdown(t, passed, options(message.English), ""))
}

func markdown(t *testing.T, r *lint.Result, o *report.Options, blob string) string {
	t.Helper()
	o.Blob = blob
	var b strings.Builder
	if err := report.Markdown(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGitHub(t *testing.T) {
	var b strings.Builder
	if err := report.GitHub(&b, sample(), guardedOptions()); err != nil {
		t.Fatal(err)
	}
	golden(t, "github.golden", b.String())
}

func TestProblems(t *testing.T) {
	list := source.NewFile("work/shop/filed-domains.txt", []byte("example.com\ncom.cn 京ICP备12345678号\n"))
	problems := []*source.Problem{{Span: at(list, "com.cn"), Message: "a list that covers too much"}}
	var b strings.Builder
	if err := report.Problems(&b, problems, options(message.English)); err != nil {
		t.Fatal(err)
	}
	golden(t, "problems.golden", b.String())
	b.Reset()
	if err := report.GitHubProblems(&b, problems, guardedOptions()); err != nil {
		t.Fatal(err)
	}
	golden(t, "problems.github.golden", b.String())
}

// full is a writer that never takes anything.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWriteErrors(t *testing.T) {
	o := options(message.English)
	for name, err := range map[string]error{
		"files":    report.Files(full{}, &lint.Result{}, o.Paths),
		"problems": report.Problems(full{}, nil, o),
		"changes":  report.Changes(full{}, nil, o),
		"annotate": report.Annotate(full{}, "text"),
	} {
		wantFull(t, name, err)
	}
	all := fullOptions(message.English)
	for _, format := range report.Formats {
		wantFull(t, string(format.Subject)+" "+format.Name, format.Write(full{}, sample(), &all))
	}
}

func wantFull(t *testing.T, name string, err error) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("%s: got error %v, want the writer's", name, err)
	}
}

// written is the report in a format of the findings.
func written(t *testing.T, name string, r *lint.Result, o report.Options) string {
	t.Helper()
	format := report.Findings.Format(name)
	if format == nil {
		t.Fatalf("there is no format %q", name)
	}
	return writtenAs(t, format, r, o)
}

func writtenAs(t *testing.T, format *report.Format, r *lint.Result, o report.Options) string {
	t.Helper()
	var b strings.Builder
	if err := format.Write(&b, r, &o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// fullOptions is options with what only some formats take.
func fullOptions(lang message.Lang) report.Options {
	o := *options(lang)
	o.Token, o.Version, o.Rules = "t0ken", "v1.2.3", []*rule.Rule{unfiled, insecure}
	o.Now = time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	return o
}

// page is the documentation of a rule in SARIF.
var page = regexp.MustCompile(`"markdown":"(\\.|[^"\\])*"`)

// TestFormats: one finding list in every format, and none. The other formats have
// tests of their own with more to look at.
func TestFormats(t *testing.T) {
	for _, name := range []string{"oneline", "sarif", "gitlab", "checkstyle", "junit", "rdjsonl", "digest"} {
		full := written(t, name, sample(), fullOptions(message.English))
		golden(t, name+".golden", page.ReplaceAllString(full, `"markdown":"…"`))
		empty := written(t, name, &lint.Result{}, fullOptions(message.Chinese))
		golden(t, name+".empty.golden", page.ReplaceAllString(empty, `"markdown":"…"`))
	}
}

// TestUnknownHelpOnce: what to do about calls whose host is not known is said once,
// not for every category.
func TestUnknownHelpOnce(t *testing.T) {
	call := func(api, category string) *finding.Finding {
		return &finding.Finding{Rule: "dynamic-host", Severity: finding.Notice, Message: "dynamic-host.call", Args: []any{api, category}}
	}
	got := written(t, "text", &lint.Result{Findings: []*finding.Finding{call("wx.request", "request"), call("wx.uploadFile", "upload")}}, *options(message.English))
	if strings.Count(got, "help: ") != 1 || strings.Count(got, "only known at run time") != 2 {
		t.Error(got)
	}
}
