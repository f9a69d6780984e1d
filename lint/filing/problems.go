package filing

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// What is kept of the problems of one list: a file that is something else
// altogether must not fill the memory or the screen.
const (
	mostProblems = 100 // of each sort
	mostNumbers  = 20  // places of the one finding about numbers
	longestArg   = 80  // bytes of the file in an argument
)

// problems collects what is wrong with a list. A nil *problems forgets it all:
// a record that is read again has been reported.
type problems struct {
	file    *source.File
	table   bool                   // of a table or JSON: what stands there may be a person's
	fatal   tally[*source.Problem] // list.*: the list cannot be used
	numbers tally[wrongNumber]     // filing-number.*
	vendors tally[wrongNumber]     // filing-number.vendor: what a vendor filed, without its number
	words   tally[field]           // filing-status.*
	twice   tally[*source.Problem] // duplicate-filing.*
	// conflicting-filing.* of what contradicts itself.
	contrary tally[*source.Problem]
	notes    []*source.Problem // filing-status.* of whole sheets
}

// wrongNumber is a problem with a number that has cost no memory yet: a list
// without numbers has a million of them, to be counted.
type wrongNumber struct {
	message message.ID
	at      field
	domain  string
}

// tally keeps the first problems of a sort and counts the others.
type tally[T any] struct {
	count int
	kept  []T
}

func (t *tally[T]) add(most int, p T) {
	if t.count++; len(t.kept) < most {
		t.kept = append(t.kept, p)
	}
}

// make adds a problem that takes some work to be made, which is done if it is kept.
func (t *tally[T]) make(most int, problem func() T) {
	if t.count++; len(t.kept) < most {
		t.kept = append(t.kept, problem())
	}
}

func (t *tally[T]) merge(most int, u tally[T]) {
	t.count += u.count
	t.kept = append(t.kept, u.kept[:min(len(u.kept), most-len(t.kept))]...)
}

// reset forgets all problems and keeps the memory.
func (p *problems) reset(to *problems) {
	*p = problems{
		file: to.file, table: to.table, words: tally[field]{kept: p.words.kept[:0]},
		numbers: tally[wrongNumber]{kept: p.numbers.kept[:0]}, vendors: tally[wrongNumber]{kept: p.vendors.kept[:0]},
	}
}

// merge takes over what a batch found after what is here.
func (p *problems) merge(q *problems) {
	p.fatal.merge(mostProblems, q.fatal)
	p.numbers.merge(mostNumbers, q.numbers)
	p.vendors.merge(mostNumbers, q.vendors)
	p.words.merge(mostNumbers, q.words)
}

// list adds a problem that makes the list unusable.
func (p *problems) list(id message.ID, start, end int, args ...any) {
	if p != nil {
		p.fatal.add(mostProblems, &source.Problem{Span: p.span(start, end), Message: id, Args: args})
	}
}

// number adds a problem with the number of a domain.
func (p *problems) number(id message.ID, at field, domain string) {
	if p != nil {
		p.numbers.add(mostNumbers, wrongNumber{id, at, domain})
	}
}

// vendor adds a domain that its vendor has filed, without the number of that.
func (p *problems) vendor(at field, domain string) {
	if p != nil {
		p.vendors.add(mostNumbers, wrongNumber{"filing-number.vendor", at, domain})
	}
}

// note adds what is said of a sheet.
func (p *problems) note(at source.Span, id message.ID, args ...any) {
	p.notes = append(p.notes, &source.Problem{Span: at, Message: id, Args: args})
}

// status adds a status that is none that is known.
func (p *problems) status(at field) {
	if p != nil {
		p.words.add(mostNumbers, at)
	}
}

func (p *problems) span(start, end int) source.Span {
	return source.Span{File: p.file, Start: start, End: end}
}

// all returns what was found in the order of the file.
func (p *problems) all() []*source.Problem {
	all := slices.Concat(
		withMore(p.fatal, "list.more"),
		p.numbersFinding(p.numbers, "filing-number.several"),
		p.numbersFinding(p.vendors, "filing-number.vendors"),
		p.statusFinding(),
		p.notes,
		withMore(p.twice, "duplicate-filing.more"),
		withMore(p.contrary, "conflicting-filing.more-rows"),
	)
	slices.SortStableFunc(all, func(a, b *source.Problem) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return all
}

// withMore returns the problems kept and, where some were not, one that says how
// many.
func withMore(t tally[*source.Problem], more message.ID) []*source.Problem {
	if t.count == len(t.kept) {
		return t.kept
	}
	last := t.kept[len(t.kept)-1]
	return append(t.kept, &source.Problem{Span: last.Span, Message: more, Args: []any{t.count - len(t.kept)}})
}

// numbersFinding makes one finding of all the numbers that are missing or
// wrong: a list without numbers is one thing to repair, not one a line.
func (p *problems) numbersFinding(numbers tally[wrongNumber], several message.ID) []*source.Problem {
	var found []source.Related
	for _, n := range numbers.kept {
		found = append(found, source.Related{
			Span: p.span(n.at.start, n.at.end), Message: n.message, Args: []any{p.quote(n.domain), p.quote(n.at.text)},
		})
	}
	switch numbers.count {
	case 0:
		return nil
	case 1:
		return []*source.Problem{{Span: found[0].Span, Message: found[0].Message, Args: found[0].Args}}
	}
	return []*source.Problem{{Span: found[0].Span, Message: several, Args: []any{numbers.count}, Related: found}}
}

// statusFinding makes one finding of all the words that are not known: a console
// that has a word of its own has it in many rows.
func (p *problems) statusFinding() []*source.Problem {
	var found []source.Related
	var words []string
	for _, w := range p.words.kept {
		word := clip(w.text)
		if !slices.Contains(words, word) {
			words = append(words, word)
		}
		found = append(found, source.Related{Span: p.span(w.start, w.end), Message: "filing-status.unknown", Args: []any{word}})
	}
	switch p.words.count {
	case 0:
		return nil
	case 1:
		return []*source.Problem{{Span: found[0].Span, Message: found[0].Message, Args: found[0].Args}}
	}
	return []*source.Problem{{
		Span: found[0].Span, Message: "filing-status.several", Args: []any{p.words.count, strings.Join(words, ", ")}, Related: found,
	}}
}

// quote returns text of the file for a sentence. Of a table or of JSON it is only
// what cannot be the name, the telephone or the ID number of a person: a domain,
// something like a number of a filing, a short number or day.
func (p *problems) quote(s string) string {
	if p == nil || !p.table || isPublic(s) {
		return clip(s)
	}
	return "…"
}

// quoteDomain returns a domain for a sentence, up to where another column begins:
// what follows may be anybody's.
func (p *problems) quoteDomain(text string) string {
	if at := strings.IndexAny(text, separators); at > 0 {
		text = text[:at] + "…"
	}
	return p.quote(text)
}

// word returns a status for a sentence: those that are known, and short ones.
func (p *problems) word(text string) string {
	const longest = 24 // bytes: eight characters
	if stateOf(text) != noState || answerOf(text) != noState || len(text) <= longest && !strings.ContainsAny(text, "0123456789@") {
		return clip(text)
	}
	return p.quote(text)
}

// isPublic reports whether a text of a table can be shown to anybody.
func isPublic(s string) bool {
	const longestNumber = 10 // a telephone has eleven digits
	switch {
	case strings.ContainsAny(s, "@"):
		return false
	case holdsAny(s, []string{"ICP", "icp", "备案", "公网安备", "备2", "备1", "备0"}):
		return true
	case strings.ContainsAny(s, ".。．*"), strings.Contains(s, "localhost"):
		return !strings.ContainsAny(s, " \t\n,，;；、|") // one domain or address
	}
	return len(s) <= longestNumber && !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII || unicode.IsLetter(r) && !isHex(r) })
}

func isHex(r rune) bool { return r >= 'a' && r <= 'f' || r >= 'A' && r <= 'F' }

// clip shortens text of the file that goes into a sentence.
func clip(s string) string {
	if len(s) <= longestArg {
		return s
	}
	end := longestArg
	for end > 0 && s[end]&0xc0 == 0x80 { // not in the middle of a character
		end--
	}
	return s[:end] + "…"
}
