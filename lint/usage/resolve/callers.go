package resolve

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// Call is a call, or the construction of an instance, that may be one of a
// function.
type Call struct {
	Expr   *ast.Expr
	Module *Module
	code   *code
}

// callers are the calls of one function; known reports whether they are all.
type callers struct {
	calls []*Call
	known bool
}

const (
	// maxHolders bounds how many names a function is followed through.
	maxHolders = 64
	// maxCallers bounds how many calls of a function are told one by one.
	maxCallers = 2000
)

// Callers returns the calls in live code that may call a function, by its names,
// and whether nothing else can call it.
func (l *Live) Callers(fn *ast.Func) (calls []*Call, all bool) {
	r := l.references
	if r == nil {
		return nil, false
	}
	found, ok := r.callers[fn]
	if !ok {
		found = r.callersOf(fn)
		r.callers[fn] = found
	}
	return found.calls, found.known
}

func (r *references) callersOf(fn *ast.Func) callers {
	at, ok := r.funcs[fn]
	if !ok || r.carriers[at].uses&(leaked|hidden) != 0 {
		return callers{}
	}
	seen := map[int32]bool{at: true}
	var found callers
	for queue := []int32{at}; len(queue) > 0; {
		c := &r.carriers[queue[0]]
		queue = queue[1:]
		for _, call := range c.calls {
			if call.code.live {
				found.calls = append(found.calls, call)
			}
		}
		if len(found.calls) > maxCallers {
			return callers{}
		}
		for _, to := range c.to {
			if !seen[to.carrier] {
				seen[to.carrier] = true
				queue = append(queue, to.carrier)
			}
		}
		if len(seen) > maxHolders {
			return callers{}
		}
	}
	found.known = true
	return found
}
