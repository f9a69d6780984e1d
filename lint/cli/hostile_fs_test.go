package cli_test

import (
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// textTree is a file system of texts. It knows what each folder holds, which
// fstest.MapFS searches all files for.
type textTree struct {
	files   map[string]string
	folders map[string]map[string]bool // the names in each; true for folders
}

// treeOf returns a mini program with more files.
func treeOf(files map[string]string) *textTree {
	t := &textTree{map[string]string{}, map[string]map[string]bool{}}
	for name, text := range map[string]string{
		"r/.git/HEAD": "ref: refs/heads/main\n", "r/app.json": `{"pages": ["pages/a"]}`, "r/app.js": "App({})\n",
		"r/project.config.json": `{"appid": "wx1234567890abcdef"}`, "r/filed-domains.txt": "example.com 京ICP备12345678号-1\n",
		"r/pages/a.js": "Page({})\n", "r/pages/a.json": "{}", "r/pages/a.wxml": "<view/>",
	} {
		t.add(name, text)
	}
	for name, text := range files {
		t.add(name, text)
	}
	return t
}

func (t *textTree) add(name, text string) {
	t.files[name] = text
	for folder := false; name != "."; folder = true {
		above := path.Dir(name)
		if t.folders[above] == nil {
			t.folders[above] = map[string]bool{}
		}
		if t.folders[above][path.Base(name)] {
			return
		}
		t.folders[above][path.Base(name)] = folder
		name = above
	}
}

func (t *textTree) Open(name string) (fs.File, error) {
	if text, ok := t.files[name]; ok {
		return openText(name, text), nil
	}
	if held, ok := t.folders[name]; ok {
		return openFolder(name, held), nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (t *textTree) ReadLink(name string) (string, error) {
	return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
}

func (t *textTree) Lstat(name string) (fs.FileInfo, error) { return fs.Stat(t, name) }

// farm is a file system of n files, or of n folders with some each, in folders of a
// hundred or a thousand. It holds none of them.
type farm struct {
	n, together int
	app         string            // what app.js says where files are those of one mini program
	files       map[string]string // f.js where app is given, else those of every mini program
}

func (f *farm) Open(name string) (fs.File, error) {
	texts := map[string]string{"filed-domains.txt": "example.com 京ICP备12345678号-1\n"}
	if f.app != "" {
		maps.Copy(texts, map[string]string{"app.json": `{"pages": ["a"]}`, "app.js": f.app, "a.js": "Page({})\n", "a.wxml": "<view/>", "a.json": "{}"})
	}
	base, top := strings.CutPrefix(name, "r/")
	switch parts := strings.Split(base, "/"); {
	case name == ".":
		return openFolder(name, map[string]bool{"r": true}), nil
	case name == "r":
		held := map[string]bool{".git": true}
		for base := range texts {
			held[base] = false
		}
		for i := range (f.n + f.together - 1) / f.together {
			held["d"+strconv.Itoa(i)] = true
		}
		return openFolder(name, held), nil
	case !top:
	case texts[base] != "":
		return openText(name, texts[base]), nil
	case base == ".git":
		return openFolder(name, nil), nil
	case base[0] == 'd':
		if file := f.within(name, parts[1:]); file != nil {
			return file, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// within opens what lies in one of the folders.
func (f *farm) within(name string, below []string) fs.File {
	one := f.app != ""
	switch {
	case len(below) == 0:
		held := map[string]bool{}
		for i := range f.together {
			if one {
				held["f"+strconv.Itoa(i)+".js"] = false
			} else {
				held["p"+strconv.Itoa(i)] = true
			}
		}
		return openFolder(name, held)
	case one && len(below) == 1 && below[0][0] == 'f':
		return openText(name, f.files["f.js"])
	case !one && below[0][0] == 'p' && len(below) == 1:
		held := map[string]bool{}
		for base := range f.files {
			held[base] = false
		}
		return openFolder(name, held)
	case !one && len(below) == 2 && f.files[below[1]] != "":
		return openText(name, f.files[below[1]])
	}
	return nil
}

func (f *farm) ReadLink(name string) (string, error) {
	return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
}

func (f *farm) Lstat(name string) (fs.FileInfo, error) { return fs.Stat(f, name) }

// openFile is a file or folder, its fs.FileInfo and its fs.DirEntry.
type openFile struct {
	name   string
	folder bool
	size   int
	*strings.Reader
	held []fs.DirEntry
}

func openText(name, text string) *openFile {
	return &openFile{name: path.Base(name), size: len(text), Reader: strings.NewReader(text)}
}

func openFolder(name string, held map[string]bool) *openFile {
	f := &openFile{name: path.Base(name), folder: true}
	for _, base := range slices.Sorted(maps.Keys(held)) {
		f.held = append(f.held, &openFile{name: base, folder: held[base]})
	}
	return f
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *openFile) Info() (fs.FileInfo, error) { return f, nil }
func (f *openFile) Close() error               { return nil }
func (f *openFile) Name() string               { return f.name }
func (f *openFile) Size() int64                { return int64(f.size) }
func (f *openFile) ModTime() time.Time         { return time.Time{} }
func (f *openFile) Sys() any                   { return nil }
func (f *openFile) IsDir() bool                { return f.folder }
func (f *openFile) Type() fs.FileMode          { return f.Mode().Type() }

func (f *openFile) Mode() fs.FileMode {
	if f.folder {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

func (f *openFile) ReadDir(n int) ([]fs.DirEntry, error) {
	held := f.held
	f.held = nil
	if n > 0 && len(held) == 0 {
		return nil, io.EOF
	}
	return held, nil
}
