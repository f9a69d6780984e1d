package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// The exit codes. They are a contract with build scripts.
const (
	exitOK       = 0 // nothing at or above --fail-on
	exitFindings = 1
	exitUsage    = 2 // wrong usage, config or filed list
	exitFailed   = 3 // could not run, or found no mini program
)

// Git runs git in the folder of that fs name, without a shell, and lets read see
// what it prints. The error is one of machine.Git.
type Git func(ctx context.Context, dir string, args []string, read func(io.Reader) error) error

// Env is everything that a run takes from the machine.
type Env struct {
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	FS             fs.FS     // rooted at the file system's root
	Files          Files     // the same for writing
	Git            Git       // nil where there is none
	Cwd            string    // fs name of the current folder; "" when it is gone
	Rand           io.Reader // cryptographic randomness
	Terminal       bool      // whether Stdout is a terminal
	Piped          bool      // whether Stdout is a pipe: the log, in CI
	ErrTerminal    bool      // whether Stderr is one
	// Ticks returns a channel that is sent to while a run lasts; nil where nobody
	// is to be told how far it is.
	Ticks   func() (ticks <-chan time.Time, stop func())
	Version string // "" asks the build information of the binary
}

// Main runs beianlint with the arguments that follow the program's name and
// returns the exit code. Findings go to Stdout, everything else to Stderr.
func Main(ctx context.Context, args []string, env Env) (code int) {
	c := &command{Env: env, lang: languageOf(args, env.Getenv)}
	defer func() {
		if p := recover(); p != nil {
			code = c.crashed(p, debug.Stack())
		}
	}()
	f, err := parse(args)
	c.mode = f.mode
	if err != nil {
		return c.usage(err)
	}
	switch {
	case f.help:
		return c.printRaw(page(f.mode, c.lang))
	case f.version:
		return c.version()
	case c.Cwd == "":
		return c.failed(say("cli.no-cwd"))
	}
	return c.run(ctx, &f)
}

// command is one run: the machine and the language of its user.
type command struct {
	Env
	lang      message.Lang
	mode      mode
	annotate  bool // whether errors become annotations of GitHub Actions
	annotated int  // how many have
}

func (c *command) run(ctx context.Context, f *flags) int {
	switch f.mode {
	case modeHelp:
		return c.help(f.args)
	case modeInit:
		return c.init(ctx, f)
	case modeExplain:
		return c.explain(f.args)
	case modeAction:
		return c.action(ctx, f)
	case modeCompletion:
		return c.completion(f.args)
	case modeImport:
		return c.importing(f)
	case modeHosts:
		return c.hosts(ctx, f)
	}
	return c.lint(ctx, f)
}

func (c *command) print(id message.ID, args ...any) int {
	if _, err := fmt.Fprintln(c.Stdout, c.lang.Message(id, args...)); err != nil {
		return c.failed(err)
	}
	return exitOK
}

// usage says on one line what is wrong with the command line.
func (c *command) usage(err error) int {
	text := c.text(err)
	if !c.annotate {
		text += c.lang.Message("cli.see-help", c.mode.String())
	}
	c.complain(text)
	return exitUsage
}

// failed says on one line why the run could not be done.
func (c *command) failed(err error) int {
	c.complain(c.text(err))
	return exitFailed
}

// crashed asks for a report of a mistake in beianlint. Go's own exit code for a
// panic would say that the user has made one.
func (c *command) crashed(p any, stack []byte) int {
	c.complain(c.lang.Message("cli.crashed", fmt.Sprint(p)))
	for line := range strings.Lines(string(stack)) {
		fmt.Fprintln(c.Stderr, "| "+report.Visible(strings.TrimSpace(line)))
	}
	return exitFailed
}

func (c *command) complain(text string) {
	if c.annotate && report.Annotate(c.Stdout, text) == nil {
		c.annotated++
		return
	}
	fmt.Fprintln(c.Stderr, "beianlint: "+report.Visible(text))
}

// text puts an error into the language of the user; one of the system as far as
// it is known.
func (c *command) text(err error) string {
	var s *said
	if errors.As(err, &s) {
		return c.lang.Message(s.id, s.args...)
	}
	return c.lang.Message("cli.failed", message.Cause(err))
}

// said is an error in words of the catalogue.
type said struct {
	id   message.ID
	args []any
}

//go:noinline
func say(id message.ID, args ...any) error { return &said{id, args} }

func (s *said) Error() string { return message.English.Message(s.id, s.args...) }
