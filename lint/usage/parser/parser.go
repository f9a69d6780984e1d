// Package parser reads the tokens of a script into a tree. It is no JavaScript
// parser: types are passed over, a construct that it does not know becomes an
// Unknown node with its operands below it, and it never fails.
package parser

import (
	"bytes"
	"sort"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// expressionParser reads expressions. It knows one thing of statements: that they
// are the body of a function.
type expressionParser struct {
	cursor
	binder
	flow
	items stack[*ast.Expr] // of the lists that are being read
	props stack[ast.Prop]
	stmts stack[*ast.Stmt]
	ts    bool
	body  func() []*ast.Stmt // reads the statements in braces
	// consequent is set between "?" and ":", where "(a): b" is no arrow's head.
	consequent bool
	// noIn is set in the head of a for statement.
	noIn bool
}

// statementParser reads statements, and the expressions in them.
type statementParser struct {
	expressionParser
	run constantRun
}

// Options says which language a source is in.
type Options struct {
	TypeScript bool
	JSX        bool
	// Stopped reports whether to leave the rest: it is asked now and then. It may be
	// nil.
	Stopped func() bool
}

// Parse reads a source, which must be smaller than 2 GiB.
func Parse(src []byte, opt Options) *ast.Tree {
	s := scratches.Get().(*scratch)
	defer s.free()
	p := newParser(src, opt, s)
	p.exprs.keeps = true
	tree := parse(p, func() {
		p.scope.Block = false
		jumps := false
		for !p.done() {
			p.statementInto(&p.tree.Body)
			jumps = p.afterJump(jumps)
		}
	})
	p.bindNames()
	return tree
}

// ParseExpression reads a source that is one expression, as it stands in a
// mustache of a template. The rest is left once stopped, which may be nil, reports true.
func ParseExpression(src []byte, stopped func() bool) *ast.Tree {
	s := scratches.Get().(*scratch)
	defer s.free()
	p := newParser(src, Options{Stopped: stopped}, s)
	return parse(p, func() { p.tree.Body = []*ast.Stmt{{Expr: p.sequence()}} })
}

func newParser(src []byte, opt Options, s *scratch) *statementParser {
	p := &s.parser
	p.cursor = newCursor(src, opt, s)
	p.tree = &ast.Tree{Source: p.text}
	p.ts, p.body, p.run = opt.TypeScript, p.bodyOf, constantRun{}
	return p
}

// parse reads a whole source in the scope of the tree.
func parse(p *statementParser, read func()) *ast.Tree {
	p.tree.Scope = p.inScope(nil, func() {
		p.tree.Scope = p.scope
		read()
	})
	p.bindLater()
	p.tree.TooDeep, p.tree.TooLong = p.deep, p.rest
	return p.tree
}

// ParseAttribute reads an expression that stands in markup: character
// references in it are characters. Positions are those of src.
func ParseAttribute(src []byte) *ast.Tree {
	if bytes.IndexByte(src, '&') < 0 {
		return ParseExpression(src, nil)
	}
	text, shifts := markup.UnescapeMapped(string(src))
	tree := ParseExpression([]byte(text), nil)
	if len(shifts) > 0 {
		tree.Source = string(src)
		ast.Walk(tree, func(x *ast.Expr, _ []*ast.Expr) { shift(x, shifts) })
	}
	return tree
}

// shift moves the positions of an expression from unescaped text to its source.
func shift(x *ast.Expr, shifts []markup.Shift) {
	to := func(at int32) int32 {
		i := sort.Search(len(shifts), func(i int) bool { return shifts[i].From > int(at) })
		if i == 0 {
			return at
		}
		return at + int32(shifts[i-1].Bytes)
	}
	x.Start, x.End = to(x.Start), to(x.End)
	for i := range x.Props() {
		x.Props()[i].Start, x.Props()[i].End = to(x.Props()[i].Start), to(x.Props()[i].End)
	}
}
