package eval

import (
	"cmp"
	"maps"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// machines are generators and async functions as compilers write them for old phones: a
// function that is called for every step, and returns what the step yields or ends with.
// Babel makes regenerator().w(function (context) {…}), TypeScript and swc make
// generator(this, function (state) { return [4, value] }).
type machines struct {
	of     map[*ast.Expr]*machine
	states map[*ast.Func]*ast.Expr // what the function of the steps is given
	sent   map[*ast.Expr]*ast.Expr // reads of what a step is sent, to what was yielded before
	async  map[*ast.Func]bool      // functions around machines that something else runs
	runs   map[*ast.Expr]*ast.Expr // the calls that are given such a function
	ending map[*ast.Expr]bool      // the calls by which steps say what the end gives
}

// machine is one of them.
type machine struct {
	around *ast.Func
	ends   []*ast.Expr // what it returns at the end
	yields *ast.Expr   // an array
}

func newMachines() machines {
	return machines{map[*ast.Expr]*machine{}, map[*ast.Func]*ast.Expr{}, map[*ast.Expr]*ast.Expr{}, map[*ast.Func]bool{}, map[*ast.Expr]*ast.Expr{}, map[*ast.Expr]bool{}}
}

// note takes in the machines of a module.
func (n *machines) note(m *resolve.Module) {
	around := map[*ast.Func]bool{}
	for _, x := range m.Tree.Calls {
		if fn := stepsOf(x); fn != nil && n.noteSteps(x, fn) {
			around[innermost(x.Scope)] = true
		}
	}
	if len(around) == 0 {
		return
	}
	for _, x := range m.Tree.Calls {
		for _, arg := range x.List {
			fn := arg
			if n.runs[arg] != nil {
				fn = n.runs[arg]
			}
			if fn.Kind == ast.Function && around[fn.Func()] {
				n.runs[x] = fn
				n.async[fn.Func()] = n.async[fn.Func()] || !isMark(x)
			}
		}
	}
}

// stepsOf returns the function of a call that may be the one of a machine's steps, or nil.
func stepsOf(x *ast.Expr) *ast.Func {
	switch {
	case len(x.List) == 0:
		return nil
	case x.List[0].Kind == ast.This && len(x.List) == 2:
		return x.List[1].Func()
	}
	return x.List[0].Func()
}

// isMark reports whether a call only makes a function a generator's.
func isMark(x *ast.Expr) bool {
	return x.L.Kind == ast.Member && (x.L.Text == "mark" || x.L.Text == "m")
}

// noteSteps takes in a call that is given the function of a machine's steps.
func (n *machines) noteSteps(x *ast.Expr, fn *ast.Func) bool {
	if len(fn.Returns) == 0 || len(fn.Params) == 0 || fn.Params[0].Binding == nil {
		return false
	}
	s := steps{state: fn.Params[0].Binding, machine: &machine{around: innermost(x.Scope)}, numbered: x.List[0].Kind == ast.This}
	for _, r := range fn.Returns {
		s.add(r)
	}
	if !s.ended {
		return false
	}
	sent, next := s.reads(fn)
	if !next && !s.numbered {
		return false
	}
	maps.Copy(n.sent, sent)
	for _, call := range s.calls {
		n.ending[call] = true
	}
	s.machine.yields = &ast.Expr{Kind: ast.Array, List: s.yields, Start: x.Start, End: x.End, Scope: x.Scope}
	n.of[x], n.states[fn] = s.machine, &ast.Expr{Kind: ast.Object, Start: fn.Start, End: fn.Start}
	return true
}

// reads finds the reads of what the steps are sent, with what was yielded last before
// each; next reports whether the number of the next step is read or set.
func (s *steps) reads(fn *ast.Func) (sent map[*ast.Expr]*ast.Expr, next bool) {
	sent = map[*ast.Expr]*ast.Expr{}
	ast.Walk(&ast.Tree{Body: fn.Body}, func(x *ast.Expr, around []*ast.Expr) {
		if x.Kind != ast.Member || !names(x.L, s.state) {
			return
		}
		next = next || x.Text == "next" || x.Text == "n"
		i, _ := slices.BinarySearchFunc(s.yields, x.Start, func(y *ast.Expr, at int32) int { return cmp.Compare(y.Start, at) })
		if i == 0 || x.Text != "sent" && x.Text != "v" {
			return
		}
		if n := len(around); s.numbered && n > 0 && around[n-1].L == x { // state.sent()
			x = around[n-1]
		}
		sent[x] = s.yields[i-1]
	})
	return sent, next
}

// steps sorts what the function of a machine's steps returns.
type steps struct {
	*machine
	state *ast.Binding
	// numbered: what is returned are lists that begin with the number of an operation.
	numbered bool
	ended    bool // something is returned that only a machine does
	yields   []*ast.Expr
	calls    []*ast.Expr // that end it
}

// add takes in one value that is returned. Before it there can be the number of the next
// step.
func (s *steps) add(x *ast.Expr) {
	if x.Kind == ast.Sequence {
		x = x.List[len(x.List)-1]
	}
	switch {
	case s.numbered:
		s.addNumbered(x)
	case x.Kind == ast.Call && x.L.Kind == ast.Member && names(x.L.L, s.state):
		s.addNamed(x)
	case x.Kind == ast.Call && ast.NameOf(x.L) == "awrap" && len(x.List) == 1:
		s.yields = append(s.yields, x.List[0])
	default:
		s.yields = append(s.yields, x)
	}
}

// addNumbered takes in [operation, value] of TypeScript's helper.
func (s *steps) addNumbered(x *ast.Expr) {
	if x.Kind != ast.Array || len(x.List) == 0 || x.List[0].Kind != ast.Number {
		return
	}
	if s.ended = true; len(x.List) < 2 {
		return
	}
	switch x.List[0].Text {
	case "2":
		s.ends = append(s.ends, x.List[1])
	case "4":
		s.yields = append(s.yields, x.List[1])
	case "5":
		s.yields = append(s.yields, &ast.Expr{Kind: ast.Spread, L: x.List[1], Start: x.Start, End: x.End})
	}
}

// addNamed takes in context.abrupt("return", value) of regenerator, and context.a(2, value)
// of its later version.
func (s *steps) addNamed(x *ast.Expr) {
	switch x.L.Text {
	case "stop":
		s.ended = true
	case "abrupt", "a":
		s.ended, s.calls = true, append(s.calls, x)
		if len(x.List) > 1 && x.List[0].Text != "throw" {
			s.ends = append(s.ends, x.List[1])
		}
	case "delegateYield", "d":
		if len(x.List) > 0 {
			s.yields = append(s.yields, &ast.Expr{Kind: ast.Spread, L: x.List[0], Start: x.Start, End: x.End})
		}
	}
}

// evalMachine evaluates the call that makes a machine, and the one that runs it: what an
// async function returns, what a generator returns and yields.
func evalMachine(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if sent := c.e.facts.machines.sent[x]; sent != nil {
		return c.e.eval(sent, m, f), true
	}
	if run := c.e.facts.machines.runs[x]; run != nil {
		return runMachine(c, x, run, m, f), true
	}
	made := c.e.facts.machines.of[x]
	if made == nil {
		return nil, false
	}
	out := newSet(c.e)
	for _, end := range made.ends {
		out.union(c.e.eval(end, m, f))
	}
	if !c.e.facts.machines.async[made.around] {
		out.union(c.e.eval(made.yields, m, f))
	}
	return out.values(), true
}

// runMachine evaluates a call that is given the function around a machine. It runs it, or makes
// a function that does.
func runMachine(c *calls, x, given *ast.Expr, m *resolve.Module, f *frame) Values {
	fn := c.e.eval(given, m, f)
	if isMark(x) {
		return fn
	}
	runs, makes := true, true
	for _, callee := range c.e.eval(x.L, m, f) {
		if callee.Kind == Function {
			makes = slices.ContainsFunc(callee.Fn.Returns, func(r *ast.Expr) bool { return r.Kind == ast.Function })
			runs = !makes
		}
	}
	out := newSet(c.e)
	if makes {
		out.union(fn)
	}
	if runs {
		call := &ast.Expr{Kind: ast.Call, L: given, Start: x.Start, End: x.End, Scope: x.Scope}
		for _, v := range fn {
			out.union(c.result(call, v, m, f))
		}
	}
	return out.values()
}
