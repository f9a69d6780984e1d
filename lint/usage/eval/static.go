package eval

import "github.com/beianlint/beianlint/lint/usage/ast"

// statics are the static methods of a program by their names, and whether code has one
// without calling it there: what it is called on then may be anything.
type statics struct {
	names  map[*ast.Func]string
	handed map[string]bool
}

// areCalled reports whether a static method is only called as a member, Api.get(…).
func (c *classes) areCalled(fn *ast.Func) bool {
	if c.statics == nil {
		c.statics = c.findStatics()
	}
	name, is := c.statics.names[fn]
	return is && !c.statics.handed[name]
}

// ofFunction reads a property of a function: of a constructor, too, what those above it have, as
// compilers let static members be inherited.
func (c *classes) ofFunction(v *Value, name string) Values {
	if vs := c.e.assigned.to(v, name); len(vs) > 0 || name == "*" {
		return vs
	}
	out := newSet(c.e)
	for _, above := range c.prototype(v) {
		if above.Kind == Instance && above.Fn != v.Fn {
			out.union(c.e.props.read(maker(above), name))
		}
	}
	return out.values()
}

// below adds to what methods are called on what has them, too: of functions, the constructors below.
func (c *classes) below(of Values) Values {
	for _, v := range of {
		if v.Kind == Function {
			for _, heir := range c.heirsOf(v) {
				of = of.shared().Add(maker(heir))
			}
		}
		of = of.Union(c.takersOf(v))
	}
	return of
}

func (c *classes) findStatics() *statics {
	s := &statics{names: map[*ast.Func]string{}, handed: map[string]bool{}}
	for _, m := range c.e.live {
		for _, class := range m.Tree.Classes {
			for i := range class.Members {
				if p := &class.Members[i]; p.Static && p.Value != nil && p.Value.Kind == ast.Function {
					s.names[p.Value.Func()] = p.Key
				}
			}
		}
	}
	for _, m := range c.e.live {
		ast.Walk(m.Tree, s.note)
		for _, b := range m.Tree.Bindings {
			for _, d := range b.Defs { // const { get } = Api
				for _, name := range d.Path {
					s.handed[name] = true
				}
			}
		}
	}
	return s
}

// note notes a member that is read and not called there.
func (s *statics) note(x *ast.Expr, around []*ast.Expr) {
	if x.Kind == ast.Member && (len(around) == 0 || around[len(around)-1].Kind != ast.Call || around[len(around)-1].L != x) {
		s.handed[x.Text] = true
	}
}
