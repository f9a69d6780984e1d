package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// outline is what the properties of an object literal are like, whichever is asked for. Most
// questions are for what it has not, and pages have a hundred methods.
type outline struct {
	props  int  // how many there were: others may be added
	brings bool // one of them may bring others
	keys   keySet
}

// outlines are those of large literals, once they were asked for.
type outlines map[*ast.Expr]*outline

// manyProps is how many properties a literal has that is large: fewer are gone through sooner.
const manyProps = 8

// lacks reports whether an expression is an object literal without the property, and without
// what could bring it.
func (s outlines) lacks(x *ast.Expr, name string) bool {
	props := x.Props()
	if x.Kind != ast.Object || len(props) < manyProps {
		return x.Kind == ast.Object && lacksOf(props, name)
	}
	of := s[x]
	if of == nil || of.props < len(props) {
		of = outlineOf(props)
		s[x] = of
	}
	return !of.brings && (!of.keys.mayHave(name) || lacksOf(props, name))
}

func lacksOf(props []ast.Prop, name string) bool {
	for i := range props {
		if prop := &props[i]; prop.Key == name || bringsOthers(prop) {
			return false
		}
	}
	return true
}

// bringsOthers reports whether an object can have what is not written in it for a property.
func bringsOthers(prop *ast.Prop) bool {
	return prop.Spread || prop.Computed != nil || model.IsMixing(prop.Key) || prop.Key == model.Injected || model.IsGroup(prop.Key)
}

func outlineOf(props []ast.Prop) *outline {
	s := &outline{props: len(props)}
	for i := range props {
		s.brings = s.brings || bringsOthers(&props[i])
		s.keys.add(props[i].Key)
	}
	return s
}

// keySet tells most names that are not among some keys: by a bit for their lengths and some of
// their letters.
type keySet [4]uint64

func (s *keySet) add(key string) {
	at := bitOf(key)
	s[at/64] |= 1 << (at % 64)
}

func (s *keySet) mayHave(name string) bool {
	at := bitOf(name)
	return s[at/64]>>(at%64)&1 != 0
}

func bitOf(name string) uint8 {
	if name == "" {
		return 0
	}
	n := len(name)
	return uint8(n)*7 + name[0]*31 + name[n/2]*17 + name[n-1]*5
}
