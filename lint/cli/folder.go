package cli

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/beianlint/beianlint/lint/cli/machine"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// folder is the current folder, where paths that a user gives start.
type folder struct {
	fsys fs.FS
	cwd  string // fs name
}

// paths shows names as they are seen from the folder.
func (d *folder) paths() report.Paths { return report.Paths{Base: d.cwd} }

// show returns a name as it is seen from the folder.
func (d *folder) show(name string) string { return d.paths().Show(name) }

// resolve returns the fs name of a path that the user gave.
func (d *folder) resolve(given string) string { return machine.Resolve(d.cwd, given) }

// find returns the fs name of a path that the user gave, where there must be
// something.
func (d *folder) find(given string) (string, error) {
	name := d.resolve(given)
	if given == "" {
		return "", say("cli.no-such-path", given)
	}
	switch _, err := fs.Stat(d.fsys, name); {
	case errors.Is(err, fs.ErrNotExist):
		return "", say("cli.no-such-path", given)
	case err != nil:
		return "", say("cli.unreadable-path", given, message.Cause(err))
	}
	return spelled(d.fsys, name), nil
}

// spelled returns a name as the file system spells it. Where case does not count, people
// write SRC for src, and what git says of src would not be about it.
func spelled(fsys fs.FS, name string) string {
	real := "."
	for part := range strings.SplitSeq(name, "/") {
		real = path.Join(real, spelledIn(fsys, real, part))
	}
	return real
}

func spelledIn(fsys fs.FS, folder, part string) string {
	other := strings.Map(otherCase, part)
	if _, err := fs.Stat(fsys, path.Join(folder, other)); err != nil || other == part {
		return part // case counts, or there is none
	}
	entries, _ := fs.ReadDir(fsys, folder) // who may not list it gets what was written
	at := slices.IndexFunc(entries, func(e fs.DirEntry) bool { return e.Name() == part })
	if at < 0 {
		at = slices.IndexFunc(entries, func(e fs.DirEntry) bool { return strings.EqualFold(e.Name(), part) })
	}
	if at < 0 {
		return part
	}
	return entries[at].Name()
}

func otherCase(r rune) rune {
	if unicode.IsUpper(r) {
		return unicode.ToLower(r)
	}
	return unicode.ToUpper(r)
}

func (d *folder) findAll(paths []string) ([]string, error) {
	var names []string
	for _, p := range paths {
		name, err := d.find(p)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// noLink refuses a path that a flag or input gives when a part of it that lies
// in an outer folder is a symbolic link; it names the outermost one.
func (d *folder) noLink(what, given, outer string) error {
	links, ok := d.fsys.(fs.ReadLinkFS)
	found := ""
	for name := d.resolve(given); ok && name != outer && source.Within(name, outer) && name != "."; name = path.Dir(name) {
		if _, err := links.ReadLink(name); err == nil {
			found = name
		}
	}
	if found == "" {
		return nil
	}
	return say("cli.link", what, given, d.show(found))
}
