package miniprogram

import (
	"io/fs"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// textLink returns the fs name that a file means which git wrote instead of a link to
// a file with the same extension; ok is false for every other file. A name that
// begins like a path, and that leads to nothing that may be read, has a reason.
func (c *checkout) textLink(name string, data []byte) (real string, reason message.ID, ok bool) {
	real, ok = source.LinkText(name, data)
	if !ok {
		return "", "", false
	}
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
