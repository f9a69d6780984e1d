package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// primitive evaluates the call of what the code of libraries can call and the language
// has not; false where it is none.
func (l *libraries) primitive(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	switch ast.NameOf(x.L) {
	case reader:
		return l.kept(l.e.eval(x.List[0], m, f).Texts()), true
	case opened:
		return Values{{Kind: Query, expr: x, mod: m}}, true
	case "mapped":
		return l.mapped(x, m, f), true
	case "when":
		return l.when(x, m, f), true
	case "at":
		return l.at(x, m, f), true
	}
	return nil, false
}

// mappedKey is one object or list that a call maps.
type mappedKey struct {
	call  *ast.Expr
	frame *frame
	of    *ast.Expr
	by    *ast.Func
}

// mapped evaluates mapped(of, f, prefix): an object that has for every member of an
// object, and for every text in a list, what f returns for it and for its name. A prefix
// stands before the names.
func (l *libraries) mapped(x *ast.Expr, m *resolve.Module, f *frame) Values {
	var out Values
	for _, fn := range l.e.eval(x.List[1], m, f) {
		if fn.Kind != Function {
			continue
		}
		for _, v := range l.e.eval(x.List[0], m, f) {
			if v.Kind != Object && v.Kind != Array {
				continue
			}
			key := mappedKey{x, f, v.expr, fn.Fn}
			made := l.e.memo.mapped[key]
			if made == nil {
				made = l.members(x, v, fn, l.prefix(x, m, f))
				l.e.memo.mapped[key] = made
			}
			out = out.Add(&Value{Kind: Object, expr: made, mod: v.mod, frame: v.frame})
		}
	}
	return out
}

// members makes the object of one that is mapped. Its members are calls in the module of
// what is mapped.
func (l *libraries) members(x *ast.Expr, v, fn *Value, prefix string) *ast.Expr {
	made := &ast.Expr{Kind: ast.Object, Start: x.Start, End: x.End}
	callee := valued(l.e, Values{fn}, x)
	add := func(key string, value *ast.Expr, p ast.Prop) {
		name := valued(l.e, Values{{Kind: Text, Text: key}}, x)
		call := &ast.Expr{Kind: ast.Call, L: callee, List: []*ast.Expr{value, name}, Start: x.Start, End: x.End, Scope: x.Scope}
		made.Props = append(made.Props, ast.Prop{Key: prefix + key, Value: call, Start: p.Start, End: p.End})
	}
	for _, item := range v.expr.List {
		for _, text := range l.e.eval(item, v.mod, v.frame).Texts() {
			if v.Kind == Array && !text.Open {
				add(text.Text, item, ast.Prop{})
			}
		}
	}
	for _, p := range l.propsIn(v, 0) {
		add(p.Key, p.Value, p)
	}
	return made
}

// maxSpread bounds how deep objects are spread into what is mapped.
const maxSpread = 4

// propsIn are the members of an object with those that are spread into it.
func (l *libraries) propsIn(v *Value, depth int) (props []ast.Prop) {
	for _, p := range v.expr.Props {
		switch {
		case p.Value == nil:
		case p.Spread && depth < maxSpread:
			for _, of := range l.e.eval(p.Value, v.mod, v.frame) {
				if of.Kind == Object && of.mod == v.mod && of.frame == v.frame {
					props = append(props, l.propsIn(of, depth+1)...)
				}
			}
		case p.Key != "" && p.Computed == nil:
			props = append(props, p)
		case p.Computed != nil:
			for _, text := range l.e.eval(p.Computed, v.mod, v.frame).Texts() {
				p.Key, p.Computed = text.Text, nil
				props = append(props, p)
			}
		}
	}
	return props
}

// prefix is the third argument of mapped, where it is known.
func (l *libraries) prefix(x *ast.Expr, m *resolve.Module, f *frame) string {
	if len(x.List) < 3 {
		return ""
	}
	for _, v := range l.e.eval(x.List[2], m, f).Texts() {
		return v.Text
	}
	return ""
}

// at evaluates at(table, key): the members that known keys name, and no other ones.
func (l *libraries) at(x *ast.Expr, m *resolve.Module, f *frame) Values {
	table := l.e.eval(x.List[0], m, f)
	var out Values
	for _, key := range l.e.eval(x.List[1], m, f).Texts() {
		name := key.Text
		if key.Open {
			name = "*"
		}
		out = out.Union(l.e.props.property(table, name))
	}
	return out
}

// when evaluates when(test, yes, no): yes where the test can be true.
func (l *libraries) when(x *ast.Expr, m *resolve.Module, f *frame) Values {
	isTrue := func(v *Value) bool { return v.Kind == Constant && v.Text == "true" }
	if slices.ContainsFunc(l.e.eval(x.List[0], m, f), isTrue) {
		return l.e.eval(x.List[1], m, f)
	}
	return l.e.eval(x.List[2], m, f)
}
