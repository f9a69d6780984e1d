package eval

import (
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// functions are those that are given to replace, which tell what each match becomes.
func (r *replacements) functions() (list Values) {
	for _, v := range r.known {
		if v.Kind == Function {
			list = append(list, v)
		}
	}
	return list
}

// matches returns what can become of a text in which functions say for each match what is
// put in its place. Behind one for which that is not known nothing is.
func (r *replacements) matches(v *Value, p pattern, functions Values) Values {
	n := 1
	if p.all {
		n = maxVariants + 1
	}
	out, last := Values{{Kind: Text}}, 0
	for i, match := range p.re.FindAllStringSubmatchIndex(v.Text, n) {
		if match[0] > last {
			out = joinedBy(out, Values{stretchOf(v, last, match[0])})
		}
		to := r.ofMatch(v.Text, match, functions).Union(r.known.Texts())
		if last = match[1]; i == maxVariants || len(to) == 0 || len(out)*len(to) > maxVariants {
			return out.opened()
		}
		out = joinedBy(out, to)
	}
	if last == len(v.Text) && !v.Open {
		return out
	}
	rest := stretchOf(v, last, len(v.Text))
	rest.Open = v.Open
	return joinedBy(out, Values{rest})
}

// joinedBy joins texts to others, of which few are known; behind one that is open nothing is.
func joinedBy(texts, next Values) (out Values) {
	for _, v := range texts {
		if v.Open {
			out = out.Add(v)
			continue
		}
		for _, n := range next {
			out = out.Add(v.concat(n))
		}
	}
	return out
}

// ofMatch is what functions return for a match: they are given it, what its groups matched,
// its place, and the whole text
// (https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.replace%).
func (r *replacements) ofMatch(text string, match []int, functions Values) (out Values) {
	at := r.x.List[1]
	arg := func(kind ast.Kind, text string) *ast.Expr {
		return &ast.Expr{Kind: kind, Text: text, Start: at.Start, End: at.End, Scope: r.x.Scope}
	}
	var args []*ast.Expr
	for i := 0; i+1 < len(match); i += 2 {
		if match[i] < 0 {
			args = append(args, arg(ast.Unknown, ""))
			continue
		}
		args = append(args, arg(ast.String, text[match[i]:match[i+1]]))
	}
	args = slices.Concat(args, []*ast.Expr{arg(ast.Number, strconv.Itoa(match[0])), arg(ast.String, text)})
	call := &ast.Expr{Kind: ast.Call, L: at, List: args, Start: at.Start, End: at.End, Scope: r.x.Scope}
	for _, fn := range functions {
		out = out.Union(r.c.result(call, fn, r.m, r.f).Texts())
	}
	return out
}
