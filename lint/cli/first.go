package cli

import (
	"context"
	"errors"
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/report"
)

// firstRun says that no list was found and, to people, what there is to list. It
// returns the exit code for a missing list.
func firstRun(ctx context.Context, s *session, missing error) int {
	code := refuse(ctx, s, missing)
	format := report.Findings.Format(s.opt.format)
	if !isMissing(missing) || s.opt.quiet || format.Name != "text" && format.Name != "github" {
		return code
	}
	run := &s.opt.run
	run.NeedList, run.Record, run.Since, run.Baseline = false, false, nil, ""
	run.Progress.Files.Store(0) // they are read again
	r, err := runWithin(ctx, s)
	if err != nil && !errors.Is(err, lint.ErrNoProject) {
		return refuse(ctx, s, err)
	}
	o := common(s)
	print := guarded
	if format.Secret {
		o.Paths, o.Color, print = hostPaths(s, r.Root), false, withoutCommands
	}
	if err := print(s, func(w io.Writer) error { return report.First(w, r, o) }); err != nil {
		return s.con.failed(err)
	}
	return code
}

// isMissing reports whether an error says that there is no filed list at all.
func isMissing(err error) bool {
	var list *filedlist.Error
	return errors.As(err, &list) && list.Problems[0].Message == "list.missing"
}
