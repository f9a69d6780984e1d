package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sethvargo/go-githubactions"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// action is the GitHub Action: inputs instead of flags, and outputs, annotations
// and a step summary instead of text alone.
func (c *command) action(ctx context.Context, f *flags) int {
	c.annotate = true
	if w := c.Getenv("GITHUB_WORKSPACE"); w != "" {
		c.Cwd = c.resolve(w)
	}
	if err := c.readInputs(f); err != nil {
		return c.usage(err)
	}
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

// github returns the toolkit, bound to this run's output and environment. Its
// methods panic where they cannot write: see toolkit.
func (c *command) github() *githubactions.Action {
	return githubactions.New(githubactions.WithWriter(c.Stdout), githubactions.WithGetenv(c.Getenv))
}

// readInputs fills in the flags from the inputs of action.yml.
func (c *command) readInputs(f *flags) error {
	in := c.github()
	f.format, f.color = "github", "never"
	f.args, f.filed = lines(in.GetInput("path")), lines(in.GetInput("filed"))
	f.config = in.GetInput("config")
	if v := in.GetInput("fail-on"); v != "" {
		if err := optionOf("fail-on", modeLint).set(f, "fail-on", v); err != nil {
			return err
		}
	}
	if v := in.GetInput("lang"); v != "" {
		c.lang = message.Lang(v)
		return optionOf("lang", modeAction).set(f, "lang", v)
	}
	return nil
}

// lines splits a newline-separated input; nothing is ever split like a shell does.
func lines(input string) []string {
	var list []string
	for line := range strings.Lines(input) {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}

// deliver sets the outputs and writes the step summary, where the runner has
// given files for them.
func (c *command) deliver(r *lint.Report, f *flags) error {
	if c.Getenv("GITHUB_OUTPUT") != "" {
		if err := c.setOutputs(r); err != nil {
			return err
		}
	}
	if c.Getenv("GITHUB_STEP_SUMMARY") == "" {
		return nil
	}
	o, err := c.githubOptions(r.Root, f)
	if err != nil {
		return err
	}
	return toolkit("GITHUB_STEP_SUMMARY", func() {
		c.github().AddStepSummary(report.Markdown(r, report.MarkdownOptions{TextOptions: o.TextOptions}))
	})
}

func (c *command) setOutputs(r *lint.Report) error {
	domains, err := json.Marshal(unfiled(r))
	if err != nil {
		return err
	}
	s := r.Summary
	for _, out := range []struct{ name, value string }{
		{"findings", strconv.Itoa(len(r.Findings))},
		{"errors", strconv.Itoa(s.Errors)},
		{"warnings", strconv.Itoa(s.Warnings)},
		{"unfiled-domains", string(domains)},
	} {
		if err := c.setOutput(out.name, out.value); err != nil {
			return err
		}
	}
	return nil
}

// setOutput refuses a value of several lines: go-githubactions delimits values
// with a fixed word, so that one who can write lines could set other outputs.
func (c *command) setOutput(name, value string) error {
	if strings.ContainsAny(value, "\r\n") {
		return say("cli.output-lines", name)
	}
	return toolkit("GITHUB_OUTPUT", func() { c.github().SetOutput(name, value) })
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

// unfiled returns the hosts that unfiled-domain fired for, each once.
func unfiled(r *lint.Report) []string {
	hosts := []string{}
	for _, f := range r.Findings {
		if f.Rule.ID == "unfiled-domain" && f.Host != "" && !slices.Contains(hosts, f.Host) {
			hosts = append(hosts, f.Host)
		}
	}
	return hosts
}
