package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// silentNames are the names of methods that contact nothing whatever they are called on:
// what most calls call need not be evaluated.
type silentNames struct {
	known    map[string]bool // that were asked for
	apis     map[string]bool // what the names of APIs end with
	packages bool            // any method of a package that is not there may send
	isSender func(name string) bool
}

func newSilentNames(s *scripts) *silentNames {
	n := &silentNames{known: map[string]bool{}, apis: map[string]bool{}, isSender: s.isSender}
	for _, id := range s.in.project.Platforms {
		for _, a := range platform.ByID(id).APIs {
			n.apis[a.Name[strings.LastIndexByte(a.Name, '.')+1:]] = true
		}
	}
	n.packages = slices.ContainsFunc(s.in.sources.ReadSince(0), s.in.needsPackage)
	return n
}

// is reports whether a callee is a method of a silent name.
func (n *silentNames) is(callee *ast.Expr) bool {
	if callee.Kind != ast.Member {
		return false
	}
	silent, ok := n.known[callee.Text]
	if !ok {
		silent = n.find(callee.Text)
		n.known[callee.Text] = silent
	}
	return silent
}

func (n *silentNames) find(name string) bool {
	if n.packages && !model.LanguageMethods[name] {
		return false
	}
	return !n.apis[name] && !n.isSender(name) && !model.Navigations[name] && !model.Configurers[name] && model.Interceptors[name] == "" && name != model.InterceptorRemover && !model.IsLoader(name)
}

// needsPackage reports whether a module names a package that is not there, and of which
// is not known that it sends nothing.
func (in *inputs) needsPackage(m *resolve.Module) bool {
	own := map[int32]bool{} // where names of the modules of a bundle stand
	isMissing := func(from string) bool {
		name, found := in.names.Resolve(m.Name, from)
		return (!found || in.sources.IsInert(name)) && !model.SendsNothing(from) && !isAPIModule(from)
	}
	for _, x := range m.Tree.Calls {
		if len(x.List) == 0 || x.List[0].Kind != ast.String {
			continue
		}
		own[x.List[0].Start] = in.values.IsInBundle(x)
		if ast.NameOf(x.L) == model.PluginLoader && isMissing(x.List[0].Text) {
			return true
		}
	}
	return slices.ContainsFunc(m.Tree.Imports, func(imp ast.Import) bool { return !own[imp.Start] && isMissing(imp.From) })
}

// isAPIModule reports whether a module gives the API of a platform.
func isAPIModule(from string) bool {
	return model.APIModules[from] != "" || platform.PrefixOfModule(from) != ""
}
