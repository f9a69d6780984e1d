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
	hosts   []string   // of the entries that are not written as they are
	days    []entryDay // of the entries whose record has one, in their order
	index   index
	seed    maphash.Seed // of the hashes of owners

	filings, skipped int
	local            bool // it is a project's, beside those of an organisation
}

// entry is a domain of the list. What its record says is read from the text when
// it is asked for: of a long list, nearly all is never asked. It has no pointers, so
// that a million of them are nothing to the garbage collector.
type entry struct {
	record     uint32 // where its record begins
	start, end uint32 // where the domain stands as it was written
	host       uint32 // its place in the hosts of the part, and one; 0 if it is written so
	says       state  // what its record says of it
	rejected   bool   // its record does not count as a filing
	repeated   bool   // another entry of its domain holds
}

// hostOf returns the canonical domain of the entry.
func (p *part) hostOf(e *entry) string {
	if e.host > 0 {
		return p.hosts[e.host-1]
	}
	return string(p.data[e.start:e.end])
}

// isOf reports whether the entry is that of a domain.
func (p *part) isOf(e *entry, host string) bool {
	if e.host > 0 {
		return p.hosts[e.host-1] == host
	}
	return string(p.data[e.start:e.end]) == host
}

// filing reads the entry's record again.
func (p *part) filing(e *entry) (*Filing, Reason) {
	var r record
	p.format.read(int(e.record), &r, nil)
	f := &Filing{Domain: p.hostOf(e), Span: p.span(e)}
	return f, f.interpret(&r, p, nil)
}

func (p *part) span(e *entry) source.Span {
	return source.Span{File: p.file, Start: int(e.start), End: int(e.end)}
}
