package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// scripts notes what the network APIs and the clients of packages are called
// with.
type scripts struct {
	in     *inputs
	record *record
	views  *webViews
	known  *knownCalls
	silent *silentNames
	// identNames are the names that live code reads, once asked for.
	identNames map[string]bool
	plugins    map[string]bool // of the build: whether its configuration names them
	sent       map[string]bool // by API: whether something may call it, once asked for
	// unknown is the call that unknownCall noted last: one can have hundreds of callees.
	unknown *ast.Expr
	// computed are the addresses that calls of APIs were given whose names are not known.
	computed eval.Values
	senders  map[string]bool // names that were matched
}

func (s *scripts) all() {
	s.silent = newSilentNames(s)
	for m := range s.in.modules() {
		for _, x := range m.Tree.Calls {
			s.call(x, m)
		}
	}
	for _, to := range s.record.bases.open() {
		s.record.unknownAt(to)
	}
	s.assignedSources()
	s.assignedBases()
	s.known.assigned(s)
	s.computedAddresses()
	s.record.again(s.in.values)
}

func (s *scripts) call(x *ast.Expr, m *resolve.Module) {
	if webRequest(s, x, m) || s.in.values.Forwards(x) || s.in.values.RunsModules(x) {
		return
	}
	if x = namedCall(x); x.L.Kind == ast.Member && len(x.List) > 1 && (x.L.Text == "call" || x.L.Text == "apply") {
		x = &ast.Expr{Kind: ast.Call, L: x.L.L, List: eval.HandedOn(x), Start: x.Start, End: x.End, Scope: x.Scope}
	}
	if s.silent.is(x.L) && !s.known.mayBeKnown(x.L) {
		return
	}
	callees := s.ours(x.L, s.in.values.Eval(x.L, m))
	known := s.known.call(s, x, callees, m)
	for _, v := range callees {
		switch v.Kind {
		case eval.API:
			if v.Path.Rest() == anyName {
				s.computedCall(x, m)
				continue
			}
			s.apiCall(x, v.Path, m, slices.ContainsFunc(callees, isOwn))
		case eval.Package:
			if !known {
				s.externalCall(x, v, m)
			}
		}
	}
	switch {
	case len(callees) > 0 || known:
	case x.L.Kind == ast.Member && x.L.L.Kind == ast.This && model.Interceptors[x.L.Text] != "": // of WePY's app
		s.interceptor(x, platform.ByID(s.in.project.Platforms[0]).Global, m)
	default:
		s.unknownCall(x, m)
	}
}

// ours leaves the APIs of the project's own platforms, where a callee can also
// be one of another: native = typeof my === 'object' ? my : wx. What is assigned to an API
// wraps it: my.request = function ….
func (s *scripts) ours(callee *ast.Expr, callees eval.Values) eval.Values {
	foreign := func(v *eval.Value) bool {
		return v.Kind == eval.API && !slices.Contains(platform.ByPrefix(v.Path.Root()), s.in.project.Platforms[0])
	}
	if !slices.ContainsFunc(callees, foreign) {
		return callees
	}
	wrapped := callee.Kind == ast.Member && isPlatform(callee.L)
	ours := slices.DeleteFunc(slices.Clone(callees), foreign)
	if len(ours) == 0 || wrapped && !slices.ContainsFunc(ours, func(v *eval.Value) bool { return v.Kind == eval.API }) {
		return callees
	}
	return ours
}

// row returns what is known of an API: on the first of the project's platforms that
// the object it is called on belongs to, or on the first that has it.
func (s *scripts) row(object, name string) (platform.API, bool) {
	targets := s.in.project.Platforms
	own := slices.DeleteFunc(platform.ByPrefix(object), func(id platform.ID) bool { return !slices.Contains(targets, id) })
	for _, id := range slices.Concat(own, targets) {
		if a, ok := platform.ByID(id).API(name); ok {
			return a, true
		}
	}
	return platform.API{}, false
}

// otherAPI notes what APIs do that contact nothing themselves: open a page, or
// change what another API is called with.
func (s *scripts) otherAPI(x *ast.Expr, path *eval.Path, m *resolve.Module) {
	switch last := path.Last(); {
	case model.Interceptors[last] != "":
		s.interceptor(x, path.Root(), m)
	case last == model.InterceptorRemover:
		s.record.bases.loose = true
	case model.Configurers[last], intercepts(path): // uni.$u.http.setConfig of uview
		s.client(x, &eval.Value{Kind: eval.API, Path: path}, m)
	default:
		s.navigation(x, path, m)
	}
}

// isOwn reports whether a callee is a function of the program, which may change what it
// hands on to the API of its name.
func isOwn(v *eval.Value) bool { return v.Kind == eval.Function }

func (s *scripts) apiCall(x *ast.Expr, path *eval.Path, m *resolve.Module, wrapped bool) {
	a, ok := s.row(path.Root(), path.Rest())
	if !ok || a.Assigned || len(x.List) == 0 {
		s.otherAPI(x, path, m)
		return
	}
	to := contact{category: a.Category, api: path.String(), place: m.Span(x.L.Start, x.L.End)}
	to.bare = a.Category == platform.UDP || a.Category == platform.TCP
	ask := func() eval.Values { return s.argument(eval.Argument(x.List, 0), a, m) }
	vs, lacking := s.in.values.Asked(ask)
	found, open := s.record.reaches(vs, to)
	if a.Category.Enforced() && !to.bare && !wrapped && !s.explained(x) {
		s.record.unreadable(vs, model.LocalFile[a.Name], to, found)
	}
	if found && lacking && a.Category.Enforced() {
		s.record.partial = append(s.record.partial, unknownHost{to: to, ask: ask, in: m})
	}
	if found || !lacking && !open || !a.Category.Enforced() || model.LocalFile[a.Name] || s.explained(x) {
		return
	}
	switch {
	case open && arePaths(vs):
		s.record.bases.paths = append(s.record.bases.paths, to)
	case lacking:
		s.record.lost = append(s.record.lost, unknownHost{to, ask, m, open})
	default:
		s.record.unknownAt(to)
	}
}

// argument evaluates the URL that an API is given.
func (s *scripts) argument(arg *ast.Expr, a platform.API, m *resolve.Module) eval.Values {
	vs := s.in.values.Eval(arg, m)
	var out eval.Values
	for _, v := range vs {
		if v.Kind == eval.Text && (a.Positional || a.Category.Enforced()) { // wx.request("https://…") of wrappers that keep the name
			out = out.Add(v)
		}
	}
	return out.Union(s.in.values.ReadPath(vs, a.Property))
}

// assignedSources notes what is assigned to the properties of players.
func (s *scripts) assignedSources() {
	for _, name := range model.PlayerSources {
		for _, a := range s.in.values.Assigned(name) {
			for _, v := range s.in.values.Eval(a.Target, a.Mod) {
				if v.Kind != eval.API {
					continue
				}
				if row, ok := s.row(v.Path.Root(), v.Path.Rest()); ok && row.Assigned {
					s.record.reaches(s.in.values.Eval(a.Value, a.Mod), contact{category: row.Category, api: v.Path.String(), place: a.Mod.Span(a.Start, a.Start+int32(len(name)))})
				}
			}
		}
	}
}

// externalCall notes what a client of a package is made or called with.
func (s *scripts) externalCall(x *ast.Expr, callee *eval.Value, m *resolve.Module) {
	to := contact{category: platform.Request, api: callee.Path.String(), place: m.Span(x.L.Start, x.L.End)}
	last := callee.Path.Last()
	if category, ok := model.Verbs[last]; ok {
		to.category = category
	}
	if loader := model.LoaderOf(callee.Path.Root(), last); loader != nil && len(x.List) > 0 {
		to.category = loader.Category
		s.record.reaches(s.in.values.Property(s.in.values.Eval(x.List[0], m), loader.Option).Texts(), to)
		return
	}
	if !model.IsClient(callee.Path.Root()) {
		if !model.SendsNothing(callee.Path.Root()) && !model.Definers[last] {
			s.record.packaged = append(s.record.packaged, packageCall{x, m})
		}
		s.unknownCall(x, m)
		return
	}
	s.client(x, callee, m)
	for i, arg := range x.List {
		vs := s.in.values.Eval(arg, m)
		if i == 0 {
			s.record.reaches(vs.Texts(), to)
			s.record.reaches(s.in.values.Property(vs, "url").Texts(), to)
		}
	}
}

// unknownCall notes the URLs that are given to a function that cannot be
// followed but is named like one that sends: as literals.
func (s *scripts) unknownCall(x *ast.Expr, m *resolve.Module) {
	if x == s.unknown {
		return
	}
	s.unknown = x
	if len(x.List) == 0 || !s.isSender(ast.NameOf(x.L)) || s.harmless(x.L, m) {
		return
	}
	vs := s.in.values.Eval(x.List[0], m)
	for _, v := range vs.Texts() {
		s.record.mayReach(v, platform.Unknown)
	}
	category, ok := model.Wrappers[ast.NameOf(x.L)]
	if !ok {
		category = platform.Unknown
	}
	for _, v := range s.in.values.Property(vs, "url").Texts() {
		s.record.mayReach(v, category)
	}
	for _, name := range model.CallBases {
		for _, v := range s.in.values.Property(vs, name).Texts() {
			s.record.mayReach(v, platform.Unknown)
		}
	}
}

// isSender reports whether a name is like that of a function which sends.
func (s *scripts) isSender(name string) bool {
	is, ok := s.senders[name]
	if !ok {
		is = model.Sends.MatchString(name)
		s.senders[name] = is
	}
	return is
}

// harmless reports whether a method belongs to a class of the language.
func (s *scripts) harmless(callee *ast.Expr, m *resolve.Module) bool {
	if callee.Kind != ast.Member { // the logic layer has no fetch of its own (facts 1.3)
		return callee.Kind == ast.Ident && callee.Text == "fetch" && callee.Scope.Lookup("fetch") == nil
	}
	for _, v := range s.in.values.Eval(callee.L, m) {
		if v.Kind == eval.Native && v.Text != model.GlobalObject || v.Kind == eval.Environment {
			return true
		}
	}
	return false
}

func (s *scripts) navigation(x *ast.Expr, path *eval.Path, m *resolve.Module) {
	if len(x.List) == 0 || !model.Navigations[path.Last()] {
		s.unknownCall(x, m)
		return
	}
	s.views.embeddedPieces(x, m)
	for _, v := range s.in.values.Property(s.in.values.Eval(x.List[0], m), "url").Texts() {
		s.views.embedded(v, m.Name, contact{category: platform.WebView, api: "<web-view src>", place: m.Span(x.L.Start, x.L.End)})
	}
}
