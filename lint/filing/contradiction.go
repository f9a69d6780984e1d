package filing

import (
	"cmp"
	"slices"

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
func stands(first, second day, says state) bool {
	if dated(first, second) {
		return second > first
	}
	return says != filedState
}

// dated reports whether the days of two records decide between them.
func dated(first, second day) bool { return first != 0 && second != 0 && first != second }

// day is a Date as a number: a later one is more, and no day is 0. A record that stands
// against many others is not read again for each of them.
type day uint32

func dayOf(d Date) day { return day(d.Year<<9 | int(d.Month)<<5 | d.Day) }

// entryDay is the day of which the record of an entry speaks.
type entryDay struct {
	entry uint32
	day   day
}

// dayOf returns the day of which the record of an entry speaks, 0 for none.
func (p *part) dayOf(entry int) day {
	at, found := slices.BinarySearchFunc(p.days, uint32(entry), func(d entryDay, entry uint32) int { return cmp.Compare(d.entry, entry) })
	if !found {
		return 0
	}
	return p.days[at].day
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
	if dated(dayOf(newer), dayOf(asOf(second))) {
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
	former, latter := &b.entries[first], &b.entries[again]
	x, y := b.detail(former), b.detail(latter)
	switch {
	case contradicts(x.says, y.says):
		b.bad.contrary.make(mostProblems, func() *source.Problem {
			f, _ := b.filing(former)
			g, _ := b.filing(latter)
			return contradiction(f, g)
		})
		if !stands(b.dayOf(first), b.dayOf(again), y.says) {
			latter.repeated = true
			return first
		}
		former.repeated = true
		return again
	case x.rejected && !y.rejected, x.rejected && y.rejected && x.says == noState && y.says != noState:
		return again
	case !x.rejected && !y.rejected:
		latter.repeated = true
		b.reportRepeated(former, latter)
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
		case stands(dayOf(asOf(&first.Filing)), dayOf(asOf(&row.Filing)), row.says()):
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
