package miniprogram

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

const gitignore = ".gitignore"

// neverRead says why a folder holds nothing that ships, by its name, "" where it may.
func neverRead(base string) message.ID {
	switch base {
	case ".git":
		return skipGit
	case "node_modules":
		return skipModules
	}
	return platform.CacheSkip(base)
}

// skipReason says why the walk leaves the entry out, "" when it does not.
func (o *omitter) skipReason(f *folder, base string, kind fs.FileMode) message.ID {
	tool := platform.ToolOf(path.Base(f.name))
	switch {
	case kind&^(fs.ModeDir|fs.ModeSymlink|fs.ModePerm) != 0:
		return skipIrregular
	case len(o.exclude) > 0 && o.excluded(join(f.name, base)):
		return skipExcluded
	case tool != nil && base != tool.File:
		return tool.Skipped
	case !kind.IsDir():
		return ""
	case neverRead(base) != "":
		return neverRead(base)
	case base[0] == '.' && platform.ToolOf(base) == nil:
		return skipHidden
	case o.ignores(f.rules, join(f.name, base)):
		return skipIgnored
	}
	return ""
}

// omitter tells what is left out for what a .gitignore or the options say of it.
type omitter struct {
	*checkout
	noIgnore bool
	hold     Hold
	exclude  []string // globs relative to from
	from     string   // fs name
}

// ignores reports whether a folder is left out because git ignores it.
func (o *omitter) ignores(rules *ignoreFile, folder string) bool {
	if !rules.ignored(folder, true) {
		return false
	}
	if o.hold.GitIgnore {
		o.notes.hold(folder, skipIgnored, rules.deciding(folder, true))
	}
	return !o.hold.GitIgnore
}

// excluded reports whether one of the globs leaves the file or folder out.
func (o *omitter) excluded(name string) bool {
	rel, ok := source.Under(name, o.from)
	if !ok {
		return false
	}
	for _, glob := range o.exclude {
		if doublestar.MatchUnvalidated(glob, rel) {
			return true
		}
	}
	return false
}

// cleanGlobs checks the globs and brings them into doublestar's form: "docs/"
// names a folder, "./docs" is "docs".
func cleanGlobs(globs []string) ([]string, error) {
	var clean []string
	for _, g := range globs {
		if !doublestar.ValidatePattern(g) {
			return nil, errExclude(g)
		}
		g = strings.TrimSuffix(strings.TrimPrefix(g, "./"), "/")
		clean = append(clean, g)
	}
	return clean, nil
}

// addRules puts the folder's own .gitignore in force. A repository within the
// repository (a submodule) starts afresh, as git sees it.
func (o *omitter) addRules(f *folder, found []fs.DirEntry) {
	if o.noIgnore {
		return
	}
	own := false
	for _, e := range found {
		switch e.Name() {
		case ".git":
			if f.name != o.repo {
				f.rules = o.readRules(f.name, ".git/info/exclude", nil)
			}
		case gitignore:
			own = true
		}
		if e.Name() > gitignore {
			break
		}
	}
	if own {
		f.rules = o.readRules(f.name, gitignore, f.rules)
	}
}

// maxIgnoreSize bounds a .gitignore: each of its lines is held against each folder.
const maxIgnoreSize = 1 << 20

// readRules puts the rules of one file in force above those given. A file that
// is not there has none; a .gitignore that cannot be read is a problem, for without
// it more is read than was meant.
func (o *omitter) readRules(folder, file string, above *ignoreFile) *ignoreFile {
	name := join(folder, file)
	if info, err := fs.Lstat(o.fsys, name); file == gitignore && err == nil && !info.Mode().IsRegular() {
		return above // git follows no link either (gitignore(5))
	}
	data, err := o.readFile(name, nil)
	switch {
	case err == nil && len(data) <= maxIgnoreSize:
		g := parseIgnore(folder, data, above)
		if g != nil && g.globs > maxGlobs {
			o.notes.problem(newProblem(name, "unreadable-file.wildcards", maxGlobs))
			return above
		}
		if g != above && o.hold.GitIgnore {
			g.file = source.NewFile(name, data)
		}
		return g
	case err == nil:
		o.notes.problem(newProblem(name, "unreadable-file.too-large", maxIgnoreSize>>20))
	case file == gitignore && !errors.Is(err, fs.ErrNotExist):
		o.notes.problem(unreadable(name, err))
	}
	return above
}

// rulesAbove returns the rules in force for the folder of that name: those of
// the repository and of every folder from its root down to the one above.
func (o *omitter) rulesAbove(name string) *ignoreFile {
	if o.noIgnore {
		return nil
	}
	rules := o.readRules(o.repo, ".git/info/exclude", nil)
	for _, above := range foldersBetween(o.repo, name) {
		rules = o.readRules(above, gitignore, rules)
	}
	return rules
}

// foldersBetween returns the folders from top (included) down to name (not).
func foldersBetween(top, name string) []string {
	rel, ok := source.Under(name, top)
	if !ok || rel == "." {
		return nil
	}
	folders := []string{top}
	for i := range len(rel) {
		if rel[i] == '/' {
			folders = append(folders, join(top, rel[:i]))
		}
	}
	return folders
}

// someName is a name that only a pattern which matches every name ignores.
const someName = "\x00any other name"

// isKeeper reports whether a file is committed to keep an otherwise ignored folder.
func isKeeper(base string) bool { return base == gitignore || base == ".gitkeep" || base == ".keep" }

// allIgnored reports whether git ignores a folder in effect: not by its own name
// but, as "dist/*" does, by every name in it.
func (o *omitter) allIgnored(f *folder, found []fs.DirEntry) bool {
	if f.rules == nil || !f.rules.ignored(join(f.name, someName), false) {
		return false
	}
	held := false
	for _, e := range found {
		if isKeeper(e.Name()) {
			continue
		}
		if held = true; !f.rules.ignored(join(f.name, e.Name()), e.IsDir()) {
			return false
		}
	}
	if held && o.hold.GitIgnore {
		o.notes.hold(f.name, skipIgnored, f.rules.deciding(join(f.name, someName), false))
		return false
	}
	return held
}
