package sink

import (
	"bytes"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// Occurrence is a place where a host stands in a file without being contacted.
type Occurrence struct {
	Span   source.Span
	Reason message.ID // "trace.…": why it does not count
}

// The reasons.
const (
	DeadFile      message.ID = "trace.dead-file"
	DeadFunction  message.ID = "trace.dead-function"
	Untaken       message.ID = "trace.untaken"
	OtherPlatform message.ID = "trace.other-platform"
	Comment       message.ID = "trace.comment"
	Shown         message.ID = "trace.shown"
	Unread        message.ID = "trace.unread"
	Unaccounted   message.ID = "trace.unaccounted"
	Unasked       message.ID = "trace.unasked"
)

// Explainer says why a host that stands in a file does not count.
type Explainer struct {
	sources *resolve.Sources
	live    *resolve.Live
	unasked map[*source.File][]source.Span
}

// NewExplainer keeps what it needs of a mini program, and drops what only the
// evaluation needed: a repository can hold a hundred.
func NewExplainer(sources *resolve.Sources, live *resolve.Live, unasked []source.Span) *Explainer {
	sources.Release()
	live.Forget()
	r := &Explainer{sources, live, map[*source.File][]source.Span{}}
	for _, s := range unasked {
		r.unasked[s.File] = append(r.unasked[s.File], s)
	}
	return r
}

// Explain returns the places in the mini program's files at which a host
// stands, in canonical form, but is not contacted, in path order.
func (r *Explainer) Explain(host string, uses []Use) []Occurrence {
	covered := map[*source.File][]source.Span{}
	for _, u := range uses {
		covered[u.Span.File] = append(covered[u.Span.File], u.Span)
	}
	var out []Occurrence
	for _, f := range r.sources.Names().Project.Files {
		for at := range occurrences(f.Bytes, host) {
			s := source.Span{File: f.File, Start: at, End: at + len(host)}
			if !within(covered[f.File], s) {
				out = append(out, Occurrence{s, r.reason(f, s)})
			}
		}
	}
	return out
}

// occurrences gives the offsets at which a host stands by itself.
func occurrences(src []byte, host string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for at := 0; ; {
			i := bytes.Index(src[at:], []byte(host))
			if i < 0 {
				return
			}
			at += i
			if (at == 0 || !inHost(src[at-1])) && (at+len(host) == len(src) || !inHost(src[at+len(host)])) && !yield(at) {
				return
			}
			at += len(host)
		}
	}
}

func inHost(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_'
}

func within(spans []source.Span, s source.Span) bool {
	for _, outer := range spans {
		if outer.Start <= s.Start && s.End <= outer.End {
			return true
		}
	}
	return false
}

func (r *Explainer) reason(f *miniprogram.File, of source.Span) message.ID {
	at := of.Start
	switch {
	case within(r.unasked[of.File], of):
		return Unasked
	case !r.live.Files[f.Name] && f.Kind != miniprogram.Dotenv:
		return DeadFile
	case r.sources.Active(f)[at] != f.Bytes[at]:
		return OtherPlatform
	case r.live.IsUntaken(f.Name, at):
		return Untaken
	case r.live.IsDead(f.Name, at):
		return DeadFunction
	}
	switch f.Kind {
	case miniprogram.Script, miniprogram.Component:
		return r.reasonInScript(f, at)
	case miniprogram.Data, miniprogram.Dotenv:
		return Unread
	case miniprogram.Style:
		return Comment
	}
	return Shown
}

func (r *Explainer) reasonInScript(f *miniprogram.File, at int) message.ID {
	m := r.sources.Module(f.Name)
	switch {
	case m == nil || m.File != f.File:
		return Shown
	case m.IsPruned(at):
		return OtherPlatform
	}
	src := f.Bytes
	if f.Kind == miniprogram.Component {
		src, _ = resolve.ComponentScript(f.Bytes, r.sources.Blocks(f, f.Bytes))
	}
	if src[at] != f.Bytes[at] { // in the template or style of a component
		return Shown
	}
	tokens := lexer.Tokens(src, f.Ext() != "ts" && f.Ext() != "uts", nil)
	for _, t := range tokens {
		if int(t.Start) <= at && at < int(t.End) {
			return r.reasonOfLiteral(m, at)
		}
	}
	if !lexer.AreAll(tokens) && at >= int(tokens[len(tokens)-1].End) {
		return Unaccounted
	}
	return Comment
}

// reasonOfLiteral tells text that is shown or compared from a constant that
// nothing reads.
func (r *Explainer) reasonOfLiteral(m *resolve.Module, at int) message.ID {
	reason := Unread
	b := boundIn(m)
	ast.Walk(m.Tree, func(x *ast.Expr, around []*ast.Expr) {
		if x.Kind == ast.String && int(m.Base+x.Start) <= at && at < int(m.Base+x.End) {
			if _, ok := b.holder(x, around); !ok {
				reason = Shown
			}
		}
	})
	return reason
}
