package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// classes reads members of classes and of their instances.
type classes struct {
	e       *Evaluator
	heirs   *heirs
	statics *statics // nil until somebody asks
	takers  takers   // as heirs
	finding int      // heirs or takers are being found: there are none meanwhile
	// climbing are the members that are looked for above a class: hostile ones extend each other.
	climbing map[sought]bool
}

// sought is a member that is looked for in a class.
type sought struct {
	class  *ast.ClassBody
	name   string
	static bool
}

func (c *classes) ofClass(v *Value, name string, static bool) Values {
	var out Values
	for i := range v.class.Members {
		m := &v.class.Members[i]
		if m.Static == static && m.Value != nil && (m.Key == name || name == "*") {
			out = out.Union(c.e.props.propValue(m, v))
		}
	}
	at := sought{v.class, name, static}
	if v.class.Super == nil || len(out) > 0 && name != "*" || c.climbing[at] {
		return out
	}
	c.climbing[at] = true
	for _, super := range c.e.eval(v.class.Super, v.mod, nil) {
		if super.Kind == Class {
			out = out.Union(c.ofClass(super, name, static))
		}
	}
	delete(c.climbing, at)
	return out
}

func (c *classes) ofInstance(v *Value, name string) Values {
	if v.class == nil && v.Fn != nil {
		return overridden(c.ofConstructor(v, name), c.ofSubclasses(v, name))
	}
	out := c.e.assigned.to(v, name)
	if v.class == nil {
		return out
	}
	out = c.ofClass(v, name, false).Union(out).Union(c.ofSubclasses(v, name))
	if len(out) > 0 || v.class.Super == nil {
		return out
	}
	for _, super := range c.e.eval(v.class.Super, v.mod, nil) { // what the constructor above gives to this
		if super.Kind == Class && super.class != v.class {
			out = out.Union(c.e.props.read(&Value{Kind: Instance, class: super.class, mod: super.mod}, name))
		}
	}
	return out
}

// above are instances of the classes that those of instances extend, or the classes of
// classes: what super reads of.
// A class of a package stands for its instances.
func (c *classes) above(instances Values) Values {
	var out Values
	for _, v := range instances {
		if v.class == nil && v.Fn != nil {
			out = out.Union(c.aboveConstructor(v))
		}
		if v.class == nil || v.class.Super == nil {
			continue
		}
		for _, super := range c.e.eval(v.class.Super, v.mod, nil) {
			switch {
			case super.Kind == Class && super.class != v.class:
				out = out.Add(&Value{Kind: v.Kind, class: super.class, mod: super.mod})
			case super.Kind == Package:
				out = out.Add(super)
			}
		}
	}
	return out
}

// itself is what a static method of a class is called on: the class, or one that extends it.
func (c *classes) itself(class *ast.ClassBody, m *resolve.Module) Values {
	own := &Value{Kind: Class, class: class, mod: m}
	vs := Values{own}
	for _, heir := range c.heirsOf(own) {
		vs = vs.Add(maker(heir))
	}
	return vs.Union(c.takersOf(own))
}

// maker is the class or constructor of an instance.
func maker(instance *Value) *Value {
	if instance.class != nil {
		return &Value{Kind: Class, class: instance.class, mod: instance.mod}
	}
	return &Value{Kind: Function, Fn: instance.Fn, mod: instance.mod}
}

// member reads a member of an instance: of its constructor, too, what new makes it of.
func (c *classes) member(v *Value, name string) Values {
	vs := c.ofInstance(v, name)
	switch {
	case name != "constructor":
		return vs
	case v.class != nil:
		return c.itself(v.class, v.mod).Union(vs)
	}
	return Values{{Kind: Function, Fn: v.Fn, mod: v.mod}}.Union(vs)
}

// aboveConstructor is above for an instance of a constructor.
func (c *classes) aboveConstructor(v *Value) (out Values) {
	for _, above := range c.prototype(v) {
		if above.Kind == Instance && above.Fn != v.Fn || above.Kind == Package {
			out = out.Add(above)
		}
	}
	return out
}

// prototype returns what is assigned to the prototype of an instance's constructor.
func (c *classes) prototype(v *Value) Values {
	memo := &c.e.memo
	return askOnce(memo, memo.composed.prototypes, memo.identity(v), func() Values {
		return c.e.assigned.to(&Value{Kind: Function, Fn: v.Fn, mod: v.mod}, "prototype")
	})
}

// ofSubclasses reads what the subclasses of a class give to a property: the methods
// above are called on their instances.
func (c *classes) ofSubclasses(v *Value, name string) Values {
	out := newSet(c.e)
	for _, sub := range c.heirsOf(v) {
		if sub.class != nil {
			out.union(c.ofClass(sub, name, false))
		}
		out.union(c.given(sub, name))
	}
	return out.values()
}

// heirsOf returns instances of all that extend a class or constructor.
func (c *classes) heirsOf(v *Value) Values {
	if c.heirs == nil {
		c.heirs = &heirs{} // none while they are being found
		c.finding++
		c.heirs = c.findHeirs()
		c.finding--
	}
	all := c.heirs.of(v)
	if c.heirs.cut {
		c.e.memo.meet(Work, nil, nil)
	}
	c.e.memo.spend(len(all))
	return all
}

// overridden adds what constructors below set to what a constructor sets itself: where that is
// something, only what may be a host, and methods that do nothing but return something. Engines of
// games have hundreds below one, which set whatever it has.
func overridden(own, below Values) Values {
	isSomething := func(v *Value) bool { return v.Kind != Constant && (v.Kind != Text || v.Text != "" || v.Open) }
	if slices.ContainsFunc(own, isSomething) {
		isNoHost := func(v *Value) bool {
			if v.Kind == Function {
				return len(v.Fn.Body) > maxGetter || len(v.Fn.Returns) == 0
			}
			return v.Kind != Text || !strings.Contains(v.Text, ".")
		}
		below = slices.DeleteFunc(slices.Clone(below), isNoHost)
	}
	return own.Union(below)
}

// maxGetter is how many statements a method has that does nothing but return something.
const maxGetter = 1
