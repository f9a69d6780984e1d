package resolve

import (
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// Names finds the file that a name in an import means.
type Names struct {
	Project  *miniprogram.Project
	Files    map[string]*miniprogram.File
	Imported []*miniprogram.File // from outside the sources
	Roots    []string            // folders that "/" and "@/" mean
	aliases  []alias
	easycom  *easycom
	ends     []string          // in the order in which they are tried
	stems    map[string]bool   // of the files: all that stands before a dot in their base
	folders  map[string]folder // what is on disk
	noted    map[miniprogram.Unread]bool
}

func newNames(project *miniprogram.Project) *Names {
	files := len(project.Configs) + len(project.Files) + len(project.Build)
	n := &Names{
		Project: project, ends: extensionsFor(project), Files: make(map[string]*miniprogram.File, files), stems: make(map[string]bool, files), folders: map[string]folder{}, noted: map[miniprogram.Unread]bool{},
	}
	for _, row := range project.Unread { // of a template that was followed for another tenant
		n.noted[row] = true
	}
	for _, list := range [...][]*miniprogram.File{project.Configs, project.Files, project.Build} {
		for _, f := range list {
			n.Files[f.Name] = f
			n.addStems(f.Name)
		}
	}
	n.standIns()
	n.findRoots()
	n.findAliases()
	n.easycom = n.findEasycom()
	return n
}

// standIns notes which files are meant by the names without the word of a platform, as
// map.ali.mpx by map.mpx: on the project's only platform instead of what has that name,
// else where nothing has it (https://mpxjs.cn/guide/platform/, https://docs.taro.zone/docs/envs).
func (n *Names) standIns() {
	alone := len(n.Project.Platforms) == 1 && n.Project.Decided
	for _, f := range n.Project.Files {
		p := n.Project.Variant(f)
		if p == nil || !slices.Contains(n.Project.Platforms, p.ID) {
			continue
		}
		ext := path.Ext(f.Name)
		stem, ok := strings.CutSuffix(strings.TrimSuffix(f.Name, ext), "."+n.Project.Framework.Word(p))
		if ok && (alone || n.Files[stem+ext] == nil) {
			n.Files[stem+ext] = f
		}
	}
}

// addStems notes the names that a file may be meant by without what follows a dot.
func (n *Names) addStems(name string) {
	for i := len(name) - 1; i >= 0 && name[i] != '/'; i-- {
		if name[i] == '.' {
			n.stems[name[:i]] = true
		}
	}
}

// mayBe reports whether there is a file that begins with the name and a dot.
func (n *Names) mayBe(stem string) bool {
	return n.stems[stem] || n.on(path.Dir(stem)).mayHold(path.Base(stem))
}

// extensions are tried in turn when an import names none: the platforms' own
// order, with Taro's and mpx's platform suffixes first
// (https://docs.taro.zone/docs/envs).
var extensions = sync.OnceValue(func() []string {
	list := []string{"", ".ts", ".js", ".tsx", ".jsx", ".vue", ".mpx", ".wpy", ".nvue", ".uvue", ".uts", ".mjs", ".cjs", ".json"}
	list = append(list, platform.ScriptExtensions()...)
	list = append(list, platform.Variants()...)
	list = append(list, ".mp.js", ".mp.ts")
	list = append(list, "/index.ts", "/index.js", "/index.tsx", "/index.jsx", "/index.vue", "/index.uvue", "/index.uts", "/index.mpx", "/index.json")
	for _, variant := range platform.Variants() {
		list = append(list, "/index"+variant)
	}
	return list
})

// extensionsFor returns extensions in the order of a project: what is for its only
// platform comes before what is for all.
func extensionsFor(project *miniprogram.Project) []string {
	if len(project.Platforms) != 1 || !project.Decided || project.Framework == miniprogram.Native {
		return extensions()
	}
	var list []string
	for _, ext := range extensions() {
		if folder := strings.TrimSuffix(ext, ".ts"); ext == ".ts" || ext == "/index.ts" {
			for _, variant := range platform.ByID(project.Platforms[0]).Names.Variants {
				list = append(list, folder+variant)
			}
		}
		list = append(list, ext)
	}
	return list
}

// locate returns the name of the file that a path without or with an
// extension stands for.
func (n *Names) locate(name string) (string, bool) {
	name = path.Clean(name)
	if n.Files[name] != nil || n.stems[name] || n.stems[name+"/index"] {
		for _, ext := range n.ends {
			if f, ok := n.Files[name+ext]; ok {
				return ownName(f, name+ext), true
			}
		}
	}
	if i := strings.LastIndexByte(name, '.'); i > 0 && (strings.HasSuffix(name, ".js") || strings.HasSuffix(name, ".ts")) {
		if f, ok := n.Files[name[:i]+".ts"]; ok { // TypeScript's ".js" of a ".ts"
			return ownName(f, name[:i]+".ts"), true
		}
	}
	return "", false
}

// ownName is the name of a file itself, where it was found under another one.
func ownName(f *miniprogram.File, name string) string {
	if f == nil {
		return name
	}
	return f.Name
}

// Resolve returns the name of the file that an import means.
func (n *Names) Resolve(from, spec string) (string, bool) {
	if i := strings.IndexByte(spec, '?'); i > 0 {
		spec = spec[:i]
	}
	switch {
	case spec == "":
		return "", false
	case strings.HasPrefix(spec, "."):
		return n.find(path.Join(path.Dir(from), spec))
	case strings.HasPrefix(spec, "/"):
		if name, ok := n.below(spec); ok {
			return name, true
		}
		return n.beside(from, spec)
	}
	for _, at := range n.aliased(spec) {
		if name, ok := n.find(at); ok {
			return name, true
		}
	}
	if name, ok := n.installed(from, spec); ok {
		return name, true
	}
	if name, ok := n.workspace(spec); ok {
		return name, true
	}
	if c := spec[0]; c == '@' || c == '~' {
		if name, ok := n.below(strings.TrimLeft(spec, "@~")); ok {
			return name, true
		}
	}
	if name, ok := n.find(path.Join(path.Dir(from), spec)); ok && name != from { // the platforms take "utils/a" for "./utils/a"
		return name, true
	}
	name, ok := n.below(spec)
	return name, ok && name != from // axios.js imports the package of its own name
}

// aliased returns what the aliases make of an import.
func (n *Names) aliased(spec string) (names []string) {
	for _, a := range n.aliases {
		if rest, ok := a.match(spec); ok {
			for _, target := range a.targets {
				names = append(names, path.Join(target, rest))
			}
		}
	}
	return names
}

// workspace looks for a package of the same repository: its source is part of the
// build.
func (n *Names) workspace(spec string) (string, bool) {
	if n.Project.Package == nil {
		return "", false
	}
	name, subpath, _ := strings.Cut(spec, "/")
	if strings.HasPrefix(spec, "@") {
		var base string
		base, subpath, _ = strings.Cut(subpath, "/")
		name += "/" + base
	}
	folder, entries := n.Project.Package(name, subpath)
	for _, entry := range entries {
		if name, ok := n.find(path.Join(folder, entry)); ok {
			return name, true
		}
	}
	return "", false
}

// below looks for a path below the source folders.
func (n *Names) below(spec string) (string, bool) {
	for _, root := range n.Roots {
		if name, ok := n.locate(path.Join(root, spec)); ok {
			return name, true
		}
	}
	for _, root := range n.Project.Sources {
		if name, ok := n.leftOut(path.Join(root, spec)); ok {
			return name, true
		}
	}
	return "", false
}

// beside looks for what the script of a native mini program requires by a path that begins with
// a slash and is not there from the root: older runtimes join such a path to the folder of the
// module, like any other. What is refused at the root is not looked for elsewhere.
func (n *Names) beside(from, spec string) (string, bool) {
	if ext := path.Ext(from); n.Project.Framework != miniprogram.Native || ext != ".js" && ext != ".ts" {
		return "", false
	}
	if paths := n.definite(from, spec); len(paths) > 0 {
		if _, reason := n.why(paths, extensions()); reason != miniprogram.UnreadMissing {
			return "", false
		}
	}
	return n.find(path.Join(path.Dir(from), spec))
}

// packages is the folder that the developer tool builds packages to.
const packages = "miniprogram_npm"

// isPackaged reports whether a file lies in a folder of packages, which may be at the
// root of the file system.
func isPackaged(name string) bool { return strings.Contains("/"+name, "/"+packages+"/") }

// isRequireOfTool reports whether a call requires a parameter in what the developer tool puts
// around the modules of a package that it builds, which people copy to other folders: it is
// given the names that these modules require, which are imports of the file.
func isRequireOfTool(call *ast.Expr) bool {
	if call.List[0].Kind != ast.Ident {
		return false
	}
	b := call.List[0].Binding()
	return b != nil && len(b.Defs) == 1 && b.Defs[0].Func != nil && len(b.Defs[0].Path) == 0 &&
		!slices.ContainsFunc(model.ToolModules, func(name string) bool { return call.L.Scope.Lookup(name) == nil })
}

// installed looks for a package in the miniprogram_npm folders above a file.
// node_modules is never looked at: the verdict must not depend on an install.
func (n *Names) installed(from, spec string) (string, bool) {
	for dir := path.Dir(from); ; dir = path.Dir(dir) {
		at := path.Join(dir, packages, spec)
		if name, ok := n.locate(at); ok {
			return name, true
		}
		if n.on(dir).holds(packages) { // a link
			return n.leftOut(at)
		}
		if dir == "." || dir == "/" { // the mini program can be all that there is
			return "", false
		}
	}
}

// rootOf returns the source folder that a file lies in.
func (n *Names) rootOf(name string) string {
	for _, root := range n.Project.Sources {
		if strings.HasPrefix(name, root+"/") {
			return root
		}
	}
	return n.Project.Root
}
