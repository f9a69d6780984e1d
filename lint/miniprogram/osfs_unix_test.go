//go:build unix

package miniprogram

import "syscall"

func readRaw(path string, buf []byte) ([]byte, error) {
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd)
	return appendAll(func(p []byte) (int, error) { return syscall.Read(fd, p) }, buf)
}
