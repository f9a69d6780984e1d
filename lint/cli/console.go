package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/report"
)

// console is where a run speaks to its user. Its methods that end a run return
// the exit code.
type console struct {
	out, errs io.Writer
	lang      message.Lang
	command   string // as it is typed
	annotate  bool   // whether errors become annotations of GitHub Actions
	annotated int    // how many have
}

// print prints a message.
func (c *console) print(id message.ID, args ...any) int {
	return c.printRaw(c.lang.Message(id, args...) + "\n")
}

func (c *console) printRaw(text string) int {
	_, err := io.WriteString(c.out, text)
	return c.printed(err)
}

// printed returns the exit code of what had only to be printed.
func (c *console) printed(err error) int {
	if err != nil {
		return c.failed(err)
	}
	return exitOK
}

// report says on Stdout what was done.
func (c *console) report(id message.ID, args ...any) {
	fmt.Fprintln(c.out, report.Visible(c.lang.Message(id, args...)))
}

// remark says on Stderr what is worth to know.
func (c *console) remark(id message.ID, args ...any) {
	fmt.Fprintln(c.errs, report.Visible("beianlint: "+c.lang.Message(id, args...)))
}

// usage says on one line what is wrong with the command line.
func (c *console) usage(err error) int {
	text := c.text(err)
	if !c.annotate {
		text += c.lang.Message("cli.see-help", c.command)
	}
	c.complain(text)
	return exitUsage
}

// failed says on one line why the run could not be done.
func (c *console) failed(err error) int {
	c.complain(c.text(err))
	return exitFailed
}

// crashed asks for a report of a mistake in beianlint. Go's own exit code for a
// panic would say that the user has made one.
func (c *console) crashed(p *parallel.Panic) int {
	c.complain(c.lang.Message("cli.crashed", fmt.Sprint(p.Cause)))
	for line := range strings.Lines(string(p.Stack)) {
		fmt.Fprintln(c.errs, "| "+report.Visible(strings.TrimSpace(line)))
	}
	return exitFailed
}

func (c *console) complain(text string) {
	if c.annotate && report.Annotate(c.out, text) == nil {
		c.annotated++
		return
	}
	fmt.Fprintln(c.errs, "beianlint: "+report.Visible(text))
}

// text puts an error into the language of the user; one of the system as far as
// it is known.
func (c *console) text(err error) string {
	var s *said
	if errors.As(err, &s) {
		return c.lang.Message(s.id, s.args...)
	}
	return c.lang.Message("cli.failed", message.Cause(err))
}

// counted is a line that says how many of a thing there are: English has one form
// for one and another for the rest.
func (c *console) counted(id message.ID, n int, more ...any) string {
	form := id + ".many"
	if n == 1 {
		form = id + ".one"
	}
	return c.lang.Message(form, append([]any{n}, more...)...) + "\n"
}

// said is an error in words of the catalogue.
type said struct {
	id   message.ID
	args []any
}

func say(id message.ID, args ...any) error { return &said{id, args} }

func (s *said) Error() string { return message.English.Message(s.id, s.args...) }
