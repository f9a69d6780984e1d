package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/account"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// anyName is the property of an API that a name that is not known reads.
const anyName = "*"

// computedCall notes a call of an API by a name that is not known: wx[name()]. It
// may be one that sends, so that an address that it is given is enforced.
func (s *scripts) computedCall(x *ast.Expr, m *resolve.Module) {
	given, open := s.given(x, m)
	s.computed = append(s.computed, given...)
	if open && len(given) == 0 && !s.explained(x) {
		s.record.missing.Add(account.Row{
			Reason: account.API, Message: "account.unknown-api", Args: []any{computedName(x.L, m)}, Span: m.Span(x.L.Start, x.L.End),
		})
	}
}

// computedAddresses notes the addresses that such calls were given, once all others are
// known: a framework's runtime hands on to any API what code gives it by one's name.
func (s *scripts) computedAddresses() {
	if len(s.computed) == 0 {
		return
	}
	named := map[useKey]bool{}
	for _, u := range s.record.uses {
		if u.Certainty == Call {
			named[useKey{file: u.Span.File, start: u.Span.Start, host: u.Endpoint.String()}] = true
		}
	}
	for _, v := range s.computed {
		ep, _ := eval.EndpointOf(v, false)
		part, ok := v.Place(ep)
		if !ok || !named[useKey{file: part.Mod.File, start: int(part.Mod.Base + part.Expr.Start), host: ep.String()}] {
			s.record.mayReach(v, platform.Unknown)
		}
	}
}

// given returns the addresses that a call is given, in an object or by
// themselves, and whether one may be given that is not known.
func (s *scripts) given(x *ast.Expr, m *resolve.Module) (addresses eval.Values, open bool) {
	for _, arg := range x.List {
		vs := s.in.values.Eval(arg, m)
		if arg.Kind == ast.Spread {
			vs = s.in.values.Property(vs, anyName)
		}
		open = open || len(vs) == 0 && arg.Kind != ast.Object && arg.Kind != ast.Function
		for _, v := range append(vs.Texts(), s.in.values.Property(vs, anyName).Texts()...) {
			if _, ok := eval.ParseURL(v.Text); ok {
				addresses = addresses.Add(v)
			}
		}
		open = open || slices.ContainsFunc(urlProperties(arg), func(url *ast.Expr) bool { return len(s.in.values.Eval(url, m).Texts()) == 0 })
	}
	return addresses, open
}

// urlProperties are the values in an object literal that APIs take an address from.
func urlProperties(x *ast.Expr) (list []*ast.Expr) {
	for _, prop := range x.Props() {
		if prop.Key == "url" && prop.Value != nil {
			list = append(list, prop.Value)
		}
	}
	return list
}

// computedName is a callee as it stands in the source: what is between the
// brackets, behind the name of what stands before them.
func computedName(x *ast.Expr, m *resolve.Module) string {
	if x.Kind == ast.Index && x.L.Kind == ast.Assign { // (t = wx)[name]
		return short(m, x.L.R) + "[" + short(m, x.R) + "]"
	}
	return short(m, x)
}

// maxShown bounds how much of an expression is shown.
const maxShown = 40

// short is an expression as it stands in the source, as far as a line has room.
func short(m *resolve.Module, x *ast.Expr) string {
	text := []rune(string(m.File.Bytes[m.Base+x.Start : m.Base+x.End]))
	if len(text) > maxShown {
		text = append(text[:maxShown-1], '…')
	}
	return string(text)
}
