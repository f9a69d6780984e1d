package filing

import (
	"iter"

	"github.com/beianlint/beianlint/lint/source"
)

// List is the filed list: one file of filings, or several joined. It is not
// changed after it was read and may be used concurrently.
type List struct {
	parts   []*part
	allowed []string // domains that a project's lists may add, of a shared list
	closed  bool     // and nothing else of a project's lists counts

	overruled map[place]bool // entries that another list contradicts
	contrary  tally[*source.Problem]
}

// Options says what counts as a filing. The zero Options are the default.
type Options struct {
	// CountApps lets the records of apps, mini programs and quick apps (numbers
	// that end in -2A, -3X, -4K) cover the domains that they name.
	CountApps bool
	// Sheet is the only sheet of a workbook that is read, hidden or not; "" for
	// all that are shown.
	Sheet string
	// Explain lets Rows tell what was taken from which column.
	Explain bool
}

// Read reads a filed list with the default options.
func Read(f *source.File) (*List, []*source.Problem) { return Options{}.Read(f) }

// Read reads a filed list in any of its formats, which it recognises from the
// content: the text format, CSV with a header, JSON (an array, or the reply of a
// query), in UTF-8, GB18030 (GBK) or UTF-16; an Excel workbook. The list is never
// nil. Problems whose id begins with "list." mean that it must not be used;
// "filing-number.", "duplicate-filing." and "conflicting-filing." are findings.
// A list without entries is none: Len tells. Their spans are in f, or in a file
// of the same name that holds f's text as UTF-8; of a workbook, in one that has
// a line for each row, named after the sheet where there are several.
func (o Options) Read(f *source.File) (*List, []*source.Problem) {
	bad := &problems{file: f}
	if _, ok := surelyList(f.Bytes); ok && len(f.Bytes) <= MaxSize {
		if p := readPart(document{File: f}, o, bad); !p.damaged {
			return &List{parts: []*part{p}}, bad.all()
		}
		bad = &problems{file: f}
	}
	documents := decode(f, o.Sheet, bad)
	list, all := &List{}, bad.all()
	for _, doc := range documents {
		bad := &problems{file: doc.File}
		if p := readPart(doc, o, bad); p != nil {
			list.parts = append(list.parts, p)
		}
		all = append(all, bad.all()...)
	}
	return list, all
}

// Join returns a list of all entries of the lists. Where two of them name the
// same domain, the earlier list is asked first, unless one says that it is filed
// and the other that it is not. A nil list is an empty one.
func Join(lists ...*List) *List {
	joined := &List{}
	for _, l := range lists {
		if l != nil {
			joined.parts = append(joined.parts, l.parts...)
		}
	}
	joined.settleLists()
	return joined
}

// Len returns how many domains the list has a filing for, a domain that stands
// in several joined lists once for each.
func (l *List) Len() int {
	n := 0
	for _, p := range l.parts {
		n += p.filings
	}
	for at := range l.overruled {
		if p := l.parts[at.part]; !p.detail(&p.entries[at.entry]).rejected {
			n--
		}
	}
	return n
}

// Skipped returns how many records do not count as filings: the ones that
// Rejected returns, and records of apps, which have no domain.
func (l *List) Skipped() int {
	n := 0
	for _, p := range l.parts {
		n += p.skipped
	}
	return n
}

// All yields the filings in the order of the files; of a domain that stands in
// one file twice, the first. Each is read from the text again as it is yielded.
func (l *List) All() iter.Seq[*Filing] {
	return func(yield func(*Filing) bool) {
		for i, p := range l.parts {
			for at := range p.entries {
				e := &p.entries[at]
				if !p.counts(e) || l.overruled[place{i, at}] {
					continue
				}
				if f, _ := p.filing(e); !yield(f) {
					return
				}
			}
		}
	}
}
