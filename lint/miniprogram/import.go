package miniprogram

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// importer returns a function that reads a file which a script imports from
// outside the mini program's sources: a config.json beside src, a folder that
// several mini programs share. It gives nil for what is not in the repository,
// is no source, or lies in node_modules, since the verdict must not depend on
// an install. Each file is read once; the function is not for concurrent use.
func (l *loader) importer(p *Project) func(name string) *File {
	seen := map[string]*File{}
	return func(name string) *File {
		if f, ok := seen[name]; ok {
			return f
		}
		f := l.importFile(path.Clean(name))
		if f != nil {
			p.Imported = append(p.Imported, f.Name)
		}
		seen[name] = f
		return f
	}
}

func (l *loader) importFile(name string) *File {
	kind, ok := kindOf(path.Base(name))
	if !ok || !l.mayImport(name) {
		return nil
	}
	data, err := l.readFile(name, nil)
	if err != nil || utf16Name(data) != "" || bytes.IndexByte(data[:min(len(data), binaryHead)], 0) >= 0 {
		return nil
	}
	return &File{File: source.NewFile(name, data), Kind: kind, Path: source.Relative(name, l.repo)}
}

func (l *loader) mayImport(name string) bool {
	if l.repo != "." && !strings.HasPrefix(name, l.repo+"/") {
		return false
	}
	for _, part := range strings.Split(name, "/") {
		if part == "node_modules" || part == ".git" {
			return false
		}
	}
	info, err := fs.Stat(l.fsys, name)
	if links, ok := l.fsys.(fs.ReadLinkFS); ok {
		info, err = links.Lstat(name)
	}
	return err == nil && info.Mode().IsRegular() && info.Size() <= maxFileSize
}
