package report

import (
	"fmt"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// Paths turns names of files into what a reader is shown.
type Paths struct {
	// Base is the fs name of the folder that names are shown relative to: the
	// current folder, or the workspace of a CI host.
	Base string
}

// Show returns name relative to Base, with '/', going upward where it must. On
// another drive or server of Windows, where there is no way, it returns the name as it is.
func (p Paths) Show(name string) string {
	name, base := path.Clean(name), path.Clean(p.Base)
	if base == "." {
		return name
	}
	up := 0
	for !source.Within(name, base) {
		base = path.Dir(base)
		up++
	}
	switch {
	case base == "." && isRooted(name) && isRooted(p.Base):
		return name
	case base != ".":
		name = strings.TrimPrefix(strings.TrimPrefix(name, base), "/")
	}
	if name == "." {
		name = ""
	}
	return path.Clean(strings.Repeat("../", up) + name)
}

// isRooted reports whether a name begins with a drive of Windows, "C:", or with a server.
func isRooted(name string) bool {
	root, _, _ := strings.Cut(name, "/")
	return len(root) == 2 && root[1] == ':' || strings.HasPrefix(root, `\\`)
}

// place is where a span stands, as the machine formats say it. Lines and
// columns count from 1, columns in code points, the end is exclusive; all are
// zero for a span without a file.
type place struct {
	file                          string
	line, column, endLine, endCol int
}

func (p Paths) place(s source.Span) place {
	if s.File == nil {
		return place{}
	}
	start, end := s.Position(), s.File.Position(s.End)
	return place{p.Show(s.File.Name), start.Line, start.Column, end.Line, end.Column}
}

// at is path:line:col, which editors and terminals make a link of.
func (p Paths) at(s source.Span) string {
	at := p.place(s)
	return fmt.Sprintf("%s:%d:%d", at.file, at.line, at.column)
}
