package machine

import (
	"os"
	"time"

	"golang.org/x/term"
)

// IsTerminal reports whether somebody looks at what is written to a file.
func IsTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// IsPipe reports whether a program reads what is written to a file.
func IsPipe(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeNamedPipe != 0
}

// Ticks returns a channel that is sent to at every tick, until stop is called.
func Ticks(tick time.Duration) (c <-chan time.Time, stop func()) {
	t := time.NewTicker(tick)
	return t.C, t.Stop
}
