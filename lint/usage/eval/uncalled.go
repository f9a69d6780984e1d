package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// namesakes are the methods that share their names with others.
type namesakes struct{ d *decider }

// uncalled adds the functions whose calls are all seen, and surely call others that are
// named alike: config.url() in a bundle that has a config of its own.
func (n namesakes) uncalled(untaken map[*resolve.Module][]resolve.Stretch) {
	for _, m := range n.d.live.Modules {
		for _, f := range n.d.live.Namesakes(m) {
			if n.d.e.memo.stopped {
				return
			}
			if n.isUncalled(f.Func) {
				untaken[m] = append(untaken[m], f.Stretch)
			}
		}
	}
}

func (n namesakes) isUncalled(fn *ast.Func) bool {
	calls, all := n.d.live.Callers(fn)
	if !all {
		return false
	}
	for _, call := range calls {
		if !n.hasOwner(call) || !n.d.callsOther(call, fn) {
			return false
		}
	}
	return true
}

// hasOwner reports whether a call is of a property of one object, which a name always
// stands for: an import, a module that is loaded, a literal. What a parameter or a
// variable is, may not all be seen.
func (n namesakes) hasOwner(call *resolve.Call) bool {
	x := call.Expr.L
	if x.Kind != ast.Member || x.L.Kind != ast.Ident {
		return false
	}
	b := x.L.Binding()
	if b == nil || len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 {
		return false
	}
	def := b.Defs[0]
	if def.Value == nil {
		return def.From != ""
	}
	switch def.Value.Kind {
	case ast.Object, ast.Function, ast.Class:
		return true
	case ast.Call:
		return n.isLoad(def.Value, call.Module)
	}
	return false
}

// isLoad reports whether a call gives the exports of a module that its constant names.
func (n namesakes) isLoad(x *ast.Expr, m *resolve.Module) bool {
	if len(x.List) != 1 || x.L.Kind != ast.Ident || x.List[0].Kind != ast.Number && x.List[0].Kind != ast.String {
		return false
	}
	return x.L.Text == "require" && x.L.Scope.Lookup("require") == nil || n.d.e.calls.bundled.loads(x.L, m, nil)
}
