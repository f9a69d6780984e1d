package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// selves are the functions that calls give a "this": f.call(o), f.bind(o), wrap(f).apply(o), and
// list.forEach(f, this), by which compilers hand on that of an async function, too:
// awaiter(this, void 0, void 0, function () { … }).
type selves map[*ast.Func][]selfGiven

// selfGiven is a "this" that a call gives.
type selfGiven struct {
	self *ast.Expr
	mod  *resolve.Module
}

// note takes in a call.
func (s selves) note(x *ast.Expr, m *resolve.Module) {
	if len(x.List) == 0 {
		return
	}
	if of := x.L; of.Kind == ast.Member && (of.Text == "call" || of.Text == "apply" || of.Text == "bind") {
		if self := x.List[0]; !isNoSelf(self) {
			looks := maxLooks
			s.add(of.L, selfGiven{self, m}, &looks)
		}
		return
	}
	if len(x.List) == 1 {
		return
	}
	for _, arg := range x.List {
		if arg.Kind == ast.Function && !arg.Func().Arrow {
			s.noteBeside(arg.Func(), x, m)
		}
	}
}

// isNoSelf reports whether a call gives none: f.call(null), f.apply(void 0, list).
func isNoSelf(x *ast.Expr) bool {
	return x.Kind == ast.Spread || x.Kind == ast.Unknown || x.Kind == ast.Ident && x.Binding() == nil
}

// noteBeside takes in a function that a call is given, with what it is given beside it.
func (s selves) noteBeside(fn *ast.Func, x *ast.Expr, m *resolve.Module) {
	for _, arg := range x.List {
		if isSelf(arg) {
			s[fn] = append(s[fn], selfGiven{arg, m})
		}
	}
}

// add notes what the functions are given that an expression calls: one that is written out, the
// ones that a call which makes a function is given, and those that a name stands for.
func (s selves) add(of *ast.Expr, g selfGiven, looks *int) {
	if *looks--; *looks < 0 {
		return
	}
	switch of.Kind {
	case ast.Function:
		if fn := of.Func(); !fn.Arrow {
			s[fn] = append(s[fn], g)
		}
	case ast.Call:
		for _, arg := range of.List[:min(len(of.List), maxLooks)] {
			if arg.Kind == ast.Function || arg.Kind == ast.Call {
				s.add(arg, g, looks)
			}
		}
	case ast.Ident:
		b := of.Binding()
		if b == nil {
			return
		}
		for _, d := range b.Defs[:min(len(b.Defs), maxLooks)] {
			if v := d.Value; v != nil && len(d.Path) == 0 && v.Kind != ast.Ident {
				s.add(v, g, looks)
			}
		}
	}
}

// maxLooks bounds how many expressions are looked at for one call.
const maxLooks = 64

// this returns what calls give a function as "this".
func (s selves) this(fn *ast.Func, c *components) Values {
	if len(s[fn]) == 0 {
		return nil
	}
	out := newSet(c.e)
	for _, g := range s[fn] {
		out.union(c.e.eval(g.self, g.mod, nil))
	}
	return out.values()
}
