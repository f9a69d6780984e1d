package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// client notes the base URL that a request library is configured with: in an
// object, or by a function that gets the configuration and changes it.
func (s *scripts) client(x *ast.Expr, callee *eval.Value, m *resolve.Module) {
	to := contact{category: platform.Request, api: callee.Path.String(), place: m.Span(x.L.Start, x.L.End)}
	names := model.BaseOptions
	if intercepts(callee.Path) {
		names = append(slices.Clone(names), model.AddressOption)
	}
	for _, arg := range x.List {
		vs := s.in.values.Eval(arg, m)
		for _, v := range vs {
			if v.Kind == eval.Function {
				s.configures(v, names, to)
			}
		}
		for _, name := range model.BaseOptions { // of all at once: what is sent can be one of thousands
			s.record.reaches(s.in.values.Property(vs, name).Texts(), to)
		}
	}
}

// intercepts reports whether a path is that of what changes every request of a client.
func intercepts(path *eval.Path) bool {
	return strings.HasSuffix(path.Rest(), model.RequestInterceptors)
}

// configures notes the base URLs that a function gives to its parameter under some names,
// or returns in an object.
func (s *scripts) configures(fn *eval.Value, names []string, to contact) {
	for _, name := range names {
		for _, a := range s.in.values.Assigned(name) {
			if isParameter(a.Target, fn.Fn) {
				s.record.reaches(s.in.values.Eval(a.Value, a.Mod), to)
			}
		}
		s.record.reaches(s.in.values.Property(s.in.values.Returned(fn), name).Texts(), to)
	}
}

// isParameter reports whether an expression is the first parameter of a
// function.
func isParameter(x *ast.Expr, fn *ast.Func) bool {
	return x.Kind == ast.Ident && len(fn.Params) > 0 && fn.Params[0].Binding != nil && x.Binding() == fn.Params[0].Binding
}

// interceptor notes the URLs that an interceptor puts in front of every call of an API. It sends
// nothing by itself.
func (s *scripts) interceptor(x *ast.Expr, prefix string, m *resolve.Module) {
	if len(x.List) == 1 {
		s.chain(x, prefix, m)
	}
	if len(x.List) < 2 || x.List[0].Kind != ast.String {
		s.record.bases.loose = s.record.bases.loose || len(x.List) > 1
		return
	}
	row, ok := s.row("", x.List[0].Text)
	if !ok || strings.Contains(row.Property, ".") || !maySend(s, row) {
		return
	}
	to := contact{category: row.Category, api: prefix + "." + row.Name, place: m.Span(x.L.Start, x.L.End)}
	for _, v := range s.in.values.Property(s.in.values.Eval(x.List[1], m), model.Interceptors[ast.NameOf(x.L)]) {
		if v.Kind != eval.Function {
			continue
		}
		s.bases(row.Property, to, x, func(root *ast.Expr) bool { return isParameter(root, v.Fn) })
		s.record.reaches(s.in.values.Property(s.in.values.Returned(v), row.Property).Texts(), to)
	}
}

// chain notes the URLs that an interceptor of Taro puts in front of every
// request: chain.requestParams.url = … (https://docs.taro.zone/docs/apis/network/request/addInterceptor).
func (s *scripts) chain(x *ast.Expr, prefix string, m *resolve.Module) {
	to := contact{category: platform.Request, api: prefix + ".request", place: m.Span(x.L.Start, x.L.End)}
	for _, v := range s.in.values.Eval(x.List[0], m) {
		if v.Kind != eval.Function {
			continue
		}
		s.bases("url", to, x, func(root *ast.Expr) bool { return isParameter(root, v.Fn) || takenFrom(root, v.Fn) })
	}
}

// bases notes what an interceptor that a call adds makes of the URL of every call of an
// API: a base for all paths, where it is added always and nothing else is made of one.
func (s *scripts) bases(property string, to contact, add *ast.Expr, isOptions func(*ast.Expr) bool) {
	is := false
	for _, a := range s.in.values.Assigned(property) {
		if !isOptions(rootOf(a.Target)) || appends(a.Value, property) {
			continue
		}
		found, open := s.record.reaches(s.in.values.Eval(a.Value, a.Mod), to)
		if !found || open || !forPaths(a.Value, a.Mod) {
			s.record.bases.refuse(to.api)
		}
		is = is || found
	}
	if add.Guard != nil {
		s.record.bases.refuse(to.api)
	}
	s.record.bases.note(to.api, is)
}

// appends reports whether a value is made of what the property has and something behind it.
func appends(x *ast.Expr, property string) bool {
	for (x.Kind == ast.Concat || x.Kind == ast.Template) && len(x.List) > 0 {
		x = x.List[0]
	}
	return x.Kind == ast.Member && x.Text == property
}

// forPaths reports whether an assignment is made for all URLs but those that are whole
// addresses: the only condition asks for a scheme.
func forPaths(value *ast.Expr, m *resolve.Module) bool {
	g := value.Guard
	return g == nil || g.Outer == nil && g.Cond != nil && strings.Contains(m.Tree.Source[g.Cond.Start:g.Cond.End], "http")
}

// rootOf is what a chain of properties starts with.
func rootOf(x *ast.Expr) *ast.Expr {
	for x.Kind == ast.Member {
		x = x.L
	}
	return x
}

// takenFrom reports whether a name is taken from the first parameter of a
// function: const { requestParams } = chain.
func takenFrom(x *ast.Expr, fn *ast.Func) bool {
	if x.Kind != ast.Ident {
		return false
	}
	b := x.Binding()
	return b != nil && len(b.Defs) > 0 && b.Defs[0].Value != nil && isParameter(rootOf(b.Defs[0].Value), fn)
}

// assignedBases notes base URLs that are assigned to a client: axios.defaults.baseURL = …,
// or all of its options at once.
func (s *scripts) assignedBases() {
	for _, name := range model.BaseOptions {
		s.assignedTo(name, "")
	}
	for _, group := range model.OptionGroups {
		for _, name := range model.BaseOptions {
			s.assignedTo(group, name)
		}
	}
}

// assignedTo notes what a property of a client is assigned, or a member of that.
func (s *scripts) assignedTo(name, below string) {
	for _, a := range s.in.values.Assigned(name) {
		for _, v := range s.in.values.Eval(a.Target, a.Mod) {
			if v.Kind != eval.Package || !model.IsClient(v.Path.Root()) {
				continue
			}
			value := s.in.values.Eval(a.Value, a.Mod)
			if below != "" {
				value = s.in.values.Property(value, below)
			}
			s.record.reaches(value, contact{category: platform.Request, api: v.Path.String(), place: a.Mod.Span(a.Start, a.Start+int32(len(name)))})
		}
	}
}
