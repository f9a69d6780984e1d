package cli

import (
	"context"
	"crypto/rand"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/beianlint/beianlint/lint/cli/machine"
)

// Env is everything that a run takes from the machine.
type Env struct {
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	FS             fs.FS     // rooted at the file system's root
	Files          Files     // the same for writing
	Git            Git       // nil where there is none
	Cwd            string    // fs name of the current folder; "" when it is gone
	Rand           io.Reader // cryptographic randomness
	Terminal       bool      // whether Stdout is a terminal
	Piped          bool      // whether Stdout is a pipe: the log, in CI
	ErrTerminal    bool      // whether Stderr is one
	// Ticks returns a channel that is sent to while a run lasts; nil where nobody
	// is to be told how far it is.
	Ticks   func() (ticks <-chan time.Time, stop func())
	Version string // "" asks the build information of the binary
}

// Git runs git in the folder of that fs name, without a shell, and lets read see
// what it prints. The error is one of machine.Git.
type Git func(ctx context.Context, dir string, args []string, read func(io.Reader) error) error

// Files is where a run writes to, by fs names.
type Files interface {
	// Replace puts data in the place of a file's content, all of it or, on an
	// error, nothing. The folder must be there.
	Replace(name string, data []byte) error
	// Writable says whether Replace could write a file, and which one that
	// would be: links lead elsewhere.
	Writable(name string) (target string, err error)
	// Remove takes away a regular file; to have none is no error.
	Remove(name string) error
	// Create makes a file, and the folders that it lies in. The error is
	// fs.ErrExist when something of that name is there.
	Create(name string, data []byte) error
}

// System returns the machine that the process runs on. version is what the
// linker was told, or "".
func System(version string) Env {
	cwd, err := os.Getwd()
	if err == nil {
		cwd = machine.Name(cwd)
	}
	return Env{
		// As they are: what Go writes to a console of Windows itself, it turns into UTF-16, so
		// that the code page does not count (writeConsole of internal/poll).
		Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Now: time.Now, Rand: rand.Reader,
		FS: machine.FileSystem{}, Files: machine.FileSystem{}, Git: machine.Git, Cwd: cwd,
		Terminal: machine.IsTerminal(os.Stdout) && machine.ShowsColors(os.Stdout), Piped: machine.IsPipe(os.Stdout),
		ErrTerminal: machine.IsTerminal(os.Stderr),
		Ticks:       func() (<-chan time.Time, func()) { return machine.Ticks(tick) },
		Version:     version,
	}
}
