package miniprogram

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
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
	own      *listings // of the folders in the mini program's; folderTree has those around it
	mu       sync.Mutex
	seen     map[string]imported // by fs name
	packages []workspace         // nil until they are asked for
	asked    map[wanted]leads    // of them
}

// imported is a file, or why it is not read; neither where there is none.
type imported struct {
	file   *File
	reason message.ID
}

// attach gives the project its functions.
func attach(t *folderTree, p *Project) {
	i := &importer{folderTree: t, project: p, own: newListings(), seen: map[string]imported{}}
	p.Import = func(name string) *File { return i.locked(name).file }
	p.Refused = func(name string) message.ID { return i.locked(name).reason }
	p.List = i.names
	p.Package = func(name, subpath string) (folder string, entries []string) {
		i.mu.Lock()
		defer i.mu.Unlock()
		return i.workspacePackage(name, subpath)
	}
	p.Release = i.release
}

// release is the Release of a Project.
func (i *importer) release() {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.own.forget()
	i.packages, i.asked = nil, nil
	maps.DeleteFunc(i.seen, func(_ string, found imported) bool { return found.file == nil })
}

// known returns what remembers the folder of that fs name.
func (i *importer) known(folder string) *listings {
	if source.Within(folder, i.project.Root) {
		return i.own
	}
	return i.listings
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
		if found != (imported{}) { // what is not there is asked for by many names, and costs nothing
			i.seen[name] = found
		}
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
	mode, there := i.list(folder).mode(base)
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
		_, there := i.list(folder).mode(other)
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
	return imported{file: &File{File: source.NewFile(name, bytes.Clone(data)), Kind: kind, Path: source.Relative(name, i.repo)}}
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
	if f := i.walked(folder); f != nil && len(f.entries) > 0 {
		return "" // the walk leaves out what is not to be read
	}
	return i.known(folder).reason(folder, func() message.ID { return i.whyClosed(folder) })
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
	if mode, _ := i.list(path.Dir(folder)).mode(path.Base(folder)); mode&fs.ModeSymlink == 0 {
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
	inside := i.rulesIn(path.Dir(folder))
	if i.ignores(inside, folder) {
		return true
	}
	if i.mayBeThere(folder) {
		inside = i.ownRules(folder, inside)
	}
	for _, name := range i.list(folder).names {
		base, isFolder := strings.CutSuffix(name, "/")
		if !isKeeper(base) && !inside.ignored(join(folder, base), isFolder) {
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

// rulesIn returns what is in force for the folders in a folder of the repository.
func (i *importer) rulesIn(folder string) *ignoreFile {
	return i.known(folder).rulesIn(folder, func() *ignoreFile {
		if folder == i.repo {
			return i.ownRules(folder, i.readRules(folder, ".git/info/exclude", nil))
		}
		return i.ownRules(folder, i.rulesIn(path.Dir(folder)))
	})
}

// ownRules puts the .gitignore of a folder in force above those given.
func (i *importer) ownRules(folder string, above *ignoreFile) *ignoreFile {
	if i.inWhole(folder) != nil { // it would have been left out
		return above
	}
	return i.readRules(folder, gitignore, above)
}

// mayBeThere reports whether what is known of the folder above does not rule out that
// there is a folder of that name: imports name many that are not.
func (i *importer) mayBeThere(folder string) bool {
	above := path.Dir(folder)
	if f := i.inWhole(above); f != nil {
		e := f.find(path.Base(folder))
		return e != nil && (e.folder != nil || e.link)
	}
	known := i.known(above).known(above)
	if known == nil { // nor is what lies in a folder that is not there
		return above == i.repo || !source.Within(above, i.repo) || i.mayBeThere(above)
	}
	_, there := known.mode(path.Base(folder))
	return there
}

// list returns what a folder of the repository holds.
func (i *importer) list(folder string) *listing {
	if known := i.known(folder).known(folder); known != nil {
		return known
	}
	if !i.mayBeThere(folder) {
		return &listing{}
	}
	return i.known(folder).list(folder, func() *listing {
		if f := i.inWhole(folder); f != nil {
			return f.listing()
		}
		real, ok := i.follow(folder)
		if !ok || !source.Within(real, i.repo) || i.inSkipped(real) {
			return &listing{}
		}
		found, _ := fs.ReadDir(i.fsys, real) // a folder that cannot be listed holds nothing that can be read
		return newListing(found)
	})
}

// names returns the names of the files, and of links, in a folder that may be read, and
// those of its folders with a slash behind, sorted.
func (i *importer) names(folder string) []string {
	folder = path.Clean(folder)
	if !i.mayBeThere(folder) || i.reasonOf(folder) != "" {
		return nil
	}
	return i.list(folder).names
}
