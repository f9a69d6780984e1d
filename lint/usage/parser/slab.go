package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// slab hands out values of one type from blocks of them: a tree is kept or dropped
// as a whole, so its nodes need no allocation each.
type slab[T any] struct {
	block []T // what is left of the current one
	taken int // in all blocks
}

// add keeps a value and returns where.
func (s *slab[T]) add(v T) *T {
	if len(s.block) == 0 {
		s.grow(1)
	}
	at := &s.block[0]
	s.block = s.block[1:]
	*at = v
	return at
}

// copy keeps a list, which appending to then copies.
func (s *slab[T]) copy(list []T) []T {
	n := len(list)
	if n == 0 {
		return nil
	}
	if n > len(s.block) {
		s.grow(n)
	}
	kept := s.block[:n:n]
	s.block = s.block[n:]
	copy(kept, list)
	return kept
}

// grow takes a block of at least n. It begins small, since an attribute of markup is
// a tree as well, and leaves no more than a fifth unused.
func (s *slab[T]) grow(n int) {
	size := max(n, min(s.taken/4, 128), 2)
	s.block, s.taken = make([]T, size), s.taken+size
}

// nodes are the parts of a tree.
type nodes struct {
	exprs    slab[ast.Expr]
	stmts    slab[ast.Stmt]
	funcs    slab[ast.Func]
	patterns slab[ast.Pattern]
	scopes   slab[ast.Scope]
	bindings slab[ast.Binding]
	defs     slab[ast.Def]

	exprLists slab[*ast.Expr]
	propLists slab[ast.Prop]
}

func (n *nodes) expr(x ast.Expr) *ast.Expr { return n.exprs.add(x) }

func (n *nodes) stmt(s ast.Stmt) *ast.Stmt { return n.stmts.add(s) }

// pair is the list of two expressions.
func (n *nodes) pair(a, b *ast.Expr) []*ast.Expr { return n.exprLists.copy([]*ast.Expr{a, b}) }

func (n *nodes) single(x *ast.Expr) []*ast.Expr { return n.exprLists.copy([]*ast.Expr{x}) }

// define gives a name one more value. Most have one.
func (n *nodes) define(b *ast.Binding, d ast.Def) {
	if len(b.Defs) == 0 {
		b.Defs = n.defs.copy([]ast.Def{d})
		return
	}
	b.Defs = append(b.Defs, d)
}

// stack collects lists that nest: a list is what was pushed since its mark.
type stack[T any] struct{ items []T }

func (s *stack[T]) mark() int { return len(s.items) }

func (s *stack[T]) push(v T) { s.items = append(s.items, v) }

// pop ends the list that began at a mark; it holds until the next push.
func (s *stack[T]) pop(mark int) []T {
	list := s.items[mark:]
	s.items = s.items[:mark]
	return list
}
