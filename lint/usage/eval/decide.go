package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// decider decides conditions: on parameters whose calls are all seen and agree,
// and on the target of the build. It knows no order: a name has every value that
// is ever given to it.
type decider struct {
	e          *Evaluator
	live       *resolve.Live
	bindings   map[bindingKey]closed
	params     map[paramKey]closed
	guards     map[*ast.Guard]ast.Truth
	handed     handedLists
	merged     map[identity]bool // objects that functions of libraries give properties to
	page       locations
	over       overwrites
	kept       keptProperties
	properties givenProperties
	depth      int
	evals      map[*ast.Tree]bool // scripts that run texts or do not
	basis      *basis             // of what is decided; nil when nobody asks for it
}

// bindingKey is a name within a call that is followed, if any.
type bindingKey struct {
	binding *ast.Binding
	frame   *frame
}

// paramKey is a parameter, or an element of arguments.
type paramKey struct {
	fn *ast.Func
	at int
}

func newDecider(e *Evaluator, live *resolve.Live) *decider {
	d := &decider{
		e: e, live: live, bindings: map[bindingKey]closed{}, params: map[paramKey]closed{},
		guards: map[*ast.Guard]ast.Truth{}, handed: handedLists{}, evals: map[*ast.Tree]bool{},
	}
	d.page.d, d.over.d = d, d
	d.properties = givenProperties{d: d, of: map[*resolve.Module]*ast.Expr{}, found: map[propertyKey]closed{}, called: map[*resolve.Module]bool{}}
	d.kept = keptProperties{d: d, names: map[string]bool{}, found: map[keptKey]closed{}, rest: map[string]*instanceGiven{}}
	return d
}

// decide takes out of live code what no call gets to, and forgets what it said.
func (l *linker) decide() {
	d := newDecider(l.e, l.live)
	untaken := l.untaken(d)
	if l.e.memo.stopped {
		return
	}
	d.over.unread(untaken)
	compared{d: d, untaken: untaken, handedOn: map[handedProperty]bool{}, givers: &givers{}}.unmet()
	namesakes{d}.uncalled(untaken)
	observers{d: d}.idle(untaken)
	replacedBy(d).unread(untaken)
	if len(untaken) == 0 {
		return
	}
	l.cut(untaken)
	for range maxRounds {
		if lost := (&lostMethods{d: newDecider(l.e, l.live)}); !lost.uncalled(untaken) {
			return
		}
		l.cut(untaken)
		l.pass(someCallers(l.sites)) // without them, other callees are known
		l.collect()
		l.e.memo.reset()
	}
}

// untaken are the parts of live code whose guards never hold. They are looked for in the
// trees while the guards of the next module are decided.
func (l *linker) untaken(d *decider) map[*resolve.Module][]resolve.Stretch {
	found := map[*resolve.Module]func() []resolve.Stretch{}
	for _, m := range l.live.Modules {
		if l.e.memo.stopped {
			break
		}
		never := map[*ast.Guard]bool{}
		for _, g := range l.e.facts.guards[m] {
			if d.reached(g, m, nil) == ast.IsFalse {
				never[g] = true
			}
		}
		if len(never) > 0 {
			found[m] = parallel.Ahead(func() []resolve.Stretch { return m.Untaken(func(g *ast.Guard) bool { return !never[g] }) })
		}
	}
	untaken := map[*resolve.Module][]resolve.Stretch{}
	for m, parts := range found {
		untaken[m] = parts()
	}
	return untaken
}

// maxRounds bounds how often methods are looked for that only methods said which are dead.
const maxRounds = 4

// cut takes parts out of live code, and forgets what they said.
func (l *linker) cut(untaken map[*resolve.Module][]resolve.Stretch) {
	l.live.Cut(untaken)
	l.e.facts.drop(l.live.IsGone)
	clear(l.e.pages.defined)
	for fn, sites := range l.sites {
		l.sites[fn] = slices.DeleteFunc(sites, func(s *site) bool { return s.at >= 0 && l.live.IsGone(s.mod, s.at) })
	}
	l.e.memo.reset()
}

// reached is what is known of whether control gets behind a guard.
func (d *decider) reached(g *ast.Guard, m *resolve.Module, f *frame) ast.Truth {
	if g == nil {
		return ast.IsTrue
	}
	if f == nil {
		if t, ok := d.guards[g]; ok {
			return t
		}
	}
	t := d.holds(g, m, f)
	if outer := d.reached(g.Outer, m, f); outer == ast.IsFalse {
		t = ast.IsFalse
	}
	if f == nil {
		d.guards[g] = t
	}
	return t
}

func (d *decider) holds(g *ast.Guard, m *resolve.Module, f *frame) ast.Truth {
	switch g.Test {
	case ast.Truthy:
		return d.truth(g.Cond, m, f)
	case ast.Falsy:
		return d.truth(g.Cond, m, f).Not()
	case ast.Nullish:
		return d.all(g.Cond, m, f, atom.nullish)
	case ast.OneOf:
		return d.oneOf(g, m, f)
	case ast.NoneOf:
		return d.oneOf(g, m, f).Not()
	case ast.Never:
		return ast.IsFalse
	}
	return ast.Maybe
}

// maxCases bounds the cases that are compared: each clause has those above it that fall
// through to it, and default has all.
const maxCases = 256

// oneOf is what is known of whether a switch gets to one of some cases.
func (d *decider) oneOf(g *ast.Guard, m *resolve.Module, f *frame) ast.Truth {
	if len(g.Cases) > maxCases {
		return ast.Maybe
	}
	none := true
	for _, c := range g.Cases {
		switch d.equal(g.Cond, c, m, f, false) {
		case ast.IsTrue:
			return ast.IsTrue
		case ast.Maybe:
			none = false
		}
	}
	if none && len(g.Cases) > 0 {
		return ast.IsFalse
	}
	return ast.Maybe
}

// truth decides a condition.
func (d *decider) truth(x *ast.Expr, m *resolve.Module, f *frame) ast.Truth {
	if x == nil {
		return ast.Maybe
	}
	switch x.Kind {
	case ast.Not:
		return d.truth(x.L, m, f).Not()
	case ast.Logical:
		return d.logical(x, m, f)
	case ast.Binary:
		return d.binary(x, m, f)
	}
	return d.all(x, m, f, atom.truthy)
}

// all is what a test says of all that an expression can be.
func (d *decider) all(x *ast.Expr, m *resolve.Module, f *frame, test func(atom) ast.Truth) ast.Truth {
	c := d.closed(x, m, f)
	c.fixed = c.fixed || isWritten(x)
	d.basis.useObjects(c)
	return c.all(test)
}

// writtenNames are the values of the language that have a name.
var writtenNames = map[string]bool{"true": true, "false": true, "null": true, "undefined": true, "NaN": true}

// isWritten reports whether an expression is a value that is written out, as in
// if (false): what it decides takes an edit of the condition itself.
func isWritten(x *ast.Expr) bool {
	switch x.Kind {
	case ast.String, ast.Number:
		return true
	case ast.Ident:
		return writtenNames[x.Text] && x.Binding() == nil
	}
	return false
}

func (d *decider) logical(x *ast.Expr, m *resolve.Module, f *frame) ast.Truth {
	left := d.truth(x.L, m, f)
	switch {
	case x.Op == lexer.And && left == ast.IsFalse:
		return ast.IsFalse
	case x.Op == lexer.Or && left == ast.IsTrue:
		return ast.IsTrue
	case x.Op == lexer.Nullish:
		return d.closed(x, m, f).all(atom.truthy)
	}
	right := d.truth(x.R, m, f)
	switch {
	case left == right, x.Op == lexer.And && right == ast.IsFalse, x.Op == lexer.Or && right == ast.IsTrue:
		return right
	}
	return ast.Maybe
}

// binary decides a comparison.
func (d *decider) binary(x *ast.Expr, m *resolve.Module, f *frame) ast.Truth {
	operator := strings.TrimSpace(between(x.L, x.R, m))
	switch x.Op {
	case lexer.Equal:
		return d.equal(x.L, x.R, m, f, !strings.Contains(operator, "==="))
	case lexer.NotEqual:
		return d.equal(x.L, x.R, m, f, !strings.Contains(operator, "!==")).Not()
	case '<', '>', lexer.Compare:
		return d.ordered(x, m, f, strings.Trim(operator, "() "))
	}
	if strings.HasPrefix(operator, "in") && !strings.HasPrefix(operator, "instanceof") {
		of := d.closed(x.R, m, f)
		d.basis.useObjects(of)
		return d.has(d.closed(x.L, m, f), of)
	}
	return ast.Maybe
}

// equal decides a == b: the target of the build first.
func (d *decider) equal(a, b *ast.Expr, m *resolve.Module, f *frame, loosely bool) ast.Truth {
	if t := d.e.sources.Target(a, b); t != 0 {
		return ast.TruthOf(t > 0)
	}
	left, right := d.closed(a, m, f), d.closed(b, m, f)
	d.basis.useObjects(left)
	d.basis.useObjects(right)
	left.fixed = left.fixed || isWritten(a) && isWritten(b)
	return left.compare(right, loosely)
}

// ordered decides a comparison of numbers.
func (d *decider) ordered(x *ast.Expr, m *resolve.Module, f *frame, operator string) ast.Truth {
	left, right := d.closed(x.L, m, f), d.closed(x.R, m, f)
	if right.more || len(right.atoms) != 1 || right.atoms[0].kind != numberAtom || right.cyclic() {
		return ast.Maybe
	}
	b, _ := strconv.ParseFloat(right.atoms[0].text, 64)
	left.fixed = left.fixed || right.fixed
	return left.all(func(v atom) ast.Truth {
		a, err := strconv.ParseFloat(v.text, 64)
		switch {
		case v.kind == undefinedAtom:
			return ast.IsFalse
		case v.kind != numberAtom || err != nil:
			return ast.Maybe
		}
		switch operator {
		case "<":
			return ast.TruthOf(a < b)
		case ">":
			return ast.TruthOf(a > b)
		case "<=":
			return ast.TruthOf(a <= b)
		case ">=":
			return ast.TruthOf(a >= b)
		}
		return ast.Maybe
	})
}

// has decides "key" in object.
func (d *decider) has(keys, objects closed) ast.Truth {
	if len(keys.atoms) != 1 || keys.more || keys.atoms[0].open {
		return ast.Maybe
	}
	objects.fixed = objects.fixed || keys.fixed
	return objects.all(func(a atom) ast.Truth {
		value := d.property(a, keys.atoms[0].text)
		if value.more || value.cyclic() {
			return ast.Maybe
		}
		return ast.TruthOf(a.kind == objectAtom && has(a.expr, keys.atoms[0].text))
	})
}

// between is the source between two operands.
func between(a, b *ast.Expr, m *resolve.Module) string {
	if from, to := int(a.End), int(b.Start); from <= to && to <= len(m.Tree.Source) {
		return m.Tree.Source[from:to]
	}
	return ""
}
