package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// noteForward takes in t[k] = function (o) { return s[k](o) }: what is called by its
// name on one object is called on the other.
func (n *copyNotes) noteForward(x *ast.Expr, key *ast.Binding) {
	if x.R.Kind != ast.Function {
		return
	}
	body := &ast.Tree{Body: x.R.Func().Body}
	for _, value := range x.R.Func().Returns { // of an arrow
		body.Body = append(body.Body[:len(body.Body):len(body.Body)], &ast.Stmt{Expr: value})
	}
	ast.Walk(body, func(call *ast.Expr, _ []*ast.Expr) {
		if call.Kind != ast.Call || n.f.forwards[call] {
			return
		}
		callee := call.L
		if callee.Kind == ast.Member && (callee.Text == "call" || callee.Text == "apply") {
			callee = callee.L
		}
		if callee.Kind == ast.Index && callee.R.Kind == ast.Ident && callee.R.Binding() == key {
			n.f.forwards[call] = true
			n.f.noteAssign(copied, Assign{Target: x.L.L, Value: callee.L, Mod: n.m, Start: callee.L.Start})
		}
	})
}

// evalReduce evaluates list.reduce(f, first): what f returns, and what it is first given.
func evalReduce(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) == 0 {
		return nil, false
	}
	call := &ast.Expr{Kind: ast.Call, L: x.List[0], List: reduceArgs(x), Start: x.Start, End: x.End, Scope: x.Scope}
	out, known := newSet(c.e), false
	for _, callee := range c.e.eval(x.List[0], m, f) {
		if callee.Kind == Function {
			known = true
			out.union(c.result(call, callee, m, f))
		}
	}
	if !known {
		return nil, false
	}
	if len(x.List) > 1 {
		out.union(c.e.eval(x.List[1], m, f))
	}
	vs := out.values()
	if len(vs.Texts()) == 0 {
		return vs, true
	}
	texts := newSet(c.e) // joined again and again: what follows is not known
	for _, v := range vs {
		if v.Kind == Text {
			v = v.opened()
		}
		texts.union(Values{v})
	}
	texts.union(lostTexts(c.e.props.property(c.e.eval(x.L.L, m, f), "*")))
	return texts.values(), true
}

// reduceArgs are what reduce gives to its function: what was made so far, which is first
// its second argument, and an element.
func reduceArgs(x *ast.Expr) []*ast.Expr {
	element := anyElement(x.L.L, x.L)
	if len(x.List) > 1 {
		return []*ast.Expr{x.List[1], element}
	}
	return []*ast.Expr{element, element}
}

// reducedArgs are reduceArgs with what the function itself made so far.
func reducedArgs(x *ast.Expr) []*ast.Expr {
	args := reduceArgs(x)
	args[0] = either(args[0], x)
	return args
}
