package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// statementInto reads one statement into a list.
func (p *statementParser) statementInto(body *[]*ast.Stmt) {
	if s := p.nextStatement(); s != nil {
		*body = append(*body, s)
	}
}

// nextStatement reads one statement and always makes progress. It returns nil for one that
// leaves nothing.
func (p *statementParser) nextStatement() *ast.Stmt {
	start := p.pos
	if p.depth >= maxDepth {
		p.tooDeep()
		return nil
	}
	p.depth++
	p.step()
	from, guard := p.peek().Start, p.guard
	p.jumps = false
	s := p.statement()
	if s != nil {
		s.Start, s.End, s.Guard = from, p.prev(), guard
		if s.Expr != nil && s.Expr.Kind == ast.Function {
			s.Guard = s.Expr.Guard
		}
	}
	p.depth--
	p.accept(';')
	if p.pos == start {
		p.pos++
	}
	return s
}

func (p *statementParser) statement() *ast.Stmt {
	t := p.peek()
	switch {
	case t.Is('{'):
		return p.inBraces()
	case p.isDecorator():
		return p.decorated()
	}
	if word := p.word(t); word != "" && !p.ahead(1).Is(lexer.Arrow) {
		if p.ahead(1).Is(':') {
			return p.labelled()
		}
		if read := statements(word); read != nil && !p.ahead(1).Is('.') && (!p.ahead(1).Is('=') || word == "export") {
			return read(p)
		}
	}
	return p.stmt(ast.Stmt{Expr: p.sequence()})
}

// statements says how the statement that starts with a keyword is read; nil
// for an expression.
func statements(keyword string) func(*statementParser) *ast.Stmt {
	switch keyword {
	case "var", "let", "const":
		return (*statementParser).declaration
	case "function", "async":
		return (*statementParser).functionStatement
	case "class", "abstract":
		return (*statementParser).classStatement
	case "if":
		return (*statementParser).ifStatement
	case "for", "while", "with":
		return (*statementParser).loop
	case "switch":
		return (*statementParser).switchStatement
	case "do":
		return (*statementParser).doStatement
	case "try":
		return (*statementParser).tryStatement
	case "else", "finally": // without what they belong to
		return (*statementParser).blocks
	case "return":
		return (*statementParser).returnStatement
	case "throw":
		return (*statementParser).throwStatement
	case "break", "continue":
		return (*statementParser).jump
	}
	return moduleStatements(keyword)
}

// moduleStatements are those of modules and of TypeScript.
func moduleStatements(keyword string) func(*statementParser) *ast.Stmt {
	switch keyword {
	case "import":
		return (*statementParser).importStatement
	case "export":
		return (*statementParser).exportStatement
	case "interface", "type":
		return (*statementParser).typeStatement
	case "declare":
		return (*statementParser).declareStatement
	case "namespace", "module":
		return (*statementParser).namespace
	case "enum":
		return (*statementParser).enum
	}
	return nil
}

// inBraces reads "{…}" in a scope of its own.
func (p *statementParser) inBraces() *ast.Stmt {
	s := p.block(ast.Block)
	p.inScope(nil, func() { s.Parts.Body = p.bodyOf() })
	return s
}

// bodyOf reads "{…}" in the current scope.
func (p *statementParser) bodyOf() []*ast.Stmt {
	if !p.accept('{') {
		return nil
	}
	outer, jumps := p.entry, false
	p.entry = p.guard
	body := p.stmts.mark()
	for !p.until('}') {
		if s := p.nextStatement(); s != nil {
			p.stmts.push(s)
		}
		jumps = p.afterJump(jumps)
	}
	p.entry, p.jumps = outer, jumps
	return p.stmtLists.copy(p.stmts.pop(body))
}

// afterJump is told whether a statement before the last one of a list jumps,
// and reports whether one up to it does. What follows a jump never runs.
func (p *statementParser) afterJump(before bool) bool {
	if p.jumps && !before && !p.done() && !p.is('}') && !p.isCase() {
		p.guard = p.when(nil, ast.Never)
	}
	return before || p.jumps
}

// labelled reads a statement behind its label, which a break can leave.
func (p *statementParser) labelled() *ast.Stmt {
	p.pos += 2
	guard := p.guard
	s := p.statement()
	p.guard, p.jumps = guard, false
	return s
}

// declaration reads var, let and const.
func (p *statementParser) declaration() *ast.Stmt {
	p.run.goesOn(&p.cursor)
	keyword := p.word(p.next())
	if p.isWord("enum") {
		return p.enum()
	}
	s, exprs := p.stmt(ast.Stmt{}), p.items.mark()
	for !p.done() {
		start := p.pos
		pat := p.pattern(keyword == "var")
		p.accept('!')
		p.skipAnnotation()
		if p.accept('=') {
			value := p.expression()
			name(value, pat)
			p.bind(pat, ast.Def{Value: value, Guard: p.guard})
			p.run.note(pat, value, keyword == "var", &p.flow)
			p.items.push(value)
		} else if p.isWord("of") || p.isWord("in") {
			keys := p.isWord("in")
			p.run.values = nil
			p.pos++
			value := p.expression()
			p.bind(pat, ast.Def{Value: value, Path: []string{"*"}, Keys: keys, Guard: p.guard})
			p.items.push(value)
		} else {
			p.noteEmpty(pat.Binding, keyword)
		}
		p.pushDefaults(pat)
		if !p.accept(',') || p.pos == start {
			break
		}
	}
	p.run.end = p.pos
	p.setExprs(s, p.items.pop(exprs))
	return s
}

// pushDefaults adds the default values of a pattern to what is being listed.
func (p *statementParser) pushDefaults(pat *ast.Pattern) {
	if pat.Default != nil {
		p.items.push(pat.Default)
	}
	for _, part := range pat.Parts {
		p.pushDefaults(part)
	}
}

// noteEmpty notes that a name is declared without a value. A var has what a parameter of that
// name or a function has, and outside of all functions what the platform gives to a script:
// var wx.
func (p *statementParser) noteEmpty(b *ast.Binding, keyword string) {
	if b != nil && len(b.Defs) == 0 && (keyword == "let" || keyword == "var" && b.Scope.Func != nil && b.Name != "arguments") {
		b.Empty = true
	}
}

// name gives a function or class without a name the one it is bound to.
func name(value *ast.Expr, pat *ast.Pattern) {
	if pat.Binding == nil {
		return
	}
	if value.Kind == ast.Function && value.Func().Name == "" {
		value.Func().Name = pat.Binding.Name
	}
	if value.Kind == ast.Class && value.Class().Name == "" {
		value.Class().Name = pat.Binding.Name
	}
}

func (p *statementParser) functionStatement() *ast.Stmt {
	if p.isWord("async") && p.word(p.ahead(1)) != "function" {
		return p.stmt(ast.Stmt{Expr: p.sequence()})
	}
	e := p.function()
	e.Guard = p.entry // it is hoisted
	if e.Func().Name != "" {
		b := p.declare(e.Func().Name, e.Start, true)
		p.define(b, ast.Def{Value: e, Guard: p.entry})
	}
	return p.stmt(ast.Stmt{Expr: e})
}

func (p *statementParser) classStatement() *ast.Stmt {
	if p.isWord("abstract") {
		if p.word(p.ahead(1)) != "class" {
			return p.stmt(ast.Stmt{Expr: p.sequence()})
		}
		p.pos++
	}
	e := p.class()
	e.Guard = p.guard
	if e.Class().Name != "" {
		b := p.declare(e.Class().Name, e.Start, false)
		p.define(b, ast.Def{Value: e, Guard: p.guard})
	}
	return p.stmt(ast.Stmt{Expr: e})
}

// decorated reads a class behind its decorators.
func (p *statementParser) decorated() *ast.Stmt {
	by, s := p.decorators(), p.stmt(ast.Stmt{})
	if p.isWord("class") || p.isWord("abstract") || p.isWord("export") {
		if of := p.statement(); of != nil {
			s = of
		}
	}
	if s.Expr != nil && s.Expr.Kind == ast.Class {
		p.decorate(s.Expr.Class(), by, s.Expr)
	} else {
		s.SetExprs(append(by, s.Exprs()...))
	}
	return s
}

// blocks reads what is a keyword and statements in braces.
func (p *statementParser) blocks() *ast.Stmt {
	p.pos++
	s := p.block(ast.Block)
	p.statementInto(&s.Parts.Body)
	return s
}

func (p *statementParser) catchClause() *ast.Stmt {
	p.pos++
	s := p.block(ast.Block)
	p.inScope(nil, func() {
		if p.accept('(') {
			p.pattern(false)
			p.skipAnnotation()
			p.accept(')')
		}
		s.Parts.Body = p.bodyOf()
	})
	return s
}

func (p *statementParser) returnStatement() *ast.Stmt {
	p.pos++
	p.jumps = true
	if t := p.peek(); t.Newline || t.Is(';') || t.Is('}') || p.done() {
		return p.stmt(ast.Stmt{})
	}
	e := p.sequence()
	if f := p.scope.Func; f != nil {
		f.Returns = append(f.Returns, e)
	}
	return p.stmt(ast.Stmt{Expr: e})
}

func (p *statementParser) throwStatement() *ast.Stmt {
	p.pos++
	p.jumps = true
	return p.stmt(ast.Stmt{Expr: p.sequence()})
}

// jump reads break and continue. A break with a label is not counted: it
// leaves the labelled statement, behind which all is reached.
func (p *statementParser) jump() *ast.Stmt {
	isBreak := p.word(p.next()) == "break"
	p.jumps = true
	if t := p.peek(); t.Kind == lexer.Ident && !t.Newline {
		p.pos++
	} else if isBreak {
		p.breaks = true
	}
	return nil
}

// typeStatement passes an interface or a type alias.
func (p *statementParser) typeStatement() *ast.Stmt {
	keyword := p.word(p.peek())
	if t := p.ahead(1); t.Kind != lexer.Ident || t.Newline {
		return p.stmt(ast.Stmt{Expr: p.sequence()})
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
func (p *statementParser) declareStatement() *ast.Stmt {
	if t := p.ahead(1); t.Kind != lexer.Ident || t.Newline {
		return p.stmt(ast.Stmt{Expr: p.sequence()})
	}
	p.pos++
	named := p.isWord("global") || p.isWord("namespace") || p.isWord("module") || p.isWord("class") || p.isWord("interface") || p.isWord("enum")
	for first := true; !p.done(); first = false {
		t := p.peek()
		if t.Is(';') || t.Newline && !first {
			return nil
		}
		if t.Is('{') && named {
			p.skipGroup()
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

// enum reads a TypeScript enum as an object.
func (p *statementParser) enum() *ast.Stmt {
	if t := p.ahead(1); t.Kind != lexer.Ident || t.Newline {
		return p.stmt(ast.Stmt{Expr: p.sequence()})
	}
	p.pos++
	t := p.next()
	e := p.expr(ast.Expr{Kind: ast.Object, Start: t.Start})
	if p.accept('{') {
		for !p.until('}') {
			key := p.next()
			prop := ast.Prop{Key: p.keyText(key), Start: key.Start, End: key.End}
			if p.accept('=') {
				prop.Value = p.expression()
			}
			e.AddProp(prop)
			p.accept(',')
		}
	}
	e.End = p.prev()
	b := p.declare(p.word(t), t.Start, false)
	p.define(b, ast.Def{Value: e})
	return p.stmt(ast.Stmt{Expr: e})
}
