package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// statementInto reads one statement and always makes progress.
func (p *parser) statementInto(body *[]*ast.Stmt) {
	start := p.pos
	if p.depth >= maxDepth {
		p.skipGroup()
		return
	}
	p.depth++
	from := p.peek().Start
	if s := p.statement(); s != nil {
		s.Start, s.End = from, p.prev()
		*body = append(*body, s)
	}
	p.depth--
	p.accept(';')
	if p.pos == start {
		p.pos++
	}
}

func (p *parser) statement() *ast.Stmt {
	t := p.peek()
	if t.Is('{') {
		return &ast.Stmt{Kind: ast.Block, Body: p.block()}
	}
	if word := p.word(t); word != "" && !p.ahead(1).Is(lexer.Arrow) {
		if p.ahead(1).Is(':') {
			p.pos += 2 // a label
			return p.statement()
		}
		if read := statements(word); read != nil && !p.ahead(1).Is('.') && (!p.ahead(1).Is('=') || word == "export") {
			return read(p)
		}
	}
	return &ast.Stmt{Expr: p.sequence()}
}

// statements says how the statement that starts with a keyword is read; nil
// for an expression.
func statements(keyword string) func(*parser) *ast.Stmt {
	switch keyword {
	case "var", "let", "const":
		return (*parser).declaration
	case "function", "async":
		return (*parser).functionStatement
	case "class", "abstract":
		return (*parser).classStatement
	case "if":
		return (*parser).ifStatement
	case "for", "while", "with":
		return (*parser).loop
	case "switch":
		return (*parser).switchStatement
	case "do", "try", "else", "finally":
		return (*parser).blocks
	case "catch":
		return (*parser).catchClause
	case "return":
		return (*parser).returnStatement
	case "throw":
		return (*parser).keyword
	case "break", "continue":
		return (*parser).jump
	case "case", "default":
		return (*parser).caseLabel
	}
	return moduleStatements(keyword)
}

// moduleStatements are those of modules and of TypeScript.
func moduleStatements(keyword string) func(*parser) *ast.Stmt {
	switch keyword {
	case "import":
		return (*parser).importStatement
	case "export":
		return (*parser).exportStatement
	case "interface", "type":
		return (*parser).typeStatement
	case "declare":
		return (*parser).declareStatement
	case "namespace", "module":
		return (*parser).namespace
	case "enum":
		return (*parser).enum
	}
	return nil
}

func (p *parser) block() []*ast.Stmt {
	var body []*ast.Stmt
	p.inScope(nil, func() { body = p.bodyOf() })
	return body
}

// bodyOf reads "{…}" in the current scope.
func (p *parser) bodyOf() []*ast.Stmt {
	var body []*ast.Stmt
	if !p.accept('{') {
		return nil
	}
	for !p.until('}') {
		p.statementInto(&body)
	}
	return body
}

// declaration reads var, let and const.
func (p *parser) declaration() *ast.Stmt {
	keyword := p.word(p.next())
	if p.isWord("enum") {
		return p.enum()
	}
	s := &ast.Stmt{}
	for !p.done() {
		start := p.pos
		pat := p.pattern(keyword == "var")
		p.accept('!')
		p.skipAnnotation()
		if p.accept('=') {
			value := p.expression()
			name(value, pat)
			bind(pat, ast.Def{Value: value})
			s.Exprs = append(s.Exprs, value)
		} else if p.isWord("of") || p.isWord("in") {
			p.pos++
			value := p.expression()
			bind(pat, ast.Def{Value: value, Path: []string{"*"}})
			s.Exprs = append(s.Exprs, value)
		}
		s.Exprs = defaults(pat, s.Exprs)
		if !p.accept(',') || p.pos == start {
			break
		}
	}
	return s
}

// name gives a function or class without a name the one it is bound to.
func name(value *ast.Expr, pat *ast.Pattern) {
	if pat.Binding == nil {
		return
	}
	if value.Kind == ast.Function && value.Func.Name == "" {
		value.Func.Name = pat.Binding.Name
	}
	if value.Kind == ast.Class && value.Class.Name == "" {
		value.Class.Name = pat.Binding.Name
	}
}

func (p *parser) functionStatement() *ast.Stmt {
	if p.isWord("async") && p.word(p.ahead(1)) != "function" {
		return &ast.Stmt{Expr: p.sequence()}
	}
	e := p.function()
	if e.Func.Name != "" {
		b := p.declare(e.Func.Name, e.Start, true)
		b.Defs = append(b.Defs, ast.Def{Value: e})
	}
	return &ast.Stmt{Expr: e}
}

func (p *parser) classStatement() *ast.Stmt {
	if p.isWord("abstract") {
		if p.word(p.ahead(1)) != "class" {
			return &ast.Stmt{Expr: p.sequence()}
		}
		p.pos++
	}
	e := p.class()
	if e.Class.Name != "" {
		b := p.declare(e.Class.Name, e.Start, false)
		b.Defs = append(b.Defs, ast.Def{Value: e})
	}
	return &ast.Stmt{Expr: e}
}

func (p *parser) ifStatement() *ast.Stmt {
	p.pos++
	s := &ast.Stmt{Kind: ast.If}
	if p.accept('(') {
		s.Expr = p.sequence()
		p.accept(')')
	}
	p.statementInto(&s.Body)
	if p.acceptWord("else") {
		p.statementInto(&s.Else)
	}
	return s
}

// loop reads for, while and with: their head is a statement of the block.
func (p *parser) loop() *ast.Stmt {
	p.pos++
	p.acceptWord("await")
	s := &ast.Stmt{Kind: ast.Block}
	p.inScope(nil, func() {
		if p.accept('(') {
			outer := p.noIn
			p.noIn = true
			for !p.until(')') {
				p.statementInto(&s.Body)
			}
			p.noIn = outer
		}
		p.statementInto(&s.Body)
	})
	return s
}

func (p *parser) switchStatement() *ast.Stmt {
	p.pos++
	s := &ast.Stmt{Kind: ast.Block}
	if p.accept('(') {
		s.Exprs = append(s.Exprs, p.sequence())
		p.accept(')')
	}
	s.Body = p.block()
	return s
}

// caseLabel reads "case x:" and "default:".
func (p *parser) caseLabel() *ast.Stmt {
	s := &ast.Stmt{}
	if p.word(p.next()) == "case" {
		outer := p.consequent
		p.consequent = true
		s.Expr = p.sequence()
		p.consequent = outer
	}
	p.accept(':')
	return s
}

// blocks reads what is a keyword and statements in braces.
func (p *parser) blocks() *ast.Stmt {
	p.pos++
	s := &ast.Stmt{Kind: ast.Block}
	p.statementInto(&s.Body)
	return s
}

func (p *parser) catchClause() *ast.Stmt {
	p.pos++
	s := &ast.Stmt{Kind: ast.Block}
	p.inScope(nil, func() {
		if p.accept('(') {
			p.pattern(false)
			p.skipAnnotation()
			p.accept(')')
		}
		s.Body = p.bodyOf()
	})
	return s
}

func (p *parser) returnStatement() *ast.Stmt {
	p.pos++
	if t := p.peek(); t.Newline || t.Is(';') || t.Is('}') || p.done() {
		return &ast.Stmt{}
	}
	e := p.sequence()
	if f := p.scope.Func; f != nil {
		f.Returns = append(f.Returns, e)
	}
	return &ast.Stmt{Expr: e}
}

func (p *parser) keyword() *ast.Stmt {
	p.pos++
	return &ast.Stmt{Expr: p.sequence()}
}

func (p *parser) jump() *ast.Stmt {
	p.pos++
	if t := p.peek(); t.Kind == lexer.Ident && !t.Newline {
		p.pos++
	}
	return nil
}

// typeStatement passes an interface or a type alias.
func (p *parser) typeStatement() *ast.Stmt {
	keyword := p.word(p.peek())
	if t := p.ahead(1); t.Kind != lexer.Ident || t.Newline {
		return &ast.Stmt{Expr: p.sequence()}
	}
	p.pos += 2
	p.skipTypeArguments()
	if keyword == "type" {
		if p.accept('=') {
			p.skipType()
		}
		return nil
	}
	for !p.done() && !p.is('{') {
		p.pos++
	}
	if !p.done() {
		p.skipGroup()
	}
	return nil
}

// declareStatement passes what only tells a type.
func (p *parser) declareStatement() *ast.Stmt {
	if t := p.ahead(1); t.Kind != lexer.Ident || t.Newline {
		return &ast.Stmt{Expr: p.sequence()}
	}
	p.pos++
	for first := true; !p.done(); first = false {
		t := p.peek()
		if t.Is(';') || t.Newline && !first {
			return nil
		}
		if t.Is('{') || t.Is('(') || t.Is('[') {
			p.skipGroup()
			continue
		}
		p.pos++
	}
	return nil
}

func (p *parser) namespace() *ast.Stmt {
	if t := p.ahead(1); t.Kind != lexer.Ident || t.Newline {
		return &ast.Stmt{Expr: p.sequence()}
	}
	p.pos += 2
	for p.accept('.') {
		p.pos++
	}
	return &ast.Stmt{Kind: ast.Block, Body: p.block()}
}

// enum reads a TypeScript enum as an object.
func (p *parser) enum() *ast.Stmt {
	if t := p.ahead(1); t.Kind != lexer.Ident || t.Newline {
		return &ast.Stmt{Expr: p.sequence()}
	}
	p.pos++
	t := p.next()
	e := &ast.Expr{Kind: ast.Object, Start: t.Start}
	if p.accept('{') {
		for !p.until('}') {
			key := p.next()
			prop := ast.Prop{Key: p.keyText(key), Start: key.Start, End: key.End}
			if p.accept('=') {
				prop.Value = p.expression()
			}
			e.Props = append(e.Props, prop)
			p.accept(',')
		}
	}
	e.End = p.prev()
	b := p.declare(p.word(t), t.Start, false)
	b.Defs = append(b.Defs, ast.Def{Value: e})
	return &ast.Stmt{Expr: e}
}
