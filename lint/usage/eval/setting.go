package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// keepSet keeps the observers of properties that some setter may give a value: all, where
// a setter goes somewhere else than into a call.
func (o *observers) keepSet() {
	for _, m := range o.d.live.Modules {
		if len(o.left) == 0 || o.d.e.memo.over() {
			return
		}
		if !o.d.properties.isOnlyCalled(m) {
			o.left = nil
			return
		}
		o.d.e.memo.spend(len(m.Tree.Calls))
		for _, x := range m.Tree.Calls {
			if x.L.Kind == ast.Member && model.Setters[x.L.Text] != "" && len(x.List) > 0 {
				o.d.e.memo.spend(len(o.left))
				o.keep(func(c observer) bool {
					return !c.has(x, m) && o.maySet(c, place{x.List[0], m}) && o.mayBe(c, place{x.L.L, m})
				})
			}
		}
	}
}

// has reports whether a call stands in the observer itself.
func (c observer) has(x *ast.Expr, m *resolve.Module) bool {
	return c.fn != nil && m == c.in && c.fn.Start <= x.Start && x.End <= c.fn.End
}

// isOnlyCalled is asked once of every module.
func (g *givenProperties) isOnlyCalled(m *resolve.Module) bool {
	is, known := g.called[m]
	if !known {
		is = isOnlyCalled(m.Tree.Source)
		g.called[m] = is
	}
	return is
}

// isOnlyCalled reports whether a source does nothing with the setter of components but call
// it as a method, ask whether there is one, and define others: const f = a.setData may be
// called anywhere. What stands in comments and texts is looked at as well.
func isOnlyCalled(source string) bool {
	for {
		before, after, found := strings.Cut(source, model.ComponentSetter)
		switch {
		case !found:
			return true
		case before != "" && isNamePart(before[len(before)-1]), after != "" && isNamePart(after[0]): // part of a name
		case !isHarmless(strings.TrimRight(before, blank), strings.TrimLeft(after, blank)):
			return false
		}
		source = after
	}
}

func isNamePart(c byte) bool {
	return c == '_' || c == '$' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// isHarmless reports whether what stands around the name of a setter calls it, asks for
// it, or defines another one.
func isHarmless(before, after string) bool {
	startsWith := func(begin string) bool { return strings.HasPrefix(after, begin) }
	switch {
	case after == "" || before == "" || after[0] >= 0x80: // a text
		return true
	case strings.HasSuffix(before, "."):
		return slices.ContainsFunc([]string{"(", "=", "!=", "&&", "?"}, startsWith)
	case strings.ContainsAny(before[len(before)-1:], "'\"`"):
		return !strings.HasSuffix(before[:len(before)-1], "[")
	case strings.ContainsAny(before[len(before)-1:], "{,"):
		return startsWith("(") || startsWith(":") && slices.ContainsFunc([]string{"function", "(", "async"}, func(begin string) bool {
			return strings.HasPrefix(strings.TrimLeft(after[1:], blank), begin)
		})
	}
	return true
}

const blank = " \t\r\n"

// mayBe reports whether a receiver may be the component.
func (o *observers) mayBe(c observer, at place) bool {
	self := o.self(at)
	return self == nil || self == c.of
}

// self returns the literal of the page or component that an expression is in it, by this
// or a name of it; nil where it may be something else. What "this" of a method is, are its
// group, methods: {…}, and the component around that.
func (o *observers) self(at place) *ast.Expr {
	if !isSelf(at.expr) {
		return nil
	}
	values := o.d.e.eval(at.expr, at.mod, nil)
	i := slices.IndexFunc(values, func(v *Value) bool { return v.Kind == Object && o.d.e.facts.groups.pages[v.expr] })
	if i < 0 || !isWithin(at, values[i]) {
		return nil
	}
	for _, v := range values {
		if v.Kind != Object || v.expr.Kind != ast.Object || !isWithin(place{v.expr, v.mod}, values[i]) {
			return nil
		}
	}
	return values[i].expr
}

// isWithin reports whether an expression stands in a literal.
func isWithin(at place, in *Value) bool {
	return at.mod == in.mod && in.expr.Start <= at.expr.Start && at.expr.End <= in.expr.End
}

// isSelf reports whether an expression is this, or a name that always stands for it.
func isSelf(x *ast.Expr) bool {
	if x.Kind == ast.Ident {
		b := x.Binding()
		return b != nil && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 && b.Defs[0].Value != nil && b.Defs[0].Value.Kind == ast.This
	}
	return x.Kind == ast.This
}

// maySet reports whether what a setter is given may have the property. It is only known of
// a literal, and of what a function makes of one: of others not all values may be seen.
func (o *observers) maySet(c observer, given place) bool {
	x := madeAs(given.expr)
	return x.Kind != ast.Object || mayHave(x, c.property) || x != given.expr && slices.ContainsFunc(o.d.e.eval(x, given.mod, nil), func(v *Value) bool {
		return o.d.isGiven(v, c.property)
	})
}

// madeAs returns the literal that a name of a function is before it is read there: it has
// no other value, or is a parameter that the body gives a new one, data = {nodes: data}.
func madeAs(x *ast.Expr) *ast.Expr {
	if x.Kind != ast.Ident {
		return x
	}
	b, fn := x.Binding(), innermost(x.Scope)
	if b == nil || fn == nil || b.Scope.Func != fn {
		return x
	}
	var values []*ast.Expr
	for _, d := range b.Defs {
		if d.Func == nil || d.Value != nil || len(d.Path) > 0 {
			values = append(values, d.Value)
		}
	}
	if len(values) != 1 || values[0] == nil || len(b.Defs) > 1 && !isGivenAnew(fn, values[0], x) {
		return x
	}
	return values[0]
}

// isGivenAnew reports whether a statement of the body of a function assigns a value before
// something is read.
func isGivenAnew(fn *ast.Func, value, read *ast.Expr) bool {
	return slices.ContainsFunc(fn.Body, func(s *ast.Stmt) bool {
		return s.Kind == ast.Simple && s.Expr != nil && s.Expr.Kind == ast.Assign && s.Expr.Op == '=' && s.Expr.R == value && s.Guard == nil && s.End <= read.Start
	})
}

// mayHave reports whether an object literal may have a property, or something below it.
func mayHave(object *ast.Expr, property string) bool {
	return slices.ContainsFunc(object.Props(), func(p ast.Prop) bool {
		if p.Computed == nil {
			return p.Spread || isPathTo(property, p.Key)
		}
		path := p.Computed
		if len(path.List) > 0 && (path.Kind == ast.Template || path.Kind == ast.Concat) { // 'list[' + i + ']'
			path = path.List[0]
		}
		return path.Kind != ast.String || path == p.Computed && isPathTo(property, path.Text) || path != p.Computed && !leadsElsewhere(path.Text, property)
	})
}

// isPathTo reports whether a path that a setter is given is of a property, or below it.
func isPathTo(property, path string) bool {
	return path == property || strings.HasPrefix(path, property+".") || strings.HasPrefix(path, property+"[")
}

// leadsElsewhere reports whether the begin of a path is of another property.
func leadsElsewhere(begin, property string) bool {
	end := strings.IndexAny(begin, ".[")
	return end >= 0 && begin[:end] != property
}

// keepHanded keeps the observers of components that are handed to code that is not seen.
func (o *observers) keepHanded() {
	o.keep(func(c observer) bool {
		seen := []*resolve.Module{c.in}
		for i := 0; i < len(seen) && !o.d.e.memo.over(); i++ {
			o.d.e.memo.spend(len(seen[i].Tree.Calls))
			for _, x := range seen[i].Tree.Calls {
				if !slices.ContainsFunc(x.List, func(arg *ast.Expr) bool { return o.isIn(c, arg, seen[i]) }) {
					continue
				}
				to, known := o.receivers(x, seen[i])
				if !known {
					return true
				}
				for _, m := range to {
					if !slices.Contains(seen, m) {
						seen = append(seen, m)
					}
				}
			}
		}
		return false
	})
}

// isIn reports whether an argument is the component, or an object with it.
func (o *observers) isIn(c observer, x *ast.Expr, m *resolve.Module) bool {
	switch x.Kind {
	case ast.Object:
		return slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return p.Value != nil && o.isIn(c, p.Value, m) })
	case ast.This, ast.Ident:
		return slices.ContainsFunc(o.d.e.eval(x, m, nil), func(v *Value) bool { return v.Kind == Object && v.expr == c.of })
	}
	return false
}

// receivers returns the modules of what a call calls; false where that is not all known.
// What the platform is given a component for sets nothing.
func (o *observers) receivers(x *ast.Expr, m *resolve.Module) (to []*resolve.Module, known bool) {
	if model.TakesComponent[ast.NameOf(x.L)] {
		return nil, true
	}
	callees := o.d.e.eval(calleeOf(x), m, nil)
	for _, v := range callees {
		switch {
		case v.Kind == API:
		case (v.Kind == Function || v.Kind == Class || v.Kind == Exports) && v.mod != nil && v.mod.File != nil:
			to = append(to, v.mod)
		default:
			return nil, false
		}
	}
	return to, len(callees) > 0
}
