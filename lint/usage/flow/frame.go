package flow

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// frame is one call that is being followed: the function's parameters have
// the values of its arguments. Without a frame they have the values of all
// its calls.
type frame struct {
	fn     *ast.Func
	args   []*ast.Expr
	mod    *module // the caller's
	caller *frame  // in which the arguments have their values
	outer  *frame  // in which the function was made
	depth  int
}

// maxFrames bounds how many calls deep a return value is followed.
const maxFrames = 6

// How many calls of one function are followed each by itself: a short one, such
// as join(base, path), is worth it; decoders and arithmetic libraries call long
// ones from everywhere.
const (
	maxFramesShort = 48
	maxFramesLong  = 16
	shortBody      = 8 // statements
)

func maxFramesOf(fn *ast.Func) int {
	if len(fn.Body) <= shortBody {
		return maxFramesShort
	}
	return maxFramesLong
}

// of returns the frame of a function that encloses the code that runs in f.
func (f *frame) of(fn *ast.Func) *frame {
	for ; f != nil; f = f.outer {
		if f.fn == fn {
			return f
		}
	}
	return nil
}

// frameKey names a frame: the same call of the same function has one.
type frameKey struct {
	call   *ast.Expr
	fn     *ast.Func
	caller *frame
	outer  *frame
}

// enter returns the frame of one more call: nil, which stands for all calls,
// when the function has too many; false when it is too deep.
func (p *Program) enter(call *ast.Expr, callee *value, m *module, f *frame) (*frame, bool) {
	key := frameKey{call, callee.fn, f, callee.frame}
	if inner := p.frames[key]; inner != nil {
		return inner, true
	}
	depth := 1
	if f != nil {
		depth = f.depth + 1
	}
	if depth > maxFrames || f.of(callee.fn) != nil {
		return nil, false
	}
	if p.frameCount[callee.fn] >= maxFramesOf(callee.fn) {
		return nil, true
	}
	p.frameCount[callee.fn]++
	inner := &frame{fn: callee.fn, args: call.List, mod: m, caller: f, outer: callee.frame, depth: depth}
	p.frames[key] = inner
	return inner, true
}

// site is one call of a function.
type site struct {
	args []*ast.Expr
	mod  *module
}

// argument returns what a call gives to parameter i.
func argument(args []*ast.Expr, i int, rest bool) *ast.Expr {
	for j, a := range args {
		if a.Kind == ast.Spread && j <= i { // f(...list): any element
			return &ast.Expr{Kind: ast.Index, L: a.L, R: &ast.Expr{}, Start: a.Start, End: a.End}
		}
	}
	if i >= len(args) {
		return nil
	}
	if rest {
		return &ast.Expr{Kind: ast.Array, List: args[i:], Start: args[i].Start, End: args[len(args)-1].End}
	}
	return args[i]
}
