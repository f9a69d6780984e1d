package sink

import "github.com/beianlint/beianlint/lint/usage/ast"

// ways are what one literal was followed to so far. Names lead back to names: what
// comes to one again goes on where the following has come to, since all before that
// was visited.
type ways struct {
	visited   map[*ast.Expr]bool
	ofName    map[string]*nameWay
	ofBinding map[*ast.Binding]int // how many of its reads were followed
}

// nameWay is how far the reads of a name were followed.
type nameWay struct {
	next    int
	unknown ends // of the properties of unknown objects among them
}

func newWays() ways {
	return ways{map[*ast.Expr]bool{}, map[string]*nameWay{}, map[*ast.Binding]int{}}
}

// ownReads are the reads of constants and variables in their modules.
type ownReads struct {
	sorted map[string]bool // the names whose reads were sorted
	of     map[*ast.Binding][]*ast.Expr
}

// readsOf returns the reads of a constant or variable in its module. Those of all that
// have its name are sorted at once: minified code has thousands.
func (o *outlets) readsOf(b *ast.Binding) []*ast.Expr {
	if !o.own.sorted[b.Name] {
		o.own.sorted[b.Name] = true
		for _, r := range o.readsOfName(b.Name) {
			if r.expr.Kind == ast.Ident && !o.target(r.expr) {
				if of := r.expr.Scope.Lookup(b.Name); of != nil {
					o.own.of[of] = append(o.own.of[of], r.expr)
				}
			}
		}
	}
	return o.own.of[b]
}
