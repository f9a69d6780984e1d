package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// identity names a subject that properties can be assigned to.
type identity struct {
	kind  Kind
	expr  *ast.Expr
	fn    *ast.Func
	class *ast.ClassBody
	mod   *resolve.Module
	path  *Path
	text  string
}

func (v *Value) identity() identity {
	id := identity{kind: v.Kind, expr: v.expr, fn: v.Fn, class: v.class}
	switch v.Kind {
	case Exports, ModuleObject:
		id.mod = v.mod
	case Package, API, Environment:
		id = identity{kind: v.Kind, path: v.Path, text: v.Text}
	}
	return id
}

// handle stands for a key in others: it is hashed sooner. None is 0.
type handle uint32

// handles are those of the keys that most questions have in common.
type handles struct {
	identities map[identity]handle
	subjects   map[subject]handle
	names      map[string]handle
}

// The handles of the names that most properties are asked for under, too.
const (
	copiedName handle = 1 + iota
	shapedName
	anyNameName
)

func newHandles() handles {
	names := map[string]handle{copied: copiedName, shaped: shapedName, anyName: anyNameName}
	return handles{identities: map[identity]handle{}, subjects: map[subject]handle{}, names: names}
}

// subject is an identity within a call that is followed, if any. The expression
// tells the stores apart that a package makes, where an identity does not.
type subject struct {
	identity handle
	expr     *ast.Expr
	frame    *frame
}

// identity returns the handle of what a value is. It is kept in the value.
func (n *handles) identity(v *Value) handle {
	if v.identityHandle == 0 {
		v.identityHandle = handleOf(n.identities, v.identity())
	}
	return v.identityHandle
}

// subject returns the handle of what properties are read from. It is kept in the
// value.
func (n *handles) subject(v *Value) handle {
	if v.subjectHandle == 0 {
		v.subjectHandle = handleOf(n.subjects, subject{n.identity(v), v.expr, v.frame})
	}
	return v.subjectHandle
}

// made returns the handle of a subject that is no value.
func (n *handles) made(id identity, f *frame) handle {
	return handleOf(n.subjects, subject{handleOf(n.identities, id), id.expr, f})
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
	return handleOf(n.names, s)
}

func handleOf[K comparable](known map[K]handle, k K) handle {
	id, ok := known[k]
	if !ok {
		id = handle(len(known) + 1)
		known[k] = id
	}
	return id
}
