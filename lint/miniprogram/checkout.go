package miniprogram

import (
	"io/fs"
	"sync/atomic"
)

// checkout is the repository as files, read within its root, and what is to be said
// of them.
type checkout struct {
	fsys  fs.FS
	repo  string // fs name of the repository's root
	notes notes
	read  atomic.Int64  // files that were read
	told  *atomic.Int64 // Options.Count
}

// count counts a file that was read.
func (c *checkout) count() {
	c.read.Add(1)
	if c.told != nil {
		c.told.Add(1)
	}
}
