//go:build !unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
)

const rootPath = `\`

// fromName gives "C:/a" back as `C:\a`; a name without a drive is a share
// (`\\server\share`).
func fromName(name string) string {
	if len(name) == 2 && name[1] == ':' {
		return name + `\`
	}
	if strings.IndexByte(name, ':') == 1 {
		return filepath.FromSlash(name)
	}
	return `\\` + filepath.FromSlash(name)
}

func readFile(path string, buf []byte) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f.Read, buf)
}
