package cli_test

import (
	"bytes"
	"context"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/beianlint/beianlint/lint/cli"
)

// slowFS is a disk on which no script is read before ready is closed.
type slowFS struct {
	fs.FS
	ready <-chan struct{}
}

func (s slowFS) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".js") {
		<-s.ready
	}
	return s.FS.Open(name)
}

// slow runs beianlint on shop, for as many ticks, and returns what it says on
// Stderr.
func slow(t *testing.T, ticks int, env map[string]string, terminal bool, args ...string) (stderr string, stopped bool) {
	t.Helper()
	var out, errs bytes.Buffer
	e := testEnv(&out, &errs)
	c, ready := make(chan time.Time), make(chan struct{})
	e.FS, e.ErrTerminal = slowFS{shop, ready}, terminal
	e.Getenv = func(name string) string { return env[name] }
	e.Ticks = func() (<-chan time.Time, func()) {
		go func() {
			for range ticks {
				c <- time.Time{}
			}
			close(ready)
		}()
		return c, func() { stopped = true }
	}
	if ticks == 0 {
		close(ready)
		e.Ticks = func() (<-chan time.Time, func()) { return c, func() { stopped = true } }
	}
	cli.Main(context.Background(), args, e)
	if out.Len() == 0 {
		t.Errorf("no findings: %s", &errs)
	}
	return errs.String(), stopped
}

func TestProgress(t *testing.T) {
	const line = "beianlint: files read: N, mini programs checked: N of N"
	blank := strings.Repeat(" ", len(line))
	for ticks, want := range []string{"", "", "", "", "", "\r" + line + "\r" + blank + "\r", "\r" + line + "\r" + line + "\r" + blank + "\r"} {
		got, stopped := slow(t, ticks, nil, true)
		got = regexp.MustCompile(`\d`).ReplaceAllString(got, "N") // how far it is just then
		if got != want || !stopped {
			t.Errorf("after %d ticks: %q, want %q; stopped: %t", ticks, got, want, stopped)
		}
	}
}

// TestNoProgress: nobody looks, or nobody wants to.
func TestNoProgress(t *testing.T) {
	for _, c := range []struct {
		env      map[string]string
		terminal bool
		args     []string
	}{
		{nil, false, nil},
		{map[string]string{"CI": "true"}, true, nil},
		{map[string]string{"TERM": "dumb"}, true, nil},
		{nil, true, []string{"--quiet"}},
	} {
		if got, asked := slow(t, 0, c.env, c.terminal, c.args...); got != "" || asked {
			t.Errorf("%+v: %q, ticks: %t", c, got, asked)
		}
	}
}
