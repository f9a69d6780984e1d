package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// The bounds of what is read once all work is done.
const (
	// maxPlain bounds how often that is in one program.
	maxPlain = 4_000_000
	// maxPlainDepth bounds through how many names: const a = {b: a.b}.
	maxPlainDepth = 16
)

// plainReads counts what is read once all work is done.
type plainReads struct{ count, depth int }

// enter begins to read one thing more; false where enough was read.
func (r *plainReads) enter() bool {
	if r.count >= maxPlain || r.depth >= maxPlainDepth {
		return false
	}
	r.count++
	r.depth++
	return true
}

func (r *plainReads) leave() { r.depth-- }

// unspent reads what stands there, for which nothing need be spent: a literal, an API of the
// platform, or a name or property that is declared as one of them. A library that uses up
// all work must not hide the calls that say what they contact.
type unspent struct{ e *Evaluator }

// of is what an expression says by itself.
func (p unspent) of(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if p.e.memo.stopped || !p.e.memo.plain.enter() {
		return nil
	}
	defer p.e.memo.plain.leave()
	switch x.Kind {
	case ast.String:
		return Values{Literal(x, m)}
	case ast.Template, ast.Concat:
		return p.e.evalJoined(x, m, f)
	case ast.Object:
		return Values{{Kind: Object, expr: x, mod: m, frame: f}}
	case ast.Ident:
		return p.name(x, m)
	case ast.Member:
		return p.e.props.property(p.of(x.L, m, f), x.Text)
	case ast.Call:
		if isRequire(x) {
			return p.e.exports.required(m, x.List[0].Text)
		}
	}
	return nil
}

func isRequire(x *ast.Expr) bool {
	return x.L.Kind == ast.Ident && x.L.Text == "require" && x.L.Scope.Lookup("require") == nil && len(x.List) == 1 && x.List[0].Kind == ast.String
}

// name is what a name is declared as that nothing else is given to.
func (p unspent) name(x *ast.Expr, m *resolve.Module) Values {
	b := x.Binding()
	switch {
	case b == nil && p.e.prefixes[x.Text]:
		return Values{{Kind: API, Path: p.e.paths.root(x.Text)}}
	case b == nil || len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 || b.Defs[0].Func != nil:
		return nil
	case b.Defs[0].From != "":
		return p.e.exports.importedName(m, b.Defs[0].From, b.Defs[0].Name)
	case b.Defs[0].Value != nil:
		return p.of(b.Defs[0].Value, m, nil)
	}
	return nil
}

// property is what a value says by itself of a property: which API it is, what is written
// in a literal, what a module exports.
func (p unspent) property(v *Value, name string) Values {
	if p.e.memo.stopped || !p.e.memo.plain.enter() {
		return nil
	}
	defer p.e.memo.plain.leave()
	switch {
	case v.Kind == API || v.Kind == Exports:
		return p.e.props.readKind(v, name)
	case v.Kind == Object && v.expr.Kind == ast.Object:
		for _, prop := range v.expr.Props() {
			if prop.Key == name && prop.Value != nil {
				return p.of(prop.Value, v.mod, v.frame)
			}
		}
	}
	return nil
}
