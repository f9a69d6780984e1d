package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// switchBody is what is known of the clauses of a switch that were read.
type switchBody struct {
	on    *ast.Expr
	outer *ast.Guard
	// tests are the values of the case clauses.
	tests   []*ast.Expr
	clauses []clause
	// from is the index in tests at which the run of clauses starts from which
	// control can fall to the current one; withDefault reports whether the
	// default clause is one of them.
	from        int
	withDefault bool
	// open are the guards of the run with the default clause. The tests outside
	// the run, of which some are still to come, are their cases.
	open []openGuard
}

type clause struct {
	test          int // the index of its test; meaningless for a default clause
	isDefault     bool
	jumps, breaks bool
}

// openGuard is a NoneOf whose tests are all but those from one index up to
// another. Every open guard has the same from, because there is one default.
type openGuard struct {
	guard    *ast.Guard
	from, to int
}

func (p *statementParser) switchStatement() *ast.Stmt {
	p.pos++
	s := p.block(ast.Block)
	b := switchBody{outer: p.guard}
	if p.accept('(') {
		b.on = p.sequence()
		s.SetExprs(p.single(b.on))
		p.accept(')')
	}
	if b.on == nil || !p.is('{') {
		return s
	}
	outer := p.control
	p.inScope(nil, func() { p.clauses(s, &b) })
	p.control = outer
	p.afterSwitch(&b)
	return s
}

// clauses reads the clauses in braces.
func (p *statementParser) clauses(s *ast.Stmt, b *switchBody) {
	p.pos++
	p.entry, p.jumps, p.breaks = p.guard, false, false
	jumps := false
	for !p.until('}') {
		if !p.isCase() {
			p.statementInto(&s.Parts.Body)
			jumps = p.afterJump(jumps)
			continue
		}
		b.end(jumps, p.breaks)
		jumps, p.jumps, p.breaks, p.guard = false, false, false, b.outer
		from := p.peek().Start
		if test := p.caseLabel(b); test != nil {
			s.Parts.Body = append(s.Parts.Body, p.stmt(ast.Stmt{Expr: test, Start: from, End: p.prev(), Guard: p.guard}))
		}
		if !p.isCase() {
			p.guard = p.clauseGuard(b)
		}
	}
	b.end(jumps, p.breaks)
	b.close()
}

// close gives the open guards their cases, all from one list.
func (b *switchBody) close() {
	if len(b.open) == 0 {
		return
	}
	first := b.open[0]
	rest := append(b.tests[first.to:len(b.tests):len(b.tests)], b.tests[:first.from]...)
	for _, o := range b.open {
		o.guard.Cases = rest[o.to-first.to:]
	}
}

func (p *statementParser) isCase() bool {
	return p.isWord("case") || p.isWord("default") && p.ahead(1).Is(':')
}

// caseLabel reads "case x:" and returns x, or "default:".
func (p *statementParser) caseLabel(b *switchBody) (test *ast.Expr) {
	c := clause{test: len(b.tests), isDefault: p.word(p.next()) == "default"}
	b.withDefault = b.withDefault || c.isDefault
	if !c.isDefault {
		outer := p.consequent
		p.consequent = true
		test = p.sequence()
		p.consequent = outer
		b.tests = append(b.tests, test)
	}
	p.accept(':')
	b.clauses = append(b.clauses, c)
	return test
}

// end notes how the last clause ends.
func (b *switchBody) end(jumps, breaks bool) {
	if len(b.clauses) == 0 {
		return
	}
	last := &b.clauses[len(b.clauses)-1]
	last.jumps, last.breaks = jumps, breaks
	if jumps {
		b.from, b.withDefault = len(b.tests), false
	}
}

// clauseGuard is the guard of the clause just begun and of those that fall
// through to it.
func (p *statementParser) clauseGuard(b *switchBody) *ast.Guard {
	p.guard = b.outer
	if !b.withDefault {
		return p.whenCases(b.on, ast.OneOf, b.tests[b.from:])
	}
	g := p.when(b.on, ast.NoneOf)
	if g != b.outer {
		b.open = append(b.open, openGuard{g, b.from, len(b.tests)})
	}
	return g
}

// afterSwitch narrows what follows a switch: it is not reached from clauses
// that leave more than the switch.
func (p *statementParser) afterSwitch(b *switchBody) {
	p.jumps = false
	leaves, all := b.leaving()
	switch {
	case all:
		p.jumps = true
	case leaves == nil:
	case leaves[len(leaves)-1]: // of default
		p.guard = p.whenCases(b.on, ast.OneOf, b.casesThat(leaves, false))
	default:
		p.guard = p.whenCases(b.on, ast.NoneOf, b.casesThat(leaves, true))
	}
}

// leaving says which clauses always leave more than the switch, the default or
// its absence last; nil when none does. all reports whether each of them does.
func (b *switchBody) leaving() (leaves []bool, all bool) {
	next, none, byDefault := false, true, false
	leaves = make([]bool, len(b.clauses)+1)
	all = true
	for i := len(b.clauses) - 1; i >= 0; i-- {
		c := b.clauses[i]
		next = !c.breaks && (c.jumps || next)
		leaves[i] = next
		if c.isDefault {
			byDefault = next
		}
		none, all = none && !next, all && next
	}
	leaves[len(b.clauses)] = byDefault
	if none {
		return nil, false
	}
	return leaves, all && byDefault
}

// casesThat returns the tests of the clauses that leave, or of those that do not.
func (b *switchBody) casesThat(leaves []bool, want bool) []*ast.Expr {
	var out []*ast.Expr
	for i, c := range b.clauses {
		if !c.isDefault && leaves[i] == want {
			out = append(out, b.tests[c.test])
		}
	}
	return out
}
