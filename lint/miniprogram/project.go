package miniprogram

import (
	"iter"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// cloudFolders are what folders whose code runs on a server are called beside project
// file or sources
// (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/quick-start/, and
// https://uniapp.dcloud.net.cn/tutorial/project.html for uni-app's).
var cloudFolders = []string{
	"cloudfunctions", "cloudfunctionTemplate", "uniCloud", "uniCloud-aliyun", "uniCloud-tcb", "uniCloud-alipay",
}

// buildFolders are names of folders that tools write to.
var buildFolders = []string{"build", "dist", "out", "output", "release", "target", "unpackage"}

// fromProjectFile makes a mini program, and the plugin beside it, of a folder with
// a project file.
func (d *discovery) fromProjectFile(f *folder) {
	dr := d.newDraft(f)
	for _, name := range platform.ProjectFiles() {
		if p := d.json(f, name); p != nil {
			dr.project[name] = p.root()
		}
	}
	plugin := d.pluginOf(dr)
	packed, named := d.packedFolder(dr)
	if named && !d.hold.Builds && d.isStub(packed) && d.leavesStub(dr, packed) {
		packed = nil
	}
	switch a, first := d.findApp(dr, packed, named); {
	case a != nil:
		dr.use(a)
		dr.packed = first
		if first && packed != dr.root {
			d.supersede(dr, packed)
		}
	case d.apps[packed] != nil: // another project file, further up, names it
		d.drop(dr)
	case plugin != nil && !named:
		// Only the plugin is there: it is what the project file is for.
		d.drop(plugin)
		dr.sources, dr.Plugin = plugin.sources, true
	default:
		d.withoutApp(dr, packed)
	}
}

// projectOf returns the project file that the platform's tool opens.
func (dr *draft) projectOf(p *platform.Platform) (project jsonc.Node, ok bool) {
	for _, name := range p.Project.Files {
		if project, ok = dr.project[name]; ok {
			return project, true
		}
	}
	return jsonc.Node{}, false
}

// projects gives every platform whose project file says how the mini program is
// packed, with the file.
func (dr *draft) projects() iter.Seq2[*platform.Platform, jsonc.Node] {
	return func(yield func(*platform.Platform, jsonc.Node) bool) {
		owners := dr.owners()
		for _, p := range platform.All() {
			if project, ok := dr.projectOf(p); ok && dr.packsFor(p, owners) && !yield(p, project) {
				return
			}
		}
	}
}

// packsFor reports whether a platform's project file counts. Once it is decided what the
// mini program is for, a file that it shares is its own. Where one platform has a file
// that projects are assumed to have, those of others are for builds that are not looked at.
func (dr *draft) packsFor(p *platform.Platform, owners []*platform.Platform) bool {
	assumed := slices.ContainsFunc(owners, func(o *platform.Platform) bool { return o.Assumed })
	switch {
	case slices.Contains(dr.Platforms, p.ID):
		return true
	case len(dr.Platforms) > 0 && !platform.ByID(dr.Platforms[0]).Assumed:
		return false
	}
	return slices.Contains(owners, p) && (p.Assumed || !assumed)
}

// owners returns whose the project files are, each platform once.
func (dr *draft) owners() (owners []*platform.Platform) {
	for _, name := range platform.ProjectFiles() {
		project, ok := dr.project[name]
		if !ok {
			continue
		}
		if p := platform.OfProject(name, project); !slices.Contains(owners, p) {
			owners = append(owners, p)
		}
	}
	return owners
}

// packedFolder returns the folder that is packed: miniprogramRoot, or the root
// without one; nil when it names one that is not there, or that holds nothing.
func (d *discovery) packedFolder(dr *draft) (packed *folder, named bool) {
	for p, project := range dr.projects() {
		value := project.Get(p.Project.Packed).String()
		if packed != nil || cleanRoot(value) == "." {
			continue
		}
		named = true
		if f := d.under(dr.root, value); f != nil && holdsSources(f) {
			packed = f
		}
	}
	if !named {
		packed = dr.root
	}
	return packed, named
}

// holdsSources reports whether anything in the folder can carry a host.
func holdsSources(f *folder) bool {
	found := false
	f.each(func(g *folder) bool {
		for _, e := range g.entries {
			kind, ok := kindOf(e.name)
			if ok && e.folder == nil && (kind != Data || isData(e.name)) {
				found = true
			}
		}
		return !found
	})
	return found
}

// findApp returns the app of a project: the packed one, or, when that is not there
// (a build that is not committed), its sources. first tells which.
func (d *discovery) findApp(dr *draft, packed *folder, named bool) (a *app, first bool) {
	if a = d.appAt(packed); a != nil && !a.taken {
		return a, true
	}
	if named && packed != nil && a != nil {
		return nil, false
	}
	for _, f := range d.alternatives(dr) {
		if a = d.appAt(f); a != nil && !a.taken {
			return a, f == packed
		}
	}
	return d.onlyAppBelow(dr.root), false
}

// onlyAppBelow returns the app below a project file when there is no other, and no
// other project file between: tools can be told any name for the sources.
func (d *discovery) onlyAppBelow(root *folder) *app {
	var only *app
	alone := true
	root.each(func(f *folder) bool {
		if f != root && f.marks&markProject != 0 {
			return false
		}
		if a := d.apps[f]; a != nil && !a.plugin && !a.taken {
			alone = alone && only == nil
			only = a
		}
		return alone
	})
	if !alone {
		return nil
	}
	return only
}

// alternatives returns where the sources may be when the packed folder is not.
func (d *discovery) alternatives(dr *draft) []*folder {
	var folders []*folder
	for p, project := range dr.projects() {
		for _, key := range p.Project.Sources {
			if value := project.Get(key).String(); value != "" {
				folders = append(folders, d.under(dr.root, value))
			}
		}
	}
	return append(folders, d.under(dr.root, "src"), d.under(dr.root, d.taroSources(dr.root)), dr.root)
}

// taroSources returns what Taro's config says of the folder of the sources
// (https://docs.taro.zone/docs/config-detail#sourceroot).
func (d *discovery) taroSources(root *folder) string {
	config := root.child("config")
	if config == nil || root.marks&markPackage == 0 {
		return ""
	}
	sourceRoot := regexp.MustCompile(`\bsourceRoot\s*:\s*['"` + "`" + `]([^'"` + "`" + `\n]+)['"` + "`" + `]`)
	for _, name := range []string{"index.js", "index.ts"} {
		if !config.has(name) {
			continue
		}
		data, _ := d.readFile(join(config.name, name), nil) // what cannot be read is reported as a Build file
		if m := sourceRoot.FindSubmatch(data); m != nil {
			return string(m[1])
		}
	}
	return ""
}

// isStub reports whether a build that is committed lacks every page that it names: git ignores
// the rest of it.
func (d *discovery) isStub(build *folder) bool {
	if build == nil {
		return false
	}
	pages := pagesOf(d.json(build, appConfig).root())
	return len(pages) > 0 && !slices.ContainsFunc(pages, func(page string) bool {
		at := d.folderOf(page, build)
		return at != nil && slices.ContainsFunc(at.entries, func(e entry) bool { return strings.HasPrefix(e.name, path.Base(page)+".") })
	})
}

// leavesStub takes the sources of a framework for what ships instead of the rest of a build of
// them, and reports whether there are any.
func (d *discovery) leavesStub(dr *draft, build *folder) bool {
	isSources := func(f *folder) bool {
		a := d.appAt(f)
		return a != nil && !a.taken && a.framework != nil && f != build
	}
	if !slices.ContainsFunc(d.alternatives(dr), isSources) {
		return false
	}
	if a := d.appAt(build); a != nil {
		a.taken = true
	}
	dr.out[build] = skipOutput
	d.notes.skip(build.name, skipOutput)
	return true
}

// supersede gives the sources of a committed build to its project: what ships is
// the build (real-projects.md).
func (d *discovery) supersede(dr *draft, packed *folder) {
	for _, f := range d.alternatives(dr) {
		a := d.appAt(f)
		if a == nil || a.taken || f == packed || f.marks&markProject != 0 {
			continue
		}
		if a.framework != nil || slices.Contains(buildFolders, path.Base(packed.name)) {
			if d.hold.Builds {
				d.notes.hold(f.name, skipSuperseded, source.Span{})
				continue
			}
			a.taken = true
			dr.out[f] = skipSuperseded
			d.notes.skip(f.name, skipSuperseded)
			if a.framework != nil {
				dr.Framework = a.framework.name
			}
		}
	}
}

// withoutApp takes what there is: the packed folder, or a folder of sources.
func (d *discovery) withoutApp(dr *draft, packed *folder) {
	dr.packed, dr.appless = packed != nil, true
	dr.homeless = packed == nil || !holdsSources(packed)
	if packed == nil {
		for _, f := range d.alternatives(dr) {
			if f != nil && holdsSources(f) {
				packed = f
				break
			}
		}
	}
	// A project file above other mini programs, without sources of its own, does not
	// make a mini program of the whole repository.
	if packed != nil && holdsSources(packed) && (packed != dr.root || !d.holdsApps(dr.root)) {
		dr.sources = []*folder{packed}
	}
}

func (d *discovery) holdsApps(f *folder) bool {
	found := false
	f.each(func(g *folder) bool {
		found = found || d.apps[g] != nil
		return !found
	})
	return found
}

// pluginOf makes a mini program of its own of a plugin: it has its own allowlist
// (facts 1.3).
func (d *discovery) pluginOf(dr *draft) *draft {
	var plugin *draft
	for p, project := range dr.projects() {
		f := d.under(dr.root, project.Get(p.Project.Plugin).String())
		if plugin != nil || f == nil || !holdsSources(f) {
			continue
		}
		if f == dr.root {
			dr.Plugin = true
			continue
		}
		plugin = d.newDraft(f)
		plugin.sources, plugin.Plugin = []*folder{f}, true
		plugin.project = dr.project
		if a := d.appAt(f); a != nil {
			a.taken = true
		}
	}
	return plugin
}

// cleanRoot brings a folder of a project file into a path's form: "/dist\wx/" is
// "dist/wx".
func cleanRoot(value string) string {
	return path.Clean(strings.TrimLeft(strings.ReplaceAll(value, `\`, "/"), "/"))
}
