package eval

import (
	"maps"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// composed remembers what is put together of other answers and asked for again and
// again: only what asking again would find, too.
type composed struct {
	groups  map[setKey]answer    // what a name is in a group
	own     readAnswers          // what a property of an instance is
	given   readAnswers          // what assignments to it give
	selves  map[*ast.Func]answer // what "this" is in a function
	globals map[string]answer    // what every component is given
	names   map[string]answer    // what is assigned to names that nothing declares
	stored  map[string]answer    // what the storage has under a key
	keys    storageKeys
	// storedOf is what it has under a large set of keys.
	storedOf map[setKey]answer
	data     map[dataKey]answer // what a name is in markup
	// prototypes are those of instances, by their identities.
	prototypes map[handle]answer
	// addresses are the parameters of those that pages are opened at: they are those of
	// a set, whether it is provisional or not.
	addresses map[addressKey][]parameter
	params    givenParams
}

// dataKey is a name in the markup of a page or component.
type dataKey struct {
	page *Page
	name string
}

func newComposed() composed {
	return composed{
		groups: map[setKey]answer{}, selves: map[*ast.Func]answer{}, globals: map[string]answer{}, names: map[string]answer{}, stored: map[string]answer{}, storedOf: map[setKey]answer{}, data: map[dataKey]answer{},
		prototypes: map[handle]answer{}, addresses: map[addressKey][]parameter{},
		params: givenParams{},
	}
}

// reset drops all answers.
func (s *composed) reset() {
	clear(s.groups)
	s.own.reset()
	s.given.reset()
	clear(s.selves)
	clear(s.globals)
	clear(s.names)
	clear(s.stored)
	clear(s.storedOf)
	clear(s.data)
	clear(s.prototypes)
	clear(s.addresses)
	clear(s.params)
	s.keys = storageKeys{}
}

// forget drops the provisional answers.
func (s *composed) forget() {
	forgetIn(s.groups)
	s.own.forget()
	s.given.forget()
	forgetIn(s.selves)
	forgetIn(s.globals)
	forgetIn(s.names)
	forgetIn(s.stored)
	forgetIn(s.storedOf)
	if s.keys.provisional {
		s.keys = storageKeys{}
	}
	forgetIn(s.data)
	forgetIn(s.prototypes)
	maps.DeleteFunc(s.params, func(_ paramOf, g givenParam) bool { return g.provisional })
}

func forgetIn[K comparable](known map[K]answer) {
	maps.DeleteFunc(known, func(_ K, a answer) bool { return a.provisional })
}

// askOnce answers with what is known, or asks. The answer is kept if all that it
// was made of is found: then nothing can change it before the next pass.
func askOnce[K comparable](m *memo, known map[K]answer, key K, ask func() Values) Values {
	if a, ok := known[key]; ok {
		return m.recall(a)
	}
	a, whole := m.compose(ask)
	if whole {
		known[key] = a
	}
	return a.Values
}

// readOnce is askOnce for properties.
func (m *memo) readOnce(known *readAnswers, key readKey, ask func() Values) Values {
	if a, ok := known.of(key); ok {
		return m.recall(a)
	}
	a, whole := m.compose(ask)
	if whole {
		known.set(key, a)
	}
	return a.Values
}

// compose asks, and reports whether all is found that the answer was made of.
func (m *memo) compose(ask func() Values) (a answer, whole bool) {
	outer, unsettled := m.provisional, m.unsettled
	m.provisional = false
	a = answer{Values: ask().shared(), provisional: m.provisional}
	m.provisional = a.provisional || outer
	return a, m.unsettled == unsettled
}
