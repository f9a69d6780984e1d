package sink

import (
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// namedCall returns the call that my.call("request", {…}) stands for: of the API
// that its first argument names; x itself for any other call.
func namedCall(x *ast.Expr) *ast.Expr {
	if x.L.Kind != ast.Member || x.L.Text != platform.CallByName || x.L.L.Kind != ast.Ident || len(x.List) == 0 {
		return x
	}
	of, ok := platform.CalledByName(x.L.L.Text)
	if !ok || x.L.L.Binding() != nil {
		return x
	}
	at := x.L.L
	object := &ast.Expr{Kind: ast.Ident, Text: of, Scope: at.Scope, Start: at.Start, End: at.End}
	callee := &ast.Expr{Kind: ast.Index, L: object, R: x.List[0], Start: x.L.Start, End: x.L.End, Scope: at.Scope}
	return &ast.Expr{Kind: ast.Call, L: callee, List: x.List[1:], Start: x.Start, End: x.End, Scope: x.Scope}
}

// webRequest notes what a function of the web is called with that a plugin of the
// build gives to the mini program, and reports whether it is one.
func webRequest(s *scripts, x *ast.Expr, m *resolve.Module) bool {
	for i := range model.WebRequests {
		row := &model.WebRequests[i]
		if len(x.List) <= row.Argument || !calls(x.L, row) || !plugged(s, row.Plugin) {
			continue
		}
		name := row.Name
		if row.Class != "" {
			name = row.Class + "." + name
		}
		to := contact{category: row.Category, api: name, place: m.Span(x.L.Start, x.L.End)}
		if found, open := s.record.reaches(s.in.values.Eval(x.List[row.Argument], m), to); !found && open && !s.explained(x) {
			s.record.unknownAt(to)
		}
		return true
	}
	return false
}

// calls reports whether a callee is the function of a row, or the method of an
// instance of its class.
func calls(callee *ast.Expr, row *model.WebRequest) bool {
	if row.Class == "" {
		return callee.Kind == ast.Ident && callee.Text == row.Name && callee.Scope.Lookup(row.Name) == nil
	}
	if callee.Kind != ast.Member || callee.Text != row.Name || callee.L.Kind != ast.Ident {
		return false
	}
	b := callee.L.Binding()
	if b == nil || len(b.Defs) == 0 || b.Defs[0].Value == nil {
		return false
	}
	made := b.Defs[0].Value
	return made.Kind == ast.New && made.L.Kind == ast.Ident && made.L.Text == row.Class && made.L.Scope.Lookup(row.Class) == nil
}

// plugged reports whether the configuration of the build names a plugin.
func plugged(s *scripts, name string) bool {
	if named, ok := s.plugins[name]; ok {
		return named
	}
	found := false
	for _, f := range s.in.project.Build {
		m := s.in.values.Module(f.Name)
		if m == nil {
			continue
		}
		ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
			found = found || x.Kind == ast.String && x.Text == name
		})
	}
	if s.plugins == nil {
		s.plugins = map[string]bool{}
	}
	s.plugins[name] = found
	return found
}
