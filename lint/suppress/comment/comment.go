// Package comment reads the comments with which a team says, in a source, which
// findings there it lives with:
//
//	wx.request({ url: 'https://…' }) // beianlint-ignore unfiled-domain: filed on Monday
//	// beianlint-ignore-next-line unfiled-domain, insecure-scheme until=2026-12-31: moves in May
//	/* beianlint-ignore-file dynamic-host: a proxy for tests */
//
// What rules there are, and whether a comment silences anything, it does not know.
package comment

import (
	"bytes"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Mark is what a file must hold to have a comment for beianlint.
const Mark = "beianlint-ignore"

// Max is how many comments of one file count, and rules in them: each of them
// costs time for each finding there.
const Max = 1000

// Ignore is one comment that can count: it has a rule and a reason.
type Ignore struct {
	Span  source.Span   // from its first word to the end of the reason
	Rules []source.Span // ids, as written
	Until source.Span   // the day behind until=; no File where there is none

	reach stretch
	next  bool // the reach begins behind the comment, and so must what is silenced
}

// Covers reports whether a comment is about what stands there.
func (c *Ignore) Covers(s source.Span) bool {
	starts := s.Start >= c.reach.start && s.Start < c.reach.end
	ends := s.End > c.reach.start && s.End <= c.reach.end
	return starts || ends && !c.next
}

// Read returns the comments for beianlint that a file holds, and what is wrong
// with others, which silence nothing: ids begin with "invalid-ignore.". A file
// without Mark costs a search for it.
func Read(f *source.File) ([]Ignore, []*source.Problem) {
	if !bytes.Contains(f.Bytes, []byte(Mark)) {
		return nil, nil
	}
	p := parser{file: f, src: f.Bytes, comments: comments(f.Name, f.Bytes)}
	p.findHead()
	p.findLines()
	for i := range p.comments {
		p.comment(i)
	}
	return p.out, p.problems
}

// parser reads the comments of one file.
type parser struct {
	file     *source.File
	src      []byte
	comments []stretch
	head     int   // the comments before this offset stand above everything else
	lines    []int // where they start
	tag      stretch
	stacked  int // the comments before this one stand above
	below    int // this offset, with nothing else between
	count    int // of comments, and of further rules in them

	out      []Ignore
	problems []*source.Problem
}

func (p *parser) fail(s source.Span, id message.ID, args ...any) {
	p.problems = append(p.problems, &source.Problem{Span: s, Message: id, Args: args})
}

// span is a range of the file.
func (p *parser) span(start, end int) source.Span {
	return source.Span{File: p.file, Start: start, End: end}
}

// comment reads one comment, in each of whose lines beianlint can be told something.
func (p *parser) comment(i int) {
	c := p.comments[i]
	if !bytes.Contains(p.src[c.start:c.end], []byte(Mark)) {
		return
	}
	end := c.end - closingLen(p.src[c.start:c.end])
	for at := c.start; at < end; {
		stop := end
		if n := bytes.IndexByte(p.src[at:end], '\n'); n >= 0 {
			stop = at + n
		}
		p.line(i, at, stop)
		at = stop + 1
	}
}

// closingLen returns the length of the mark that closes a comment.
func closingLen(comment []byte) int {
	for _, marks := range [...][2]string{{"/*", "*/"}, {"<!--", "-->"}} {
		open, closing := marks[0], marks[1]
		if len(comment) >= len(open)+len(closing) && bytes.HasPrefix(comment, []byte(open)) && bytes.HasSuffix(comment, []byte(closing)) {
			return len(closing)
		}
	}
	return 0
}
