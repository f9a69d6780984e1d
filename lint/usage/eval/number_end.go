package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// keepsEnd reports whether a text is not one that is cut by its last character: the condition
// is for those that end with another one, or the name of a host would lose it, which nobody
// means: if (url.endsWith("/")) url = url.slice(0, -1).
func keepsEnd(v *Value, g *ast.Guard) bool {
	if v.Open || v.Text == "" {
		return false
	}
	host := v.Text[HostOffset(v.Text):]
	if len(host) < len(v.Text) && !strings.ContainsAny(host, "/?#") && strings.TrimRight(host, hostLetters) != host {
		return true
	}
	if g == nil || g.Cond == nil {
		return false
	}
	end := askedEnd(g.Cond)
	return end != "" && !strings.HasSuffix(v.Text, end)
}

const hostLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// askedEnd returns the character that a condition asks for at the end of a text; "" for none:
// u.slice(-1) === "/", u.endsWith("/"), /\/$/.test(u), u.lastIndexOf("/") === u.length - 1.
func askedEnd(x *ast.Expr) string {
	if x.Kind == ast.Not {
		x = x.L
	}
	first := func(x *ast.Expr) *ast.Expr {
		if x == nil || len(x.List) == 0 {
			return nil
		}
		return x.List[0]
	}
	parts := []*ast.Expr{x.L, x.R, first(x), first(x.L)}
	if x.L != nil {
		parts = append(parts, x.L.L)
	}
	for _, part := range parts {
		switch {
		case part == nil:
		case part.Kind == ast.String && len(part.Text) == 1:
			return part.Text
		case part.Kind == ast.Regex && strings.HasPrefix(part.Text, `/\/`) && strings.Contains(part.Text, "$/"):
			return "/"
		}
	}
	return ""
}
