package parser

import (
	"slices"
	"sync"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// maxDepth bounds how deep expressions and statements nest: what lies deeper
// is passed over, and the tree says so. Written code stays below 100; generated code nests callbacks
// and conditions in hundreds.
const maxDepth = 4000

// cursor is a place in the tokens of a source.
type cursor struct {
	src    []byte
	text   string
	tokens []lexer.Token
	// match holds for every opening bracket the index of its closing one.
	match []int32
	pos   int
	depth int       // how many expressions and statements are open
	deep  *ast.Expr // the first thing that nests too deep
	rest  *ast.Expr // what follows as many tokens as are read
	// stopped is asked once in a number of steps, nil never.
	stopped func() bool
	steps   uint32
}

func newCursor(src []byte, opt Options, s *scratch) cursor {
	s.tokens = lexer.TokensInto(s.tokens, src, opt.JSX, opt.Stopped)
	s.match, s.open = matchBrackets(s.tokens, s.match, s.open)
	return cursor{src: src, text: string(src), tokens: s.tokens, match: s.match, rest: restOf(s.tokens), stopped: opt.Stopped}
}

// restOf returns what follows the tokens of a source that has too many of them.
func restOf(tokens []lexer.Token) *ast.Expr {
	if lexer.AreAll(tokens) {
		return nil
	}
	end := tokens[len(tokens)-1].End
	return &ast.Expr{Start: end, End: end}
}

// scratch is what the tree of a source does not hold: the next source is read in the
// same place. Markup has thousands of sources that are one expression each.
type scratch struct {
	tokens []lexer.Token
	match  []int32
	open   []int32 // of matchBrackets
	parser statementParser
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// maxScratch is how many tokens the place is kept for: those of a large file are
// rather collected.
const maxScratch = 1 << 18

// free hands the place on, without what the tree holds.
func (s *scratch) free() {
	if cap(s.tokens) > maxScratch {
		return
	}
	var empty statementParser
	empty.items, empty.props, empty.stmts = s.parser.items.emptied(), s.parser.props.emptied(), s.parser.stmts.emptied()
	s.parser = empty
	scratches.Put(s)
}

// matchBrackets pairs the brackets of all tokens, in the place of lists that are no
// longer needed: 0 where there is no partner.
func matchBrackets(tokens []lexer.Token, match, open []int32) (pairs, place []int32) {
	match = slices.Grow(match[:0], len(tokens))[:len(tokens)]
	clear(match)
	open = open[:0]
	for i := range tokens {
		t := &tokens[i]
		switch bracketOf(t) {
		case opens:
			open = append(open, int32(i))
		case ends:
			for n := len(open) - 1; n >= 0; n-- {
				if closes(&tokens[open[n]], t) {
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
	return match, open
}

type bracket uint8

const (
	none bracket = iota
	opens
	ends
)

func bracketOf(t *lexer.Token) bracket {
	switch t.Kind {
	case lexer.Punct:
		switch t.Op {
		case '(', '[', '{':
			return opens
		case ')', ']', '}':
			return ends
		}
	case lexer.TemplateHead:
		return opens
	case lexer.TemplateTail:
		return ends
	}
	return none
}

func closes(open, end *lexer.Token) bool {
	if open.Kind == lexer.TemplateHead || end.Kind == lexer.TemplateTail {
		return open.Kind == lexer.TemplateHead && end.Kind == lexer.TemplateTail
	}
	return open.Op == '(' && end.Op == ')' || open.Op == '[' && end.Op == ']' || open.Op == '{' && end.Op == '}'
}

func (c *cursor) done() bool { return c.pos >= len(c.tokens) }

func (c *cursor) peek() lexer.Token { return c.ahead(0) }

// ahead returns the token n places on, or EOF.
func (c *cursor) ahead(n int) lexer.Token {
	if c.pos+n < len(c.tokens) {
		return c.tokens[c.pos+n]
	}
	end := int32(len(c.src))
	return lexer.Token{Start: end, End: end}
}

func (c *cursor) next() lexer.Token {
	t := c.peek()
	c.pos++
	return t
}

func (c *cursor) is(op lexer.Op) bool { return c.peek().Is(op) }

// accept passes the punctuation op if it is next.
func (c *cursor) accept(op lexer.Op) bool {
	if !c.is(op) {
		return false
	}
	c.pos++
	return true
}

func (c *cursor) word(t lexer.Token) string {
	if t.Kind != lexer.Ident {
		return ""
	}
	if t.Op == lexer.Escaped {
		return lexer.Unquote(c.src[t.Start:t.End])
	}
	return c.text[t.Start:t.End]
}

// isWord reports whether the next token is the keyword.
func (c *cursor) isWord(word string) bool { return c.word(c.peek()) == word }

func (c *cursor) acceptWord(word string) bool {
	if !c.isWord(word) {
		return false
	}
	c.pos++
	return true
}

// skipGroup passes a bracket and all up to its partner.
func (c *cursor) skipGroup() {
	if end := int(c.match[c.pos]); end > c.pos {
		c.pos = end + 1
		return
	}
	c.pos++
}

// until reports whether the bracket op closes here, passing it, or the source
// ends. Every loop over a list ends with it.
func (c *cursor) until(op lexer.Op) bool { return c.done() || c.accept(op) }

// nested runs f one level deeper, or passes over what is next when that is
// too deep.
func (c *cursor) nested(f func() *ast.Expr) *ast.Expr {
	if c.depth >= maxDepth {
		return c.tooDeep()
	}
	c.step()
	c.depth++
	e := f()
	c.depth--
	return e
}

// perLook is how many steps are made between two looks at whether to stop.
const perLook = 1 << 12

// step counts an expression or statement. Once the run is to stop the source ends.
func (c *cursor) step() {
	if c.steps++; c.steps%perLook == 0 && c.stopped != nil && c.stopped() {
		c.tokens = nil
	}
}

// tooDeep passes over what is next, and notes it.
func (c *cursor) tooDeep() *ast.Expr {
	t := c.peek()
	if !c.done() {
		c.skipGroup()
	}
	x := &ast.Expr{Start: t.Start, End: t.End}
	if c.deep == nil {
		c.deep = x
	}
	return x
}

// prev is the end of the last token that was passed.
func (c *cursor) prev() int32 {
	if c.pos == 0 || c.pos > len(c.tokens) {
		return int32(len(c.src))
	}
	return c.tokens[c.pos-1].End
}

// literal returns the value of a string or template token.
func (c *cursor) literal(t lexer.Token) string {
	start, end := t.Inner(c.src)
	for i := start; i < end; i++ {
		if c.src[i] == '\\' {
			return lexer.Unquote(c.src[start:end])
		}
	}
	return c.text[start:end]
}

// keyText returns the name that a token gives to a property.
func (c *cursor) keyText(t lexer.Token) string {
	switch t.Kind {
	case lexer.String:
		return c.literal(t)
	case lexer.Ident:
		return c.word(t)
	}
	return c.text[t.Start:t.End]
}

func (c *cursor) isDecorator() bool {
	t := c.peek()
	return t.Kind == lexer.Ident && c.src[t.Start] == '@'
}
