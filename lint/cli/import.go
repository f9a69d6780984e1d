package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// defaultList is what import merges into.
const defaultList = "filed-domains.txt"

// importing merges exports of filings into the filed list: all of them, or
// nothing where one cannot be read.
func (c *command) importing(f *flags) int {
	if len(f.args) == 0 {
		return c.usage(say("import.no-file"))
	}
	if f.output == "" {
		f.output = defaultList
	}
	rows, code := c.rows(f.args)
	if code != exitOK {
		return code
	}
	list, err := c.readList(f.output)
	if err != nil {
		return c.usage(err)
	}
	text, merged, problems := filing.Merge(list, rows)
	if len(problems) > 0 {
		return c.unusable(problems)
	}
	if err := c.guarded(f, func(w io.Writer) error { return c.showMerged(w, f, merged) }); err != nil {
		return c.failed(err)
	}
	if f.dryRun || !changes(merged) {
		return exitOK
	}
	if err := c.Files.Replace(c.resolve(f.output), text); err != nil {
		return c.failed(say("cli.unwritable", f.output, message.Cause(err)))
	}
	return exitOK
}

// rows returns the rows of all files, or the exit code for one that cannot be read.
func (c *command) rows(paths []string) (iter.Seq[*filing.Row], int) {
	var all []iter.Seq[*filing.Row]
	for _, p := range paths {
		file, err := c.readExport(p)
		if err != nil {
			return nil, c.usage(err)
		}
		rows, problems := filing.Options{}.Rows(file)
		if len(problems) > 0 {
			return nil, c.unusable(problems)
		}
		all = append(all, c.noticed(p, rows))
	}
	return func(yield func(*filing.Row) bool) {
		for _, rows := range all {
			for row := range rows {
				if !yield(row) {
					return
				}
			}
		}
	}, exitOK
}

// noticed yields the rows, and says so when there are none.
func (c *command) noticed(file string, rows iter.Seq[*filing.Row]) iter.Seq[*filing.Row] {
	return func(yield func(*filing.Row) bool) {
		any := false
		for row := range rows {
			any = true
			if !yield(row) {
				return
			}
		}
		if !any {
			c.complain(c.lang.Message("import.no-rows", file))
		}
	}
}

func (c *command) readExport(path string) (*source.File, error) {
	name, err := c.name(path)
	if err != nil {
		return nil, err
	}
	info, err := fs.Stat(c.FS, name)
	switch {
	case err != nil:
		return nil, say("cli.unreadable-path", path, message.Cause(err))
	case !info.Mode().IsRegular():
		return nil, say("import.not-a-file", path)
	case info.Size() > filing.MaxSize:
		return nil, say("list.too-large", info.Size()>>20, filing.MaxSize>>20)
	}
	data, err := fs.ReadFile(c.FS, name)
	if err != nil {
		return nil, say("cli.unreadable-path", path, message.Cause(err))
	}
	return source.NewFile(name, data), nil
}

// readList returns the list to merge into, nil when there is none yet.
func (c *command) readList(path string) (*source.File, error) {
	if _, err := fs.Stat(c.FS, c.resolve(path)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return c.readExport(path)
}

// unusable says what is wrong with an export or the list, without the lines
// themselves: an export has the names of people in them.
func (c *command) unusable(problems []*source.Problem) int {
	for _, p := range problems {
		text := c.place(p.Span) + ": " + c.lang.Message(p.Message, p.Args...)
		if help := c.lang.Help(p.Message, p.Args...); help != "" {
			text += "; " + help
		}
		c.complain(text)
	}
	return exitUsage
}

// place returns where a row stands: file:line:column.
func (c *command) place(s source.Span) string {
	if s.File == nil {
		return "-"
	}
	at := s.Position()
	return fmt.Sprintf("%s:%d:%d", c.paths().Show(s.File.Name), at.Line, at.Column)
}

func changes(merged []*filing.Merged) bool {
	for _, m := range merged {
		if m.Outcome == filing.Added || m.Outcome == filing.Changed {
			return true
		}
	}
	return false
}

// showMerged says what became of the rows; in a dry run as a diff of the list.
func (c *command) showMerged(w io.Writer, f *flags, merged []*filing.Merged) error {
	var b bytes.Buffer
	line := func(text string) { b.WriteString(report.Visible(text) + "\n") }
	counts := map[filing.Outcome]int{}
	for _, m := range merged {
		counts[m.Outcome]++
		switch {
		case m.Outcome == filing.Skipped:
			line(c.skipped(m))
		case m.Outcome == filing.Unchanged:
		case f.dryRun && m.Before != "":
			line("- " + m.Before)
			line("+ " + m.After)
		case f.dryRun:
			line("+ " + m.After)
		default:
			line(c.lang.Message(message.ID("import."+string(m.Outcome)), m.After))
		}
	}
	line(c.lang.Message("import.summary", f.output,
		counts[filing.Added], counts[filing.Changed], counts[filing.Unchanged], counts[filing.Skipped]))
	if f.dryRun {
		line(c.lang.Message("import.dry-run"))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// skipped says why a row was skipped, and where the list says otherwise.
func (c *command) skipped(m *filing.Merged) string {
	why := c.lang.Message(m.Why, m.Args...)
	if m.Listed.File == nil || m.Reason == filing.NoReason {
		return c.lang.Message("import.skipped", c.place(m.Span), why)
	}
	return c.lang.Message("import.doubted", c.place(m.Span), why, c.place(m.Listed))
}
