package miniprogram

import (
	"io/fs"
	"path"
)

// ascent looks for the folder to walk from, upward from the one that was asked for.
type ascent struct {
	*omitter
	dir string // fs name of the folder that was asked for
}

// start returns the folder to walk from: the topmost one above a.dir, within the
// repository, that looks like a mini program which a.dir may be part of.
func (a *ascent) start() string {
	start, top := a.dir, a.top()
	for d := a.dir; d != top && d != "."; {
		d = path.Dir(d)
		if a.looksLikeApp(d) {
			start = d
		}
	}
	// An entry file lies in src/; which framework it is for says package.json above.
	if start != top && a.marksOf(start)&appMarks != 0 {
		if above := path.Dir(start); a.marksOf(above)&markPackage != 0 {
			return above
		}
	}
	return start
}

func (a *ascent) looksLikeApp(name string) bool {
	switch marks := a.marksOf(name); {
	case marks&ownMarks != 0:
		return true
	case marks&markEntry != 0:
		return (marks|a.marksOf(path.Dir(name)))&markPackage != 0
	default:
		return marks&markPackage != 0 && a.marksOf(join(name, "build"))&markKbone != 0
	}
}

// top returns how far up from a.dir to look: to the repository's root, but when
// a.dir lies in a folder that is skipped, then it was meant, and no more than it.
func (a *ascent) top() string {
	top, rules := a.repo, (*ignoreFile)(nil)
	if !a.noIgnore {
		rules = a.readRules(a.repo, ".git/info/exclude", nil)
	}
	for _, above := range append(foldersBetween(a.repo, a.dir), a.dir) {
		base := path.Base(above)
		if above != a.repo && (neverRead(base) != "" || base[0] == '.' || rules.ignored(above, true)) {
			top = above
		}
		if !a.noIgnore {
			rules = a.readRules(above, gitignore, rules)
		}
	}
	return top
}

// marksOf returns the marks of a folder that was not walked.
func (a *ascent) marksOf(name string) mark {
	var marks mark
	entries, _ := fs.ReadDir(a.fsys, name) // a folder that cannot be listed has no marks
	for _, e := range entries {
		if e.IsDir() {
			marks |= folderMark(e.Name())
		} else {
			marks |= fileMarks()[e.Name()]
		}
	}
	return marks
}
