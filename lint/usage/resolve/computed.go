package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// loadComputed adds the files that a script loads by names that it puts together: those that are
// told, or all that may be meant.
func loadComputed(r *reacher, m *Module) {
	var known *computedNames
	for _, x := range m.Tree.Calls {
		if x.L.Kind != ast.Ident || len(x.List) == 0 {
			continue
		}
		name := x.L.Text
		if name != "require" && name != "import" || x.List[0].Kind == ast.String || x.L.Scope.Lookup(name) != nil {
			continue
		}
		if !m.Minified() && !isPackaged(m.Name) {
			if known == nil {
				known = newComputedNames(m.Tree)
				known.shared = len(m.components) > 0 || r.names.Files[m.Name].Kind == miniprogram.Component
			}
			if specs, ok := known.names(x.List[0]); ok {
				addTold(r, m, specs, m.Span(x.List[0].Start, x.List[0].End))
				continue
			}
			r.computed = true
		}
		r.below(m, headOf(x.List[0]))
	}
}

// addTold adds the files of names that are put together: any export of them can be used.
func addTold(r *reacher, m *Module, specs []string, at source.Span) {
	for _, spec := range specs {
		name, ok := r.names.Resolve(m.Name, spec)
		if ok {
			r.name(name)
		}
		if !ok || r.names.isLost(name) {
			r.miss(m.Name, spec, at)
		}
	}
}

// computedNames knows what the names of modules can be that a script puts together or takes
// from a table, where all of it stands in that script.
type computedNames struct {
	tree *ast.Tree
	// uses are the expressions around each name, by its binding, the innermost last: at
	// most the four that matter.
	uses map[*ast.Binding][]nameUse
	// given are the calls that get a function as their first argument, by the function.
	given map[*ast.Func]*ast.Expr
	// named are the bindings of functions, nil for one of two names: its own, and another's.
	named map[*ast.Func]*ast.Binding
	// read are the values that only their parts or keys are taken of.
	read map[*ast.Expr]bool
	// shared: markup can read and call what the script declares at its top.
	shared bool
	left   int // how many steps may still be taken for one name
}

// nameUse is a name and what stands around it.
type nameUse struct {
	x, in, above *ast.Expr
}

// maxNameSteps bounds the work for one computed name of a module, and what it can be.
const maxNameSteps = 1 << 10

func newComputedNames(t *ast.Tree) *computedNames {
	c := &computedNames{tree: t, uses: map[*ast.Binding][]nameUse{}, given: map[*ast.Func]*ast.Expr{}, named: map[*ast.Func]*ast.Binding{}, read: map[*ast.Expr]bool{}}
	ast.Walk(t, func(x *ast.Expr, around []*ast.Expr) {
		var u nameUse
		if u.x = x; len(around) > 0 {
			u.in = around[len(around)-1]
		}
		if len(around) > 1 {
			u.above = around[len(around)-2]
		}
		switch {
		case x.Kind == ast.Ident && x.Binding() != nil:
			c.uses[x.Binding()] = append(c.uses[x.Binding()], u)
		case x.Kind == ast.Function && u.in != nil && u.in.Kind == ast.Call && len(u.in.List) > 0 && u.in.List[0] == x:
			c.given[x.Func()] = u.in
		}
	})
	for _, b := range t.Bindings {
		for _, d := range b.Defs {
			switch {
			case d.Value == nil:
			case d.Keys || len(d.Path) > 0:
				c.read[d.Value] = true
			case d.Value.Kind == ast.Function:
				fn := d.Value.Func()
				if _, twice := c.named[fn]; twice {
					b = nil
				}
				c.named[fn] = b
			}
		}
	}
	return c
}

// names returns all that a computed name of a module can be; false where more may be.
func (c *computedNames) names(x *ast.Expr) ([]string, bool) {
	c.left = maxNameSteps
	found, ok := c.texts(x)
	slices.Sort(found)
	return slices.Compact(found), ok && len(found) > 0
}

// step takes one step, or says that there were too many, as a name that is made of itself
// takes.
func (c *computedNames) step() bool {
	c.left--
	return c.left >= 0
}

func (c *computedNames) texts(x *ast.Expr) ([]string, bool) {
	if x == nil || !c.step() {
		return nil, false
	}
	switch x.Kind {
	case ast.String:
		return []string{x.Text}, true
	case ast.Concat, ast.Template:
		return c.joined(x.List)
	case ast.Cond:
		return c.either(x.R, x.C())
	case ast.Logical:
		return c.either(x.L, x.R)
	case ast.Member, ast.Index:
		return c.entry(x)
	case ast.Ident:
		return c.ident(x)
	}
	return nil, false
}

func (c *computedNames) either(list ...*ast.Expr) (found []string, ok bool) {
	for _, x := range list {
		texts, ok := c.texts(x)
		if !ok {
			return nil, false
		}
		found = append(found, texts...)
	}
	return found, true
}

func (c *computedNames) joined(list []*ast.Expr) ([]string, bool) {
	found := []string{""}
	for _, x := range list {
		texts, ok := c.texts(x)
		if !ok || len(found)*len(texts) > c.left {
			return nil, false
		}
		var longer []string
		for _, head := range found {
			for _, text := range texts {
				longer = append(longer, head+text)
			}
		}
		found = longer
		c.left -= len(found)
	}
	return found, true
}

// ident returns what a name can be.
func (c *computedNames) ident(x *ast.Expr) (found []string, ok bool) {
	b := x.Binding()
	if b == nil || len(b.Defs) == 0 || c.isExported(b) {
		return nil, false
	}
	for _, d := range b.Defs {
		texts, ok := c.def(d)
		if !ok {
			return nil, false
		}
		found = append(found, texts...)
	}
	return found, true
}

func (c *computedNames) def(d ast.Def) ([]string, bool) {
	switch {
	case d.Func != nil && !d.Rest && len(d.Path) == 0:
		return c.param(d.Func, d.Param)
	case d.Value == nil || d.Func != nil || d.From != "":
		return nil, false
	case d.Keys:
		return c.keys(d.Value)
	case len(d.Path) == 1 && d.Path[0] == "*":
		return c.items(d.Value)
	case len(d.Path) == 1:
		return c.value(d.Value, d.Path[0])
	case len(d.Path) > 1:
		return nil, false
	}
	return c.texts(d.Value)
}

// param returns what a parameter can be: an item of the list that a function is called for, or
// the argument of each call, where nothing else is done with the function.
func (c *computedNames) param(fn *ast.Func, i int) (found []string, ok bool) {
	b, named := c.named[fn]
	if call := c.given[fn]; call != nil && !named && i == 0 && call.L.Kind == ast.Member && eachItem[call.L.Text] {
		return c.items(call.L.L)
	}
	if b == nil || len(b.Defs) != 1 || c.isExported(b) {
		return nil, false
	}
	for _, u := range c.uses[b] {
		if u.in == nil || u.in.Kind != ast.Call || u.in.L != u.x || slices.ContainsFunc(u.in.List, func(x *ast.Expr) bool { return x.Kind == ast.Spread }) {
			return nil, false
		}
		if i >= len(u.in.List) {
			continue // undefined loads nothing
		}
		texts, ok := c.texts(u.in.List[i])
		if !ok {
			return nil, false
		}
		found = append(found, texts...)
	}
	return found, true
}
