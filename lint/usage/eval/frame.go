package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// frame is the environment of an evaluation: one call that is being followed,
// whose parameters have the values of its arguments. Without a frame parameters
// have the values of all calls.
type frame struct {
	fn     *ast.Func
	args   []*ast.Expr
	mod    *resolve.Module // the caller's
	caller *frame          // in which the arguments have their values
	outer  *frame          // in which the function was made
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
func (e *Evaluator) enter(call *ast.Expr, callee *Value, m *resolve.Module, f *frame) (*frame, bool) {
	key := frameKey{call, callee.Fn, f, callee.frame}
	if inner := e.calling.frames[key]; inner != nil {
		return inner, true
	}
	depth := 1
	if f != nil {
		depth = f.depth + 1
	}
	if depth > maxFrames || f.of(callee.Fn) != nil {
		return nil, false
	}
	if e.calling.count[callee.Fn] >= maxFramesOf(callee.Fn) {
		return nil, true
	}
	e.calling.count[callee.Fn]++
	inner := &frame{fn: callee.Fn, args: call.List, mod: m, caller: f, outer: callee.frame, depth: depth}
	e.calling.frames[key] = inner
	return inner, true
}
