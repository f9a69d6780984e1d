package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// keepsEnd reports whether a text is not one that a call cuts by its last character: the
// condition of the call is for those that end with another one, or the name of a host would
// lose it, which nobody means: if (url.endsWith("/")) url = url.slice(0, -1).
func keepsEnd(v *Value, x *ast.Expr, m *resolve.Module) bool {
	if v.Open || v.Text == "" {
		return false
	}
	host := v.Text[HostOffset(v.Text):]
	if len(host) < len(v.Text) && !strings.ContainsAny(host, "/?#") && strings.TrimRight(host, hostLetters) != host {
		return true
	}
	if x.Guard == nil || x.Guard.Cond == nil || x.Guard.Test > ast.Falsy || isSetBetween(x.Guard.Cond, x, m) {
		return false
	}
	asked := ending{x.L.L, m}.in(x.Guard.Cond, x.Guard.Test == ast.Truthy, 0)
	return asked.end != "" && strings.HasSuffix(v.Text, asked.end) != asked.has
}

const hostLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// isSetBetween reports whether something may be given another value between a condition and
// what depends on it: other than what the latter itself is given to.
func isSetBetween(cond, x *ast.Expr, m *resolve.Module) bool {
	from, to, src := int(cond.End), int(x.Start), m.Tree.Source
	if from > to || to > len(src) || to-from > maxOrdered {
		return true
	}
	return strings.Contains(strings.TrimSuffix(strings.TrimSpace(src[from:to]), "="), "=")
}

// asked is what a text must end with, or must not, where a condition is met; "" for anything.
type asked struct {
	end string
	has bool
}

// ending looks for what conditions ask for at the end of a text.
type ending struct {
	of  *ast.Expr
	mod *resolve.Module
}

// maxAsked bounds how deep conditions are looked into.
const maxAsked = 6

// in returns what a condition asks for: u.slice(-1) === "/", u.endsWith("/"), /\/$/.test(u),
// u.lastIndexOf("/") === u.length - 1.
func (e ending) in(x *ast.Expr, met bool, depth int) asked {
	switch {
	case depth > maxAsked:
	case x.Kind == ast.Not:
		return e.in(x.L, !met, depth+1)
	case x.Kind == ast.Logical && x.Op != lexer.Nullish && (x.Op == lexer.And) == met:
		if found := e.in(x.R, met, depth+1); found.end != "" {
			return found
		}
		return e.in(x.L, met, depth+1)
	case x.Kind == ast.Binary && (x.Op == lexer.Equal || x.Op == lexer.NotEqual):
		is := (x.Op == lexer.Equal) == met
		if end := e.compared(x.L, x.R); end != "" {
			return asked{end, is}
		}
		return asked{e.compared(x.R, x.L), is}
	case x.Kind == ast.Call && x.L.Kind == ast.Member && len(x.List) == 1:
		what := x.List[0]
		switch of := x.L.L; {
		case x.L.Text == "endsWith" && what.Kind == ast.String && isSameName(of, e.of):
			return asked{what.Text, met}
		case x.L.Text == "test" && asksForSlash(of) && isSameName(what, e.of),
			x.L.Text == "match" && asksForSlash(what) && isSameName(of, e.of):
			return asked{"/", met}
		}
	}
	return asked{}
}

// compared returns the last character of the text if one side of a comparison is that and the
// other is the place or the character at its end; "" for others.
func (e ending) compared(x, other *ast.Expr) string {
	switch {
	case other.Kind == ast.String && len(other.Text) == 1 && e.isLast(x):
		return other.Text
	case x.Kind == ast.Call && x.L.Kind == ast.Member && x.L.Text == "lastIndexOf" && len(x.List) == 1 && isSameName(x.L.L, e.of) &&
		x.List[0].Kind == ast.String && len(x.List[0].Text) == 1 && e.isLastPlace(other):
		return x.List[0].Text
	}
	return ""
}

// isLast reports whether an expression is the last character of the text: u.slice(-1),
// u.charAt(u.length - 1), u[u.length - 1].
func (e ending) isLast(x *ast.Expr) bool {
	if x.Kind == ast.Index {
		return isSameName(x.L, e.of) && x.R != nil && e.isLastPlace(x.R)
	}
	if x.Kind != ast.Call || x.L.Kind != ast.Member || len(x.List) == 0 || !isSameName(x.L.L, e.of) {
		return false
	}
	switch x.L.Text {
	case "slice", "substr", "at":
		return e.isLastPlace(x.List[0]) || e.isMinusOne(x.List[0]) && (len(x.List) == 1 || x.L.Text == "substr")
	case "charAt", "substring":
		return e.isLastPlace(x.List[0])
	}
	return false
}

// isLastPlace reports whether an expression is where the last character stands: u.length - 1.
func (e ending) isLastPlace(x *ast.Expr) bool {
	return x.Kind == ast.Binary && x.Op == '-' && x.L.Kind == ast.Member && x.L.Text == "length" && isSameName(x.L.L, e.of) && isOne(x.R)
}

func (e ending) isMinusOne(x *ast.Expr) bool {
	src := e.mod.Tree.Source
	return x.Kind == ast.Unknown && len(x.List) == 1 && x.List[0] != nil && isOne(x.List[0]) && int(x.Start) < len(src) && src[x.Start] == '-'
}

func isOne(x *ast.Expr) bool { return x.Kind == ast.Number && x.Text == "1" }

// asksForSlash reports whether an expression is a pattern for texts with a slash at the end.
func asksForSlash(x *ast.Expr) bool {
	return x.Kind == ast.Regex && (strings.HasPrefix(x.Text, `/\/$/`) || strings.HasPrefix(x.Text, `/\/+$/`))
}

// isSameName reports whether two expressions are the same name, or the same members of it.
func isSameName(a, b *ast.Expr) bool {
	for a != nil && b != nil && a.Kind == ast.Member && b.Kind == ast.Member && a.Text == b.Text {
		a, b = a.L, b.L
	}
	switch {
	case a == nil || b == nil || a.Kind != b.Kind:
		return false
	case a.Kind == ast.Ident:
		return a.Text == b.Text && a.Binding() == b.Binding()
	}
	return a.Kind == ast.This
}
