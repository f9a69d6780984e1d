package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// keepComputed leaves the methods in that a module may read by a computed name. Of an
// object of which nothing is known it may read all that it calls.
func (l *lostMethods) keepComputed(m *resolve.Module) {
	r := &computedReads{m: m, called: map[*ast.Expr]bool{}, given: map[*ast.Expr]bool{}, at: map[*ast.Func]*ast.Expr{}}
	r.note(m.Tree)
	ast.Walk(m.Tree, func(x *ast.Expr, around []*ast.Expr) {
		if len(l.left) == 0 || x.Kind != ast.Index || x.R.Kind == ast.Number || r.useOf(x, around) == unusedRead {
			return
		}
		mayRead := func(name string) bool { return (&keys{r, maxKeyLooks}).mayBe(x.R, name) }
		of := l.d.e.eval(x.L, m, nil)
		if len(of) == 0 && r.useOf(x, around) == calledRead && !l.isNone(x.L) {
			l.left = slices.DeleteFunc(l.left, func(c lostMethod) bool { return mayRead(c.name) })
			return
		}
		l.keep(of, mayRead)
	})
}

// computedReads are what becomes of what a module reads by computed names.
type computedReads struct {
	m      *resolve.Module
	called map[*ast.Expr]bool      // what names have that are called
	given  map[*ast.Expr]bool      // what names have, and functions return
	at     map[*ast.Func]*ast.Expr // the calls of functions that are called where they stand
}

// readUse is what becomes of what is read by a computed name.
type readUse uint8

const (
	unusedRead readUse = iota // it is compared, replaced, or copied to the same name
	handedRead
	calledRead
)

// note notes what names have and functions return.
func (r *computedReads) note(t *ast.Tree) {
	for _, b := range t.Bindings {
		for _, d := range b.Defs {
			r.given[d.Value] = true
		}
	}
	for _, f := range t.Funcs {
		for _, x := range f.Returns {
			r.given[x] = true
		}
	}
	for i := range t.Exports {
		r.given[t.Exports[i].Value] = true
	}
	for _, x := range t.Calls {
		callee := calleeOf(x)
		if callee.Kind == ast.Function && (x.L == callee || isHandingOn(x)) {
			r.at[callee.Func()] = x
		}
		if callee.Kind != ast.Ident {
			continue
		}
		if b := callee.Binding(); b != nil {
			for _, d := range b.Defs {
				r.called[d.Value] = true
			}
		}
	}
}

func (r *computedReads) useOf(x *ast.Expr, around []*ast.Expr) readUse {
	if r.called[x] {
		return calledRead
	}
	if r.given[x] {
		return handedRead
	}
	if len(around) == 0 { // a condition
		return unusedRead
	}
	return r.usedBy(x, around[len(around)-1])
}

func (r *computedReads) usedBy(x, by *ast.Expr) readUse {
	switch by.Kind {
	case ast.Call, ast.New:
		if by.L == x {
			return calledRead
		}
	case ast.Member:
		if by.Text == "call" || by.Text == "apply" || by.Text == "bind" {
			return calledRead
		}
		return unusedRead
	case ast.Assign:
		if by.L == x && by.Op == '=' || isCopied(x, by) {
			return unusedRead
		}
	case ast.Index, ast.Not, ast.Binary, ast.Concat, ast.Template:
		return unusedRead
	case ast.Unknown:
		if source := r.m.Tree.Source; strings.HasPrefix(source[min(int(by.Start), len(source)):], "typeof") {
			return unusedRead
		}
	case ast.Logical:
		if by.L == x && by.Op == lexer.And {
			return unusedRead
		}
	case ast.Cond:
		if by.L == x {
			return unusedRead
		}
	}
	return handedRead
}

// isCopied reports whether what is read keeps its name: t[k] = s[k].
func isCopied(x, by *ast.Expr) bool {
	return by.R == x && by.L.Kind == ast.Index && by.L.R.Kind == ast.Ident && x.R.Kind == ast.Ident && by.L.R.Text == x.R.Text
}

// isNone reports whether an expression is no object that the program makes: a name that
// always stands for something which nothing declares, as console, or a property that
// nothing gives a value.
func (l *lostMethods) isNone(x *ast.Expr) bool {
	for depth := 0; x.Kind == ast.Ident && depth < maxFrames; depth++ {
		b := x.Binding()
		if b == nil {
			return true
		}
		if len(b.Defs) != 1 || b.Defs[0].Value == nil || len(b.Defs[0].Path) > 0 || b.Defs[0].Func != nil {
			return false
		}
		x = b.Defs[0].Value
	}
	return x.Kind == ast.Member && l.d.live.IsNeverGiven(x.Text)
}

// keys tells which names a computed one can be.
type keys struct {
	*computedReads
	left int // how many expressions may still be looked at
}

// maxKeyLooks bounds the expressions that are looked at for one computed name.
const maxKeyLooks = 64

// mayBe reports whether a computed name can be the name of a property: as its pieces say that
// are written out, and what all calls give that are seen.
func (k *keys) mayBe(x *ast.Expr, name string) bool {
	if k.left--; k.left < 0 {
		return true
	}
	switch x.Kind {
	case ast.Number: // counted up, it stays one
		return false
	case ast.String:
		return x.Text == name
	case ast.Concat, ast.Template:
		first, last := x.List[0], x.List[len(x.List)-1]
		return (first.Kind != ast.String || strings.HasPrefix(name, first.Text)) && (last.Kind != ast.String || strings.HasSuffix(name, last.Text))
	case ast.Cond:
		return k.mayBe(x.R, name) || k.mayBe(x.C(), name)
	case ast.Logical:
		return k.mayBe(x.L, name) || k.mayBe(x.R, name)
	case ast.Ident:
		b := x.Binding()
		return b == nil || len(b.Defs) == 0 || slices.ContainsFunc(b.Defs, func(d ast.Def) bool {
			switch {
			case len(d.Path) > 0 || d.Rest:
				return true
			case d.Func != nil:
				return k.mayBeGiven(d.Func, d.Param, name)
			}
			return d.Value == nil || k.mayBe(d.Value, name)
		})
	}
	return true
}

// mayBeGiven reports whether a call may give a function the name of a property. All calls are seen
// of one that has no name and is called where it stands, unless it calls arguments.callee.
func (k *keys) mayBeGiven(fn *ast.Func, at int, name string) bool {
	call := k.at[fn]
	if call == nil || fn.Name != "" {
		return true
	}
	if is := calleeOf(call); strings.Contains(k.m.Tree.Source[is.Start:is.End], "callee") {
		return true
	}
	given := call.List
	if isHandingOn(call) {
		given = HandedOn(call)
	}
	if slices.ContainsFunc(given[:min(at+1, len(given))], func(x *ast.Expr) bool { return x.Kind == ast.Spread }) {
		return true
	}
	return at < len(given) && k.mayBe(given[at], name)
}
