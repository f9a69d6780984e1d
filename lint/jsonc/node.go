package jsonc

import (
	"cmp"
	"math"
	"slices"
	"strings"

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
	text       string // without comments
	root       Node
	hidden     map[int]Node // by where a key starts: the equal key that counts
	duplicates []Node
}

// Root returns the value of the whole file. It does not exist when the file
// could not be read.
func (d *Document) Root() Node { return d.root }

// File returns the file that was parsed.
func (d *Document) File() *source.File { return d.file }

// Duplicates returns the keys that do not count because an equal key follows in
// the same object, in file order. See Node.Hidden.
func (d *Document) Duplicates() []Node { return d.duplicates }

// findHidden looks for equal keys in every object.
func (d *Document) findHidden() {
	d.hidden = map[int]Node{}
	d.findHiddenIn(d.root)
	slices.SortStableFunc(d.duplicates, func(a, b Node) int { return cmp.Compare(a.start, b.start) })
}

func (d *Document) findHiddenIn(n Node) {
	last := map[string]Node{}
	var hidden []Node
	n.children(func(key, value Node) bool {
		if key.Exists() {
			name := key.String()
			if equal := last[name]; equal.Exists() {
				hidden = append(hidden, equal)
			}
			last[name] = key
		}
		if k := value.Kind(); k == Object || k == Array {
			d.findHiddenIn(value)
		}
		return true
	})
	for _, key := range hidden {
		d.hidden[key.start] = last[key.String()]
	}
	d.duplicates = append(d.duplicates, hidden...)
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

// Node is a value of a document, or the key of one: a stretch of its text. The
// zero Node does not exist.
type Node struct {
	doc        *Document
	start, end int
}

func (d *Document) node(r gjson.Result) Node {
	if r.Raw == "" { // the key of an item
		return Node{}
	}
	return Node{d, r.Index, r.Index + len(r.Raw)}
}

// Exists reports whether there is a value; null is one.
func (n Node) Exists() bool { return n.doc != nil }

// kinds are the kinds of values by the byte that they begin with; any other
// byte begins a number.
var kinds = [256]Kind{'n': Null, 't': Bool, 'f': Bool, '"': String, '[': Array, '{': Object}

// Kind returns what the node is.
func (n Node) Kind() Kind {
	if !n.Exists() {
		return None
	}
	if k := kinds[n.doc.text[n.start]]; k != None {
		return k
	}
	return Number
}

// String returns the text of a string or key, unescaped; "" for anything else.
func (n Node) String() string {
	if n.Kind() != String {
		return ""
	}
	if raw := n.Raw(); strings.IndexByte(raw, '\\') >= 0 {
		return gjson.Parse(raw).Str
	}
	return n.doc.text[n.start+1 : n.end-1]
}

// Raw returns the node as it is written, with quotes; comments inside it are blank.
func (n Node) Raw() string {
	if !n.Exists() {
		return ""
	}
	return n.doc.text[n.start:n.end]
}

// Bool reports whether the node is true.
func (n Node) Bool() bool { return n.Raw() == "true" }

// Int returns the value of a number without a fraction that fits in a double.
func (n Node) Int() (int, bool) {
	f := gjson.Parse(n.Raw()).Num
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
	n.children(func(key, value Node) bool {
		_, hidden := n.doc.hidden[key.start]
		return hidden || f(key, value)
	})
}

// Hidden calls f for the members of an object that do not count, with the key
// that counts in their place, in file order.
func (n Node) Hidden(f func(key, value, last Node)) {
	if !n.Exists() || len(n.doc.hidden) == 0 {
		return
	}
	n.children(func(key, value Node) bool {
		if last, hidden := n.doc.hidden[key.start]; hidden {
			f(key, value, last)
		}
		return true
	})
}

// children calls f for every member of an object or item of an array.
func (n Node) children(f func(key, value Node) bool) {
	if k := n.Kind(); k != Array && k != Object {
		return
	}
	r := gjson.Result{Type: gjson.JSON, Raw: n.Raw(), Index: n.start}
	r.ForEach(func(key, value gjson.Result) bool { return f(n.doc.node(key), n.doc.node(value)) })
}

// Span returns where the node stands, a string with its quotes. It is zero for
// a node that does not exist.
func (n Node) Span() source.Span {
	if !n.Exists() {
		return source.Span{}
	}
	return source.Span{File: n.doc.file, Start: n.start, End: n.end}
}
