package lint

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
)

// Options is everything that a run depends on. Every name is the name of a file
// or folder in FS, which is rooted at the file system's root.
type Options struct {
	FS       fs.FS
	Dirs     []string    // folders or files to lint
	Cwd      string      // the current folder: what Exclude is relative to
	Now      time.Time   // the clock that dates in the list and the config are held against
	Filed    []string    // filed lists; empty: the config's, else the nearest filed-domains.txt
	Config   string      // the config; "": the nearest .beianlint.json
	Exclude  []string    // globs, relative to Cwd, in addition to the config's
	Platform platform.ID // "": every platform
	NoIgnore bool        // read git-ignored folders as well
	NeedList bool        // false: a missing list is not an error, the status of every domain is unknown
	Since    *change.Set // what changed; nil: every finding counts
	Baseline string      // findings to leave out; "": those of the config's
	Record   bool        // leave none out: the Report has what a baseline of them holds
	Progress *Progress   // is told how far the run is; nil tells nobody
}

// Run lints the mini programs of every folder. The error is a *ConfigError, a
// *ListError or what the file system says, and then the report is empty; or it
// is ErrNoProject for the folders without a mini program, and the report tells
// of the others.
func Run(ctx context.Context, opt Options) (*Report, error) {
	r := newRun(opt)
	var empty []error
	for _, dir := range opt.Dirs {
		err := r.lint(ctx, dir)
		if errors.Is(err, ErrNoProject) {
			empty = append(empty, err)
		} else if err != nil {
			return &Report{}, err
		}
	}
	r.finish()
	if opt.Record {
		if err := r.recorded(); err != nil {
			return &Report{}, err
		}
	}
	return &r.report, errors.Join(empty...)
}

// finish lets the rules see the lists and configs, which are known only now to
// be needed or not, and puts the report in order.
func (r *run) finish() {
	for _, j := range r.judges {
		p := r.pass(j.config)
		p.filed = j.filed
		r.problems(j.config, "", j.filed.problems)
		r.report.Findings = append(r.report.Findings, p.check(Rules)...)
	}
	r.ignores()
	f := r.report.Findings
	sort.SliceStable(f, func(i, j int) bool { return compareFindings(f[i], f[j]) < 0 })
	r.report.Findings = slices.CompactFunc(f, func(a, b *Finding) bool { return compareFindings(a, b) == 0 })
	number(r.report.Findings)
	r.limit()
	projects := r.report.Projects
	sort.SliceStable(projects, func(i, j int) bool {
		a, b := projects[i], projects[j]
		return cmp.Or(strings.Compare(a.Root, b.Root), strings.Compare(string(a.Platform), string(b.Platform))) < 0
	})
	r.report.Skipped = distinctSkips(r.report.Skipped)
	r.summarise()
}

// distinctSkips drops what folders that share a mini program skipped alike.
func distinctSkips(skips []miniprogram.Skip) []miniprogram.Skip {
	sort.Slice(skips, func(i, j int) bool {
		a, b := &skips[i], &skips[j]
		return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(a.Reason, b.Reason), b.Count-a.Count) < 0
	})
	return slices.Compact(skips)
}

func (r *run) summarise() {
	s := &r.report.Summary
	s.Projects = len(r.report.Projects)
	filed := map[string]bool{}
	for _, p := range r.report.Projects {
		for _, h := range p.Hosts {
			before, seen := filed[h.Host]
			if h.Enforced {
				filed[h.Host] = h.Filing.covered() && (before || !seen)
			}
		}
	}
	s.Hosts = len(filed)
	for _, ok := range filed {
		if ok {
			s.Filed++
		}
	}
	for _, f := range r.report.Findings {
		*s.of(f.Severity)++
	}
	for _, b := range r.baselines {
		s.Baselined += len(b.silenced)
	}
}

// of returns the count of a severity.
func (s *Summary) of(v Severity) *int {
	switch v {
	case Error:
		return &s.Errors
	case Warning:
		return &s.Warnings
	}
	return &s.Notices
}
