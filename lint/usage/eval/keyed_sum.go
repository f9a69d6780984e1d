package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// sums tells which keys are sums of numbers: frame[x + width * y]. Any name takes in what they
// say, and to evaluate them takes long, since each sum would be joined as a text is.
type sums struct {
	e     *Evaluator
	sites map[*ast.Func][]*site
	seen  map[*ast.Binding]bool // names that are numbers if nothing else shows that they are none
	found bool                  // something is added
	left  int
}

// maxSums bounds how much of what a key is made of is looked at.
const maxSums = 256

// isSum reports whether a key is a number that something was added to, as far as calls are
// known.
func isSum(e *Evaluator, sites map[*ast.Func][]*site, key *ast.Expr, m *resolve.Module) bool {
	if key.Kind != ast.Concat && key.Kind != ast.Ident {
		return false
	}
	s := sums{e: e, sites: sites, seen: map[*ast.Binding]bool{}, left: maxSums}
	return s.isNumber(key, m) && s.found
}

func (s *sums) isNumber(x *ast.Expr, m *resolve.Module) bool {
	if s.left--; x == nil || s.left < 0 {
		return false
	}
	switch x.Kind {
	case ast.Number:
		return true
	case ast.Unknown: // -1
		return len(x.List) == 1 && x.List[0].Kind == ast.Number
	case ast.Not:
		return true
	case ast.Binary:
		return isArithmetic(x.Op)
	case ast.Assign: // a = b = 0
		return x.Op == '=' && s.isNumber(x.R, m)
	case ast.Index: // of a list of numbers
		list := valueOf(x.L)
		return list != nil && list.Kind == ast.Array && s.areConstants(x.L, m)
	case ast.Call:
		fn := valueOf(x.L)
		return fn != nil && fn.Kind == ast.Function && s.areNumbers(fn.Func().Returns, m)
	case ast.Concat:
		s.found = true
		return s.areNumbers(x.List, m)
	case ast.Ident:
		b := x.Binding()
		return b != nil && s.isNumeric(b, m)
	}
	return false
}

func (s *sums) areNumbers(list []*ast.Expr, m *resolve.Module) bool {
	isNone := func(x *ast.Expr) bool { return !s.isNumber(x, m) }
	return len(list) > 0 && !slices.ContainsFunc(list, isNone)
}

// areConstants reports whether a list has constants, and nothing else.
func (s *sums) areConstants(list *ast.Expr, m *resolve.Module) bool {
	isOther := func(v *Value) bool { return v.Kind != Constant }
	items := s.e.props.property(s.e.eval(list, m, nil), "*")
	return len(items) > 0 && !slices.ContainsFunc(items, isOther)
}

// valueOf is what a name is given once and for all; nil where it can be something else.
func valueOf(x *ast.Expr) *ast.Expr {
	if x.Kind != ast.Ident {
		return nil
	}
	b := x.Binding()
	if b == nil || len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 || b.Defs[0].Keys {
		return nil
	}
	return b.Defs[0].Value
}

// isArithmetic reports whether an operator makes a number of whatever it has, or what adds
// to one as a number.
func isArithmetic(op lexer.Op) bool {
	switch op {
	case '-', '*', '/', '%', '|', '^', '&', lexer.ShiftLeft, lexer.ShiftRight, lexer.Power, '<', '>', lexer.Compare:
		return true
	}
	return false
}

// isNumeric reports whether all that a name is given are numbers, and that is something.
func (s *sums) isNumeric(b *ast.Binding, m *resolve.Module) bool {
	if s.seen[b] {
		return true
	}
	s.seen[b] = true
	given := false
	for i := range b.Defs {
		switch d := &b.Defs[i]; {
		case d.Keys, d.From != "", len(d.Path) > 0, d.Rest:
			return false
		case d.Func != nil && !s.isGiven(d), d.Func == nil && d.Value != nil && !s.isNumber(d.Value, m):
			return false
		default:
			given = given || d.Func != nil || d.Value != nil
		}
	}
	return given
}

// isGiven reports whether all calls that are known give a number to a parameter.
func (s *sums) isGiven(d *ast.Def) bool {
	for _, c := range s.sites[d.Func] {
		if !s.isNumber(argument(c.args, d.Param, false), c.mod) {
			return false
		}
	}
	return len(s.sites[d.Func]) > 0
}
