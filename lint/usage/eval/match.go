package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// evalExec evaluates /a(b)/.exec(text).
func evalExec(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	re := regexpIn(x.L.L)
	if re == nil || len(x.List) == 0 {
		return nil, false
	}
	return matched(c, c.e.eval(x.List[0], m, f).Texts(), patternsOf(c, re, m, f), x, m, f)
}

// evalMatch evaluates text.match(/a(b)/) and text.matchAll.
func evalMatch(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) == 0 {
		return nil, false
	}
	re := regexpIn(x.List[0])
	texts := c.e.eval(x.L.L, m, f).Texts()
	if re == nil {
		return matched(c, texts, nil, x, m, f)
	}
	return matched(c, texts, patternsOf(c, re, m, f), x, m, f)
}

// regexpIn returns the regular expression that an expression is, or names; or nil.
func regexpIn(x *ast.Expr) *ast.Expr {
	if x.Kind == ast.Ident {
		if b := x.Binding(); b != nil && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 && b.Defs[0].Value != nil {
			x = b.Defs[0].Value
		}
	}
	if isRegexp(x) {
		return x
	}
	return nil
}

// matched returns the lists of what patterns match in texts. Where a pattern is not
// known, or more of a text, any element can be any part of the text.
func matched(c *calls, texts Values, patterns []pattern, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	var out Values
	for _, v := range texts {
		rest := valued(c.e, Values{lostText(v)}, x)
		if len(patterns) != 1 || v.Open {
			out = out.Union(many(rest, x, m, f))
		}
		if len(patterns) != 1 {
			continue
		}
		found := matches(v, patterns[0], x.L.Text)
		if len(found) == 0 && settled(v.Text) { // what follows the host may be left out
			out = out.Union(many(rest, x, m, f))
		}
		for _, groups := range found {
			var list []*ast.Expr
			for _, g := range groups {
				list = append(list, valued(c.e, Values{g}, x))
			}
			one := listOf(list, x, m, f)
			if x.L.Text == "matchAll" {
				one = many(valued(c.e, one, x), x, m, f)
			}
			out = out.Union(one)
		}
	}
	return out, len(texts) > 0
}

// matches returns the lists that a call can give of one text: of the groups of a match,
// or of all matches.
func matches(v *Value, p pattern, method string) (lists []Values) {
	n := 1
	if p.all {
		n = maxElements + 1
	}
	found := p.re.FindAllStringSubmatchIndex(v.Text, n)
	if len(found) > maxElements {
		return nil // the last ones are not known
	}
	var all Values
	for _, loc := range found {
		var groups Values
		for i := 0; i < len(loc); i += 2 {
			if loc[i] < 0 {
				groups = append(groups, &Value{Kind: Constant, Text: "undefined"})
				continue
			}
			groups = append(groups, cutText(v, substring, loc[i], loc[i+1], false))
		}
		lists, all = append(lists, groups), append(all, groups[0])
	}
	if p.all && strings.HasPrefix(method, "match") && method != "matchAll" && len(all) > 0 {
		return []Values{all}
	}
	return lists
}
