package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// partial are the calls of which the first look found something to call, and may have missed
// more: what stands behind a parameter, as the adapter of a client does that others give it.
type partial struct {
	calls []partialCall
	// uncalled are the calls that another look found of functions that had none. They wait until
	// all calls were looked at.
	uncalled map[*ast.Func][]*site
}

// maxLater is how many functions a call may call that another look finds: one of more is a
// dispatcher, whose functions are not given what all of them together are.
const maxLater = 4

type partialCall struct {
	call *ast.Expr
	mod  *resolve.Module
}

// collectCall notes what a call calls, and whether that may lack something.
func collectCall(l *linker, x *ast.Expr, m *resolve.Module) {
	outer := l.e.memo.provisional
	l.e.memo.provisional = false
	if l.addSites(x, m) {
		l.done[x] = true
		if l.e.memo.provisional {
			l.partial.calls = append(l.partial.calls, partialCall{x, m})
		}
	}
	l.e.memo.provisional = outer
}

// collectPartial looks once more at calls that may have missed something, and notes those of
// functions of which no call is known: whatever they are given would be lost.
func collectPartial(l *linker, calls []partialCall) {
	names := uncalledNames(l)
	l.uncalled = map[*ast.Func][]*site{}
	for _, c := range calls {
		if l.e.memo.stopped {
			break
		}
		if mayCallUncalled(c.call, names) {
			l.addSites(c.call, c.mod)
		}
	}
	for fn, sites := range l.uncalled {
		l.sites[fn] = sites
	}
	l.uncalled = nil
}

// isTooMuch reports whether another look finds too much for a call to be noted.
func (p *partial) isTooMuch(callees Values) bool { return p.uncalled != nil && len(callees) > maxLater }

// noteSite notes a call of a function.
func noteSite(l *linker, fn *ast.Func, s *site) {
	switch {
	case l.uncalled == nil:
		l.sites[fn] = append(l.sites[fn], s)
	case len(l.sites[fn]) == 0:
		l.uncalled[fn] = append(l.uncalled[fn], s)
	}
}

// uncalledNames are the names of functions that can be given something and of which no call is
// known.
func uncalledNames(l *linker) map[string]bool {
	names := map[string]bool{}
	for _, m := range l.live.Modules {
		for _, fn := range m.Tree.Funcs {
			if len(fn.Params) > 0 && len(l.sites[fn]) == 0 {
				names[fn.Name] = true
			}
		}
	}
	return names
}

// mayCallUncalled reports whether a call may be one of a function that has one of some names:
// by the name, or by a variable that has a value. Most calls are of methods that have others.
func mayCallUncalled(call *ast.Expr, names map[string]bool) bool {
	callee := calleeOf(call)
	if callee.Kind == ast.Member && len(call.List) > 0 && (callbacks[callee.Text] || callee.Text == "then") {
		callee = call.List[0]
	}
	switch callee.Kind {
	case ast.Member:
		return names[callee.Text]
	case ast.Ident:
		b := callee.Binding()
		return b != nil && slices.ContainsFunc(b.Defs, func(d ast.Def) bool {
			return d.Value != nil && d.Value.Kind != ast.Function && d.Value.Kind != ast.Class
		})
	}
	return true
}
