package resolve

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// referrer notes the references in one module.
type referrer struct {
	*references
	m       *Module
	code    int32
	doing   []effect             // of the code and those around it
	this    int32                // what "this" is; none outside of functions
	made    bool                 // it is an instance of that
	given   map[*ast.Expr][]fate // by declarations, exports and returns
	exports map[*ast.Expr]bool   // export default x, and what results are
	visited map[*ast.Expr]bool
	// receiver is what "this" is in a function that is assigned to a member.
	receiver map[*ast.Func]receiver
	bundled  bundled
	results  map[*ast.Func]int32 // what functions return that are called where they stand
}

// receiver is an object, or what instances are made of.
type receiver struct {
	carrier int32
	made    bool
}

const none = int32(-1)

// fate is what becomes of the value of an expression: a use, or a carrier holds it.
type fate struct {
	use  use
	into flow
	call int32 // that uses it, plus 1
}

// useFates are the fates of values that are only used, by how they are.
var useFates = func() (t [anyUse + 1][]fate) {
	for u := range t {
		t[u] = []fate{{use: use(u), into: flow{carrier: none}}}
	}
	return t
}()

// used is a list of one fate, which appending to copies.
func used(u use) []fate { return useFates[u] }

// alsoUsed adds such a use, where the fates have none: a.__proto__.__proto__ may go on for long.
func alsoUsed(u use, fates []fate) []fate {
	if slices.Contains(fates, used(u)[0]) {
		return fates
	}
	return append(fates[:len(fates):len(fates)], used(u)...)
}

// ofInstance says what becomes of a class or constructor where these fates are those of
// an instance of it.
func ofInstance(fates []fate) []fate {
	isOther := func(f fate) bool { return f.use&leaked != 0 || f.into.carrier != none }
	if !slices.ContainsFunc(fates, isOther) {
		return fates
	}
	out := slices.Clone(fates)
	for i := range out {
		f := &out[i]
		if f.use&leaked != 0 {
			f.use = f.use&^leaked | shown
		}
		if f.into.carrier != none {
			f.into.mask |= made
		}
	}
	return out
}

func held(at int32, mask use) fate { return fate{into: flow{at, mask}} }

var (
	dropped  = []fate(nil)
	escaping = used(leaked)
)

func (r *references) module(m *Module) {
	r.at = place{int32(len(r.tops)), -1}
	top := r.addCode(nil)
	r.tops = append(r.tops, top)
	v := &referrer{
		references: r, m: m, code: top, this: none, given: make(map[*ast.Expr][]fate, len(m.Tree.Bindings)), exports: map[*ast.Expr]bool{},
		visited: make(map[*ast.Expr]bool, len(m.Tree.Calls)), receiver: map[*ast.Func]receiver{}, results: map[*ast.Func]int32{},
	}
	v.findTables()
	for _, b := range m.Tree.Bindings {
		v.defs(b)
		if m.Tree.Namespaces {
			v.flow(v.binding(b), flow{v.name(b.Name), anyUse})
		}
	}
	for i := range m.Tree.Exports {
		exchangesIn(v).export(&m.Tree.Exports[i])
	}
	v.findResults()
	holdersIn{v}.giveResults()
	for _, f := range m.Tree.Funcs {
		fates := escaping
		at, isFollowed := v.results[f]
		if isFollowed {
			fates = []fate{held(at, anyUse)}
		}
		for _, x := range f.Returns {
			v.given[x] = append(v.given[x], fates...)
			if isFollowed {
				v.exports[x] = true
			}
		}
		if f.Yields != nil {
			for _, x := range f.Yields.List {
				v.given[x] = append(v.given[x], escaping...)
			}
		}
	}
	v.statements(m.Tree.Body)
	for _, x := range m.Tree.Calls { // those of decorators and static blocks stand nowhere else
		if !v.visited[x] {
			v.visit(x, escaping)
		}
	}
	v.did(top, 0)
}

// did gives a code the effects that were noted since a mark.
func (v *referrer) did(code int32, mark int) {
	c := &v.codes[code]
	c.does = append(c.does, v.doing[mark:]...)
	v.doing = v.doing[:mark]
}

func (v *referrer) defs(b *ast.Binding) {
	to := v.binding(b)
	for _, d := range b.Defs {
		switch {
		case d.From != "":
			exchangesIn(v).importedName(b, d, to)
		case d.Func != nil:
			v.carriers[to].foreign = v.bundled.roles[b].kind != exportsRole
		case d.Value == nil:
		case len(d.Path) == 0:
			v.given[d.Value] = append(v.given[d.Value], held(to, anyUse))
			loadsIn(v).keepModule(b, d.Value)
		case ast.IsItem(d.Path[len(d.Path)-1]):
			v.carriers[to].foreign = true
			v.given[d.Value] = append(v.given[d.Value], escaping...)
		default:
			at := loadsIn(v).moduleIn(d.Value)
			how := touched
			if at != none {
				how = had
			}
			v.given[d.Value] = append(v.given[d.Value], used(how)...)
			gatesIn(v).passBy(d.Path)
			v.at.at = d.Value.Start
			v.flow(exchangesIn(v).read(at, d.Path...), flow{to, anyUse})
			if at != none && len(d.Path) == 1 && d.Path[0] == "default" {
				v.flow(loadsIn(v).defaultOf(at), flow{to, anyUse})
			}
			v.at.at = -1
		}
	}
}

func (v *referrer) statements(list []*ast.Stmt) {
	for _, s := range list {
		if s.Expr != nil {
			v.statement(s)
		}
		for _, x := range s.Exprs() {
			v.visit(x, v.given[x])
		}
		v.statements(s.Body())
		v.statements(s.Else())
	}
}

func (v *referrer) statement(s *ast.Stmt) {
	fates := v.given[s.Expr]
	switch s.Expr.Kind {
	case ast.Ident, ast.Member, ast.Index: // of a loop's head, or thrown
		if s.Kind == ast.Simple && !v.exports[s.Expr] {
			fates = append(fates[:len(fates):len(fates)], escaping...)
		}
	default:
		if strings.HasPrefix(v.m.Tree.Source[min(int(s.Start), len(v.m.Tree.Source)):], "throw") {
			fates = escaping
		}
	}
	v.visit(s.Expr, fates)
}

// note says what becomes of the value that a carrier holds.
func (v *referrer) note(at int32, fates []fate) {
	for _, f := range fates {
		if f.use != 0 {
			v.doing = append(v.doing, effect{at, v.at.at, f.use})
		}
		if f.call != 0 {
			v.callings = append(v.callings, calling{carrier: at, call: f.call - 1})
		}
		if f.into.carrier != none {
			v.flow(at, f.into)
		}
	}
}

// memberOf returns a carrier that leaks with an object, under whatever name that does.
func (v *referrer) memberOf(object int32) int32 {
	member := v.add(carrier{})
	v.flow(member, flow{object, leaked})
	v.graph.assign(v.code, object, member)
	return member
}

// below is the fate of what is assigned to a member of a member: it leaks with the object
// that all is read of.
func (v *referrer) below(x *ast.Expr) []fate {
	for x.Kind == ast.Member && v.moduleExports(x) == none {
		x = x.L
	}
	if object := v.subject(x); object != none {
		return []fate{held(v.memberOf(object), leaked)}
	}
	return escaping
}

// strange notes that a value comes from elsewhere.
func (v *referrer) strange(fates []fate) {
	for _, f := range fates {
		if f.into.carrier != none && f.into.mask.isWhole() {
			v.carriers[f.into.carrier].foreign = true
		}
	}
}

// ident notes the read of a name.
func (v *referrer) ident(x *ast.Expr, fates []fate) {
	v.handOn(x, fates)
	at := v.subject(x)
	if at == none {
		if x.Text == "arguments" {
			v.shareArguments(x)
		}
		v.globals[x.Text] = true
		v.handsRequire = v.handsRequire || x.Text == "require" && !isCalled(fates)
		fates = v.ofNothing(x, fates)
		v.strange(fates)
		at = v.strangers.global(v.references, x.Text)
	}
	v.note(at, fates)
	loadsIn(v).shareIn(loadsIn(v).moduleIn(x), x, fates)
}

// subject returns the carrier that an object whose member is named may be; none
// if it is not known.
func (v *referrer) subject(x *ast.Expr) int32 {
	switch x.Kind {
	case ast.Ident:
		if b := x.Binding(); b != nil {
			if r := v.bundled.roles[b]; r.kind == exportsRole {
				return r.exports
			}
			return v.binding(b)
		}
		if x.Text == "exports" {
			return v.exportsOf(v.m)
		}
	case ast.Member:
		if at := v.moduleExports(x); at != none {
			return at
		}
		if at := loadsIn(v).defaultIn(x); at != none {
			return at
		}
		if x.Text == "prototype" || isOwnClass(x) && v.this != none {
			return v.subject(x.L)
		}
		return exchangesIn(v).member(x)
	case ast.This:
		return v.this
	case ast.Call:
		if target := v.required(x); target != nil {
			return v.exportsOf(target)
		}
		return v.loadedBy(x)
	case ast.New:
		return v.subject(x.L)
	}
	return none
}

// isOwnClass reports whether an expression is this.constructor, which stands for the same
// as this.
func isOwnClass(x *ast.Expr) bool { return x.Text == "constructor" && x.L.Kind == ast.This }

// required returns the module that a call of require gives, or nil.
func (v *referrer) required(x *ast.Expr) *Module {
	if x.L.Kind != ast.Ident || x.L.Text != "require" || len(x.List) != 1 || x.List[0].Kind != ast.String {
		return nil
	}
	return v.sources.Load(v.m, x.List[0].Text)
}

// isAccessor reports whether a method is a getter or setter, which is called
// without a call.
func (v *referrer) isAccessor(p *ast.Prop) bool {
	if p.Getter || int(p.Start) > len(v.m.Tree.Source) {
		return true
	}
	before := strings.TrimRight(v.m.Tree.Source[max(0, p.Start-8):p.Start], " \t")
	return strings.HasSuffix(before, "set")
}

// isUnary reports whether an unknown expression is a unary operation, which
// hands its operand on to nobody.
func (v *referrer) isUnary(x *ast.Expr) bool {
	if len(x.List) != 1 || int(x.Start) >= len(v.m.Tree.Source) || x.List[0].Start == x.Start {
		return false
	}
	rest := v.m.Tree.Source[x.Start:]
	return strings.IndexByte("-+~", rest[0]) >= 0 || strings.HasPrefix(rest, "typeof") || strings.HasPrefix(rest, "void") || strings.HasPrefix(rest, "delete")
}
