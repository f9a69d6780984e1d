package resolve

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// describes reports whether a call hands the methods of a class to the helper of a compiler
// that defines them: createClass(A, [{key: "name", value: function () {}}], [statics]). They
// are members of the class then, as those which are assigned to its prototype.
func describes(v *referrer, x *ast.Expr) bool {
	if x.Kind != ast.Call || len(x.List) < 2 || len(x.List) > 3 || v.subject(x.List[0]) == none || !isDescriber(v, x.L) {
		return false
	}
	for _, list := range x.List[1:] {
		if !isNone(list) && !isDescription(list) {
			return false
		}
	}
	return true
}

// isDescription reports whether a list is one of descriptions of properties.
func isDescription(list *ast.Expr) bool {
	if list.Kind != ast.Array {
		return false
	}
	for _, item := range list.List {
		if item == nil || item.Kind != ast.Object || len(item.Props()) < 2 {
			return false
		}
		for i := range item.Props() {
			switch p := &item.Props()[i]; {
			case p.Spread || p.Value == nil:
				return false
			case p.Key == "key" && p.Value.Kind == ast.String:
			case (p.Key == "value" || p.Key == "get" || p.Key == "set") && p.Value.Kind == ast.Function:
			default:
				return false
			}
		}
	}
	return true
}

// maxDescriber is how long the helpers are in bytes, at most: Babel's takes 500.
const maxDescriber = 2000

// isDescriber reports whether a callee is such a helper: as a function that is short and hands
// the prototype of its first argument on with the second one, or by its name, which it has in
// files of its own.
func isDescriber(v *referrer, callee *ast.Expr) bool {
	isNamed := strings.TrimRight(strings.TrimLeft(ast.NameOf(callee), "_"), "0123456789") == helperName
	if callee.Kind != ast.Ident {
		return isNamed
	}
	b := callee.Binding()
	if b == nil || len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 || b.Defs[0].Value == nil {
		return isNamed
	}
	helper := b.Defs[0].Value
	f := helper
	if by := immediate(helper); by != nil { // function () { function all(…) {…} return function (A, list) {…} }()
		if len(by.Returns) != 1 {
			return false
		}
		f = by.Returns[0]
	}
	if f.Kind != ast.Function {
		return isNamed && f.Kind == ast.Call // require('…/createClass')
	}
	if len(f.Func().Params) < 2 || helper.End-helper.Start > maxDescriber || int(f.End) > len(v.m.Tree.Source) {
		return false
	}
	class, list := f.Func().Params[0].Binding, f.Func().Params[1].Binding
	if class == nil || list == nil {
		return false
	}
	src := strings.ReplaceAll(v.m.Tree.Source[f.Start:f.End], " ", "")
	return strings.Contains(src, "("+class.Name+".prototype,"+list.Name+")") || strings.Contains(src, "defineProperty("+class.Name+".prototype,")
}

// helperName is the name of the helper in files of its own, as in _createClass and createClass2.
const helperName = "createClass"

// describeAll notes what such a call gives to a class, which it gives back.
func describeAll(v *referrer, x *ast.Expr, fates []fate) {
	v.visit(x.List[0], fates)
	for i, list := range x.List[1:] {
		if list.Kind == ast.Array {
			describe(v, x.List[0], list, i == 0)
		} else {
			v.visit(list, dropped)
		}
	}
}

// describe notes the members of a class that a list describes, on its prototype or on itself.
func describe(v *referrer, class, list *ast.Expr, prototype bool) {
	object := v.subject(class)
	for _, item := range list.List {
		name := ""
		for i := range item.Props() {
			if p := &item.Props()[i]; p.Key == "key" {
				name = p.Value.Text
			}
		}
		for i := range item.Props() {
			p := &item.Props()[i]
			if p.Key == "key" {
				continue
			}
			v.receiver[p.Value.Func()] = receiver{object, prototype}
			fates := append(gatesIn(v).gatedBy(gatesIn(v).classNamed(class), name), held(v.memberOf(object), leaked))
			if p.Key != "value" {
				fates = escaping
			}
			v.visit(p.Value, fates)
		}
	}
}
