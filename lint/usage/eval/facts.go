package eval

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// facts are what modules say about things of other modules, taken from their
// trees before anything is evaluated.
type facts struct {
	members
	owner    map[*ast.Func]Assign
	around   map[*ast.Expr]*ast.Expr         // the component that a group of it stands in
	defaults map[*ast.Expr]bool              // properties and props of components
	protos   map[*ast.Expr]*ast.Expr         // object literals that are a prototype, to its function
	commonJS map[*resolve.Module][]*ast.Expr // what is assigned to module.exports
	same     map[*ast.Expr]*ast.Expr         // empty objects, to the first that their name is given
	noted
	bundles  *bundles
	machines machines
	copying
	wrapped wrapped
	selves  selves
	groups  groups
	*conditions
	taken int // how many of the modules that were read
}

// noted are calls that are looked for in all modules.
type noted struct {
	apps    []site // of App
	storage []site // of setStorageSync
	named   named
	walks   walks // through modules that are to be taken
}

// members are what modules say about members by their names.
type members struct {
	assigns map[string][]Assign
	global  map[string][]Assign // those to members of the global object, which their names alone read
	added   added               // properties of objects that are not written in them
	keyed   []keyed             // assignments to members whose names are computed
	defined map[string]bool     // methods of the language that the program defines, too
	built   map[string]bool     // members that are constructors, by how they are used
}

func newFacts() *facts {
	return &facts{
		members: members{assigns: map[string][]Assign{}, global: map[string][]Assign{}, added: added{}, defined: map[string]bool{}, built: map[string]bool{}}, owner: map[*ast.Func]Assign{}, around: map[*ast.Expr]*ast.Expr{},
		same: map[*ast.Expr]*ast.Expr{}, defaults: map[*ast.Expr]bool{}, protos: map[*ast.Expr]*ast.Expr{}, commonJS: map[*resolve.Module][]*ast.Expr{},
		noted: noted{named: named{}, walks: walks{}}, bundles: newBundles(), machines: newMachines(), copying: newCopying(), wrapped: wrapped{}, selves: selves{}, conditions: newConditions(),
		groups: groups{set: map[string]bool{}, computed: map[*resolve.Module]bool{}, made: map[groupKey]*ast.Expr{}, stores: map[*ast.Expr]bool{}, pages: map[*ast.Expr]bool{}, ofClass: map[*ast.Expr]*ast.ClassBody{}, assigned: map[*ast.Expr]Assign{}},
	}
}

// take notes the modules that were read since the last time.
func (f *facts) take(s *resolve.Sources) {
	list := s.ReadSince(f.taken)
	if len(list) == 0 {
		return
	}
	f.taken += len(list)
	movedBefore := len(f.assigns[moved])
	found := f.walks
	f.walks = walks{}
	walk := found.begin(list)
	done := parallel.Ahead(func() bool { walk(s.Stopped); return true })
	for _, m := range list {
		if s.Stopped() {
			break
		}
		f.note(m)
	}
	f.bundles.settle()
	done()
	for _, m := range list {
		found[m].addTo(f, m)
	}
	found.addMoved(f, movedBefore, list)
}

// note takes in what a module says about things of other modules, but for what is walked.
func (f *facts) note(m *resolve.Module) {
	f.bundles.note(m)
	f.machines.note(m)
	f.noteAssigns(m)
	noteMoved(f, m)
	f.noteExports(m)
	noteAMD(f, m)
	f.noteEmpty(m)
	for _, x := range m.CallsOf(model.PropsDefiner) {
		if len(x.List) > 0 && x.List[0].Kind == ast.Object {
			f.defaults[x.List[0]] = true
		}
	}
	for _, x := range m.Tree.Calls {
		f.noteStorage(x, m)
		f.noteGiven(x, m)
		f.noteIntercepted(x, m)
		f.selves.note(x, m)
		f.groups.mixed.note(x, m)
		if n := len(x.List); n > 0 && x.List[n-1].Kind == ast.Object && ast.NameOf(x.L) == model.StoreDefiner {
			f.groups.noteStore(x.List[n-1], f.around)
		} else if n == 1 && x.List[0].Kind == ast.Object && (model.Makers[ast.NameOf(x.L)] || isMaker(x)) {
			f.groups.pages[x.List[0]] = true
		}
		if isAppMaker(x) && len(x.List) > 0 {
			f.apps = append(f.apps, site{args: x.List, mod: m, at: x.Start})
		}
	}
	for _, class := range m.Tree.Classes {
		f.groups.noteClass(class)
		f.wrapped.noteMembers(class.Members, receiver{class: class})
		f.define(class.Members)
	}
	if model.AppFiles[strings.ToLower(path.Base(m.Name))] {
		if x := m.DefaultExport(); x != nil {
			f.apps = append(f.apps, site{args: []*ast.Expr{x}, mod: m, at: x.Start})
		}
	}
}

// drop forgets what stands at places that are gone.
func (f *facts) drop(gone func(*resolve.Module, int32) bool) {
	for _, assigns := range [...]map[string][]Assign{f.assigns, f.global} {
		for name, list := range assigns {
			assigns[name] = slices.DeleteFunc(list, func(a Assign) bool { return gone(a.Mod, a.Start) })
		}
	}
	f.added.drop(gone)
	f.named.drop(gone)
	f.keyed = slices.DeleteFunc(f.keyed, func(k keyed) bool { return gone(k.Mod, k.Start) })
	f.storage = slices.DeleteFunc(f.storage, func(s site) bool { return gone(s.mod, s.at) })
	f.apps = slices.DeleteFunc(f.apps, func(s site) bool { return gone(s.mod, s.at) })
	for m, list := range f.commonJS {
		f.commonJS[m] = slices.DeleteFunc(list, func(x *ast.Expr) bool { return gone(m, x.Start) })
	}
}

// isOfLanguage reports whether a method of a name is one of the language, since the program
// has none of that name.
func (s *members) isOfLanguage(method string) bool {
	return model.LanguageMethods[method] && !s.defined[method] && len(s.assigns[method]) == 0
}

// define notes the members of an object or class that have names of methods of the language.
func (s *members) define(props []ast.Prop) {
	for i := range props {
		s.defineOne(props[i].Key)
	}
}

// defineOne is define for one name that a member may have.
func (s *members) defineOne(name string) {
	if model.LanguageMethods[name] {
		s.defined[name] = true
	}
}

// noteBuilt notes a member that is a constructor: of new o.A(), or of o.A.prototype.
func (s *members) noteBuilt(x *ast.Expr) {
	if of := x.L; of.Kind == ast.Member && (x.Kind == ast.New || x.Text == "prototype") {
		s.built[of.Text] = true
	}
}

// isBuilt reports whether a function of an object literal can be a constructor.
func (s *members) isBuilt(fn *ast.Func) bool {
	if len(s.built) == 0 || fn.Arrow {
		return false
	}
	props := fn.Object.Props()
	for i := range props { // which function a property has is found sooner than its name
		if p := &props[i]; p.Value != nil && p.Value.Kind == ast.Function && p.Value.Func() == fn && s.built[p.Key] {
			return true
		}
	}
	return false
}

// noteExports collects export = x of TypeScript.
func (f *facts) noteExports(m *resolve.Module) {
	for i := range m.Tree.Exports {
		e := &m.Tree.Exports[i]
		f.defineOne(e.As)
		if e.As == "*" && e.Value != nil {
			f.commonJS[m] = append(f.commonJS[m], e.Value)
		}
	}
}

// noteEmpty takes the empty objects that one name is given for the same: what is
// assigned to their members is read through that name. A namespace is opened in
// a thousand places, each with (ns || (ns = {})).
func (f *facts) noteEmpty(m *resolve.Module) {
	for _, b := range m.Tree.Bindings {
		var first *ast.Expr
		for _, d := range b.Defs {
			if x := d.Value; x != nil && len(d.Path) == 0 {
				if or := x; or.Kind == ast.Logical && or.R.Kind == ast.Object { // var ns = window.ns || {}
					x = or.R
				}
				switch {
				case x.Kind != ast.Object || len(x.Props()) > 0:
				case first == nil:
					first = x
				default:
					f.same[x] = first
				}
			}
		}
	}
}

// noteStorage collects what is put into the storage.
func (f *facts) noteStorage(x *ast.Expr, m *resolve.Module) {
	if x.L.Kind != ast.Member || !model.StorageSetters[x.L.Text] {
		return
	}
	args := x.List
	if len(args) == 1 {
		args = []*ast.Expr{memberOf(args[0], model.StorageKey), memberOf(args[0], model.StorageData)}
	}
	if len(args) == 2 {
		f.storage = append(f.storage, site{args: args, mod: m, at: x.Start})
	}
}
