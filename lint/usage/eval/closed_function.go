package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// valueOfCall returns what the call of a function gives back that its name always stands
// for. What is given to it decides; a function that gives a constant decides nothing.
func valueOfCall(d *decider, x *ast.Expr, m *resolve.Module, f *frame) closed {
	fn := functionOf(x.L, m)
	if fn == nil || d.e.facts.changed[x.L.Binding()] || !endsInReturn(fn) || fn.Yields != nil || isAsync(fn, m) {
		return unclear
	}
	inner := enterFrame(fn, x, m, f)
	if inner == nil {
		return unclear
	}
	var out closed
	for _, value := range fn.Returns {
		if d.reached(value.Guard, m, inner) == ast.IsFalse {
			out.fixed = true
			continue
		}
		out = out.or(d.closed(value, m, inner))
	}
	return out
}

// functionOf returns the function that a name of a module always stands for, or nil.
func functionOf(x *ast.Expr, m *resolve.Module) *ast.Func {
	b := x.Binding()
	if b == nil || len(b.Defs) != 1 {
		return nil
	}
	def := b.Defs[0]
	if def.Value == nil || def.Value.Kind != ast.Function || len(def.Path) > 0 || def.Guard != nil {
		return nil
	}
	if declared := def.Value.Start <= b.Start; !declared && !declares(b, def, m) {
		return nil
	}
	return def.Value.Func()
}

// enterFrame returns the frame of a call that conditions look into; nil where that is
// too deep, or calls itself.
func enterFrame(fn *ast.Func, x *ast.Expr, m *resolve.Module, f *frame) *frame {
	depth := 1
	for caller := f; caller != nil; caller = caller.caller {
		if caller.fn == fn || depth >= maxFrames {
			return nil
		}
		depth++
	}
	outer := functionOutside(fn)
	for outer != nil && f.of(outer) == nil {
		outer = functionOutside(outer)
	}
	return &frame{fn: fn, args: x.List, mod: m, caller: f, outer: f.of(outer), depth: depth}
}

// endsInReturn reports whether a function always gives back one of the values that it
// returns: it is declarations and conditional returns in front of a last return.
func endsInReturn(fn *ast.Func) bool {
	last := len(fn.Body) - 1
	if last < 0 || !returns(fn, fn.Body[last]) {
		return false
	}
	return !slices.ContainsFunc(fn.Body[:last], func(s *ast.Stmt) bool {
		if s.Kind == ast.If {
			return len(s.Else()) > 0 || len(s.Body()) != 1 || !returns(fn, inBlock(s.Body()[0]))
		}
		return s.Kind != ast.Simple || s.Expr == nil && len(s.Exprs()) == 0
	})
}

// inBlock returns the only statement in the braces of one, or this itself.
func inBlock(s *ast.Stmt) *ast.Stmt {
	for s.Kind == ast.Block && len(s.Body()) == 1 && s.Expr == nil {
		s = s.Body()[0]
	}
	return s
}

// returns reports whether a statement returns a value.
func returns(fn *ast.Func, s *ast.Stmt) bool {
	return s.Kind == ast.Simple && s.Expr != nil && slices.Contains(fn.Returns, s.Expr)
}

// isAsync reports whether a function gives back a promise, or a generator.
func isAsync(fn *ast.Func, m *resolve.Module) bool {
	at := int(fn.Start)
	if at > len(m.Tree.Source) {
		return true
	}
	head, _, _ := strings.Cut(m.Tree.Source[at:], "(")
	before := strings.TrimRight(m.Tree.Source[max(0, at-len("async \n\t")):at], " \t\n")
	return strings.HasPrefix(head, "async") || strings.HasSuffix(before, "async") || strings.HasPrefix(head, "function") && strings.Contains(head, "*")
}
