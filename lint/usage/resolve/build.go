package resolve

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// build is what the scripts that configure a framework's build say of names.
type build struct {
	s        *Sources
	aliases  []alias
	prefixes []string // of the variables that sources see, where the build says so
	unknown  bool     // it says so, but not by a constant
	copied   []copied
	ambient  *ambient
	defined  defined
	given    map[*ast.Binding]*ast.Expr // what the parameters of the functions being called get
}

// readBuild reads the aliases of the build, which come before the usual ones, the
// prefixes of its variables and the folder of its .env files.
func (s *Sources) readBuild() {
	b := &build{s: s, defined: newDefined(), ambient: &ambient{s: s}, given: map[*ast.Binding]*ast.Expr{}}
	for _, f := range s.names.Project.Build {
		if f.Kind != miniprogram.Script || f.Bytes == nil {
			continue
		}
		if m := s.Module(f.Name); m != nil {
			b.module(m)
		}
	}
	s.names.aliases = append(b.aliases, s.names.aliases...)
	s.build = b
}

// Shows reports whether import.meta.env has a variable. Each build tool has prefixes of
// its own (https://vite.dev/config/shared-options#envprefix): a name that sources read
// and a .env file has is shown unless the build names other prefixes, or it is one that
// the tool defines.
func (s *Sources) Shows(variable string) bool {
	b := s.build
	if model.ToolVariables[variable] {
		return false
	}
	return b.unknown || len(b.prefixes) == 0 || slices.ContainsFunc(b.prefixes, func(p string) bool { return strings.HasPrefix(variable, p) })
}

func (b *build) module(m *Module) {
	b.defined.read(m, b.s.names.Project.Framework)
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		for i := range x.Props() {
			if prop := &x.Props()[i]; prop.Value != nil {
				b.setting(m, prop.Key, prop.Value)
			}
		}
		b.ambient.options(m, x, b)
		// webpack-chain: config.resolve.alias.set("@", path)
		if x.Kind == ast.Call && len(x.List) == 2 && ast.NameOf(x.L) == "set" && x.L.L != nil && ast.NameOf(x.L.L) == "alias" {
			b.alias(m, x.List[0].Text, x.List[1])
		}
	})
}

// setting takes a property of the configuration
// (https://vite.dev/config/shared-options, https://docs.taro.zone/docs/config-detail).
func (b *build) setting(m *Module, key string, value *ast.Expr) {
	switch key {
	case "alias":
		b.aliasTable(m, value)
	case "envPrefix":
		b.prefix(value)
	case "patterns":
		b.copies(m, value)
	case "envDir":
		if folder, ok := b.pathOf(m, value, 0); ok {
			b.s.readDotenv(folder)
		}
	}
}

// aliasTable reads {name: path} and [{find: name, replacement: path}].
func (b *build) aliasTable(m *Module, x *ast.Expr) {
	for _, prop := range x.Props() {
		if prop.Value != nil && prop.Key != "" {
			b.alias(m, prop.Key, prop.Value)
		}
	}
	for _, item := range x.List {
		find, replacement := valueAt(item, "find"), valueAt(item, "replacement")
		if find != nil && find.Kind == ast.String && replacement != nil {
			b.alias(m, find.Text, replacement)
		}
	}
}

func valueAt(object *ast.Expr, key string) *ast.Expr {
	for i := range object.Props() {
		if object.Props()[i].Key == key {
			return object.Props()[i].Value
		}
	}
	return nil
}

// alias adds the alias for the name itself and for what is below it.
func (b *build) alias(m *Module, name string, x *ast.Expr) {
	target, ok := b.pathOf(m, x, 0)
	if !ok || name == "" {
		return
	}
	name, exact := strings.CutSuffix(name, "$")
	b.aliases = append(b.aliases, alias{pattern: name, exact: true, targets: []string{target}})
	if !exact {
		b.aliases = append(b.aliases, alias{pattern: strings.TrimSuffix(name, "/") + "/", targets: []string{target}})
	}
}

func (b *build) prefix(x *ast.Expr) {
	switch x.Kind {
	case ast.String:
		b.prefixes = append(b.prefixes, x.Text)
	case ast.Array:
		for _, item := range x.List {
			b.prefix(item)
		}
	default:
		b.unknown = true
	}
}

// maxPathDepth bounds how deep the expression of a path is followed.
const maxPathDepth = 8

// pathOf returns the fs name of the path that an expression of a build's script
// gives: a string, __dirname, process.cwd(), and what functions such as path.resolve,
// new URL and fileURLToPath make of those.
func (b *build) pathOf(m *Module, x *ast.Expr, depth int) (name string, ok bool) {
	if depth > maxPathDepth {
		return "", false
	}
	dir := path.Dir(m.Name)
	switch x.Kind {
	case ast.String:
		return path.Join(dir, x.Text), x.Text != "" && !strings.Contains(x.Text, "://")
	case ast.Ident:
		if x.Text == "__dirname" {
			return dir, true
		}
		if def := b.onlyValue(x); def != nil {
			return b.pathOf(m, def, depth+1)
		}
	case ast.Call, ast.New:
		if ast.NameOf(x.L) == "cwd" {
			return b.s.names.Project.Root, true
		}
		if fn := b.calls(x); fn != nil {
			return b.pathOf(m, fn.Returns[0], depth+1)
		}
		return b.joined(m, x.List, dir, depth)
	case ast.Template, ast.Concat:
		return b.joined(m, x.List, dir, depth)
	}
	return "", false
}

// joined returns the path that parts make: strings add to what the first of the others
// gives.
func (b *build) joined(m *Module, parts []*ast.Expr, at string, depth int) (name string, ok bool) {
	for _, part := range parts {
		if part.Kind == ast.Logical { // dir || ""
			part = part.L
		}
		if part.Kind == ast.Ident && b.given[part.Binding()] != nil {
			part = b.onlyValue(part)
		}
		switch {
		case part.Kind == ast.String:
			at, ok = path.Join(at, part.Text), true
		default:
			if found, known := b.pathOf(m, part, depth+1); known {
				at, ok = found, true
			}
		}
	}
	return at, ok
}

// calls returns the function of the script that an expression calls, if it does nothing but
// return a value: function resolve(dir) { return path.join(__dirname, "..", dir) }. Its
// parameters are given the arguments.
func (b *build) calls(x *ast.Expr) *ast.Func {
	if x.L == nil || x.L.Kind != ast.Ident {
		return nil
	}
	def := b.onlyValue(x.L)
	if def == nil || def.Kind != ast.Function || len(def.Func().Returns) != 1 {
		return nil
	}
	for i, p := range def.Func().Params {
		switch {
		case p.Binding == nil:
		case i < len(x.List):
			b.given[p.Binding] = x.List[i]
		default:
			delete(b.given, p.Binding) // of another call
		}
	}
	return def.Func()
}

// onlyValue returns what a name is declared with or given, nil unless that is one
// expression.
func (b *build) onlyValue(x *ast.Expr) *ast.Expr {
	binding := x.Binding()
	if given := b.given[binding]; given != nil {
		return given
	}
	if binding != nil && len(binding.Defs) == 1 && len(binding.Defs[0].Path) == 0 {
		return binding.Defs[0].Value
	}
	return nil
}

// readDotenv reads the .env files of a folder that the build names.
func (s *Sources) readDotenv(folder string) {
	if s.names.Project.List == nil {
		return
	}
	for _, base := range s.names.Project.List(folder) {
		if strings.HasPrefix(base, ".env") {
			s.names.File(path.Join(folder, base))
		}
	}
}
