package eval

// Path is how a value of the platform's API or of a package is reached from its
// root: wx.createUDPSocket().send. Equal paths of one evaluation are the same
// pointer.
type Path struct {
	of   *Path  // nil for the root
	name string // of the object or package at the root, or of a property
	call bool   // what the call of "of" gives
	// names is how many names of properties there are, and rest what they are joined by
	// points.
	names int
	rest  string
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

// IsRoot reports whether it is the object of the platform, or the package, itself.
func (p *Path) IsRoot() bool { return p.of == nil }

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
func (p *Path) Rest() string { return p.rest }

// paths makes equal paths the same pointer.
type paths map[pathKey]*Path

// pathKey tells paths apart.
type pathKey struct {
	of   *Path
	name string
	call bool
}

func (s paths) intern(key pathKey) *Path {
	known := s[key]
	if known == nil {
		known = &Path{of: key.of, name: key.name, call: key.call}
		known.join()
		s[key] = known
	}
	return known
}

// join sets what the names of properties are joined.
func (p *Path) join() {
	if p.of == nil {
		return
	}
	p.names, p.rest = p.of.names, p.of.rest
	if p.call {
		return
	}
	if p.names > 0 {
		p.rest += "."
	}
	p.names++
	p.rest += p.name
}

func (s paths) root(name string) *Path { return s.intern(pathKey{name: name}) }

// maxNames bounds the properties in a path: no API or package that is known needs
// more. Where one object stands for much, its path grows with every pass through the
// code, and each of them is a value. Of a longer path the last name counts.
const maxNames = 5

func (s paths) member(of *Path, name string) *Path {
	for of.names >= maxNames {
		of = of.of
	}
	return s.intern(pathKey{of: of, name: name})
}

func (s paths) called(of *Path) *Path { return s.intern(pathKey{of: of, call: true}) }
