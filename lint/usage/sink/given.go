package sink

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// maxGivenDepth is how deep in each other the objects and functions are that are looked
// at: options are flat, and what is deeper is the state of a program.
const maxGivenDepth = 5

// packageCall is a call of a package whose code is not there.
type packageCall struct {
	call *ast.Expr
	mod  *resolve.Module
}

// giving goes through what packages are given: they may contact every address in it.
type giving struct {
	values *eval.Program
	given  givenLiterals
	seen   map[*eval.Value]bool
	sets   map[valueSet]bool // large ones
	// objects are what is gone through, those from next on are to be.
	objects []*eval.Value
	next    int
}

func newGiving(values *eval.Program) *giving {
	return &giving{values: values, given: givenLiterals{}, seen: map[*eval.Value]bool{}, sets: map[valueSet]bool{}}
}

// givenLiterals are literals, with how packages are given them.
type givenLiterals map[*ast.Expr]givenAs

// givenAs says how a package is given a literal.
type givenAs uint8

const (
	inObject   givenAs = iota + 1 // in an object, or by a function
	asArgument                    // as it is, or as the base of requests
)

// givenToPackages are the literals that calls of packages are given in objects, or by
// functions.
func givenToPackages(calls []packageCall, values *eval.Program) givenLiterals {
	g := newGiving(values)
	for _, c := range calls {
		for _, arg := range c.call.List {
			vs := values.Eval(arg, c.mod)
			g.add(vs)
			g.whole(vs)
			for i := range arg.Props() {
				if p := &arg.Props()[i]; model.BaseOption.MatchString(p.Key) {
					g.whole(values.Eval(p.Value, c.mod))
				}
			}
		}
	}
	for on, given := range values.Set {
		if isForeign(on) {
			g.whole(given)
			g.add(given)
			for _, name := range model.BaseOptions {
				g.whole(values.Property(given, name))
			}
		}
	}
	return g.all()
}

// whole notes the literals that are arguments, or options named like a base, as they are.
func (g *giving) whole(vs eval.Values) {
	for _, v := range vs {
		if v.Kind == eval.Text && len(v.Parts) == 1 && v.Parts[0].Expr.Text == v.Text {
			g.given[v.Parts[0].Expr] = asArgument
		}
	}
}

// add notes the literals that values are made of, and what else is to be gone through.
func (g *giving) add(vs eval.Values) {
	if len(vs) >= minLarge {
		if g.sets[setOf(vs)] {
			return
		}
		g.sets[setOf(vs)] = true
	}
	for _, v := range vs {
		switch v.Kind {
		case eval.Package, eval.API, eval.Constant:
		case eval.Text:
			for _, p := range v.Parts {
				g.given[p.Expr] = max(g.given[p.Expr], inObject)
			}
		default:
			if !g.seen[v] {
				g.seen[v] = true
				g.objects = append(g.objects, v)
			}
		}
	}
}

// all notes the literals in the values that were added: those of their members and of what they
// return. What is no deeper comes first, since each is looked at once.
func (g *giving) all() givenLiterals {
	for range maxGivenDepth - 1 {
		now := g.objects[g.next:]
		g.next = len(g.objects)
		for _, v := range now {
			if v.Kind == eval.Function {
				g.add(g.values.Returned(v))
			} else {
				g.add(g.values.Read(v, "*"))
			}
		}
	}
	return g.given
}
