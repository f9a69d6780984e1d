// Package dotenv reads the variables of .env files in place.
package dotenv

import (
	"bytes"
	"iter"
)

// Variable is one variable of a dotenv file, in place.
type Variable struct {
	Key        string
	Start, End int  // of the value in bytes, without quotes; equal when it is empty
	Quoted     bool // quotes stand at Start-1 and End
}

// Variables gives the variables of a dotenv file as the dotenv package reads them
// (https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow):
// KEY=VALUE or KEY: VALUE, after an optional export; a quoted value may span
// lines; a # starts a comment outside quotes. Other lines are passed over. A
// quote that nothing closes is no part of the value.
func Variables(src []byte) iter.Seq[Variable] {
	return func(yield func(Variable) bool) {
		for line := 0; line < len(src); {
			v, next, ok := variable(src, line)
			if ok && !yield(v) {
				return
			}
			line = next
		}
	}
}

// variable reads the variable of the line that starts at the offset, and
// returns where the next line starts.
func variable(src []byte, line int) (v Variable, next int, ok bool) {
	end := lineEnd(src, line)
	start, value, ok := key(src, line, end)
	if !ok {
		return Variable{}, end + 1, false
	}
	v.Key = string(src[start:value])
	v.Start, ok = assignment(src, value, end)
	if !ok {
		return Variable{}, end + 1, false
	}
	if v.Start < end && isQuote(src[v.Start]) {
		v.Start++
		if closing, next := quoted(src, v.Start); closing >= 0 {
			v.End, v.Quoted = closing, true
			return v, next, true
		}
	}
	v.End = bare(src, v.Start, end)
	return v, end + 1, true
}

// key finds the name in a line; false for comments, blanks and prose.
func key(src []byte, line, end int) (start, stop int, ok bool) {
	if line == 0 && bytes.HasPrefix(src, []byte("\ufeff")) {
		line = len("\ufeff")
	}
	start = skipBlank(src, line, end)
	if rest := src[start:end]; bytes.HasPrefix(rest, []byte("export ")) || bytes.HasPrefix(rest, []byte("export\t")) {
		start = skipBlank(src, start+len("export "), end)
	}
	for stop = start; stop < end && isKey(src[stop]); stop++ {
	}
	return start, stop, stop > start
}

// assignment returns where the value behind a key and its "=" or ": " starts.
func assignment(src []byte, at, end int) (int, bool) {
	value := skipBlank(src, at, end)
	switch {
	case value < end && src[value] == '=':
		return skipBlank(src, value+1, end), true
	case at+1 < end && src[at] == ':' && isBlank(src[at+1]):
		return skipBlank(src, at+1, end), true
	}
	return 0, false
}

// quoted returns the offset of the quote that closes the value opened before
// start, and the next line; -1 unless only a comment follows the quote.
func quoted(src []byte, start int) (closing, next int) {
	for from := start; ; {
		i := bytes.IndexByte(src[from:], src[start-1])
		if i < 0 {
			return -1, 0
		}
		closing, from = from+i, from+i+1
		if escaped(src[start:closing]) {
			continue
		}
		end := lineEnd(src, from)
		if rest := skipBlank(src, from, end); rest < end && src[rest] != '#' {
			return -1, 0
		}
		return closing, end + 1
	}
}

// bare returns the end of a value without quotes: its comment or its line.
func bare(src []byte, start, end int) int {
	if i := bytes.IndexByte(src[start:end], '#'); i >= 0 {
		end = start + i
	}
	return start + len(bytes.TrimRight(src[start:end], " \t\r\n\f"))
}

// lineEnd returns the offset of the end of the line, before its "\r\n" or "\n".
func lineEnd(src []byte, from int) int {
	if i := bytes.IndexByte(src[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(src)
}

func skipBlank(src []byte, from, end int) int {
	for from < end && isBlank(src[from]) {
		from++
	}
	return from
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }

func isQuote(c byte) bool { return c == '"' || c == '\'' || c == '`' }

func isKey(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c == '-' || c == '.'
}

// escaped reports whether the byte behind b is escaped: an odd run of
// backslashes ends b.
func escaped(b []byte) bool {
	return (len(b)-len(bytes.TrimRight(b, `\`)))%2 == 1
}
