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
func (c *checkout) resolve(name string) (real string, ok bool) {
	links, ok := c.fsys.(fs.ReadLinkFS)
	if !ok {
		return "", false
	}
	rest, hops := name, 0
	for real = "."; rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, "/")
		real = path.Join(real, part)
		if _, below := source.Under(real, c.repo); !below || real == c.repo {
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
	_, ok = source.Under(real, c.repo)
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
