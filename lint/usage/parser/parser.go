// Package parser reads the tokens of a script into a tree. It is no JavaScript
// parser: types are passed over, a construct that it does not know becomes an
// Unknown node with its operands below it, and it never fails.
package parser

import (
	"bytes"
	"sort"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// maxDepth bounds how deep expressions and statements nest: what lies deeper
// is passed over. Written code stays below 100; generated code nests callbacks
// and conditions in hundreds.
const maxDepth = 4000

type parser struct {
	src    []byte
	text   string
	tokens []lexer.Token
	// match holds for every opening bracket the index of its closing one.
	match []int32
	pos   int
	depth int
	ts    bool
	scope *ast.Scope
	tree  *ast.Tree
	later []assigned
	// consequent is set between "?" and ":", where "(a): b" is no arrow's head.
	consequent bool
	// noIn is set in the head of a for statement.
	noIn bool
	control
	guards []ast.Guard // those of the current block that are in use
}

// Options says which language a source is in.
type Options struct {
	TypeScript bool
	JSX        bool
}

// Parse reads a source, which must be smaller than 2 GiB.
func Parse(src []byte, opt Options) *ast.Tree {
	text := string(src)
	p := &parser{src: src, text: text, tokens: lexer.Tokens(src, opt.JSX), ts: opt.TypeScript}
	p.match = matchBrackets(p.tokens)
	p.tree = &ast.Tree{Source: text}
	p.tree.Scope = p.inScope(nil, func() {
		p.tree.Scope = p.scope
		p.scope.Block = false
		jumps := false
		for !p.done() {
			p.statementInto(&p.tree.Body)
			jumps = p.afterJump(jumps)
		}
	})
	p.bindLater()
	return p.tree
}

// ParseExpression reads a source that is one expression, as it stands in a
// mustache of a template.
func ParseExpression(src []byte) *ast.Tree {
	p := &parser{src: src, text: string(src), tokens: lexer.Tokens(src, false)}
	p.match = matchBrackets(p.tokens)
	p.tree = &ast.Tree{Source: p.text}
	p.tree.Scope = p.inScope(nil, func() {
		p.tree.Scope = p.scope
		p.tree.Body = []*ast.Stmt{{Expr: p.sequence()}}
	})
	return p.tree
}

// ParseAttribute reads an expression that stands in markup: character
// references in it are characters. Positions are those of src.
func ParseAttribute(src []byte) *ast.Tree {
	if bytes.IndexByte(src, '&') < 0 {
		return ParseExpression(src)
	}
	text, shifts := markup.UnescapeMapped(string(src))
	tree := ParseExpression([]byte(text))
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
	for i := range x.Props {
		x.Props[i].Start, x.Props[i].End = to(x.Props[i].Start), to(x.Props[i].End)
	}
}

// matchBrackets pairs the brackets of all tokens: 0 where there is no partner.
func matchBrackets(tokens []lexer.Token) []int32 {
	match := make([]int32, len(tokens))
	var open []int32
	for i, t := range tokens {
		switch {
		case t.Kind == lexer.TemplateHead, t.Is('('), t.Is('['), t.Is('{'):
			open = append(open, int32(i))
		case t.Kind == lexer.TemplateTail, t.Is(')'), t.Is(']'), t.Is('}'):
			for n := len(open) - 1; n >= 0; n-- {
				if closes(tokens[open[n]], t) {
					match[open[n]] = int32(i)
					open = open[:n]
					break
				}
				if n < len(open)-8 {
					break // a stray bracket: what is open around it stays open
				}
			}
		}
	}
	return match
}

func closes(open, end lexer.Token) bool {
	if open.Kind == lexer.TemplateHead || end.Kind == lexer.TemplateTail {
		return open.Kind == lexer.TemplateHead && end.Kind == lexer.TemplateTail
	}
	return open.Op == '(' && end.Op == ')' || open.Op == '[' && end.Op == ']' || open.Op == '{' && end.Op == '}'
}

func (p *parser) done() bool { return p.pos >= len(p.tokens) }

func (p *parser) peek() lexer.Token { return p.ahead(0) }

// ahead returns the token n places on, or EOF.
func (p *parser) ahead(n int) lexer.Token {
	if p.pos+n < len(p.tokens) {
		return p.tokens[p.pos+n]
	}
	end := int32(len(p.src))
	return lexer.Token{Start: end, End: end}
}

func (p *parser) next() lexer.Token {
	t := p.peek()
	p.pos++
	return t
}

func (p *parser) is(op lexer.Op) bool { return p.peek().Is(op) }

// accept passes the punctuation op if it is next.
func (p *parser) accept(op lexer.Op) bool {
	if !p.is(op) {
		return false
	}
	p.pos++
	return true
}

func (p *parser) word(t lexer.Token) string {
	if t.Kind != lexer.Ident {
		return ""
	}
	if t.Op == lexer.Escaped {
		return lexer.Unquote(p.src[t.Start:t.End])
	}
	return p.text[t.Start:t.End]
}

// isWord reports whether the next token is the keyword.
func (p *parser) isWord(word string) bool { return p.word(p.peek()) == word }

func (p *parser) acceptWord(word string) bool {
	if !p.isWord(word) {
		return false
	}
	p.pos++
	return true
}

// skipGroup passes a bracket and all up to its partner.
func (p *parser) skipGroup() {
	if end := int(p.match[p.pos]); end > p.pos {
		p.pos = end + 1
		return
	}
	p.pos++
}

// until reports whether the bracket op closes here, passing it, or the source
// ends. Every loop over a list ends with it.
func (p *parser) until(op lexer.Op) bool { return p.done() || p.accept(op) }

// nested runs f one level deeper, or passes over what is next when that is
// too deep.
func (p *parser) nested(f func() *ast.Expr) *ast.Expr {
	if p.depth >= maxDepth {
		t := p.peek()
		if !p.done() {
			p.skipGroup()
		}
		return &ast.Expr{Start: t.Start, End: t.End}
	}
	p.depth++
	e := f()
	p.depth--
	return e
}

// prev is the end of the last token that was passed.
func (p *parser) prev() int32 {
	if p.pos == 0 || p.pos > len(p.tokens) {
		return int32(len(p.src))
	}
	return p.tokens[p.pos-1].End
}
