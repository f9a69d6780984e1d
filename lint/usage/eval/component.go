package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// member reads a name through "this" of a component: its own property, one of
// its methods, of its data, or a computed value.
func (c *components) member(v *Value, name string) Values {
	of := c.partsOf(v)
	out := c.inGroup(of.methods, name).Union(c.inGroup(of.data, name))
	out = out.Union(c.computedValues(c.inGroup(of.computed, name))).Union(c.e.props.property(of.props, name))
	for _, mixin := range of.mixins {
		out = out.Union(c.e.props.read(mixin, name))
	}
	switch {
	case len(out) > 0:
		return out
	case model.Parents[name]:
		return c.e.calls.apps()
	case name == model.StoreMember:
		return c.stores()
	case v.mod != nil && model.HasQuery(name) && (name != model.PageOptions || c.e.facts.groups.pages[v.expr]):
		return Values{{Kind: Query, expr: c.e.pages.queries.expr(v.mod), mod: v.mod}}
	case name == model.RefsMember:
		return c.e.pages.refsOf(v.mod)
	}
	return c.global(name).Union(c.e.facts.groups.mixed.member(c, v, name))
}

// global reads what is given to every component: Vue.prototype.$x and
// app.config.globalProperties.$x.
func (c *components) global(name string) Values {
	return askOnce(&c.e.memo, c.e.memo.composed.globals, name, func() Values { return c.toGlobals(name) })
}

func (c *components) toGlobals(name string) Values {
	var out Values
	for _, a := range c.e.facts.assigns[name] {
		if mayBeGlobal(a) && (a.Target.Text == model.GlobalsHolder || (strings.HasPrefix(name, "$") || c.isGlobalClass(a.Target.L, a.Mod))) {
			out = out.Union(c.e.eval(a.Value, a.Mod, a.frame))
		}
	}
	return out
}

// mayBeGlobal reports whether an assignment may be to what every component has.
func mayBeGlobal(a Assign) bool {
	return a.Target.Kind == ast.Member && (a.Target.Text == model.GlobalsHolder || a.Target.Text == "prototype")
}

// isGlobalClass reports whether an expression is the class whose prototype every
// component has, by its name or its package.
func (c *components) isGlobalClass(x *ast.Expr, m *resolve.Module) bool {
	return ast.NameOf(x) == model.GlobalClass || slices.ContainsFunc(c.e.eval(x, m, nil), func(v *Value) bool {
		return v.Kind == Package && v.Path.Root() == model.GlobalPackage
	})
}

// own reads a property that an object or instance has itself.
func (c *components) own(v *Value, name string) Values {
	if v.Kind == Instance {
		memo := &c.e.memo
		key := readKey{memo.subject(v), memo.name(name)}
		return memo.readOnce(&memo.composed.own, key, func() Values { return c.e.classes.ofInstance(v, name) })
	}
	return c.e.assigned.onto(c.e.props.ofObject(v, name), v, name)
}

// given is what a component gets from markup, with the defaults that it declares:
// both are its data, too.
func (c *components) given(v *Value) Values {
	given := c.e.pages.attributes(v)
	if len(given) > 0 {
		given = given.Union(c.own(v, model.PropertyGroup))
	}
	return given
}

// inherited reads what a component has without declaring it in itself.
func (c *components) inherited(v *Value, name string) Values {
	if vs := c.member(v, name); len(vs) > 0 {
		return vs
	}
	if around := c.e.facts.around[v.expr]; v.Kind == Object && around != nil && !c.e.facts.defaults[v.expr] { // this.data.x of a property
		if vs := c.e.props.property(c.declared(&Value{Kind: Object, expr: around, mod: v.mod}), name); len(vs) > 0 {
			return vs
		}
	}
	if vs := c.injected(v, name); len(vs) > 0 {
		return vs
	}
	vs := c.setGroup(v, name)
	if name == model.DataGroup && v.Kind == Object { // of a component that has properties alone
		vs = vs.Union(c.declared(v))
	}
	return vs
}

// declared are the groups of properties that an object literal declares: wrappers of the
// platforms have names of their own for them.
func (c *components) declared(v *Value) Values {
	return c.e.props.ofObject(v, model.PropertyGroup).Union(c.e.props.ofObject(v, "props"))
}

// injected reads what components around this one provide: inject: ['api'], or
// inject: {api: {from: 'a', default: …}}.
func (c *components) injected(v *Value, name string) Values {
	var out Values
	for _, group := range c.own(v, model.Injected) {
		from := Values{{Kind: Text, Text: name}}
		switch group.Kind {
		case Array:
			if !c.e.props.property(Values{group}, "*").Texts().meets(from) {
				continue
			}
		case Object:
			as := c.own(group, name)
			if len(as) == 0 {
				continue
			}
			out = out.Union(c.e.props.property(as, "default"))
			if named := c.e.props.property(as, "from").Union(as).Texts(); len(named) > 0 {
				from = named
			}
		}
		out = out.Union(c.provided(from))
	}
	return out
}

// provided is what components provide under some names.
func (c *components) provided(names Values) Values {
	out := c.e.calls.libraries.kept(names)
	for _, p := range c.e.facts.groups.provided {
		given := c.e.props.called(c.e.eval(p.value, p.mod, nil))
		for _, name := range names {
			out = out.Union(c.e.props.property(given, name.Text))
		}
	}
	return out
}

// setGroup is the group that a setter gives properties to where a component
// declares none: setData makes data.
func (c *components) setGroup(v *Value, name string) Values {
	groups := c.e.facts.groups
	if !groups.set[name] || c.within.isLater(v.expr) {
		return nil
	}
	key := groupKey{v.identity(), name}
	group := groups.made[key]
	if group == nil {
		group = &ast.Expr{Kind: ast.Object}
		groups.made[key] = group
	}
	return Values{{Kind: Object, expr: group, mod: v.mod}}
}

// groups are those that setters are called for, and those that nothing declares.
type groups struct {
	set  map[string]bool
	made map[groupKey]*ast.Expr
	// provided are the groups that components give to those within them.
	provided []provided
	// stores are the options of stores.
	stores map[*ast.Expr]bool
	// computed are the modules in which a setter gives a property to "this" whose name is
	// computed; nil where it is given to something else.
	computed map[*resolve.Module]bool
	// pages are the objects that pages and components are made of.
	pages map[*ast.Expr]bool
	// ofClass are the classes that groups are members of: methods = {…}.
	ofClass map[*ast.Expr]*ast.ClassBody
	// assigned are the groups that are assigned: this.methods = {…}.
	assigned map[*ast.Expr]Assign
	// mixed is what all components are given.
	mixed globalMixins
	// wholes are what setters are given that is no literal.
	wholes []Assign
}

// noteClass takes in the groups of a component that is a class.
func (g *groups) noteClass(class *ast.ClassBody) {
	for i := range class.Members {
		if p := &class.Members[i]; p.Value != nil && p.Value.Kind == ast.Object && !p.Static && model.IsGroup(p.Key) {
			g.ofClass[p.Value] = class
		}
	}
}

// provided is what one component provides: an object, or a function that returns it.
type provided struct {
	value *ast.Expr
	mod   *resolve.Module
}

// noteStore takes in the options that a store is defined with, whose functions
// reach all of it through "this".
func (g *groups) noteStore(options *ast.Expr, around map[*ast.Expr]*ast.Expr) {
	g.stores[options] = true
	for _, prop := range options.Props() {
		if prop.Value != nil && prop.Value.Kind == ast.Object && model.StoreGroups[prop.Key] {
			around[prop.Value] = options
		}
	}
}

// ofStore reads a member of a store: of its state, its getters or its actions.
func (c *components) ofStore(v *Value, name string) Values {
	if !c.e.facts.groups.stores[v.expr] || model.StoreGroups[name] {
		return nil
	}
	return c.inGroup(c.own(v, model.StoreState), name).Union(c.computedValues(c.inGroup(c.own(v, model.StoreGetters), name))).Union(c.inGroup(c.own(v, model.StoreActions), name))
}

// groupKey names the group of a component.
type groupKey struct {
	identity
	name string
}

// stores returns the stores of vuex that are made.
func (c *components) stores() Values {
	memo := &c.e.memo
	if memo.stores == nil {
		memo.stores = c.storeCalls()
	}
	var out Values
	for _, x := range memo.stores {
		out = out.Union(c.e.eval(x.expr, x.mod, nil))
	}
	return out
}

// storeCalls finds the calls in live code that make stores. It is never nil.
func (c *components) storeCalls() []place {
	calls := []place{}
	for _, m := range c.e.live {
		for x := range c.e.facts.named.that(makeStore, m) {
			if name := ast.NameOf(x.L); name == model.StoreClass && x.Kind == ast.New || name == model.StoreMaker {
				calls = append(calls, place{x, m})
			}
		}
	}
	return calls
}

// inGroup reads a name in a group, which can be a function that returns it.
func (c *components) inGroup(group Values, name string) Values {
	if len(group) == 0 {
		return nil
	}
	memo := &c.e.memo
	return askOnce(memo, memo.composed.groups, setKey{&group[0], int32(len(group)), memo.name(name)}, func() Values { return c.inEach(group, name) })
}

func (c *components) inEach(group Values, name string) Values {
	var out Values
	for _, g := range group {
		switch g.Kind {
		case Object:
			out = out.Union(c.own(g, name))
		case Function:
			out = out.Union(c.e.props.property(c.e.props.returned(g, g.frame), name))
		}
	}
	return out
}

// computedValues is what computed values give: functions, or objects with get, by what
// they return.
func (c *components) computedValues(vs Values) Values {
	var out Values
	for _, v := range vs.Union(c.e.props.property(vs, "get")) {
		if v.Kind == Function {
			out = out.Union(c.e.props.returned(v, v.frame))
		}
	}
	return out
}

// parts are the members of a component that hold what "this" has.
type parts struct{ methods, data, computed, props, mixins Values }

// partsAnswer is what partsOf answered before, and whether it was provisional.
type partsAnswer struct {
	parts
	provisional bool
	partial     bool // it is still being made
}

// partsOf reads the parts of a component, once.
func (c *components) partsOf(v *Value) parts {
	memo, key := &c.e.memo, c.e.memo.subject(v)
	if a, ok := memo.parts[key]; ok {
		memo.provisional = memo.provisional || a.provisional
		if a.partial {
			memo.unsettled++
		}
		return a.parts
	}
	memo.parts[key] = partsAnswer{provisional: true, partial: true}
	outer := memo.provisional
	memo.provisional = false
	a := partsAnswer{parts: parts{
		methods: c.own(v, "methods"), data: c.own(v, "data"), computed: c.own(v, "computed"),
		props: c.own(v, "props").Union(c.own(v, "properties")).Union(c.e.pages.attributes(v)), mixins: c.e.props.property(c.own(v, "mixins").Union(c.own(v, "behaviors")), "*"),
	}}
	a.provisional = memo.provisional
	memo.provisional = a.provisional || outer
	memo.parts[key] = a
	return a.parts
}
