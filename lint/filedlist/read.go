package filedlist

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// kinds are how the names of files in a folder of lists end.
var kinds = []string{".txt", ".csv", ".tsv", ".json", ".xlsx"}

// IsData reports whether a file, by its name, can hold a list or an allowlist: a
// line that goes away there can make a finding of code that is as it was.
func IsData(name string) bool { return slices.Contains(kinds, strings.ToLower(path.Ext(name))) }

// IsText reports whether a list says each thing on one line, with the domain: of
// what goes away there, the lines tell.
func IsText(name string) bool { return strings.ToLower(path.Ext(name)) == ".txt" }

// reader reads the sources of a filed list, and gathers what is wrong.
type reader struct {
	fsys     fs.FS
	options  filing.Options
	long     func(bytes int64) // is called before a long list is read
	names    []string          // files that were read
	fatal    []*source.Problem
	findings []*source.Problem

	org, project []*filing.List
	shared       bool // there is an organisation's source
}

// read reads one source.
func (r *reader) read(s config.List) {
	root := source.Root{FS: r.fsys, Folder: cmp.Or(s.Within, ".")}
	s.Name, r.options.Sheet = cutSheet(root, s.Name)
	for _, name := range r.files(root, s) {
		file, problem := root.Read(name, filing.MaxSize, "list.unreadable")
		if problem != nil {
			r.fatal = append(r.fatal, problem)
			continue
		}
		r.names = append(r.names, name)
		if r.isPinned(s, file.Bytes) {
			r.add(s, file)
		}
	}
}

// cutSheet splits list.xlsx#sheet, unless a file is called that.
func cutSheet(root source.Root, name string) (file, sheet string) {
	book, sheet, ok := filing.CutSheet(name)
	if !ok {
		return name, ""
	}
	if _, err := root.Stat(name); err == nil {
		return name, ""
	}
	return book, sheet
}

func (r *reader) add(s config.List, f *source.File) {
	list, problems := r.options.Read(f)
	for _, p := range problems {
		if p.Message.Rule() == "list" {
			r.fatal = append(r.fatal, p)
		} else {
			r.findings = append(r.findings, p)
		}
	}
	if s.Org {
		r.shared = true
		r.org = append(r.org, list)
	} else {
		r.project = append(r.project, list)
	}
}

func (r *reader) fail(at source.Span, id message.ID, args ...any) {
	r.fatal = append(r.fatal, &source.Problem{Span: at, Message: id, Args: args})
}

// isPinned reports whether the data is what the config pins. Git may have checked a list
// out with the line ends of Windows.
func (r *reader) isPinned(s config.List, data []byte) bool {
	if s.Sum == "" {
		return true
	}
	is := hexSum(data)
	if s.Sum == is || s.Sum == hexSum(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))) {
		return true
	}
	r.fail(s.Span, "list.sha256", path.Base(s.Name), is, s.Sum)
	return false
}

func hexSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// longList is the size of a list that needs much memory.
const longList = 4 << 20

// files returns the files of a source. Of a folder, that is its filed-domains.txt,
// where a repository has it, or else every list in it.
func (r *reader) files(root source.Root, s config.List) (names []string) {
	info, err := root.Stat(s.Name)
	if err == nil && info.Size() >= longList {
		r.long(info.Size())
	}
	if err != nil || !info.IsDir() {
		return []string{s.Name}
	}
	if s.Sum != "" {
		r.fail(s.Span, "list.pinned-folder", path.Base(s.Name))
		return nil
	}
	if found := source.FindUp(r.fsys, s.Name, s.Name, Name); found != "" {
		return []string{found}
	}
	entries, err := root.ReadDir(s.Name)
	for _, e := range entries {
		if isList(e) {
			names = append(names, path.Join(s.Name, e.Name()))
		}
	}
	if err != nil || len(names) == 0 {
		r.fail(place(s), "list.empty-folder", path.Base(s.Name), strings.Join(kinds, " "))
	}
	return names
}

// isList reports whether a file of a folder is a list, by its name: whatever else
// lies there (a README, a script) is not.
func isList(e fs.DirEntry) bool {
	hidden := strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") // Excel's lock files
	return !e.IsDir() && !hidden && IsData(e.Name())
}

// place is where the config names a source; the source itself without a config.
func place(s config.List) source.Span {
	if s.Span.File != nil {
		return s.Span
	}
	return source.Span{File: source.NewFile(s.Name, nil)}
}

// join returns the list of all sources, the organisation's before a project's.
func (r *reader) join(policy *config.Lists) *filing.List {
	org, project := filing.Join(r.org...), filing.Join(r.project...)
	switch {
	case policy.Closed:
		return filing.JoinClosed(org, project, policy.AllowLocal)
	case r.shared:
		return filing.JoinShared(org, project, policy.AllowLocal)
	}
	return project
}
