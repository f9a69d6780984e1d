package sink

import (
	"slices"
	"sort"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/account"
	"github.com/beianlint/beianlint/lint/usage/eval"
)

// Malformed is the constant address of a network call that no host can be read
// from.
type Malformed struct {
	Flaw     endpoint.Flaw     // "" where it is not known what was meant
	Meant    endpoint.Endpoint // as far as it can be told
	Text     string
	API      string
	Category platform.Category
	Span     source.Span // the literal
	value    *eval.Value
	call     source.Span
}

// unreadable notes the constant addresses of a call that no host can be read
// from. Where the call contacts a host as well, a path is one that a base is put
// in front of. The same large set is noted once. A host without a scheme may be a file
// where the platform takes files as well.
func (r *record) unreadable(vs eval.Values, takesFiles bool, to contact, found bool) {
	if len(vs) >= minLarge {
		answer, _ := r.answerOf(vs, to)
		if answer.unreadable {
			return
		}
		answer.unreadable = true
	}
	for _, v := range vs {
		part, ok := v.First()
		if !ok || v.Kind != eval.Text || v.Text == "" {
			continue
		}
		if _, ok := eval.EndpointOf(v, to.bare); ok {
			continue
		}
		m := Malformed{Text: v.Text, API: to.api, Category: to.category, Span: part.Mod.Span(part.Expr.Start, part.Expr.End), value: v, call: to.place}
		m.Flaw, m.Meant, ok = endpoint.FlawOf(v.Text, !v.Open)
		switch {
		case ok && m.Flaw == endpoint.StrangeScheme && found: // a client's own, which is made another
		case ok && (m.Flaw != endpoint.NoScheme || !takesFiles):
			r.malformed = append(r.malformed, m)
		case !found && !v.Open && endpoint.HostEnd(v.Text) > 0:
			r.unread = append(r.unread, m)
		}
	}
}

// settle drops what is contacted in another form: host in "https://" + host.
func (r *record) settle() {
	used := func(m Malformed) bool {
		return slices.ContainsFunc(m.value.Parts, func(p eval.Part) bool { return r.used[p.Expr] })
	}
	r.malformed = slices.DeleteFunc(r.malformed, used)
	for _, m := range slices.DeleteFunc(r.unread, used) {
		r.missing.Add(account.Row{Reason: account.Call, Message: "account.unreadable-call", Args: []any{m.API, m.Text}, Span: m.call})
	}
	sort.SliceStable(r.malformed, func(i, j int) bool { return source.CompareSpans(r.malformed[i].Span, r.malformed[j].Span) < 0 })
}
