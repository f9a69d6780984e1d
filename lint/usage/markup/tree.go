package markup

// Node is one element of markup, in place.
type Node struct {
	Tag    string // as written
	Start  int    // of its '<': TagStart of its attributes
	End    int    // behind its end tag, or where it ends without one; 0 in Pug
	Attrs  []Attr
	Parent int // the index of the element around it, -1 for none
}

// Attr returns the attribute of a name, as written.
func (n *Node) Attr(name string) (Attr, bool) {
	for _, a := range n.Attrs {
		if a.Name == name {
			return a, true
		}
	}
	return Attr{}, false
}

// maxOpen bounds how many elements are open at once.
const maxOpen = 512

// Tree gives the elements of markup in the order of the source, outer ones first.
// An end tag ends the innermost open element of its name; one without is passed
// over. lang is that of a template: one in Pug is read as such.
func Tree(src []byte, lang string) []Node {
	if IsPug(lang) {
		nodes, _ := Pug(src)
		return nodes
	}
	s := newScanner(src)
	var nodes []Node
	var open []int
	for kind := s.next(); kind != endOfSource; kind = s.next() {
		switch kind {
		case startTag:
			n := Node{Tag: s.name, Start: s.start, Parent: -1}
			if len(open) > 0 {
				n.Parent = open[len(open)-1]
			}
			for s.attr() {
				n.Attrs = append(n.Attrs, s.at)
			}
			n.End = s.pos
			nodes = append(nodes, n)
			if !s.empty && len(open) < maxOpen {
				open = append(open, len(nodes)-1)
			}
		case endTag:
			still := closed(nodes, open, s.name)
			for _, i := range open[len(still):] {
				nodes[i].End = s.start
			}
			if len(still) < len(open) {
				nodes[open[len(still)]].End = s.pos
			}
			open = still
		}
	}
	for _, i := range open {
		nodes[i].End = len(src)
	}
	return nodes
}

// closed leaves the elements that are open behind an end tag.
func closed(nodes []Node, open []int, name string) []int {
	for i := len(open) - 1; i >= 0; i-- {
		if nodes[open[i]].Tag == name {
			return open[:i]
		}
	}
	return open
}
