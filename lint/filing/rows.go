package filing

import (
	"iter"

	"github.com/beianlint/beianlint/lint/source"
)

// Row is what a file says of one domain, or a record of a file without a domain.
type Row struct {
	// Filing has a Domain only if that can be filed, and a Number that is not
	// one as it was written.
	Filing
	// Reason says why the row does not count as a filing.
	Reason Reason
	// Problem is what is wrong with the row, nil when nothing is. With one whose
	// id begins with "list." the row cannot be used.
	Problem *source.Problem
	// Address is true where the domain is the host of an address with a path.
	Address bool
	// Taken is what was taken from which column, if Options.Explain asks for it.
	Taken []Taken
}

// Rows reads a file as Read does, and yields what it says row by row, those
// that do not count too. The problems are those of the file as a whole; with one
// whose id begins with "list." it has no rows.
func (o Options) Rows(f *source.File) (iter.Seq[*Row], []*source.Problem) {
	bad := &problems{file: f}
	var parts []*part
	var begins []int
	for _, doc := range decode(f, o.Sheet, bad) {
		p := &part{file: doc.File, options: o, data: doc.Bytes}
		at := 0
		bad.file = doc.File
		if p.format, at = recogniseLong(doc, bad); p.format != nil {
			parts, begins = append(parts, p), append(begins, at)
		}
	}
	if bad.fatal.count > 0 {
		return func(func(*Row) bool) {}, bad.all()
	}
	notes := bad.all()
	return func(yield func(*Row) bool) {
		for i, p := range parts {
			if !p.rows(begins[i], yield) {
				return
			}
		}
	}, notes
}

// rows yields the rows of a file from a place on.
func (p *part) rows(at int, yield func(*Row) bool) bool {
	var r record
	if p.options.Explain {
		r.names = &names{}
	}
	for more := true; more; {
		bad := p.problems()
		r.start = len(p.data)
		if at, more = p.format.read(at, &r, bad); !more {
			r = record{start: len(p.data), names: r.names}
		}
		skipped, own := bad.before(r.start)
		for _, pr := range skipped {
			if !yield(&Row{Filing: Filing{Span: pr.Span}, Reason: NoDomain, Problem: pr}) {
				return false
			}
		}
		if more && !p.yieldRecord(&r, own, yield) {
			return false
		}
	}
	return true
}

// problems returns a place for the problems of the part.
func (p *part) problems() *problems {
	_, text := p.format.(textList)
	return &problems{file: p.file, table: !text}
}

// before returns the problems with what was skipped on the way to a record, and
// those with the record.
func (p *problems) before(record int) (skipped []*source.Problem, own *problems) {
	own = &problems{file: p.file, table: p.table}
	for _, pr := range p.fatal.kept {
		if pr.Span.Start < record {
			skipped = append(skipped, pr)
		} else {
			own.fatal.add(mostProblems, pr)
		}
	}
	return skipped, own
}

// yieldRecord yields a row for each domain of the record.
func (p *part) yieldRecord(r *record, bad *problems, yield func(*Row) bool) bool {
	row := &Row{}
	row.Reason = row.interpret(r, p, bad)
	row.Problem = bad.first()
	if len(r.domains) == 0 {
		row.Reason, row.Span = NoDomain, source.Span{File: p.file, Start: r.start, End: r.start}
		row.explain(r, field{}, p)
		return yield(row)
	}
	for _, d := range r.domains {
		wrong := p.problems()
		one := *row
		host, ok := checkDomain(d, r.table, wrong)
		if ok {
			one.Domain = host
		} else {
			one.Problem = wrong.first()
		}
		one.Address = r.table && one.Domain != "" && !isPlain(d.text) && isAddress(d.text)
		one.explain(r, d, p)
		one.Span = source.Span{File: p.file, Start: d.start, End: d.end}
		if !yield(&one) {
			return false
		}
	}
	return true
}

// explain fills in what was taken from the record, and its domain, for who asks.
func (row *Row) explain(r *record, d field, p *part) {
	if p.options.Explain {
		row.Taken = takenFrom(&row.Filing, r, d, row.Domain, p.problems())
	}
}

// first returns the gravest problem, nil when there is none.
func (p *problems) first() *source.Problem {
	if len(p.fatal.kept) > 0 {
		return p.fatal.kept[0]
	}
	if found := append(p.statusFinding(), p.numbersFinding(p.numbers, "filing-number.several")...); len(found) > 0 {
		return found[0]
	}
	return nil
}
