//go:build !unix

package miniprogram

import "os"

func readRaw(path string, buf []byte) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return appendAll(f.Read, buf)
}
