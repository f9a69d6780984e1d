package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// check runs the linter. ok says whether there is something to report; what
// went wrong has been said, and code is the exit code that it asks for.
func check(ctx context.Context, s *session) (r *lint.Result, code int, ok bool) {
	err := prepareReports(s)
	if err == nil {
		err = resolvePaths(s)
	}
	if disk := (*diskError)(nil); errors.As(err, &disk) {
		return r, s.con.failed(err), false
	}
	if err != nil {
		return r, s.con.usage(err), false
	}
	run := &s.opt.run
	if s.opt.since != "" {
		set, held, err := changedSince(ctx, s, s.opt.since, run.Dirs)
		if err != nil {
			return r, noChanges(s, err), false
		}
		run.Since, run.Before = set, newEarlier(s.FS, set, held)
	}
	run.EachTarget = tellsTargets(s.opt)
	run.Progress = &lint.Progress{Follows: beginsToFollow, Reads: growsLarge}
	stop := watch(s, run.Progress)
	r, err = runWithin(ctx, s)
	stop()
	if err != nil && !errors.Is(err, lint.ErrNoProject) {
		return r, firstRun(ctx, s, err), false
	}
	r.Select(s.opt.rules, s.opt.ignoreRules)
	if s.opt.verbose {
		tellChoices(s, r)
	}
	if r.Cause != "" && !s.opt.quiet {
		s.con.remark("since.cause", s.dir.show(r.Cause), s.opt.since)
	}
	if err == nil || s.opt.allowEmpty {
		return r, exitOK, true
	}
	return r, s.con.failed(noProjectError(s, err)), len(r.Projects) > 0
}

// tellsTargets reports whether what is written says for which platforms each use counts.
func tellsTargets(o *options) bool {
	return o.mode == modeHosts && o.diff == "" && o.trace == "" && report.Hosts.Format(o.format).Targets
}

// noProjectError names the folders that hold no mini program.
func noProjectError(s *session, err error) error {
	all := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		all = joined.Unwrap()
	}
	var dirs []string
	for _, e := range all {
		var none *lint.NoProjectError
		if !errors.As(e, &none) {
			continue
		}
		if none.Ignored != "" {
			return ignoredError(s, none)
		}
		dirs = append(dirs, s.dir.show(none.Dir))
	}
	if flagOf("allow-empty", s.opt.mode) == nil {
		return say("cli.no-project-at-all", strings.Join(dirs, ", "))
	}
	return say("cli.no-project", strings.Join(dirs, ", "))
}

// ignoredError names the folder with a mini program that git ignores.
func ignoredError(s *session, none *lint.NoProjectError) error {
	id := message.ID("cli.project-ignored")
	if flagOf("no-ignore", s.opt.mode) == nil {
		id = "cli.project-ignored-at"
	}
	return say(id, s.dir.show(none.Dir), s.dir.show(none.Ignored))
}

// findLists returns the names of filed lists; of a workbook, a sheet may be named.
func findLists(dir *folder, paths []string) (names []string, err error) {
	for _, p := range paths {
		name, err := dir.find(p)
		if book, sheet, ok := filing.CutSheet(p); err != nil && ok {
			if found, other := dir.find(book); other == nil {
				name, err = found+"#"+sheet, nil
			}
		}
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// resolvePaths makes names of the file system of all paths that were given, and
// fills in what the linter takes from the machine.
func resolvePaths(s *session) (err error) {
	run := &s.opt.run
	run.FS, run.Cwd = s.FS, s.dir.cwd
	if run.Now.IsZero() {
		run.Now = s.Now()
	}
	run.NeedList = (s.opt.mode == modeLint || s.opt.mode == modeAction) && !s.opt.listFiles
	if run.Baseline != "" {
		run.Baseline = s.dir.resolve(run.Baseline)
	}
	if run.Dirs, err = s.dir.findAll(s.opt.folders()); err != nil {
		return meantCommand(s.opt, err)
	}
	if run.Filed, err = findLists(s.dir, run.Filed); err != nil {
		return err
	}
	for _, name := range []*string{&run.Config, &run.Policy} {
		if *name == "" {
			continue
		}
		if *name, err = s.dir.find(*name); err != nil {
			return err
		}
	}
	return nil
}
