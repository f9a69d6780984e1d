package jsonc

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// expectation follows a text that is valid as far as it goes, to say what has
// to come next. encoding/json knows where a text breaks, but says so in the
// words of a parser and differently from one Go version to the next.
type expectation struct {
	text []byte // up to the place of the error
	open []int  // offsets of the brackets that are not closed
	next message.Expected
}

// expected returns what the text, cut where it breaks, had to go on with.
func expected(text []byte) *expectation {
	e := &expectation{text: text, next: message.ExpectedValue}
	for i := 0; i < len(text); {
		i = e.token(i)
	}
	return e
}

func (e *expectation) token(i int) int {
	switch c := e.text[i]; {
	case isSpace(c):
	case c == '{' || c == '[':
		e.open = append(e.open, i)
		e.next = message.ExpectedNameOrBrace
		if c == '[' {
			e.next = message.ExpectedValueOrBracket
		}
	case c == '}' || c == ']':
		e.open = e.open[:max(len(e.open)-1, 0)]
		e.next = e.afterValue()
	case c == ':':
		e.next = message.ExpectedValue
	case c == ',':
		e.next = message.ExpectedValue
		if e.inObject() {
			e.next = message.ExpectedName
		}
	case c == '"':
		return e.str(i)
	default:
		return e.word(i)
	}
	return i + 1
}

func (e *expectation) inObject() bool {
	return len(e.open) > 0 && e.text[e.open[len(e.open)-1]] == '{'
}

func (e *expectation) afterValue() message.Expected {
	switch {
	case len(e.open) == 0:
		return message.ExpectedEnd
	case e.inObject():
		return message.ExpectedCommaOrBrace
	}
	return message.ExpectedCommaOrBracket
}

// str passes a string: a name where one was expected, else a value.
func (e *expectation) str(i int) int {
	end := stringEnd(e.text, i)
	switch {
	case end-i < 2 || e.text[end-1] != '"' || escaped(e.text[i:end-1]):
		e.next = message.ExpectedQuote
		if breaksInEscape(e.text[i:]) {
			e.next = message.ExpectedEscape
		}
		return len(e.text)
	case e.next == message.ExpectedName || e.next == message.ExpectedNameOrBrace:
		e.next = message.ExpectedColon
	default:
		e.next = e.afterValue()
	}
	return end
}

// escaped reports whether text ends in a backslash that escapes what follows.
func escaped(text []byte) bool {
	n := len(text)
	for n > 0 && text[n-1] == '\\' {
		n--
	}
	return (len(text)-n)%2 == 1
}

// breaksInEscape reports whether a string ends within an escape sequence.
func breaksInEscape(text []byte) bool {
	if escaped(text) {
		return true
	}
	const hex = len(`\u0000`)
	for n := 2; n < hex && n <= len(text); n++ {
		tail := text[len(text)-n:]
		if tail[0] == '\\' && tail[1] == 'u' && !escaped(text[:len(text)-n]) {
			return true
		}
	}
	return false
}

// word passes a number, true, false or null, or what there is of it.
func (e *expectation) word(i int) int {
	end := i
	for end < len(e.text) && !isSpace(e.text[end]) && strings.IndexByte(`,:{}[]"`, e.text[end]) < 0 {
		end++
	}
	word := string(e.text[i:end])
	switch {
	case end < len(e.text) || slices.Contains([]string{"true", "false", "null"}, word):
		e.next = e.afterValue()
	case strings.IndexByte("tfn", word[0]) >= 0:
		e.next = message.ExpectedLiteral
	case strings.IndexByte("-+.eE", word[len(word)-1]) >= 0:
		e.next = message.ExpectedDigit
	default:
		e.next = e.afterValue()
	}
	return end
}
