package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

func (p *statementParser) importStatement() *ast.Stmt {
	if next := p.ahead(1); next.Is('(') || next.Is('.') {
		return p.stmt(ast.Stmt{Expr: p.sequence()})
	}
	p.pos++
	if t := p.peek(); t.Kind == lexer.String {
		p.addImport(p.next())
		return nil
	}
	if p.isWord("type") && !p.ahead(1).Is(',') && p.word(p.ahead(1)) != "from" {
		p.skipToFrom()
		p.pos += 2
		return nil
	}
	names := p.importNames()
	if p.accept('=') { // import x = require("y")
		e := p.expression()
		for b := range names {
			p.define(b, ast.Def{Value: e})
		}
		return p.stmt(ast.Stmt{Expr: e})
	}
	from := p.moduleName()
	for b, name := range names {
		p.define(b, ast.Def{From: from, Name: name})
	}
	return nil
}

// importNames reads what stands before "from": for every local binding the
// name of the export it takes.
func (p *statementParser) importNames() map[*ast.Binding]string {
	names := map[*ast.Binding]string{}
	for !p.done() && !p.isWord("from") {
		switch t := p.next(); {
		case t.Is('*'):
			p.acceptWord("as")
			names[p.local(p.next())] = "*"
		case t.Is('{'):
			for !p.until('}') {
				name, as := p.specifier()
				names[p.local(as)] = p.keyText(name)
				p.accept(',')
			}
		case t.Kind == lexer.Ident:
			names[p.local(t)] = "default"
		case t.Is(','):
		default:
			p.pos--
			return names
		}
	}
	return names
}

func (p *statementParser) local(t lexer.Token) *ast.Binding {
	return p.declare(p.word(t), t.Start, false)
}

// moduleName reads from "…" and notes the import.
func (p *statementParser) moduleName() string {
	if !p.acceptWord("from") || p.peek().Kind != lexer.String {
		return ""
	}
	return p.addImport(p.next())
}

func (p *statementParser) addImport(t lexer.Token) string {
	from := p.literal(t)
	p.tree.Imports = append(p.tree.Imports, ast.Import{From: from, Start: t.Start, End: t.End})
	return from
}

func (p *statementParser) exportStatement() *ast.Stmt {
	p.pos++
	switch t := p.peek(); {
	case p.acceptWord("default"):
		return p.exportDefault()
	case t.Is('*'):
		p.pos++
		as := ""
		if p.acceptWord("as") {
			as = p.keyText(p.next())
		}
		p.tree.Exports = append(p.tree.Exports, ast.Export{As: as, From: p.moduleName(), Name: "*"})
		return nil
	case t.Is('{'):
		p.exportList()
		return nil
	case p.accept('='): // export = x
		e := p.sequence()
		p.export("*", e)
		return p.stmt(ast.Stmt{Expr: e})
	case p.isWord("type") && p.ahead(1).Is('{'):
		p.pos++
		p.skipGroup()
		p.moduleName()
		return nil
	}
	return p.exportDeclaration()
}

func (p *statementParser) exportDefault() *ast.Stmt {
	var s *ast.Stmt
	if p.isWord("interface") && p.ahead(1).Kind == lexer.Ident {
		return p.typeStatement()
	}
	if p.isWord("abstract") || p.isWord("class") || p.isWord("function") || p.isWord("async") || p.isDecorator() {
		s = p.statement()
	} else {
		s = p.stmt(ast.Stmt{Expr: p.expression()})
	}
	if s != nil && s.Expr != nil {
		p.export("default", s.Expr)
	}
	return s
}

func (p *statementParser) export(as string, value *ast.Expr) {
	p.tree.Exports = append(p.tree.Exports, ast.Export{As: as, Value: value})
}

// exportList reads export { a as b } and export { a } from "…".
func (p *statementParser) exportList() {
	first := len(p.tree.Exports)
	p.accept('{')
	for !p.until('}') {
		name, as := p.specifier()
		p.tree.Exports = append(p.tree.Exports, ast.Export{As: p.keyText(as), Local: p.keyText(name), Name: p.keyText(name)})
		p.accept(',')
	}
	if !p.isWord("from") {
		return
	}
	from := p.moduleName()
	for i := first; i < len(p.tree.Exports); i++ {
		p.tree.Exports[i].From, p.tree.Exports[i].Local = from, ""
	}
}

// exportDeclaration reads a declaration and exports the names that it adds.
func (p *statementParser) exportDeclaration() *ast.Stmt {
	before := len(p.tree.Bindings)
	s := p.statement()
	for _, b := range p.tree.Bindings[before:] {
		if b.Scope == p.scope {
			p.tree.Exports = append(p.tree.Exports, ast.Export{As: b.Name, Local: b.Name})
		}
	}
	return s
}

// specifier reads "a", "a as b" or "type a as b".
func (p *statementParser) specifier() (name, as lexer.Token) {
	name = p.next()
	if p.word(name) == "type" && p.peek().Kind == lexer.Ident && !p.isWord("as") {
		name = p.next()
	}
	as = name
	if p.acceptWord("as") {
		as = p.next()
	}
	return name, as
}

func (p *statementParser) skipToFrom() {
	for !p.done() && !p.isWord("from") && !p.is(';') {
		p.pos++
	}
}

// namespace reads namespace A.B { … } as the object of what it exports.
func (p *statementParser) namespace() *ast.Stmt {
	if t := p.ahead(1); t.Kind != lexer.Ident || t.Newline {
		return p.stmt(ast.Stmt{Expr: p.sequence()})
	}
	p.pos++
	p.tree.Namespaces = true
	names := []lexer.Token{p.next()}
	for p.accept('.') {
		names = append(names, p.next())
	}
	s, of := p.namespaceBody()
	if len(of.Props()) == 0 {
		return s
	}
	for i := len(names) - 1; i > 0; i-- {
		outer := p.expr(ast.Expr{Kind: ast.Object, Start: of.Start, End: of.End})
		outer.AddProp(ast.Prop{Key: p.word(names[i]), Start: names[i].Start, End: names[i].End, Value: of})
		of = outer
	}
	s.SetExprs([]*ast.Expr{of})
	p.define(p.declare(p.word(names[0]), names[0].Start, false), ast.Def{Value: of})
	return s
}

// namespaceBody reads what is in the braces of a namespace, and makes an object of its
// exports, which are none of the module.
func (p *statementParser) namespaceBody() (s *ast.Stmt, of *ast.Expr) {
	s, of = p.block(ast.Block), p.expr(ast.Expr{Kind: ast.Object, Start: p.peek().Start})
	outer := len(p.tree.Exports)
	p.inScope(nil, func() {
		p.scope.Block = false // a function in it is its own
		s.Parts.Body = p.bodyOf()
		for _, e := range p.tree.Exports[outer:] {
			if e.Local != "" {
				at := p.scope.Own(e.Local)
				if at == nil {
					continue
				}
				value := p.expr(ast.Expr{Kind: ast.Ident, Text: e.Local, Start: at.Start, End: at.Start + int32(len(e.Local)), Scope: p.scope})
				of.AddProp(ast.Prop{Key: e.As, Start: value.Start, End: value.End, Value: value})
			}
		}
	})
	p.tree.Exports, of.End = p.tree.Exports[:outer], p.prev()
	return s, of
}
