package lint

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/nearest"
	"github.com/beianlint/beianlint/lint/source"
)

// fail records that a value of the config cannot be used.
//
//go:noinline
func (d *decoder) fail(n jsonc.Node, id message.ID, args ...any) {
	d.problems = append(d.problems, &source.Problem{Span: n.Span(), Message: id, Args: args})
}

// unknownName records a name that is not known, see unknownAt.
func unknownName[S ~string](d *decoder, n jsonc.Node, id message.ID, known []S) {
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	d.problems = append(d.problems, unknownAt(n.Span(), id, n.String(), names))
}

// unknownAt is the problem of a name that is not known. The arguments are the
// name and the known names; with a near one the id ends in "-near" and the near
// name is last.
func unknownAt(s source.Span, id message.ID, name string, known []string) *source.Problem {
	p := &source.Problem{Span: s, Message: id, Args: []any{name, strings.Join(known, ", ")}}
	if near := nearest.Name(name, known); near != "" {
		p.Message += "-near"
		p.Args = append(p.Args, near)
	}
	return p
}

// wants records a value of the wrong kind.
func (d *decoder) wants(n jsonc.Node, kind message.Text) { d.fail(n, "config.kind", kind) }

// members reads the members of an object.
func (d *decoder) members(n jsonc.Node, read func(key, value jsonc.Node)) {
	if n.Kind() != jsonc.Object {
		d.wants(n, message.Text{EN: "an object", ZH: "对象"})
		return
	}
	n.Each(func(key, value jsonc.Node) bool { read(key, value); return true })
}

// items reads the items of an array.
func (d *decoder) items(n jsonc.Node, read func(jsonc.Node)) {
	if n.Kind() != jsonc.Array {
		d.wants(n, message.Text{EN: "an array", ZH: "数组"})
		return
	}
	n.Each(func(_, value jsonc.Node) bool { read(value); return true })
}

// texts reads the items of an array of strings.
//
//go:noinline
func (d *decoder) texts(n jsonc.Node, read func(jsonc.Node, string)) {
	d.items(n, func(n jsonc.Node) {
		if s := d.text(n); n.Kind() == jsonc.String {
			read(n, s)
		}
	})
}

func (d *decoder) text(n jsonc.Node) string {
	if n.Kind() != jsonc.String {
		d.wants(n, message.Text{EN: "a string", ZH: "字符串"})
	}
	return n.String()
}

// canonicalPattern puts a host pattern in the form that hosts have.
func canonicalPattern(s string) string {
	e, err := endpoint.Parse(s)
	switch {
	case err != nil || e.Host == "":
		return strings.ToLower(s)
	case e.Wildcard:
		return "*." + e.Host
	}
	return e.Host
}
