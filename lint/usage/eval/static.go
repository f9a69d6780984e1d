package eval

import "github.com/beianlint/beianlint/lint/usage/ast"

// statics are the static methods of a program by their names, and whether code has one
// without calling it there: what it is called on then may be anything.
type statics struct {
	names  map[*ast.Func]string
	handed map[string]bool
	// methods are those of objects and classes, and of what they are assigned to, by their
	// names, and read the names of members that are read and not called there.
	methods map[*ast.Func]string
	read    map[string]bool
}

// areCalled reports whether a static method is only called as a member, Api.get(…).
func (c *classes) areCalled(fn *ast.Func) bool {
	s := c.allStatics()
	name, is := s.names[fn]
	return is && !s.handed[name]
}

func (c *classes) allStatics() *statics {
	if c.statics == nil {
		c.statics = c.findStatics()
	}
	return c.statics
}

// takersFor returns takersOf where a function is only called as their member: what else it is
// called on, by call or as the method of something else, is not known, and would be left out.
func (c *classes) takersFor(fn *ast.Func, v *Value) Values {
	vs := c.takersOf(v)
	if len(vs) > 0 && fn != nil {
		if s := c.allStatics(); s.read[s.methods[fn]] {
			return nil
		}
	}
	return vs
}

// ofFunction reads a property of a function: of a constructor, too, what those above it have, as
// compilers let static members be inherited.
func (c *classes) ofFunction(v *Value, name string) Values {
	vs := c.e.assigned.to(v, name)
	if len(vs) > 0 || name == "*" {
		return vs
	}
	for _, above := range c.prototype(v) {
		if above.Kind == Instance && above.Fn != v.Fn {
			vs = vs.Union(c.e.props.read(maker(above), name))
		}
	}
	return vs
}

// below adds to what methods are called on what has them, too: of functions, the constructors below.
func (c *classes) below(fn *ast.Func, of Values) Values {
	for _, v := range of {
		if v.Kind == Function {
			for _, heir := range c.heirsOf(v) {
				of = of.shared().Add(maker(heir))
			}
		}
		of = of.Union(c.takersFor(fn, v))
	}
	return of
}

func (c *classes) findStatics() *statics {
	s := &statics{names: map[*ast.Func]string{}, handed: map[string]bool{}, methods: map[*ast.Func]string{}, read: map[string]bool{}}
	for _, m := range c.e.live {
		for _, class := range m.Tree.Classes {
			for i := range class.Members {
				p := &class.Members[i]
				s.noteMethod(p.Key, p.Value)
				if p.Static && p.Value != nil && p.Value.Kind == ast.Function {
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
					s.handed[name], s.read[name] = true, true
				}
			}
		}
	}
	return s
}

// note notes a member that is read and not called there.
func (s *statics) note(x *ast.Expr, around []*ast.Expr) {
	var outer *ast.Expr
	if len(around) > 0 {
		outer = around[len(around)-1]
	}
	switch {
	case x.Kind == ast.Member && (outer == nil || outer.Kind != ast.Call || outer.L != x):
		s.handed[x.Text] = true
		if outer == nil || outer.Kind != ast.Assign || outer.L != x {
			s.read[x.Text] = true
		}
	case x.Kind == ast.Assign && x.L.Kind == ast.Member:
		s.noteMethod(x.L.Text, x.R)
	}
	for i := range x.Props() {
		s.noteMethod(x.Props()[i].Key, x.Props()[i].Value)
	}
}

// noteMethod notes the name of a method.
func (s *statics) noteMethod(name string, x *ast.Expr) {
	if x != nil && x.Kind == ast.Function {
		s.methods[x.Func()] = name
	}
}
