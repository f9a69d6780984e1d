package cli

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/cli/machine"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// lint is the main job: findings and an exit code.
func (c *command) lint(ctx context.Context, f *flags) int {
	if f.printConfig {
		return c.printConfig(f)
	}
	r, code, ok := c.check(ctx, f)
	if !ok {
		return code
	}
	if f.listFiles {
		return max(code, c.printFiles(r))
	}
	if r.Baseline != nil {
		return max(code, c.writeBaseline(r.Baseline, f))
	}
	if err := c.write(r, f); err != nil {
		return c.failed(err)
	}
	return max(code, verdict(r, f))
}

func verdict(r *lint.Report, f *flags) int {
	if f.failOn.Failing(r.Summary) > 0 {
		return exitFindings
	}
	return exitOK
}

// check runs the linter. ok says whether there is something to report; what
// went wrong has been said, and code is the exit code that it asks for.
func (c *command) check(ctx context.Context, f *flags) (r *lint.Report, code int, ok bool) {
	o, err := c.options(f)
	if err == nil {
		err = c.checkReports(f)
	}
	if err != nil {
		return r, c.usage(err), false
	}
	if f.since != "" {
		if o.Since, err = c.changedSince(ctx, f.since, o.Dirs); err != nil {
			return r, c.noChanges(err), false
		}
	}
	o.Progress = &lint.Progress{}
	stop := c.watch(f, o.Progress)
	r, err = lint.Run(ctx, o)
	stop()
	if err != nil && !errors.Is(err, lint.ErrNoProject) {
		return r, c.refuse(ctx, err, f), false
	}
	if f.verbose {
		c.tell(r)
	}
	if r.Cause != "" && !f.quiet {
		c.remark("since.cause", c.paths().Show(r.Cause), f.since)
	}
	if err == nil || f.allowEmpty {
		return r, exitOK, true
	}
	return r, c.failed(c.empty(err)), len(r.Projects) > 0
}

// empty names the folders that hold no mini program.
func (c *command) empty(err error) error {
	all := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		all = joined.Unwrap()
	}
	var dirs []string
	for _, e := range all {
		var none *lint.NoProjectError
		if errors.As(e, &none) {
			dirs = append(dirs, c.paths().Show(none.Dir))
		}
	}
	if optionOf("allow-empty", c.mode) == nil {
		return say("cli.no-project-at-all", strings.Join(dirs, ", "))
	}
	return say("cli.no-project", strings.Join(dirs, ", "))
}

// options turns the command line into what the linter takes.
func (c *command) options(f *flags) (lint.Options, error) {
	o := lint.Options{
		FS: c.FS, Cwd: c.Cwd, Now: c.now(f), Exclude: f.exclude,
		Platform: f.platform, NoIgnore: f.noIgnore, NeedList: (f.mode == modeLint || f.mode == modeAction) && !f.listFiles,
	}
	if f.baseline != "" {
		o.Baseline = c.resolve(f.baseline)
	}
	o.Record = f.writeBaseline
	var err error
	if o.Dirs, err = c.names(f.folders()); err != nil {
		return o, meantCommand(f, err)
	}
	if o.Filed, err = c.names(f.filed); err != nil || f.config == "" {
		return o, err
	}
	o.Config, err = c.name(f.config)
	return o, err
}

// now is the moment that dates are held against.
func (c *command) now(f *flags) time.Time {
	if f.now.IsZero() {
		return c.Now()
	}
	return f.now
}

func (c *command) names(paths []string) ([]string, error) {
	var names []string
	for _, p := range paths {
		name, err := c.name(p)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// name returns the fs name of a path that the user gave, relative to the
// current folder. There must be something.
func (c *command) name(given string) (string, error) {
	name := c.resolve(given)
	if given == "" {
		return "", say("cli.no-such-path", given)
	}
	switch _, err := fs.Stat(c.FS, name); {
	case errors.Is(err, fs.ErrNotExist):
		return "", say("cli.no-such-path", given)
	case err != nil:
		return "", say("cli.unreadable-path", given, message.Cause(err))
	}
	return name, nil
}

func (c *command) resolve(given string) string {
	if filepath.IsAbs(given) {
		return machine.Name(given)
	}
	return machine.Name(path.Join("/", c.Cwd, filepath.ToSlash(given)))
}

// write writes the files asked for and prints the report in the format asked
// for, whether or not the one or the other can be done.
func (c *command) write(r *lint.Report, f *flags) error {
	err := c.writeReports(r, f)
	if printing := c.printReport(r, f); err == nil {
		err = printing
	}
	return err
}

// printReport prints the report.
func (c *command) printReport(r *lint.Report, f *flags) error {
	if f.quiet {
		r = f.failOn.Severe(r)
	}
	format := report.Findings.Format(f.format)
	o, err := c.reportOptions(format, r.Root, f)
	if err != nil {
		return err
	}
	o.Quiet = f.quiet
	if format.Secret { // it guards itself
		return format.Write(c.Stdout, r, o)
	}
	return c.guarded(f, func(w io.Writer) error { return format.Write(w, r, o) })
}

// reportOptions says how a report in the format is written.
func (c *command) reportOptions(format *report.Format, root string, f *flags) (*report.Options, error) {
	o := c.textOptions(f)
	if format.Host {
		o.Paths, o.Color, o.Blob = c.hostPaths(root), false, c.blob(root)
	}
	if f.mode == modeAction {
		o.Summary, o.Plain, o.Before = c.summarizes(f), !f.annotations, c.annotated
	}
	var err error
	if format.Secret {
		o.Token, err = c.token()
	}
	return o, err
}

// guarded lets write print to Stdout. In a GitHub workflow the runner looks for
// commands in whatever a step prints: text is kept from being one.
func (c *command) guarded(f *flags, write func(io.Writer) error) error {
	if c.Getenv("GITHUB_ACTIONS") != "true" || f.machine() {
		return write(c.Stdout)
	}
	token, err := c.token()
	if err != nil {
		return err
	}
	return report.Guard(c.Stdout, token, write)
}

// token returns 128 random bits in hexadecimal.
func (c *command) token() (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(c.Rand, b[:]); err != nil {
		return "", say("cli.no-randomness", message.Cause(err))
	}
	return hex.EncodeToString(b[:]), nil
}

func (c *command) paths() report.Paths { return report.Paths{Base: c.Cwd} }

// textOptions is how a report is written, whatever its format.
func (c *command) textOptions(f *flags) *report.Options {
	return &report.Options{
		Lang: c.lang, Paths: c.paths(), FailOn: f.failOn, Version: c.number(), Rules: lint.Rules, Now: c.now(f),
		Color: wantColor(f.color, c.Getenv, c.Terminal || c.Piped && f.mode == modeLint && inColoredLog(c.Getenv)),
	}
}

// githubOptions is how text and annotations for GitHub are written.
func (c *command) githubOptions(root string, f *flags) (o *report.Options, err error) {
	o = c.textOptions(f)
	o.Color, o.Paths = false, c.hostPaths(root)
	o.Plain, o.Before = f.mode == modeAction && !f.annotations, c.annotated
	o.Token, err = c.token()
	return o, err
}
