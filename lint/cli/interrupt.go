package cli

import (
	"context"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/beianlint/beianlint/lint/cli/machine"
)

// grace is how long a run that is interrupted may take to end by itself: to end git and
// to say so. Nobody needs what it would do later, and the system takes more time to get
// its memory back.
const grace = 20 * time.Millisecond

// Interruptible runs until the end, or until a signal arrives: then the context
// ends, and the exit code is the one that a shell gives a process which a signal
// has ended. abandon is called before it: it sees to what is half done.
func Interruptible(signals <-chan os.Signal, abandon func(), run func(context.Context) int) int {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ended := make(chan int, 1)
	go func() {
		deepen()
		ended <- run(ctx)
	}()
	var s os.Signal
	select {
	case code := <-ended:
		return code
	case s = <-signals:
	}
	cancel()
	select {
	case <-ended:
	case <-time.After(grace):
	}
	abandon()
	return exitOf(s)
}

// deepen makes the stack of a goroutine as large as most runs need it, while there is nothing
// on it to be copied: to double it again and again takes a twentieth of a small run.
//
//go:noinline
func deepen() {
	var room [24 << 10]byte
	runtime.KeepAlive(&room)
}

// Abandon removes what the system's files have half-written, for Interruptible.
func Abandon() { machine.Abandon() }

// exitSignal is added to the number of the signal that has ended a run.
const exitSignal = 128

func exitOf(s os.Signal) int {
	if number, ok := s.(syscall.Signal); ok {
		return exitSignal + int(number)
	}
	return exitFailed
}
