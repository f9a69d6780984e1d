package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// atomKind says what an atom is: typeof tells most of them apart.
type atomKind uint8

const (
	undefinedAtom atomKind = iota
	nullAtom
	booleanAtom
	numberAtom
	textAtom
	objectAtom   // a literal: expr
	arrayAtom    // a literal: expr
	functionAtom // which does not matter
	otherAtom    // an object of which nothing is known
	// propertiesAtom is what a component has by its properties: expr is the component.
	propertiesAtom
)

// atom is one value of which conditions can be decided.
type atom struct {
	kind atomKind
	open bool   // a text whose rest is not known
	text string // of a boolean, number or text
	expr *ast.Expr
	mod  *resolve.Module
	// frame is the call in which a literal is evaluated.
	frame *frame
}

// closed is what an expression can be when conditions are decided: unlike
// Values, it says whether there can be more than what is known.
type closed struct {
	atoms []atom
	more  bool // others are possible
	// fixed reports whether calls, or the target of the build, fix it: a constant of
	// the program decides nothing.
	fixed bool
	// cycle is the name whose values are being found: what it was before counts.
	cycle bindingKey
}

// unclear is an expression of which nothing is known.
var unclear = closed{more: true}

func one(a atom) closed { return closed{atoms: []atom{a}} }

func boolean(b bool) atom { return atom{kind: booleanAtom, text: strconv.FormatBool(b)} }

// maxAtoms bounds how many values an expression is told to have.
const maxAtoms = 24

// or adds what another expression can be.
func (c closed) or(d closed) closed {
	out := closed{more: c.more || d.more, fixed: c.fixed || d.fixed, cycle: c.cycle}
	if !out.cyclic() {
		out.cycle = d.cycle
	}
	out.atoms = slices.Clone(c.atoms)
	for _, a := range d.atoms {
		if !slices.Contains(out.atoms, a) {
			out.atoms = append(out.atoms, a)
		}
	}
	if len(out.atoms) > maxAtoms {
		return unclear
	}
	return out
}

// cyclic reports whether the values are asked for while they are being found.
func (c closed) cyclic() bool { return c.cycle.binding != nil }

// each replaces every value by what it becomes.
func (c closed) each(become func(atom) closed) closed {
	if c.cyclic() {
		return unclear
	}
	out := closed{more: c.more, fixed: c.fixed}
	for _, a := range c.atoms {
		out = out.or(become(a))
	}
	return out
}

// without leaves the values that a condition does not hold for.
func (c closed) without(drop func(atom) bool) closed {
	c.atoms = slices.DeleteFunc(slices.Clone(c.atoms), drop)
	return c
}

// all is what a test says of all values alike: nothing when not all are known,
// or when no call fixes them.
func (c closed) all(test func(atom) ast.Truth) ast.Truth {
	if c.more || !c.fixed || len(c.atoms) == 0 || c.cyclic() {
		return ast.Maybe
	}
	t := test(c.atoms[0])
	for _, a := range c.atoms[1:] {
		t = t.Join(test(a))
	}
	return t
}

// truthy reports whether a value counts as true.
func (a atom) truthy() ast.Truth {
	switch a.kind {
	case undefinedAtom, nullAtom:
		return ast.IsFalse
	case booleanAtom:
		return ast.TruthOf(a.text == "true")
	case numberAtom:
		return ast.TruthOf(a.text != "0" && a.text != "NaN")
	case textAtom:
		if a.open && a.text == "" {
			return ast.Maybe
		}
		return ast.TruthOf(a.text != "")
	}
	return ast.IsTrue
}

func (a atom) nullish() ast.Truth { return ast.TruthOf(a.kind == undefinedAtom || a.kind == nullAtom) }

// typeNames are what typeof says.
var typeNames = [...]string{"undefined", "object", "boolean", "number", "string", "object", "object", "function", "object", "object"}

func (a atom) typeOf() atom { return atom{kind: textAtom, text: typeNames[a.kind]} }

// same reports whether two values are equal; loosely: null == undefined.
func (a atom) same(b atom, loosely bool) ast.Truth {
	switch {
	case a.kind != b.kind && loosely:
		if a.nullish() == ast.IsTrue || b.nullish() == ast.IsTrue {
			return ast.TruthOf(a.nullish() == b.nullish())
		}
		return ast.Maybe
	case a.kind != b.kind:
		if (a.kind == otherAtom || b.kind == otherAtom) && a.kind >= objectAtom && b.kind >= objectAtom {
			return ast.Maybe
		}
		return ast.IsFalse
	case a.kind >= objectAtom:
		return ast.Maybe
	case a.open || b.open:
		if !strings.HasPrefix(a.text, b.text) && !strings.HasPrefix(b.text, a.text) {
			return ast.IsFalse
		}
		return ast.Maybe
	}
	return ast.TruthOf(a.text == b.text)
}

// compare is what is known of whether two expressions are equal.
func (c closed) compare(d closed, loosely bool) ast.Truth {
	if c.more || d.more || !c.fixed && !d.fixed || c.cyclic() || d.cyclic() || len(c.atoms) == 0 || len(d.atoms) == 0 {
		return ast.Maybe
	}
	t := c.atoms[0].same(d.atoms[0], loosely)
	for _, a := range c.atoms {
		for _, b := range d.atoms {
			t = t.Join(a.same(b, loosely))
		}
	}
	return t
}

// number writes a number so that equal ones are equal.
func number(text string) (atom, bool) {
	text = strings.ReplaceAll(text, "_", "")
	if n, err := strconv.ParseInt(text, 0, 64); err == nil && !strings.HasPrefix(text, "0") {
		return atom{kind: numberAtom, text: strconv.FormatInt(n, 10)}, true
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return atom{}, false
	}
	return atom{kind: numberAtom, text: strconv.FormatFloat(n, 'g', -1, 64)}, true
}
