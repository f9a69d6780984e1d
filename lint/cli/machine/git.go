package machine

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// ErrNoGit is what Git returns where there is no git.
var ErrNoGit = errors.New("git is not on the PATH")

// GitError is what git said when it failed.
type GitError struct {
	Code int
	Text string // in English
}

func (e *GitError) Error() string { return e.Text }

// gitSafe keeps the configuration of a repository, which can come from anywhere,
// from running a program. See also gitEnv, and the filters that --since turns off.
var gitSafe = []string{
	"--no-pager",
	"-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "diff.external=",
	"-c", "diff.autoRefreshIndex=false", "-c", "core.quotepath=on",
}

// gitEnv is the environment of git: in English, without what could lead it to
// another repository or program, and kept from fetching and from asking.
func gitEnv(environ []string) []string {
	env := []string{"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_TERMINAL_PROMPT=0"}
	for _, v := range environ {
		name, _, _ := strings.Cut(v, "=")
		switch {
		case name == "GIT_CONFIG_GLOBAL", name == "GIT_CONFIG_SYSTEM": // the user's own, as ~/.gitconfig is
		case strings.HasPrefix(strings.ToUpper(name), "GIT_"), strings.HasPrefix(name, "LC_"), name == "LANG", name == "LANGUAGE":
			continue
		}
		env = append(env, v)
	}
	return env
}

// waitDelay is how long a child of git may hold its output open once it has ended
// or was killed.
const waitDelay = 500 * time.Millisecond

// Git runs git in the folder of that fs name, without a shell, and lets read see
// what it prints. The error is ErrNoGit, a *GitError, what read returned, or the
// context's.
func Git(ctx context.Context, dir string, args []string, read func(io.Reader) error) error {
	program, err := exec.LookPath("git")
	if err != nil || !filepath.IsAbs(program) { // what lies in the current folder is not to be run
		return ErrNoGit
	}
	path, err := osPath("git", dir)
	if err != nil {
		return err
	}
	running, kill := context.WithCancel(ctx)
	defer kill()
	git := exec.CommandContext(running, program, slices.Concat(gitSafe, args)...)
	git.Dir, git.Env, git.WaitDelay = path, gitEnv(os.Environ()), waitDelay
	var complaint head
	git.Stderr = &complaint
	out, err := git.StdoutPipe()
	if err != nil {
		return err
	}
	if err := git.Start(); err != nil {
		return err
	}
	err = readAndWait(git, kill, out, read)
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &exit):
		return &GitError{exit.ExitCode(), complaint.String()}
	}
	return err
}

// readAndWait lets read see what a program prints, and waits for it. The error of
// read, which ends the program, goes before the program's own.
func readAndWait(program *exec.Cmd, kill func(), out io.Reader, read func(io.Reader) error) error {
	err := read(out)
	if err == nil {
		_, err = io.Copy(io.Discard, out)
	}
	if err != nil {
		kill()
	}
	ended := program.Wait()
	switch {
	case err != nil:
		return err
	case errors.Is(ended, exec.ErrWaitDelay): // everything has been read
		return nil
	}
	return ended
}

// head keeps the beginning of what is written to it.
type head struct{ strings.Builder }

func (h *head) Write(p []byte) (int, error) {
	const most = 1 << 20
	h.Builder.Write(p[:min(len(p), max(most-h.Len(), 0))])
	return len(p), nil
}
