package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// isMade reports whether an expression may be an address that none of its pieces begins with:
// parts.join(""), decodeURIComponent(text), text.split("|")[1].
func isMade(x *ast.Expr) bool {
	switch {
	case x.Kind == ast.Index:
		return x.L.Kind == ast.Call && x.L.L.Kind == ast.Member && x.L.L.Text == "split"
	case x.Kind != ast.Call:
		return false
	case x.L.Kind == ast.Member:
		return model.TextMethods[x.L.Text] || model.Cuts[x.L.Text] || isParsed(x)
	}
	return x.L.Kind == ast.Ident && model.Decoders[x.L.Text] && len(x.List) > 0
}

// isCut reports whether a call takes a part of a text: an address stands behind another text only
// where somebody writes one so.
func isCut(x *ast.Expr) bool { return x.Kind == ast.Call && model.Cuts[ast.NameOf(x.L)] }

// isParsed reports whether a call reads a text in which an address may be, as compilers write
// JSON that is imported.
func isParsed(x *ast.Expr) bool {
	return x.L.Kind == ast.Member && x.L.Text == "parse" && x.L.L.Kind == ast.Ident && x.L.L.Text == "JSON" && len(x.List) > 0 &&
		x.List[0].Kind == ast.String && strings.Contains(x.List[0].Text, "/")
}

// isOfLiteral reports whether an address is made of what stands there: in minified code nothing
// else is asked for, whose values are many and whose names say nothing.
func isOfLiteral(x *ast.Expr) bool {
	of := madeOf(x)
	return of.Kind == ast.String || of.Kind == ast.Array
}

// madeOf returns what an address is made of: what a method is called on, or a function is given.
func madeOf(x *ast.Expr) *ast.Expr {
	if x.Kind == ast.Index {
		x = x.L
	}
	if x.L.Kind != ast.Member || isParsed(x) {
		return x.List[0]
	}
	return x.L.L
}

// made decides about an address that is made of texts which are none, or another one:
// ["https://a", "example.net"].join(".").
func (a *leftovers) made(x *ast.Expr, m *resolve.Module) {
	for _, v := range a.madeTexts(x, m) {
		ep, ok := eval.EndpointOf(v, false)
		if !ok {
			continue
		}
		part, ok := v.Place(ep)
		if !ok || part.Expr.Kind != ast.String || a.record.used[part.Expr] || isVersion(v, ep) {
			continue
		}
		if a.isPassedOn(x, ep, m) {
			continue // it is decided about where it comes from
		}
		a.literal(x, v, ep, m)
	}
}

// madeTexts are the texts that an expression makes: those in the objects of JSON.parse("{…}"), too.
func (a *leftovers) madeTexts(x *ast.Expr, m *resolve.Module) (texts eval.Values) {
	vs := a.in.values.Eval(x, m)
	if x.Kind != ast.Call || !isParsed(x) {
		return vs.Texts()
	}
	for range maxGivenDepth {
		if texts = texts.Union(vs.Texts()); len(vs) == len(vs.Texts()) {
			break
		}
		vs = a.in.values.Property(vs, anyName)
	}
	return texts
}

// isPassedOn reports whether an address is not made by a call, but is what it is called on or given.
func (a *leftovers) isPassedOn(x *ast.Expr, ep endpoint.Endpoint, m *resolve.Module) bool {
	return slices.ContainsFunc(a.in.values.Eval(madeOf(x), m), func(v *eval.Value) bool {
		own, ok := eval.EndpointOf(v, false)
		return ok && own.Host == ep.Host
	})
}
