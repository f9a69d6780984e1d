package miniprogram

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

const (
	pnpmWorkspace = "pnpm-workspace.yaml"
	// maxCompared bounds how often folders are held against the globs of a workspace.
	maxCompared = 1 << 18
)

// workspace are the packages that the files in one folder name, by their names.
type workspace map[string]workspacePackage

type workspacePackage struct {
	folder string
	json   jsonc.Node
}

// wanted is what an import names: a package, and what is below it.
type wanted struct{ name, subpath string }

// leads are where an import may lead: files in a folder.
type leads struct {
	folder  string
	entries []string
}

// workspacePackage is the Package of a Project. Many files import the same.
func (i *importer) workspacePackage(name, subpath string) (folder string, entries []string) {
	if i.packages == nil {
		i.packages, i.asked = i.workspaces(), map[wanted]leads{}
	}
	found, known := i.asked[wanted{name, subpath}]
	if !known {
		found = i.leadsOf(name, subpath)
		i.asked[wanted{name, subpath}] = found
	}
	return found.folder, found.entries
}

func (i *importer) leadsOf(name, subpath string) leads {
	for _, w := range i.packages {
		if p, known := w[name]; known {
			return leads{p.folder, p.entries(subpath)}
		}
	}
	return leads{}
}

// workspaces finds the packages of every workspace that the mini program may be
// a part of: those of the folders from its own up to the repository's root
// (https://pnpm.io/workspaces, https://docs.npmjs.com/cli/using-npm/workspaces).
func (i *importer) workspaces() (all []workspace) {
	for _, home := range append(foldersBetween(i.repo, i.project.Root), i.project.Root) {
		all = append(all, i.known(home).workspace(home, func() workspace { return i.workspaceOf(home) }))
	}
	return all
}

// workspaceOf finds the packages that the files in a folder name.
func (i *importer) workspaceOf(home string) workspace {
	w := workspace{}
	i.addLinked(w, home)
	if globs := i.globsOf(home); len(globs) > 0 {
		i.addMatches(w, home, globs)
	}
	return w
}

// globsOf returns what the files in a folder say that the workspace's packages are.
func (i *importer) globsOf(home string) (globs []string) {
	pkg := i.manifest(home, packageFile)
	for _, list := range []jsonc.Node{pkg.Get("workspaces"), pkg.At("workspaces", "packages"), i.manifest(home, "lerna.json").Get("packages")} {
		list.Each(func(_, glob jsonc.Node) bool {
			globs = append(globs, glob.String())
			return true
		})
	}
	if mode, there := i.list(home).mode(pnpmWorkspace); there && mode.IsRegular() {
		if data, err := i.readFile(join(home, pnpmWorkspace), nil); err == nil {
			globs = append(globs, yamlList(string(data), "packages")...)
		}
	}
	return globs
}

// linkProtocols begin the version of a package that lies in a folder
// (https://yarnpkg.com/protocols).
var linkProtocols = []string{"link", "file", "portal", "workspace"}

// addLinked adds the packages that a package.json names by their folders:
// "link:../api", "file:../api", "workspace:../api".
func (i *importer) addLinked(w workspace, home string) {
	pkg := i.manifest(home, packageFile)
	for _, key := range []string{"dependencies", "devDependencies"} {
		pkg.Get(key).Each(func(name, version jsonc.Node) bool {
			protocol, folder, _ := strings.Cut(version.String(), ":")
			if slices.Contains(linkProtocols, protocol) && strings.HasPrefix(folder, ".") {
				folder = path.Join(home, folder)
				w.add(name.String(), folder, i.manifest(folder, packageFile))
			}
			return true
		})
	}
}

// addMatches adds the packages in the folders that a glob matches and none of those
// with a "!" does.
func (i *importer) addMatches(w workspace, home string, written []string) {
	left := maxCompared
	globs := newFolderGlobs(written)
	var visit func(folder string)
	visit = func(folder string) {
		if i.reasonOf(folder) != "" {
			return
		}
		rel := source.Relative(folder, home)
		if folder != home && matchesGlobs(globs, rel) {
			pkg := i.manifest(folder, packageFile)
			w.add(pkg.Get("name").String(), folder, pkg)
		}
		for _, sub := range i.folders(folder) {
			if left -= len(globs); left < 0 {
				return
			}
			if mayMatchBelow(globs, source.Relative(sub, home)) {
				visit(sub)
			}
		}
	}
	visit(home)
}

// folders returns the fs names of the folders in a folder, in order.
func (i *importer) folders(folder string) (names []string) {
	for _, name := range i.list(folder).names {
		if base, isFolder := strings.CutSuffix(name, "/"); isFolder {
			names = append(names, join(folder, base))
		}
	}
	slices.Sort(names)
	return names
}

// manifest reads a JSON file that a package manager reads; a Node that does not
// exist when there is none.
func (i *importer) manifest(folder, base string) jsonc.Node {
	if i.reasonOf(folder) != "" {
		return jsonc.Node{}
	}
	if mode, there := i.list(folder).mode(base); !there || !mode.IsRegular() {
		return jsonc.Node{}
	}
	name := join(folder, base)
	data, err := i.readFile(name, nil)
	if err != nil {
		return jsonc.Node{}
	}
	doc, _ := jsonc.Parse(source.NewFile(name, data))
	return doc.Root()
}

func (w workspace) add(name, folder string, json jsonc.Node) {
	if _, known := w[name]; !known && json.Exists() && name != "" {
		w[name] = workspacePackage{folder, json}
	}
}

// conditions of exports, in the order in which they lead to sources
// (https://nodejs.org/api/packages.html#conditional-exports).
var conditions = []string{"source", "development", "types", "import", "module", "browser", "require", "node", "default"}

// entries returns where an import of the package, or of what is below it, may lead,
// sources before what is built.
func (p workspacePackage) entries(subpath string) []string {
	exports := p.json.Get("exports")
	if subpath != "" {
		list := append(exported(exports.Get("./"+subpath)), matched(exports, subpath)...)
		return append(list, subpath, path.Join("src", subpath))
	}
	list := append(exported(exports.Get(".")), exported(exports)...)
	for _, key := range []string{"source", "module", "main"} {
		if entry := p.json.Get(key).String(); entry != "" {
			list = append(list, path.Clean(entry))
		}
	}
	return append(list, "src/index", "src/main", "index", "lib/index")
}

// matched returns the files of the patterns of exports that a subpath matches:
// "./features/*" (https://nodejs.org/api/packages.html#subpath-patterns).
func matched(exports jsonc.Node, subpath string) (files []string) {
	exports.Each(func(key, target jsonc.Node) bool {
		before, after, pattern := strings.Cut(strings.TrimPrefix(key.String(), "./"), "*")
		rest, begins := strings.CutPrefix(subpath, before)
		rest, ends := strings.CutSuffix(rest, after)
		if pattern && begins && ends {
			for _, file := range exported(target) {
				files = append(files, strings.ReplaceAll(file, "*", rest))
			}
		}
		return true
	})
	return files
}

// exported returns the files that a value of exports leads to.
func exported(n jsonc.Node) (files []string) {
	if file := n.String(); n.Kind() == jsonc.String && !strings.HasSuffix(file, ".d.ts") {
		return []string{path.Clean(file)}
	}
	for _, condition := range conditions {
		if n.Get(condition).Exists() {
			files = append(files, exported(n.Get(condition))...)
		}
	}
	return files
}

// yamlList returns the strings of a list at the top of a YAML document: one a line,
// or in brackets. Of YAML it knows what package managers write and their documents
// show.
func yamlList(text, key string) (items []string) {
	inside := false
	for line := range strings.SplitSeq(text, "\n") {
		line, _, _ = strings.Cut(line, " #")
		rest, isKey := strings.CutPrefix(line, key+":")
		trimmed := strings.TrimSpace(line)
		switch item, isItem := strings.CutPrefix(trimmed, "- "); {
		case isKey:
			inside = true
			items = append(items, flowItems(rest)...)
		case trimmed == "" || trimmed[0] == '#':
		case inside && isItem:
			items = append(items, unquoted(item))
		case line[0] != ' ' && line[0] != '\t' && line[0] != ']':
			inside = false
		case inside:
			items = append(items, flowItems(trimmed)...)
		}
	}
	return items
}

// flowItems returns the items of a line of a list in brackets.
func flowItems(line string) (items []string) {
	line = strings.Trim(strings.TrimSpace(line), "[]")
	for item := range strings.SplitSeq(line, ",") {
		if item = unquoted(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

func unquoted(item string) string { return strings.Trim(strings.TrimSpace(item), `"'`) }
