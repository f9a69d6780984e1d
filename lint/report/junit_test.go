package report_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/report"
)

// junitTest is a test as Jenkins and GitLab read it.
type junitTest struct {
	Name    string `xml:"name,attr"`
	Class   string `xml:"classname,attr"`
	Failure *struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	} `xml:"failure"`
	Skipped *struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	} `xml:"skipped"`
}

func (c *junitTest) outcome() string {
	switch {
	case c.Failure != nil:
		return "failed"
	case c.Skipped != nil:
		return "skipped"
	}
	return "passed"
}

func decodeJUnit(text string) (tests []junitTest, err error) {
	var doc struct {
		XMLName  xml.Name `xml:"testsuites"`
		Tests    int      `xml:"tests,attr"`
		Failures int      `xml:"failures,attr"`
		Suites   []struct {
			Tests    int         `xml:"tests,attr"`
			Failures int         `xml:"failures,attr"`
			Skipped  int         `xml:"skipped,attr"`
			Cases    []junitTest `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(text), &doc); err != nil {
		return nil, err
	}
	for _, s := range doc.Suites {
		counts := map[string]int{}
		for i := range s.Cases {
			counts[s.Cases[i].outcome()]++
		}
		if s.Tests != len(s.Cases) || s.Failures != counts["failed"] || s.Skipped != counts["skipped"] {
			return nil, fmt.Errorf("the counts of a suite are wrong: %+v", s)
		}
		doc.Tests -= s.Tests
		doc.Failures -= s.Failures
		tests = append(tests, s.Cases...)
	}
	if doc.Tests != 0 || doc.Failures != 0 {
		return nil, errors.New("the counts of the whole are not those of its suites")
	}
	return tests, nil
}

// readJUnit reads findings: a place is only in the text, in front of the severity.
func readJUnit(text string) (all []read, err error) {
	tests, err := decodeJUnit(text)
	for _, c := range tests {
		outcome := c.Failure
		if outcome == nil {
			outcome = c.Skipped
		}
		if outcome == nil {
			continue
		}
		file, _, _ := strings.Cut(outcome.Text, ":1:5: ")
		all = append(all, read{file, outcome.Message})
	}
	return all, err
}

// accepted are the elements, with their attributes, of junit-10.xsd of Jenkins'
// xunit plugin that a report has; those that the schema requires begin with "!".
var accepted = map[string][]string{
	"testsuites": {"name", "tests", "failures", "errors"},
	"testsuite":  {"!name", "!tests", "!failures", "!errors", "skipped"},
	"testcase":   {"!name", "classname", "group"},
	"failure":    {"type", "message"},
	"skipped":    {"type", "message"},
}

// TestJUnitSchema: Jenkins refuses a report with an attribute that its schema does
// not have.
func TestJUnitSchema(t *testing.T) {
	for _, r := range []*lint.Result{sample(), {}} {
		d := xml.NewDecoder(strings.NewReader(written(t, "junit", r, fullOptions(message.Chinese))))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if e, ok := token.(xml.StartElement); ok {
				checkElement(t, e)
			}
		}
	}
}

func checkElement(t *testing.T, e xml.StartElement) {
	t.Helper()
	attributes, ok := accepted[e.Name.Local]
	if !ok {
		t.Errorf("the schema has no element %s", e.Name.Local)
	}
	has := func(name string) bool {
		return slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
	}
	for _, name := range attributes {
		if required, ok := strings.CutPrefix(name, "!"); ok && !has(required) {
			t.Errorf("%s has no %s", e.Name.Local, required)
		}
	}
	for _, a := range e.Attr {
		if !slices.Contains(attributes, a.Name.Local) && !slices.Contains(attributes, "!"+a.Name.Local) {
			t.Errorf("the schema has no %s of %s", a.Name.Local, e.Name.Local)
		}
	}
}

// TestJUnitOutcomes: what fails the run fails a test, what does not is skipped, and
// a covered host passes the test that it would fail; a host that somebody has decided
// to live with is no test.
func TestJUnitOutcomes(t *testing.T) {
	found := func(rule, host string, s finding.Severity) *finding.Finding {
		return &finding.Finding{Rule: rule, Host: host, Severity: s, Message: "said", Project: "work/shop"}
	}
	host := func(name string, status filing.Status, enforced bool) *app.Host {
		return &app.Host{Host: name, Enforced: enforced, Filing: app.Filing{Status: status}}
	}
	r := &lint.Result{
		Findings: []*finding.Finding{
			found("unfiled-domain", "a.example.com", finding.Error),
			found("insecure-scheme", "a.example.com", finding.Warning),
			found("insecure-scheme", "a.example.com", finding.Warning),
			{Rule: "stale-list", Severity: finding.Notice, Message: "old"},
		},
		Projects: []*app.App{{Project: &miniprogram.Project{Root: "work/shop"}, Hosts: []*app.Host{
			host("a.example.com", "unfiled", true), host("b.example.com", "filed", true), host("c.example.com", "vendor", true),
			host("ignored.example.com", "unfiled", true), host("d.example.com", "filed", false),
		}}},
	}
	for failOn, want := range map[report.Threshold][]string{
		"warning": {
			"lists and configs.stale-list old skipped", "beianlint.unfiled-domain a.example.com failed", "beianlint.insecure-scheme a.example.com failed",
			"beianlint.insecure-scheme a.example.com (2) failed", "beianlint.unfiled-domain b.example.com passed", "beianlint.unfiled-domain c.example.com passed",
		},
		report.Never: {
			"lists and configs.stale-list old skipped", "beianlint.unfiled-domain a.example.com skipped", "beianlint.insecure-scheme a.example.com skipped",
			"beianlint.insecure-scheme a.example.com (2) skipped", "beianlint.unfiled-domain b.example.com passed", "beianlint.unfiled-domain c.example.com passed",
		},
	} {
		o := fullOptions(message.English)
		o.FailOn = failOn
		tests, err := decodeJUnit(written(t, "junit", r, o))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range tests {
			got = append(got, tests[i].Class+" "+tests[i].Name+" "+tests[i].outcome())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%s\nwant\n%s", failOn, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestJUnitGroup: a test has the group that the other formats give the finding, and
// one that passes the group that the finding would have.
func TestJUnitGroup(t *testing.T) {
	project := &miniprogram.Project{Root: "work/shop"}
	got := written(t, "junit", &lint.Result{
		Findings: []*finding.Finding{{Rule: "undeclared-domain", Host: "a.example.net", Group: "request", Message: "said", Project: project.Root}},
		Projects: []*app.App{{Project: project, Hosts: []*app.Host{{Host: "a.example.com", Enforced: true, Filing: app.Filing{Status: "filed"}}}}},
	}, *options(message.English))
	if !strings.Contains(got, `.undeclared-domain" group="request"`) || !strings.Contains(got, `.unfiled-domain" group="example.com"`) {
		t.Errorf("a group is not there: %s", got)
	}
}
