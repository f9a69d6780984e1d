package machine

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestAbandon: what is half-written is gone, what is complete stays, and nothing is
// begun or completed any more.
func TestAbandon(t *testing.T) {
	var u unfinished
	dir := t.TempDir()
	create := func() (*os.File, error) { return os.CreateTemp(dir, temporary) }
	begin := func() *os.File {
		f, err := u.begin(create)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	whole, half := begin(), begin()
	_ = whole.Close()
	if err := u.end(whole, func() error { return os.Rename(whole.Name(), filepath.Join(dir, "whole")) }); err != nil {
		t.Fatal(err)
	}
	u.abandon()
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 || left[0].Name() != "whole" {
		t.Errorf("left: %v, %v", left, err)
	}
	went := make(chan bool, 2)
	go func() { _, _ = u.begin(create); went <- true }()
	go func() { _ = u.end(half, func() error { return nil }); went <- true }()
	select {
	case <-went:
		t.Error("files are written although the process is about to end")
	case <-time.After(20 * time.Millisecond):
	}
}

// TestWritersBegin: nothing is made while no file may be begun, which is how an interrupted
// run ends.
func TestWritersBegin(t *testing.T) {
	for name, write := range map[string]func(string) error{
		"Replace": func(at string) error { return FileSystem{}.Replace(at, []byte("a")) },
		"Create":  func(at string) error { return FileSystem{}.Create(at, []byte("a")) },
		"Writable": func(at string) error {
			_, err := FileSystem{}.Writable(at)
			return err
		},
	} {
		dir := t.TempDir()
		done := make(chan error, 1)
		files.Lock()
		go func() { done <- write(Name(filepath.Join(dir, "a"))) }()
		time.Sleep(20 * time.Millisecond)
		if made, err := os.ReadDir(dir); err != nil || len(made) > 0 {
			t.Errorf("%s made %v, %v", name, made, err)
		}
		files.Unlock()
		if err := <-done; err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAbandonIsBounded: a disk that does not answer is not waited for.
func TestAbandonIsBounded(t *testing.T) {
	var u unfinished
	u.Lock() // as where a file is being made
	ended := make(chan struct{})
	go func() { defer close(ended); u.abandonSoon() }()
	select {
	case <-ended:
	case <-time.After(100 * patience):
		t.Fatal("it waits")
	}
}
