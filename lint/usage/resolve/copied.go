package resolve

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// copied is what a build copies into the mini program as it is
// (https://docs.taro.zone/docs/config-detail#copy, https://webpack.js.org/plugins/copy-webpack-plugin).
type copied struct {
	from string // fs name
	to   string // below the folder of the project, of which the first names are the output's
}

// maxCopied bounds how many are known: each file that is not found elsewhere is looked for in all.
const maxCopied = 64

// copies reads [{ from: "native/", to: "dist/native/" }].
func (b *build) copies(m *Module, list *ast.Expr) {
	for _, item := range list.List {
		from, to := valueAt(item, "from"), valueAt(item, "to")
		if from == nil || to == nil || len(b.copied) >= maxCopied {
			continue
		}
		source, ok := b.fromRoot(m, from)
		target, known := b.fromRoot(m, to)
		if ok && known {
			source, _, _ = strings.Cut(source, "*")
			b.copied = append(b.copied, copied{strings.TrimSuffix(source, "/"), target})
		}
	}
}

// fromRoot is pathOf of a text that is a path below the project's folder, wherever the script lies.
func (b *build) fromRoot(m *Module, x *ast.Expr) (string, bool) {
	if x.Kind == ast.String {
		return path.Join(b.s.names.Project.Root, x.Text), true
	}
	return b.pathOf(m, x, 0)
}

// holds returns what is left of a path in the mini program below where something is copied
// to: of vendor/p where that is dist/vendor. Which names of that are the output's is not
// asked, since they may be put together.
func (c copied) holds(name string) (rest string, ok bool) {
	for to := c.to; ; {
		_, below, more := strings.Cut(to, "/")
		if !more {
			return name, true // all of it is the output's
		}
		to = below
		if rest, ok := strings.CutPrefix(name, to+"/"); ok {
			return rest, true
		}
	}
}
