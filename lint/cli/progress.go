package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/report"
)

// Progress is shown at every tick, from the moment on at which a person begins to
// wonder whether anything happens.
const (
	tick      = 200 * time.Millisecond
	firstTick = 5
)

// watch shows on Stderr how far a run is, on one line that is written again and
// again, where somebody looks at it. stop erases the line.
func watch(s *session, p *lint.Progress) (stop func()) {
	if !s.ErrTerminal || s.Ticks == nil || s.opt.quiet || s.Getenv("CI") != "" || s.Getenv("TERM") == "dumb" {
		return func() {}
	}
	ticks, stopTicks := s.Ticks()
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		showProgress(s.con, p, ticks, end)
	}()
	return func() {
		stopTicks()
		close(end)
		<-ended
	}
}

func showProgress(con *console, p *lint.Progress, ticks <-chan time.Time, end <-chan struct{}) {
	width := 0
	for n := 1; ; n++ {
		select {
		case <-end:
			if width > 0 {
				fmt.Fprint(con.errs, "\r"+strings.Repeat(" ", width)+"\r")
			}
			return
		case <-ticks:
		}
		if n < firstTick {
			continue
		}
		line := con.lang.Message("cli.progress", p.Files.Load(), p.Followed.Load(), p.Programs.Load())
		blank := max(width-report.Width(line), 0)
		fmt.Fprint(con.errs, "\r"+line+strings.Repeat(" ", blank))
		width = report.Width(line)
	}
}
