package miniprogram

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// collector gathers the files of one mini program.
type collector struct {
	*folderTree
	*jsonFiles
	*draft
	begins map[*folder]bool // where mini programs begin, for any platform
	taken  map[string]bool  // fs names of real folders that were gathered
	links  []link           // that are still to be followed
}

// link is a symbolic link in the sources.
type link struct {
	in   *folder
	e    *entry
	name string
}

// collect lists the files of a mini program, in path order. Nothing but the JSON
// whose meaning is known is read.
func (c *collector) collect() {
	for _, f := range c.sources {
		c.folder(f, f.name, true)
	}
	for len(c.links) > 0 {
		found := c.links
		c.links = nil
		slices.SortStableFunc(found, func(a, b link) int { return strings.Count(a.name, "/") - strings.Count(b.name, "/") })
		for _, l := range found {
			c.follow(l)
		}
	}
	c.dotenv()
	c.configs()
	c.build()
	for _, files := range [][]*File{c.Files, c.Configs, c.Build} {
		slices.SortStableFunc(files, func(a, b *File) int { return comparePaths(a.Name, b.Name) })
	}
}

// folder gathers a folder that is known by the name as, which differs from its own
// below a link.
func (c *collector) folder(f *folder, as string, top bool) {
	if c.taken[f.name] || c.ctx.Err() != nil {
		return
	}
	c.taken[f.name] = true
	if f.err != nil {
		c.notes.problem(unreadable(f.name, f.err))
	}
	for i := range f.entries {
		e := &f.entries[i]
		name := join(as, e.name)
		switch {
		case e.link:
			c.links = append(c.links, link{f, e, name})
		case e.folder == nil:
			c.file(f, e, name, top)
		case c.enters(e.folder, name, top):
			c.folder(e.folder, name, false)
		}
	}
}

// enters reports whether a folder of the sources ships, and counts it when it does not.
func (c *collector) enters(f *folder, name string, top bool) bool {
	if c.begins[f] && f != c.root && !slices.Contains(c.sources, f) || platform.ToolOf(path.Base(f.name)) != nil {
		return false
	}
	if reason := c.folderReason(f, name, top); reason != "" {
		c.notes.skip(name, reason)
		return false
	}
	return true
}

func (c *collector) folderReason(f *folder, name string, top bool) message.ID {
	base := path.Base(f.name)
	switch {
	case c.out[f] != "":
		return c.out[f]
	case isTestFolder(base):
		return skipTest
	case top && c.framework != nil && c.framework.isOutput(base, c.Project):
		return skipOutput
	case c.pack.leavesOutFolder(name):
		return skipUnpacked
	}
	return ""
}

// file gathers one file of the sources if it can carry a host.
func (c *collector) file(f *folder, e *entry, name string, top bool) {
	kind, ok := kindOf(e.name)
	if !ok || platform.IsForeign(strings.ToLower(path.Ext(e.name)), c.Platforms) || kind == Data && (!isData(e.name) || top && e.name == extConfig) {
		return
	}
	if reason := c.fileReason(f, e.name, name, kind, top); reason != "" {
		c.notes.skip(c.Root, reason)
		return
	}
	c.Files = append(c.Files, c.newFile(kind, name))
}

func (c *collector) fileReason(f *folder, base, name string, kind Kind, top bool) message.ID {
	switch {
	case strings.HasSuffix(base, ".d.ts"):
		return skipTypes
	case kind == Script && isTest(base):
		return skipTest
	case top && isTool(base):
		return skipTool
	case c.pack.leavesOut(name):
		return skipUnpacked
	case c.isForOther(base):
		return skipOtherFile
	}
	reason, twin := twinReason(base, c.CompilesTypeScript, func(other string) bool {
		return f.has(other) && !c.pack.leavesOut(join(path.Dir(name), other))
	})
	if twin && c.hold.Twins {
		c.notes.hold(name, reason, source.Span{})
		return ""
	}
	return reason
}

// isForOther reports whether a framework takes the file for other platforms only:
// test.h5.js beside test.js.
func (c *collector) isForOther(base string) bool {
	if c.framework == nil {
		return false
	}
	return c.framework.isOtherWord(innerWord(base), c.Project)
}

// innerWord is what stands before the extension: h5 in test.h5.js.
func innerWord(base string) string {
	return strings.TrimPrefix(path.Ext(strings.TrimSuffix(base, path.Ext(base))), ".")
}

// twinReason reports whether, of a script and the TypeScript of the same name, the
// other one is what runs, and why: the TypeScript in a project that compiles it,
// the script in any other. has reports what is packed beside the file.
func twinReason(base string, compiles bool, has func(base string) bool) (reason message.ID, twin bool) {
	if stem, js := strings.CutSuffix(base, ".js"); js && compiles && (has(stem+".ts") || has(stem+".tsx")) {
		return skipCompiled, true
	}
	stem, ts := strings.CutSuffix(base, ".ts")
	if ts && !compiles && has(stem+".js") {
		return skipUncompiled, true
	}
	return "", false
}

// follow gathers what a link leads to, unless it is part of the mini program anyway.
func (c *collector) follow(l link) {
	real, ok := c.resolve(l.name)
	if !ok {
		c.notes.skip(l.name, skipLinkOut)
		return
	}
	info, err := fs.Stat(c.fsys, real)
	if err == nil && info.IsDir() {
		c.followFolder(l, real)
		return
	}
	switch _, carries := kindOf(l.e.name); {
	case !carries: // a picture, or the like
	case !c.isLinkedFile(l.name):
		c.notes.skip(l.name, skipLink)
	default:
		c.file(l.in, l.e, l.name, false)
	}
}

func (c *collector) followFolder(l link, real string) {
	if c.holds(real) {
		c.notes.skip(l.name, skipLinkTwice)
		return
	}
	switch target := c.linkedFolder(l.name); {
	case target == nil:
		c.notes.skip(l.name, skipLink)
	case c.enters(target, l.name, false):
		c.folder(target, l.name, false)
	}
}

// holds reports whether the folder of that name lies in what was gathered, or around
// the sources.
func (c *collector) holds(name string) bool {
	return c.taken[name] || slices.ContainsFunc(c.Sources, func(s string) bool {
		_, in := source.Under(name, s)
		_, around := source.Under(s, name)
		return in || around
	})
}

// newFile returns a file of the mini program that is still to be read.
func (d *draft) newFile(kind Kind, name string) *File {
	both := &struct {
		file   File
		source source.File
	}{source: source.File{Name: name}}
	both.file = File{File: &both.source, Kind: kind, Path: source.Relative(name, d.Root)}
	return &both.file
}

// newConfig returns a file of the mini program that was read as JSON.
func (d *draft) newConfig(p *parsed) *File {
	return &File{File: p.file, Kind: Config, Path: source.Relative(p.file.Name, d.Root), Doc: p.doc}
}

// home returns the folder that a framework builds in: that of package.json.
func (c *collector) home() *folder {
	if c.framework != nil && c.root.marks&markPackage == 0 {
		return packageHome(c.sources[0])
	}
	return c.root
}

// dotenv gathers the files that set a build's environment: beside the sources and
// beside package.json, and in the folder env there, which unibest uses.
func (c *collector) dotenv() {
	home := c.home()
	folders := append(slices.Clone(c.sources), c.root, home)
	if c.framework != nil {
		folders = append(folders, home.child("env"))
	}
	slices.SortFunc(folders, func(a, b *folder) int { return strings.Compare(folderName(a), folderName(b)) })
	for _, f := range slices.Compact(folders) {
		if f == nil {
			continue
		}
		for _, e := range f.entries {
			if e.folder == nil && isDotenv(e.name) && (!e.link || c.isLinkedFile(join(f.name, e.name))) {
				c.Files = append(c.Files, c.newFile(Dotenv, join(f.name, e.name)))
			}
		}
	}
}

func folderName(f *folder) string {
	if f == nil {
		return ""
	}
	return f.name
}

// configs gathers the JSON whose meaning is known.
func (c *collector) configs() {
	seen := map[string]bool{}
	for _, f := range append([]*folder{c.root}, c.extra...) {
		c.configsIn(f, configNames(c.Platforms), seen)
		for _, p := range platform.All() {
			if tool := f.child(p.Project.Tool.Folder); tool != nil {
				c.configsIn(tool, []string{p.Project.Tool.File}, seen)
			}
		}
	}
	for _, f := range c.sources {
		c.configsIn(f, sourceConfigNames(c.Platforms), seen)
	}
	if len(c.sources) == 0 {
		c.configsIn(c.root, sourceConfigNames(c.Platforms), seen)
	}
}

func (c *collector) configsIn(f *folder, names []string, seen map[string]bool) {
	for _, base := range names {
		name := join(f.name, base)
		p := c.json(f, base)
		if p == nil || seen[name] {
			continue
		}
		seen[name] = true
		if base == extConfig && p.doc != nil && p.doc.Empty {
			continue // all of it is commented out
		}
		c.notes.problem(p.problems...)
		if p.doc != nil {
			c.Configs = append(c.Configs, c.newConfig(p))
		}
	}
}

// build gathers what configures the build of a framework.
func (c *collector) build() {
	home := c.home()
	for _, f := range []*folder{home, home.child("config"), home.child("build")} {
		if f == nil || f != home && (c.framework == nil || c.taken[f.name]) {
			continue
		}
		for _, e := range f.entries {
			if e.folder != nil || e.link && !c.isLinkedFile(join(f.name, e.name)) {
				continue
			}
			c.buildFile(f, e.name, f == home)
		}
	}
}

func (c *collector) buildFile(f *folder, base string, home bool) {
	switch kind, _ := kindOf(base); {
	case base == tsConfig || base == "jsconfig.json":
		if p := c.json(f, base); p.doc != nil {
			c.Build = append(c.Build, c.newConfig(p))
		}
	case kind == Script && !strings.HasSuffix(base, ".d.ts") && (!home || isTool(base)) && !isTestTool(base):
		c.Build = append(c.Build, c.newFile(Script, join(f.name, base)))
	}
}
