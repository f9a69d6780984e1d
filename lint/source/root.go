package source

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/message"
)

// maxHops bounds how many links one name may lead through, as Linux does
// (path_resolution(7)).
const maxHops = 40

// Root is a file system as far as a folder reaches. Like an os.Root it opens nothing
// outside of the folder, whatever a name or a link on the way says: what a pull
// request names must not be able to show what else lies on the machine.
type Root struct {
	FS     fs.FS
	Folder string // fs name; "." is everything
}

// RootFor returns the root of a file that the command line names: the repository,
// where the file lies in it and may be a link that a pull request has made, and
// everything elsewhere.
func RootFor(fsys fs.FS, repository, name string) Root {
	if Within(path.Clean(name), repository) {
		return Root{fsys, repository}
	}
	return Root{fsys, "."}
}

// Resolve returns the fs name that a name leads to with every link on the way
// followed; ok is false when it leaves the folder, ends in a circle, or the file
// system does not tell. What it leads to need not exist.
func (r Root) Resolve(name string) (real string, ok bool) {
	links, ok := r.FS.(fs.ReadLinkFS)
	if !ok {
		return "", false
	}
	rest, hops := name, 0
	for real = "."; rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, "/")
		real = path.Join(real, part)
		if _, below := Under(real, r.Folder); !below || real == r.Folder {
			continue // above the folder nothing is ours to judge
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
	_, ok = Under(real, r.Folder)
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

// Read reads a file of at most limit bytes, or the one that git wrote its name in
// instead of a link. The problem has the id given, with the base name and the reason
// as arguments; it shows nothing of what the file holds.
func (r Root) Read(name string, limit int64, id message.ID) (*File, *Problem) {
	file, reason := r.open(name, limit)
	if reason != (message.Text{}) {
		return nil, unreadable(name, id, reason)
	}
	target, ok := LinkText(name, file.Bytes)
	if !ok {
		return file, nil
	}
	if linked, reason := r.open(target, limit); reason == (message.Text{}) {
		return linked, nil
	} else if strings.HasPrefix(string(file.Bytes), ".") {
		return nil, unreadable(name, id, reason)
	}
	return file, nil
}

// Stat describes what a name leads to. What lies outside is an error that wraps
// fs.ErrNotExist: nobody is told whether it is there.
func (r Root) Stat(name string) (fs.FileInfo, error) {
	real, reason := r.reach(name)
	if reason != (message.Text{}) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return fs.Stat(r.FS, real)
}

// ReadDir lists the folder that a name leads to; as with Stat, none outside is there.
func (r Root) ReadDir(name string) ([]fs.DirEntry, error) {
	real, reason := r.reach(name)
	if reason != (message.Text{}) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return fs.ReadDir(r.FS, real)
}

func (r Root) open(name string, limit int64) (*File, message.Text) {
	real, reason := r.reach(name)
	if reason == (message.Text{}) {
		reason = unfit(r.FS, real, limit)
	}
	if reason != (message.Text{}) {
		return nil, reason
	}
	data, err := fs.ReadFile(r.FS, real)
	if err != nil {
		return nil, reasonOf(err)
	}
	return NewFile(name, data), message.Text{}
}

// reach returns what Resolve does, or why it must not be opened.
func (r Root) reach(name string) (real string, reason message.Text) {
	name = path.Clean(name)
	real, ok := name, Within(name, r.Folder)
	if _, links := r.FS.(fs.ReadLinkFS); ok && links {
		real, ok = r.Resolve(name)
	}
	if !ok {
		return "", message.Text{
			EN: "it leads out of the repository, and only the command line may name a file there",
			ZH: "它指向仓库之外，那里的文件只能在命令行中指定",
		}
	}
	return real, message.Text{}
}

// maxLinkText bounds what is looked at as the text of a link.
const maxLinkText = 1024

// relativePath is what git writes for a symbolic link where the system has none
// (core.symlinks in git-config(1)).
var relativePath = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\.{1,2}/)*[\w@.-]+(?:/[\w@.-]+)*$`)
})

// LinkText returns the fs name that a file means which git may have written instead of
// a link to a file with the same extension; ok is false for every other file.
func LinkText(name string, data []byte) (target string, ok bool) {
	ext := path.Ext(name)
	if len(data) == 0 || len(data) > maxLinkText || !bytes.HasSuffix(data, []byte(ext)) { // most end with a new line
		return "", false
	}
	if path.Ext(string(data)) != ext || !relativePath().Match(data) {
		return "", false
	}
	return path.Join(path.Dir(name), string(data)), true
}
