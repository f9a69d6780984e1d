package miniprogram

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// maxLinkText bounds what is looked at as the text of a link.
const maxLinkText = 1024

// linkText is a relative path, as git writes a symbolic link where the system has
// none (core.symlinks in git-config(1)).
var linkText = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\.{1,2}/)*[\w@.-]+(?:/[\w@.-]+)*$`)
})

// textLink returns the fs name that a file means which git wrote instead of a link to
// a file with the same extension; ok is false for every other file. A name that
// begins like a path, and that leads to nothing that may be read, has a reason.
func (c *checkout) textLink(name string, data []byte) (real string, reason message.ID, ok bool) {
	if len(data) == 0 || len(data) > maxLinkText || !linkText().Match(data) || path.Ext(string(data)) != path.Ext(name) {
		return "", "", false
	}
	real = path.Join(path.Dir(name), string(data))
	if !fs.ValidPath(real) || !source.Within(real, c.repo) {
		return "", skipLinkOut, true
	}
	if c.isLinkedFile(real) {
		return real, "", true
	}
	if strings.HasPrefix(string(data), ".") {
		return "", skipLink, true
	}
	return "", "", false
}
