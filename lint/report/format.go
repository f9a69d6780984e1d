package report

import (
	"io"
	"time"

	"github.com/beianlint/beianlint/lint"
)

// Format is one form in which a run's findings can be written. A new one is a
// file and a row of Formats.
type Format struct {
	Name string
	// Machine says that a program or a browser reads it: nothing else may stand
	// around it, and nothing in it may be a command to GitHub's runner.
	Machine bool
	// Host says that a CI host reads it, which knows files by their names
	// relative to the repository's root; the others are relative to the current
	// folder.
	Host bool
	// Secret says that it needs Options.Token.
	Secret bool
	// Write writes the report and returns the error of the writer.
	Write func(w io.Writer, r *lint.Report, o *Options) error
}

// Options says how a report is written; each format takes what it needs.
type Options struct {
	TextOptions
	Token   string       // see GitHubOptions
	Summary bool         // see GitHubOptions
	Plain   bool         // see GitHubOptions
	Before  int          // see GitHubOptions
	Blob    string       // see MarkdownOptions
	Version string       // of beianlint, "" where it is not known
	Rules   []*lint.Rule // those of the run
	Now     time.Time    // when the run was
}

// Formats are the forms of the findings, the default first.
var Formats = []Format{
	{Name: "text", Write: writeText},
	{Name: "oneline", Write: OneLine},
	{Name: "json", Machine: true, Write: writeReportJSON},
	{Name: "github", Host: true, Secret: true, Write: writeGitHub},
	{Name: "sarif", Machine: true, Host: true, Write: SARIF},
	{Name: "gitlab", Machine: true, Host: true, Write: GitLab},
	{Name: "checkstyle", Machine: true, Host: true, Write: Checkstyle},
	{Name: "rdjsonl", Machine: true, Write: RDJSONL},
	{Name: "markdown", Machine: true, Host: true, Write: writeMarkdown},
	{Name: "html", Machine: true, Write: HTML},
}

// FormatNames lists the names of the formats.
func FormatNames() []string {
	names := make([]string, len(Formats))
	for i := range Formats {
		names[i] = Formats[i].Name
	}
	return names
}

// FormatByName returns the format of a name, nil when there is none.
func FormatByName(name string) *Format {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i]
		}
	}
	return nil
}

func writeText(w io.Writer, r *lint.Report, o *Options) error {
	return Text(w, r, o.TextOptions)
}

func writeReportJSON(w io.Writer, r *lint.Report, o *Options) error {
	return JSON(w, r, o.Lang, o.Paths)
}

func writeGitHub(w io.Writer, r *lint.Report, o *Options) error {
	return GitHub(w, r, GitHubOptions{TextOptions: o.TextOptions, Token: o.Token, Summary: o.Summary, Plain: o.Plain, Before: o.Before})
}

func writeMarkdown(w io.Writer, r *lint.Report, o *Options) error {
	_, err := io.WriteString(w, Markdown(r, MarkdownOptions{o.TextOptions, o.Blob}))
	return err
}
