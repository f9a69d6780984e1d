//go:build !unix

package machine

import (
	"os"
	"path/filepath"
	"strings"
)

const rootPath = `\`

// Path returns the path of the machine that a name in FileSystem stands for:
// `C:\a` for "C:/a". A name without a drive is a share (`\\server\share`).
func Path(name string) string {
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
