package miniprogram

import (
	"io/fs"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// resolve returns the fs name that a name leads to with every link on the way
// followed; ok is false when it leaves the repository, ends in a circle, or the file
// system does not tell.
func (c *checkout) resolve(name string) (real string, ok bool) {
	return source.Root{FS: c.fsys, Folder: c.repo}.Resolve(name)
}

// isLinkedFile reports whether the link of that fs name leads to a file of the
// repository that the walk would not skip.
func (c *checkout) isLinkedFile(name string) bool {
	real, ok := c.resolve(name)
	if !ok {
		return false
	}
	info, err := fs.Stat(c.fsys, real)
	return err == nil && info.Mode().IsRegular() && !c.inSkipped(real)
}

// inSkipped reports whether a name of the repository lies in a folder that is
// skipped by its name.
func (c *checkout) inSkipped(name string) bool {
	rel, _ := source.Under(name, c.repo)
	for part := range strings.SplitSeq(rel, "/") {
		if neverRead(part) != "" {
			return true
		}
	}
	return false
}
