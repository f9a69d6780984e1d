package report

import (
	"io"
	"time"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
)

// Subject is what a report is about.
type Subject string

// The subjects of reports.
const (
	Findings Subject = "findings"
	Hosts    Subject = "hosts"
)

// Format is one form in which a run can be written. A new one is a file and a
// row of Formats.
type Format struct {
	Subject Subject
	Name    string
	// Machine says that a program or a browser reads it: nothing else may stand
	// around it, and nothing in it may be a command to GitHub's runner.
	Machine bool
	// Host says that a CI host reads it, which knows files by their names
	// relative to the repository's root; the others are relative to the current
	// folder.
	Host bool
	// Secret says that it needs Options.Token.
	Secret bool
	// Boxes says that it has what stands in the console's boxes, and leaves the
	// other hosts out.
	Boxes bool
	// Targets says that it has for which of several platforms a host counts: each is then
	// evaluated by itself.
	Targets bool
	// Single says that it is about one mini program: the report has no other.
	Single bool
	// Write writes the report and returns the error of the writer.
	Write func(w io.Writer, r *lint.Result, o *Options) error
}

// Options says how a report is written; each format takes what it needs.
type Options struct {
	Lang   message.Lang
	Paths  Paths
	Color  bool
	FailOn Threshold
	Quiet  bool // no summary
	TextOptions

	// Token ends the stretch of text in which GitHub's runner obeys no command.
	// It is random, so that nobody can write it into a source file.
	Token   string
	Summary bool // a step summary is written, which has all the findings
	Plain   bool // no annotations
	Before  int  // errors that were annotated before

	// Blob is the address, with a slash at its end, below which the files can be
	// read as they were linted, relative to Paths.Base; "" where there is none.
	Blob    string
	Root    string       // the fs name of the folder that Blob is the address of
	Version string       // of beianlint, "" where it is not known
	Rules   []*rule.Rule // those of the run
	Now     time.Time    // when the run was
}

// TextOptions says how much the text report shows.
type TextOptions struct {
	Verbose    bool // all places of a finding
	Links      bool // names of rules are links to their pages, which the terminal shows
	Statistics bool // counts in place of the findings
}

// Formats are all forms of a report, the default of each subject first.
var Formats = []Format{
	{Subject: Findings, Name: "text", Write: Text},
	{Subject: Findings, Name: "oneline", Write: OneLine},
	{Subject: Findings, Name: "json", Machine: true, Write: JSON},
	{Subject: Findings, Name: "github", Host: true, Secret: true, Write: GitHub},
	{Subject: Findings, Name: "sarif", Machine: true, Host: true, Write: SARIF},
	{Subject: Findings, Name: "gitlab", Machine: true, Host: true, Write: GitLab},
	{Subject: Findings, Name: "checkstyle", Machine: true, Host: true, Write: Checkstyle},
	{Subject: Findings, Name: "junit", Machine: true, Host: true, Write: JUnit},
	{Subject: Findings, Name: "rdjsonl", Machine: true, Write: RDJSONL},
	{Subject: Findings, Name: "markdown", Machine: true, Host: true, Write: Markdown},
	{Subject: Findings, Name: "digest", Machine: true, Host: true, Write: Digest},
	{Subject: Findings, Name: "html", Machine: true, Write: HTML},

	{Subject: Hosts, Name: "table", Targets: true, Write: HostsTable},
	{Subject: Hosts, Name: "json", Machine: true, Targets: true, Write: HostsJSON},
	{Subject: Hosts, Name: "csv", Machine: true, Targets: true, Write: HostsCSV},
	{Subject: Hosts, Name: "markdown", Targets: true, Write: HostsMarkdown},
	{Subject: Hosts, Name: "console", Boxes: true, Write: Console},
	{Subject: Hosts, Name: "api", Machine: true, Boxes: true, Single: true, Write: API},
}

// Names lists the names of the subject's formats, the default first.
func (s Subject) Names() []string {
	var names []string
	for i := range Formats {
		if Formats[i].Subject == s {
			names = append(names, Formats[i].Name)
		}
	}
	return names
}

// Format returns the subject's format of a name. It returns nil if there is none.
func (s Subject) Format(name string) *Format {
	for i := range Formats {
		if Formats[i].Subject == s && Formats[i].Name == name {
			return &Formats[i]
		}
	}
	return nil
}
