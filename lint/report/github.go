package report

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/sethvargo/go-githubactions"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/source"
)

// maxAnnotations is how many annotations of one severity are written: GitHub
// shows ten errors, ten warnings and ten notices of a step and drops the rest
// without a word (https://github.com/actions/toolkit/issues/734). The tenth
// notice says how many there are more.
const maxAnnotations = 9

// GitHubOptions says how annotations are written.
type GitHubOptions struct {
	TextOptions // Paths.Base is the workspace
	// Token ends the stretch of text in which the runner obeys no command. It
	// is random, so that nobody can write it into a source file.
	Token string
}

// GitHub writes the text report, guarded, and then the gravest findings as
// annotations of GitHub Actions. It returns the error of the writer.
func GitHub(w io.Writer, r lint.Report, o GitHubOptions) error {
	err := Guard(w, o.Token, func(w io.Writer) error { return Text(w, r, o.TextOptions) })
	if err != nil {
		return err
	}
	return o.annotate(w, r.Findings)
}

// GitHubProblems is Problems for GitHub Actions.
func GitHubProblems(w io.Writer, problems []source.Problem, o GitHubOptions) error {
	err := Guard(w, o.Token, func(w io.Writer) error { return Problems(w, problems, o.TextOptions) })
	if err != nil {
		return err
	}
	return o.annotate(w, findingsOf(problems))
}

// Annotate writes one line of text as an error annotation without a place. It
// returns the error of the writer.
func Annotate(w io.Writer, text string) error {
	return issue(w, &githubactions.Command{
		Name: "error", Message: Visible(text), Properties: githubactions.CommandProperties{"title": "beianlint"},
	})
}

// Guard lets write print while GitHub's runner obeys no command: what is
// printed quotes sources that a stranger may have written. It returns the error
// of write or of the writer.
func Guard(w io.Writer, token string, write func(io.Writer) error) error {
	err := issue(w, &githubactions.Command{Name: "stop-commands", Message: token})
	if err != nil {
		return err
	}
	return errors.Join(write(w), issue(w, &githubactions.Command{Name: token}))
}

// issue writes one command; go-githubactions panics where it cannot.
func issue(w io.Writer, c *githubactions.Command) (err error) {
	defer recovered(&err)
	githubactions.New(githubactions.WithWriter(w)).IssueCommand(c)
	return nil
}

// recovered turns a panic of go-githubactions into an error.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("cannot write for github actions: %v", p)
	}
}

// annotate writes the annotations; the errors first.
func (o GitHubOptions) annotate(w io.Writer, findings []lint.Finding) error {
	left := 0
	for _, s := range lint.Severities() {
		chosen, more := spread(findings, s)
		left += more
		for _, f := range chosen {
			if err := issue(w, o.annotation(f)); err != nil {
				return err
			}
		}
	}
	if left == 0 {
		return nil
	}
	return issue(w, &githubactions.Command{Name: "notice", Message: count(o.Lang, "report.more-findings", left)})
}

// spread chooses which findings of a severity become annotations, those of
// different hosts first, and says how many do not.
func spread(findings []lint.Finding, s lint.Severity) (chosen []lint.Finding, more int) {
	var again []lint.Finding
	seen := map[string]bool{}
	for _, f := range findings {
		switch {
		case f.Severity != s:
		case f.Host != "" && seen[f.Host]:
			again = append(again, f)
		default:
			seen[f.Host] = true
			chosen = append(chosen, f)
		}
	}
	chosen = append(chosen, again...)
	shown := min(len(chosen), maxAnnotations)
	return chosen[:shown], len(chosen) - shown
}

// annotation makes the command of one finding; go-githubactions escapes what
// would end the message or a property.
func (o GitHubOptions) annotation(f lint.Finding) *githubactions.Command {
	text := Visible(o.Lang.Message(f.Message, f.Args...))
	if help := o.Lang.Help(f.Message, f.Args...); help != "" {
		text += "\n" + Visible(help)
	}
	if n := len(f.Related); n > 0 {
		text += "\n" + count(o.Lang, "report.more-places", n)
	}
	return &githubactions.Command{
		Name:       string(f.Severity),
		Message:    text,
		Properties: o.properties(f),
	}
}

// properties says where an annotation belongs. The runner drops columns that
// are not on one line (actions/runner, ActionCommandManager.cs), and reads a
// property without a value as one with an empty value.
func (o GitHubOptions) properties(f lint.Finding) githubactions.CommandProperties {
	p := githubactions.CommandProperties{"title": strings.TrimSpace("beianlint " + ruleID(f))}
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
