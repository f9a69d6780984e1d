package ast

// Guard is a condition under which a piece of code runs: the code runs only
// when Test holds for the value of Cond, and every guard further out holds too.
// A nil Guard holds always. The chain ends at the function around the code: it
// says when the code runs within one run of the body, and nothing about when
// the function is called.
//
//	function f(a, b) {
//		if (a) return
//		g(b && h())  // g: a is falsy; h: b is truthy, a is falsy
//	}
//
// To know whether code can run, decide each guard of its chain:
//
//	for g := x.Guard; g != nil; g = g.Outer {
//		// x does not run where g.Test cannot hold for g.Cond
//	}
//
// Guards are necessary conditions and no sufficient ones: what the parser is
// not sure of has no guard. The bodies of loops are not guarded by the loop's
// condition, a catch is not guarded by its try, nor is what stands behind "?.".
// What stands behind a return, throw, break or continue is guarded by the
// conditions under which the jump was not made, up to the end of the list of
// statements that the jump leaves. A declared function is guarded by what guards
// the braces around it, because it is hoisted.
//
// Cond is evaluated where it stands: a name in it may have been given another
// value by the time that the code runs.
type Guard struct {
	Cond *Expr // nil for Never
	// Cases are the values of the case clauses for OneOf and NoneOf.
	Cases []*Expr
	Outer *Guard
	Test  Test
	// Depth is the number of guards further out. It is at most MaxGuards, so that
	// a walk over the chain of every call stays linear: conditions that nest
	// deeper are left out.
	Depth uint8
}

// MaxGuards bounds how long a chain of guards is.
const MaxGuards = 64

// Test says what must be true of a guard's condition.
type Test uint8

// The tests.
const (
	Truthy  Test = iota
	Falsy        // else, the right side of ||, what follows if (Cond) return
	Nullish      // the right side of ??
	OneOf        // Cond === one of Cases: the clauses from which control gets there
	NoneOf       // Cond === none of Cases: default; it holds always when Cases is empty
	Never        // behind a jump: the code does not run
)
