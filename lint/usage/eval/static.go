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
	name := c.statics.names[fn]
	return name != "" && !c.statics.handed[name]
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
