// Package usage finds the endpoints that the code of a mini program contacts:
// with which API, in which category and how surely.
package usage

import (
	"bytes"
	"context"
	"slices"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/account"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/sink"
)

// The table's rows are what package flow finds.
type (
	// Use is one endpoint that the code contacts.
	Use = sink.Use
	// Step is one place on the way from a literal to the call that contacts it.
	Step = eval.Step
	// Certainty says how surely a use contacts its endpoint.
	Certainty = sink.Certainty
)

// TeamCall is a call of which a team says what it contacts.
type TeamCall = model.TeamCall

// Said is what a team says of its code that cannot be read in it.
type Said struct {
	// Env fixes variables of process.env, such as NODE_ENV, whose conditions then count
	// only the branch that is taken.
	Env         map[string]string
	Calls       []TeamCall
	AllBranches bool // conditional compilation leaves nothing out
	EachTarget  bool // uses say for which of several platforms they count
}

// Malformed is the constant address of a network call that no platform takes.
type Malformed = sink.Malformed

// What could not be followed.
type (
	// Account is all that was not followed in a mini program.
	Account = account.List
	// Gap is one thing that was not followed.
	Gap = account.Row
	// Reason says why something was not followed.
	Reason = account.Reason
)

// OpenCall is the reason of a network call whose host is not known.
const OpenCall = account.Call

// LongScript is the message of a gap behind MaxTokens tokens of a script.
const LongScript, MaxTokens = account.LongScript, lexer.MaxTokens

// The certainties.
const (
	Call    = sink.Call
	Literal = sink.Literal
	Dynamic = sink.Dynamic
)

// Occurrence is a place where a host stands without being contacted.
type Occurrence = sink.Occurrence

// Table is what Collect found in one mini program, in path order.
type Table struct {
	Uses    []Use
	Dynamic []Use

	// Malformed are the addresses of network calls that no platform takes.
	Malformed []Malformed
	// NotFollowed is where hosts may be missing.
	NotFollowed Account
	// Called are the team's calls that the code has, by their indexes.
	Called map[int]bool

	explainer *sink.Explainer
}

// Explain returns the places at which a host, in canonical form, stands in the
// mini program's files but is not contacted, with the reason. It reads the
// files again and is not for concurrent use.
func (t Table) Explain(host string) []Occurrence {
	if t.explainer == nil {
		return nil
	}
	found := t.explainer.Explain(host, t.Uses)
	for i := range found {
		if t.isUnaccounted(found[i].Span) {
			found[i].Reason = sink.Unaccounted
		}
	}
	return found
}

// isUnaccounted reports whether a place is that of an address whose way was lost.
func (t Table) isUnaccounted(at source.Span) bool {
	return slices.ContainsFunc(t.NotFollowed, func(g Gap) bool {
		return g.Reason == account.Address && g.Span.File == at.File && g.Span.Start <= at.Start && at.End <= g.Span.End
	})
}

// collect finds the uses of one mini program, for all its platforms at once.
func collect(ctx context.Context, p *miniprogram.Project, said Said) (Table, error) {
	sources := resolve.Open(ctx, p, said.Env)
	if said.AllBranches {
		sources.TakeAll()
	}
	defined := eval.Define(ctx, sources)
	live := defined.Reach()
	program := defined.Link(live)
	found := sink.Collect(sources, live, program, said.Calls)
	if err := context.Cause(ctx); err != nil {
		return Table{}, err
	}
	return Table{
		Uses: found.Uses, Dynamic: found.Dynamic, Malformed: found.Malformed, NotFollowed: found.NotFollowed, Called: found.Called,
		explainer: sink.NewExplainer(sources, live, found.Unasked),
	}, nil
}

// LeftOut returns the first branch that conditional compilation leaves out of a mini
// program, and how many there are.
func LeftOut(p *miniprogram.Project) (first source.Span, n int) { return resolve.LeftOut(p) }

// Relevant is the byte search that rules a file out before its content is
// kept: styles without "//" can name no host. Scripts and markup are kept, since
// any of them may hand on a constant. It may be called concurrently.
func Relevant(kind miniprogram.Kind, name string, data []byte) bool {
	switch kind {
	case miniprogram.Style:
		return bytes.Contains(data, []byte("//")) || slices.ContainsFunc(imports, func(rule []byte) bool { return bytes.Contains(data, rule) })
	case miniprogram.Data:
		return len(data) <= maxData
	}
	return true
}

// imports are the rules by which a style names another one.
var imports = [][]byte{[]byte("@import"), []byte("@use"), []byte("@forward"), []byte("@require")}

// maxData bounds the data files that are kept: larger ones are fixtures.
const maxData = 1 << 20
