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
	_, _ = whole.Close(), half.Close()
}
