package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
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

// flow follows the control flow.
type flow struct {
	control
	guards slab[ast.Guard]
}

// when adds a condition to the current guard.
func (f *flow) when(cond *ast.Expr, test ast.Test) *ast.Guard {
	outer := f.guard
	depth := uint8(0)
	if outer != nil {
		depth = outer.Depth + 1
	}
	if depth == ast.MaxGuards {
		return outer
	}
	return f.guards.add(ast.Guard{Cond: cond, Test: test, Outer: outer, Depth: depth})
}

// afterIf narrows what follows an if statement of which a branch jumps: end is
// the guard at the end of the other one.
func (f *flow) afterIf(outer *ast.Guard, yes, no control) {
	switch {
	case yes.jumps && no.jumps:
		f.guard, f.jumps = outer, true
	case yes.jumps:
		f.guard, f.jumps = no.guard, false
	case no.jumps:
		f.guard, f.jumps = yes.guard, false
	default:
		f.guard, f.jumps = outer, false
	}
}

// apart reads statements that may run any number of times, or be left from
// anywhere within: nothing in them narrows what follows.
func (f *flow) apart(read func()) {
	outer := f.control
	read()
	f.control = outer
	f.jumps = false
}

func (f *flow) whenCases(on *ast.Expr, test ast.Test, cases []*ast.Expr) *ast.Guard {
	g := f.when(on, test)
	if g != f.guard {
		g.Cases = cases[:len(cases):len(cases)]
	}
	return g
}
