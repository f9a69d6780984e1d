package cli

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// stdout is the name of standard output where a file is asked for.
const stdout = "-"

// toStdout makes of `--report FORMAT=-` what --format prints; two of them, or one
// beside --format, would be mixed up.
func (f *flags) toStdout(formatGiven bool) error {
	var files []string
	for _, r := range f.reports {
		format, file := pair(r)
		switch {
		case file != stdout:
			files = append(files, r)
		case formatGiven:
			return say("cli.two-outputs", r)
		default:
			f.format, formatGiven = format, true
		}
	}
	f.reports = files
	return nil
}

// pair divides FORMAT=FILE.
func pair(r string) (format, file string) {
	format, file, _ = strings.Cut(r, "=")
	return format, file
}

// checkReports fails where a report could not be written, before any work is
// done: a build that has run for nothing helps nobody. A link in the repository
// is refused: who made it could have a file overwritten elsewhere.
func (c *command) checkReports(f *flags) error {
	root := miniprogram.RepositoryRoot(c.FS, c.Cwd, c.Cwd)
	var targets []string
	for _, r := range f.reports {
		_, file := pair(r)
		if err := c.noLink("--report", file, root); err != nil {
			return err
		}
		target, err := c.Files.Writable(c.resolve(file))
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
func (c *command) writeReports(r *lint.Report, f *flags) (first error) {
	for _, asked := range f.reports {
		name, file := pair(asked)
		if err := c.writeReport(r, report.Findings.Format(name), file, f); err != nil && first == nil {
			first = err
		}
	}
	return first
}

func (c *command) writeReport(r *lint.Report, format *report.Format, file string, f *flags) error {
	o, err := c.reportOptions(format, r.Root, f)
	if err != nil {
		return err
	}
	o.Color = false
	var b bytes.Buffer
	if err := format.Write(&b, r, o); err != nil {
		return err
	}
	if err := c.Files.Replace(c.resolve(file), b.Bytes()); err != nil {
		return say("cli.unwritable", file, message.Cause(err))
	}
	return nil
}

// hostPaths shows names as a CI host knows them: relative to the workspace or,
// where the workflow checked its repository out into a folder of it, to that one;
// to the repository's root where there is no workspace that has to do with it.
func (c *command) hostPaths(root string) report.Paths {
	p := c.paths()
	if root == "" {
		root = miniprogram.RepositoryRoot(c.FS, c.Cwd, c.Cwd)
	}
	space := c.workspace()
	if dir := c.Getenv("CI_PROJECT_DIR"); space == "" && dir != "" {
		space = c.resolve(dir) // of GitLab
	}
	_, err := fs.Stat(c.FS, path.Join(root, ".git"))
	switch {
	case space != "" && !c.isCheckout(root, space) && (source.Within(root, space) || source.Within(space, root)):
		p.Base = space
	case err == nil:
		p.Base = root
	}
	return p
}
