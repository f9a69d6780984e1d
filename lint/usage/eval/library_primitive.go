package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// primitives are the names of those that give nothing to what they are called with.
var primitives = map[string]bool{reader: true, opened: true, "mapped": true, "when": true, "at": true, "below": true}

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
	case "below":
		return l.below(x, m, f), true
	}
	return nil, false
}

// mappedKey is one object or list that a call maps.
type mappedKey struct {
	call  *ast.Expr
	frame *frame
	of    *ast.Expr
	mod   *resolve.Module // of what is mapped
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
		for _, v := range l.withExported(l.e.eval(x.List[0], m, f)) {
			if v.Kind != Object && v.Kind != Array && v.Kind != Exports {
				continue
			}
			key := mappedKey{x, f, v.expr, v.mod, fn.Fn}
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

// withExported adds what modules of CommonJS export.
func (l *libraries) withExported(vs Values) Values {
	for _, v := range vs {
		if v.Kind == Exports {
			vs = vs.Union(l.e.exports.commonJS(v.mod))
		}
	}
	return vs
}

// members makes the object of one that is mapped. Its members are calls in the module of
// what is mapped.
func (l *libraries) members(x *ast.Expr, v, fn *Value, prefix string) *ast.Expr {
	made := &ast.Expr{Kind: ast.Object, Start: x.Start, End: x.End}
	callee := valued(l.e, Values{fn}, x)
	add := func(key string, value *ast.Expr, p ast.Prop) {
		name := valued(l.e, Values{{Kind: Text, Text: key}}, x)
		call := &ast.Expr{Kind: ast.Call, L: callee, List: []*ast.Expr{value, name}, Start: x.Start, End: x.End, Scope: x.Scope}
		made.AddProp(ast.Prop{Key: prefix + key, Value: call, Start: p.Start, End: p.End})
	}
	if v.Kind == Exports {
		for _, name := range l.e.exports.namesOf(v.mod).sorted() {
			add(name, &ast.Expr{Kind: ast.Member, L: valued(l.e, Values{v}, x), Text: name, Start: x.Start, End: x.End, Scope: x.Scope}, ast.Prop{})
		}
		return made
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
	for _, p := range v.expr.Props() {
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

// below evaluates below(o, path): the members that paths as a.b[0] or ['a', 'b', 0] lead
// to.
func (l *libraries) below(x *ast.Expr, m *resolve.Module, f *frame) Values {
	of := l.e.eval(x.List[0], m, f)
	var out Values
	for _, path := range l.e.eval(x.List[1], m, f) {
		switch {
		case path.Kind == Array:
			at := of
			for _, item := range path.expr.List {
				at = l.e.props.property(at, nameIn(l.e.eval(item, path.mod, path.frame).Texts()))
			}
			out = out.Union(at)
		case path.isText() && !path.Open:
			names := strings.FieldsFunc(path.Text, func(c rune) bool { return strings.ContainsRune(".[]\"'", c) })
			out = out.Union(l.e.props.property(of, path.Text)).Union(l.e.follow(of, names))
		}
	}
	return out
}

// nameIn is the name of the member that a key names: any where it is not one.
func nameIn(keys Values) string {
	if len(keys) != 1 || keys[0].Open {
		return "*"
	}
	return keys[0].Text
}

// when evaluates when(test, yes, no): yes where the test can be true.
func (l *libraries) when(x *ast.Expr, m *resolve.Module, f *frame) Values {
	isTrue := func(v *Value) bool { return v.Kind == Constant && v.Text == "true" }
	if slices.ContainsFunc(l.e.eval(x.List[0], m, f), isTrue) {
		return l.e.eval(x.List[1], m, f)
	}
	return l.e.eval(x.List[2], m, f)
}
