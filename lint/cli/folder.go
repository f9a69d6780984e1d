package cli

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"

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
func (d *folder) resolve(given string) string {
	if filepath.IsAbs(given) {
		return machine.Name(given)
	}
	return machine.Name(path.Join("/", d.cwd, filepath.ToSlash(given)))
}

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
	return name, nil
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
