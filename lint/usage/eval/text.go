package eval

import (
	"regexp"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

func (c *calls) concatenated(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.L.L, m, f).Texts()
	if len(vs) == 0 {
		return nil, false
	}
	for _, arg := range x.List {
		vs = vs.append(c.e.eval(arg, m, f).Texts())
	}
	return vs, true
}

// joined evaluates [a, b].join(c).
func (c *calls) joined(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if x.L.L.Kind != ast.Array || len(x.L.L.List) == 0 {
		return nil, false
	}
	separator := Values{{Kind: Text, Text: ","}}
	if len(x.List) > 0 {
		separator = c.e.eval(x.List[0], m, f).Texts()
	}
	vs := c.e.eval(x.L.L.List[0], m, f).Texts()
	for _, item := range x.L.L.List[1:] {
		vs = vs.append(separator).append(c.e.eval(item, m, f).Texts())
	}
	return vs, true
}

// replaced evaluates s.replace(a, b). What is not known leaves the text as it
// is, since most of what real code replaces stands in the path.
func (c *calls) replaced(vs Values, x *ast.Expr, m *resolve.Module, f *frame) Values {
	if len(x.List) < 2 {
		return vs
	}
	to := c.e.eval(x.List[1], m, f).Texts()
	if len(to) != 1 || to[0].Open || to[0].prose && !vs.mayHaveHost() {
		return vs
	}
	pattern := simplePattern(x.List[0])
	if pattern == nil {
		return vs
	}
	var out Values
	for _, v := range vs {
		out = out.Add(v.replace(pattern, to[0]))
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
