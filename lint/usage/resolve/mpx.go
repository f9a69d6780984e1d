package resolve

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// mpxPackages are the configurations of mpx whose pages another one takes: "./shop/app.mpx?root=shop"
// (https://www.mpxjs.cn/guide/advance/subpackage.html).
type mpxPackages struct{ *reacher }

// packagesKey is where a configuration names them; below preloadKey are roots of packages.
const packagesKey, preloadKey = "packages", "preloadRule"

// hold reports whether a string names one.
func (r mpxPackages) hold(x *ast.Expr, around []*ast.Expr) bool {
	n := len(around)
	if r.names.Project.Framework != miniprogram.Mpx || n < 2 || around[n-1].Kind != ast.Array || propOf(around[n-2], around[n-1]) != packagesKey {
		return false
	}
	for i := 1; i < n; i++ {
		if propOf(around[i-1], around[i]) == preloadKey {
			return false
		}
	}
	return x.Kind == ast.String
}

// add adds the pages of one that a configuration names, each once. Its script runs where it can start
// by itself, which is not asked.
func (r mpxPackages) add(from *config, x *ast.Expr) bool {
	name, ok := r.names.Resolve(from.file.Name, x.Text)
	f := r.names.Files[name]
	switch {
	case !ok || f == nil:
		r.miss(from, x)
		return false
	case r.taken[name]:
		return true
	}
	if r.taken == nil {
		r.taken = map[string]bool{}
	}
	r.taken[name] = true
	r.reacher.add(name)
	return r.pages(f, path.Dir(f.Name), false)
}

// miss notes one that is not there: its pages ship.
func (r mpxPackages) miss(from *config, x *ast.Expr) {
	if r.quiet {
		return
	}
	spec, _, _ := strings.Cut(x.Text, "?")
	if strings.HasPrefix(spec, ".") {
		spec = path.Join(path.Dir(from.file.Name), spec)
	}
	r.names.note(spec, miniprogram.UnreadMissing, spanOf(from.file, x, from.base))
}
