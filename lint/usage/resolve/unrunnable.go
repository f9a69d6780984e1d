package resolve

import (
	"bytes"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// nodeOnly are modules of Node.js that no package stands for in a mini program: those of their
// names on npm do nothing
// (https://nodejs.org/api/modules.html#built-in-modules).
var nodeOnly = []string{"fs", "child_process", "cluster", "http", "https", "net", "readline", "tls", "worker_threads"}

// isUnrunnable reports whether a script of a mini program that nothing bundles ends before it
// does anything: what it first of all requires is there in Node.js alone. Bundlers put
// something in its place, and so may a file of that name.
func isUnrunnable(r *reacher, f *miniprogram.File) bool {
	if r.names.Project.Framework != miniprogram.Native || f.Kind != miniprogram.Script || !mayNeedNode(f.Bytes) {
		return false
	}
	tree := Parse(f.Bytes, f.Ext(), r.sources.Stopped)
	return slices.ContainsFunc(tree.Calls, func(x *ast.Expr) bool {
		if x.L.Kind != ast.Ident || x.L.Text != "require" || x.L.Binding() != nil || x.Guard != nil || x.Scope != tree.Scope || len(x.List) == 0 || x.List[0].Kind != ast.String {
			return false
		}
		spec := x.List[0].Text
		if !slices.Contains(nodeOnly, strings.TrimPrefix(spec, "node:")) {
			return false
		}
		_, there := r.names.Resolve(f.Name, spec)
		return !there
	})
}

// mayNeedNode reports whether the name of such a module stands in a source, before it is read.
func mayNeedNode(src []byte) bool {
	return bytes.Contains(src, []byte("require")) && slices.ContainsFunc(nodeOnly, func(name string) bool {
		return bytes.Contains(src, []byte(name+"'")) || bytes.Contains(src, []byte(name+`"`))
	})
}
