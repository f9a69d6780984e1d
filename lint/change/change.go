// Package change knows which lines of a repository's files are new: it reads
// what git prints. It runs nothing and knows no file system.
package change

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// State says what a file has become since a revision.
type State uint8

// The states. Outside is a file of no repository of the set, or of one that git
// does not look into: nothing is known of it.
const (
	Same State = iota
	Changed
	New       // added, or not under version control yet
	Untracked // git is told to ignore it, or does not know the folder's files
	Outside
)

// Set is what changed in one repository or in several.
type Set struct{ repositories []*Repository }

// Add adds a repository, which lies in the folder of that fs name.
func (s *Set) Add(root string, r *Repository) {
	r.root = root
	for name, f := range r.files {
		f.Name = path.Join(root, name)
		if f.From != "" {
			f.From = path.Join(root, f.From)
		}
	}
	s.repositories = append(s.repositories, r)
}

// Repository is what changed in one repository.
type Repository struct {
	root  string
	files map[string]*File // that changed, by name relative to the root
	known map[string]bool  // names: true under version control, false not yet
}

// File is one file that changed.
type File struct {
	Name  string // fs name; the one that it had, when it is gone
	From  string // fs name before it was renamed; "" when it was not
	Gone  bool   // there is no file of the name any more
	Moved bool   // but one of another name

	isNew   bool
	whole   bool     // every line counts as changed
	lines   [][2]int // first and last of a run of changed lines, ascending
	lost    bool     // lines are gone
	removed []byte   // these lines, in lower case, where they were asked for
	more    bool     // and there were more of them than are kept
}

// Whole reports whether every line counts as changed: of a new or a binary file,
// and of one that an ignore was taken out of.
func (f *File) Whole() bool { return f.whole }

// Lost reports whether lines of the file are gone.
func (f *File) Lost() bool { return f.lost || f.Gone }

// Of returns the state of a file and, where it changed, how.
func (s *Set) Of(name string) (State, *File) {
	r, rel := s.home(name)
	if r == nil {
		return Outside, nil
	}
	if f := r.files[rel]; f != nil && !f.Gone {
		return f.state(), f
	}
	for at := rel; at != "." && at != "/"; at = path.Dir(at) {
		tracked, known := r.known[at]
		switch f := r.files[at]; {
		case f != nil && !f.Gone: // a submodule that another commit is taken of
			return New, f
		case known && tracked:
			return Same, nil
		case known:
			return New, nil
		}
	}
	return Untracked, nil
}

// state tells apart what git names: a file may only have another mode, or another
// time that git did not look behind.
func (f *File) state() State {
	switch {
	case f.isNew:
		return New
	case f.whole || f.lost || len(f.lines) > 0 || f.From != "":
		return Changed
	}
	return Same
}

// home returns the innermost repository that holds the file.
func (s *Set) home(name string) (home *Repository, rel string) {
	for _, r := range s.repositories {
		below, ok := under(name, r.root)
		if ok && (home == nil || len(r.root) > len(home.root)) {
			home, rel = r, below
		}
	}
	return home, rel
}

func under(name, folder string) (string, bool) {
	if folder == "." {
		return name, true
	}
	return strings.CutPrefix(name, folder+"/")
}

// Touched reports whether one of the lines from first to last is new.
func (s *Set) Touched(name string, first, last int) bool {
	state, f := s.Of(name)
	switch {
	case state == New || state == Untracked:
		return true
	case state != Changed:
		return false
	case f.whole:
		return true
	}
	for _, run := range f.lines {
		if run[0] <= last && first <= run[1] {
			return true
		}
	}
	return false
}

// Names reports whether one of the removed lines that were kept holds a text,
// such as a domain.
func (s *Set) Names(text string) bool {
	text = strings.ToLower(text)
	for _, r := range s.repositories {
		for _, f := range r.files {
			if f.more || bytes.Contains(f.removed, []byte(text)) {
				return true
			}
		}
	}
	return false
}

// Gone returns the files that were deleted or renamed away, by name.
func (s *Set) Gone() (gone []*File) {
	for _, r := range s.repositories {
		for _, f := range r.files {
			if f.Gone {
				gone = append(gone, f)
			}
		}
	}
	slices.SortFunc(gone, func(a, b *File) int { return strings.Compare(a.Name, b.Name) })
	return gone
}
