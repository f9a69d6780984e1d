package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// ident returns what a name can be.
func (d *decider) ident(x *ast.Expr, m *resolve.Module, f *frame) closed {
	b := x.Binding()
	switch {
	case b != nil && (isGivenBefore(x, b) || isAsCalled(d, x, b, m)):
		return d.givenBefore(b, m, f)
	case b != nil:
		return d.binding(b, m, f)
	case isLocation(x):
		return d.page.location()
	}
	d.basis.use(x, m)
	switch x.Text {
	case "undefined":
		return one(atom{kind: undefinedAtom})
	case "null":
		return one(atom{kind: nullAtom})
	case "true", "false":
		return one(boolean(x.Text == "true"))
	}
	return unclear
}

// binding returns what a name can be that a call fixes; nothing is known of others.
func (d *decider) binding(b *ast.Binding, m *resolve.Module, f *frame) closed {
	if fn := b.Scope.Func; f != nil {
		f = f.of(fn)
	}
	key := bindingKey{b, f}
	if c, ok := d.bindings[key]; ok {
		return c
	}
	if d.e.facts.changed[b] || len(b.Defs) == 0 {
		return unclear
	}
	d.bindings[key] = closed{cycle: key}
	c := d.bindingOf(b, m, f)
	if c.cycle == key {
		c.cycle = bindingKey{}
	}
	c = held(c)
	d.bindings[key] = c
	return c
}

// held is what a name can be that is given a value.
func held(c closed) closed {
	if !c.fixed || c.cyclic() {
		return unclear
	}
	for i := range c.atoms {
		if c.atoms[i].kind == arrayAtom { // what it holds by then is not known
			c.atoms[i] = atom{kind: otherAtom}
		}
	}
	return c
}

// isGivenBefore reports whether a name is given its only value under a condition, under
// which it is read as well: if (!ok) return; var a = …; f(a).
func isGivenBefore(x *ast.Expr, b *ast.Binding) bool {
	if len(b.Defs) != 1 || b.Scope.Block {
		return false
	}
	def := b.Defs[0]
	if def.Guard == nil || def.Value == nil || def.Value.End > x.Start {
		return false
	}
	for g := x.Guard; g != nil; g = g.Outer {
		if g == def.Guard {
			return true
		}
	}
	return false
}

// givenBefore returns what a name is by then.
func (d *decider) givenBefore(b *ast.Binding, m *resolve.Module, f *frame) closed {
	if d.e.facts.changed[b] {
		return unclear
	}
	def, f := b.Defs[0], f.of(b.Scope.Func)
	if def.Func != nil {
		return held(d.below(d.param(def, f), def.Path))
	}
	return held(d.below(d.closed(def.Value, m, f), def.Path))
}

func (d *decider) bindingOf(b *ast.Binding, m *resolve.Module, f *frame) closed {
	var out closed
	param := b.Defs[0].Func != nil
	if !param && m.Tree.Namespaces { // N.zone = 'east' gives a value to what N exports
		return unclear
	}
	for i, def := range b.Defs {
		switch {
		case def.Func != nil:
			out = out.or(d.below(d.param(def, f), def.Path))
		case def.From != "":
			return d.imported(def, m)
		case def.Default && (param || i > 0):
			if given := out; !given.more && !given.cyclic() && given.truthOfUndefined() == ast.IsFalse {
				continue
			}
			out = out.without(func(a atom) bool { return a.kind == undefinedAtom }).or(d.below(d.closed(def.Value, m, f), def.Path))
		case !param && i == 0 && !b.Empty && !declares(b, def, m):
			return unclear // what it is before is not known
		default:
			out = out.or(d.below(d.closed(def.Value, m, f), def.Path))
		}
	}
	if b.Empty || !param && mayComeEarly(b, m) {
		out = out.or(one(atom{kind: undefinedAtom}))
	}
	return out
}

// mayComeEarly reports whether a function may read a name that is assigned to before its
// declaration is reached, as it never may where that is let.
func mayComeEarly(b *ast.Binding, m *resolve.Module) bool {
	isAssigned := slices.ContainsFunc(b.Defs[1:], func(def ast.Def) bool { return !def.Default })
	src := m.Tree.Source[:min(int(b.Start), len(m.Tree.Source))]
	return isAssigned && !strings.HasSuffix(strings.TrimRight(src[max(0, len(src)-8):], " "), "let")
}

// truthOfUndefined is what is known of whether a value is undefined.
func (c closed) truthOfUndefined() ast.Truth {
	c.fixed = true
	return c.all(func(a atom) ast.Truth { return ast.TruthOf(a.kind == undefinedAtom) })
}

// below reads a path of properties.
func (d *decider) below(c closed, path []string) closed {
	for _, name := range path {
		if ast.IsItem(name) || d.e.facts.counted[name] {
			return unclear
		}
		c = c.each(func(a atom) closed { return d.property(a, name) })
	}
	return c
}

// declares reports whether a name is declared with a value, and always has it
// where it can be read.
func declares(b *ast.Binding, def ast.Def, m *resolve.Module) bool {
	if def.Value == nil || def.Guard != nil && !b.Scope.Block {
		return false
	}
	from, to := int(b.Start), int(def.Value.Start)
	return from < to && to <= len(m.Tree.Source) && !strings.Contains(m.Tree.Source[from:to], ";")
}

// imported returns what a name of another module is when the target of the build
// fixes it: export const isWeb = process.env.TARO_ENV === 'h5'.
func (d *decider) imported(def ast.Def, m *resolve.Module) closed {
	target := d.e.load(m, def.From)
	if target == nil {
		return unclear
	}
	for i := range target.Tree.Exports {
		e := &target.Tree.Exports[i]
		if e.As != def.Name || e.From != "" {
			continue
		}
		if e.Value != nil {
			return d.closed(e.Value, target, nil)
		}
		if b := target.Tree.Scope.Own(e.Local); b != nil {
			return d.binding(b, target, nil)
		}
	}
	return unclear
}
