package source

import (
	"path"
	"strings"
)

// GlobBelow puts a glob that is relative to a folder below it: both are then
// about fs names.
func GlobBelow(folder, glob string) string {
	glob = path.Clean(strings.TrimPrefix(glob, "/"))
	for strings.HasPrefix(glob, "../") {
		folder, glob = path.Dir(folder), glob[len("../"):]
	}
	return path.Join(EscapeGlob(folder), glob)
}

// EscapeGlob returns a glob that matches the name and nothing else.
func EscapeGlob(name string) string {
	var escaped strings.Builder
	for i := range len(name) {
		if strings.IndexByte(`\*?[]{}`, name[i]) >= 0 {
			escaped.WriteByte('\\')
		}
		escaped.WriteByte(name[i])
	}
	return escaped.String()
}
