//go:build unix

package machine_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/beianlint/beianlint/lint/cli/machine"
)

// fakeGit puts a script in front of the PATH in git's place.
func fakeGit(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "git"), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
}

// run asks git in a folder of the test's own and returns what it prints.
func run(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var printed []byte
	err := machine.Git(t.Context(), machine.Name(t.TempDir()), args, func(r io.Reader) (err error) {
		printed, err = io.ReadAll(r)
		return err
	})
	return string(printed), err
}

// TestGitEnvironment: what could lead git to another repository, program or
// language is not handed on.
func TestGitEnvironment(t *testing.T) {
	fakeGit(t, "env; echo args: \"$@\"")
	for name, value := range map[string]string{
		"GIT_DIR": "/elsewhere", "GIT_EXTERNAL_DIFF": "/program", "GIT_SSH_COMMAND": "/program", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN", "LANGUAGE": "zh",
		"GIT_CONFIG_GLOBAL": "/home/config", "KEPT": "yes",
	} {
		t.Setenv(name, value)
	}
	out, err := run(t, "diff", "--stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"LC_ALL=C\n", "GIT_OPTIONAL_LOCKS=0\n", "GIT_NO_LAZY_FETCH=1\n", "GIT_ALLOW_PROTOCOL=none\n", "GIT_TERMINAL_PROMPT=0\n",
		"GIT_CONFIG_GLOBAL=/home/config\n", "KEPT=yes\n",
		"-c core.fsmonitor=false", "-c core.hooksPath=/dev/null", "-c diff.external= ", "--no-pager ", " diff --stat\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	for _, name := range []string{"GIT_DIR=", "GIT_EXTERNAL_DIFF=", "GIT_SSH_COMMAND=", "LC_MESSAGES=", "LANG=", "LANGUAGE="} {
		if strings.Contains("\n"+out, "\n"+name) {
			t.Errorf("%s is handed on", name)
		}
	}
}

// TestGitComplains: the exit code and the beginning of what git says.
func TestGitComplains(t *testing.T) {
	fakeGit(t, "echo printed; echo fatal: no >&2; head -c 3000000 /dev/zero >&2; exit 3")
	_, err := run(t)
	var complaint *machine.GitError
	if !errors.As(err, &complaint) || complaint.Code != 3 || !strings.HasPrefix(err.Error(), "fatal: no\n") || len(complaint.Text) != 1<<20 {
		t.Errorf("%T of %d bytes", err, len(err.Error()))
	}
}

// TestGitStopsWithItsReader: git ends when nobody wants to read on, and the
// reader's error is the one that is told.
func TestGitStopsWithItsReader(t *testing.T) {
	fakeGit(t, "while :; do echo more; done")
	enough := errors.New("enough")
	err := machine.Git(t.Context(), machine.Name(t.TempDir()), nil, func(r io.Reader) error {
		_, _ = bufio.NewReader(r).ReadString('\n')
		return enough
	})
	if !errors.Is(err, enough) {
		t.Errorf("got %v, want %v", err, enough)
	}
}

// TestGitChildHoldsOutput: neither a run that is interrupted nor one that is done
// waits for what git left running.
func TestGitChildHoldsOutput(t *testing.T) {
	fakeGit(t, "sleep 60 & echo here; if [ \"$1\" = --no-pager ]; then shift $(($# - 1)); fi; [ \"$1\" = wait ] && sleep 60; exit 0")
	ctx, cancel := context.WithCancel(t.Context())
	start := time.Now()
	err := machine.Git(ctx, machine.Name(t.TempDir()), []string{"wait"}, func(r io.Reader) error {
		_, _ = r.Read(make([]byte, 1))
		cancel()
		_, err := io.ReadAll(r)
		return err
	})
	if !errors.Is(err, context.Canceled) || time.Since(start) > 30*time.Second {
		t.Errorf("%v after %s", err, time.Since(start))
	}
	fakeGit(t, "sleep 60 >/dev/null & echo done")
	if out, err := run(t); out != "done\n" || err != nil || time.Since(start) > 30*time.Second {
		t.Errorf("%q, %v after %s", out, err, time.Since(start))
	}
}

// TestGitIsNotOfTheCurrentFolder: nor of any other folder that is not named in full.
func TestGitIsNotOfTheCurrentFolder(t *testing.T) {
	fakeGit(t, "echo mine")
	dir, _, _ := strings.Cut(os.Getenv("PATH"), string(filepath.ListSeparator))
	t.Chdir(filepath.Dir(dir))
	t.Setenv("GODEBUG", "execerrdot=0")
	for _, path := range []string{filepath.Base(dir), "", "."} {
		t.Setenv("PATH", path)
		if out, err := run(t); !errors.Is(err, machine.ErrNoGit) {
			t.Errorf("PATH=%q: %q, %v", path, out, err)
		}
	}
	t.Setenv("PATH", dir)
	if out, err := run(t); out != "mine\n" {
		t.Errorf("PATH=%q: %q, %v", dir, out, err)
	}
}
