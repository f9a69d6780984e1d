package cli

import (
	"crypto/rand"
	"os"
	"time"

	"github.com/beianlint/beianlint/lint/cli/machine"
)

// System returns the machine that the process runs on. version is what the
// linker was told, or "".
func System(version string) Env {
	cwd, err := os.Getwd()
	if err == nil {
		cwd = machine.Name(cwd)
	}
	return Env{
		Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Now: time.Now, Rand: rand.Reader,
		FS: machine.FileSystem{}, Files: machine.FileSystem{}, Git: machine.Git, Cwd: cwd,
		Terminal: machine.IsTerminal(os.Stdout), Piped: machine.IsPipe(os.Stdout),
		ErrTerminal: machine.IsTerminal(os.Stderr),
		Ticks:       func() (<-chan time.Time, func()) { return machine.Ticks(tick) },
		Version:     version,
	}
}
