package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

func (p *statementParser) ifStatement() *ast.Stmt {
	p.pos++
	s := p.block(ast.If)
	if p.accept('(') {
		s.Expr = p.sequence()
		p.accept(')')
	}
	outer := p.guard
	yes := p.branch(s.Expr, ast.Truthy, &s.Parts.Body)
	p.guard = outer
	no := control{guard: outer}
	if p.acceptWord("else") {
		no = p.branch(s.Expr, ast.Falsy, &s.Parts.Else)
		p.guard = outer
	} else if yes.jumps && s.Expr != nil {
		no.guard = p.when(s.Expr, ast.Falsy)
	}
	p.afterIf(outer, yes, no)
	return s
}

// branch reads the statement that runs under a condition and returns what is
// known at its end.
func (p *statementParser) branch(cond *ast.Expr, test ast.Test, body *[]*ast.Stmt) control {
	if cond != nil {
		p.guard = p.when(cond, test)
	}
	p.jumps = false
	p.statementInto(body)
	return p.control
}

// loop reads for, while and with: their head is a statement of the block.
func (p *statementParser) loop() (s *ast.Stmt) {
	p.apart(func() { s = p.headAndBody() })
	return s
}

// doStatement reads do … while (…), which needs no semicolon behind it.
func (p *statementParser) doStatement() *ast.Stmt {
	s := p.block(ast.Block)
	p.pos++
	p.apart(func() { p.statementInto(&s.Parts.Body) })
	if p.acceptWord("while") && p.accept('(') {
		s.SetExprs(p.single(p.sequence()))
		p.accept(')')
	}
	return s
}

func (p *statementParser) headAndBody() *ast.Stmt {
	p.pos++
	p.acceptWord("await")
	s := p.block(ast.Block)
	p.inScope(nil, func() {
		if p.accept('(') {
			p.head(s)
		}
		p.statementInto(&s.Parts.Body)
	})
	return s
}

// head reads the head of a loop behind its "(".
func (p *statementParser) head(s *ast.Stmt) {
	outer := p.noIn
	p.noIn = true
	if from := p.peek().Start; p.is('{') { // a pattern, and no block
		s.Parts.Body = append(s.Parts.Body, p.stmt(ast.Stmt{Expr: p.expression(), Start: from, End: p.prev(), Guard: p.guard}))
	}
	for !p.until(')') {
		if p.noIn && len(s.Parts.Body) > 0 && (p.isWord("of") || p.isWord("in")) {
			p.each(s)
			continue
		}
		p.statementInto(&s.Parts.Body)
		p.noIn = p.noIn && !p.ahead(-1).Is(';')
	}
	p.noIn = outer
}

// each reads "of list" or "in object" behind the name or pattern that the items are given to.
func (p *statementParser) each(s *ast.Stmt) {
	keys := p.isWord("in")
	p.pos++
	list := p.sequence()
	target := s.Parts.Body[len(s.Parts.Body)-1].Expr
	if target != nil && list != nil {
		p.bindAssigned(target, ast.Def{Value: list, Path: []string{"*"}, Keys: keys, Guard: p.guard})
	}
	s.Parts.Body = append(s.Parts.Body, p.stmt(ast.Stmt{Expr: list, Start: list.Start, End: list.End, Guard: p.guard}))
}

// tryStatement reads try, catch and finally.
func (p *statementParser) tryStatement() *ast.Stmt {
	s := p.block(ast.Block)
	jumps := p.part(s, (*statementParser).blocks)
	if p.isWord("catch") {
		jumps = p.part(s, (*statementParser).catchClause) && jumps
	}
	if p.isWord("finally") {
		jumps = p.part(s, (*statementParser).blocks) || jumps
	}
	p.jumps = jumps
	return s
}

// part reads one part of a try statement and reports whether it jumps.
func (p *statementParser) part(s *ast.Stmt, read func(*statementParser) *ast.Stmt) (jumps bool) {
	guard, from := p.guard, p.peek().Start
	p.jumps = false
	part := read(p)
	part.Start, part.End, part.Guard = from, p.prev(), guard
	s.Parts.Body = append(s.Parts.Body, part)
	jumps = p.jumps
	p.guard = guard
	return jumps
}
