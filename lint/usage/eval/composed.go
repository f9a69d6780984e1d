package eval

import "maps"

// composed remembers what is put together of other answers and asked for again and
// again: only what asking again would find, too.
type composed struct {
	groups  map[setKey]answer  // what a name is in a group
	own     map[readKey]answer // what a property of an instance is
	given   map[readKey]answer // what assignments to it give
	globals map[string]answer  // what every component is given
	names   map[string]answer  // what is assigned to names that nothing declares
	stored  map[string]answer  // what the storage has under a key
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
		groups: map[setKey]answer{}, own: map[readKey]answer{}, given: map[readKey]answer{}, globals: map[string]answer{}, names: map[string]answer{}, stored: map[string]answer{}, storedOf: map[setKey]answer{}, data: map[dataKey]answer{},
		prototypes: map[handle]answer{}, addresses: map[addressKey][]parameter{},
		params: givenParams{},
	}
}

// reset drops all answers.
func (s *composed) reset() {
	clear(s.groups)
	clear(s.own)
	clear(s.given)
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
	forgetIn(s.own)
	forgetIn(s.given)
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
	outer, unsettled := m.provisional, m.unsettled
	m.provisional = false
	a := answer{Values: ask().shared(), provisional: m.provisional}
	if m.unsettled == unsettled {
		known[key] = a
	}
	m.provisional = a.provisional || outer
	return a.Values
}
