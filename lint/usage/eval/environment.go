package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/dotenv"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// environment puts the variables of .env files together: one may name others, of
// every file.
type environment struct {
	d     *definitions
	found map[string][]variable
	began map[string]bool // is being evaluated, or was
}

// variable is one value of a variable, in its file.
type variable struct {
	v     dotenv.Variable
	m     *resolve.Module
	parts []dotenv.Part
}

func newEnvironment(d *definitions) *environment {
	return &environment{d: d, found: map[string][]variable{}, began: map[string]bool{}}
}

// read takes the variables of a file.
func (e *environment) read(m *resolve.Module, src []byte) {
	for v := range dotenv.Variables(src) {
		e.found[v.Key] = append(e.found[v.Key], variable{v, m, dotenv.Expand(src, v)})
	}
}

// settle evaluates every variable.
func (e *environment) settle() {
	for name := range e.found {
		e.evaluate(name)
	}
}

func (e *environment) evaluate(name string) {
	if e.began[name] {
		return
	}
	e.began[name] = true
	for _, found := range e.found[name] {
		for _, v := range e.values(found) {
			e.d.env[name] = e.d.env[name].Add(v)
		}
	}
}

// values returns what a value can be once its variables are put in.
func (e *environment) values(f variable) Values {
	text := string(f.m.File.Bytes[f.v.Start:f.v.End])
	if len(f.parts) == 0 || len(f.parts) == 1 && f.parts[0].Name == "" {
		start, end := f.v.Start, f.v.End
		if len(f.parts) == 1 {
			text = string(f.m.File.Bytes[f.parts[0].Start:f.parts[0].End])
		}
		if f.v.Quoted {
			start, end = start-1, end+1
		}
		return Values{Literal(&ast.Expr{Kind: ast.String, Start: int32(start), End: int32(end), Text: text}, f.m)}
	}
	return e.d.e.eval(e.joined(f.m, f.parts), f.m, nil)
}

// joined is the expression that parts stand for.
func (e *environment) joined(m *resolve.Module, parts []dotenv.Part) *ast.Expr {
	x := &ast.Expr{Kind: ast.Concat}
	for _, p := range parts {
		x.List = append(x.List, e.part(m, p))
	}
	if len(x.List) == 1 {
		return x.List[0]
	}
	return x
}

// part is the expression of a part: of a variable its value where it has one.
func (e *environment) part(m *resolve.Module, p dotenv.Part) *ast.Expr {
	start, end := int32(p.Start), int32(p.End)
	if p.Name == "" {
		return &ast.Expr{Kind: ast.String, Start: start, End: end, Text: string(m.File.Bytes[p.Start:p.End])}
	}
	e.evaluate(p.Name)
	set := len(e.d.env[p.Name]) > 0
	switch {
	case set && p.Alternative != nil:
		return e.joined(m, p.Alternative)
	case !set && p.Default != nil:
		return e.joined(m, p.Default)
	}
	process := &ast.Expr{Kind: ast.Ident, Text: "process", Start: start, End: start}
	variables := &ast.Expr{Kind: ast.Member, L: process, Text: "env", Start: start, End: start}
	return &ast.Expr{Kind: ast.Member, L: variables, Text: p.Name, Start: start, End: end}
}
