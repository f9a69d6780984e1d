package eval

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// queries are what pages are opened with: the query of an address that an API or a
// navigator opens is what the page gets when it loads.
type queries struct {
	e      *Evaluator
	named  map[string][]placed           // parameters that are written out, by name
	opened []place                       // other addresses of pages
	given  map[*ast.Expr]struct{}        // what stands for the query of a page
	of     map[*resolve.Module]*ast.Expr // by page
	pages  map[string]bool               // those that named parameters are of, asPage
}

func newQueries(e *Evaluator) *queries {
	return &queries{e: e, named: map[string][]placed{}, given: map[*ast.Expr]struct{}{}, of: map[*resolve.Module]*ast.Expr{}, pages: map[string]bool{}}
}

// expr is an expression that stands for the query of a page.
func (q *queries) expr(m *resolve.Module) *ast.Expr {
	x := q.of[m]
	if x == nil {
		x = &ast.Expr{Kind: ast.Unknown, Scope: m.Tree.Scope}
		q.of[m], q.given[x] = x, struct{}{}
	}
	return x
}

// value evaluates what expr returned.
func (q *queries) value(x *ast.Expr, m *resolve.Module) Values {
	if _, ok := q.given[x]; !ok {
		return nil
	}
	return Values{{Kind: Query, expr: x, mod: m}}
}

// find collects the addresses that pages are opened at.
func (q *queries) find(live []*Page) {
	for _, m := range q.e.live {
		for x := range q.e.facts.named.that(openPage, m) {
			if len(x.List) == 0 {
				continue
			}
			name := navigation(x.L)
			if len(x.List) > 1 && model.Openers[name] {
				q.openWith(x.List[0], x.List[1], m)
			}
			if model.RouterMethods[name] {
				q.route(x.List[0], m)
			}
			if !model.Navigations[name] && !model.Openers[name] {
				continue
			}
			url := x.List[0]
			for i := range url.Props() {
				if p := &url.Props()[i]; p.Key == "url" && p.Value != nil {
					q.open(place{p.Value, m})
				}
			}
			if url.Kind != ast.Object {
				q.open(place{url, m})
			}
		}
	}
	q.shared()
	for _, g := range live {
		for a := range g.Attributes() {
			if a.Tag == "navigator" && strings.TrimPrefix(a.Name, ":") == "url" && a.Start < a.End {
				q.open(place{g.Given(a), g.mod})
			}
		}
	}
}

// navigation is the name of what is called; of the API that opens pages where a function was
// made of one, promisify(wx.navigateTo), which may have a name of its own.
func navigation(callee *ast.Expr) string {
	made := callee
	if made.Kind == ast.Ident {
		if d := firstDef(made); d.Value != nil && len(d.Path) == 0 {
			made = d.Value
		}
	}
	if made.Kind == ast.Call && len(made.List) > 0 && made.List[0].Kind == ast.Member && model.Navigations[made.List[0].Text] {
		return made.List[0].Text
	}
	return ast.NameOf(callee)
}

// placed is a parameter of an address, with the module that it stands in.
type placed struct {
	parameter
	mod *resolve.Module
}

// open notes an address that a page is opened at: what it is made of tells most of its
// parameters.
func (q *queries) open(o place) {
	if o.expr == nil {
		return
	}
	switch o.expr.Kind {
	case ast.Cond:
		q.open(place{o.expr.R, o.mod})
		q.open(place{o.expr.C(), o.mod})
	case ast.String, ast.Concat, ast.Template:
		pieces := o.expr.List
		if o.expr.Kind == ast.String {
			pieces = []*ast.Expr{o.expr}
		}
		list, all := parametersIn(pieces)
		for _, p := range list {
			q.named[p.name] = append(q.named[p.name], placed{p, o.mod})
			if p.page != "" {
				q.pages[asPage(p.page)] = true
			}
		}
		if !all || len(list) == 0 && o.expr.Kind != ast.String {
			q.opened = append(q.opened, o)
		}
	default:
		q.opened = append(q.opened, o)
	}
}

// route notes what a router opens: an object with the path of a page and its query. With
// the name of a route any page may be meant.
func (q *queries) route(to *ast.Expr, m *resolve.Module) {
	if to.Kind != ast.Object {
		return
	}
	page, query := &ast.Expr{}, (*ast.Expr)(nil)
	for i := range to.Props() {
		switch p := &to.Props()[i]; {
		case p.Value == nil:
		case model.RoutePaths[p.Key]:
			page = p.Value
		case model.IsQuery(p.Key):
			query = p.Value
		}
	}
	if query != nil {
		q.openWith(page, query, m)
	}
}

// openWith notes an address that a page is opened at with an object that has its query.
func (q *queries) openWith(url, query *ast.Expr, m *resolve.Module) {
	page := ""
	if url.Kind == ast.String {
		page = url.Text
	}
	if query.Kind != ast.Object {
		head := &ast.Expr{Kind: ast.String, Text: page + "?", Start: url.Start, End: url.End}
		q.opened = append(q.opened, place{joined(query, head, asQuery(query)), m})
		return
	}
	for i := range query.Props() {
		if p := &query.Props()[i]; p.Key != "" && p.Value != nil {
			q.named[p.Key] = append(q.named[p.Key], placed{parameter{page, p.Key, p.Value}, m})
			q.pages[asPage(page)] = true
		}
	}
}

// shared collects the paths of the cards that people share, and the queries of those for
// the timeline, which open the page itself.
func (q *queries) shared() {
	for _, m := range q.e.live {
		for name, f := range m.Hooks() {
			q.card(f, name, m)
		}
	}
}

// card notes what a function of a name returns, if it is one that gives a card.
func (q *queries) card(f *ast.Func, name string, m *resolve.Module) {
	for _, x := range f.Returns {
		switch {
		case model.Sharers[name]:
			q.open(place{memberOf(x, model.SharedPath), m})
		case model.IsTimelineSharer(name):
			self := &ast.Expr{Kind: ast.String, Text: withoutExt(m.Name) + "?", Start: x.Start, End: x.End}
			q.open(place{&ast.Expr{Kind: ast.Concat, List: []*ast.Expr{self, memberOf(x, model.SharedQuery)}, Start: x.Start, End: x.End}, m})
		}
	}
}

// giveProperties gives the properties of components that are pages what stands in the
// query under their names.
func (q *queries) giveProperties() {
	for _, m := range q.e.live {
		if !q.isOpened(m.Name) {
			continue
		}
		for _, o := range q.e.pages.objects(m) {
			for _, group := range q.e.components.own(o, model.PropertyGroup).Union(q.e.components.own(o, "props")) {
				if group.Kind != Object {
					continue
				}
				for _, p := range group.expr.Props() {
					if p.Key != "" {
						q.e.pages.giveTo(q.e.pages.attributesOf(m), p.Key, place{memberOf(q.expr(m), p.Key), m})
					}
				}
			}
		}
	}
}

// isOpened reports whether a file is a page that some address is written of: isPage for
// one of the pages, each of which can be written as what stands behind a slash.
func (q *queries) isOpened(file string) bool {
	page := withoutExt(file)
	if q.pages[""] || q.pages[page] {
		return true
	}
	for _, page, found := strings.Cut(page, "/"); found; _, page, found = strings.Cut(page, "/") {
		if index, ok := strings.CutSuffix(page, "/index"); q.pages[page] || ok && q.pages[index] {
			return true
		}
	}
	return false
}

// read reads a parameter of the query of a page. A page can be opened from outside, too:
// there can be others than those that are known.
func (q *queries) read(v *Value, name string) Values {
	page := v.mod
	vs := q.readOf(page.Name, name)
	if len(vs) == 0 && model.IsQuery(name) {
		return Values{v}
	}
	if isOfLibrary(page) && len(vs) == 0 { // what asks for the page that is shown is in no page
		vs = q.readOf("", name)
	}
	return vs
}

// readOf reads a parameter of the query of a page, "" for any.
func (q *queries) readOf(page, name string) Values {
	out := newSet(q.e)
	known := false
	add := func(p parameter, m *resolve.Module) {
		if page == "" || isPage(page, p.page) {
			known = true
			out.union(q.e.eval(decodedToo(p.value), m, nil))
		}
	}
	for _, p := range q.named[name] {
		add(p.parameter, p.mod)
	}
	for _, o := range q.opened {
		for _, p := range q.parameters(o) {
			if p.name == name {
				add(p, o.mod)
			}
		}
	}
	if known {
		out.union(Values{{Kind: Text, Open: true}})
	}
	return out.values()
}

// isPage reports whether a path that is written in some file can be the one of a page;
// one that is not known can be any.
func isPage(page, written string) bool {
	written, page = asPage(written), withoutExt(page)
	return written == "" || page == written || strings.HasSuffix(page, "/"+written) || strings.HasSuffix(page, "/"+written+"/index")
}

// asPage returns a path as isPage compares it.
func asPage(written string) string { return strings.TrimLeft(strings.TrimSpace(written), "./") }

func withoutExt(file string) string { return strings.TrimSuffix(file, path.Ext(file)) }
