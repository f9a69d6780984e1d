package cli

import (
	"crypto/rand"
	"os"
	"time"

	"golang.org/x/term"
)

// System returns the machine that the process runs on. version is what the
// linker was told, or "".
func System(version string) Env {
	cwd, err := os.Getwd()
	if err == nil {
		cwd = Name(cwd)
	}
	return Env{
		Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Now: time.Now, Rand: rand.Reader,
		FS: FileSystem{}, Files: FileSystem{}, Git: runGit, Cwd: cwd,
		Terminal: term.IsTerminal(int(os.Stdout.Fd())), Piped: isPipe(os.Stdout),
		ErrTerminal: term.IsTerminal(int(os.Stderr.Fd())), Ticks: ticks,
		Version: version,
	}
}

func isPipe(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeNamedPipe != 0
}
