package jsonc

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidwall/gjson"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

const (
	// MaxSize is how many bytes of JSON are read.
	MaxSize = 1 << 20
	// MaxLarge is how many bytes ParseLarge reads.
	MaxLarge = 16 << 20
	// MaxDepth is how deep objects and arrays may be nested. gjson has no limit
	// of its own (https://github.com/tidwall/gjson/issues/391), and a walk reads
	// the text once for each level.
	MaxDepth = 128
)

// Parse reads a file. The document is never nil; where the problems leave
// nothing to read, its root does not exist. The spans lie in f, which is not
// changed. Ids: broken-file.json, .full-width, .open-comment, .empty, .utf-8,
// .utf-16, .too-large, .too-deep.
func Parse(f *source.File) (*Document, []*source.Problem) { return parseUpTo(f, MaxSize) }

// ParseLarge is Parse for files that beianlint writes itself, which may be larger.
func ParseLarge(f *source.File) (*Document, []*source.Problem) { return parseUpTo(f, MaxLarge) }

func parseUpTo(f *source.File, limit int) (*Document, []*source.Problem) {
	d := &Document{file: f}
	if p := unfit(f, limit); p != nil {
		return d, []*source.Problem{p}
	}
	b := blank(f.Bytes)
	d.Comments = b.comments
	d.Empty = len(trim(b.text)) == 0 && b.open < 0
	// The encoding goes first: the second byte of a GBK character may be a
	// backslash, and the file looks broken in another way.
	if p := notUTF8(f, b.text); p != nil {
		if check(f, b) == nil {
			d.read(b.text)
		}
		return d, []*source.Problem{p}
	}
	if p := check(f, b); p != nil {
		return d, []*source.Problem{p}
	}
	d.read(b.text)
	return d, nil
}

func (d *Document) read(text []byte) {
	d.text = string(trimEnd(text))
	d.root = d.node(gjson.Parse(d.text))
	d.findHidden()
}

func problem(f *source.File, start, end int, id message.ID, args ...any) *source.Problem {
	return &source.Problem{Span: source.Span{File: f, Start: start, End: end}, Message: id, Args: args}
}

// unfit returns why a file is not even looked at.
func unfit(f *source.File, limit int) *source.Problem {
	switch {
	case len(f.Bytes) > limit:
		return problem(f, 0, 0, "broken-file.too-large", len(f.Bytes), limit)
	case isUTF16(f.Bytes):
		return problem(f, 0, 0, "broken-file.utf-16")
	}
	return nil
}

// isUTF16 knows UTF-16 by its byte order mark, or by the zero byte that the
// first character of any JSON has there (RFC 4627 section 3).
func isUTF16(data []byte) bool {
	if len(data) < 2 {
		return false
	}
	mark := [2]byte(data)
	return mark == [2]byte{0xfe, 0xff} || mark == [2]byte{0xff, 0xfe} || (mark[0] == 0) != (mark[1] == 0)
}

// notUTF8 looks at the blanked text: an odd byte in a comment does no harm.
func notUTF8(f *source.File, text []byte) *source.Problem {
	if utf8.Valid(text) {
		return nil
	}
	i := 0
	for {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return problem(f, i, i+1, "broken-file.utf-8")
		}
		i += n
	}
}

// check returns what keeps a text from being read.
func check(f *source.File, b *blanker) *source.Problem {
	if b.open >= 0 {
		return problem(f, b.open, b.open+len("/*"), "broken-file.open-comment")
	}
	if len(trim(b.text)) == 0 {
		return problem(f, 0, 0, "broken-file.empty")
	}
	if at := tooDeep(b.text); at >= 0 {
		return problem(f, at, at+1, "broken-file.too-deep", MaxDepth)
	}
	if at := breaksAt(b.text); at >= 0 {
		return broken(f, b.text, at)
	}
	return nil
}

// tooDeep returns the offset of the bracket that opens one level too many, or -1.
func tooDeep(text []byte) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			i = stringEnd(text, i) - 1
		case '{', '[':
			if depth++; depth > MaxDepth {
				return i
			}
		case '}', ']':
			depth--
		}
	}
	return -1
}

// breaksAt returns where a text stops being JSON, len(text) when it ends too
// early, or -1 when it is valid. The line break tells an end that comes too
// early from a last byte that is wrong: both have the same Offset.
func breaksAt(text []byte) int {
	if json.Valid(text) {
		return -1
	}
	var raw json.RawMessage
	var syntax *json.SyntaxError
	if errors.As(json.Unmarshal(append(text, '\n'), &raw), &syntax) {
		return min(max(int(syntax.Offset)-1, 0), len(text))
	}
	return 0
}

func broken(f *source.File, text []byte, at int) *source.Problem {
	e := expected(text[:at])
	if at == len(text) {
		return e.unfinished(f, trimEnd(text))
	}
	r, n := utf8.DecodeRune(text[at:])
	plain, full := plainFor(r)
	switch {
	case full:
		return problem(f, at, at+n, "broken-file.full-width", string(r), plain)
	case r == '\n' || r == '\r':
		return problem(f, at, at, "broken-file.json", e.next.Text(), message.EndOfLine())
	}
	return problem(f, at, at+n, "broken-file.json", e.next.Text(), visible(r))
}

// unfinished is the problem of a text that ends too early; the bracket that
// nobody closed is usually what helps.
func (e *expectation) unfinished(f *source.File, text []byte) *source.Problem {
	p := problem(f, len(text), len(text), "broken-file.json", e.next.Text(), message.EndOfFile())
	if n := len(e.open); n > 0 {
		at := e.open[n-1]
		p.Related = []source.Related{{
			Span:    source.Span{File: f, Start: at, End: at + 1},
			Message: "broken-file.opened",
			Args:    []any{string(e.text[at])},
		}}
	}
	return p
}

// visible returns a character in quotes, or its number when it cannot be seen.
func visible(r rune) message.Text {
	s := "“" + string(r) + "”"
	if r == utf8.RuneError || r != ' ' && !unicode.IsGraphic(r) || unicode.IsSpace(r) {
		s = fmt.Sprintf("U+%04X", r)
	}
	return message.Text{EN: s, ZH: s}
}

// plainFor returns the character of JSON that a Chinese keyboard or a word
// processor made another one of.
func plainFor(r rune) (plain string, ok bool) {
	const wide, narrow = "，：｛｝［］【】“”‘’「」＂、；", `,:{}[][]""""""",,`
	i := strings.IndexRune(wide, r)
	if i < 0 || r == utf8.RuneError {
		return "", false
	}
	i = utf8.RuneCountInString(wide[:i])
	return narrow[i : i+1], true
}

func trim(text []byte) []byte    { return bytes.Trim(text, " \t\r\n") }
func trimEnd(text []byte) []byte { return bytes.TrimRight(text, " \t\r\n") }
