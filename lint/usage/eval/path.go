package eval

import (
	"slices"
	"strings"
)

// Path is how a value of the platform's API or of a package is reached from its
// root: wx.createUDPSocket().send. Equal paths of one evaluation are the same
// pointer.
type Path struct {
	of   *Path  // nil for the root
	name string // of the object or package at the root, or of a property
	call bool   // what the call of "of" gives
	// names is how many names of properties there are.
	names int
}

// Root returns the object of the platform, or the package, that it starts at.
func (p *Path) Root() string {
	for p.of != nil {
		p = p.of
	}
	return p.name
}

// Last returns the property that it ends with, or the root; "" behind a call.
func (p *Path) Last() string { return p.name }

// Called reports whether it ends with a call.
func (p *Path) Called() bool { return p.call }

// IsCallOf reports whether it ends with a call of a property.
func (p *Path) IsCallOf(name string) bool { return p.call && p.of.of != nil && p.of.name == name }

// String writes the path as people do, without the calls: wx.createUDPSocket.send.
func (p *Path) String() string {
	if rest := p.Rest(); rest != "" {
		return p.Root() + "." + rest
	}
	return p.Root()
}

// Rest is String without the root.
func (p *Path) Rest() string {
	var names []string
	for ; p.of != nil; p = p.of {
		if !p.call {
			names = append(names, p.name)
		}
	}
	slices.Reverse(names)
	return strings.Join(names, ".")
}

// paths makes equal paths the same pointer.
type paths map[Path]*Path

func (s paths) intern(p Path) *Path {
	known := s[p]
	if known == nil {
		known = &p
		s[p] = known
	}
	return known
}

func (s paths) root(name string) *Path { return s.intern(Path{name: name}) }

// maxNames bounds the properties in a path: no API or package that is known needs
// more. Where one object stands for much, its path grows with every pass through the
// code, and each of them is a value. Of a longer path the last name counts.
const maxNames = 5

func (s paths) member(of *Path, name string) *Path {
	for of.names >= maxNames {
		of = of.of
	}
	return s.intern(Path{of: of, name: name, names: of.names + 1})
}

func (s paths) called(of *Path) *Path { return s.intern(Path{of: of, call: true, names: of.names}) }
