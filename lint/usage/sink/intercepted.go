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

// maySend is mayCall, whose answer for an API is the same for every interceptor.
func maySend(s *scripts, row platform.API) bool {
	if sends, ok := s.sent[row.Name]; ok {
		return sends
	}
	if s.sent == nil {
		s.sent = map[string]bool{}
	}
	s.sent[row.Name] = mayCall(s.in, row)
	return s.sent[row.Name]
}

// mayCall reports whether something in the mini program may call an API: live code has
// its name, an API is called by a name that is not known, or a client of a package or
// an upload component does it where the code cannot be seen.
func mayCall(in *inputs, row platform.API) bool {
	for m := range in.modules() {
		if importsClient(m) || mentions(m, row.Name) || row.Category == platform.Upload && slices.ContainsFunc(m.Tree.Elements, isUploader) {
			return true
		}
	}
	return row.Category == platform.Upload && hasUploader(in)
}

func importsClient(m *resolve.Module) bool {
	return slices.ContainsFunc(m.Tree.Imports, func(imp ast.Import) bool { return model.IsClient(imp.From) })
}

func isUploader(x *ast.Expr) bool { return model.Uploader.MatchString(x.Text) }

// mentions reports whether code has a name, or reads a member by one that is not known,
// but for what is intercepted.
func mentions(m *resolve.Module, name string) bool {
	intercepted := map[*ast.Expr]bool{}
	for _, x := range m.Tree.Calls {
		if len(x.List) > 0 && model.Interceptors[ast.NameOf(x.L)] != "" {
			intercepted[x.List[0]] = true
		}
	}
	for _, b := range m.Tree.Bindings {
		if slices.ContainsFunc(b.Defs, func(d ast.Def) bool { return d.Name == name || slices.Contains(d.Path, name) }) {
			return true
		}
	}
	found := false
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		switch x.Kind {
		case ast.Ident, ast.Member, ast.String:
			found = found || x.Text == name && !intercepted[x]
		case ast.Index:
			found = found || isPlatform(x.L) && x.R.Kind != ast.String
		}
	})
	return found
}

// isPlatform reports whether an expression is the object of a platform's API.
func isPlatform(x *ast.Expr) bool {
	return x.Kind == ast.Ident && x.Binding() == nil && len(platform.ByPrefix(x.Text)) > 0
}

// hasUploader reports whether live markup has an upload component.
func hasUploader(in *inputs) bool {
	for f := range in.files() {
		if g := in.values.Page(f); g != nil {
			for a := range g.Attributes() {
				if model.Uploader.MatchString(a.Tag) {
					return true
				}
			}
		}
	}
	return false
}

// bases are the hosts that interceptors put in front of the paths that APIs are called with.
type bases struct {
	paths []contact       // calls with paths alone
	of    map[string]bool // by API: whether all its paths get a host that is known
	// loose: interceptors can be taken away, or it is not known of which API one is.
	loose bool
}

// note takes in whether an interceptor puts a host in front of every path of an API.
func (b *bases) note(api string, is bool) {
	if _, known := b.of[api]; !known {
		b.of[api] = is
	}
}

// refuse takes in that the paths of an API can get another host than one that is known.
func (b *bases) refuse(api string) { b.of[api] = false }

// open are the calls with paths whose API no interceptor gives a host.
func (b *bases) open() (calls []contact) {
	for _, to := range b.paths {
		if b.loose || !b.of[to.api] {
			calls = append(calls, to)
		}
	}
	return calls
}

// arePaths reports whether values are paths from the root of a host, however they go on.
func arePaths(vs eval.Values) bool {
	for _, v := range vs {
		if v.Kind != eval.Text || !strings.HasPrefix(v.Text, "/") || strings.HasPrefix(v.Text, "//") || v.Text == "/" && v.Open {
			return false
		}
	}
	return len(vs) > 0
}
