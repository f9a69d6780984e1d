package miniprogram

import (
	"io/fs"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// maxHops bounds how many links one name may lead through, as Linux does
// (path_resolution(7)).
const maxHops = 40

// resolve returns the fs name that a link leads to with every link on the way
// followed; ok is false when it leaves the repository, ends nowhere or in a circle,
// or the file system does not tell.
func (l *loader) resolve(name string) (real string, ok bool) {
	links, ok := l.fsys.(fs.ReadLinkFS)
	if !ok {
		return "", false
	}
	rest, hops := name, 0
	for real = "."; rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, "/")
		real = path.Join(real, part)
		if _, below := source.Under(real, l.repo); !below || real == l.repo {
			continue // above the repository nothing is ours to judge
		}
		target, err := links.ReadLink(real)
		if err != nil {
			continue // no link
		}
		if hops++; hops > maxHops {
			return "", false
		}
		real, rest = ".", path.Join(linkTarget(path.Dir(real), target), rest)
	}
	_, ok = source.Under(real, l.repo)
	return real, ok
}

// linkTarget returns the fs name of what a link in the folder points to.
func linkTarget(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	switch {
	case strings.HasPrefix(target, "/"), len(target) > 1 && target[1] == ':':
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(folder, target)
}

// isLinkedFile reports whether the link of that fs name leads to a file of the
// repository that the walk would not skip.
func (l *loader) isLinkedFile(name string) bool {
	real, ok := l.resolve(name)
	if !ok {
		return false
	}
	info, err := fs.Stat(l.fsys, real)
	return err == nil && info.Mode().IsRegular() && !l.inSkipped(real)
}

// linkedFolder returns the folder that a link leads to: one that was walked, or one
// outside of what was walked but in the repository; nil when it is neither.
func (l *loader) linkedFolder(name string) *folder {
	real, ok := l.resolve(name)
	if !ok || l.inSkipped(real) {
		return nil
	}
	return l.folderAt(real)
}

// otherTree walks a folder of the repository that lies outside of what was walked.
func (l *loader) otherTree(name string) *folder {
	if _, below := source.Under(name, l.repo); !below || l.inSkipped(name) {
		return nil
	}
	f, seen := l.others[name]
	if !seen {
		if info, err := fs.Stat(l.fsys, name); err == nil && info.IsDir() {
			f, _ = l.walk(name) // what cannot be listed is a problem already
		}
		l.others[name] = f
	}
	return f
}

// inSkipped reports whether a name of the repository lies in a folder that is
// skipped by its name.
func (l *loader) inSkipped(name string) bool {
	rel, _ := source.Under(name, l.repo)
	for part := range strings.SplitSeq(rel, "/") {
		if neverRead(part) != "" {
			return true
		}
	}
	return false
}
