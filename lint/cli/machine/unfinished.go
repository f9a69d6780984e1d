package machine

import (
	"os"
	"sync"
	"time"
)

// unfinished are the files that are made and not yet complete. A run that is interrupted
// does not wait until they are, which a slow disk can take long for: it removes them.
type unfinished struct {
	sync.Mutex
	files map[string]*os.File // by path
}

var files unfinished

// begin makes a file.
func (u *unfinished) begin(create func() (*os.File, error)) (*os.File, error) {
	u.Lock()
	defer u.Unlock()
	f, err := create()
	if err != nil {
		return nil, err
	}
	if u.files == nil {
		u.files = map[string]*os.File{}
	}
	u.files[f.Name()] = f
	return f, nil
}

// end takes the last step with a file: after it the file is what it was to be, or gone.
func (u *unfinished) end(f *os.File, last func() error) error {
	u.Lock()
	defer u.Unlock()
	delete(u.files, f.Name())
	return last()
}

func (u *unfinished) abandon() {
	u.Lock() // and never unlocked
	for path, f := range u.files {
		_ = f.Close() // Windows removes no file that is open
		_ = os.Remove(path)
	}
}

// patience is how long Abandon waits for a disk.
const patience = 50 * time.Millisecond

// abandonSoon abandons, but does not wait for a disk that does not answer.
func (u *unfinished) abandonSoon() {
	gone := make(chan struct{})
	go func() { defer close(gone); u.abandon() }()
	select {
	case <-gone:
	case <-time.After(patience):
	}
}

// Abandon is the last that a process does which is interrupted: it removes what is not
// written to its end, and whoever goes on to write waits for ever.
func Abandon() { files.abandonSoon() }
