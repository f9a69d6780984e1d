package eval

import (
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// known is a truth as a value.
func known(t ast.Truth) closed {
	if t == ast.Maybe {
		return closed{atoms: []atom{boolean(true), boolean(false)}}
	}
	return one(boolean(t == ast.IsTrue))
}

// afterMethod is what a method without arguments makes of a text.
func afterMethod(a atom, method string) closed {
	if a.kind != textAtom || a.open {
		return unclear
	}
	switch method {
	case "toLowerCase":
		a.text = strings.ToLower(a.text)
	case "toUpperCase":
		a.text = strings.ToUpper(a.text)
	case "trim":
		a.text = strings.TrimSpace(a.text)
	case "toString":
	default:
		return unclear
	}
	return one(a)
}

// contains is what a method says of whether a text or list has something.
func contains(in, what atom, method string) closed {
	if what.open || in.kind != textAtom && in.kind != arrayAtom || in.kind == textAtom && what.kind != textAtom {
		return unclear
	}
	switch method {
	case "includes", "indexOf":
		i, ok := indexIn(in, what)
		switch {
		case !ok || in.open && i < 0:
			return unclear
		case method == "includes":
			return one(boolean(i >= 0))
		}
		return one(atom{kind: numberAtom, text: strconv.Itoa(i)})
	case "startsWith":
		if isRest := in.open && len(what.text) > len(in.text) && strings.HasPrefix(what.text, in.text); in.kind == textAtom && !isRest {
			return one(boolean(strings.HasPrefix(in.text, what.text)))
		}
	case "endsWith":
		if in.kind == textAtom && !in.open {
			return one(boolean(strings.HasSuffix(in.text, what.text)))
		}
	}
	return unclear
}

// indexIn finds a value in a text or a list of constants.
func indexIn(in, what atom) (int, bool) {
	if in.kind == textAtom {
		return strings.Index(in.text, what.text), true
	}
	for i, x := range in.expr.List {
		if x.Kind != ast.String && x.Kind != ast.Number {
			return 0, false
		}
		if c := literal(x, in.mod, nil); len(c.atoms) == 1 && c.atoms[0] == what {
			return i, true
		}
	}
	return -1, true
}

// cutters are the methods that give a part of a text by numbers.
var cutters = map[string]bool{"slice": true, "substring": true, "substr": true, "charAt": true}

// cut returns the part of a text that a method gives.
func cut(d *decider, of closed, x *ast.Expr, m *resolve.Module, f *frame) closed {
	var at []int
	for _, arg := range x.List {
		c := d.closed(arg, m, f)
		if c.more || c.cyclic() || len(c.atoms) != 1 || c.atoms[0].kind != numberAtom {
			return unclear
		}
		n, err := strconv.Atoi(c.atoms[0].text)
		if err != nil {
			return unclear
		}
		at = append(at, n)
	}
	return of.each(func(a atom) closed {
		if a.kind != textAtom || a.open || !isASCII(a.text) {
			return unclear
		}
		a.text = partOf(a.text, x.L.Text, at)
		return one(a)
	})
}

// partOf cuts a text as the methods of JavaScript do.
func partOf(s, method string, at []int) string {
	from, to := 0, len(s)
	if len(at) > 0 {
		from = at[0]
	}
	if len(at) > 1 {
		to = at[1]
	}
	switch method {
	case "charAt":
		to = from + 1
	case "substr":
		from = fromEnd(from, len(s))
		if len(at) > 1 {
			to += from
		}
	case "slice":
		from, to = fromEnd(from, len(s)), fromEnd(to, len(s))
	case "substring":
		from, to = min(from, to), max(from, to)
	}
	from, to = max(0, min(from, len(s))), max(0, min(to, len(s)))
	return s[from:max(from, to)]
}

// fromEnd is a position that counts from the end where it is negative.
func fromEnd(at, length int) int {
	if at < 0 {
		return max(0, at+length)
	}
	return at
}
