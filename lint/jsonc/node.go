package jsonc

import (
	"math"
	"sort"

	"github.com/tidwall/gjson"

	"github.com/beianlint/beianlint/lint/source"
)

// Document is one JSON file.
type Document struct {
	// Comments says that there are comments.
	Comments bool
	// Empty says that there is nothing but spaces and comments. Parse reports
	// it; where such a file is harmless, the caller may let it pass.
	Empty bool

	file       *source.File
	root       gjson.Result
	hidden     map[int]gjson.Result // by offset of a key: the equal key that counts
	duplicates []Node
}

// Root returns the value of the whole file. It does not exist when the file
// could not be read.
func (d *Document) Root() Node { return Node{d, d.root} }

// File returns the file that was parsed.
func (d *Document) File() *source.File { return d.file }

// Duplicates returns the keys that do not count because an equal key follows in
// the same object, in file order. See Node.Hidden.
func (d *Document) Duplicates() []Node { return d.duplicates }

// findHidden looks for equal keys in every object.
func (d *Document) findHidden() {
	d.hidden = map[int]gjson.Result{}
	d.findHiddenIn(d.root)
	sort.Slice(d.duplicates, func(i, j int) bool { return d.duplicates[i].res.Index < d.duplicates[j].res.Index })
}

func (d *Document) findHiddenIn(r gjson.Result) {
	if r.Type != gjson.JSON {
		return
	}
	last := map[string]gjson.Result{}
	var hidden []gjson.Result
	r.ForEach(func(key, value gjson.Result) bool {
		if r.IsObject() {
			if equal, ok := last[key.Str]; ok {
				hidden = append(hidden, equal)
			}
			last[key.Str] = key
		}
		d.findHiddenIn(value)
		return true
	})
	for _, key := range hidden {
		d.hidden[key.Index] = last[key.Str]
		d.duplicates = append(d.duplicates, Node{d, key})
	}
}

// Kind is what a Node is.
type Kind uint8

// The kinds. None is a Node that does not exist.
const (
	None Kind = iota
	Null
	Bool
	Number
	String
	Array
	Object
)

// Node is a value of a document, or the key of one. The zero Node does not exist.
type Node struct {
	doc *Document
	res gjson.Result
}

// Exists reports whether there is a value; null is one.
//
//go:noinline
func (n Node) Exists() bool { return n.doc != nil && n.res.Exists() }

// Kind returns what the node is.
//
//go:noinline
func (n Node) Kind() Kind {
	if !n.Exists() {
		return None
	}
	switch n.res.Type {
	case gjson.Null:
		return Null
	case gjson.True, gjson.False:
		return Bool
	case gjson.Number:
		return Number
	case gjson.String:
		return String
	}
	if n.res.IsArray() {
		return Array
	}
	return Object
}

// String returns the text of a string or key, unescaped; "" for anything else.
//
//go:noinline
func (n Node) String() string { return n.res.Str }

// Raw returns the node as it is written, with quotes; comments inside it are blank.
func (n Node) Raw() string { return n.res.Raw }

// Bool reports whether the node is true.
func (n Node) Bool() bool { return n.res.Type == gjson.True }

// Int returns the value of a number without a fraction that fits in a double.
func (n Node) Int() (int, bool) {
	f := n.res.Num
	if n.Kind() != Number || f != math.Trunc(f) || math.Abs(f) > 1<<53 {
		return 0, false
	}
	return int(f), true
}

// Get returns the value of a key of an object. The key is compared as it is;
// of several equal keys the last one counts.
func (n Node) Get(key string) Node {
	var found Node
	n.Each(func(k, value Node) bool {
		if k.String() == key && k.Exists() {
			found = value
		}
		return !found.Exists()
	})
	return found
}

// At follows keys from object to object.
func (n Node) At(keys ...string) Node {
	for _, key := range keys {
		n = n.Get(key)
	}
	return n
}

// Each calls f for the members of an object that count, or for the items of an
// array (without a key), in file order and as long as f returns true.
func (n Node) Each(f func(key, value Node) bool) {
	switch n.Kind() {
	case Array:
		n.res.ForEach(func(_, value gjson.Result) bool { return f(Node{}, Node{n.doc, value}) })
	case Object:
		n.res.ForEach(func(key, value gjson.Result) bool {
			if _, hidden := n.doc.hidden[key.Index]; hidden {
				return true
			}
			return f(Node{n.doc, key}, Node{n.doc, value})
		})
	}
}

// Hidden calls f for the members of an object that do not count, with the key
// that counts in their place, in file order.
func (n Node) Hidden(f func(key, value, last Node)) {
	if n.Kind() != Object || len(n.doc.hidden) == 0 {
		return
	}
	n.res.ForEach(func(key, value gjson.Result) bool {
		if last, hidden := n.doc.hidden[key.Index]; hidden {
			f(Node{n.doc, key}, Node{n.doc, value}, Node{n.doc, last})
		}
		return true
	})
}

// Span returns where the node stands, a string with its quotes. It is zero for
// a node that does not exist.
//
//go:noinline
func (n Node) Span() source.Span {
	if !n.Exists() {
		return source.Span{}
	}
	return source.Span{File: n.doc.file, Start: n.res.Index, End: n.res.Index + len(n.res.Raw)}
}
