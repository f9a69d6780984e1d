package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/sethvargo/go-githubactions"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/report"
)

// action is the GitHub Action: inputs instead of flags, and outputs, annotations
// and a step summary instead of text alone.
func (c *command) action(ctx context.Context, f *flags) int {
	c.annotate = true
	if err := c.readInputs(f); err != nil {
		return c.usage(err)
	}
	c.annotate = f.annotations
	r, code, ok := c.check(ctx, f)
	if !ok {
		return code
	}
	if err := c.write(r, f); err != nil {
		return c.failed(err)
	}
	if err := c.deliver(r, f); err != nil {
		return c.failed(err)
	}
	return max(code, verdict(r, f))
}

// deliver sets the outputs and writes the step summary, where the runner has
// given files for them.
func (c *command) deliver(r *lint.Report, f *flags) error {
	if c.Getenv("GITHUB_OUTPUT") != "" {
		if err := c.setOutputs(r, f); err != nil {
			return err
		}
	}
	if !c.summarizes(f) {
		return nil
	}
	o := c.textOptions(f)
	o.Paths, o.Blob = c.hostPaths(r.Root), c.blob(r.Root)
	var summary strings.Builder
	if err := report.Markdown(&summary, r, o); err != nil {
		return err
	}
	return toolkit("GITHUB_STEP_SUMMARY", func() { c.github().AddStepSummary(summary.String()) })
}

// summarizes reports whether a step summary is written.
func (c *command) summarizes(f *flags) bool {
	return f.summary && c.Getenv("GITHUB_STEP_SUMMARY") != ""
}

// github returns the toolkit, bound to this run's output and environment. Its
// methods panic where they cannot write: see toolkit.
func (c *command) github() *githubactions.Action {
	return githubactions.New(githubactions.WithWriter(c.Stdout), githubactions.WithGetenv(c.Getenv))
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
