package miniprogram

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

// loader carries one call of Load.
type loader struct {
	ctx     context.Context
	fsys    fs.FS
	opt     Options
	exclude []string
	repo    string // fs name of the repository's root
	dir     string // fs name of the folder that was asked for
	base    string // fs name of the folder that is walked
	isFile  bool   // a file in it was asked for
	tree    *folder
	begins  map[*folder]bool   // where mini programs begin, for any platform
	others  map[string]*folder // trees outside the base that something leads to, by name
	configs map[string]*parsed // by fs name
	notes   notes
	walked  atomic.Int64
	read    atomic.Int64
}

func newLoader(ctx context.Context, fsys fs.FS, opt Options) (*loader, error) {
	exclude, err := cleanGlobs(opt.Exclude)
	if err != nil {
		return nil, err
	}
	info, err := fs.Stat(fsys, opt.Dir)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", opt.Dir, err)
	}
	dir := opt.Dir
	if !info.IsDir() {
		dir = path.Dir(dir)
	}
	opt.Base = cmp.Or(opt.Base, ".")
	l := &loader{
		ctx: ctx, fsys: fsys, opt: opt, exclude: exclude, dir: dir, isFile: !info.IsDir(),
		others: map[string]*folder{}, configs: map[string]*parsed{},
	}
	l.repo = RepositoryRoot(fsys, dir, opt.Around)
	l.base = l.start()
	return l, nil
}

// start returns the folder to walk from: the topmost one above l.dir, within the
// repository, that looks like a mini program which l.dir may be part of.
func (l *loader) start() string {
	start, top := l.dir, l.top()
	for d := l.dir; d != top && d != "."; {
		d = path.Dir(d)
		if l.looksLikeApp(d) {
			start = d
		}
	}
	// An entry file lies in src/; which framework it is for says package.json above.
	if start != top && l.marksOf(start)&appMarks != 0 {
		if above := path.Dir(start); l.marksOf(above)&markPackage != 0 {
			return above
		}
	}
	return start
}

func (l *loader) looksLikeApp(name string) bool {
	switch marks := l.marksOf(name); {
	case marks&ownMarks != 0:
		return true
	case marks&markEntry != 0:
		return (marks|l.marksOf(path.Dir(name)))&markPackage != 0
	default:
		return marks&markPackage != 0 && l.marksOf(join(name, "build"))&markKbone != 0
	}
}

// top returns how far up from l.dir to look: to the repository's root, but when
// l.dir lies in a folder that is skipped, then it was meant, and no more than it.
func (l *loader) top() string {
	top, rules := l.repo, (*ignoreFile)(nil)
	if !l.opt.NoIgnore {
		rules = l.readRules(l.repo, ".git/info/exclude", nil)
	}
	for _, above := range append(foldersBetween(l.repo, l.dir), l.dir) {
		base := path.Base(above)
		if above != l.repo && (neverRead(base) != "" || base[0] == '.' || rules.ignored(above, true)) {
			top = above
		}
		if !l.opt.NoIgnore {
			rules = l.readRules(above, gitignore, rules)
		}
	}
	return top
}

// marksOf returns the marks of a folder that was not walked.
func (l *loader) marksOf(name string) mark {
	var marks mark
	entries, _ := fs.ReadDir(l.fsys, name) // a folder that cannot be listed has no marks
	for _, e := range entries {
		if e.IsDir() {
			marks |= folderMark(e.Name())
		} else {
			marks |= fileMarks()[e.Name()]
		}
	}
	return marks
}

// folderAt returns the folder of that fs name, or nil. Letter case counts only
// where two names differ in nothing else. Links are followed. A folder outside of
// what was walked is walked now.
func (l *loader) folderAt(name string) *folder {
	rel, ok := source.Under(name, l.tree.name)
	switch {
	case !ok:
		return l.otherTree(name)
	case rel == ".":
		return l.tree
	}
	f := l.tree
	for part := range strings.SplitSeq(rel, "/") {
		e := f.find(part)
		if f = f.child(part); f != nil {
			continue
		}
		if e == nil || !e.link {
			return nil
		}
		return l.linkedFolder(name)
	}
	return f
}

// parsed is a JSON file that was read during discovery.
type parsed struct {
	file     *source.File
	doc      *jsonc.Document
	problems []*source.Problem
}

// root returns the top of the JSON; a Node that does not exist when it is broken.
func (p *parsed) root() jsonc.Node {
	if p == nil || p.doc == nil {
		return jsonc.Node{}
	}
	return p.doc.Root()
}

// json reads and parses a JSON file, at most once. It returns nil where there is
// no such file.
func (l *loader) json(f *folder, base string) *parsed {
	e := f.find(base)
	if e == nil {
		return nil
	}
	name := join(f.name, base)
	if p, ok := l.configs[name]; ok {
		return p
	}
	p := &parsed{file: source.NewFile(name, nil)}
	l.configs[name] = p
	data, problem := l.contentOf(name, e)
	if problem != nil {
		p.problems = []*source.Problem{problem}
		return p
	}
	l.count()
	p.file = source.NewFile(name, data)
	p.doc, p.problems = jsonc.Parse(p.file)
	return p
}

// count counts a file that was read.
func (l *loader) count() {
	l.read.Add(1)
	if l.opt.Count != nil {
		l.opt.Count.Add(1)
	}
}

// contentOf reads the file that an entry stands for. A folder of its name is a
// problem, as is a link that is not followed.
func (l *loader) contentOf(name string, e *entry) ([]byte, *source.Problem) {
	switch {
	case e.folder != nil:
		return nil, newProblem(name, "unreadable-file.directory", path.Base(name))
	case e.link && !l.isLinkedFile(name):
		return nil, newProblem(name, "unreadable-file.link")
	}
	data, err := l.readFile(name, nil)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return data, nil
}
