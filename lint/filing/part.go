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
	folded  string // canonical domains that are not in the text as they stand
	index   index
	seed    maphash.Seed // of the hashes of owners

	filings, skipped int
	local            bool // it is a project's, beside those of an organisation
}

// entry is a domain of the list in 16 bytes: where its record, its domain as
// written and its canonical form are.
type entry struct {
	record, raw, host uint32
	rawLen            uint16
	hostLen, flags    uint8
}

// What an entry is.
const (
	inFolded uint8 = 1 << iota // host counts in folded, not in the text
	rejected                   // its record does not count as a filing
	repeated                   // its domain stands further up already
)

// host returns the canonical domain of an entry.
func (p *part) host(e entry) string {
	text := p.text
	if e.flags&inFolded != 0 {
		text = p.folded
	}
	return text[e.host:][:e.hostLen]
}

// filing reads the entry's record again.
func (p *part) filing(e entry) (*Filing, Reason) {
	var r record
	p.format.read(int(e.record), &r, nil)
	f := &Filing{Domain: p.host(e), Span: p.span(e)}
	return f, f.interpret(&r, p, nil)
}

func (p *part) span(e entry) source.Span {
	return source.Span{File: p.file, Start: int(e.raw), End: int(e.raw) + int(e.rawLen)}
}
