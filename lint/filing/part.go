package filing

import (
	"hash/maphash"

	"github.com/beianlint/beianlint/lint/source"
)

// part is one file of a list.
type part struct {
	file    *source.File
	options Options
	text    string // of the file
	format  format
	entries []entry
	index   map[string]int // of the entry of a host that holds
	seed    maphash.Seed   // of the hashes of owners

	filings, skipped int
	local            bool // it is a project's, beside those of an organisation
}

// entry is a domain of the list. What its record says is read from the text when
// it is asked for: of a long list, nearly all is never asked.
type entry struct {
	host       string // canonical
	record     int    // where its record begins
	start, end int    // where the domain stands as it was written
	says       state  // what its record says of it
	rejected   bool   // its record does not count as a filing
	repeated   bool   // another entry of its domain holds
}

// filing reads the entry's record again.
func (p *part) filing(e entry) (*Filing, Reason) {
	var r record
	p.format.read(e.record, &r, nil)
	f := &Filing{Domain: e.host, Span: p.span(e)}
	return f, f.interpret(&r, p, nil)
}

func (p *part) span(e entry) source.Span {
	return source.Span{File: p.file, Start: e.start, End: e.end}
}
