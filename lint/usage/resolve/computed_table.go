package resolve

import (
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// eachItem are the methods of a list that call a function for each of its items.
var eachItem = map[string]bool{"forEach": true, "map": true, "filter": true, "some": true, "every": true, "find": true}

// keepsItems are the methods of a list that change nothing in it.
var keepsItems = map[string]bool{"slice": true, "includes": true, "indexOf": true, "join": true, "hasOwnProperty": true}

// entry returns what a read of a table can be: the text by its key, or all texts in it.
func (c *computedNames) entry(x *ast.Expr) ([]string, bool) {
	if x.Kind == ast.Member {
		return c.value(x.L, x.Text)
	}
	if keys, ok := c.texts(x.R); ok {
		var found []string
		for _, key := range keys {
			texts, ok := c.value(x.L, key)
			if !ok {
				return nil, false
			}
			found = append(found, texts...)
		}
		return found, true
	}
	if t := c.table(x.L); t != nil {
		return c.valuesOf(t)
	}
	return c.items(x.L)
}

// value returns the text by a key of a table; none where it has no such key.
func (c *computedNames) value(x *ast.Expr, key string) ([]string, bool) {
	t := c.table(x)
	if t == nil {
		l := c.list(x)
		i, err := strconv.Atoi(key)
		if l == nil || err != nil || i < 0 || i >= len(l.List) {
			return nil, false
		}
		return c.texts(l.List[i])
	}
	var found []string
	for i := range t.Props() {
		if p := &t.Props()[i]; p.Key == key {
			texts, ok := c.texts(p.Value)
			if !ok {
				return nil, false
			}
			found = texts
		}
	}
	return found, found != nil
}

// items returns the items of a list: of one that is written out, of the keys or the values of
// a table, or of a part of such a list.
func (c *computedNames) items(x *ast.Expr) ([]string, bool) {
	if x == nil || !c.step() {
		return nil, false
	}
	if x.Kind == ast.Call && x.L.Kind == ast.Member {
		switch {
		case isObject(x.L) && len(x.List) == 1 && x.L.Text == "keys":
			return c.keys(x.List[0])
		case isObject(x.L) && len(x.List) == 1 && x.L.Text == "values":
			if t := c.table(x.List[0]); t != nil {
				return c.valuesOf(t)
			}
		case x.L.Text == "filter" || x.L.Text == "slice":
			return c.items(x.L.L)
		}
		return nil, false
	}
	if l := c.list(x); l != nil {
		return c.either(l.List...)
	}
	return nil, false
}

func isObject(x *ast.Expr) bool {
	return x.L.Kind == ast.Ident && x.L.Text == "Object" && x.L.Binding() == nil
}

func (c *computedNames) keys(x *ast.Expr) ([]string, bool) {
	t := c.table(x)
	if t == nil {
		return nil, false
	}
	var found []string
	for _, p := range t.Props() {
		found = append(found, p.Key)
	}
	return found, true
}

func (c *computedNames) valuesOf(table *ast.Expr) ([]string, bool) {
	var values []*ast.Expr
	for _, p := range table.Props() {
		values = append(values, p.Value)
	}
	return c.either(values...)
}

// table returns the object that an expression is, with keys that are all written out; nil
// where it may be another, or where something may be put into it.
func (c *computedNames) table(x *ast.Expr) *ast.Expr {
	t := c.written(x, ast.Object)
	if t == nil || slices.ContainsFunc(t.Props(), func(p ast.Prop) bool { return p.Spread || p.Computed != nil || p.Getter || p.Value == nil }) {
		return nil
	}
	return t
}

func (c *computedNames) list(x *ast.Expr) *ast.Expr { return c.written(x, ast.Array) }

// written returns the object or list that an expression is where that is written out, and
// where nothing changes it.
func (c *computedNames) written(x *ast.Expr, kind ast.Kind) *ast.Expr {
	if x == nil || !c.step() {
		return nil
	}
	if x.Kind == kind {
		return x
	}
	if x.Kind != ast.Ident || x.Binding() == nil {
		return nil
	}
	b := x.Binding()
	if len(b.Defs) != 1 || b.Defs[0].Value == nil || b.Defs[0].Value.Kind != kind || len(b.Defs[0].Path) > 0 || b.Defs[0].Keys || c.isExported(b) {
		return nil
	}
	if slices.ContainsFunc(c.uses[b], func(u nameUse) bool { return !c.isRead(u) }) {
		return nil
	}
	return b.Defs[0].Value
}

// isRead reports whether a name of a table or list only has its parts read.
func (c *computedNames) isRead(u nameUse) bool {
	switch {
	case c.read[u.x]:
		return true
	case u.in == nil:
		return false
	case u.in.Kind == ast.Call:
		return u.in.L.Kind == ast.Member && isObject(u.in.L) && (u.in.L.Text == "keys" || u.in.L.Text == "values" || u.in.L.Text == "entries")
	case (u.in.Kind == ast.Member || u.in.Kind == ast.Index) && u.in.L == u.x:
		isCalled := u.above != nil && (u.above.Kind == ast.Call || u.above.Kind == ast.New) && u.above.L == u.in
		isAssigned := u.above != nil && u.above.Kind == ast.Assign && u.above.L == u.in
		return !isAssigned && (!isCalled || u.in.Kind == ast.Member && (eachItem[u.in.Text] || keepsItems[u.in.Text]))
	}
	return false
}

// isExported reports whether other modules, or markup, see a name.
func (c *computedNames) isExported(b *ast.Binding) bool {
	return c.shared && b.Scope == c.tree.Scope || slices.ContainsFunc(c.tree.Exports, func(e ast.Export) bool {
		return e.From == "" && e.Local == b.Name && b.Scope == c.tree.Scope || e.Value != nil && e.Value.Kind == ast.Ident && e.Value.Binding() == b
	})
}
