package eval

import (
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// site is one call of a function.
type site struct {
	args []*ast.Expr
	mod  *resolve.Module
	at   int32 // where the call stands; -1 where it is not in the module
	// scope is the one that the call stands in, nil where that is not known.
	scope *ast.Scope
	// frame is the call in which the arguments have their values.
	frame *frame
}

// Argument returns what a call with these arguments gives to parameter i, counted from
// 0: an expression for it where the call spreads a list, nil where it gives none.
func Argument(args []*ast.Expr, i int) *ast.Expr { return argument(args, i, false) }

// argument is Argument, or where rest the list of what is given from i on.
func argument(args []*ast.Expr, i int, rest bool) *ast.Expr {
	args = resolve.SpreadOut(args)
	for j, a := range args {
		if a.Kind != ast.Spread || j > i {
			continue
		}
		if !rest && (ast.IsArguments(a.L) || isBoundRest(a.L)) { // f.apply(this, arguments)
			return &ast.Expr{Kind: ast.Index, L: a.L, R: &ast.Expr{Kind: ast.Number, Text: strconv.Itoa(i - j)}, Start: a.Start, End: a.End}
		}
		return anyElement(a.L, a) // f(...list)
	}
	if i >= len(args) {
		return nil
	}
	if rest {
		return &ast.Expr{Kind: ast.Array, List: args[i:], Start: args[i].Start, End: args[len(args)-1].End}
	}
	return args[i]
}

// HandedOn are the arguments that f.call(this, …) and f.apply(this, list) hand on.
func HandedOn(x *ast.Expr) []*ast.Expr {
	switch {
	case len(x.List) < 2:
		return nil
	case x.L.Text == "call":
		return x.List[1:]
	case x.List[1].Kind == ast.Array:
		return x.List[1].List
	}
	list := x.List[1]
	return []*ast.Expr{{Kind: ast.Spread, L: list, Start: list.Start, End: list.End}}
}

// isBoundRest reports whether an expression is what a function that was bound hands on.
func isBoundRest(x *ast.Expr) bool { return x.Kind == ast.Ident && x.Text == resolve.Rest }

// anyElement is an expression for any element of a list, which stands where at does.
func anyElement(list, at *ast.Expr) *ast.Expr {
	return &ast.Expr{Kind: ast.Index, L: list, R: &ast.Expr{}, Start: at.Start, End: at.End}
}

// callers is what the evaluator knows of the calls of functions while they are
// collected: nothing, some, at last all.
type callers interface {
	of(fn *ast.Func) []*site
	// complete reports whether answers that depend on calls will not change.
	complete() bool
}

type noCallers struct{}

func (noCallers) of(*ast.Func) []*site { return nil }
func (noCallers) complete() bool       { return false }

type someCallers map[*ast.Func][]*site

func (s someCallers) of(fn *ast.Func) []*site { return s[fn] }
func (someCallers) complete() bool            { return false }

type allCallers map[*ast.Func][]*site

func (s allCallers) of(fn *ast.Func) []*site { return s[fn] }
func (allCallers) complete() bool            { return true }

// givenParams remembers what many calls give to a parameter. A bundle has the class helper
// of a compiler hundreds of times, and whoever calls one of them may call any.
type givenParams map[paramOf]givenParam

// paramOf is a parameter of functions that many calls call.
type paramOf struct {
	first *site
	calls int
	at    int
	rest  bool
}

// givenParam is what all calls of a list give.
type givenParam struct {
	sites []*site
	answer
	always bool
}

// given answers with what is known of the same calls, or asks. Like askOnce it keeps what
// nothing can change before the next pass.
func (g givenParams) given(m *memo, sites []*site, d ast.Def, ask func() (Values, bool)) (Values, bool) {
	key := paramOf{sites[0], len(sites), d.Param, d.Rest}
	if known, ok := g[key]; ok && slices.Equal(known.sites, sites) {
		return m.recall(known.answer), known.always
	}
	outer, unsettled := m.provisional, m.unsettled
	m.provisional = false
	vs, always := ask()
	if m.unsettled == unsettled {
		g[key] = givenParam{sites, answer{Values: vs, provisional: m.provisional}, always}
	}
	m.provisional = m.provisional || outer
	return vs, always
}
