package report_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// attacks are what a pull request may hold to make GitHub's runner do something.
var attacks = []string{
	"::error::pwned", "  ::set-output name=a::b", "##[command]pwned", "a##vso[task.setvariable variable=PATH]b", "##teamcity[x]", "a##[add-mask]b", "x\n::error::pwned", "x\r::error::pwned",
	"x%0A::error::pwned", "x\x1b[2K\x1b[1Apwned", "::stop-commands::x", "x,line=1,file=y::pwned", "\x00\x07\x7f", "\u2028::error::pwned",
	"safe\u202egnp.exe", "x\u0085::error::pwned", "x\x85y\xff", "_GitHubActionsFileCommandDelimeter_", "a|b`c<img src=x>[l](javascript:1)",
}

// attacked is a report with the text in every place that a stranger writes.
func attacked(text string) *lint.Result {
	f := source.NewFile("work/"+text, []byte("a = '"+text+"'\n"))
	span := source.Span{File: f, Start: 4, End: len(f.Bytes) - 1}
	return &lint.Result{
		Findings: []*finding.Finding{{
			Rule: unfiled.ID, Severity: finding.Error, Message: message.ID("unknown " + text), Args: []any{text}, Span: span, Host: text, Group: text,
			Related: []source.Related{{Span: span, Message: message.ID("unknown " + text)}},
		}},
		Projects: []*app.App{{Project: &miniprogram.Project{Root: "work/" + text}, Platform: "wechat", Hosts: []*app.Host{{Host: text}}}},
		Summary:  lint.Summary{Errors: 1},
	}
}

// TestTextCannotBeACommand: what the runner obeys is "::name" at the start of a
// line and "##[name]" anywhere; it takes \r and \n as the end of a line.
func TestTextCannotBeACommand(t *testing.T) {
	for _, attack := range attacks {
		r, o := attacked(attack), &report.Options{Lang: message.English, Paths: report.Paths{Base: "work"}, FailOn: "error"}
		var text, table strings.Builder
		if err := report.Text(&text, r, o); err != nil {
			t.Fatal(err)
		}
		if err := report.HostsTable(&table, r, o); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(text.String()+table.String(), "\n") {
			if command(line) {
				t.Errorf("%q: a command: %q", attack, line)
			}
			if i := strings.IndexFunc(line, dangerous); i >= 0 {
				t.Errorf("%q: a control character: %q", attack, line)
			}
		}
	}
}

var mark = regexp.MustCompile(`##(vso|teamcity)?\[`)

func command(line string) bool {
	return strings.HasPrefix(strings.TrimSpace(line), "::") || mark.MatchString(line)
}

func dangerous(r rune) bool {
	return unicode.IsControl(r) || r != '\u200d' && unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// TestAnnotationsAreOurs: between the guards nothing counts, behind them there
// is one command a line and each is an annotation.
func TestAnnotationsAreOurs(t *testing.T) {
	for _, attack := range attacks {
		var b strings.Builder
		o := &report.Options{Token: "t0ken", Lang: message.English, Paths: report.Paths{Base: "work"}}
		if err := report.GitHub(&b, attacked(attack), o); err != nil {
			t.Fatal(err)
		}
		text, commands, ok := strings.Cut(b.String(), "\n::t0ken::\n")
		if !ok || !strings.HasPrefix(text, "::stop-commands::t0ken\n") {
			t.Fatalf("%q: no guard: %q", attack, b.String())
		}
		lines := strings.Split(strings.TrimSuffix(commands, "\n"), "\n")
		if len(lines) != 1 || !strings.HasPrefix(lines[0], "::error ") || strings.ContainsAny(lines[0], "\r\x1b\x00") {
			t.Errorf("%q: got %q, want one annotation", attack, lines)
		}
		head, _, _ := strings.Cut(strings.TrimPrefix(lines[0], "::error "), "::")
		for property := range strings.SplitSeq(head, ",") {
			name, value, _ := strings.Cut(property, "=")
			if !slices.Contains([]string{"col", "endColumn", "endLine", "file", "line", "title"}, name) || name != "file" && strings.Contains(value, "pwned") {
				t.Errorf("%q: a property of its own: %q", attack, property)
			}
		}
	}
}

func TestJSONStaysReadable(t *testing.T) {
	for _, attack := range attacks {
		var b strings.Builder
		if err := report.JSON(&b, attacked(attack), &report.Options{Lang: message.English, Paths: report.Paths{Base: "work"}}); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if command(line) || strings.ContainsAny(line, "\r\x1b\x00") {
				t.Errorf("%q: %q", attack, line)
			}
		}
		var back struct{ Findings []struct{ Host string } }
		if err := json.Unmarshal([]byte(b.String()), &back); err != nil {
			t.Fatalf("%q: %v", attack, err)
		}
		if got, want := back.Findings[0].Host, strings.ToValidUTF8(attack, "\ufffd"); got != want {
			t.Errorf("host %q, want %q", got, want)
		}
	}
}
