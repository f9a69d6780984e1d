package ast

import (
	"strconv"
	"strings"
)

// ItemKey is what a path has for the item of a list at a place: [, a] = list takes the
// second. What has items and no places gives any of them.
func ItemKey(i int) string { return "*" + strconv.Itoa(i) }

// RestKey is what a path has for the items from a place on: [a, ...b] = list.
func RestKey(i int) string { return "..." + strconv.Itoa(i) }

// IsItem reports whether a name in a path is for items of a list, of any place.
func IsItem(name string) bool { return strings.HasPrefix(name, "*") || strings.HasPrefix(name, "...") }

// ItemOf returns the place that an ItemKey or a RestKey names, and whether that is where
// a rest begins; false for any other name.
func ItemOf(name string) (i int, rest, ok bool) {
	place, ok := strings.CutPrefix(name, "*")
	if !ok {
		if place, ok = strings.CutPrefix(name, "..."); !ok {
			return 0, false, false
		}
		rest = true
	}
	i, err := strconv.Atoi(place)
	return i, rest, err == nil
}

// IsStaticBlock reports whether a member of a class is a block that runs when that is made.
func (p *Prop) IsStaticBlock() bool {
	return p.Static && p.Key == "" && p.Computed == nil && p.Value != nil && p.Value.Kind == Function
}

// IsArguments reports whether an expression is the arguments of the function around it.
func IsArguments(x *Expr) bool {
	return x.Kind == Ident && x.Text == "arguments" && x.Scope.Lookup("arguments") == nil
}

// Callee returns the function whose arguments and "this" a scope sees, nil outside of all:
// arrows have those of the function around them.
func (s *Scope) Callee() *Func {
	for ; s != nil; s = s.Parent {
		if s.Func != nil && !s.Func.Arrow {
			return s.Func
		}
	}
	return nil
}
