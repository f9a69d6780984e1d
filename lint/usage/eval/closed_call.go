package eval

import (
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
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
	if what.open || in.open || in.kind != textAtom && in.kind != arrayAtom || in.kind == textAtom && what.kind != textAtom {
		return unclear
	}
	switch method {
	case "includes":
		i, ok := indexIn(in, what)
		if !ok {
			return unclear
		}
		return one(boolean(i >= 0))
	case "indexOf":
		i, ok := indexIn(in, what)
		if !ok {
			return unclear
		}
		return one(atom{kind: numberAtom, text: strconv.Itoa(i)})
	case "startsWith":
		if in.kind == textAtom {
			return one(boolean(strings.HasPrefix(in.text, what.text)))
		}
	case "endsWith":
		if in.kind == textAtom {
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
		if c := literal(x, in.mod); len(c.atoms) == 1 && c.atoms[0] == what {
			return i, true
		}
	}
	return -1, true
}
