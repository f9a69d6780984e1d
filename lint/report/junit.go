package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/rule"
)

// The attributes are those that Jenkins accepts (junit-10.xsd of its xunit plugin:
// https://github.com/jenkinsci/xunit-plugin) and GitLab reads
// (https://docs.gitlab.com/ci/testing/unit_test_reports/).
type junitReport struct {
	XMLName xml.Name `xml:"testsuites"`
	junitCounts
	Suites []*junitSuite `xml:"testsuite"`
}

type junitCounts struct {
	Name     string `xml:"name,attr"`
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Errors   int    `xml:"errors,attr"` // none: a run that breaks off leaves no report
}

type junitSuite struct {
	junitCounts
	Skipped int          `xml:"skipped,attr"`
	Cases   []*junitCase `xml:"testcase"`
	names   map[string]int
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Group   string        `xml:"group,attr,omitempty"` // what people are shown as one finding
	Failure *junitOutcome `xml:"failure"`
	Skipped *junitOutcome `xml:"skipped"`
}

type junitOutcome struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// JUnit writes the results as tests, which Jenkins, Codeup and GitLab show first: a
// suite for each mini program and one for the lists and configs. A finding that
// fails the run is a failed test, a milder one a skipped test, a host that a filing
// covers a test that passes, so that a host that was filed shows as mended. What is
// quoted is made visible where it is put in, so that nothing is left to escape but
// for XML. It returns the error of the writer.
func JUnit(w io.Writer, r *lint.Result, o *Options) error {
	doc := junitReport{junitCounts: junitCounts{Name: "beianlint"}, Suites: o.junitSuites(r)}
	for _, s := range doc.Suites {
		doc.Tests += s.Tests
		doc.Failures += s.Failures
	}
	text, err := xml.MarshalIndent(doc, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+strings.ReplaceAll(string(text), "></testcase>", "/>")+"\n")
	return err
}

// junitSuites are the suites in the order of the mini programs, that of the lists
// first.
func (o *Options) junitSuites(r *lint.Result) []*junitSuite {
	suites := []*junitSuite{o.newSuite("")}
	byRoot := map[string]*junitSuite{"": suites[0]}
	for _, a := range r.Projects {
		if byRoot[a.Root] == nil {
			byRoot[a.Root] = o.newSuite(a.Root)
			suites = append(suites, byRoot[a.Root])
		}
	}
	for _, f := range r.Findings {
		suite := byRoot[f.Project]
		if suite == nil {
			suite = suites[0]
		}
		suite.addFinding(f, o)
	}
	for _, a := range r.Projects {
		byRoot[a.Root].addCovered(a)
	}
	return withoutEmpty(suites)
}

// withoutEmpty leaves out the suite of the lists where it has no tests, and adds a
// test that passes to a report without any: Jenkins fails a build whose report has
// none (https://plugins.jenkins.io/junit/).
func withoutEmpty(suites []*junitSuite) []*junitSuite {
	lists := suites[0]
	switch {
	case len(lists.Cases) > 0:
		return suites
	case slices.ContainsFunc(suites, func(s *junitSuite) bool { return len(s.Cases) > 0 }):
		return suites[1:]
	}
	lists.add(&junitCase{Name: "nothing to report", Class: lists.Name})
	return suites
}

// newSuite returns the empty suite of a mini program's root, or of the lists and
// configs for "".
func (o *Options) newSuite(root string) *junitSuite {
	name := "lists and configs"
	if root != "" {
		name = visiblePath(o.Paths.Show(root))
	}
	if name == "." {
		name = "beianlint"
	}
	return &junitSuite{junitCounts: junitCounts{Name: name}, names: map[string]int{}}
}

// add adds a test under a name of its own: GitLab shows one of the tests that share
// a class and a name.
func (s *junitSuite) add(c *junitCase) {
	key := c.Class + "\n" + c.Name
	s.names[key]++
	if n := s.names[key]; n > 1 {
		c.Name += fmt.Sprintf(" (%d)", n)
	}
	s.Tests++
	s.Cases = append(s.Cases, c)
}

// addFinding adds the test that a finding fails.
func (s *junitSuite) addFinding(f *finding.Finding, o *Options) {
	c := &junitCase{Name: o.junitName(f), Class: s.class(f.Rule), Group: Visible(f.Group)}
	outcome := &junitOutcome{string(f.Severity), o.describe(f), o.junitText(f)}
	if o.FailOn.Fails(f.Severity) {
		c.Failure = outcome
		s.Failures++
	} else {
		c.Skipped = outcome
		s.Skipped++
	}
	s.add(c)
}

// junitName is what a finding is about: a host, a file or what it says. It has no
// line and, where it can, no count, so that the test stays the same when code above
// it changes.
func (o *Options) junitName(f *finding.Finding) string {
	switch {
	case f.Host != "":
		return Visible(hostName(f.Host))
	case f.Span.File != nil:
		return visiblePath(o.Paths.Show(f.Span.File.Name))
	}
	return visibleShort(f.Text(o.Lang))
}

// addCovered adds a passed test for each enforced host that a filing covers, as the
// rule would name and group it.
func (s *junitSuite) addCovered(a *app.App) {
	for _, h := range a.Hosts {
		if name := Visible(hostName(h.Host)); h.Enforced && h.Filing.Covered() && s.names[s.class(rule.UnfiledDomain.ID)+"\n"+name] == 0 {
			s.add(&junitCase{Name: name, Class: s.class(rule.UnfiledDomain.ID), Group: Visible(endpoint.FilingDomain(h.Host))})
		}
	}
}

// class is the class of a rule's tests. Jenkins takes what stands before the last
// dot for a package, GitLab shows the whole as the suite.
func (s *junitSuite) class(rule string) string { return s.Name + "." + rule }

// junitText says where a finding stands and what else belongs to it, a line each.
func (o *Options) junitText(f *finding.Finding) string {
	lines := []string{o.oneLine(f)}
	if help := f.Help(o.Lang); help != "" {
		lines = append(lines, visibleShort(help))
	}
	shown := min(len(f.Related), maxRelated)
	for i := range f.Related[:shown] {
		r := &f.Related[i]
		lines = append(lines, visiblePath(o.Paths.at(r.Span))+": "+o.describeRelated(r))
	}
	if more := len(f.Related) - shown; more > 0 {
		lines = append(lines, plural(o.Lang, "report.more-places", more))
	}
	return strings.Join(lines, "\n")
}
