package flow

import (
	"maps"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

const (
	// maxDepth bounds how deep evaluation follows names: more is a cycle or
	// machine-made code.
	maxDepth = 240
	// maxWork bounds the evaluations of one mini program, so that hostile input
	// ends; the largest real one seen needs a quarter.
	maxWork = 2_000_000
)

// known is what was evaluated before: each thing once.
type known struct {
	exprs    map[exprKey]answer
	bindings map[bindingKey]answer
	reads    map[readKey]answer
	parts    map[thing]partsAnswer
	assigns  map[string]assignIndex
	// early is set once what is being evaluated needs calls, or things in a
	// cycle, that are not all known yet.
	early bool
}

// answer is what one question was answered with, and whether it was early.
type answer struct {
	values
	early bool
}

// cycle answers a question that is asked while it is being answered.
var cycle = answer{early: true}

// exprKey is an expression within a call that is followed, if any.
type exprKey struct {
	expr  *ast.Expr
	frame *frame
}

// bindingKey is a name within a call that is followed, if any.
type bindingKey struct {
	binding *ast.Binding
	frame   *frame
}

// thing is an identity within a call that is followed, if any.
type thing struct {
	identity
	frame *frame
}

// readKey is a property of one thing.
type readKey struct {
	thing
	name string
}

// assignIndex holds the assignments to members of one name by what they assign to.
type assignIndex struct {
	of    map[identity][]assign
	early bool
}

func newKnown() known {
	return known{map[exprKey]answer{}, map[bindingKey]answer{}, map[readKey]answer{}, map[thing]partsAnswer{}, map[string]assignIndex{}, false}
}

// forget drops the early answers, now that more calls are known.
func (k *known) forget() {
	maps.DeleteFunc(k.exprs, func(_ exprKey, a answer) bool { return a.early })
	maps.DeleteFunc(k.bindings, func(_ bindingKey, a answer) bool { return a.early })
	maps.DeleteFunc(k.reads, func(_ readKey, a answer) bool { return a.early })
	maps.DeleteFunc(k.parts, func(_ thing, a partsAnswer) bool { return a.early })
	maps.DeleteFunc(k.assigns, func(_ string, a assignIndex) bool { return a.early })
	k.early = false
}

// exhausted reports whether a bound is met.
func (p *Program) exhausted() bool {
	if p.depth < maxDepth && p.work < maxWork {
		return false
	}
	p.known.early = true
	return true
}

// begin starts to answer a question; it returns what end wants to have back.
func (p *Program) begin() (outer bool) {
	outer, p.known.early = p.known.early, false
	p.work++
	p.depth++
	return outer
}

// end makes the answer. What is around an early one is early itself.
func (p *Program) end(vs values, outer bool) answer {
	p.depth--
	a := answer{vs.shared(), p.known.early}
	p.known.early = a.early || outer
	return a
}

// recall gives an answer again.
func (p *Program) recall(a answer) values {
	p.known.early = p.known.early || a.early
	return a.values
}
