package sink

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// unknownHost is a call of which no host was found, and how to ask what it is given.
type unknownHost struct {
	to  contact
	ask func() eval.Values
	// in is the module of the call where another look only pays if it has an address.
	in   *resolve.Module
	open bool // it is seen to be given something that is only known at run time
}

// again asks once more what calls are given of which no host was found. The repository
// holds the code of most clients, and there what they are given goes in a circle: whoever
// asks within it is told less. What is not found now is only known at run time. Each
// question can take as long as a large part of all others, so a call of a platform's API is
// asked about only where its file has an address that nothing uses, as an SDK has.
func (r *record) again(values *eval.Program) {
	idle := map[*resolve.Module]bool{}
	for _, l := range r.lost {
		if l.in != nil {
			if _, known := idle[l.in]; !known {
				idle[l.in] = r.hasUnused(l.in)
			}
		}
		if (l.in == nil || idle[l.in]) && values.Afresh() {
			found, open := r.reaches(l.ask(), l.to)
			if found {
				continue
			}
			l.open = l.open || open
		}
		if l.open {
			r.unknownAt(l.to)
		}
	}
	r.lost = nil
}

// hasUnused reports whether an address stands in a module that was not seen to be contacted.
func (r *record) hasUnused(m *resolve.Module) (has bool) {
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		if has || x.Kind != ast.String || r.used[x] {
			return
		}
		ep, ok := eval.ParseURL(x.Text)
		has = ok && !model.Namespaces[ep.Host] && !isMedia(x.Text)
	})
	return has
}
