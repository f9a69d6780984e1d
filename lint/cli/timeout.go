package cli

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/parallel"
)

// errTimeout ends a run that takes longer than --timeout.
var errTimeout = errors.New("the time that --timeout gives is over")

// outcome is how a run has ended.
type outcome struct {
	result *lint.Result
	err    error
	panic  *parallel.Panic
}

// runWithin lints, at most for the time that --timeout gives. What does not end by
// itself then, some milliseconds later, is left behind.
func runWithin(ctx context.Context, s *session) (*lint.Result, error) {
	if s.opt.timeout == 0 {
		return lint.Run(ctx, s.opt.run)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, s.opt.timeout, errTimeout)
	defer cancel()
	ended := make(chan outcome, 1)
	go func() {
		var o outcome
		o.panic = parallel.Catch(func() { o.result, o.err = lint.Run(ctx, s.opt.run) })
		ended <- o
	}()
	var end outcome
	select {
	case end = <-ended:
	case <-ctx.Done():
		select {
		case end = <-ended:
		case <-time.After(grace):
			end = outcome{&lint.Result{}, context.Cause(ctx), nil}
		}
	}
	end.panic.Again()
	if end.err != nil && errors.Is(context.Cause(ctx), errTimeout) {
		return end.result, errTimeout
	}
	return end.result, end.err
}

// timedOut says where the run was when its time was over.
func timedOut(s *session) int {
	p := s.opt.run.Progress
	var at []string
	for _, root := range p.At() {
		at = append(at, s.dir.show(root))
	}
	where := ""
	if len(at) > 0 {
		where = s.con.lang.Message("cli.timed-out-at", strings.Join(at, ", "))
	}
	return s.con.failed(say("cli.timed-out", s.opt.timeout, p.Files.Load(), p.Followed.Load(), p.Programs.Load(), where))
}
