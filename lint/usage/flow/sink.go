package flow

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// calls notes what the network APIs are called with.
func (c *collector) calls() {
	for _, m := range c.order {
		for _, x := range m.tree.Calls {
			c.call(x, m)
		}
	}
	c.assignedSources()
	c.assignedBases()
}

func (c *collector) call(x *ast.Expr, m *module) {
	if x.L.Kind == ast.Member && len(x.List) > 1 && (x.L.Text == "call" || x.L.Text == "apply") {
		args := x.List[1:]
		if x.L.Text == "apply" {
			args = []*ast.Expr{{Kind: ast.Spread, L: x.List[1], Start: x.List[1].Start, End: x.List[1].End}}
		}
		x = &ast.Expr{Kind: ast.Call, L: x.L.L, List: args, Start: x.Start, End: x.End, Scope: x.Scope}
	}
	callees := c.ours(c.eval(x.L, m, nil))
	for _, v := range callees {
		switch v.kind {
		case api:
			c.apiCall(x, v.path, m)
		case external:
			c.externalCall(x, v, m)
		}
	}
	if len(callees) == 0 {
		c.unknownCall(x, m)
	}
}

// ours leaves the APIs of the project's own platforms, where a callee can also
// be one of another: native = typeof my === 'object' ? my : wx.
func (c *collector) ours(callees values) values {
	foreign := func(v *value) bool {
		return v.kind == api && !slices.Contains(platform.ByPrefix(v.path.Root()), c.project.Platforms[0])
	}
	if !slices.ContainsFunc(callees, foreign) {
		return callees
	}
	if ours := slices.DeleteFunc(slices.Clone(callees), foreign); len(ours) > 0 {
		return ours
	}
	return callees
}

// row returns what is known of an API, on the first of the project's
// platforms that has it.
func (c *collector) row(name string) (platform.API, bool) {
	for _, id := range c.project.Platforms {
		if a, ok := platform.ByID(id).API(name); ok {
			return a, true
		}
	}
	return platform.API{}, false
}

// otherAPI notes what APIs do that contact nothing themselves: open a page, or
// change what another API is called with.
func (c *collector) otherAPI(x *ast.Expr, path *Path, m *module) {
	switch last := path.Last(); {
	case last == model.Interceptor:
		c.interceptor(x, path, m)
	case model.Configurers[last]: // uni.$u.http.setConfig of uview
		c.client(x, &value{kind: api, path: path}, m)
	default:
		c.navigation(x, path, m)
	}
}

func (c *collector) apiCall(x *ast.Expr, path *Path, m *module) {
	a, ok := c.row(path.Rest())
	if !ok || a.Assigned || len(x.List) == 0 {
		c.otherAPI(x, path, m)
		return
	}
	to := contact{category: a.Category, api: path.String(), place: m.span(x.L.Start, x.L.End)}
	to.bare = a.Category == platform.UDP || a.Category == platform.TCP
	vs := c.argument(x.List[0], a, m)
	found, open := c.reaches(vs, to)
	if !found && open && a.Category.Enforced() && !model.LocalFile[a.Name] && !c.explained(x) {
		c.dynamic = append(c.dynamic, Use{Category: a.Category, API: to.api, Certainty: Dynamic, Span: to.place})
	}
}

// explained reports whether a call with an unknown URL says nothing: the API
// is a parameter, so that what it is called with is seen at the callers, or
// the function around it is never called.
func (c *collector) explained(x *ast.Expr) bool {
	if x.L.Kind == ast.Ident {
		if b := x.L.Scope.Lookup(x.L.Text); b != nil && len(b.Defs) > 0 && b.Defs[0].Func != nil {
			return true
		}
	}
	for s := x.Scope; s != nil; s = s.Parent {
		if s.Func != nil && c.unused(s.Func) {
			return true
		}
	}
	return false
}

// unused reports whether a declared function is neither called nor handed on
// nor exported.
func (c *collector) unused(fn *ast.Func) bool {
	if fn.Name == "" || fn.Object != nil || fn.Class != nil || len(c.sites[fn]) > 0 || fn.Scope.Parent == nil {
		return false
	}
	b := fn.Scope.Parent.Lookup(fn.Name)
	return b != nil && len(b.Defs) == 1 && b.Defs[0].Value != nil && b.Defs[0].Value.Func == fn && !c.idents()[fn.Name]
}

// idents returns the names that live code reads or exports.
func (c *collector) idents() map[string]bool {
	if c.identNames != nil {
		return c.identNames
	}
	c.identNames = map[string]bool{}
	for _, m := range c.order {
		for i := range m.tree.Exports {
			c.identNames[m.tree.Exports[i].Local] = true
		}
		ast.Walk(m.tree, func(x *ast.Expr, _ []*ast.Expr) {
			if x.Kind == ast.Ident {
				c.identNames[x.Text] = true
			}
		})
	}
	return c.identNames
}

// argument evaluates the URL that an API is given.
func (c *collector) argument(arg *ast.Expr, a platform.API, m *module) values {
	vs := c.eval(arg, m, nil)
	if arg.Kind == ast.Spread {
		vs = c.property(vs, "*")
	}
	var out values
	for _, v := range vs {
		if v.kind == str && (a.Positional || a.Category.Enforced()) { // wx.request("https://…") of wrappers that keep the name
			out = out.add(v)
		}
	}
	return out.union(c.readPath(vs, a.Property))
}

// readPath reads "sources[].url" of values.
func (p *Program) readPath(vs values, path string) values {
	for path != "" {
		name, rest, _ := strings.Cut(path, ".")
		path = rest
		name, each := strings.CutSuffix(name, "[]")
		vs = p.property(vs, name)
		if each {
			vs = p.property(vs, "*").union(vs.text())
		}
	}
	return vs
}

// assignedSources notes what is assigned to the properties of players.
func (c *collector) assignedSources() {
	for _, name := range model.PlayerSources {
		for _, a := range c.assigns[name] {
			for _, v := range c.eval(a.target, a.mod, nil) {
				if v.kind != api {
					continue
				}
				if row, ok := c.row(v.path.Rest()); ok && row.Assigned {
					c.reaches(c.eval(a.value, a.mod, nil), contact{category: row.Category, api: v.path.String(), place: a.mod.span(a.start, a.start+int32(len(name)))})
				}
			}
		}
	}
}

// externalCall notes what a client of a package is made or called with.
func (c *collector) externalCall(x *ast.Expr, callee *value, m *module) {
	to := contact{category: platform.Request, api: callee.path.String(), place: m.span(x.L.Start, x.L.End)}
	last := callee.path.Last()
	if category, ok := model.Verbs[last]; ok {
		to.category = category
	}
	if loader := model.LoaderOf(callee.path.Root(), last); loader != nil && len(x.List) > 0 {
		to.category = loader.Category
		c.reaches(c.property(c.eval(x.List[0], m, nil), loader.Option).text(), to)
		return
	}
	if !model.IsClient(callee.path.Root()) {
		c.unknownCall(x, m)
		return
	}
	c.client(x, callee, m)
	for i, arg := range x.List {
		vs := c.eval(arg, m, nil)
		if i == 0 {
			c.reaches(vs.text(), to)
			c.reaches(c.property(vs, "url").text(), to)
		}
	}
}

// unknownCall notes the URLs that are given to a function that cannot be
// followed but is named like one that sends: as literals.
func (c *collector) unknownCall(x *ast.Expr, m *module) {
	if len(x.List) == 0 || !model.Sends.MatchString(nameOf(x.L)) || c.harmless(x.L, m) {
		return
	}
	vs := c.eval(x.List[0], m, nil)
	for _, v := range vs.text() {
		c.mayReach(v, platform.Unknown)
	}
	category, ok := model.Wrappers[nameOf(x.L)]
	if !ok {
		category = platform.Unknown
	}
	for _, v := range c.property(vs, "url").text() {
		c.mayReach(v, category)
	}
	for _, name := range model.CallBases {
		for _, v := range c.property(vs, name).text() {
			c.mayReach(v, platform.Unknown)
		}
	}
}

// harmless reports whether a method belongs to a class of the language.
func (c *collector) harmless(callee *ast.Expr, m *module) bool {
	if callee.Kind != ast.Member { // the logic layer has no fetch of its own (facts 1.3)
		return callee.Kind == ast.Ident && callee.Text == "fetch" && callee.Scope.Lookup("fetch") == nil
	}
	for _, v := range c.eval(callee.L, m, nil) {
		if v.kind == unknown || v.kind == environ {
			return true
		}
	}
	return false
}

// mayReach notes a value as a base URL that was not seen to be called.
func (c *collector) mayReach(v *value, category platform.Category) {
	ep, ok := endpointOf(v, false)
	if !ok || isMedia(v.text) {
		return
	}
	part, ok := v.place(ep)
	if !ok {
		return
	}
	if category == platform.Unknown {
		category = unseen(ep)
	}
	for _, p := range v.parts {
		c.used[p.expr] = true
	}
	c.add(Use{Endpoint: ep, Category: category, Certainty: Literal, Span: part.mod.span(part.expr.Start, part.expr.End), Trail: v.steps()})
}

func (c *collector) navigation(x *ast.Expr, path *Path, m *module) {
	if len(x.List) == 0 || !model.Navigations[path.Last()] {
		c.unknownCall(x, m)
		return
	}
	c.embeddedPieces(x, m)
	for _, v := range c.property(c.eval(x.List[0], m, nil), "url").text() {
		c.embedded(v, m.name, contact{category: platform.WebView, api: "<web-view src>", place: m.span(x.L.Start, x.L.End)})
	}
}

// embedded notes the URL in the query of a page that has a web-view.
func (c *collector) embedded(v *value, from string, to contact) {
	page, query, ok := strings.Cut(v.text, "?")
	if !ok || !strings.Contains(query, "=http") {
		return
	}
	shown := c.webViewPage(from, page)
	if shown == nil {
		return
	}
	for at := 0; ; {
		i := strings.Index(query[at:], "=http")
		if i < 0 {
			return
		}
		at += i + 1
		inner := v.copy()
		offset := len(page) + 1 + at
		inner.text = strings.ReplaceAll(query[at:], "%3A%2F%2F", "://")
		inner.parts = nil
		if p, ok := v.partAt(offset + len("https://")); ok {
			inner.parts = []part{{0, p.expr, p.mod}}
		}
		if c.contacted(inner, to) {
			c.opened[shown.Name] = true
		}
	}
}
