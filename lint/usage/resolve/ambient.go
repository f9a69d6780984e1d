package resolve

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// ambient are the names that a build imports into every module that uses them:
// unplugin-auto-import takes them from its options and from the exports of whole folders
// (https://github.com/unplugin/unplugin-auto-import#configuration).
type ambient struct {
	s *Sources
	// listed are the modules whose names are written out, folders those whose files'
	// exports are meant.
	listed    []ambientList
	folders   []ambientFolder
	templates bool // templates use them too
	names     map[string]ambientName
	found     bool // names are complete
}

// ambientList is a module with the names that are imported from it.
type ambientList struct {
	from  string // the build's script
	spec  string
	names []*ast.Expr
}

// ambientFolder is a folder on the disk.
type ambientFolder struct {
	name string
	deep bool
}

// ambientName is what a name is imported as.
type ambientName struct{ module, export string }

// maxAmbient bounds the modules whose exports are looked at, and the re-exports that
// are followed.
const maxAmbient = 2000

// options notes what a call of the plugin says in a build's script.
func (a *ambient) options(m *Module, x *ast.Expr, paths *build) {
	if x.Kind != ast.Call || len(x.List) == 0 || !isFromPackage(x.L, model.AutoImporter) {
		return
	}
	for i := range x.List[0].Props() {
		switch p := &x.List[0].Props()[i]; {
		case p.Value == nil:
		case p.Key == "dirs":
			for _, dir := range p.Value.List {
				a.folder(m, dir, paths)
			}
		case p.Key == "imports":
			for _, list := range append([]*ast.Expr{p.Value}, p.Value.List...) {
				a.list(m, list)
			}
		case p.Key == "vueTemplate":
			a.templates = p.Value.Text == "true" || p.Value.Kind == ast.Not
		}
	}
}

// isFromPackage reports whether a name is imported from a package, or from below it.
func isFromPackage(x *ast.Expr, name string) bool {
	from := ""
	if x.Kind == ast.Ident {
		b := x.Binding()
		if b == nil || len(b.Defs) != 1 {
			return false
		}
		if from = b.Defs[0].From; from == "" && b.Defs[0].Value != nil {
			x = b.Defs[0].Value
		}
	}
	for x.Kind == ast.Member {
		x = x.L
	}
	if x.Kind == ast.Call && ast.NameOf(x.L) == "require" && len(x.List) == 1 {
		from = x.List[0].Text
	}
	return from == name || strings.HasPrefix(from, name+"/")
}

// folder notes one of dirs: "src/api", "src/hooks/**" with all below it, {glob: "src/api"}.
func (a *ambient) folder(m *Module, x *ast.Expr, paths *build) {
	if glob := valueAt(x, "glob"); glob != nil {
		x = glob
	}
	if x.Kind == ast.String && strings.HasPrefix(x.Text, "!") {
		return
	}
	name, ok := paths.pathOf(m, x, 0)
	if !ok {
		return
	}
	base, rest, wild := strings.Cut(name, "*")
	if wild && !strings.HasSuffix(base, "/") {
		base = path.Dir(base)
	}
	a.folders = append(a.folders, ambientFolder{strings.TrimSuffix(base, "/"), strings.HasPrefix(rest, "*")})
}

// list notes {"@/api": ["get", ["default", "http"]]} and {from: "@/api", imports: ["get"]}.
func (a *ambient) list(m *Module, x *ast.Expr) {
	if from, names := valueAt(x, "from"), valueAt(x, "imports"); from != nil && names != nil {
		a.listed = append(a.listed, ambientList{m.Name, from.Text, names.List})
		return
	}
	for i := range x.Props() {
		if p := &x.Props()[i]; p.Key != "" && p.Value != nil && p.Value.Kind == ast.Array {
			a.listed = append(a.listed, ambientList{m.Name, p.Key, p.Value.List})
		}
	}
}

// find fills the table of names. The modules that are looked at for it are read again
// when they are asked for: only then they are a part of the program.
func (a *ambient) find() {
	a.found, a.names = true, map[string]ambientName{}
	for _, l := range a.listed {
		if target, ok := a.s.names.Resolve(l.from, l.spec); ok {
			for _, x := range l.names {
				a.add(target, x)
			}
		}
	}
	looked := 0
	for _, f := range a.s.names.Project.Files {
		if f.Kind == miniprogram.Script && f.Bytes != nil && a.holds(f.Name) && looked < maxAmbient && !a.s.Stopped() {
			looked++
			a.exports(f, f.Name, map[string]bool{})
		}
	}
}

// add notes a name that is written out: "a", or ["a", "b"] for one by another name.
func (a *ambient) add(target string, x *ast.Expr) {
	switch {
	case x.Kind == ast.String:
		a.names[x.Text] = ambientName{target, x.Text}
	case x.Kind == ast.Array && len(x.List) == 2:
		a.names[x.List[1].Text] = ambientName{target, x.List[0].Text}
	}
}

func (a *ambient) holds(name string) bool {
	return slices.ContainsFunc(a.folders, func(f ambientFolder) bool {
		return path.Dir(name) == f.name || f.deep && strings.HasPrefix(name, f.name+"/")
	})
}

// exports notes what a file exports, for the module that hands it on.
func (a *ambient) exports(f *miniprogram.File, module string, seen map[string]bool) {
	if seen[f.Name] || len(seen) > maxAmbient {
		return
	}
	seen[f.Name] = true
	m := a.s.readModule(f)
	if m == nil {
		return
	}
	for i := range m.Tree.Exports {
		switch e := &m.Tree.Exports[i]; {
		case e.As == "default" && f.Name == module:
			a.names[defaultName(module)] = ambientName{module, "default"}
		case e.As == "" && e.Name == "*":
			if name, ok := a.s.names.Resolve(f.Name, e.From); ok {
				if target := a.s.names.Files[name]; target != nil && target.Bytes != nil {
					a.exports(target, module, seen)
				}
			}
		case e.As != "" && e.As != "*" && e.As != "default":
			a.names[e.As] = ambientName{module, e.As}
		}
	}
}

// defaultName is the name of what a file exports by default: that of the file, of an
// index that of its folder, in camel case.
func defaultName(module string) string {
	stem := stemOf(module)
	if stem == "index" {
		stem = path.Base(path.Dir(module))
	}
	var b strings.Builder
	upper := false
	for _, c := range stem {
		switch {
		case !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '$':
			upper = b.Len() > 0
		case upper:
			b.WriteRune(unicode.ToUpper(c))
			upper = false
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// declare declares the names that a module uses and does not declare itself.
func (a *ambient) declare(m *Module, f *miniprogram.File) {
	if len(a.folders) == 0 && len(a.listed) == 0 || m.Tree.Scope == nil {
		return
	}
	if !a.found {
		a.find()
	}
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		switch {
		case x.Kind == ast.Ident && x.Binding() == nil:
			a.declareName(m, x.Text)
		case x.Kind == ast.Element:
			name, _, _ := strings.Cut(x.Text, ".")
			if x.Scope.Lookup(name) == nil {
				a.declareName(m, name)
			}
		}
	})
	if a.templates && f.Kind == miniprogram.Component {
		for _, b := range a.s.Blocks(f, f.Bytes) {
			if b.Kind == markup.Template {
				a.inTemplate(m, f.Bytes[b.Start:b.End])
			}
		}
	}
}

// inTemplate declares the names that a template calls, or has as the value of an
// attribute.
func (a *ambient) inTemplate(m *Module, src []byte) {
	for start := 0; start < len(src); start++ {
		end := start
		for end < len(src) && isWord(src[end]) {
			end++
		}
		if end == start || end == len(src) {
			continue
		}
		called := src[end] == '(' && (start == 0 || src[start-1] != '.')
		if whole := start > 1 && src[end] == '"' && src[start-1] == '"' && src[start-2] == '='; called || whole {
			if name := string(src[start:end]); m.Tree.Scope.Own(name) == nil {
				a.declareName(m, name)
			}
		}
		start = end
	}
}

func (a *ambient) declareName(m *Module, name string) {
	of, ok := a.names[name]
	if !ok || of.module == m.Name {
		return
	}
	spec := relative(path.Dir(m.Name), of.module)
	b := &ast.Binding{Name: name, Scope: m.Tree.Scope, Defs: []ast.Def{{From: spec, Name: of.export}}}
	m.Tree.Scope.Declare(b)
	m.Tree.Bindings = append(m.Tree.Bindings, b)
	m.Tree.Imports = append(m.Tree.Imports, ast.Import{From: spec})
}

// relative is how a module in a folder names a file.
func relative(folder, name string) string {
	up := "./"
	for folder != "." && folder != "/" && !strings.HasPrefix(name, folder+"/") {
		if folder = path.Dir(folder); up == "./" {
			up = ""
		}
		up += "../"
	}
	if folder != "." && folder != "/" {
		name = name[len(folder)+1:]
	}
	return up + name
}
