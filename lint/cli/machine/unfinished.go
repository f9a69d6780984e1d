package machine

import (
	"os"
	"sync"
)

// unfinished are the files that are made and not yet complete. A run that is interrupted
// does not wait until they are, which a slow disk can take long for: it removes them.
type unfinished struct {
	sync.Mutex
	files map[string]bool // by path
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
		u.files = map[string]bool{}
	}
	u.files[f.Name()] = true
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
	for path := range u.files {
		_ = os.Remove(path)
	}
}

// Abandon is the last that a process does which is interrupted: it removes what is not
// written to its end, and whoever goes on to write waits for ever.
func Abandon() { files.abandon() }
