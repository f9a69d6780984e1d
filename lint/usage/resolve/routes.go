package resolve

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// routes are the pages that stand in what a configuration imports: import { pages } from "./routes"
// in app.config.js (https://docs.taro.zone/docs/app-config).
type routes struct{ *reacher }

// add adds them, and reports whether there are any.
func (r routes) add(f *miniprogram.File, dir string) (found bool) {
	m := r.sources.Module(f.Name)
	if m == nil || !strings.HasPrefix(path.Base(f.Name), "app.config.") {
		return false
	}
	seen := map[*Module]bool{nil: true}
	for _, b := range m.Tree.Bindings {
		for _, d := range b.Defs {
			if d.From == "" {
				continue
			}
			if of := r.sources.Load(m, d.From); !seen[of] {
				seen[of] = true
				found = r.addIn(of, dir) || found
			}
		}
	}
	return found
}

func (r routes) addIn(m *Module, dir string) (found bool) {
	ast.Walk(m.Tree, func(x *ast.Expr, around []*ast.Expr) {
		if x.Kind != ast.String || x.Text == "" || !isRoute(around) {
			return
		}
		if at := path.Join(dir, x.Text); r.unit(at) {
			found, r.opens[at] = true, true
		}
	})
	return found
}

// isRoute reports whether a string is an item of a list, or stands in an object that is one: what
// opens a page is given its path in no list.
func isRoute(around []*ast.Expr) bool {
	n := len(around)
	if n > 1 && around[n-1].Kind == ast.Object {
		n--
	}
	return n > 0 && around[n-1].Kind == ast.Array
}
