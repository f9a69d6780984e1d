package eval

import (
	"context"

	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// The bounds of the evaluation of one mini program, so that hostile input ends.
const (
	// maxWork bounds the work. A unit takes about a tenth of a microsecond, so that a
	// run which meets the bound takes some four seconds. The largest real program that
	// was seen, the bundle of a game engine of 4 MB, needs four fifths.
	maxWork = 40_000_000
	// perQuestion is what a question costs, and perJoin a text that is made; handing
	// on a value costs 1.
	perQuestion = 16
	perJoin     = 16
	// maxDepth bounds how deep evaluation follows names: more is machine-made code.
	maxDepth = 600
	// perAfresh is the part of the work so far that may be done once more.
	perAfresh = 8
	// leastAgain is what a question may take that is asked afresh, in a small program, too.
	leastAgain = maxWork / 64
	// perAside and leastAside are the same for what is asked only to tell of it.
	perAside   = 16
	leastAside = maxWork / 2048
	// perForgotten is how many answers are gone through for a unit of work.
	perForgotten = 32
	// perLook is how much is done between two looks at the context.
	perLook = 1 << 14
)

// Limit is a bound of the evaluation that a program can meet.
type Limit uint8

// The limits.
const (
	Work  Limit = iota // the whole takes too much work
	Count              // an expression has too many values
	Depth              // names lead to names too often
	Size               // the expressions of a file of markup are too long
	limits
)

// Bound is a place at which a limit was met first: values are missing there.
type Bound struct {
	Limit Limit
	Span  source.Span // no file: everywhere
}

// budget counts work where it is done.
type budget struct {
	ctx context.Context
	// limit is what may be spent by now. Linking leaves some for the sinks, so that
	// they still find what needs no following.
	limit   int
	spent   int
	look    int // at what is spent the context is looked at next
	stopped bool
	met     [limits]bool
	bounds  []Bound
	plain   plainReads // what is read although the work is done
}

func newBudget(ctx context.Context) budget { return budget{ctx: ctx, limit: maxWork, look: perLook} }

// spend counts n units of work.
func (b *budget) spend(n int) {
	b.spent += n
	if b.spent >= b.look {
		b.look = b.spent + perLook
		b.stopped = b.stopped || b.ctx.Err() != nil
	}
}

// over reports whether nothing more may be done.
func (b *budget) over() bool { return b.spent >= b.limit || b.stopped }

// share sets what may be spent by now to so many eighths of all.
func (b *budget) share(eighths int) { b.limit = maxWork / 8 * eighths }

// meet notes that a limit was met: once each, where it was first.
func (b *budget) meet(l Limit, x *ast.Expr, m *resolve.Module) {
	if b.met[l] || b.stopped {
		return
	}
	b.met[l] = true
	bound := Bound{Limit: l}
	if x != nil && m != nil && !isOfLibrary(m) && l != Work { // what says what a library does is in no file
		bound.Span = m.Span(x.Start, x.End)
	}
	b.bounds = append(b.bounds, bound)
}
