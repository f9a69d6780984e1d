package comment

import (
	"bytes"
	"sort"

	"github.com/beianlint/beianlint/lint/usage/markup"
)

// findHead finds where the comments end that stand above everything else.
func (p *parser) findHead() {
	if bytes.HasPrefix(p.src, []byte("\ufeff")) {
		p.head = len("\ufeff")
	}
	for _, c := range p.comments {
		if c.start != p.head+skipped(p.src[p.head:], " \t\r\n") {
			return
		}
		p.head = c.end
	}
}

func (p *parser) findLines() {
	p.lines = []int{0}
	for at, b := range p.src {
		if b == '\n' {
			p.lines = append(p.lines, at+1)
		}
	}
}

// lineOf returns the index of the line that an offset lies in.
func (p *parser) lineOf(at int) int { return sort.SearchInts(p.lines, at+1) - 1 }

// lineStart returns where a line starts; of one behind the last, the end.
func (p *parser) lineStart(line int) int {
	if line < len(p.lines) {
		return p.lines[line]
	}
	return len(p.src)
}

// nextLine returns the line below an offset in the i-th comment that has more
// than comments on it, and of markup the whole tag that begins there: no comment
// can stand between its attributes.
func (p *parser) nextLine(i, offset int) stretch {
	below := p.lineStart(p.lineOf(offset) + 1)
	at := p.behind(i)
	if at < below { // something else stands behind the comment on its line
		at = below + skipped(p.src[below:], " \t\r\n")
	}
	if at == len(p.src) {
		return stretch{at, at}
	}
	line := p.lineOf(at)
	return stretch{p.lineStart(line), max(p.lineStart(line+1), p.tagEnd(at))}
}

// behind returns the offset of what follows the i-th comment and those below it.
// It is remembered for these: they can be many.
func (p *parser) behind(i int) int {
	if i < p.stacked {
		return p.below
	}
	for p.stacked = i; ; {
		at := p.comments[p.stacked].end
		p.below = at + skipped(p.src[at:], " \t\r\n")
		if p.stacked++; p.stacked == len(p.comments) || p.comments[p.stacked].start != p.below {
			return p.below
		}
	}
}

// tagEnd returns the end of the tag that begins at an offset, or the offset. The
// last one is remembered: many comments can stand above a large tag.
func (p *parser) tagEnd(at int) int {
	if at >= len(p.src) || p.src[at] != '<' {
		return at
	}
	if p.tag.start != at || p.tag.end == 0 {
		p.tag = stretch{at, markup.TagEnd(p.src, at)}
	}
	return p.tag.end
}
