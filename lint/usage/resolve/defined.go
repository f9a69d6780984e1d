package resolve

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// defined are the names that every build puts a value in place of: typeof says "undefined"
// of none of them. A configuration that chooses between several, or a value that may be
// undefined itself, defines nothing for sure.
type defined struct {
	names, doubtful map[string]bool
	scripts         int // that the framework may read
}

func newDefined() defined { return defined{names: map[string]bool{}, doubtful: map[string]bool{}} }

// read takes what one script of the build defines. Others than the one that the framework
// reads itself may be for one mode of the build: they only cast doubt.
func (d *defined) read(m *Module, framework miniprogram.Framework) {
	if strings.Contains(m.Tree.Source, "delete") {
		maps.Copy(d.doubtful, model.ConstantGroups)
	}
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		switch {
		case x.Kind != ast.Assign:
		case x.L.Kind == ast.Member:
			d.doubtful[x.L.Text] = true
		case x.L.Kind == ast.Index: // who knows which
			maps.Copy(d.doubtful, model.ConstantGroups)
		}
		for i := range x.Props() {
			if p := &x.Props()[i]; p.Value != nil && !isDefinite(constantOf(p.Value), 0) {
				d.doubtful[p.Key] = true
			}
		}
	})
	if framework == miniprogram.Taro && path.Base(path.Dir(m.Name)) == "config" && strings.TrimSuffix(path.Base(m.Name), path.Ext(m.Name)) == "index" {
		d.scripts++
		if x := onlyExport(m); x != nil {
			maps.Copy(d.names, definedBy(x, 0))
		}
	}
}

// has reports whether a name has a value in every build.
func (d *defined) has(name string) bool {
	for group := range model.ConstantGroups {
		if d.doubtful[group] {
			return false
		}
	}
	return d.scripts == 1 && d.names[name] && !d.doubtful[name]
}

// mayAsk reports whether a source asks whether such a name is defined.
func (d *defined) mayAsk(src []byte) bool {
	if len(d.names) == 0 || !bytes.Contains(src, []byte("typeof")) {
		return false
	}
	for name := range d.names {
		if bytes.Contains(src, []byte(name)) {
			return true
		}
	}
	return false
}

// asks reports whether an expression is typeof with such a name, which no scope declares.
// What other operators give is no text, so that it never is "undefined", either.
func (d *defined) asks(x *ast.Expr) bool {
	if x.Kind != ast.Unknown || len(x.List) != 1 || x.List[0] == nil || x.List[0].Start <= x.Start {
		return false
	}
	of := x.List[0]
	return of.Kind == ast.Ident && of.Scope.Lookup(of.Text) == nil && d.has(of.Text)
}

// onlyExport returns what a script exports as its only value; nil if there are several.
func onlyExport(m *Module) (found *ast.Expr) {
	n := 0
	for i := range m.Tree.Exports {
		e := &m.Tree.Exports[i]
		if e.As == "default" {
			found = e.Value
			if b := m.Tree.Scope.Own(e.Local); e.Local != "" && b != nil && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 {
				found = b.Defs[0].Value
			}
			n++
		}
	}
	for _, x := range m.Tree.Assigns {
		if x.L.Kind == ast.Member && x.L.Text == "exports" && x.L.L.Kind == ast.Ident && x.L.L.Text == "module" {
			found = x.R
			n++
		}
	}
	if n != 1 {
		return nil
	}
	return found
}

// definedBy returns the names that a configuration defines whatever it is asked for.
func definedBy(x *ast.Expr, depth int) map[string]bool {
	if depth > maxPathDepth || x == nil {
		return nil
	}
	names := map[string]bool{}
	switch x.Kind {
	case ast.Object:
		for i := range x.Props() {
			switch p := &x.Props()[i]; {
			case p.Value == nil:
			case p.Spread:
				names = replacedBy(p.Value, names, depth)
			case model.ConstantGroups[p.Key]:
				names = definiteIn(constantOf(p.Value))
			}
		}
	case ast.Ident:
		if value := constant(x); value != nil {
			return definedBy(value, depth+1)
		}
	case ast.Call:
		return definedByCall(x, depth)
	case ast.Function:
		return definedByAll(x.Func().Returns, depth)
	}
	return names
}

// replacedBy returns the names that are defined where an object takes over what a
// configuration has, tables as a whole: only one that is seen to have none leaves them.
func replacedBy(x *ast.Expr, names map[string]bool, depth int) map[string]bool {
	x = constantOf(x)
	hasNone := func(p ast.Prop) bool { return !p.Spread && p.Key != "" && !model.ConstantGroups[p.Key] }
	if x.Kind == ast.Object && !slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return !hasNone(p) }) {
		return names
	}
	return maps.Clone(definedBy(x, depth+1))
}

// definedByCall returns the names that a call defines which puts configurations together:
// merge(…) adds to tables, which Object.assign(…) replaces.
func definedByCall(x *ast.Expr, depth int) map[string]bool {
	names := map[string]bool{}
	for _, arg := range x.List {
		switch name := ast.NameOf(x.L); {
		case name == "assign":
			names = replacedBy(arg, names, depth)
		case name == model.ConfigDefiner, name == "merge" && (x.L.Kind != ast.Ident || declaredFunction(x.L) == nil):
			maps.Copy(names, definedBy(arg, depth+1))
		}
	}
	return names
}

// definedByAll returns the names that all of some configurations define.
func definedByAll(list []*ast.Expr, depth int) (names map[string]bool) {
	for i, x := range list {
		by := definedBy(x, depth+1)
		if i == 0 {
			names = by
		}
		maps.DeleteFunc(names, func(name string, _ bool) bool { return !by[name] })
	}
	return names
}

// constantOf returns what a name stands for, or the expression itself.
func constantOf(x *ast.Expr) *ast.Expr {
	if x.Kind == ast.Ident {
		if value := constant(x); value != nil {
			return value
		}
	}
	return x
}

// definiteIn returns the names that a table gives a value.
func definiteIn(x *ast.Expr) map[string]bool {
	names := map[string]bool{}
	for i := range x.Props() {
		if p := &x.Props()[i]; x.Kind == ast.Object && p.Key != "" && !p.Spread && p.Value != nil && isDefinite(p.Value, 0) {
			names[p.Key] = true
		}
	}
	return names
}

// isDefinite reports whether the source text that a value is put in as is never undefined:
// '"a"', or JSON.stringify(process.env.A || 'a').
func isDefinite(x *ast.Expr, depth int) bool {
	switch {
	case depth > maxPathDepth:
	case x.Kind == ast.String:
		return strings.HasPrefix(x.Text, `"`) || strings.HasPrefix(x.Text, "'")
	case x.Kind == ast.Object, x.Kind == ast.Number: // a table is no value of its own
		return true
	case x.Kind == ast.Call:
		return ast.NameOf(x.L) == "stringify" && len(x.List) > 0 && isText(x.List[0], depth+1)
	case x.Kind == ast.Cond:
		return isDefinite(x.R, depth+1) && isDefinite(x.C(), depth+1)
	}
	return false
}

// isText reports whether a value is one that JSON has.
func isText(x *ast.Expr, depth int) bool {
	switch x.Kind {
	case ast.String, ast.Template, ast.Concat, ast.Number:
		return true
	case ast.Logical:
		return depth <= maxPathDepth && x.Op != lexer.And && isText(x.R, depth+1)
	case ast.Cond:
		return depth <= maxPathDepth && isText(x.R, depth+1) && isText(x.C(), depth+1)
	}
	return false
}
