package parser

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// slab hands out values of one type from blocks of them: a tree is kept or dropped
// as a whole, so its nodes need no allocation each.
type slab[T any] struct {
	block  []T // what is left of the current one
	taken  int // in all blocks
	keeps  bool
	blocks [][]T // all of them, where it keeps them
}

// next returns the next place, which is empty.
func (s *slab[T]) next() *T {
	if len(s.block) == 0 {
		s.grow(1)
	}
	place := &s.block[0]
	s.block = s.block[1:]
	return place
}

// add keeps a value and returns where.
func (s *slab[T]) add(v T) *T {
	place := s.next()
	*place = v
	return place
}

// copy keeps a list, which appending to then copies.
func (s *slab[T]) copy(list []T) []T {
	if len(list) == 0 {
		return nil
	}
	kept := s.take(len(list))
	copy(kept, list)
	return kept
}

// take returns the next n places, of a new block where the current one has no more
// that many. Blocks begin small, since an attribute of markup is a tree as well, and
// leave no more than a fifth unused.
func (s *slab[T]) take(n int) []T {
	if n > len(s.block) {
		s.grow(n)
	}
	places := s.block[:n:n]
	s.block = s.block[n:]
	return places
}

// grow makes a new block, of all that the memory has which it takes.
func (s *slab[T]) grow(n int) {
	block := slices.Grow([]T(nil), max(n, min(s.taken/4, 128), 2))
	s.block, s.taken = block[:cap(block)], s.taken+cap(block)
	if s.keeps {
		s.blocks = append(s.blocks, s.block)
	}
}

// nodes are the parts of a tree.
type nodes struct {
	exprs    slab[ast.Expr]
	parts    slab[ast.Parts]
	ofStmts  slab[ast.Stmt]
	within   slab[ast.StmtParts]
	funcs    slab[ast.Func]
	patterns slab[ast.Pattern]
	scopes   slab[ast.Scope]
	bindings slab[ast.Binding]
	defs     slab[ast.Def]

	exprLists slab[*ast.Expr]
	propLists slab[ast.Prop]
	stmtLists slab[*ast.Stmt]
}

func (n *nodes) expr(x ast.Expr) *ast.Expr {
	place := n.exprs.next()
	*place = x
	return place
}

// leaf makes an expression without operands. It is filled where it stands: half of all
// expressions are leaves.
func (n *nodes) leaf(kind ast.Kind, start, end int32, text string) *ast.Expr {
	x := n.exprs.next()
	x.Kind, x.Start, x.End, x.Text = kind, start, end, text
	return x
}

func (n *nodes) stmt(s ast.Stmt) *ast.Stmt { return n.ofStmts.add(s) }

// block makes a statement that holds others.
func (n *nodes) block(kind ast.StmtKind) *ast.Stmt {
	s := n.ofStmts.next()
	s.Kind, s.Parts = kind, n.within.next()
	return s
}

// setExprs gives a statement its expressions, from a list that is used again.
func (n *nodes) setExprs(s *ast.Stmt, list []*ast.Expr) {
	if len(list) > 1 {
		s.Parts = n.within.next()
		list = n.exprLists.copy(list)
	}
	s.SetExprs(list)
}

// pair is the list of two expressions.
func (n *nodes) pair(a, b *ast.Expr) []*ast.Expr {
	list := n.exprLists.take(2)
	list[0], list[1] = a, b
	return list
}

func (n *nodes) single(x *ast.Expr) []*ast.Expr {
	list := n.exprLists.take(1)
	list[0] = x
	return list
}

// define gives a name one more value. Most have one.
func (n *nodes) define(b *ast.Binding, d ast.Def) {
	if len(b.Defs) == 0 {
		b.Defs = n.defs.take(1)
		b.Defs[0] = d
		return
	}
	b.Defs = append(b.Defs, d)
}

// stack collects lists that nest: a list is what was pushed since its mark.
type stack[T any] struct {
	items []T
	most  int // how many there were at once
}

// emptied is the stack with nothing in it, and with the room that it had: after a large
// source, the many small ones of markup use little of that.
func (s *stack[T]) emptied() stack[T] {
	clear(s.items[:max(s.most, len(s.items))])
	return stack[T]{items: s.items[:0]}
}

func (s *stack[T]) mark() int { return len(s.items) }

func (s *stack[T]) push(v T) { s.items = append(s.items, v) }

// pop ends the list that began at a mark; it holds until the next push.
func (s *stack[T]) pop(mark int) []T {
	s.most = max(s.most, len(s.items))
	list := s.items[mark:]
	s.items = s.items[:mark]
	return list
}
