package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// sequence reads expressions with commas between them.
func (p *expressionParser) sequence() *ast.Expr {
	e := p.expression()
	if !p.is(',') {
		return e
	}
	seq := p.expr(ast.Expr{Kind: ast.Sequence, Start: e.Start, Guard: p.guard})
	list := p.items.mark()
	for p.items.push(e); p.accept(','); {
		p.items.push(p.expression())
	}
	seq.List, seq.End = p.exprLists.copy(p.items.pop(list)), p.prev()
	return seq
}

// expression reads one expression: an assignment, a conditional, an arrow.
func (p *expressionParser) expression() *ast.Expr { return p.nested(p.assignment) }

func (p *expressionParser) assignment() *ast.Expr {
	left := p.conditional()
	left.Guard = p.guard
	t := p.peek()
	if t.Kind != lexer.Punct {
		return left
	}
	switch t.Op {
	case '=', lexer.AddTo, lexer.SetIf, lexer.Change:
		p.pos++
		e := p.expr(ast.Expr{Kind: ast.Assign, Op: t.Op, L: left, R: p.assignedValue(left, t), Start: left.Start, End: p.prev(), Scope: p.scope, Guard: p.guard})
		p.assigned(e)
		return e
	}
	return left
}

func (p *expressionParser) assignedValue(target *ast.Expr, operator lexer.Token) *ast.Expr {
	if operator.Op == lexer.SetIf {
		return p.under(target, logicalTest(p.src[operator.Start]))
	}
	return p.expression()
}

// assigned notes what an assignment gives to a name or member.
func (p *expressionParser) assigned(e *ast.Expr) {
	if e.Op == lexer.Change {
		return
	}
	value := e.R
	if e.Op == lexer.AddTo {
		value = p.expr(ast.Expr{Kind: ast.Concat, List: p.pair(e.L, e.R), Start: e.Start, End: e.End})
	}
	switch e.L.Kind {
	case ast.Member, ast.Index:
		p.tree.Assigns = append(p.tree.Assigns, e)
		if value.Kind == ast.Function && value.Func().Name == "" {
			value.Func().Name = e.L.Text
		}
	default:
		p.bindAssigned(e.L, ast.Def{Value: value, Guard: p.guard})
	}
}

func (p *expressionParser) conditional() *ast.Expr {
	test := p.binary(0)
	if !p.is('?') {
		return test
	}
	p.pos++
	outer := p.consequent
	p.consequent = true
	yes := p.under(test, ast.Truthy)
	p.consequent = outer
	var no *ast.Expr
	if p.accept(':') {
		no = p.under(test, ast.Falsy)
	} else {
		no = p.expr(ast.Expr{Start: yes.End, End: yes.End})
	}
	return p.expr(ast.Expr{Kind: ast.Cond, L: test, R: yes, Parts: p.parts.add(ast.Parts{C: no}), Start: test.Start, End: p.prev()})
}

// precedence of the binary operators (ECMA-262, 13.6 to 13.13).
func (p *expressionParser) precedence(t lexer.Token) int {
	if t.Kind == lexer.Ident {
		switch p.word(t) {
		case "in":
			if !p.noIn {
				return 6
			}
		case "instanceof":
			return 6
		case "as", "satisfies":
			if !t.Newline {
				return 6
			}
		}
		return 0
	}
	if t.Kind != lexer.Punct {
		return 0
	}
	return precedences[t.Op]
}

var precedences = [256]int{
	lexer.Nullish: 1, lexer.Or: 1, lexer.And: 2, '|': 3, '^': 3, '&': 4, lexer.Equal: 5, lexer.NotEqual: 5,
	'<': 6, '>': 6, lexer.Compare: 6, lexer.ShiftLeft: 7, lexer.ShiftRight: 7, '+': 8, '-': 8, '*': 9, '/': 9, '%': 9, lexer.Power: 10,
}

// binary reads operators that bind tighter than min, in a loop, so that a long
// chain does not nest.
func (p *expressionParser) binary(min int) *ast.Expr {
	left := p.unary()
	for {
		t := p.peek()
		prec := p.precedence(t)
		if prec <= min {
			return left
		}
		p.pos++
		if word := p.word(t); word == "as" || word == "satisfies" {
			p.skipType()
			continue
		}
		left = p.join(t, left, p.operand(left, t, prec))
	}
}

// operand reads the right side of a binary operator.
func (p *expressionParser) operand(left *ast.Expr, operator lexer.Token, prec int) *ast.Expr {
	outer := p.guard
	switch operator.Op {
	case lexer.Or, lexer.And, lexer.Nullish:
		p.guard = p.when(left, logicalTest(p.src[operator.Start]))
	}
	x := p.nested(func() *ast.Expr { return p.binary(prec) })
	x.Guard, p.guard = p.guard, outer
	return x
}

// join makes one expression of an operator and its sides.
func (p *expressionParser) join(t lexer.Token, left, right *ast.Expr) *ast.Expr {
	kind := ast.Binary
	switch t.Op {
	case lexer.Or, lexer.And, lexer.Nullish:
		kind = ast.Logical
	case '+':
		if left.Kind == ast.Concat {
			left.List = append(left.List, right)
			left.End = right.End
			return left
		}
		return p.expr(ast.Expr{Kind: ast.Concat, List: p.pair(left, right), Start: left.Start, End: right.End})
	}
	return p.expr(ast.Expr{Kind: kind, Op: t.Op, L: left, R: right, Start: left.Start, End: right.End})
}

func (p *expressionParser) unary() *ast.Expr {
	t := p.peek()
	switch {
	case t.Is('!'):
		p.pos++
		e := p.nested(p.unary)
		return p.expr(ast.Expr{Kind: ast.Not, L: e, Start: t.Start, End: e.End})
	case t.Is('-'), t.Is('+'), t.Is('~'), t.Is(lexer.Add1):
		p.pos++
		e := p.nested(p.unary)
		return p.expr(ast.Expr{List: p.single(e), Start: t.Start, End: e.End})
	case t.Is('<'): // a cast or the type parameters of an arrow
		if p.skipTypeArguments() {
			return p.nested(p.unary)
		}
	}
	switch p.word(t) {
	case "await":
		if startsOperand(p.ahead(1)) {
			p.pos++
			return p.nested(p.unary)
		}
	case "yield":
		if next := p.ahead(1); (startsOperand(next) || next.Is('*')) && !next.Newline && p.scope.Func != nil {
			return p.nested(p.yielded)
		}
	case "typeof", "void", "delete":
		p.pos++
		e := p.nested(p.unary)
		return p.expr(ast.Expr{List: p.single(e), Start: t.Start, End: e.End})
	case "new":
		return p.postfix(p.construction())
	}
	return p.postfix(p.primary())
}

// construction reads new X(…).
func (p *expressionParser) construction() *ast.Expr {
	t := p.next()
	if p.is('.') { // new.target
		p.pos += 2
		return p.expr(ast.Expr{Start: t.Start, End: p.prev()})
	}
	callee := p.nested(func() *ast.Expr {
		if p.isWord("new") {
			return p.members(p.construction())
		}
		return p.members(p.primary())
	})
	e := p.expr(ast.Expr{Kind: ast.New, L: callee, Start: t.Start, Scope: p.scope, Guard: p.guard})
	p.typeArgumentsOfValue()
	if p.is('(') {
		e.List = p.arguments()
	}
	e.End = p.prev()
	p.tree.Calls = append(p.tree.Calls, e)
	return e
}

// members reads .a and [a] behind a value, but no calls.
func (p *expressionParser) members(e *ast.Expr) *ast.Expr {
	for {
		switch t := p.peek(); {
		case t.Is('.'):
			e = p.memberOf(e)
		case t.Is('['):
			e = p.index(e)
		default:
			return e
		}
	}
}

// postfix reads what may follow a value.
func (p *expressionParser) postfix(e *ast.Expr) *ast.Expr {
	for {
		switch t := p.peek(); {
		case t.Is('.'), t.Is(lexer.Optional):
			e = p.memberOf(e)
		case t.Is('['):
			e = p.index(e)
		case t.Is('('):
			e = p.call(e)
		case (t.Is('<') || t.Is(lexer.ShiftLeft)) && p.typeArgumentsOfValue():
		case t.Kind == lexer.Template, t.Kind == lexer.TemplateHead:
			e = p.tagged(e)
		case t.Is('!') && !t.Newline && e.Kind != ast.Unknown, t.Is(lexer.Add1) && !t.Newline:
			p.pos++
		default:
			return e
		}
	}
}

func (p *expressionParser) memberOf(e *ast.Expr) *ast.Expr {
	optional := p.next().Op == lexer.Optional
	if optional && p.is('(') {
		return p.call(e)
	}
	if optional && p.is('[') {
		return p.index(e)
	}
	t := p.peek()
	if t.Kind != lexer.Ident {
		return p.expr(ast.Expr{List: p.single(e), Start: e.Start, End: e.End})
	}
	p.pos++
	x := p.leaf(ast.Member, e.Start, t.End, p.word(t))
	x.L, x.Scope = e, p.scope
	return x
}

func (p *expressionParser) index(e *ast.Expr) *ast.Expr {
	p.pos++
	key := p.nested(p.sequence)
	p.accept(']')
	x := p.expr(ast.Expr{Kind: ast.Index, L: e, R: key, Start: e.Start, End: p.prev(), Scope: p.scope})
	if key.Kind == ast.String {
		x.Kind, x.Text = ast.Member, key.Text
	}
	return x
}

func (p *expressionParser) call(callee *ast.Expr) *ast.Expr {
	list := p.arguments()
	e := p.exprs.next()
	e.Kind, e.L, e.List, e.Start, e.End, e.Scope, e.Guard = ast.Call, callee, list, callee.Start, p.prev(), p.scope, p.guard
	p.tree.Calls = append(p.tree.Calls, e)
	if len(e.List) > 0 && e.List[0].Kind == ast.String && loads(callee) {
		arg := e.List[0]
		p.tree.Imports = append(p.tree.Imports, ast.Import{From: arg.Text, Start: arg.Start, End: arg.End})
	}
	if callee.Kind == ast.Ident && callee.Text == "define" {
		p.amdImports(e.List)
	}
	return e
}

// amdImports notes what define(["a"], function (a) {…}) loads.
func (p *expressionParser) amdImports(args []*ast.Expr) {
	n := len(args)
	if n < 2 || args[n-1].Kind != ast.Function || args[n-2].Kind != ast.Array {
		return
	}
	for _, dep := range args[n-2].List {
		if dep.Kind == ast.String && !amdNames[dep.Text] {
			p.tree.Imports = append(p.tree.Imports, ast.Import{From: dep.Text, Start: dep.Start, End: dep.End})
		}
	}
}

// amdNames are no modules (https://github.com/amdjs/amdjs-api/blob/master/AMD.md).
var amdNames = map[string]bool{"require": true, "exports": true, "module": true}

// loads reports whether a call of the callee loads a module: require,
// require.async (https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/async.html)
// and import.
func loads(callee *ast.Expr) bool {
	if callee.Kind == ast.Member && callee.Text == "async" {
		callee = callee.L
	}
	return callee.Kind == ast.Ident && (callee.Text == "require" || callee.Text == "import")
}

func (p *expressionParser) arguments() []*ast.Expr { return p.list(')') }

// list reads expressions up to the closing bracket.
func (p *expressionParser) list(end lexer.Op) []*ast.Expr {
	outerIn, outerC := p.noIn, p.consequent
	p.noIn, p.consequent = false, false
	list := p.items.mark()
	empty := end == ']' // of [, a] the first place
	for p.pos++; !p.until(end); {
		if t := p.peek(); p.accept(',') {
			if empty {
				p.items.push(p.expr(ast.Expr{Start: t.Start, End: t.Start}))
			}
			empty = end == ']'
			continue
		}
		empty = false
		start := p.pos
		if t := p.peek(); p.accept(lexer.Ellipsis) {
			e := p.expression()
			p.items.push(p.expr(ast.Expr{Kind: ast.Spread, L: e, Start: t.Start, End: e.End, Guard: p.guard}))
		} else {
			p.items.push(p.expression())
		}
		if p.pos == start {
			p.pos++
		}
	}
	p.noIn, p.consequent = outerIn, outerC
	return p.exprLists.copy(p.items.pop(list))
}

// under reads an expression that is evaluated only under a condition.
func (p *expressionParser) under(cond *ast.Expr, test ast.Test) *ast.Expr {
	outer := p.guard
	p.guard = p.when(cond, test)
	x := p.expression()
	p.guard = outer
	return x
}

// logicalTest is the test of its left side under which the right side of a
// logical operator or assignment is evaluated, by the operator's first character.
func logicalTest(operator byte) ast.Test {
	switch operator {
	case '&':
		return ast.Truthy
	case '?':
		return ast.Nullish
	}
	return ast.Falsy
}
