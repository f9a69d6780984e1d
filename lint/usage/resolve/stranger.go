package resolve

import (
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// strangers are the objects of platforms and of the language that a program has ready.
// What is read of them by a name is no member of the program's own objects that have one
// of that name: whatever the program puts into them leaks, and counts as used by that.
type strangers struct {
	own   map[string]bool // those that the program makes itself
	known map[strangeRead]int32
	reads []strangeRead // in the order in which they were met
}

// strangeRead is the read of a property, by the name of the object and the carrier of
// that of the property.
type strangeRead struct {
	object string
	name   int32
}

// readyMade are their names; those of the language are
// https://tc39.es/ecma262/#sec-global-object.
var readyMade = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, name := range append(platform.APIPrefixes(), strings.Fields("console Math JSON Object Array Promise Date Number String")...) {
		names[name] = true
	}
	return names
})

// global returns the carrier of a name that no scope of the program declares: what platforms
// and the language have by it is no member that an object of the program has by that.
func (s *strangers) global(r *references, name string) int32 {
	if !readyMade()[name] && !model.NativeMakers[name] {
		return r.name(name)
	}
	return s.read(r, strangeRead{name, r.name(name)})
}

// mayReplace notes that a member is assigned to that puts another object in the place of one
// that is ready, if what has it is the global object by any of its names.
func (s *strangers) mayReplace(to *ast.Expr) {
	if !readyMade()[to.Text] && !model.NativeMakers[to.Text] {
		return
	}
	if b := onlyDef(to.L); b == nil || b.Defs[0].Func != nil || b.Defs[0].Value == nil || b.Defs[0].Value.Kind != ast.Object && b.Defs[0].Value.Kind != ast.Function {
		s.own[to.Text] = true
	}
}

// member returns the carrier of what is read of a stranger by a name, or none.
func (s *strangers) member(r *references, m *Module, x *ast.Expr) int32 {
	object := strangerIn(r.sources, m, x.L)
	if object == "" {
		return none
	}
	return s.read(r, strangeRead{object, r.name(x.Text)})
}

func (s *strangers) read(r *references, read strangeRead) int32 {
	at, ok := s.known[read]
	if !ok {
		at = r.add(carrier{named: true})
		s.known[read] = at
		s.reads = append(s.reads, read)
	}
	return at
}

// settle lets what is read of objects be members of the program's own where a script
// declares or assigns their name, as adapters of games do.
func (s *strangers) settle(r *references, live *Live) {
	for _, m := range live.Modules {
		for _, b := range m.Tree.Scope.Declared() {
			if (readyMade()[b.Name] || model.NativeMakers[b.Name]) && !isAPIImport(r.sources, m, b) {
				s.own[b.Name] = true
			}
		}
	}
	for _, read := range s.reads {
		if s.own[read.object] {
			r.flow(read.name, flow{s.known[read], anyUse})
		}
	}
}

// strangerIn returns the name of the object that an expression stands for, or "": all
// texts and lists that are written out are one.
func strangerIn(sources *Sources, m *Module, x *ast.Expr) string {
	switch x.Kind {
	case ast.String, ast.Template, ast.Concat, ast.Array:
		return "a literal"
	case ast.Ident:
		if !readyMade()[x.Text] {
			return ""
		}
		if b := x.Binding(); b == nil || isAPIImport(sources, m, b) {
			return x.Text
		}
	}
	return ""
}

// isAPIImport reports whether a name is imported from a package that exports the API of
// platforms as one object, and that no module of the program stands for.
func isAPIImport(sources *Sources, m *Module, b *ast.Binding) bool {
	if len(b.Defs) != 1 || b.Defs[0].Name != "default" && b.Defs[0].Name != "*" {
		return false
	}
	from := b.Defs[0].From
	return (model.APIModules[from] != "" || platform.PrefixOfModule(from) != "") && sources.Load(m, from) == nil
}
