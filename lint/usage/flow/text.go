package flow

import (
	"regexp"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

func (p *Program) concatenated(x *ast.Expr, m *module, f *frame) (values, bool) {
	vs := p.eval(x.L.L, m, f).text()
	if len(vs) == 0 {
		return nil, false
	}
	for _, arg := range x.List {
		vs = vs.append(p.eval(arg, m, f).text())
	}
	return vs, true
}

// joined evaluates [a, b].join(c).
func (p *Program) joined(x *ast.Expr, m *module, f *frame) (values, bool) {
	if x.L.L.Kind != ast.Array || len(x.L.L.List) == 0 {
		return nil, false
	}
	separator := values{{kind: str, text: ","}}
	if len(x.List) > 0 {
		separator = p.eval(x.List[0], m, f).text()
	}
	vs := p.eval(x.L.L.List[0], m, f).text()
	for _, item := range x.L.L.List[1:] {
		vs = vs.append(separator).append(p.eval(item, m, f).text())
	}
	return vs, true
}

// replaced evaluates s.replace(a, b). What is not known leaves the text as it
// is, since most of what real code replaces stands in the path.
func (p *Program) replaced(vs values, x *ast.Expr, m *module, f *frame) values {
	if len(x.List) < 2 {
		return vs
	}
	to := p.eval(x.List[1], m, f).text()
	if len(to) != 1 || to[0].open || to[0].prose && !vs.mayHaveHost() {
		return vs
	}
	pattern := simplePattern(x.List[0])
	if pattern == nil {
		return vs
	}
	var out values
	for _, v := range vs {
		out = out.add(v.replace(pattern, to[0]))
	}
	return out
}

// simplePattern returns what a string or regular expression literal matches.
func simplePattern(x *ast.Expr) *regexp.Regexp {
	if x.Kind == ast.String {
		return regexp.MustCompile(regexp.QuoteMeta(x.Text))
	}
	return simpleRegexp(x)
}

// replace changes the first match. The parts behind it move, and what it is
// replaced by has its own.
func (v *value) replace(pattern *regexp.Regexp, to *value) *value {
	loc := pattern.FindStringIndex(v.text)
	if loc == nil || strings.Contains(to.text, "$") {
		return v
	}
	tail, _ := v.partAt(loc[1])
	out := v.copy()
	out.text = v.text[:loc[0]] + to.text + v.text[loc[1]:]
	out.parts = nil
	for _, p := range v.parts {
		if p.at < loc[0] || p.at == 0 {
			out.parts = append(out.parts, p)
		}
	}
	for _, p := range to.parts {
		out.parts = append(out.parts, part{p.at + loc[0], p.expr, p.mod})
	}
	if loc[1] < len(v.text) {
		out.parts = append(out.parts, part{loc[0] + len(to.text), tail.expr, tail.mod})
	}
	shift := len(to.text) - (loc[1] - loc[0])
	for _, p := range v.parts {
		if p.at > loc[1] {
			out.parts = append(out.parts, part{p.at + shift, p.expr, p.mod})
		}
	}
	out.prose = isProse(out.text)
	return out
}

// maxRegexp bounds a regular expression from a source. Go's are linear in the
// text, but not free to compile.
const maxRegexp = 100

// simpleRegexp compiles the regular expression literal of a source when both
// languages read it the same way.
func simpleRegexp(x *ast.Expr) *regexp.Regexp {
	if x.Kind != ast.Regex || len(x.Text) > maxRegexp {
		return nil
	}
	end := strings.LastIndexByte(x.Text, '/')
	if end < 1 || strings.Contains(x.Text, "(?") {
		return nil
	}
	source := strings.ReplaceAll(x.Text[1:end], `\/`, "/")
	if strings.Contains(x.Text[end:], "i") {
		source = "(?i)" + source
	}
	re, err := regexp.Compile(source)
	if err != nil {
		return nil
	}
	return re
}
