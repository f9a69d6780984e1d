package miniprogram

import (
	"path"
	"slices"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// draft is a mini program on its way to a Project.
type draft struct {
	*Project
	root      *folder
	sources   []*folder
	framework *framework             // nil: native
	project   map[string]jsonc.Node  // the project files, by name
	packed    bool                   // the sources are what the project file says is packed
	appless   bool                   // only a project file was found
	homeless  bool                   // and nothing that it says is packed
	out       map[*folder]message.ID // folders that do not ship, with the reason
	pack      pack
	extra     []*folder     // more folders that hold project files
	also      []platform.ID // what a framework's project is for as well, with Hold.Platforms
}

// discovery looks for mini programs in the tree.
type discovery struct {
	*folderTree
	*jsonFiles
	hints  []RootHint       // what the config says of mini programs
	begins map[*folder]bool // where mini programs begin, for any platform
	apps   map[*folder]*app
	rooted map[*folder]*draft // the first mini program of each root
	drafts []*draft
}

// partFolders hold packages and plugins that ship (real-projects.md,
// https://uniapp.dcloud.net.cn/plugin/uni_modules.html); a mini program in one is
// somebody's example.
var partFolders = []string{"miniprogram_npm", "uni_modules"}

// discover finds every mini program of the tree, in path order of the roots, and the
// folders where mini programs for any platform begin.
func discover(t *folderTree, files *jsonFiles, hints []RootHint) (drafts []*draft, begins map[*folder]bool) {
	d := &discovery{
		folderTree: t, jsonFiles: files, hints: hints, begins: map[*folder]bool{},
		apps: map[*folder]*app{}, rooted: map[*folder]*draft{},
	}
	d.searched(func(f *folder) {
		d.appAt(f)
		if reason := platform.UnjudgedBy(f.has); reason != "" {
			d.notes.skip(f.name, reason)
		}
	})
	d.searched(func(f *folder) {
		if f.marks&markProject != 0 {
			d.fromProjectFile(f)
		}
	})
	d.searched(func(f *folder) {
		switch a := d.apps[f]; {
		case a == nil || a.taken:
		case d.isCopied(a):
			d.apps[f] = nil
		default:
			d.fromApp(a)
		}
	})
	d.mergeStrays()
	d.fromHints()
	for _, dr := range d.drafts {
		for _, f := range append([]*folder{dr.root}, dr.sources...) {
			d.begins[f] = true
		}
	}
	d.drafts = slices.DeleteFunc(d.drafts, func(dr *draft) bool { return !d.settle(dr) })
	slices.SortStableFunc(d.drafts, func(a, b *draft) int { return comparePaths(a.Root, b.Root) })
	return d.drafts, d.begins
}

// isCopied reports whether a plugin's folder is but a part of the mini program around it,
// whose project file names no such plugin: its components were copied.
func (d *discovery) isCopied(a *app) bool {
	if !a.plugin {
		return false
	}
	for up := a.folder.up; up != nil; up = up.up {
		if around := d.apps[up]; around != nil {
			return around.taken && !around.plugin
		}
	}
	return false
}

// searched visits the folders that mini programs are looked for in.
func (d *discovery) searched(visit func(*folder)) {
	d.top.each(func(f *folder) bool {
		base := path.Base(f.name)
		if d.ctx.Err() != nil || f != d.top && (slices.Contains(partFolders, base) || platform.ToolOf(base) != nil || isTestFolder(base)) {
			return false
		}
		visit(f)
		return true
	})
}

// newDraft starts a mini program whose root is the folder.
func (d *discovery) newDraft(root *folder) *draft {
	dr := &draft{
		Project: &Project{Root: root.name, Framework: Native}, root: root,
		project: map[string]jsonc.Node{}, out: map[*folder]message.ID{},
	}
	d.drafts = append(d.drafts, dr)
	if d.rooted[root] == nil {
		d.rooted[root] = dr
	}
	return dr
}

// drop takes a mini program back.
func (d *discovery) drop(dr *draft) {
	d.drafts = slices.DeleteFunc(d.drafts, func(other *draft) bool { return other == dr })
	if d.rooted[dr.root] == dr {
		delete(d.rooted, dr.root)
	}
}

// use makes the app's folder the sources of the mini program.
func (dr *draft) use(a *app) {
	a.taken = true
	dr.sources = []*folder{a.folder}
	dr.Plugin, dr.Game = dr.Plugin || a.plugin, a.game
	if a.framework != nil {
		dr.framework, dr.Framework = a.framework, a.framework.name
	}
}

// fromApp makes a mini program of an app that no project file speaks of.
func (d *discovery) fromApp(a *app) {
	root := a.home
	if d.rooted[root] != nil {
		root = a.folder
	}
	d.newDraft(root).use(a)
}

// mergeStrays removes project files without an app that are part of another mini
// program. In its sources they are leftovers, of a component for instance. Away
// from the sources, as in mpx's static/wx, weapp-vite's config/weapp and remax's
// public, they are the project files of the mini program around them.
func (d *discovery) mergeStrays() {
	sources, homes := d.byFolder()
	for _, dr := range slices.Clone(d.drafts) {
		around := above(dr.root, homes)
		if dr.homeless && around == nil {
			around = d.builderOf(dr, homes)
		}
		switch {
		case dr.appless && above(dr.root, sources) != nil:
			d.drop(dr)
		case !dr.homeless || around == nil:
		case isOtherFolder(path.Base(dr.Root)):
			d.notes.skip(dr.Root, skipPlatform)
			d.drop(dr)
		default:
			around.adopt(dr)
			d.drop(dr)
		}
	}
}

// builderOf returns the mini program in whose package the folder lies that a project
// file says is packed: a tool writes it there; nil if there is none.
func (d *discovery) builderOf(dr *draft, homes map[*folder]*draft) *draft {
	for p, project := range dr.projects() {
		value := project.Get(p.Project.Packed).String()
		if value == "" {
			continue
		}
		packed := path.Join(dr.Root, cleanRoot(value))
		for home, builder := range homes {
			if home != dr.root && home.isWithin(dr.root) && source.Within(packed, home.name) {
				return builder
			}
		}
	}
	return nil
}

// byFolder returns the mini programs with an app by the folder of their sources,
// and by that of the package that builds them, when it is another.
func (d *discovery) byFolder() (sources, homes map[*folder]*draft) {
	sources, homes = map[*folder]*draft{}, map[*folder]*draft{}
	for _, dr := range d.drafts {
		if dr.appless {
			continue
		}
		for _, f := range dr.sources {
			sources[f] = dr
			if home := packageHome(f); home != f && !dr.Plugin && homes[home] == nil {
				homes[home] = dr
			}
		}
	}
	return sources, homes
}

// above returns what is known of the nearest folder above f, or nil.
func above(f *folder, known map[*folder]*draft) *draft {
	for f = f.up; f != nil; f = f.up {
		if dr := known[f]; dr != nil {
			return dr
		}
	}
	return nil
}

// adopt takes over the project files of another draft.
func (dr *draft) adopt(stray *draft) {
	dr.extra = append(dr.extra, stray.root)
	for name, node := range stray.project {
		if !dr.project[name].Exists() {
			dr.project[name] = node
		}
	}
}

// isOtherFolder reports whether tools give the name to the folder of a platform that
// projects are not assumed to be for.
func isOtherFolder(base string) bool {
	return slices.ContainsFunc(platform.Known(), func(p *platform.Platform) bool {
		return !p.Assumed && slices.Contains(p.Names.Folders, base)
	})
}

// fromHints applies what the config says: it names mini programs by their root, or
// by the folder of their sources, and adds those that were not found.
func (d *discovery) fromHints() {
	said := map[*draft]bool{}
	for _, h := range d.hints {
		f := d.folderAt(h.Root)
		if f == nil {
			continue
		}
		dr := d.at(f)
		if dr == nil {
			dr = d.newDraft(f)
			dr.sources, dr.appless = []*folder{f}, true
		}
		if h.AppID != "" {
			dr.AppID = h.AppID
		}
		if d.hold.Platforms {
			dr.also = append(dr.also, h.Platforms...)
			continue
		}
		for _, id := range h.Platforms {
			if !said[dr] {
				dr.Platforms = nil
			}
			said[dr], dr.Decided = true, true
			if !slices.Contains(dr.Platforms, id) {
				dr.Platforms = append(dr.Platforms, id)
			}
		}
	}
}

// at returns the mini program that the folder stands for: by its root, its sources,
// its package, or as the only one in it.
func (d *discovery) at(f *folder) *draft {
	if dr := d.rooted[f]; dr != nil {
		return dr
	}
	var below []*draft
	for _, dr := range d.drafts {
		if slices.Contains(dr.sources, f) {
			return dr
		}
		if dr.root.isWithin(f) {
			below = append(below, dr)
		}
	}
	if len(below) == 1 {
		return below[0]
	}
	return nil
}
