package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// calls evaluates calls.
type calls struct {
	e         *Evaluator
	namings   map[string]naming
	tables    *languageTables // made for the first call
	bundled   *bundleReader
	libraries *libraries
	patterns  map[string][]pattern // by what they were compiled of
	binder    binder
}

func newCalls(e *Evaluator) *calls {
	return &calls{e: e, namings: map[string]naming{}, bundled: &bundleReader{e}, libraries: newLibraries(e), patterns: map[string][]pattern{}, binder: newBinder()}
}

func (c *calls) evalCall(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if vs, ok := c.bundled.call(x, m, f); ok {
		return vs
	}
	if vs, ok := c.libraries.call(x, m, f); ok {
		return vs
	}
	if vs, ok := evalMachine(c, x, m, f); ok {
		return vs
	}
	switch x.L.Kind {
	case ast.Ident:
		if vs, ok := c.function(x, m, f); ok {
			return vs
		}
		if len(x.List) > 0 && assigns(x.L) {
			return Values{{Kind: Object, expr: x, mod: m, frame: f}}
		}
	case ast.Member:
		if vs, ok := c.method(x, m, f); ok {
			return vs
		}
	case ast.Index:
		if vs := c.e.eval(x.L.L, m, f); isIteratorOf(x) && len(vs) > 0 {
			return vs
		}
	}
	if vs, ok := c.class(x, m, f); ok {
		return vs
	}
	naming := c.naming(ast.NameOf(x.L))
	if naming.promisifies {
		if vs := c.apis(x.List, m, f); len(vs) > 0 {
			return vs
		}
	}
	out := newSet(c.e)
	known := false
	callees := c.e.eval(x.L, m, f)
	if x.Kind == ast.New {
		callees = unbound(c, callees)
	}
	for _, callee := range callees {
		known = known || callee.Kind == Function || callee.Kind == Class
		out.union(c.result(x, callee, m, f))
	}
	if !known && naming.merges && len(x.List) > 0 && len(out.list.Texts()) == 0 {
		return Values{{Kind: Object, expr: x, mod: m, frame: f}}
	}
	return out.values()
}

// naming is what the name of a callee says of it.
type naming struct{ promisifies, merges bool }

// naming matches each name once: a program has few, and calls them often.
func (c *calls) naming(name string) naming {
	n, ok := c.namings[name]
	if !ok {
		n = naming{model.Promisifies.MatchString(name), model.Merges.MatchString(name)}
		c.namings[name] = n
	}
	return n
}

// apis returns the APIs among the values of the first argument.
func (c *calls) apis(args []*ast.Expr, m *resolve.Module, f *frame) Values {
	if len(args) == 0 {
		return nil
	}
	var out Values
	for _, v := range c.e.eval(args[0], m, f) {
		if v.Kind == API {
			out = out.Add(v)
		}
	}
	return out
}

// result is what one callee gives back.
func (c *calls) result(x *ast.Expr, callee *Value, m *resolve.Module, f *frame) Values {
	switch callee.Kind {
	case Loader:
		return c.bundled.loaded(x, callee.load, m, f)
	case Interop:
		return c.bundled.interop(callee)
	case Function:
		if load := c.e.facts.bundles.loaders[callee.Fn]; load != nil {
			return c.bundled.loaded(x, load, m, f)
		}
		if x.Kind == ast.New {
			return Values{{Kind: Instance, Fn: callee.Fn, mod: callee.mod}}
		}
		if c.e.facts.copiers[callee.Fn].returns {
			return Values{{Kind: Object, expr: x, mod: m, frame: f}}
		}
		inner, ok := c.e.enter(x, callee, m, f)
		if !ok {
			return nil
		}
		return c.e.props.returned(callee, inner)
	case Class:
		return Values{{Kind: Instance, class: callee.class, mod: callee.mod}}
	case API:
		switch callee.Path.Last() {
		case model.ExtGetterSync:
			return c.e.defs.ext
		case model.StorageGetter:
			if len(x.List) == 0 {
				return nil
			}
			if x.List[0].Kind != ast.Object {
				return storedIn(c, c.e.eval(x.List[0], m, f).Texts())
			}
		}
		callee = callee.copy()
		callee.Path = c.e.paths.called(callee.Path)
		if len(x.List) > 0 && (callee.Path.IsCallOf(model.StorageReader) || callee.Path.IsCallOf(model.StorageGetter)) {
			callee.expr, callee.mod = x, m
		}
		return Values{callee}
	case Package:
		if row := c.language().functions[callee.Path.Last()]; row.imported && len(x.List) > 0 { // ref of vue, whatever it is called here
			vs, _ := row.eval(c, x, m, f)
			return vs
		}
		callee = callee.copy()
		callee.Path = c.e.paths.called(callee.Path)
		if len(x.List) > 0 {
			callee.expr, callee.mod = x, m
		}
		return Values{callee}
	}
	return nil
}

// apps returns the objects that are given to App(…).
func (c *calls) apps() Values {
	var out Values
	for _, a := range c.e.facts.apps {
		for _, v := range c.e.eval(a.args[0], a.mod, nil) {
			if v.Kind == Class {
				v = v.copy()
				v.Kind = Instance
			}
			out = out.Add(v)
		}
	}
	return out
}
