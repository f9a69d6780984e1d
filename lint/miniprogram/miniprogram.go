// Package miniprogram finds the mini programs of a repository, decides which
// platform each is for and which files ship with it, and reads each file once.
//
// The tree is walked once, in parallel, without following a symbolic link. Of a
// link within a mini program, what it leads to is read under the link's name,
// when that lies in the repository, is not skipped, and is not part of the same
// mini program already; every real folder is taken at most once a mini program,
// so links can neither loop nor multiply. Other links are counted as skipped.
package miniprogram

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// Kind says what a file of a mini program is.
type Kind uint8

// The kinds of files.
const (
	Script    Kind = iota // js mjs cjs ts uts tsx jsx wxs sjs
	Markup                // wxml axml
	Style                 // wxss acss css less scss sass styl
	Component             // vue nvue uvue mpx wpy
	Dotenv                // .env .env.*
	Config                // a JSON file whose meaning is known, see Project.Configs
	Data                  // any other JSON
)

// File is one file of a mini program.
type File struct {
	// File holds the content; its Bytes are nil when Options.Keep did not want it.
	*source.File
	Kind Kind
	Path string          // relative to the mini program's root, '/' separated
	Doc  *jsonc.Document // the content of a Config as JSON, nil when it is broken
}

// Framework names what a mini program is written with.
type Framework string

// The frameworks that are known.
const (
	Native Framework = "native"
	UniApp Framework = "uni-app"
	Taro   Framework = "taro"
	Mpx    Framework = "mpx"
	WePY   Framework = "wepy"
	Remax  Framework = "remax"
	Kbone  Framework = "kbone"
	Mpvue  Framework = "mpvue"
	Megalo Framework = "megalo"
	Rax    Framework = "rax"
)

// Project is one mini program. Its fields are what was found of it, and functions that
// read more.
type Project struct {
	// Root is the fs name of its folder: where its project file stands; without one
	// the folder of app.json, or of a framework's package.json.
	Root string
	// Sources are the fs names of the folders whose files ship or are compiled.
	// Empty when only configuration is there.
	Sources []string
	// Platforms has the main one first. Decided: they are all that it is built for, by
	// what the project, the config or the caller says; else they are assumed.
	Platforms []platform.ID
	Decided   bool
	// Evidence is the extension or the files that tell the platforms; "" where no mark of
	// a rarer one had to be weighed.
	Evidence  string
	Framework Framework
	Plugin    bool   // a plugin, which has an allowlist of its own
	Game      bool   // a mini game
	AppID     string // as the project file gives it, "" when it does not
	// Configs are the project files, app.json and its kin, ext.json and
	// server-domains.json, in path order.
	Configs []*File
	// Files are the scripts, markup, styles, components, dotenv and data files, in
	// path order.
	Files []*File
	// Build are the scripts that configure a framework's build, and tsconfig.json
	// or jsconfig.json, in path order. They do not ship. Keep is not asked.
	Build []*File
	// CompilesTypeScript reports whether TypeScript stands for the script of the same
	// name beside it.
	CompilesTypeScript bool
	// Vue is the version of Vue that uni-app builds with, "2" or "3"; "" where it is not
	// known.
	Vue string

	// What follows reads, on demand, what something that ships names and that is not
	// among the files above. The functions may be called concurrently; all may be nil.

	// Import reads a file by its fs name: one outside Sources, or one in them that was
	// left out for its name. It returns nil if there is none that may be read.
	Import func(name string) *File
	// Imported are the fs names of the files that Import has read.
	Imported []string
	// Refused returns why Import gives no file of that fs name although something
	// says that it is there, "" when nothing is.
	Refused func(name string) message.ID
	// List returns the names of the files in a folder that may be read, and those of the
	// folders in it with a slash behind, sorted. They must not be changed.
	List func(folder string) []string
	// Package returns the folder of the package of that name in the repository's
	// workspace, and the paths in it at which its sources may begin, without an
	// extension or with one; subpath is what an import names below the package.
	Package func(name, subpath string) (folder string, entries []string)
	// Release drops what the functions above remember of the disk: a repository can hold
	// ten thousand mini programs.
	Release func()
	// Unread is what ships, or may ship, and was not read. Package usage fills it
	// while it follows the mini program.
	Unread []Unread
}

// Unread is something that app.json, a page, a component or live code names, and
// that was not read: on purpose, or because it cannot be.
type Unread struct {
	Name   string      // the fs name, without an extension where the name has none
	Reason message.ID  // "report.skip-…"
	Span   source.Span // the place that names it, or that holds it
}

// Skip counts files or folders that were left out for one reason.
type Skip struct {
	Name   string     // fs name of the folder or file that was left out, or of the folder it was in
	Reason message.ID // "report.skip-…"
	Count  int
}

// Repository is what Load found.
type Repository struct {
	Root     string            // fs name of the repository's root
	Projects []*Project        // by root
	Skipped  []Skip            // by name and reason
	Problems []*source.Problem // by file; ids begin with "unreadable-file." or "broken-file."
	Missing  []string          // roots of Options.Roots that are no folder
	notes    *notes
	Walked   int // entries of folders that were looked at
	Read     int // files that were read
}

// Hold says which ways of leaving something out do not count.
type Hold struct {
	GitIgnore bool // a .gitignore
	Unpacked  bool // what project files leave out of the package
	Cloud     bool // folders whose code runs on a server
	Twins     bool // a script beside TypeScript of its name, or the other way round
	Builds    bool // sources beside a build of them that is committed
	Platforms bool // platforms that a hint does not have; a framework's project is for those of both
}

// Held is a file or folder that would have been left out but for Options.Hold.
type Held struct {
	Name   string      // fs name
	Reason message.ID  // that it would have been left out for
	Span   source.Span // where that is said; no File where the name alone says it
}

// RootHint is a mini program that the config names.
type RootHint struct {
	Root      string        // fs name of its folder, or of the one its files are in
	AppID     string        // "" as found
	Platforms []platform.ID // none: as found
}

// Options says what to load.
type Options struct {
	Dir       string        // fs name of the folder or file whose mini program, or below which all, are loaded
	Around    string        // fs name of the folder that a project without a repository lies in, if any
	NoIgnore  bool          // go into git-ignored folders as well
	Exclude   []string      // doublestar globs of what to leave out, relative to Base
	Base      string        // fs name
	Platforms []platform.ID // none: as found; else only mini programs of these platforms
	Hold      Hold          // what does not leave anything out
	Roots     []RootHint    // what the config says of mini programs
	// Keep decides whether a file's content is kept; data is only valid during the
	// call. It is called concurrently. Nil keeps everything. Configs are always kept.
	Keep func(kind Kind, name string, data []byte) bool
	// Count is told how many files were read, as they are; nil tells nobody.
	Count *atomic.Int64
	// Much is told once that much was read, with how many bytes are kept so far; nil tells nobody.
	Much func(bytes int64)
}

// Load finds and reads mini programs. Files that cannot be read or parsed are
// reported in the Repository. An error is returned when opt.Dir cannot be read,
// a glob is malformed, or ctx ends.
func Load(ctx context.Context, fsys fs.FS, opt Options) (*Repository, error) {
	want, o, err := newOmitter(fsys, opt)
	if err != nil {
		return nil, err
	}
	t := &folderTree{omitter: o, ctx: ctx, base: (&ascent{o, want.dir}).start(), others: map[string]*folder{}, listings: newListings()}
	if t.top, err = t.walk(t.base); err != nil {
		return nil, err
	}
	t.plain = sync.OnceValue(t.isPlain)
	files := &jsonFiles{in: o.checkout, known: map[string]*parsed{}}
	found, begins := discover(t, files, opt.Roots)
	drafts := want.choose(found, &o.notes)
	for _, d := range drafts {
		if ctx.Err() != nil {
			break // readAll says why
		}
		(&collector{folderTree: t, jsonFiles: files, draft: d, begins: begins, taken: map[string]bool{}}).collect()
	}
	if err := (&reading{checkout: o.checkout, ctx: ctx, want: opt.Keep, much: opt.Much}).readAll(drafts); err != nil {
		return nil, err
	}
	return t.repository(drafts, opt.Roots), nil
}

// newOmitter returns what was asked for, and the repository that it lies in with what
// is left out of it.
func newOmitter(fsys fs.FS, opt Options) (want target, o *omitter, err error) {
	exclude, err := cleanGlobs(opt.Exclude)
	if err != nil {
		return want, nil, err
	}
	info, err := fs.Stat(fsys, opt.Dir)
	if err != nil {
		return want, nil, fmt.Errorf("cannot read %s: %w", opt.Dir, err)
	}
	want = target{dir: opt.Dir, isFile: !info.IsDir(), platforms: opt.Platforms}
	if want.isFile {
		want.dir = path.Dir(opt.Dir)
	}
	files := &checkout{fsys: fsys, repo: RepositoryRoot(fsys, want.dir, opt.Around), told: opt.Count}
	return want, &omitter{checkout: files, noIgnore: opt.NoIgnore, hold: opt.Hold, exclude: exclude, from: cmp.Or(opt.Base, ".")}, nil
}

// RepositoryRoot returns the nearest folder at or above dir that holds .git (be it
// a folder or, in a worktree or submodule, a file), .hg or .svn. Without one it is
// the folder around, where dir lies in that, and dir itself elsewhere.
func RepositoryRoot(fsys fs.FS, dir, around string) string {
	for d := dir; ; d = path.Dir(d) {
		if isRepository(fsys, d) {
			return d
		}
		if d == "." || d == path.Dir(d) {
			break
		}
	}
	if _, ok := source.Under(dir, around); ok && around != "" && around != "." {
		return around
	}
	return dir
}

// OutermostRepository returns the topmost folder at or above dir that RepositoryRoot
// may return, and dir without any.
func OutermostRepository(fsys fs.FS, dir string) string {
	top := dir
	for d := dir; ; d = path.Dir(d) {
		if isRepository(fsys, d) {
			top = d
		}
		if d == "." || d == path.Dir(d) {
			return top
		}
	}
}

func isRepository(fsys fs.FS, dir string) bool {
	return slices.ContainsFunc([]string{".git", ".hg", ".svn"}, func(mark string) bool {
		_, err := fs.Stat(fsys, path.Join(dir, mark))
		return err == nil
	})
}

// repository puts together what was found.
func (t *folderTree) repository(drafts []*draft, hints []RootHint) *Repository {
	r := &Repository{
		Root: t.repo, Skipped: t.notes.sorted(), Problems: t.notes.problems(), notes: &t.notes,
		Missing: missing(t.fsys, hints), Walked: int(t.walked.Load()), Read: int(t.read.Load()),
	}
	for _, d := range drafts {
		attach(t, d.Project)
		r.Projects = append(r.Projects, d.Project)
	}
	return r
}

// Held returns what was read although something says to leave it out, by name. What
// files import is known once they were followed.
func (r *Repository) Held() []Held { return r.notes.allHeld() }

// missing returns the roots of the config that are no folder.
func missing(fsys fs.FS, hints []RootHint) (roots []string) {
	for _, h := range hints {
		if info, err := fs.Stat(fsys, h.Root); err != nil || !info.IsDir() {
			roots = append(roots, h.Root)
		}
	}
	return roots
}

// errExclude says which glob is malformed.
func errExclude(glob string) error {
	return fmt.Errorf("exclude glob %q is malformed: close every bracket and brace", glob)
}
