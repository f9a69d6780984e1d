package source

import (
	"path"
	"strings"
)

// Under returns the name of a file or folder of an fs.FS relative to a folder of
// it, "." for that folder itself; ok is false when it does not lie there.
func Under(name, folder string) (rel string, ok bool) {
	switch {
	case folder == ".":
		return name, true
	case name == folder:
		return ".", true
	}
	return strings.CutPrefix(name, folder+"/")
}

// Within reports whether a name is that of the folder or of what lies in it.
func Within(name, folder string) bool {
	_, ok := Under(name, folder)
	return ok
}

// Relative returns a name relative to a folder, with ".." where it lies outside.
func Relative(name, folder string) string {
	up := ""
	for folder = path.Clean(folder); ; folder = path.Dir(folder) {
		if rel, ok := Under(name, folder); ok {
			return path.Clean(up + rel)
		}
		up += "../"
	}
}
