// Package parallel runs work on several goroutines. A mistake in beianlint that one
// of them meets is one of the caller's, who can say so and choose the exit code: by
// itself, Go ends the process with 2, which a user would take for wrong usage.
package parallel

import (
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Panic is what a goroutine panicked with, and its stack then.
type Panic struct {
	Cause any
	Stack []byte
}

// Catch calls f and returns the panic that f ended with, nil for none.
func Catch(f func()) (caught *Panic) {
	defer func() {
		if cause := recover(); cause != nil {
			caught = Of(cause)
		}
	}()
	f()
	return nil
}

// Of returns the panic that has been recovered with a cause: the one of another
// goroutine if it is that.
func Of(cause any) *Panic {
	if p, ok := cause.(*Panic); ok {
		return p
	}
	return &Panic{cause, debug.Stack()}
}

// Again panics again; of no panic, it does nothing.
func (p *Panic) Again() {
	if p != nil {
		panic(p)
	}
}

// Do runs work on n goroutines at once, of which the caller's is one, and waits for all. It
// panics with the first *Panic that one of them ended with.
func Do(n int, work func()) {
	var group sync.WaitGroup
	var first atomic.Pointer[Panic]
	caught := func() {
		if p := Catch(work); p != nil {
			first.CompareAndSwap(nil, p)
		}
	}
	for range n - 1 {
		group.Go(caught)
	}
	if n > 0 {
		caught()
	}
	group.Wait()
	first.Load().Again()
}

// Ahead begins to call f on another goroutine. What it returns waits for what f returns, or
// calls f itself if no core has come to it; it panics with the *Panic that f ended with.
func Ahead[T any](f func() T) func() T {
	var result T
	var caught *Panic
	var once sync.Once
	call := func() { once.Do(func() { caught = Catch(func() { result = f() }) }) }
	go call()
	return func() T {
		call()
		caught.Again()
		return result
	}
}
