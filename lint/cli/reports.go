package cli

import (
	"bytes"
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

// checkReports fails where a report could not be written, before any work is
// done: a build that has run for nothing helps nobody. A link in the repository
// is refused: who made it could have a file overwritten elsewhere.
func checkReports(s *session) error {
	root := miniprogram.RepositoryRoot(s.FS, s.dir.cwd, s.dir.cwd)
	var targets []string
	for _, r := range s.opt.reports {
		_, file := pair(r)
		if err := s.dir.noLink("--report", file, root); err != nil {
			return err
		}
		target, err := s.Files.Writable(s.dir.resolve(file))
		if err != nil {
			return say("cli.unwritable", file, message.Cause(err))
		}
		if slices.Contains(targets, target) {
			return say("cli.same-file", file)
		}
		targets = append(targets, target)
	}
	return nil
}

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
	o.Color = false
	var b bytes.Buffer
	if err := format.Write(&b, r, o); err != nil {
		return err
	}
	if err := s.Files.Replace(s.dir.resolve(file), b.Bytes()); err != nil {
		return say("cli.unwritable", file, message.Cause(err))
	}
	return nil
}
