package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/sethvargo/go-githubactions"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/report"
)

// runAction is the GitHub Action: inputs instead of flags, and outputs, annotations
// and a step summary instead of text alone.
func runAction(ctx context.Context, s *session) int {
	s.con.annotate = true
	if err := readInputs(s); err != nil {
		return s.con.usage(err)
	}
	s.con.annotate = s.opt.annotations
	r, code, ok := check(ctx, s)
	if !ok {
		return code
	}
	if err := writeAll(s, r); err != nil {
		return s.con.failed(err)
	}
	if err := deliver(s, r); err != nil {
		return s.con.failed(err)
	}
	return max(code, verdict(s.opt.out.FailOn, r))
}

// deliver sets the outputs and writes the step summary, where the runner has
// given files for them.
func deliver(s *session, r *lint.Result) error {
	if s.Getenv("GITHUB_OUTPUT") != "" {
		if err := setOutputs(s, r); err != nil {
			return err
		}
	}
	if !summarizes(s) {
		return nil
	}
	o := common(s)
	o.Paths, o.Blob = hostPaths(s, r.Root), blob(s, r.Root)
	var summary strings.Builder
	if err := report.Markdown(&summary, r, o); err != nil {
		return err
	}
	return toolkit("GITHUB_STEP_SUMMARY", func() { toolkitOf(s).AddStepSummary(summary.String()) })
}

// summarizes reports whether a step summary is written.
func summarizes(s *session) bool {
	return s.opt.summary && s.Getenv("GITHUB_STEP_SUMMARY") != ""
}

// toolkitOf returns the toolkit, bound to this run's output and environment. Its
// methods panic where they cannot write: see toolkit.
func toolkitOf(s *session) *githubactions.Action {
	return githubactions.New(githubactions.WithWriter(s.Stdout), githubactions.WithGetenv(s.Getenv))
}

// toolkit turns a panic of go-githubactions, which cannot open the file that
// the variable names, into an error.
func toolkit(variable string, call func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = say("cli.file-command", variable, fmt.Sprint(p))
		}
	}()
	call()
	return nil
}
