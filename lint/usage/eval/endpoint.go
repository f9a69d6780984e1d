package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// HostOffset returns where the host of a URL starts.
func HostOffset(text string) int {
	if i := strings.Index(text, "//"); i >= 0 {
		return i + 2
	}
	return 0
}

func EndpointOf(v *Value, bare bool) (endpoint.Endpoint, bool) {
	if bare && !strings.Contains(v.Text, "//") {
		ep, err := endpoint.Parse(v.Text)
		return ep, err == nil && strings.Contains(v.Text, ".")
	}
	if lacksHost(v) {
		return endpoint.Endpoint{}, false
	}
	text := strings.TrimSpace(uncoiled(v))
	if i := strings.Index(text, "url("); i >= 0 { // of a style
		text = strings.TrimLeft(text[i+len("url("):], `"' `)
	}
	return ParseURL(text)
}

// uncoiled returns the text of a value, up to where the whole host of an address is followed by
// what stands before that, or in it, in the same literal: a client that takes its address apart
// puts it together again, and which part is which may not be known.
func uncoiled(v *Value) string {
	for i := 1; i < len(v.Parts); i++ {
		of, next := v.Parts[i-1].Expr, v.Parts[i].at
		if host := HostOffset(v.Text); v.Parts[i].Expr != of || next <= host || next == len(v.Text) {
			continue
		} else if own, ok := ParseURL(of.Text); ok && strings.EqualFold(v.Text[host:next], own.Host) && !follows(of.Text, own.Host, v.Text[next:]) {
			return v.Text[:next]
		}
	}
	return v.Text
}

// follows reports whether a host is at its end where a text goes on, or that stands behind the
// host in an address, too.
func follows(address, host, text string) bool {
	end := strings.IndexAny(text, "/?#:")
	if end < 0 {
		end = len(text)
	}
	_, rest, _ := strings.Cut(strings.ToLower(address), host)
	return end == 0 || strings.Contains(rest, strings.ToLower(text[:end]))
}

// lacksHost reports whether a text is joined of a scheme and a path, with nothing known
// between them: "https://" + (host || "") + "/path".
func lacksHost(v *Value) bool {
	at := HostOffset(v.Text)
	if at == 0 || at >= len(v.Text) || v.Text[at] != '/' {
		return false
	}
	scheme, _ := v.partAt(at - 1)
	path, _ := v.partAt(at)
	return scheme.Expr != path.Expr
}

// BeginsAsURL reports whether a text begins with a letter that a URL which ParseURL reads
// can begin with.
func BeginsAsURL(text string) bool {
	return text != "" && strings.IndexByte("/hHwWuUtTaA", text[0]) >= 0
}

// ParseURL reads the URL that begins a text, also one with the scheme of a client
// for mini programs.
func ParseURL(text string) (endpoint.Endpoint, bool) {
	ep, ok := endpoint.ParseURL(text)
	if ok || text == "" || text[0] != 'w' && text[0] != 'a' {
		return ep, ok
	}
	if stands, ok := platform.PortedURL(text); ok {
		return endpoint.ParseURL(stands)
	}
	return ep, false
}

// Style evaluates a style that is bound: nothing where it is joined of pieces that make no URL.
func (p *Program) Style(g *Page, a markup.Attr) Values {
	x := g.expression(g.nodeOf(a), a.Start, a.End)
	if x == nil || !p.MayHoldURL(x, g.mod, true) {
		return nil
	}
	return g.eval(x)
}

// MayHoldURL reports whether a text that is joined may be a URL, or a style with one in it, if
// there are any: by what it begins with, and whether a piece has url( or may be the beginning of
// that. This is found sooner than all that the pieces are joined to.
func (p *Program) MayHoldURL(x *ast.Expr, m *resolve.Module, styles bool) bool {
	if x.Kind != ast.Concat && x.Kind != ast.Template || len(x.List) == 0 {
		return true
	}
	if isSum(p.e, p.sites, x, m) {
		return false
	}
	begins := func(v *Value) bool {
		text := strings.TrimSpace(v.Text)
		return text == "" || BeginsAsURL(text)
	}
	isStyle := func(v *Value) bool {
		return strings.Contains(v.Text, "url(") || strings.HasSuffix(v.Text, "u") || strings.HasSuffix(v.Text, "ur") || strings.HasSuffix(v.Text, "url")
	}
	if first := p.e.eval(x.List[0], m, nil).Texts(); len(first) == 0 || slices.ContainsFunc(first, begins) {
		return len(first) > 0
	}
	return styles && slices.ContainsFunc(x.List, func(piece *ast.Expr) bool {
		return slices.ContainsFunc(p.e.eval(piece, m, nil), isStyle)
	})
}

// StandsForHost reports whether an expression is a part of an address that was taken apart, or
// what a framework puts in the place of a host that it has not.
func StandsForHost(x *ast.Expr) bool {
	return x.Op == lexer.Or && x.R.Kind == ast.String && x.R.Text == model.NoHost && x.L.Kind == ast.Index && x.L.R.Kind == ast.Number
}
