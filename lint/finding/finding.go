// Package finding holds what a run reports: findings with their severity, their
// places, and what they are known by from one run to the next. It knows no rule
// and no mini program.
package finding

import (
	"cmp"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// Finding is one thing that is wrong. A rule returns it with its Places; the run
// leaves those out that somebody has decided to live with, and sets Span,
// Category and Related from the others.
type Finding struct {
	Rule     string   // id
	Severity Severity // as a rule returns it, the most that this variant is: "" for the rule's own. Never Off in a result
	Message  message.ID
	Args     []any
	Places   []Place           // what helps most first
	Span     source.Span       // of the first place; Span.File is nil where nothing has a place
	Host     string            // canonical; "" when the finding is not about a host
	Category platform.Category // of the first place; "" when it has none
	Project  string            // fs name of the mini program's root; "" for the lists and the config
	Related  []source.Related  // the other places, in order, each with its role; as a rule returns it, further ones

	// Group is what one thing puts right together with this finding, among those of the
	// rule: the domain that a filing is made for, a box of an allowlist; "" for nothing.
	Group string

	Permanent bool // no baseline can hold it

	of   *Finding // that one of a group speaks for, see Groups
	root string   // fs name of the folder that a fingerprint's names are relative to
	nth  int      // of the findings of the same identity
}

// Place is a place of a finding.
type Place struct {
	Span     source.Span
	Category platform.Category
	Message  message.ID // what is wrong just here, where places differ in that
	Args     []any
	Role     message.ID       // what the place is to the finding when it is related
	RoleArgs []any            // of Role
	Calls    []source.Related // from elsewhere, that contact the host
}

// Saying returns the place with a message of its own.
func (p Place) Saying(id message.ID, args ...any) Place {
	p.Message, p.Args = id, args
	return p
}

func (p *Place) related() source.Related {
	if p.Role == "" {
		return source.Related{Span: p.Span, Message: p.Message, Args: p.Args}
	}
	return source.Related{Span: p.Span, Message: p.Role, Args: p.RoleArgs}
}

// Merge puts the finding at the first of its places, with the others as related
// ones, before what the finding has there already. A place's own message, where
// it has one, becomes the finding's. What else is known of the first place comes
// before the other places.
func (f *Finding) Merge() {
	main := f.Places[0]
	f.Span, f.Category = main.Span, main.Category
	if main.Message != "" {
		f.Message, f.Args = main.Message, main.Args
	}
	related, others := slices.Clone(main.Calls), []source.Related(nil)
	for i := range f.Places[1:] {
		p := &f.Places[1+i]
		if p.Span == main.Span {
			related = append(related, p.Calls...)
		} else {
			others = append(others, p.related())
		}
	}
	f.Related = distinct(slices.Concat(related, others, f.Related))
}

// distinct drops places that were named before.
func distinct(related []source.Related) (out []source.Related) {
	seen := map[source.Span]bool{}
	for _, r := range related {
		if !seen[r.Span] {
			out = append(out, r)
		}
		seen[r.Span] = true
	}
	return out
}

// Sort puts findings in order, without those that are the same as another.
func Sort(list []*Finding) []*Finding {
	slices.SortStableFunc(list, compare)
	return slices.CompactFunc(list, func(a, b *Finding) bool { return compare(a, b) == 0 })
}

// compare orders by file, place, rule and host.
func compare(a, b *Finding) int {
	return cmp.Or(
		source.CompareSpans(a.Span, b.Span),
		strings.Compare(a.Rule, b.Rule),
		strings.Compare(a.Project, b.Project),
		strings.Compare(a.Host, b.Host),
		strings.Compare(string(a.Message), string(b.Message)),
		strings.Compare(string(a.Category), string(b.Category)),
	)
}
