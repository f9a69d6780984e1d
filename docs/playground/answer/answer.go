// Package answer lints what was dropped on the playground's page, with the engine that
// the command line has, and says what came of it in the words of a language.
package answer

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"time"

	"github.com/beianlint/beianlint/docs/playground/dropped"
	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
)

// Question is what is to be linted.
type Question struct {
	Tree     *dropped.Tree
	Folders  []string // of mini programs
	Lists    []string // filed lists; none: the nearest filed-domains.txt of each folder
	Now      time.Time
	Version  string // of beianlint
	Progress *lint.Progress
}

// Answer is what one run found.
type Answer struct {
	question Question
	result   *lint.Result
	err      error
}

// Ask runs the linter. A filed list is wanted, but none is no error: then there is
// only a list of domains to show.
func Ask(ctx context.Context, q Question) *Answer {
	a := &Answer{question: q}
	q.Tree.Rewind()
	a.result, a.err = lint.Run(ctx, lint.Options{
		FS: q.Tree, Dirs: q.Folders, Cwd: ".", Filed: q.Lists, Now: q.Now, Progress: q.Progress,
	})
	if errors.Is(a.err, lint.ErrNoProject) && len(a.result.Projects) > 0 {
		a.err = nil // the others are shown
	}
	return a
}

// View is what the page shows of an answer.
type View struct {
	Failure  []Finding `json:"failure,omitempty"` // why there is nothing else
	Look     string    `json:"look"`              // good, fair or bad
	Verdict  string    `json:"verdict"`
	Counts   string    `json:"counts"`
	Listed   bool      `json:"listed"` // there is a filed list
	Domains  int       `json:"domains"`
	Refused  int       `json:"refused"` // files that could not be taken
	Findings []Finding `json:"findings"`
	Programs []Program `json:"programs"`
	Files    []File    `json:"files"` // to be saved
}

// Finding is one finding, of one filing.
type Finding struct {
	Severity string  `json:"severity"`
	Label    string  `json:"label"`
	Text     string  `json:"text"`
	Help     string  `json:"help,omitempty"`
	Rule     string  `json:"rule,omitempty"`
	URL      string  `json:"url,omitempty"` // of the rule's page
	Places   []Place `json:"places"`
	More     int     `json:"more,omitempty"` // places that are not shown
}

// Place is one place with its source line.
type Place struct {
	At   string `json:"at"`
	Line string `json:"line,omitempty"`
}

// Program is one mini program.
type Program struct {
	Title   string     `json:"title"`
	Table   [][]string `json:"table"` // of its hosts, the heads first
	Boxes   []Box      `json:"boxes"`
	LeftOut []string   `json:"leftOut"`
}

// Box is a box of the platform's console.
type Box struct {
	Title   string `json:"title"`
	Text    string `json:"text"`
	Entries int    `json:"entries"`
}

// File is one that the page offers.
type File struct {
	Kind string `json:"kind"` // html, csv, list or add
	Name string `json:"name"`
	Text string `json:"text"`
}

// maxPlaces is how many places of a finding are shown; the report has them all.
const maxPlaces = 4

// In says the answer in a language.
func (a *Answer) In(l message.Lang) (*View, error) {
	w := &writer{answer: a, lang: l, options: &report.Options{
		Lang: l, Paths: report.Paths{Base: "."}, FailOn: "error", Version: a.question.Version, Rules: rule.All, Now: a.question.Now,
	}}
	if a.err != nil {
		return &View{Look: "bad", Failure: w.failure(a.err)}, nil
	}
	return w.view()
}

// writer puts an answer into words.
type writer struct {
	answer  *Answer
	lang    message.Lang
	options *report.Options
}

func (w *writer) view() (*View, error) {
	r := w.answer.result
	v := &View{Listed: len(r.Lists) > 0, Refused: w.answer.question.Tree.Refused, Findings: w.findings(r.Findings)}
	v.Look, v.Verdict, v.Counts = report.Verdict(r, w.options)
	for _, p := range r.Projects {
		program := Program{Boxes: []Box{}, LeftOut: []string{}}
		program.Title, program.Table = report.HostTable(p, w.options)
		for _, box := range p.Boxes {
			if len(box.Entries) > 0 {
				program.Boxes = append(program.Boxes, Box{box.Title.In(w.lang), report.BoxText(p.Platform, box), len(box.Entries)})
			}
		}
		for _, out := range p.LeftOut {
			program.LeftOut = append(program.LeftOut, report.Visible(w.lang.Message("cli.left-out", out.Host, w.lang.Message(out.Reason))))
		}
		v.Programs = append(v.Programs, program)
		v.Domains += len(p.Hosts)
	}
	return v, w.files(v)
}

// files writes what the page offers to be saved. Without a filed list there is no
// report, which would be about filings, but a list to begin with.
func (w *writer) files(v *View) error {
	// They are named here, and not looked up among all formats, which would be linked then.
	add := func(kind, name string, write func(io.Writer, *lint.Result, *report.Options) error) error {
		var b strings.Builder
		err := write(&b, w.answer.result, w.options)
		v.Files = append(v.Files, File{kind, name, b.String()})
		return err
	}
	if v.Listed {
		if err := add("html", "domains.html", report.HTML); err != nil {
			return err
		}
	}
	if err := add("csv", "domains.csv", report.HostsCSV); err != nil {
		return err
	}
	kind, lines, entries := "add", "", 0
	if v.Listed {
		lines, entries = report.Additions(w.answer.result, w.lang)
	} else {
		kind = "list"
		lines, entries = report.Starter(w.answer.result, w.lang)
	}
	if entries > 0 {
		v.Files = append(v.Files, File{kind, filedlist.Name, lines})
	}
	return nil
}

func (w *writer) findings(all []*finding.Finding) []Finding {
	list := []Finding{}
	for _, g := range finding.Groups(all) {
		list = append(list, w.finding(g))
	}
	return list
}

func (w *writer) finding(g *finding.Group) Finding {
	f := Finding{
		Severity: string(g.Severity), Label: report.SeverityText(g.Severity, w.lang),
		Text: report.Visible(g.Text(w.lang)), Help: report.Visible(g.Help(w.lang)), Rule: g.Rule, Places: []Place{},
	}
	if g.Rule != "" {
		f.URL = report.RulePageURL(g.Rule, w.lang)
	}
	sites := g.Sites
	f.More = max(len(sites)-maxPlaces, 0)
	for _, s := range sites[:len(sites)-f.More] {
		f.Places = append(f.Places, Place{report.Visible(report.PlaceOf(s.Span, w.options.Paths)), report.SourceLine(s.Span)})
	}
	return f
}

// failure says why the linter did not run to its end.
func (w *writer) failure(err error) []Finding {
	var list *filedlist.Error
	var conf *config.Error
	var none *lint.NoProjectError
	var path *fs.PathError
	switch {
	case errors.As(err, &list):
		return w.problems(list.Problems)
	case errors.As(err, &conf):
		return w.problems(conf.Problems)
	case errors.As(err, &none) && none.Ignored != "":
		return w.say("cli.project-ignored-at", none.Dir, none.Ignored)
	case errors.As(err, &none):
		return w.say("cli.no-project-at-all", none.Dir)
	case errors.As(err, &path):
		return w.say("cli.unreadable-path", path.Path, message.Cause(path.Err))
	}
	return w.say("cli.failed", message.Cause(err))
}

func (w *writer) problems(problems []*source.Problem) []Finding {
	var all []*finding.Finding
	for _, p := range problems {
		f := &finding.Finding{Severity: finding.Error, Message: p.Message, Args: p.Args, Span: p.Span}
		if p.Span.File != nil {
			f.Places = []finding.Place{{Span: p.Span}}
		}
		all = append(all, f)
	}
	return w.findings(all)
}

func (w *writer) say(id message.ID, args ...any) []Finding {
	return []Finding{{
		Severity: string(finding.Error), Label: report.SeverityText(finding.Error, w.lang),
		Text: report.Visible(w.lang.Message(id, args...)), Places: []Place{},
	}}
}
