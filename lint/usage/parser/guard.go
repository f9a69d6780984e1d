package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// control is what is known of the control flow at a place within a function.
type control struct {
	// guard is the innermost condition under which the place is reached.
	guard *ast.Guard
	// entry is the guard of the braces around it.
	entry *ast.Guard
	// jumps reports whether the statement just read never ends normally.
	jumps bool
	// breaks reports whether a break has left the innermost loop or switch.
	breaks bool
}

// when adds a condition to the current guard.
func (p *parser) when(cond *ast.Expr, test ast.Test) *ast.Guard {
	outer := p.guard
	depth := uint8(0)
	if outer != nil {
		depth = outer.Depth + 1
	}
	if depth == ast.MaxGuards {
		return outer
	}
	g := p.newGuard()
	*g = ast.Guard{Cond: cond, Test: test, Outer: outer, Depth: depth}
	return g
}

// newGuard takes a guard from a block of them.
func (p *parser) newGuard() *ast.Guard {
	if len(p.guards) == cap(p.guards) {
		p.guards = make([]ast.Guard, 0, min(2*cap(p.guards)+8, 128))
	}
	p.guards = p.guards[:len(p.guards)+1]
	return &p.guards[len(p.guards)-1]
}

// under reads an expression that is evaluated only under a condition.
func (p *parser) under(cond *ast.Expr, test ast.Test, read func(*parser) *ast.Expr) *ast.Expr {
	outer := p.guard
	p.guard = p.when(cond, test)
	x := read(p)
	p.guard = outer
	return x
}

// logicalTest is the test of its left side under which the right side of a
// logical operator or assignment is evaluated.
func (p *parser) logicalTest(operator lexer.Token) ast.Test {
	switch p.src[operator.Start] {
	case '&':
		return ast.Truthy
	case '?':
		return ast.Nullish
	}
	return ast.Falsy
}

// afterIf narrows what follows an if statement of which a branch jumps: end is
// the guard at the end of the other one.
func (p *parser) afterIf(outer *ast.Guard, yes, no control) {
	switch {
	case yes.jumps && no.jumps:
		p.guard, p.jumps = outer, true
	case yes.jumps:
		p.guard, p.jumps = no.guard, false
	case no.jumps:
		p.guard, p.jumps = yes.guard, false
	default:
		p.guard, p.jumps = outer, false
	}
}

// apart reads statements that may run any number of times, or be left from
// anywhere within: nothing in them narrows what follows.
func (p *parser) apart(read func()) {
	outer := p.control
	read()
	p.control = outer
	p.jumps = false
}

// tryStatement reads try, catch and finally.
func (p *parser) tryStatement() *ast.Stmt {
	s := &ast.Stmt{Kind: ast.Block}
	jumps := p.part(s, (*parser).blocks)
	if p.isWord("catch") {
		jumps = p.part(s, (*parser).catchClause) && jumps
	}
	if p.isWord("finally") {
		jumps = p.part(s, (*parser).blocks) || jumps
	}
	p.jumps = jumps
	return s
}

// part reads one part of a try statement and reports whether it jumps.
func (p *parser) part(s *ast.Stmt, read func(*parser) *ast.Stmt) (jumps bool) {
	guard, from := p.guard, p.peek().Start
	p.jumps = false
	part := read(p)
	part.Start, part.End, part.Guard = from, p.prev(), guard
	s.Body = append(s.Body, part)
	jumps = p.jumps
	p.guard = guard
	return jumps
}
