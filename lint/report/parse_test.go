package report_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/rule"
)

// read is what a client reads of a finding.
type read struct{ path, message string }

// parsers read formats as their clients do.
var parsers = map[string]func(string) ([]read, error){
	"json":       readJSON,
	"sarif":      readSARIF,
	"gitlab":     readGitLab,
	"checkstyle": readCheckstyle,
	"junit":      readJUnit,
	"rdjsonl":    readRDJSONL,
}

func readJSON(text string) ([]read, error) {
	var doc struct {
		Findings []struct{ File, Message string }
	}
	err := json.Unmarshal([]byte(text), &doc)
	var all []read
	for _, f := range doc.Findings {
		all = append(all, read{f.File, report.Visible(f.Message)}) // a contract: nothing is taken away
	}
	return all, err
}

// readSARIF resolves the address of the file, which is exact even where its name
// is no UTF-8.
func readSARIF(text string) ([]read, error) {
	type place struct {
		PhysicalLocation struct {
			ArtifactLocation struct{ URI, URIBaseID string }
			Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
		}
	}
	var doc struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Message   struct{ Text string }
				Locations []place
				Related   []place `json:"relatedLocations"`
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		return nil, err
	}
	var all []read
	for _, r := range doc.Runs[0].Results {
		if rules := doc.Runs[0].Tool.Driver.Rules; rules[r.RuleIndex].ID != r.RuleID {
			return nil, errors.New("ruleIndex is not the rule's")
		}
		for _, l := range append(r.Locations, r.Related...) {
			u, err := url.Parse(l.PhysicalLocation.ArtifactLocation.URI)
			if err != nil || u.Host != "" || l.PhysicalLocation.Region.StartColumn < 1 {
				return nil, fmt.Errorf("not a place: %+v, %v", l, err)
			}
			all = append(all, read{u.Path, r.Message.Text})
		}
	}
	return all, nil
}

func readGitLab(text string) ([]read, error) {
	var doc []struct {
		Description, Fingerprint string
		Location                 struct {
			Path  string
			Lines struct{ Begin int }
		}
	}
	err := json.Unmarshal([]byte(text), &doc)
	var all []read
	for _, i := range doc {
		if i.Location.Lines.Begin < 1 || i.Fingerprint == "" {
			return nil, fmt.Errorf("GitLab would drop %+v", i)
		}
		all = append(all, read{i.Location.Path, i.Description})
	}
	return all, err
}

func readCheckstyle(text string) ([]read, error) {
	var doc struct {
		XMLName xml.Name `xml:"checkstyle"`
		Files   []struct {
			Name   string `xml:"name,attr"`
			Errors []struct {
				Message string `xml:"message,attr"`
				Group   string `xml:"group,attr"`
			} `xml:"error"`
		} `xml:"file"`
	}
	d := xml.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&doc); err != nil {
		return nil, err
	}
	if rest := text[d.InputOffset():]; rest != "\n" {
		return nil, fmt.Errorf("more than one element: %q", rest)
	}
	var all []read
	for _, f := range doc.Files {
		for _, e := range f.Errors {
			if strings.ContainsAny(e.Group, "\n\r\x00\x1b") {
				return nil, fmt.Errorf("not a name: %q", e.Group)
			}
			all = append(all, read{f.Name, e.Message})
		}
	}
	return all, nil
}

func readRDJSONL(text string) ([]read, error) {
	var all []read
	for line := range strings.Lines(text) {
		var d struct {
			Message  string
			Location struct{ Path string }
			Original string `json:"original_output"`
		}
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			return nil, err
		}
		if len(line) >= 64<<10 || strings.ContainsAny(d.Original, "\r\n") {
			return nil, fmt.Errorf("reviewdog stops at %q", line)
		}
		all = append(all, read{d.Location.Path, d.Message})
	}
	return all, nil
}

// more is what besides attacks ends a string somewhere or may not stand there.
var more = []string{
	"]]>", `&amp;&lt;"'<>/>`, "<!-- -->", "\ufffe\uffff\ufdd0", "\xed\xa0\x80\xc0\xaf", "100%41%zz", "](https://example.com)[", `\u0000\"\`,
	"页面/a b,c.js", ":", "\U0001f6d2\u200d", "a//b/./c", "../../up", "C:/x", "-", " ", "#?&=;:@", "\u2029\ufeff\u00a0", strings.Repeat("\x01长", 1000),
}

// TestFormatsStayWhole: whatever names, messages, hosts and sources hold, each format
// stays what it is: clients of findings read each, with its file, on one line.
func TestFormatsStayWhole(t *testing.T) {
	for i := range report.Formats {
		for _, text := range append(attacks, more...) {
			staysWhole(t, &report.Formats[i], text)
		}
	}
}

// FuzzFormats is TestFormatsStayWhole for any text, in one format at a time.
func FuzzFormats(f *testing.F) {
	for i, text := range append(attacks, more...) {
		f.Add(uint8(i), text)
	}
	f.Fuzz(func(t *testing.T, at uint8, text string) {
		if len(text) > 4096 {
			t.Skip("no file has such a name")
		}
		staysWhole(t, &report.Formats[int(at)%len(report.Formats)], text)
	})
}

func staysWhole(t *testing.T, format *report.Format, text string) {
	t.Helper()
	r := attacked(text)
	r.Findings = append(r.Findings, &finding.Finding{Rule: stale.ID, Severity: finding.Notice, Message: message.ID("nowhere " + text)})
	o := report.Options{Token: "t0ken", Rules: []*rule.Rule{unfiled}, Lang: message.English, Paths: report.Paths{Base: "work"}}
	out := writtenAs(t, format, r, o)
	if !utf8.ValidString(out) {
		t.Errorf("%s: not UTF-8: %q", format.Name, out)
	}
	for line := range strings.SplitSeq(out, "\n") {
		if format.Machine && command(line) {
			t.Errorf("%s: a command: %q", format.Name, line)
		}
	}
	if parse := parsers[format.Name]; parse != nil && format.Subject == report.Findings {
		got, err := parse(out)
		check(t, format.Name, r.Findings[0].Span.File.Name, got, err)
	}
	if n := strings.Count(out, "\n"); format.Name == "oneline" && n != 2 {
		t.Errorf("oneline: %d lines, want 2", n)
	}
}

// check compares what a client reads: the first finding lies in the file, and
// each says something on one line.
func check(t *testing.T, format, name string, got []read, err error) {
	t.Helper()
	if err != nil || len(got) < 2 {
		t.Fatalf("%s: %d findings, %v", format, len(got), err)
	}
	base := report.Paths{Base: "work"}
	want := base.Show(name)
	switch {
	case format == "sarif" && strings.HasPrefix(want+"/", "../"):
		want = "/" + path.Clean(name) // what lies outside
	case format == "checkstyle" || format == "junit":
		line := strings.TrimSpace(want)
		if format == "junit" { // a line for people, with the place behind the name
			line, want = line+":", report.Visible(want)
		}
		if strings.HasPrefix(line, "::") {
			want = "./" + want
		}
		want = strings.Map(inXML, want)
	case format != "sarif":
		want = string([]rune(want)) // a byte that is no UTF-8 becomes U+FFFD
	}
	if got[0].path != want {
		t.Errorf("%s: file %q, want %q", format, got[0].path, want)
	}
	for _, g := range got {
		if strings.TrimSpace(g.message) == "" || strings.ContainsFunc(g.message, dangerous) {
			t.Errorf("%s: message %q", format, g.message)
		}
	}
}

// inXML is what stands in XML for a character that may not, or should not.
func inXML(r rune) rune {
	switch {
	case r < ' ':
		return '\u2400' + r
	case r == '\ufffe' || r == '\uffff':
		return '\ufffd'
	}
	return r
}
