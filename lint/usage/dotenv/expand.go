package dotenv

import "strings"

// Part is a piece of a value: text, or a variable that its value is put in for.
type Part struct {
	Start, End int    // bytes of the file that the text stands in
	Name       string // of the variable, "" for text
	// Default takes the variable's place where it is unset or empty; Alternative where
	// it is not: ${NAME:-default}, ${NAME:+alternative}.
	Default, Alternative []Part
}

// maxNesting bounds how deep defaults stand in each other.
const maxNesting = 16

// Expand splits a value into its parts as dotenv-expand reads them
// (https://github.com/motdotla/dotenv-expand): $NAME, ${NAME}, ${NAME:-default} and
// ${NAME-default}; a backslash before the $ makes it text.
func Expand(src []byte, v Variable) []Part { return expand(src, v.Start, v.End, 0) }

func expand(src []byte, start, end, depth int) (parts []Part) {
	text := start
	flush := func(until int) {
		if text < until {
			parts = append(parts, Part{Start: text, End: until})
		}
	}
	for i := start; i < end; i++ {
		if src[i] != '$' {
			continue
		}
		if i > start && src[i-1] == '\\' {
			flush(i - 1)
			text = i
			continue
		}
		if p, next, ok := reference(src, i, end, depth); ok {
			flush(i)
			parts = append(parts, p)
			text, i = next, next-1
		}
	}
	flush(end)
	return parts
}

// reference reads the variable whose $ stands at i.
func reference(src []byte, i, end, depth int) (p Part, next int, ok bool) {
	braced := i+1 < end && src[i+1] == '{'
	at := i + 1
	if braced {
		at++
	}
	stop := at
	for stop < end && (isKey(src[stop]) && src[stop] != '-' && src[stop] != '.') {
		stop++
	}
	p = Part{Start: i, Name: string(src[at:stop])}
	if p.Name == "" || !braced && '0' <= src[at] && src[at] <= '9' || depth > maxNesting {
		return p, 0, false
	}
	if !braced {
		p.End = stop
		return p, stop, true
	}
	closing := closingBrace(src, stop, end)
	if closing < 0 {
		return p, 0, false
	}
	p.End = closing + 1
	rest := strings.TrimPrefix(string(src[stop:closing]), ":")
	from := closing - len(rest) + 1
	switch {
	case rest == "":
	case rest[0] == '-':
		p.Default = expand(src, from, closing, depth+1)
	case rest[0] == '+':
		p.Alternative = expand(src, from, closing, depth+1)
	default:
		return p, 0, false
	}
	return p, p.End, true
}

// closingBrace returns the offset of the brace that closes one opened before from, -1
// if there is none.
func closingBrace(src []byte, from, end int) int {
	for i, open := from, 1; i < end; i++ {
		switch src[i] {
		case '{':
			open++
		case '}':
			if open--; open == 0 {
				return i
			}
		}
	}
	return -1
}
