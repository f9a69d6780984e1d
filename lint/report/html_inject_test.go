package report_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// markups are what a stranger may write to leave the place that is meant for
// it, or to be taken for something else.
var markups = []string{
	"</script><script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "</title><h1>x", "<!-- x", "--> x", "<![CDATA[", "]]>x",
	`" onmouseover="alert(1)`, `' autofocus onfocus='alert(1)`, "x>y<z", "&lt;b&gt;", "&amp;&#x26;&#0;", "javascript:alert(1)", "data:text/html,x",
	"</td></tr></table><p>x", "</code></li></ul></section>", "<svg/onload=alert(1)>", "<plaintext>", "<textarea>", "</select><option>x", "<base href=//x>",
	"a\u2028b\u2029c", "safe\u202egnp.exe", "\u2066x\u2069", "\x00\x01\x1b[31m\x7f\u0085", "a\r\nb\nc\td", "\xff\xfe\xc0", "\ufeffx", "e\u0301\u0301", "`${x}`",
	"<meta http-equiv=refresh content=0>", "{n} {all}", "#q=x", "日本語\u3000<b>", "",
}

// hostile is a report with the text in every place that a stranger, a list or a
// config writes.
func hostile(text string) *lint.Result {
	f := source.NewFile("work/"+text, []byte("a = '"+text+"'\n"))
	span := source.Span{File: f, Start: 4, End: len(f.Bytes) - 1}
	related := []source.Related{{Span: span, Message: message.ID("unknown " + text)}}
	category := platform.Category(text)
	r := &lint.Result{
		Lists: []string{"work/" + text}, Summary: lint.Summary{Projects: 1, Hosts: 1, Errors: 1},
		Skipped: []miniprogram.Skip{{Name: "work/" + text, Reason: message.ID(text), Count: 1}},
		Projects: []*app.App{{
			Project:  &miniprogram.Project{Root: "work/" + text, Platforms: []platform.ID{platform.WeChat, platform.ID(text)}, AppID: text},
			Platform: platform.WeChat, Tenant: "work/" + text + "/ext.json",
			Hosts: []*app.Host{{
				Host: text, Enforced: true, Declared: app.Declared(text), Categories: []platform.Category{platform.Request, category},
				Filing: app.Filing{Status: "unfiled", Domain: text + ".cn", Number: text, Entity: text, Span: span},
				Uses:   []*usage.Use{{Endpoint: endpoint.Endpoint{Host: text}, Category: platform.Request, API: text, Span: span}},
			}},
			Declarations: []*allowlist.Declaration{{Raw: text, Endpoint: endpoint.Endpoint{Host: text}, Category: platform.Request, Span: span}},
			Boxes:        []app.Box{{Category: platform.Request, Title: message.Text{EN: text, ZH: text}, Takes: []platform.Category{platform.Request}, Entries: []endpoint.Endpoint{{Scheme: text, Host: text}}, Declared: map[string]app.Declared{text: app.Declared(text)}}},
		}},
	}
	for _, id := range []message.ID{"unfiled-domain.missing", "pending-filing.ended", "dynamic-host.call", message.ID("unknown " + text)} {
		r.Findings = append(r.Findings, &finding.Finding{
			Rule: text, Severity: finding.Error, Message: id, Args: []any{text, text, text, text}, Span: span,
			Host: text, Category: category, Project: "work/" + text, Related: related,
		})
	}
	return r
}

// TestHTMLStaysText: whatever the text is, the report has the elements and
// attributes that it has with a harmless one, in the same order.
func TestHTMLStaysText(t *testing.T) {
	for _, text := range append(markups, attacks...) {
		want := shape(t, hostile("x"))
		if got := shape(t, hostile(text)); got != want && text != "" {
			t.Errorf("%q: another document:\n%s", text, firstDifference(want, got))
		}
	}
}

// shape is the document without its texts. That there is a note depends on whether
// there is a text, of which nothing is left of an empty one.
func shape(t *testing.T, r *lint.Result) string {
	t.Helper()
	var b strings.Builder
	for n := range parseHTML(t, writeHTML(t, r, htmlOptions(message.English))).Descendants() {
		switch n.Type {
		case html.ElementNode:
			b.WriteString("<" + n.Data)
			for _, a := range n.Attr {
				b.WriteString(" " + a.Key)
			}
			b.WriteString(">\n")
		case html.CommentNode:
			b.WriteString("comment\n")
		}
	}
	return b.String()
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "want " + w[i] + ", got " + g[i] + " behind " + strings.Join(g[max(i-5, 0):i], "")
		}
	}
	return "one is longer"
}

// TestHTMLShowsWhatIsThere: a reader sees the text itself, with signs for what
// cannot be seen, and nothing of it is a command to GitHub's runner.
func TestHTMLShowsWhatIsThere(t *testing.T) {
	for _, text := range append(markups, attacks...) {
		out := writeHTML(t, hostile(text), htmlOptions(message.Chinese))
		doc := parseHTML(t, out)
		if want := strings.ToValidUTF8(report.Visible(text), "\ufffd"); !strings.Contains(textOf(doc), want) {
			t.Errorf("%q is not to be read in the report", text)
		}
		body := inlineStyle.ReplaceAllString(inlineScript.ReplaceAllString(out, ""), "")
		for line := range strings.SplitSeq(body, "\n") {
			if command(line) {
				t.Errorf("%q: a command: %q", text, line)
			}
			if i := strings.IndexFunc(line, dangerous); i >= 0 {
				t.Errorf("%q: a control character: %q", text, line)
			}
		}
	}
}

// TestHTMLKnowsNoLinks: nothing of a repository is followed or loaded.
func TestHTMLKnowsNoLinks(t *testing.T) {
	for _, text := range markups {
		loadsNothing(t, parseHTML(t, writeHTML(t, hostile(text), htmlOptions(message.English))))
	}
}

func FuzzHTMLStaysText(f *testing.F) {
	for _, text := range markups {
		f.Add(text)
	}
	plain := ""
	f.Fuzz(func(t *testing.T, text string) {
		if strings.TrimSpace(text) == "" || strings.ContainsAny(text, "./:") { // what a path or host is made of changes how it is shown
			t.Skip()
		}
		if plain == "" {
			plain = shape(t, hostile("x"))
		}
		if got := shape(t, hostile(text)); got != plain {
			t.Errorf("another document:\n%s", firstDifference(plain, got))
		}
	})
}
