package report_test

import (
	"encoding/json"
	"encoding/xml"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// hostileText has what is something else than text in one format or another, and an end
// by which it is known again.
const hostileText = "::error::]]><b>\x1b[2K\u009b\u202e\u2028\n\r\x00|`x`#1@me ##[command]=cmd https://x.example.com end"

// everywhere is attacked with the text in the help as well, and with findings without a
// host and without a place.
func everywhere(text string) *lint.Result {
	r := attacked(text)
	bare := func(f finding.Finding) *finding.Finding {
		f.Severity, f.Message, f.Args = finding.Error, "config.unknown-key", []any{"x", text}
		return &f
	}
	r.Findings = append(r.Findings,
		bare(finding.Finding{Rule: insecure.ID, Span: r.Findings[0].Span}),
		bare(finding.Finding{Rule: stale.ID, Project: "work/" + text}),
		&finding.Finding{Rule: stale.ID, Severity: finding.Error, Message: message.ID("unknown " + text)},
	)
	covered := &app.Host{Host: "a" + text, Enforced: true, Filing: app.Filing{Status: "filed", Number: text}}
	r.Projects[0].Hosts = append(r.Projects[0].Hosts, covered)
	return r
}

// TestJUnitCells reads every attribute and text as Jenkins does: nothing in it moves a
// cursor, ends a line, is a command or is lost, for which encoding/xml writes another sign.
func TestJUnitCells(t *testing.T) {
	cells := 0
	check := func(what, cell string) {
		cells++
		if strings.Contains(cell, "\ufffd") || strings.IndexFunc(cell, dangerous) >= 0 || mark.MatchString(cell) {
			t.Errorf("%s: %.200q", what, cell)
		}
	}
	d := xml.NewDecoder(strings.NewReader(written(t, "junit", everywhere(hostileText), fullOptions(message.English))))
	for token, _ := d.Token(); token != nil; token, _ = d.Token() {
		switch x := token.(type) {
		case xml.StartElement:
			for _, a := range x.Attr {
				check(x.Name.Local+"'s "+a.Name.Local, a.Value)
			}
		case xml.CharData:
			for line := range strings.SplitSeq(string(x), "\n") {
				check("a line of a text", line)
				if strings.HasPrefix(line, "::") {
					t.Errorf("a command: %q", line)
				}
			}
		}
	}
	if cells < 50 {
		t.Errorf("only %d cells", cells)
	}
}

// TestSARIFNamesOutside: the address of a file outside of the repository is one.
func TestSARIFNamesOutside(t *testing.T) {
	r := everywhere("x")
	r.Findings[0].Span = source.Span{File: source.NewFile("elsewhere/"+hostileText+"%41", nil)}
	var doc struct {
		Runs []struct {
			Results []struct {
				Locations []struct {
					PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, "sarif", r, fullOptions(message.English))), &doc); err != nil {
		t.Fatal(err)
	}
	uri := doc.Runs[0].Results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI
	if !regexp.MustCompile(`^file:///elsewhere/([-._a-zA-Z0-9/]|%[0-9A-F]{2})+%2541$`).MatchString(uri) {
		t.Errorf("an address that is none: %q", uri)
	}
}

// TestAnnotationCells: between the "::" of an annotation and its end stands what go-githubactions
// leaves as it is, which is all but the ends of lines.
func TestAnnotationCells(t *testing.T) {
	lines := annotationsOf(t, everywhere(hostileText).Findings, report.Options{Lang: message.English, Paths: report.Paths{Base: "work"}})
	var b strings.Builder
	if err := report.Annotate(&b, hostileText); err != nil {
		t.Fatal(err)
	}
	lines = append(lines, strings.TrimSuffix(b.String(), "\n"))
	if len(lines) != 5 {
		t.Errorf("%d annotations, want 5: %q", len(lines), lines)
	}
	for _, line := range lines {
		if strings.IndexFunc(line, dangerous) >= 0 || !strings.HasPrefix(line, "::error ") || !strings.Contains(line, "title=beianlint") {
			t.Errorf("got %q", line)
		}
	}
}

// TestMarkdownCells: the filing of a domain and what is to be done are no more markup
// than its name (TestMarkdownCannotBeMarkup), and one text does not fill the summary.
func TestMarkdownCells(t *testing.T) {
	r := everywhere(hostileText)
	r.Findings[0].Host = r.Projects[0].Hosts[1].Host
	r.Findings[0].Project = r.Projects[0].Root
	md := summaryOf(r, message.English)
	for line := range strings.Lines(md) {
		rest := strings.ReplaceAll(ours.ReplaceAllString(entity.ReplaceAllString(strings.TrimSuffix(line, "\n"), ""), ""), "[", "")
		if strings.ContainsAny(rest, "<>&`*_~]\\!#@$|") || strings.Contains(rest, "://") || strings.IndexFunc(rest, dangerous) >= 0 {
			t.Errorf("markup in %q", line)
		}
	}
	if n := strings.Count(md, "x.example.com end"); n < 6 {
		t.Errorf("the text is shown %d times:\n%s", n, md)
	}
	for _, f := range r.Findings {
		f.Args = []any{strings.Repeat("<", 300_000), strings.Repeat("<", 300_000)}
	}
	if n := len(summaryOf(r, message.English)); n > 100<<10 {
		t.Errorf("%d bytes of four findings, GitHub takes 1 MiB", n)
	}
}

// TestDigestLineFits: a robot takes the message be its only text as long as it may be.
func TestDigestLineFits(t *testing.T) {
	if got := written(t, "digest", everywhere(strings.Repeat("长", 5000)), fullOptions(message.English)); len(got) > 3500 || strings.Count(got, "…") != 3 {
		t.Errorf("%d bytes: %s", len(got), got)
	}
}

// TestLongTextsAreCutFirst: to make a text of megabytes visible, and then to throw it away,
// takes three times its memory.
func TestLongTextsAreCutFirst(t *testing.T) {
	r := everywhere("x")
	r.Findings = r.Findings[:1]
	r.Findings[0].Related[0].Message, r.Findings[0].Related[0].Args = message.ID(strings.Repeat("\x1b", 8<<20)), nil
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	text := written(t, "junit", r, fullOptions(message.English))
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 24<<20 || len(text) > 20_000 {
		t.Errorf("%d bytes of memory for a report of %d", taken, len(text))
	}
}
