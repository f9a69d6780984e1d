package report_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint"
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

// TestSARIFRules: GitHub wants a value for each of these and bounds two of them.
func TestSARIFRules(t *testing.T) {
	for _, lang := range []message.Lang{message.English, message.Chinese} {
		o := fullOptions(lang)
		o.Rules = rule.All
		var doc struct {
			Runs []struct {
				Tool struct {
					Driver struct {
						Rules []struct {
							ID, HelpURI      string
							ShortDescription struct{ Text string }
							FullDescription  struct{ Text string }
							Help             struct{ Text, Markdown string }
						}
					}
				}
			}
		}
		if err := json.Unmarshal([]byte(written(t, "sarif", &lint.Result{}, o)), &doc); err != nil {
			t.Fatal(err)
		}
		rules := doc.Runs[0].Tool.Driver.Rules
		if len(rules) != len(rule.All) {
			t.Errorf("%d rules, want %d", len(rules), len(rule.All))
		}
		for i, r := range rules {
			for what, text := range map[string]string{"short": r.ShortDescription.Text, "full": r.FullDescription.Text} {
				if n := utf8.RuneCountInString(text); n == 0 || n > 1024 || strings.HasSuffix(text, "…") {
					t.Errorf("%s in %s: the %s description has %d characters: %s", r.ID, lang, what, n, text)
				}
			}
			if r.Help.Text == "" || r.Help.Markdown != report.RulePage(rule.All[i], lang) {
				t.Errorf("%s in %s: help %+v", r.ID, lang, r.Help)
			}
		}
	}
}

// TestLongDescriptions: GitHub refuses a rule whose description is longer than it lets it be.
func TestLongDescriptions(t *testing.T) {
	o := fullOptions(message.English)
	o.Rules = []*rule.Rule{{ID: "x", Title: message.Text{EN: strings.Repeat("X", 2000)}}}
	out := written(t, "sarif", &lint.Result{}, o)
	if n := strings.Count(out, `"`+strings.Repeat("X", 1021)+`…"`); n != 2 {
		t.Errorf("%d descriptions that are cut, want 2", n)
	}
}

// TestFirstIsBounded: a first run shows of each part what people read, and counts the rest.
func TestFirstIsBounded(t *testing.T) {
	first := func(domains, hosts int) string {
		p := &app.App{Project: &miniprogram.Project{Root: "work/shop", Platforms: []platform.ID{platform.WeChat}}, Platform: platform.WeChat}
		for i := range domains * hosts {
			h := &app.Host{Host: "h" + strconv.Itoa(i%hosts) + ".example" + strconv.Itoa(i/hosts) + ".com", Enforced: true, Categories: []platform.Category{platform.Request}}
			h.Uses = []*usage.Use{{Endpoint: endpoint.Endpoint{Scheme: "https", Host: h.Host}, Category: platform.Request, API: "wx.request", Certainty: usage.Call, Span: at(hard, "url")}}
			p.Hosts = append(p.Hosts, h)
		}
		o := options(message.English)
		var b strings.Builder
		if err := report.First(&b, &lint.Result{Root: "work/shop", Projects: []*app.App{p}}, o); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if out := first(20, 2); strings.Count(out, ".com ") != 20 || strings.Contains(out, "more") || strings.Contains(out, ", +") {
		t.Errorf("not all of 20 domains and 2 places each:\n%s", out)
	}
	if out := first(23, 5); strings.Count(out, ".com ") != 20 || !strings.Contains(out, "3 more") || strings.Count(out, ", +3") != 20 {
		t.Errorf("not 20 of 23 domains, with 2 of 5 places:\n%s", out)
	}
}

// many is a report of n findings, the last of them the gravest, each with related
// places.
func many(n, places int) *lint.Result {
	r := &lint.Result{}
	var related []source.Related
	for range places {
		related = append(related, source.Related{Span: at(hard, "url"), Message: "related.used"})
	}
	for i := range n {
		rule := stale
		if i == n-1 {
			rule = unfiled
		}
		host := "h" + strconv.Itoa(i*7919) + ".example.net"
		r.Findings = append(r.Findings, &finding.Finding{Rule: rule.ID, Severity: rule.Severity, Host: host, Span: at(hard, "wx.request"),
			Message: "unfiled-domain.missing", Args: []any{host, host}, Related: related})
	}
	return r
}

// TestSARIFIsBounded: GitHub refuses more than 25,000 results and more than 10 MB,
// compressed.
func TestSARIFIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, in which the race detector finds nothing and takes long")
	}
	out := written(t, "sarif", many(25_010, 0), fullOptions(message.English))
	if n := strings.Count(out, `"ruleId"`); n != 25_000 {
		t.Errorf("%d results, want 25000", n)
	}
	if first := strings.Index(out, `"ruleId":"unfiled-domain"`); first < 0 || first > strings.Index(out, `"ruleId":"stale-list"`) {
		t.Error("the gravest finding is not the first")
	}
	if !strings.Contains(out, "10 more findings are not in this file") {
		t.Error("does not say that findings were left out")
	}
	if out := written(t, "sarif", many(1, 25), fullOptions(message.English)); !strings.Contains(out, `{"id":20,`) || strings.Contains(out, `{"id":21,`) {
		t.Error("not 20 related places")
	}
	const part = 10 // a tenth says enough
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(written(t, "sarif", many(25_000/part, 25), fullOptions(message.English)))); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	if b.Len() > 10_000_000/part {
		t.Errorf("%d bytes compressed, of %d results", b.Len(), 25_000/part)
	}
}

// TestLongMessages: hosts that show a message cut it or drop the finding.
func TestLongMessages(t *testing.T) {
	r := many(1, 25)
	f := r.Findings[0]
	f.Message = message.ID(strings.Repeat("长\xff", 50_000))
	for range 300 {
		f.Related = append(f.Related, source.Related{Span: at(hard, "title"), Message: f.Message})
	}
	for _, name := range []string{"sarif", "gitlab", "checkstyle", "junit", "rdjsonl"} {
		got, err := parsers[name](written(t, name, r, fullOptions(message.English)))
		if err != nil || len(got) == 0 {
			t.Errorf("%s: %v, %d findings", name, err, len(got))
			continue
		}
		if n := len(got[0].message); n > 5000 || n < 3900 {
			t.Errorf("%s: a message of %d bytes", name, n)
		}
	}
}

// TestFingerprintsAreUnique: GitLab drops all but one issue of a fingerprint.
func TestFingerprintsAreUnique(t *testing.T) {
	var issues []struct{ Fingerprint string }
	if err := json.Unmarshal([]byte(written(t, "gitlab", many(2000, 0), fullOptions(message.English))), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, i := range issues {
		seen[i.Fingerprint] = true
	}
	if len(seen) != len(issues) {
		t.Errorf("%d fingerprints for %d issues", len(seen), len(issues))
	}
}

// TestSARIFLinks: what a message quotes cannot become a link; the names of
// related places are links to them.
func TestSARIFLinks(t *testing.T) {
	r := many(1, 25)
	r.Findings[0].Message, r.Findings[0].Args = "see [this](https://example.org)", nil
	f := source.NewFile(`work/shop/pages/[id]\x.vue`, []byte("a\n"))
	r.Findings[0].Related = []source.Related{{Span: source.Span{File: f, End: 1}, Message: "related.used"}}
	out := written(t, "sarif", r, fullOptions(message.English))
	if want := `"see [this] (https://example.org). Also: [pages/\\[id\\]\\\\x.vue:1:1](1)"`; !strings.Contains(out, want) {
		t.Errorf("no %s in\n%s", want, out)
	}
}
