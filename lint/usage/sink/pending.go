package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/account"
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
	isIdle := r.idleModules()
	for _, l := range r.lost {
		if (l.in == nil || isIdle(l.in)) && values.Afresh() {
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

// complete asks once more what calls are given of which hosts were found, while within a
// circle others may have been lost. It comes last: what was forgotten for it, all others would
// have to find again. Only hosts that somebody wrote as they are count: in a circle pieces meet
// that no call joins.
func (r *record) complete(values *eval.Program) {
	isIdle := r.idleModules()
	for _, l := range r.partial {
		if isIdle(l.in) {
			r.reaches(slices.DeleteFunc(slices.Clone(values.Again(l.ask)), func(v *eval.Value) bool { return !hasWrittenHost(v, l.to) }), l.to)
		}
	}
	for _, h := range r.handed {
		if !r.used[h.literal] {
			r.missing.Add(h.row)
		}
	}
}

// hasWrittenHost reports whether the host of a value stands in one literal.
func hasWrittenHost(v *eval.Value, to contact) bool {
	ep, ok := eval.EndpointOf(v, to.bare)
	if !ok {
		return false
	}
	part, ok := v.Place(ep)
	return ok && strings.Contains(part.Expr.Text, ep.Host)
}

// idleModules tells modules that have an address which was not seen to be contacted.
func (r *record) idleModules() func(*resolve.Module) bool {
	known := map[*resolve.Module]bool{}
	return func(m *resolve.Module) bool {
		idle, is := known[m]
		if !is {
			idle = r.hasUnused(m)
			known[m] = idle
		}
		return idle
	}
}

// handed is an address that is handed to unknown code, as it is told if nothing contacts it.
type handed struct {
	literal *ast.Expr
	row     account.Row
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
