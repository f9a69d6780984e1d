package cli

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/report"
)

// stdout is the name of standard output where a file is asked for.
const stdout = "-"

// pair divides FORMAT=FILE.
func pair(r string) (format, file string) {
	format, file, _ = strings.Cut(r, "=")
	return format, file
}

// prepareReports fails where a report could not be written, before any work is done:
// a build that has run for nothing helps nobody. What an earlier run has left is
// taken away, be it that this one fails: nobody must take it for this one's.
func prepareReports(s *session) error {
	targets, first := reportFiles(s, s.opt.reports)
	for _, name := range targets {
		if err := s.Files.Remove(name); err != nil && first == nil {
			first = say("cli.unwritable", s.dir.show(name), message.Cause(err))
		}
	}
	return first
}

// reportFiles returns the fs names of the files that reports are written to, and the
// first error. A link in the repository is refused: who made it could have a file
// overwritten elsewhere.
func reportFiles(s *session, reports []string) (targets []string, first error) {
	root := miniprogram.RepositoryRoot(s.FS, s.dir.cwd, s.dir.cwd)
	for _, r := range reports {
		_, file := pair(r)
		err := s.dir.noLink("--report", file, root)
		var target string
		if err == nil {
			target, err = s.Files.Writable(s.dir.resolve(file))
			err = unwritable(file, err)
		}
		switch {
		case err == nil && slices.Contains(targets, target):
			err = say("cli.same-file", file)
		case err == nil:
			targets = append(targets, target)
		}
		first = cmp.Or(first, err)
	}
	return targets, first
}

// unwritable puts the error of a file into words; nil stays nil.
func unwritable(file string, err error) error {
	if err == nil {
		return nil
	}
	return &diskError{say("cli.unwritable", file, message.Cause(err))}
}

// diskError is what the machine has against a file that the user names.
type diskError struct{ error }

func (e *diskError) Unwrap() error { return e.error }

// writeReports writes the files that --report asks for, be there findings or
// not. It returns the first error and writes the others all the same.
func writeReports(s *session, r *lint.Result) (first error) {
	for _, asked := range s.opt.reports {
		name, file := pair(asked)
		if err := writeReport(s, r, report.Findings.Format(name), file); err != nil && first == nil {
			first = err
		}
	}
	return first
}

func writeReport(s *session, r *lint.Result, format *report.Format, file string) error {
	o, err := optionsOf(s, format, r.Root)
	if err != nil {
		return err
	}
	o.Color, o.Links, o.Statistics = false, false, false
	var b bytes.Buffer
	if err := format.Write(&b, r, o); err != nil {
		return err
	}
	if err := s.Files.Replace(s.dir.resolve(file), b.Bytes()); err != nil {
		return say("cli.unwritable", file, message.Cause(err))
	}
	return nil
}
