package miniprogram

import (
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// folderGlob is a glob by which a workspace names the folders of packages, taken apart once:
// it is held against every folder.
type folderGlob struct {
	pattern string // without what says that it leaves out
	not     bool
	parts   string // as written, to be held against a folder part by part
	ends    []int  // where each part ends
	deep    int    // the first part that is **, or -1
}

func newFolderGlobs(written []string) (globs []folderGlob) {
	for _, glob := range written {
		pattern, not := strings.CutPrefix(glob, "!")
		g := folderGlob{pattern: cleanGlob(pattern), not: not, parts: cleanGlob(glob)}
		at := 0
		for part := range strings.SplitSeq(g.parts, "/") {
			at += len(part)
			g.ends = append(g.ends, at)
			at += len("/")
		}
		g.deep = slices.Index(strings.Split(g.parts, "/"), "**")
		globs = append(globs, g)
	}
	return globs
}

func cleanGlob(glob string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.ReplaceAll(glob, `\`, "/"), "./"), "/")
}

// matchesGlobs holds the folder against the globs of a workspace, of which later
// ones count.
func matchesGlobs(globs []folderGlob, rel string) (found bool) {
	for i := range globs {
		if doublestar.MatchUnvalidated(globs[i].pattern, rel) {
			found = !globs[i].not
		}
	}
	return found
}

// mayMatchBelow reports whether a glob can match the folder, or one below it.
func mayMatchBelow(globs []folderGlob, rel string) bool {
	depth := strings.Count(rel, "/") + 1
	for i := range globs {
		g := &globs[i]
		parts := len(g.ends)
		if g.deep >= 0 && g.deep < depth {
			parts = g.deep
		} else if parts < depth {
			continue
		}
		parts = min(parts, depth)
		if parts == 0 || doublestar.MatchUnvalidated(g.parts[:g.ends[parts-1]], firstParts(rel, parts)) {
			return true
		}
	}
	return false
}

// firstParts returns the first n parts of a name that has as many.
func firstParts(name string, n int) string {
	end := 0
	for ; n > 0 && end < len(name); n-- {
		if at := strings.IndexByte(name[end:], '/'); at >= 0 {
			end += at + 1
		} else {
			return name
		}
	}
	return strings.TrimSuffix(name[:end], "/")
}
