package report

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// What the runner keeps of a step, without a word about the rest: ten annotations
// of each severity, and 4096 UTF-16 units of a message (actions/runner,
// ExecutionContext.cs). The bound in bytes is the narrower one.
const (
	maxAnnotations = 10
	maxMessage     = 4096
	maxSentence    = 1500 // of a message, in bytes: two of them leave room for the counts
)

// command is a workflow command: what the runner obeys where a step prints it.
type command struct {
	name, message string
	properties    map[string]string
}

// GitHub writes the text report, guarded, and then the most severe findings as
// annotations of GitHub Actions. It returns the error of the writer.
func GitHub(w io.Writer, r *lint.Result, o *Options) error {
	err := Guard(w, o.Token, func(w io.Writer) error { return Text(w, r, o) })
	if err != nil {
		return err
	}
	return o.annotate(w, r.Findings)
}

// GitHubProblems is Problems for GitHub Actions.
func GitHubProblems(w io.Writer, problems []*source.Problem, o *Options) error {
	err := Guard(w, o.Token, func(w io.Writer) error { return Problems(w, problems, o) })
	if err != nil {
		return err
	}
	return o.annotate(w, findingsOf(problems))
}

// Annotate writes one line of text as an error annotation without a place. It
// returns the error of the writer.
func Annotate(w io.Writer, text string) error {
	return issue(w, &command{
		name: "error", message: truncate(Visible(text), maxMessage), properties: map[string]string{"title": "beianlint"},
	})
}

// Guard lets write print while GitHub's runner obeys no command: what is
// printed quotes sources that a stranger may have written. It returns the error
// of write or of the writer.
func Guard(w io.Writer, token string, write func(io.Writer) error) (err error) {
	if err := issue(w, &command{name: "stop-commands", message: token}); err != nil {
		return err
	}
	defer func() { // also when write panics: what is said of that would not be heard
		err = errors.Join(err, issue(w, &command{name: token}))
	}()
	return write(w)
}

// annotate writes the annotations, the errors first: one for each domain, as
// long as the runner takes them, and a last one that counts the findings left.
func (o *Options) annotate(w io.Writer, findings []*finding.Finding) error {
	if o.Plain {
		return nil
	}
	shown, left := choose(byTopic(findings), maxAnnotations-o.Before)
	for _, t := range shown {
		if err := issue(w, o.annotation(t)); err != nil {
			return err
		}
	}
	if left == 0 {
		return nil
	}
	id := message.ID("report.more-in-log")
	if o.Summary {
		id = "report.more-in-summary"
	}
	return issue(w, &command{
		name: string(finding.Notice), message: plural(o.Lang, id, left), properties: map[string]string{"title": "beianlint"},
	})
}

// choose returns the topics that become annotations, and how many findings are
// in the others. When there are others one notice is kept free to say so.
func choose(topics []*topic, errors int) (shown []*topic, left int) {
	shown, left = within(topics, errors, maxAnnotations)
	if left > 0 {
		shown, left = within(topics, errors, maxAnnotations-1)
	}
	return shown, left
}

// within takes ten topics of each severity, but only so many errors and notices.
func within(topics []*topic, errors, notices int) (shown []*topic, left int) {
	room := map[finding.Severity]int{finding.Error: errors, finding.Warning: maxAnnotations, finding.Notice: notices}
	for _, t := range topics {
		if s := t.worst.Severity; room[s] > 0 {
			room[s]--
			shown = append(shown, t)
		} else {
			left += len(t.all)
		}
	}
	return shown, left
}

// annotation makes the command of one topic: its most severe finding, and how many
// more there are; go-githubactions escapes what would end the message or a property.
func (o *Options) annotation(t *topic) *command {
	f := t.worst
	text := truncate(Visible(f.Text(o.Lang)), maxSentence)
	if help := f.Help(o.Lang); help != "" {
		text += "\n" + truncate(Visible(help), maxSentence)
	}
	if n := len(f.Related); n > 0 && len(f.Members) == 1 {
		text += "\n" + plural(o.Lang, "report.more-places", n)
	}
	if n := len(t.all) - 1; n > 0 {
		text += "\n" + plural(o.Lang, "report.more-of-domain", n)
	}
	return &command{name: string(f.Severity), message: text, properties: o.properties(f.Finding)}
}

// properties says where an annotation belongs. The runner drops columns that
// are not on one line (actions/runner, ActionCommandManager.cs), and reads a
// property without a value as one with an empty value.
func (o *Options) properties(f *finding.Finding) map[string]string {
	p := map[string]string{"title": strings.TrimSpace("beianlint " + ruleID(f))}
	if f.Span.File == nil {
		return p
	}
	at := o.Paths.place(f.Span)
	p["file"], p["line"], p["endLine"] = Visible(at.file), strconv.Itoa(at.line), strconv.Itoa(at.endLine)
	if at.line == at.endLine {
		p["col"], p["endColumn"] = strconv.Itoa(at.column), strconv.Itoa(at.endCol)
	}
	return p
}
