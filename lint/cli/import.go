package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// runImport merges exports of filings into the filed list: all of them, or
// nothing where one cannot be read.
func runImport(s *session) int {
	if len(s.opt.args) == 0 {
		return s.con.usage(say("import.no-file"))
	}
	rows, code := readRows(s, s.opt.args)
	if code != exitOK {
		return code
	}
	list, err := readList(s, s.opt.file)
	if err != nil {
		return s.con.usage(err)
	}
	text, merged, problems := filing.Merge(list, rows)
	if len(problems) > 0 {
		return unusable(s, problems)
	}
	if err := guarded(s, func(w io.Writer) error { return showMerged(s, w, merged) }); err != nil {
		return s.con.failed(err)
	}
	switch {
	case nothingRead(merged):
		s.con.complain(s.con.lang.Message("import.nothing-read"))
		return exitUsage
	case s.opt.dryRun || !changes(merged):
		return exitOK
	}
	if err := s.Files.Replace(s.dir.resolve(s.opt.file), text); err != nil {
		return s.con.failed(say("cli.unwritable", s.opt.file, message.Cause(err)))
	}
	return exitOK
}

// readRows returns the rows of all files, or the exit code for one that cannot be read.
func readRows(s *session, paths []string) (iter.Seq[*filing.Row], int) {
	var all []iter.Seq[*filing.Row]
	for _, p := range paths {
		file, sheet, err := readSheet(s, p)
		if err != nil {
			return nil, s.con.usage(err)
		}
		rows, problems := filing.Options{Sheet: sheet, Explain: s.opt.explain}.Rows(file)
		if slices.ContainsFunc(problems, isFatal) {
			return nil, unusable(s, problems)
		}
		unusable(s, problems)
		all = append(all, noticed(s, p, rows))
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
func noticed(s *session, file string, rows iter.Seq[*filing.Row]) iter.Seq[*filing.Row] {
	return func(yield func(*filing.Row) bool) {
		any := false
		for row := range rows {
			any = true
			if !yield(row) {
				return
			}
		}
		if !any {
			s.con.complain(s.con.lang.Message("import.no-rows", file))
		}
	}
}

func isFatal(p *source.Problem) bool { return p.Message.Rule() == "list" }

// readSheet reads an export, of which a sheet may be named: list.xlsx#sheet.
func readSheet(s *session, path string) (file *source.File, sheet string, err error) {
	file, err = readExport(s, path)
	if book, name, ok := filing.CutSheet(path); err != nil && ok {
		if named, other := readExport(s, book); other == nil {
			return named, name, nil
		}
	}
	return file, "", err
}

func readExport(s *session, path string) (*source.File, error) {
	name, err := s.dir.find(path)
	if err != nil {
		return nil, err
	}
	info, err := fs.Stat(s.FS, name)
	switch {
	case err != nil:
		return nil, say("cli.unreadable-path", path, message.Cause(err))
	case !info.Mode().IsRegular():
		return nil, say("import.not-a-file", path)
	case info.Size() > filing.MaxSize:
		return nil, say("list.too-large", info.Size()>>20, filing.MaxSize>>20)
	}
	data, err := fs.ReadFile(s.FS, name)
	if err != nil {
		return nil, say("cli.unreadable-path", path, message.Cause(err))
	}
	return source.NewFile(name, data), nil
}

// readList returns the list to merge into, nil when there is none yet.
func readList(s *session, path string) (*source.File, error) {
	if _, err := fs.Stat(s.FS, s.dir.resolve(path)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return readExport(s, path)
}

// unusable says what is wrong with an export or the list, without the lines
// themselves: an export has the names of people in them.
func unusable(s *session, problems []*source.Problem) int {
	for _, p := range problems {
		text := placeOf(s.dir, p.Span) + ": " + s.con.lang.Message(p.Message, p.Args...)
		if help := s.con.lang.Help(p.Message, p.Args...); help != "" {
			text += message.Semicolon.In(s.con.lang) + help
		}
		s.con.complain(text)
	}
	return exitUsage
}

// placeOf returns where a row stands: file:line:column.
func placeOf(dir *folder, at source.Span) string {
	if at.File == nil {
		return "-"
	}
	p := at.Position()
	return fmt.Sprintf("%s:%d:%d", dir.show(at.File.Name), p.Line, p.Column)
}

// nothingRead reports whether no row says anything of a domain or a number: the
// files are not what they were taken for.
func nothingRead(merged []*filing.Merged) bool {
	return !slices.ContainsFunc(merged, func(m *filing.Merged) bool {
		unusable := m.Problem != nil && isFatal(m.Problem)
		return !unusable && (m.Domain != "" || m.Number != "")
	})
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
func showMerged(s *session, w io.Writer, merged []*filing.Merged) error {
	var b strings.Builder
	line := func(text string) { b.WriteString(report.Visible(text) + "\n") }
	counts := map[filing.Outcome]int{}
	for _, m := range merged {
		counts[m.Outcome]++
		switch {
		case m.Outcome == filing.Skipped:
			line(whySkipped(s, m))
		case m.Outcome == filing.Unchanged && !s.opt.explain:
		case s.opt.dryRun && m.Before != "":
			line("- " + m.Before)
			line("+ " + m.After)
		case s.opt.dryRun:
			line("+ " + m.After)
		default:
			line(s.con.lang.Message(message.ID("import."+string(m.Outcome)), m.After))
		}
		if m.Address && m.Outcome != filing.Skipped {
			line(s.con.lang.Message("import.address", placeOf(s.dir, m.Span), endpoint.Unicode(m.Domain)))
		}
		for _, text := range explained(s, m) {
			line(text)
		}
	}
	line(s.con.lang.Message("import.summary", s.opt.file,
		counts[filing.Added], counts[filing.Changed], counts[filing.Unchanged], counts[filing.Skipped]))
	if s.opt.dryRun {
		line(s.con.lang.Message("import.dry-run"))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// explained says where a row stands and what was taken from which column, if that
// is asked for.
func explained(s *session, m *filing.Merged) (lines []string) {
	if !s.opt.explain {
		return nil
	}
	if m.Outcome != filing.Skipped {
		lines = append(lines, s.con.lang.Message("import.explain-row", placeOf(s.dir, m.Span)))
	}
	for _, t := range m.Taken {
		name := t.Name
		if name != "" {
			name += " "
		}
		lines = append(lines, s.con.lang.Message("import.explain-cell", name, t.Text, t.Became))
	}
	return lines
}

// whySkipped says why a row was skipped, and where the list says otherwise.
func whySkipped(s *session, m *filing.Merged) string {
	why := s.con.lang.Message(m.Why, m.Args...)
	if m.Listed.File == nil || m.Reason == filing.NoReason {
		return s.con.lang.Message("import.skipped", placeOf(s.dir, m.Span), why)
	}
	return s.con.lang.Message("import.doubted", placeOf(s.dir, m.Span), why, placeOf(s.dir, m.Listed))
}
