package filing

import (
	"hash/maphash"

	"github.com/beianlint/beianlint/lint/source"
)

// part is one file of a list.
type part struct {
	file    *source.File
	options Options
	data    []byte // of the file
	format  format
	entries []entry
	details []detail   // of the entries that are no plain lines
	hosts   []string   // of those that are not written as they are
	days    []entryDay // of the entries whose record has one, in their order
	index   index
	seed    maphash.Seed // of the hashes of owners

	filings, skipped int
	damaged          bool // a line of its text is not UTF-8
	local            bool // it is a project's, beside those of an organisation
}

// entry is a domain of the list. It has no pointers, so that a million of them are nothing
// to the garbage collector, and of a plain line, as nearly all of a long list are, it is all
// that is kept.
type entry struct {
	at       uint32 // where the plain line begins; of another record, its place in the details
	length   uint8  // of the domain that the plain line begins with; 0 of another record
	repeated bool   // another entry of its domain holds
}

// detail is where an entry stands and what it says. What else its record says is read from
// the text when it is asked for: of a long list, nearly all is never asked.
type detail struct {
	record     uint32 // where its record begins
	start, end uint32 // where the domain stands as it was written
	host       uint32 // its place in the hosts of the part, and one; 0 if it is written so
	says       state  // what its record says of it
	rejected   bool   // its record does not count as a filing
}

func (p *part) detail(e *entry) detail {
	if e.length == 0 {
		return p.details[e.at]
	}
	return detail{record: e.at, start: e.at, end: e.at + uint32(e.length), says: filedState}
}

// counts reports whether the entry is a filing: no other one of its domain holds.
func (p *part) counts(e *entry) bool { return !e.repeated && !p.detail(e).rejected }

// hostOf returns the canonical domain of the entry.
func (p *part) hostOf(e *entry) string {
	d := p.detail(e)
	if d.host > 0 {
		return p.hosts[d.host-1]
	}
	return string(p.data[d.start:d.end])
}

// isOf reports whether the entry is that of a domain.
func (p *part) isOf(e *entry, host string) bool {
	d := p.detail(e)
	if d.host > 0 {
		return p.hosts[d.host-1] == host
	}
	return string(p.data[d.start:d.end]) == host
}

// filing reads the entry's record again.
func (p *part) filing(e *entry) (*Filing, Reason) {
	var r record
	p.format.read(int(p.detail(e).record), &r, nil)
	f := &Filing{Domain: p.hostOf(e), Span: p.span(e)}
	return f, f.interpret(&r, p, nil)
}

func (p *part) span(e *entry) source.Span {
	d := p.detail(e)
	return source.Span{File: p.file, Start: int(d.start), End: int(d.end)}
}
