//go:build unix

package machine

import (
	"errors"
	"syscall"
)

// readFile reads without os.File: that one registers every descriptor with the
// poller. O_NONBLOCK keeps a named pipe among the sources from blocking the
// run for ever; it changes nothing for files.
func readFile(path string, buf []byte) ([]byte, error) {
	fd, err := retry(func() (int, error) {
		return syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC|syscall.O_NONBLOCK|syscall.O_NOCTTY, 0)
	})
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd)
	return readAll(func(p []byte) (int, error) {
		return retry(func() (int, error) { return syscall.Read(fd, p) })
	}, buf)
}

// retry repeats a system call that a signal interrupted
// (https://go.dev/issue/38033).
func retry(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		if !errors.Is(err, syscall.EINTR) {
			return n, err
		}
	}
}
