package sink

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// team finds the calls of which the team says what they contact.
type team struct {
	calls  map[string][]int // indexes of the rows, by what their names end with
	rows   []model.TeamCall
	called map[int]bool // rows that some call matched
}

func newTeam(rows []model.TeamCall) *team {
	t := &team{calls: map[string][]int{}, rows: rows, called: map[int]bool{}}
	for i := range rows {
		t.calls[rows[i].Last()] = append(t.calls[rows[i].Last()], i)
	}
	return t
}

// call notes what a call contacts by the rows of the team; false where none is about
// it.
func (t *team) call(s *scripts, x *ast.Expr, callees eval.Values, m *resolve.Module) (known bool) {
	if len(t.rows) == 0 {
		return false
	}
	seen := map[int]bool{}
	for _, name := range namesOf(x.L, callees) {
		for _, i := range t.calls[name[strings.LastIndexAny(name, "./")+1:]] {
			if !seen[i] && t.rows[i].Is(name) {
				seen[i], t.called[i], known = true, true, true
				t.contact(s, x, &t.rows[i], m)
			}
		}
	}
	return known
}

// contact notes what a call contacts by one row.
func (t *team) contact(s *scripts, x *ast.Expr, row *model.TeamCall, m *resolve.Module) {
	if row.Argument >= len(x.List) {
		return
	}
	arg := x.List[row.Argument]
	vs := s.in.values.Eval(arg, m)
	if arg.Kind == ast.Spread {
		vs = s.in.values.Property(vs, "*")
	}
	if row.Option != "" {
		vs = s.in.values.ReadPath(vs, row.Option)
	}
	to := contact{category: row.Category, api: row.Call, place: m.Span(x.L.Start, x.L.End)}
	to.bare = row.Category == platform.UDP || row.Category == platform.TCP
	found, open := s.record.reaches(vs, to)
	if !found && open && !s.explained(x) {
		s.record.dynamic = append(s.record.dynamic, Use{Category: row.Category, API: to.api, Certainty: Dynamic, Span: to.place})
	}
}

// namesOf are the dotted names by which people know a callee: as the code writes it,
// as the module exports it, and as it is reached from a package.
func namesOf(callee *ast.Expr, callees eval.Values) []string {
	w := &writer{left: maxWritten}
	names := w.names(callee)
	for _, v := range callees {
		if v.Kind == eval.Package || v.Kind == eval.API {
			names = append(names, v.Path.String())
		}
	}
	return names
}

// maxWritten bounds of how many expressions the names of one callee are made.
const maxWritten = 64

// writer writes names.
type writer struct{ left int }

// names are the names of an expression as it and the names in it are written. Calls
// do not count: getApp().http is getApp.http.
func (w *writer) names(x *ast.Expr) []string {
	if w.left--; w.left < 0 {
		return []string{""}
	}
	switch x.Kind {
	case ast.This:
		return []string{"this"}
	case ast.Call, ast.New:
		if x.L.Kind == ast.Ident && x.L.Text == "require" && len(x.List) == 1 && x.List[0].Kind == ast.String {
			return []string{moduleName(x.List[0].Text)}
		}
		return w.names(x.L)
	case ast.Member:
		return below(w.names(x.L), x.Text)
	case ast.Index:
		if x.R.Kind == ast.String {
			return below(w.names(x.L), x.R.Text)
		}
	case ast.Ident:
		return append(w.declared(x.Scope.Lookup(x.Text)), x.Text)
	}
	return nil
}

// declared are the names of what a name is declared as: an import, a constant, a part of
// one.
func (w *writer) declared(b *ast.Binding) (names []string) {
	if b == nil {
		return nil
	}
	for _, d := range b.Defs {
		var of []string
		switch {
		case w.left <= 0:
			return names
		case d.From != "":
			of = []string{moduleName(d.From)}
			if d.Name != "" && d.Name != "*" && d.Name != "default" {
				of = append(below(of, d.Name), d.Name)
			}
		case d.Value != nil:
			of = w.names(d.Value)
		}
		names = append(names, below(of, d.Path...)...)
	}
	return names
}

// below puts the names of members behind names.
func below(names []string, members ...string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = strings.Join(append([]string{name}, members...), ".")
	}
	return out
}

// moduleName is the name of a module without the ending of its file.
func moduleName(from string) string {
	if ext := path.Ext(from); slices.Contains([]string{".js", ".ts", ".mjs", ".vue"}, ext) {
		return strings.TrimSuffix(from, ext)
	}
	return from
}
