package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// listKinds are how the names of files in a folder of lists end.
var listKinds = []string{".txt", ".csv", ".tsv", ".json", ".xlsx"}

// listReader reads the sources of a filed list, and gathers what is wrong.
type listReader struct {
	fsys     fs.FS
	options  filing.Options
	names    []string // files that were read
	fatal    problems
	findings problems

	org, project []*filing.List
	shared       bool // there is an organisation's source
}

// read reads one source.
func (r *listReader) read(s listSource) {
	for _, name := range r.files(s) {
		data, problem := readFile(r.fsys, name, filing.MaxSize, "list.unreadable")
		if problem != nil {
			r.fatal = append(r.fatal, problem)
			continue
		}
		r.names = append(r.names, name)
		if r.isPinned(s, data) {
			r.add(s, source.NewFile(name, data))
		}
	}
}

func (r *listReader) add(s listSource, f *source.File) {
	list, problems := r.options.Read(f)
	for _, p := range problems {
		if p.Message.Rule() == "list" {
			r.fatal = append(r.fatal, p)
		} else {
			r.findings = append(r.findings, p)
		}
	}
	if s.org {
		r.shared = true
		r.org = append(r.org, list)
	} else {
		r.project = append(r.project, list)
	}
}

// isPinned reports whether the data is what the config pins.
func (r *listReader) isPinned(s listSource, data []byte) bool {
	sum := sha256.Sum256(data)
	is := hex.EncodeToString(sum[:])
	if s.sum == "" || s.sum == is {
		return true
	}
	r.fatal.add(s.span, "list.sha256", path.Base(s.name), is, s.sum)
	return false
}

// files returns the files of a source. Of a folder, that is its filed-domains.txt,
// where a repository has it, or else every list in it.
func (r *listReader) files(s listSource) (names []string) {
	info, err := fs.Stat(r.fsys, s.name)
	if err != nil || !info.IsDir() {
		return []string{s.name}
	}
	if s.sum != "" {
		r.fatal.add(s.span, "list.pinned-folder", path.Base(s.name))
		return nil
	}
	if found := findUp(r.fsys, s.name, s.name, listName); found != "" {
		return []string{found}
	}
	entries, err := fs.ReadDir(r.fsys, s.name)
	for _, e := range entries {
		if isList(e) {
			names = append(names, path.Join(s.name, e.Name()))
		}
	}
	if err != nil || len(names) == 0 {
		r.fatal.add(s.place(), "list.empty-folder", path.Base(s.name), strings.Join(listKinds, " "))
	}
	return names
}

// isList reports whether a file of a folder is a list, by its name: whatever else
// lies there (a README, a script) is not.
func isList(e fs.DirEntry) bool {
	hidden := strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") // Excel's lock files
	return !e.IsDir() && !hidden && slices.Contains(listKinds, strings.ToLower(path.Ext(e.Name())))
}

// place is where the config names a source; the source itself without a config.
func (s listSource) place() source.Span {
	if s.span.File != nil {
		return s.span
	}
	return source.Span{File: source.NewFile(s.name, nil)}
}

// join returns the list of all sources, the organisation's before a project's.
func (r *listReader) join(allowLocal []string) *filing.List {
	org, project := filing.Join(r.org...), filing.Join(r.project...)
	if !r.shared {
		return project
	}
	return filing.JoinShared(org, project, allowLocal)
}
