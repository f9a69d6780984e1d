package comment

import (
	"bytes"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// The words that a comment begins with, and what each is about.
const (
	word         = Mark                // what stands on its own line
	wordNextLine = Mark + "-next-line" // what stands on the next line with something on it
	wordFile     = Mark + "-file"      // the whole file; only above everything else in it
)

// line reads a line of the i-th comment:
//
//	WORD RULE[, RULE…] [until=2026-12-31]: REASON
func (p *parser) line(i, start, end int) {
	start += skipped(p.src[start:end], " \t\r/*<!-#")
	end = start + len(bytes.TrimRight(p.src[start:end], " \t\r"))
	first := start + wordLen(p.src[start:end])
	name := string(p.src[start:first])
	if name != word && !strings.HasPrefix(name, word+"-") {
		return // prose
	}
	c := Ignore{Span: p.span(start, end)}
	if !p.takes(1, c.Span) {
		return
	}
	if p.reach(&c, name, i) && p.arguments(&c, first) {
		p.out = append(p.out, c)
	}
}

// takes counts comments and the rules in them, and reports whether they still count.
func (p *parser) takes(n int, at source.Span) bool {
	if p.count <= Max && p.count+n > Max {
		at.End = at.Start + wordLen(at.File.Bytes[at.Start:])
		p.fail(at, "invalid-ignore.many", Max)
	}
	p.count += n
	return p.count <= Max
}

// arguments reads what follows the first word.
func (p *parser) arguments(c *Ignore, at int) bool {
	rest := p.src[at:c.Span.End]
	colon, size := indexColon(rest)
	if colon < 0 || len(bytes.TrimSpace(rest[colon+size:])) == 0 {
		p.fail(c.Span, "invalid-ignore.no-reason")
		return false
	}
	p.words(c, at, at+colon)
	if len(c.Rules) == 0 {
		p.fail(c.Span, "invalid-ignore.no-rule")
		return false
	}
	return p.takes(len(c.Rules)-1, c.Span)
}

// words reads the rules and the day, with commas or blanks between them.
func (p *parser) words(c *Ignore, at, end int) {
	const until = "until="
	for at < end {
		at += skipped(p.src[at:end], " \t,，、")
		n := bytes.IndexAny(p.src[at:end], " \t,，、")
		if n < 0 {
			n = end - at
		}
		switch s := p.span(at, at+n); {
		case n == 0:
		case bytes.HasPrefix(p.src[at:end], []byte(until)):
			s.Start += len(until)
			c.Until = s
		default:
			c.Rules = append(c.Rules, s)
		}
		at += n
	}
}

// indexColon returns the offset and length of the first colon, be it a Chinese
// one, or -1.
func indexColon(b []byte) (at, size int) {
	at, size = bytes.IndexByte(b, ':'), len(":")
	if wide := bytes.Index(b, []byte("：")); wide >= 0 && (at < 0 || wide < at) {
		at, size = wide, len("：")
	}
	return at, size
}

// skipped returns the length of what b starts with of the characters.
func skipped(b []byte, chars string) int { return len(b) - len(bytes.TrimLeft(b, chars)) }

// wordLen returns the length of the word that b starts with.
func wordLen(b []byte) int {
	for i, c := range b {
		if c >= 0x80 || !strings.ContainsRune(letters, rune(c)) {
			return i
		}
	}
	return len(b)
}

const letters = "-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// reach sets what the comment is about, by its first word.
func (p *parser) reach(c *Ignore, name string, i int) bool {
	switch name {
	case word:
		line := p.lineOf(c.Span.Start)
		c.reach = stretch{p.lineStart(line), p.lineStart(line + 1)}
	case wordNextLine:
		c.reach, c.next = p.nextLine(i, c.Span.Start), true
	case wordFile:
		if c.Span.Start >= p.head {
			p.fail(c.Span, "invalid-ignore.not-head")
			return false
		}
		c.reach = stretch{0, len(p.src) + 1}
	default:
		first := c.Span
		first.End = first.Start + len(name)
		p.fail(first, "invalid-ignore.word", name)
		return false
	}
	return true
}
