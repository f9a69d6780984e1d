package flow

import (
	"maps"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// leftovers decides about the URL literals that reached nothing that is known:
// a base URL that goes where the evaluator could not follow is a use; pictures
// are media; text and what nothing reads is nothing.
func (c *collector) leftovers() {
	out := &outlets{collector: c, bound: boundIn(c.order...)}
	c.leftoverVariables(out)
	for _, m := range c.order {
		ast.Walk(m.tree, func(x *ast.Expr, around []*ast.Expr) {
			switch x.Kind {
			case ast.String:
				if ep, ok := endpoint.ParseURL(strings.TrimSpace(x.Text)); ok && !c.used[x] {
					c.leftover(x, literal(x, m), ep, m, around, out)
				}
			case ast.Concat, ast.Template:
				c.joinedLeftover(x, m, around, out)
			case ast.Call: // "https://".concat(host)
				if x.L.Kind == ast.Member && x.L.Text == "concat" && x.L.L.Kind == ast.String {
					c.joinedLeftover(x, m, around, out)
				}
			}
		})
	}
}

// leftoverVariables decides about the URLs of .env files and of the build that
// reached nothing known, although the code reads them.
func (c *collector) leftoverVariables(out *outlets) {
	for _, table := range [...]map[string]values{c.env, c.defined} {
		for _, name := range slices.Sorted(maps.Keys(table)) {
			for _, v := range table[name] {
				if len(v.parts) > 0 && !c.used[v.parts[0].expr] && !model.MediaName.MatchString(name) && out.isReadVariable(name) {
					c.mayReach(v, platform.Unknown)
				}
			}
		}
	}
}

// joinedLeftover decides about a URL whose host is a constant of its own:
// "https://" + host.
func (c *collector) joinedLeftover(x *ast.Expr, m *module, around []*ast.Expr, out *outlets) {
	for _, v := range c.eval(x, m, nil) {
		ep, ok := endpointOf(v, false)
		if !ok || len(v.parts) < 2 || hostOffset(v.parts[0].expr.Text) < len(v.parts[0].expr.Text) {
			continue
		}
		if part, ok := v.place(ep); ok && !c.used[part.expr] && part.expr.Kind == ast.String {
			c.leftover(x, v, ep, m, around, out)
		}
	}
}

// leftover decides about one expression x with the value v.
func (c *collector) leftover(x *ast.Expr, v *value, ep endpoint.Endpoint, m *module, around []*ast.Expr, out *outlets) {
	name, ok := out.bound.holder(x, around)
	if !ok {
		return
	}
	part, ok := v.place(ep)
	if !ok || out.isUnusedDefault(x, m) {
		return
	}
	u := Use{Endpoint: ep, Certainty: Literal, Span: part.mod.span(part.expr.Start, part.expr.End)}
	switch {
	case isMedia(v.text) || model.MediaName.MatchString(name) && !model.Base.MatchString(name):
		u.Category = platform.Media
	case isSocket(ep) && (name == "" || out.isRead(name)),
		(model.Base.MatchString(name) || baseAround(x, around) || isBare(ep, m)) && (out.leaves(x) || c.unexplained() && out.isRead(name)):
		u.Category = unseen(ep)
	default:
		return
	}
	c.add(u)
}

// unexplained reports whether a request goes to a host that is not known: then
// a base URL that is read somewhere may be it.
func (c *collector) unexplained() bool {
	for i := range c.dynamic {
		if c.dynamic[i].Category == platform.Request {
			return true
		}
	}
	return false
}

// baseAround reports whether an object around a literal is named like the
// address of a server: HOST: {PRODUCTION: {COMMON: "https://…"}}.
func baseAround(x *ast.Expr, around []*ast.Expr) bool {
	inner := x
	for i := len(around) - 1; i >= 0 && i >= len(around)-3; i-- {
		if around[i].Kind != ast.Object {
			return false
		}
		if model.BaseHolder.MatchString(keyOf(around[i], inner)) {
			return true
		}
		inner = around[i]
	}
	return false
}

// unseen is the category of a base URL that no call was seen to use.
func unseen(ep endpoint.Endpoint) platform.Category {
	if isSocket(ep) {
		return platform.Socket
	}
	return platform.Unknown
}

// isSocket reports whether a URL is a socket's, which nobody writes as text.
func isSocket(ep endpoint.Endpoint) bool { return ep.Scheme == "ws" || ep.Scheme == "wss" }

// isBare reports whether a URL in minified code, whose names say nothing, is
// only a server's address.
func isBare(ep endpoint.Endpoint, m *module) bool {
	return (ep.Path == "" || ep.Path == "/") && m.minified()
}

// minifiedLine is the average length of line above which code is minified.
const minifiedLine = 400

func (m *module) minified() bool {
	return len(m.tree.Source) > minifiedLine*(1+strings.Count(m.tree.Source, "\n"))
}

func isMedia(text string) bool { return model.MediaFile.MatchString(text) }

// holder returns the name of the property, constant or parameter that a
// literal is given to; false when it is text.
func (b bound) holder(x *ast.Expr, around []*ast.Expr) (string, bool) {
	inner := x
	for i := len(around) - 1; i >= 0; i-- {
		if binding := b[inner]; binding != nil {
			return binding.Name, true
		}
		outer := around[i]
		switch outer.Kind {
		case ast.Object, ast.Class, ast.Element:
			key := keyOf(outer, inner)
			return key, key != "" && !model.TextKeys.MatchString(key)
		case ast.Call, ast.New:
			if outer.L == inner {
				break // a method of the literal
			}
			name := nameOf(outer.L)
			return name, !model.Shows.MatchString(name)
		case ast.Assign:
			return nameOf(outer.L), outer.R == inner
		case ast.Binary:
			return "", false // a comparison
		case ast.Function:
			return outer.Func.Name, true
		}
		inner = outer
	}
	if binding := b[inner]; binding != nil {
		return binding.Name, true
	}
	return "", true
}

// bound says to which name an expression is given.
type bound map[*ast.Expr]*ast.Binding

// isUnusedDefault reports whether an expression is the default of a name that
// always has another value.
func (o *outlets) isUnusedDefault(x *ast.Expr, m *module) bool {
	b := o.bound[x]
	if b == nil {
		return false
	}
	for _, d := range b.Defs {
		if d.Value == x && d.Default {
			return !holds(o.evalBinding(b, m, nil), x)
		}
	}
	return false
}

// holds reports whether some value has text of a literal.
func holds(vs values, literal *ast.Expr) bool {
	for _, v := range vs {
		for _, p := range v.parts {
			if p.expr == literal {
				return true
			}
		}
	}
	return false
}

func boundIn(modules ...*module) bound {
	b := bound{}
	for _, m := range modules {
		for _, binding := range m.tree.Bindings {
			for _, d := range binding.Defs {
				if d.Value != nil && len(d.Path) == 0 {
					b[d.Value] = binding
				}
			}
		}
	}
	return b
}

// keyOf returns the name of the property that has a value.
func keyOf(x, value *ast.Expr) string {
	props := x.Props
	if x.Class != nil {
		props = x.Class.Members
	}
	for _, prop := range props {
		if prop.Value == value {
			return prop.Key
		}
	}
	return ""
}
