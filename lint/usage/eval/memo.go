package eval

import (
	"context"
	"maps"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// memo is what was evaluated before: each subject once.
type memo struct {
	handles
	exprs    exprAnswers
	bindings ownAnswers[ast.Binding]
	reads    readAnswers
	parts    map[handle]partsAnswer // by subject
	composed composed
	sets     sets
	assigns  []*assignIndex       // by name; nil where they are not sorted yet
	stores   []place              // the calls that make stores, once they were asked for
	made     map[*ast.Expr]Values // expressions that stand for what was computed
	mapped   map[mappedKey]*ast.Expr
	// provisional is set once what is being evaluated needs calls, or things in a
	// cycle, that are not all known yet.
	provisional bool
	// lacking counts the answers that lack something for now: they are being found,
	// or a bound was met.
	lacking int
	// unsettled counts the answers that could be others a moment later: they are being
	// found, or a bound was met.
	unsettled int
	depth     int
	budget
}

// answer is what one question was answered with, and whether that may change.
type answer struct {
	Values
	provisional bool
	open        bool // it is still being found
	partial     bool // more of it is still being found
	known       bool // it is one, where the place of an answer can be empty
}

// cycle answers a question that is asked while it is being answered.
var cycle = answer{provisional: true, open: true}

// readKey is a property of one subject.
type readKey struct{ subject, name handle }

func newMemo(ctx context.Context) memo {
	m := memo{
		handles: newHandles(), parts: map[handle]partsAnswer{}, composed: newComposed(), sets: newSets(),
		made: map[*ast.Expr]Values{}, mapped: map[mappedKey]*ast.Expr{}, budget: newBudget(ctx),
	}
	m.reset()
	return m
}

// reset forgets all answers, but not the work that they took, nor the expressions that
// stand for what was computed: sites have them. What held the answers is used again.
func (m *memo) reset() {
	m.exprs.reset()
	m.bindings.reset()
	m.reads.reset()
	m.composed.reset()
	m.sets.reset()
	clear(m.parts)
	clear(m.assigns)
	m.stores, m.provisional, m.lacking = nil, false, 0
}

// forget drops the provisional answers, now that more calls are known.
func (m *memo) forget() {
	m.forgetAnswers()
	for name, a := range m.assigns {
		if a != nil && a.provisional {
			m.assigns[name] = nil
		}
	}
}

// forgetAnswers drops them, but not how assignments were sorted with them.
func (m *memo) forgetAnswers() {
	m.exprs.forget()
	m.bindings.forget()
	m.reads.forget()
	m.sets.forget()
	m.composed.forget()
	maps.DeleteFunc(m.parts, func(_ handle, a partsAnswer) bool { return a.provisional })
	m.provisional = false
}

// kept is how many answers there are to be gone through.
func (m *memo) kept() int {
	return int(m.exprs.list.next+m.bindings.list.next+m.reads.list.next) + len(m.exprs.framed.numbers) + len(m.bindings.framed.numbers)
}

// assignsTo returns the assignments to members of one name as they were sorted, or nil.
func (m *memo) assignsTo(name handle) *assignIndex {
	if int(name) < len(m.assigns) {
		return m.assigns[name]
	}
	return nil
}

func (m *memo) noteAssigns(name handle, index *assignIndex) {
	if missing := int(name) + 1 - len(m.assigns); missing > 0 {
		m.assigns = append(m.assigns, make([]*assignIndex, missing)...)
	}
	m.assigns[name] = index
}

// exhausted reports whether a bound is met.
func (m *memo) exhausted() bool {
	switch {
	case m.over():
		m.meet(Work, nil, nil)
	case m.depth < maxDepth:
		return false
	}
	m.provisional = true
	m.lacking++
	m.unsettled++
	return true
}

// begin starts to answer a question; it returns what end wants to have back.
func (m *memo) begin() (outer bool) {
	outer, m.provisional = m.provisional, false
	m.spend(perQuestion)
	m.depth++
	return outer
}

// end makes the answer. What is around a provisional one is provisional itself.
func (m *memo) end(vs Values, outer bool) answer {
	m.depth--
	m.spend(len(vs))
	a := answer{Values: m.sets.intern(vs.shared()), provisional: m.provisional}
	m.provisional = a.provisional || outer
	return a
}

// recall gives an answer again.
func (m *memo) recall(a answer) Values {
	m.provisional = m.provisional || a.provisional
	if a.open {
		m.lacking++
	}
	if a.open || a.partial {
		m.unsettled++
	}
	return a.Values
}

// read answers what a property is the first time that it is asked for.
func (m *memo) read(key readKey, ask func() Values) Values {
	if a, ok := m.reads.of(key); ok {
		return m.recall(a)
	}
	if m.exhausted() {
		return nil
	}
	outer, lacking := m.begin(), m.lacking
	kept := m.reads.set(key, cycle)
	a := m.end(ask(), outer)
	*kept = a
	m.lacking = lacking // this one is found
	return a.Values
}

// noteSoFar answers who asks for a property that is still being found with what is known
// of it so far.
func (m *memo) noteSoFar(key readKey, vs Values) {
	if a, ok := m.reads.of(key); ok && a.open {
		a.Values = vs
		m.reads.set(key, a)
	}
}
