package miniprogram

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// settle decides which platforms a mini program is for and completes it. It returns
// false for one that is for none that is read.
func (d *discovery) settle(dr *draft) bool {
	if len(dr.Platforms) == 0 {
		if dr.Platforms = d.platforms(dr); dr.Platforms == nil {
			d.notes.skip(dr.Root, skipPlatform)
			return false
		}
	}
	if dr.AppID == "" {
		dr.AppID = d.appID(dr)
	}
	for _, f := range dr.sources {
		dr.Sources = append(dr.Sources, f.name)
	}
	if len(dr.sources) == 0 {
		d.missPacked(dr)
	}
	dr.CompilesTypeScript, dr.Vue = d.compilesTypeScript(dr), vueOf(d.jsonFiles, dr)
	d.markServerFolders(dr)
	if d.hold.Unpacked {
		dr.pack.held = &d.notes
	}
	if dr.packed && len(dr.sources) > 0 {
		for p, project := range dr.projects() {
			if p.Project.Pack != nil {
				dr.pack.add(p.Project.Pack(project), dr.root.name, dr.sources[0].name)
			}
		}
	}
	return true
}

// missPacked notes the folder that a project file says is packed, of a mini program of
// which nothing else was found.
func (d *discovery) missPacked(dr *draft) {
	for p, project := range dr.projects() {
		value := project.Get(p.Project.Packed)
		if value.String() == "" || cleanRoot(value.String()) == "." {
			continue
		}
		name := path.Join(dr.Root, cleanRoot(value.String()))
		dr.Unread = append(dr.Unread, Unread{name, cmp.Or(d.whyLeftOut(name), skipAbsent), value.Span()})
	}
}

// compilesTypeScript reports whether a framework, the developer tool or a step of
// the build compiles the TypeScript of a mini program.
func (d *discovery) compilesTypeScript(dr *draft) bool {
	if dr.framework != nil {
		return true
	}
	for p, project := range dr.projects() {
		if p.Project.TypeScript != nil && p.Project.TypeScript(project) {
			return true
		}
	}
	for _, f := range append([]*folder{dr.root, dr.root.up}, dr.sources...) {
		if f != nil && (f.has(tsConfig) || f.has(packageFile) && d.needsTypeScript(f)) {
			return true
		}
	}
	return false
}

// needsTypeScript reports whether the package in a folder has the compiler.
func (d *discovery) needsTypeScript(f *folder) bool {
	return needs(d.json(f, packageFile).root(), compilers...)
}

// compilers are packages that compile TypeScript.
var compilers = []string{"typescript", "gulp-typescript", "@babel/preset-typescript", "esbuild", "@swc/core"}

// platforms returns the platforms of a mini program, the main one first; nil if it
// is for none that is read.
func (d *discovery) platforms(dr *draft) []platform.ID {
	owners := dr.owners()
	if dr.framework != nil {
		findTargets(d.jsonFiles, dr)
		for _, id := range dr.also {
			if !slices.Contains(dr.Platforms, id) {
				dr.Platforms = append(dr.Platforms, id)
			}
		}
		return mainFirst(dr.Platforms, owners)
	}
	main, why := d.nativePlatform(dr, owners)
	if main == nil {
		main, why = dr.mainOwner(owners)
	}
	if !main.IsRead() {
		return nil
	}
	if !main.Assumed || slices.ContainsFunc(owners, func(p *platform.Platform) bool { return !p.Assumed }) {
		dr.Evidence = why
	}
	return []platform.ID{main.ID}
}

// mainFirst puts the first platform forward that has a project file.
func mainFirst(ids []platform.ID, owners []*platform.Platform) []platform.ID {
	for i, id := range ids {
		if slices.Contains(owners, platform.ByID(id)) {
			return slices.Insert(slices.Delete(ids, i, i+1), 0, id)
		}
	}
	return ids
}

// mainOwner returns the platform that the project files speak for: one that is read
// before others, and the default one where there are no project files. The evidence is
// the file's name.
func (dr *draft) mainOwner(owners []*platform.Platform) (*platform.Platform, string) {
	if len(owners) == 0 {
		return platform.Default(), ""
	}
	main := owners[0]
	for _, p := range platform.All() {
		if slices.Contains(owners, p) {
			main = p
			break
		}
	}
	return main, dr.fileOf(main)
}

// fileOf returns the name of the project file that is the platform's, "" if it has none.
func (dr *draft) fileOf(p *platform.Platform) string {
	for _, name := range p.Project.Files {
		if project, ok := dr.project[name]; ok && platform.OfProject(name, project) == p {
			return name
		}
	}
	return ""
}

// nativePlatform tells the platform by the sources: first by the markup that nearly all
// pages have, then by what stands beside app.json, then by what there is more of; nil if
// they do not tell. The evidence is the extension. A project file is no proof: platforms
// share its name, and Alipay projects hold one of WeChat's by accident (facts 4.3). It
// tells platforms apart that share the extension, or of which pages have markup alike.
func (d *discovery) nativePlatform(dr *draft, owners []*platform.Platform) (*platform.Platform, string) {
	if extension := d.ofPages(dr, owners); extension != "" {
		return dr.ownerOf(extension, having(nativeExtensions[0], extension), owners)
	}
	files := map[string]int{}
	for _, source := range dr.sources {
		if extension := styleOf(source); extension != "" {
			return dr.ownerOf(extension, having(nativeExtensions[1], extension), owners)
		}
		d.countFiles(source, files)
	}
	builds := func(extension string) bool { return d.buildsFor(dr, extension) }
	for _, of := range nativeExtensions {
		if extension := leader(files, of, builds); extension != "" {
			return dr.ownerOf(extension, having(of, extension), owners)
		}
	}
	return nil, ""
}

// clearLead is how many times as many pages must have the markup of a platform as have
// that of any other: tools leave files of the one that a project was made from.
const clearLead = 2

// ofPages returns the extension of the markup of the app's pages; "" where they have none,
// or that of several platforms and not just one of these has a project file, and the style
// of the app if it has one for itself.
func (d *discovery) ofPages(dr *draft, owners []*platform.Platform) string {
	pages := d.pageMarkup(dr)
	var first, second int
	for _, n := range pages {
		first, second = max(first, n), max(second, min(first, n))
	}
	isOwned := func(p *platform.Platform) bool {
		return slices.Contains(owners, p) && (p.Files.Style == "" || slices.ContainsFunc(dr.sources, func(f *folder) bool { return f.has("app" + p.Files.Style) }))
	}
	var found []string
	for _, extension := range extensionsOf(nativeExtensions[0]) {
		switch n := pages[extension]; {
		case n == 0 || clearLead*n <= first:
		case clearLead*second <= first || slices.ContainsFunc(having(nativeExtensions[0], extension), isOwned):
			found = append(found, extension)
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// pageMarkup counts the pages that have the markup of platforms, by its extension.
func (d *discovery) pageMarkup(dr *draft) map[string]int {
	pages := map[string]int{}
	for _, f := range dr.sources {
		for _, page := range pagesOf(d.json(f, appConfig).root()) {
			at := d.folderOf(page, f)
			for _, extension := range extensionsOf(nativeExtensions[0]) {
				if at != nil && at.has(path.Base(page)+extension) {
					pages[extension]++
				}
			}
		}
	}
	return pages
}

// ownerOf returns the one of several platforms with an extension that has a project file
// here, or the first, and the evidence.
func (dr *draft) ownerOf(extension string, candidates, owners []*platform.Platform) (*platform.Platform, string) {
	for _, p := range candidates {
		if len(candidates) > 1 && slices.Contains(owners, p) {
			return p, extension + ", " + dr.fileOf(p)
		}
	}
	return candidates[0], extension
}

// buildsFor reports whether a page of the app, or the app itself, has a file with the
// extension: one that lies about does not make a mini program another platform's.
// Where no page is known, every file counts.
func (d *discovery) buildsFor(dr *draft, extension string) bool {
	known := false
	for _, f := range dr.sources {
		app := d.json(f, appConfig).root()
		pages := pagesOf(app)
		known = known || len(pages) > 0
		for _, page := range append(pages, "app") {
			if at := d.folderOf(page, f); at != nil && at.has(path.Base(page)+extension) {
				return true
			}
		}
	}
	return !known
}

// folderOf returns the folder of a page of an app, or nil.
func (d *discovery) folderOf(page string, app *folder) *folder {
	return d.folderAt(path.Join(app.name, path.Dir(page)))
}

// pagesOf returns the paths of the pages that app.json names.
func pagesOf(app jsonc.Node) (pages []string) {
	add := func(root string, list jsonc.Node) {
		list.Each(func(_, page jsonc.Node) bool {
			pages = append(pages, path.Join(root, cleanRoot(page.String())))
			return true
		})
	}
	add("", app.Get("pages"))
	for _, key := range []string{"subPackages", "subpackages"} {
		app.Get(key).Each(func(_, sub jsonc.Node) bool {
			add(cleanRoot(sub.Get("root").String()), sub.Get("pages"))
			return true
		})
	}
	return pages
}

// countFiles counts the files of the sources by extension. Files of other mini
// programs below count for those.
func (d *discovery) countFiles(source *folder, files map[string]int) {
	source.each(func(f *folder) bool {
		if f != source && (d.apps[f] != nil || d.rooted[f] != nil) {
			return false
		}
		for _, e := range f.entries {
			if ext := path.Ext(e.name); ext != "" && e.folder == nil {
				files[strings.ToLower(ext)]++
			}
		}
		return true
	})
}

// appID returns the appid that a project file or uni-app's manifest gives for the
// main platform.
func (d *discovery) appID(dr *draft) string {
	main := platform.ByID(dr.Platforms[0])
	if project, ok := dr.projectOf(main); ok {
		if id := project.Get(main.Project.AppID).String(); id != "" {
			return id
		}
	}
	for _, f := range dr.sources {
		if manifest := d.known[join(f.name, uniManifest)]; manifest != nil {
			return manifest.root().At(main.Names.Manifest, "appid").String()
		}
	}
	return ""
}

// markServerFolders takes out the folders whose code runs on a server.
func (d *discovery) markServerFolders(dr *draft) {
	for p, project := range dr.projects() {
		if dr.Plugin {
			break // the keys are relative to the folder above
		}
		for _, key := range p.Project.Servers {
			named := project.Get(key)
			d.markServerFolder(dr, d.under(dr.root, named.String()), named.Span())
		}
	}
	for _, top := range append([]*folder{dr.root}, dr.sources...) {
		for _, name := range cloudFolders {
			d.markServerFolder(dr, top.child(name), source.Span{})
		}
	}
}

// markServerFolder takes out one folder, if there is one; at is where it is named.
func (d *discovery) markServerFolder(dr *draft, f *folder, at source.Span) {
	switch {
	case f == nil || dr.shipsFrom(f):
	case d.hold.Cloud:
		d.notes.hold(f.name, skipCloud, at)
	default:
		dr.out[f] = skipCloud
	}
}

// shipsFrom reports whether a folder is, or holds, sources of the mini program.
func (dr *draft) shipsFrom(f *folder) bool {
	return slices.ContainsFunc(dr.sources, func(s *folder) bool { return s.isWithin(f) })
}
