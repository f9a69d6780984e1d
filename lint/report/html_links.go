package report

import (
	"strconv"
	"strings"
)

// maxFolded is how many mini programs, and how many hosts of a task, a report shows;
// beyond that the navigation and the sections of all, or the other hosts, are folded.
const maxFolded = 8

// link is the address at which a place can be read as it was linted; "" where that
// is not known or the file lies elsewhere. It is made of the address of the
// repository and an encoded path, and has no character that could be markup.
func (w *htmlWords) link(name string, line int) string {
	at := w.root.Show(name)
	if w.blob == "" || strings.HasPrefix(at, "../") {
		return ""
	}
	return w.blob + percent(at) + "#L" + strconv.Itoa(line)
}
