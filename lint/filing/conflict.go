package filing

import (
	"hash/maphash"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// owner is who a record says that a number belongs to, in hashes: a list of a
// million entries is compared by them.
type owner struct {
	subject, entity uint64
	folded          uint64 // of the entity as foldEntity returns it
	entry           int
}

// mostSubjects bounds the numbers that are compared. A team has a few.
const mostSubjects = 1 << 16

// own remembers who the record's next entry belongs to.
func (x *batch) own(p *part, f *Filing, reason Reason) {
	if f.Entity == "" || f.Number == "" || f.Vendor || reason != NoReason {
		return
	}
	o := owner{maphash.String(p.seed, subjectOf(f.Number)), maphash.String(p.seed, f.Entity), x.last.folded, len(x.entries)}
	if o.entity != x.last.entity { // most rows name the one before
		o.folded = maphash.String(p.seed, foldEntity(f.Entity))
	}
	x.last = o
	x.owners = append(x.owners, o)
}

// subjectOf returns the number of whoever filed, of a number in its normal form:
// the part without the -n of a website.
func subjectOf(number string) string {
	if at := strings.Index(number, sign); at >= 0 {
		return number[:at]
	}
	if at := strings.LastIndexByte(number, '-'); at > strings.IndexByte(number, '-') {
		return number[:at]
	}
	return number
}

// compareOwner reports a number whose subject has another name further up. The records are
// read again only for a problem that is kept: the one further up can be a long one.
func (b *builder) compareOwner(o owner) {
	seen, known := b.owners[o.subject]
	switch {
	case !known && len(b.owners) < mostSubjects:
		b.owners[o.subject] = o
		return
	case !known || seen.entity == o.entity || o.entry >= len(b.entries):
		return
	case seen.folded == o.folded:
		b.owners[o.subject] = o
		return
	}
	b.bad.twice.make(mostProblems, func() *source.Problem {
		f, _ := b.filing(&b.entries[seen.entry])
		g, _ := b.filing(&b.entries[o.entry])
		return &source.Problem{
			Span: g.Span, Message: "conflicting-filing.entities",
			Args:    []any{clip(subjectOf(g.Number) + signOf(g.Number)), clip(f.Entity), clip(g.Entity)},
			Related: []source.Related{{Span: f.Span, Message: "related.first"}},
		}
	})
}

// signOf returns the 号 that subjectOf takes off with what follows it.
func signOf(number string) string {
	if strings.Contains(number, sign) {
		return sign
	}
	return ""
}

// conflicting reports whether two entries of one domain have different numbers;
// the subject's number agrees with that of its website.
func conflicting(a, b string) bool {
	return a != "" && b != "" && a != b && a != subjectOf(b)+signOf(b) && b != subjectOf(a)+signOf(a)
}

// SameEntity reports whether two names are those of one subject, however their
// brackets and blanks are typed.
func SameEntity(a, b string) bool { return a == b || foldEntity(a) == foldEntity(b) }

func foldEntity(s string) string { return strings.ToLower(normalNumber(s)) }

// Conflicts returns, as "conflicting-filing.", the domains to which joined lists
// give different numbers, or which one says are filed and another are not.
func (l *List) Conflicts() []*source.Problem {
	var found tally[*source.Problem]
	for i, p := range l.parts {
		if i == 0 {
			continue
		}
		for at := range p.entries {
			e := &p.entries[at]
			if !p.counts(e) {
				continue
			}
			if first := l.first(i, p.hostOf(e)); first != nil {
				l.compare(first, p, e, &found)
			}
		}
	}
	return slices.Concat(withMore(found, "conflicting-filing.more"), withMore(l.contrary, "conflicting-filing.more-rows"))
}

// first returns what the lists before one say of a domain, nil for nothing.
func (l *List) first(before int, domain string) *Filing {
	for _, p := range l.parts[:before] {
		if i, ok := p.index.find(domain); ok && !p.detail(&p.entries[i]).rejected {
			f, _ := p.filing(&p.entries[i])
			return f
		}
	}
	return nil
}

func (l *List) compare(first *Filing, p *part, e *entry, found *tally[*source.Problem]) {
	f, _ := p.filing(e)
	if !conflicting(first.Number, f.Number) {
		return
	}
	found.add(mostProblems, &source.Problem{
		Span: f.Span, Message: "conflicting-filing.lists", Args: []any{clip(f.Span.Text()), clip(first.Number), clip(f.Number)},
		Related: []source.Related{{Span: first.Span, Message: "related.first"}},
	})
}

// settleLists decides between the lists where one says that a domain is filed and
// another that it is not.
func (l *List) settleLists() {
	l.overruled = map[place]bool{}
	l.contrary = tally[*source.Problem]{}
	for i, p := range l.parts {
		if i == 0 {
			continue
		}
		for at := range p.entries {
			e := &p.entries[at]
			if e.repeated || p.detail(e).says == noState {
				continue
			}
			if holds, _ := p.index.find(p.hostOf(e)); holds == at {
				l.settleEntry(place{i, at}, e)
			}
		}
	}
}

// settleEntry holds an entry against those of the lists before.
func (l *List) settleEntry(at place, e *entry) {
	domain, says := l.parts[at.part].hostOf(e), l.parts[at.part].detail(e).says
	for j, p := range l.parts[:at.part] {
		i, ok := p.index.find(domain)
		first := place{j, i}
		if !ok || !contradicts(p.detail(&p.entries[i]).says, says) || l.overruled[first] || l.overruled[at] {
			continue
		}
		if l.closed && l.parts[at.part].local && !p.local {
			l.overruled[at] = true
			continue
		}
		l.contrary.make(mostProblems, func() *source.Problem {
			f, _ := p.filing(&p.entries[i])
			g, _ := l.parts[at.part].filing(e)
			return contradiction(f, g)
		})
		if stands(p.dayOf(i), l.parts[at.part].dayOf(at.entry), says) {
			l.overruled[first] = true
		} else {
			l.overruled[at] = true
		}
	}
}
