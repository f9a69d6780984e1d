package miniprogram

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// importer reads what something that ships names, although it was not gathered:
// a test that a page requires, a page in a hidden folder, a folder that several
// mini programs share, a package of the workspace. Its functions are those of a
// Project.
type importer struct {
	*folderTree
	project  *Project
	mu       sync.Mutex
	seen     map[string]imported               // by fs name
	listed   map[string]map[string]fs.FileMode // what folders hold, by their fs names
	closed   map[string]message.ID             // why folders are not read
	packages workspace                         // nil until it is asked for
}

// imported is a file, or why it is not read; neither where there is none.
type imported struct {
	file   *File
	reason message.ID
}

// attach gives the project its functions.
func attach(t *folderTree, p *Project) {
	i := &importer{
		folderTree: t, project: p, seen: map[string]imported{},
		listed: map[string]map[string]fs.FileMode{}, closed: map[string]message.ID{},
	}
	p.Import = func(name string) *File { return i.locked(name).file }
	p.Refused = func(name string) message.ID { return i.locked(name).reason }
	p.List = func(folder string) []string {
		i.mu.Lock()
		defer i.mu.Unlock()
		return i.names(folder)
	}
	p.Package = func(name, subpath string) (folder string, entries []string) {
		i.mu.Lock()
		defer i.mu.Unlock()
		return i.workspacePackage(name, subpath)
	}
}

// locked is look for the tenants of a template, which share its files and are
// followed at the same time.
func (i *importer) locked(name string) imported {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.look(name)
}

// look reads a file the first time that it is asked for.
func (i *importer) look(name string) imported {
	name = path.Clean(name)
	found, known := i.seen[name]
	if !known {
		found = i.read(name)
		i.seen[name] = found
		if found.file != nil {
			i.project.Imported = append(i.project.Imported, name)
		}
	}
	return found
}

func (i *importer) read(name string) imported {
	folder, base := path.Split(name)
	folder = path.Clean(folder)
	if reason := i.reasonOf(folder); reason != "" {
		return imported{reason: reason}
	}
	mode, there := i.list(folder)[base]
	switch kind, carries := importKind(base); {
	case !there || mode.IsDir() || !carries || kind == Script && i.isTwin(folder, base):
		return imported{}
	case mode&^(fs.ModeSymlink|fs.ModePerm) != 0:
		return imported{reason: skipIrregular}
	case i.excluded(name):
		return imported{reason: skipExcluded}
	default:
		return i.open(name, kind)
	}
}

// importKind is kindOf for a file that is named: a template may be HTML
// (https://vuejs.org/api/sfc-spec.html#src-imports).
func importKind(base string) (Kind, bool) {
	if kind, ok := kindOf(base); ok {
		return kind, true
	}
	if isDotenv(base) {
		return Dotenv, true
	}
	ext := strings.ToLower(path.Ext(base))
	return Markup, ext == ".html" || ext == ".htm"
}

// isTwin reports whether another file of the same name is the one that runs.
func (i *importer) isTwin(folder, base string) bool {
	reason, twin := twinReason(base, i.project.CompilesTypeScript, func(other string) bool {
		_, there := i.list(folder)[other]
		return there
	})
	if twin && i.hold.Twins {
		i.notes.hold(join(folder, base), reason, source.Span{})
		return false
	}
	return twin
}

// open reads a file with every link on the way followed within the repository.
func (i *importer) open(name string, kind Kind) imported {
	real, ok := i.follow(name)
	if !ok {
		return imported{reason: skipLinkOut}
	}
	if reason := i.reasonOf(path.Dir(real)); reason != "" {
		return imported{reason: reason}
	}
	if info, err := fs.Stat(i.fsys, real); err != nil || !info.Mode().IsRegular() {
		return imported{reason: skipLink}
	}
	data, err := i.readFile(real, nil)
	if target, reason, link := i.textLink(real, data); link && err == nil {
		if reason != "" {
			return imported{reason: reason}
		}
		data, err = i.readFile(target, nil)
	}
	switch {
	case errors.Is(err, errTooLarge):
		return imported{reason: skipTooLarge}
	case err != nil:
		return imported{reason: skipUnreadable}
	case utf16Name(data) != "" || bytes.IndexByte(data[:min(len(data), binaryHead)], 0) >= 0:
		return imported{reason: skipBinary}
	}
	i.count()
	return imported{file: &File{File: source.NewFile(name, data), Kind: kind, Path: source.Relative(name, i.repo)}}
}

// follow is resolve for names that may be read: where the file system knows no
// links, a name stands for itself.
func (i *importer) follow(name string) (real string, ok bool) {
	if _, links := i.fsys.(fs.ReadLinkFS); !links {
		return name, true
	}
	return i.resolve(name)
}

// reasonOf returns why nothing in the folder of that fs name is read, "" where it
// may be. What is installed is not read even where it is there: the verdict must
// not depend on that.
func (i *importer) reasonOf(folder string) message.ID {
	reason, known := i.closed[folder]
	if !known {
		reason = i.whyClosed(folder)
		i.closed[folder] = reason
	}
	return reason
}

func (i *importer) whyClosed(folder string) message.ID {
	if !fs.ValidPath(folder) || !source.Within(folder, i.repo) {
		return skipOutside
	}
	if folder == i.repo || folder == i.top.name {
		return ""
	}
	if reason := i.reasonOf(path.Dir(folder)); reason != "" {
		return reason
	}
	switch reason := neverRead(path.Base(folder)); {
	case reason != "":
		return reason
	case i.excluded(folder):
		return skipExcluded
	case i.isIgnored(folder):
		return skipIgnored
	}
	return i.whyNotFollowed(folder)
}

// whyNotFollowed returns why a folder that is a link is not followed, "" for every
// other one.
func (i *importer) whyNotFollowed(folder string) message.ID {
	if i.list(path.Dir(folder))[path.Base(folder)]&fs.ModeSymlink == 0 {
		return ""
	}
	switch real, ok := i.follow(folder); {
	case !ok:
		return skipLinkOut
	case i.inSkipped(real):
		return skipLink
	}
	return ""
}

// isIgnored reports whether git ignores a folder, none of those above it being
// ignored, by its own name or by every name in it.
func (i *importer) isIgnored(folder string) bool {
	if i.noIgnore {
		return false
	}
	if source.Within(i.top.name, folder) {
		return false // what was asked for lies in it
	}
	if i.ignores(i.rulesAbove(folder), folder) {
		return true
	}
	inside := i.readRules(folder, gitignore, i.rulesAbove(folder))
	for base, mode := range i.list(folder) {
		if !isKeeper(base) && !inside.ignored(join(folder, base), mode.IsDir()) {
			return false
		}
	}
	if !inside.ignored(join(folder, someName), false) {
		return false
	}
	if i.hold.GitIgnore {
		i.notes.hold(folder, skipIgnored, inside.deciding(join(folder, someName), false))
	}
	return !i.hold.GitIgnore
}

// list returns what a folder of the repository holds.
func (i *importer) list(folder string) map[string]fs.FileMode {
	entries, known := i.listed[folder]
	if known {
		return entries
	}
	i.listed[folder] = nil
	real, ok := i.follow(folder)
	if !ok || !source.Within(real, i.repo) || i.inSkipped(real) {
		return nil
	}
	found, _ := fs.ReadDir(i.fsys, real) // a folder that cannot be listed holds nothing that can be read
	entries = make(map[string]fs.FileMode, len(found))
	for _, e := range found {
		entries[e.Name()] = e.Type()
	}
	i.listed[folder] = entries
	return entries
}

// names returns the names of the files, and of links, in a folder that may be read, and
// those of its folders with a slash behind.
func (i *importer) names(folder string) []string {
	folder = path.Clean(folder)
	if i.reasonOf(folder) != "" {
		return nil
	}
	var names []string
	for base, mode := range i.list(folder) {
		if mode.IsDir() {
			base += "/"
		}
		names = append(names, base)
	}
	return names
}
