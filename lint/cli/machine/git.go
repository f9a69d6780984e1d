package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Git runs git in the folder of that fs name, without a shell, and lets read see
// what it prints. The error is errNoGit, a *gitError, or what read returned.
type Git func(ctx context.Context, dir string, args []string, read func(io.Reader) error) error

var errNoGit = errors.New("git is not on the PATH")

// gitError is what git said when it failed.
type gitError struct {
	code int
	text string // in English
}

func (e *gitError) Error() string { return e.text }

// gitSafe keeps the configuration of a repository, which can come from anywhere,
// from running a program. See also gitEnv, and filters in since.go.
var gitSafe = []string{
	"--no-pager",
	"-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "diff.external=",
	"-c", "diff.autoRefreshIndex=false", "-c", "core.quotepath=off",
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

// runGit is Git on this machine. Package os/exec would add 130 KB to the binary
// and do no more.
func runGit(ctx context.Context, dir string, args []string, read func(io.Reader) error) error {
	program, err := findGit(os.Getenv("PATH"))
	if err != nil {
		return err
	}
	path, err := osPath("git", dir)
	if err != nil {
		return err
	}
	var p pipes
	defer p.close()
	if err := p.open(); err != nil {
		return err
	}
	argv := append(append([]string{"git"}, gitSafe...), args...)
	git, err := start(program, argv, path, gitEnv(os.Environ()), p.theirs[:])
	if err != nil {
		return err
	}
	closeAll(p.theirs[:])
	return p.follow(ctx, git, read)
}

// pipes are the files of a process: nothing to read, what it prints, what it
// complains.
type pipes struct {
	theirs    [3]*os.File
	out, errs *os.File
}

func (p *pipes) open() (err error) {
	if p.theirs[0], err = os.Open(os.DevNull); err != nil {
		return err
	}
	if p.out, p.theirs[1], err = os.Pipe(); err != nil {
		return err
	}
	p.errs, p.theirs[2], err = os.Pipe()
	return err
}

func (p *pipes) close() {
	closeAll(p.theirs[:])
	closeAll([]*os.File{p.out, p.errs})
}

func closeAll(files []*os.File) {
	for _, f := range files {
		_ = f.Close() // fs.ErrClosed, or fs.ErrInvalid where it was never opened
	}
}

// follow reads to the end of what the process prints, and waits for it. Once it is
// waited for, nobody may kill it: its number can be another's.
func (p *pipes) follow(ctx context.Context, git process, read func(io.Reader) error) error {
	killed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		git.kill()
		closeAll([]*os.File{p.out, p.errs}) // which a child of its may still hold open
		close(killed)
	})
	complaint := make(chan string, 1)
	go func() {
		text, _ := drain(p.errs)
		complaint <- string(text)
	}()
	err := read(p.out)
	if err != nil {
		git.kill()
	}
	_, _ = drain(p.out)
	text := <-complaint
	if !stop() {
		<-killed
	}
	code, failed := git.wait()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case failed != nil:
		return failed
	case err == nil && code != 0:
		return &gitError{code, text}
	}
	return err
}

// drain reads to the end and returns the beginning. (io.Copy would bring splice
// and its kin into the binary.)
func drain(r io.Reader) ([]byte, error) {
	const most = 1 << 20
	var head []byte
	buf := make([]byte, 4<<10)
	for {
		n, err := r.Read(buf)
		if len(head)+n <= most {
			head = append(head, buf[:n]...)
		}
		if err == io.EOF {
			return head, nil
		}
		if err != nil {
			return head, err
		}
	}
}

// findGit looks for git in the folders of PATH. A relative one is passed over:
// what lies in the current folder is not to be run.
func findGit(path string) (string, error) {
	name, executable := "git", fs.FileMode(0o111)
	if runtime.GOOS == "windows" {
		name, executable = "git.exe", 0o777
	}
	for _, dir := range filepath.SplitList(path) {
		file := filepath.Join(dir, name)
		info, err := os.Stat(file)
		if filepath.IsAbs(dir) && err == nil && info.Mode().IsRegular() && info.Mode()&executable != 0 {
			return file, nil
		}
	}
	return "", errNoGit
}
