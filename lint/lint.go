package lint

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/platform"
)

// Options is everything that a run depends on. Every name is the name of a file
// or folder in FS, which is rooted at the file system's root. Its fields are many
// because it is all that a command line can ask for.
type Options struct {
	FS         fs.FS
	Dirs       []string      // folders or files to lint
	Cwd        string        // the current folder: what Exclude is relative to
	Now        time.Time     // the clock that dates in the list and the config are held against
	Filed      []string      // filed lists; empty: the config's, else the nearest filed-domains.txt
	Config     string        // the config; "": the nearest .beianlint.json
	Policy     string        // a config that nothing in the repository can loosen; "": none
	Exclude    []string      // globs, relative to Cwd, in addition to the config's
	Platforms  []platform.ID // none: every platform
	EachTarget bool          // say for which of several platforms each use counts
	NoIgnore   bool          // read git-ignored folders as well
	Strict     bool          // what could not be followed is an error, as with the config's "strict"
	NeedList   bool          // false: a missing list is not an error, the status of every domain is unknown
	Since      *change.Set   // what changed; nil: every finding counts
	Before     fs.FS         // with Since: the file system before that
	Baseline   string        // findings to leave out; "": those of the config's
	Record     bool          // leave none out: the Result has what a baseline of them holds
	Progress   *Progress     // is told how far the run is; nil tells nobody
}

// runBefore returns what the same run would have found before the change. What keeps
// it from its end, a config that was broken, is no news: then everything is new.
func runBefore(ctx context.Context, opt Options) *Result {
	opt.FS, opt.Before, opt.Since, opt.Progress, opt.Record = opt.Before, nil, nil, nil, false
	if _, err := fs.Stat(opt.FS, opt.Baseline); err != nil {
		opt.Baseline = ""
	}
	before, _ := Run(ctx, opt)
	return before
}

// Run lints the mini programs of every folder. The error is a *config.Error, a
// *filedlist.Error or what the file system says, and then the result is empty;
// or it is ErrNoProject for the folders without a mini program, and the result
// tells of the others.
func Run(ctx context.Context, opt Options) (*Result, error) {
	r := newRun(opt)
	if opt.Since != nil && opt.Before != nil {
		r.before = runBefore(ctx, opt)
	}
	var empty []error
	for _, dir := range opt.Dirs {
		err := r.lint(ctx, dir)
		if errors.Is(err, ErrNoProject) {
			empty = append(empty, err)
		} else if err != nil {
			return &Result{}, err
		}
	}
	if err := r.finish(ctx); err != nil {
		return &Result{}, err
	}
	return &r.result, errors.Join(empty...)
}
