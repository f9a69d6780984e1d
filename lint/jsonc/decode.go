package jsonc

import (
	"slices"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/suggest"
)

// Decoder reads the values of a file that people write for beianlint, and
// gathers what is wrong with them: one run tells of every mistake.
type Decoder struct {
	Problems []*source.Problem
}

// Key is a key that an object may have, with what reads its value.
type Key struct {
	Name string
	Read func(Node)
}

// Fail records that a value cannot be used.
func (d *Decoder) Fail(n Node, id message.ID, args ...any) {
	d.Problems = append(d.Problems, &source.Problem{Span: n.Span(), Message: id, Args: args})
}

// Unknown records a name that is none of the known ones.
func (d *Decoder) Unknown(n Node, id message.ID, known []string) {
	d.Problems = append(d.Problems, suggest.Problem(n.Span(), id, n.String(), known))
}

// Wants records a value of the wrong kind.
func (d *Decoder) Wants(n Node, kind message.Text) { d.Fail(n, "config.kind", kind) }

// Object reads an object whose keys are known.
func (d *Decoder) Object(n Node, known []Key) {
	d.Members(n, func(key, value Node) {
		i := slices.IndexFunc(known, func(k Key) bool { return k.Name == key.String() })
		if i >= 0 {
			known[i].Read(value)
			return
		}
		names := make([]string, len(known))
		for i, k := range known {
			names[i] = k.Name
		}
		slices.Sort(names)
		d.Unknown(key, "config.unknown-key", names)
	})
}

// Members reads the members of an object, whatever their keys.
func (d *Decoder) Members(n Node, read func(key, value Node)) {
	if n.Kind() != Object {
		d.Wants(n, message.Text{EN: "an object", ZH: "对象"})
		return
	}
	n.Each(func(key, value Node) bool { read(key, value); return true })
}

// Items reads the items of an array.
func (d *Decoder) Items(n Node, read func(Node)) {
	if n.Kind() != Array {
		d.Wants(n, message.Text{EN: "an array", ZH: "数组"})
		return
	}
	n.Each(func(_, value Node) bool { read(value); return true })
}

// Texts reads the items of an array of strings.
func (d *Decoder) Texts(n Node, read func(Node, string)) {
	d.Items(n, func(n Node) {
		if s := d.Text(n); n.Kind() == String {
			read(n, s)
		}
	})
}

// Text reads a string.
func (d *Decoder) Text(n Node) string {
	if n.Kind() != String {
		d.Wants(n, message.Text{EN: "a string", ZH: "字符串"})
	}
	return n.String()
}

// Flag reads true or false.
func (d *Decoder) Flag(n Node) bool {
	if n.Kind() != Bool {
		d.Wants(n, message.Text{EN: "true or false", ZH: "true 或 false"})
	}
	return n.Bool()
}
