package resolve

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// mpxPackages are the keys under which a configuration of mpx names configurations whose pages it
// takes, "./shop/app.mpx?root=shop", and under which it names packages by their roots
// (https://www.mpxjs.cn/guide/advance/subpackage.html).
const mpxPackages, mpxPreloads = "packages", "preloadRule"

// isMpxPackage reports whether a string names a configuration whose pages are taken.
func (r *reacher) isMpxPackage(x *ast.Expr, around []*ast.Expr) bool {
	n := len(around)
	if r.names.Project.Framework != miniprogram.Mpx || n < 2 || around[n-1].Kind != ast.Array || propOf(around[n-2], around[n-1]) != mpxPackages {
		return false
	}
	for i := 1; i < n; i++ {
		if propOf(around[i-1], around[i]) == mpxPreloads {
			return false
		}
	}
	return x.Kind == ast.String
}

// mpxPackage adds the pages of a configuration that another names, each once. Its script runs where it
// can start by itself, which is not asked.
func (r *reacher) mpxPackage(from *config, x *ast.Expr) bool {
	name, ok := r.names.Resolve(from.file.Name, x.Text)
	f := r.names.Files[name]
	switch {
	case !ok || f == nil:
		r.missPackage(from, x)
		return false
	case r.taken[name]:
		return true
	}
	if r.taken == nil {
		r.taken = map[string]bool{}
	}
	r.taken[name] = true
	r.add(name)
	return r.pages(f, path.Dir(f.Name), false)
}

// missPackage notes a configuration that is not there: its pages ship.
func (r *reacher) missPackage(from *config, x *ast.Expr) {
	if r.quiet {
		return
	}
	spec, _, _ := strings.Cut(x.Text, "?")
	if strings.HasPrefix(spec, ".") {
		spec = path.Join(path.Dir(from.file.Name), spec)
	}
	r.names.note(spec, miniprogram.UnreadMissing, spanOf(from.file, x, from.base))
}
