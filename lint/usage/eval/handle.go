package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// handle stands for a key in others: it is hashed sooner. None is 0.
type handle uint32

// handles are those of the keys that most questions have in common.
type handles struct {
	identities identities
	subjects   map[subject]handle
	names      map[string]handle
	lastName   string // most names are asked for of many values in turn
	lastHandle handle
}

// identities are the handles of what values are. Nearly all are one expression, one
// function or one module, whose keys are hashed in a fifth of the time.
type identities struct {
	exprs  map[pointed[ast.Expr]]handle
	funcs  map[pointed[ast.Func]]handle
	mods   map[pointed[resolve.Module]]handle
	others map[identity]handle
	count  handle
}

// pointed is an identity that has nothing but a pointer.
type pointed[T any] struct {
	kind Kind
	of   *T
}

// The handles of the names that most properties are asked for under, too.
const (
	copiedName handle = 1 + iota
	shapedName
	anyNameName
)

func newHandles() handles {
	return handles{
		identities: identities{
			exprs: map[pointed[ast.Expr]]handle{}, funcs: map[pointed[ast.Func]]handle{}, mods: map[pointed[resolve.Module]]handle{},
			others: map[identity]handle{},
		},
		subjects: map[subject]handle{}, names: map[string]handle{copied: copiedName, shaped: shapedName, anyName: anyNameName},
	}
}

// of returns the handle of an identity.
func (n *identities) of(id identity) handle {
	switch id {
	case identity{kind: id.kind, expr: id.expr}:
		return handleIn(n.exprs, pointed[ast.Expr]{id.kind, id.expr}, &n.count)
	case identity{kind: id.kind, fn: id.fn}:
		return handleIn(n.funcs, pointed[ast.Func]{id.kind, id.fn}, &n.count)
	case identity{kind: id.kind, mod: id.mod}:
		return handleIn(n.mods, pointed[resolve.Module]{id.kind, id.mod}, &n.count)
	}
	return handleIn(n.others, id, &n.count)
}

// identity returns the handle of what a value is. It is kept in the value.
func (n *handles) identity(v *Value) handle {
	if v.identityHandle == 0 {
		v.identityHandle = n.identities.of(v.identity())
	}
	return v.identityHandle
}

// subject returns the handle of what properties are read from. It is kept in the
// value.
func (n *handles) subject(v *Value) handle {
	if v.subjectHandle == 0 {
		v.subjectHandle = n.subjectOf(subject{n.identity(v), v.expr, v.frame}, v.identity().expr)
	}
	return v.subjectHandle
}

// made returns the handle of a subject that is no value.
func (n *handles) made(id identity, f *frame) handle {
	return n.subjectOf(subject{n.identities.of(id), id.expr, f}, id.expr)
}

// subjectOf returns the handle of a subject whose identity has an expression: an even one
// that is made of it where nothing else tells it from others, as mostly.
func (n *handles) subjectOf(s subject, expr *ast.Expr) handle {
	if s.frame == nil && s.expr == expr {
		return s.identity << 1
	}
	return handleOf(n.subjects, s)<<1 | 1
}

func (n *handles) name(s string) handle {
	switch s {
	case copied:
		return copiedName
	case shaped:
		return shapedName
	case anyName:
		return anyNameName
	}
	if s != n.lastName || n.lastHandle == 0 {
		n.lastName, n.lastHandle = s, handleOf(n.names, s)
	}
	return n.lastHandle
}

func handleOf[K comparable](known map[K]handle, k K) handle {
	count := handle(len(known))
	return handleIn(known, k, &count)
}

// handleIn returns the handle of a key, the next one if it has none.
func handleIn[K comparable](known map[K]handle, k K, count *handle) handle {
	id, ok := known[k]
	if !ok {
		*count++
		id = *count
		known[k] = id
	}
	return id
}

// handleSet is a set of handles.
type handleSet []uint64

func (s handleSet) has(h handle) bool {
	i := int(h / 64)
	return i < len(s) && s[i]>>(h%64)&1 != 0
}

func (s *handleSet) add(h handle) {
	if missing := int(h/64) + 1 - len(*s); missing > 0 {
		*s = append(*s, make([]uint64, missing)...)
	}
	(*s)[h/64] |= 1 << (h % 64)
}
