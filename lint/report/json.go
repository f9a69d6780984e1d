package report

import (
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage"
)

// jsonVersion is the version of both JSON contracts. A key may be added to
// them; none is renamed, removed or given another meaning.
const jsonVersion = 1

type jsonReport struct {
	Version  int           `json:"version"`
	Summary  jsonSummary   `json:"summary"`
	Findings []jsonFinding `json:"findings"`

	NotFollowed []jsonNotFollowed `json:"notFollowed,omitempty"`
}

// jsonNotFollowed is something that could not be followed.
type jsonNotFollowed struct {
	Project string       `json:"project,omitempty"` // where rows of several stand together
	Reason  usage.Reason `json:"reason"`
	jsonPlace
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// notFollowedJSON are the rows of a mini program.
func notFollowedJSON(p *app.App, project string, o *Options) (rows []jsonNotFollowed) {
	for i := range p.NotFollowed {
		r := &p.NotFollowed[i]
		rows = append(rows, jsonNotFollowed{project, r.Reason, o.Paths.json(r.Span), o.Lang.Message(r.Message, r.Args...), r.Count})
	}
	return rows
}

type jsonSummary struct {
	Projects int `json:"projects"`
	Files    int `json:"files"`
	Hosts    int `json:"hosts"`
	Filed    int `json:"filed"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notices  int `json:"notices"`

	Ignored   int `json:"ignored,omitempty"`
	Baselined int `json:"baselined,omitempty"`
	Unchanged int `json:"unchanged,omitempty"`
}

type jsonFinding struct {
	Rule      string            `json:"rule"`
	Severity  finding.Severity  `json:"severity"`
	Message   string            `json:"message"`
	Help      string            `json:"help"`
	File      string            `json:"file"`
	Line      int               `json:"line"`
	Column    int               `json:"column"`
	EndLine   int               `json:"endLine"`
	EndColumn int               `json:"endColumn"`
	Host      string            `json:"host"`
	Category  platform.Category `json:"category"`
	Project   string            `json:"project"`
	Group     string            `json:"group,omitempty"` // what people are shown as one finding
	Related   []jsonRelated     `json:"related"`
}

type jsonRelated struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// JSON writes the findings as `--format json` promises them; the sentences in
// o.Lang, everything else the same in every language. Lines and columns are 0
// and file is "" for a finding that has no place.
func JSON(w io.Writer, r *lint.Result, o *Options) error {
	out := jsonReport{Version: jsonVersion, Summary: jsonSummary(r.Summary), Findings: []jsonFinding{}}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, findingJSON(f, o))
	}
	for _, p := range r.Projects {
		out.NotFollowed = append(out.NotFollowed, notFollowedJSON(p, o.Paths.Show(p.Root), o)...)
	}
	return writeJSON(w, out)
}

func findingJSON(f *finding.Finding, o *Options) jsonFinding {
	at := o.Paths.place(f.Span)
	j := jsonFinding{
		Rule: ruleID(f), Severity: f.Severity,
		Message: f.Text(o.Lang), Help: f.Help(o.Lang),
		File: at.file, Line: at.line, Column: at.column, EndLine: at.endLine, EndColumn: at.endCol,
		Host: f.Host, Category: f.Category, Group: f.Group, Related: []jsonRelated{},
	}
	if f.Project != "" {
		j.Project = o.Paths.Show(f.Project)
	}
	for _, r := range f.Related {
		at := o.Paths.place(r.Span)
		j.Related = append(j.Related, jsonRelated{at.file, at.line, at.column, o.Lang.Message(r.Message, r.Args...)})
	}
	return j
}

// ruleID returns the id of the finding's rule; "" for a problem of a list or a
// config.
func ruleID(f *finding.Finding) string {
	if f.Rule == "" {
		return ""
	}
	return f.Rule
}
