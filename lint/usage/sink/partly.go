package sink

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// joined decides about a URL whose host is a constant of its own, "https://" + host, or of
// which at least its end is written.
func (a *leftovers) joined(x *ast.Expr, m *resolve.Module) {
	isNamed := false
	for _, v := range a.in.values.Eval(x, m) {
		ep, ok := eval.EndpointOf(v, false)
		if isNamed = isNamed || ok; !ok || len(v.Parts) < 2 {
			continue
		}
		if _, ok := eval.ParseURL(strings.TrimSpace(v.Parts[0].Expr.Text)); ok {
			continue // the literal is decided about by itself
		}
		if part, ok := v.Place(ep); ok && !a.record.used[part.Expr] && part.Expr.Kind == ast.String && !isVersion(v, ep) {
			before := len(a.record.uses)
			if a.literal(x, v, ep, m); len(a.record.uses) > before {
				a.record.lacksLike(v, m.Span(x.Start, x.End))
			}
		}
	}
	if !isNamed {
		a.partly(x, m)
	}
}

// partly accounts for an address of which only the end of the host is written, and the rest is not
// known: "https://" + region + ".example.com". No host can be named, but whoever is given it may
// contact one. Calls that are seen to be given it have a notice of their own.
func (a *leftovers) partly(x *ast.Expr, m *resolve.Module) {
	pieces := piecesOf(x)
	end := endOfHost(pieces)
	if end == nil {
		return
	}
	for _, scheme := range a.in.values.Eval(pieces[0], m) {
		first, ok := scheme.First()
		if !ok || a.record.used[first.Expr] || a.record.begun[first.Expr] {
			continue
		}
		ep, ok := eval.ParseURL(strings.TrimSpace(scheme.Text) + unknownName + hostIn(end.Text))
		if !ok || !isWritten(ep.Host) {
			continue
		}
		if _, is := a.judge(x, first, ep, m, a.record.unexplained()); is != ignored {
			ep.Host = "…" + strings.TrimPrefix(ep.Host, unknownName)
			a.tell(first.Expr, ep, m.Span(end.Start, end.End))
		}
		return
	}
}

// unknownName stands for the beginning of a host that is not known.
const unknownName = "x"

// isWritten reports whether a host that begins with what is not known is one of a domain that is.
func isWritten(host string) bool {
	domain := endpoint.Registrable(host)
	return domain != "" && strings.HasSuffix(host, "."+domain)
}

// piecesOf are what a text is joined of: by +, a template or "https://".concat(host).
func piecesOf(x *ast.Expr) []*ast.Expr {
	if x.Kind == ast.Call && x.L.Kind == ast.Member {
		return append([]*ast.Expr{x.L.L}, x.List...)
	}
	return x.List
}

// endOfHost returns the literal that a host ends with behind pieces that are not written, or nil.
func endOfHost(pieces []*ast.Expr) (end *ast.Expr) {
	for i, p := range pieces {
		if i == 0 || p.Kind != ast.String {
			continue
		}
		host := hostIn(p.Text)
		if strings.Contains(host, ".") {
			end = p
		}
		if len(host) < len(p.Text) {
			break
		}
	}
	return end
}

// hostIn is the part of a host that a text begins with.
func hostIn(text string) string {
	if at := strings.IndexAny(text, ":/?#"); at >= 0 {
		return text[:at]
	}
	return text
}
