package filing

import (
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// statement returns what a record says of its domain: noState where it says
// nothing, because it has no number or another one's.
func statement(reason Reason, pending bool) state {
	switch {
	case reason == NoReason && pending:
		return pendingState
	case reason == NoReason:
		return filedState
	case reason == Revoked:
		return revokedState
	case reason == SaysUnfiled, reason == Restricted, reason == Blacklisted:
		return unfiledState
	}
	return noState
}

// contradicts reports whether of two records of a domain one says that it is filed
// and the other that it is not, or not yet.
func contradicts(a, b state) bool {
	return a != b && a != noState && b != noState && (a == filedState || b == filedState)
}

// stands reports whether the second of two records that contradict each other is
// the one that holds: the newer one where both have a date, or else the one that
// says that the domain is not filed.
func stands(first, second *Filing, says state) bool {
	a, b := asOf(first), asOf(second)
	if !a.IsZero() && !b.IsZero() && a != b {
		return b.Compare(a) > 0
	}
	return says != filedState
}

// dated reports whether the dates of two records decide between them.
func dated(first, second *Filing) bool {
	a, b := asOf(first), asOf(second)
	return !a.IsZero() && !b.IsZero() && a != b
}

// asOf returns the day of which a record speaks.
func asOf(f *Filing) Date {
	if f.Verified.Compare(f.Since) > 0 {
		return f.Verified
	}
	return f.Since
}

// contradiction is the problem of two records that contradict each other.
func contradiction(first, second *Filing) *source.Problem {
	id := message.ID("conflicting-filing.status")
	newer := asOf(first)
	if dated(first, second) {
		id = "conflicting-filing.newer"
		if asOf(second).Compare(newer) > 0 {
			newer = asOf(second)
		}
	}
	return &source.Problem{
		Span: second.Span, Message: id, Args: []any{clip(second.Span.Text()), newer.String()},
		Related: []source.Related{{Span: first.Span, Message: "related.first"}},
	}
}

// settle decides between two entries of a domain of which one may count: it
// returns which of them holds, and reports a contradiction.
func (b *builder) settle(first, again int) (holds int) {
	x, y := &b.entries[first], &b.entries[again]
	switch {
	case contradicts(x.says, y.says):
		f, _ := b.filing(x)
		g, _ := b.filing(y)
		b.bad.contrary.add(mostProblems, contradiction(f, g))
		if !stands(f, g, y.says) {
			y.repeated = true
			return first
		}
		x.repeated = true
		return again
	case x.rejected && !y.rejected, x.rejected && y.rejected && x.says == noState && y.says != noState:
		return again
	case !x.rejected && !y.rejected:
		y.repeated = true
		b.reportRepeated(x, y)
	}
	return first
}

// place is where an entry stands in joined lists.
type place struct{ part, entry int }

// overrule returns the rows that another row of the same domain overrules.
func overrule(rows []*Row) map[*Row]*Row {
	holds, overruled := map[string]*Row{}, map[*Row]*Row{}
	for _, row := range rows {
		first := holds[row.Domain]
		switch {
		case row.Domain == "" || row.says() == noState:
		case first == nil:
			holds[row.Domain] = row
		case !contradicts(first.says(), row.says()):
		case stands(&first.Filing, &row.Filing, row.says()):
			holds[row.Domain], overruled[first] = row, row
		default:
			overruled[row] = first
		}
	}
	return overruled
}

// says returns what a row says of its domain; a row that cannot be used says nothing.
func (row *Row) says() state {
	if row.Problem != nil && row.Problem.Message.Rule() == "list" {
		return noState
	}
	return statement(row.Reason, row.Pending)
}
