package resolve

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
)

// folder is what a folder on disk holds: the names of its files, sorted.
type folder []string

// on returns what a folder on disk holds.
func (n *Names) on(name string) folder {
	f, known := n.folders[name]
	if !known && n.Project.List != nil {
		f = n.Project.List(name)
		n.folders[name] = f
	}
	return f
}

// holds reports whether a file of that name is there.
func (f folder) holds(base string) bool {
	_, found := slices.BinarySearch(f, base)
	return found
}

// mayHold reports whether a file is there that begins with the name and a dot.
func (f folder) mayHold(stem string) bool {
	i, _ := slices.BinarySearch(f, stem+".")
	return i < len(f) && strings.HasPrefix(f[i], stem+".")
}

// File returns the file of that fs name: one of the mini program, or one that was
// left out or lies outside and is read now, because something that ships names it.
// It returns nil if there is none that may be read.
func (n *Names) File(name string) *miniprogram.File {
	f := n.Files[name]
	if f != nil || !n.on(path.Dir(name)).holds(path.Base(name)) {
		return f
	}
	return n.read(name)
}

// read reads a file from disk.
func (n *Names) read(name string) *miniprogram.File {
	if n.Project.Import == nil {
		return nil
	}
	f := n.Project.Import(name)
	if f != nil {
		n.Files[f.Name] = f
		n.addStems(f.Name)
		n.Imported = append(n.Imported, f)
	}
	return f
}

// isLost reports whether a script was gathered that is a link to nothing.
func (n *Names) isLost(name string) bool {
	f := n.Files[name]
	return f != nil && f.Kind == miniprogram.Script && f.Bytes == nil && n.Project.Refused != nil && n.Project.Refused(name) != ""
}

// find returns the name of the file that a path without or with an extension stands
// for: of the mini program, or left out of it.
func (n *Names) find(name string) (string, bool) {
	if found, ok := n.locate(name); ok {
		return found, true
	}
	return n.leftOut(name)
}

// leftOut is find among the files that were left out of the mini program.
func (n *Names) leftOut(name string) (string, bool) {
	name = path.Clean(name)
	beside := n.on(path.Dir(name))
	base := path.Base(name)
	if !beside.holds(base) && !beside.mayHold(base) && len(n.on(name)) == 0 {
		return "", false
	}
	for _, ext := range extensions() {
		if f := n.File(name + ext); f != nil {
			return f.Name, true
		}
	}
	return "", false
}

// why returns why nothing was read at the paths that a name may mean: the reason of
// the first file that is refused, else that none is there.
func (n *Names) why(paths, ends []string) (name string, reason message.ID) {
	for _, at := range paths {
		for _, end := range ends {
			if n.Project.Refused == nil {
				break
			}
			if reason := n.Project.Refused(at + end); reason != "" {
				return at + end, reason
			}
		}
	}
	return paths[0], miniprogram.UnreadMissing
}

// missPart notes that a page or component was refused. Where nothing is there, the
// platform's tool does not build the mini program.
func (n *Names) missPart(stems []string, at source.Span) {
	if len(stems) == 0 {
		return
	}
	if name, reason := n.why(stems, siblings()); reason != miniprogram.UnreadMissing {
		n.note(name, reason, at)
	}
}

// miss notes that an import of something that ships leads to nothing that was read.
// A package that is not there is none: where it would be is not known.
func (n *Names) miss(from, spec string, at source.Span) {
	spec, _, _ = strings.Cut(spec, "?")
	paths := n.definite(from, spec)
	if len(paths) == 0 || n.isTypes(paths) {
		return
	}
	name, reason := n.why(paths, extensions())
	n.note(name, reason, at)
}

// definite returns the paths that an import can only mean: it is relative, begins at
// a root, or with an alias of the project.
func (n *Names) definite(from, spec string) (paths []string) {
	switch ext := path.Ext(spec); {
	case ext != "" && !carriesCode(ext):
		return nil
	case strings.HasPrefix(spec, "."):
		return []string{path.Join(path.Dir(from), spec)}
	case strings.HasPrefix(spec, "/") && !strings.HasPrefix(spec, "//"):
		for _, root := range n.Project.Sources {
			paths = append(paths, path.Join(root, spec))
		}
		return paths
	case strings.HasPrefix(spec, "@/"), strings.HasPrefix(spec, "~/"):
		return n.aliased(spec)
	}
	return nil
}

// isTypes reports whether an import may mean a declaration of types, which holds no
// code.
func (n *Names) isTypes(paths []string) bool {
	for _, at := range paths {
		if n.on(path.Dir(at)).holds(path.Base(at)+".d.ts") || n.on(at).holds("index.d.ts") {
			return true
		}
	}
	return false
}

// carriesCode reports whether an extension is that of a source, and not the end of a
// name with a dot in it or of a picture.
func carriesCode(ext string) bool {
	return ext == ".html" || slices.Contains(extensions(), ext)
}

// note adds to what was not read, once for each place.
func (n *Names) note(name string, reason message.ID, at source.Span) {
	row := miniprogram.Unread{Name: name, Reason: reason, Span: at}
	if !n.noted[row] {
		n.noted[row] = true
		n.Project.Unread = append(n.Project.Unread, row)
	}
}
