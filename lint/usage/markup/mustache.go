package markup

import (
	"bytes"
	"iter"
)

// Mustache gives the inner expression of every {{ expression }} in
// src[start:end], as offsets into src. Braces and strings inside an expression
// are balanced where that is possible: {{ {a: 1} }} and {{ '}}' }} are one each.
func Mustache(src []byte, start, end int) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		m := mustaches{src: src[:end]}
		for at := start; ; {
			open := bytes.Index(m.src[at:], []byte("{{"))
			if open < 0 {
				return
			}
			at += open + 2
			inner := m.close(at)
			if inner < 0 || !yield(at, inner) {
				return
			}
			at = inner + 2
		}
	}
}

// mustaches finds the ends of expressions.
type mustaches struct {
	src   []byte
	plain bool // something was found not to balance: the first "}}" ends them all
}

// close returns the offset of the "}}" that closes an expression, or -1.
func (m *mustaches) close(at int) int {
	if !m.plain {
		if end := m.balance(at); end >= 0 {
			return end
		}
		m.plain = true
	}
	if i := bytes.Index(m.src[at:], []byte("}}")); i >= 0 {
		return at + i
	}
	return -1
}

func (m *mustaches) balance(at int) int {
	depth := 0
	for i := at; i < len(m.src); i++ {
		switch c := m.src[i]; c {
		case '{':
			depth++
		case '}':
			if depth == 0 && i+1 < len(m.src) && m.src[i+1] == '}' {
				return i
			}
			depth = max(depth-1, 0)
		case '"', '\'', '`':
			if i = stringEnd(m.src, i); i < 0 {
				return -1
			}
		}
	}
	return -1
}

// stringEnd returns the offset of the quote that closes the string opened at
// i, or -1.
func stringEnd(src []byte, i int) int {
	for j := i + 1; j < len(src); j++ {
		switch src[j] {
		case src[i]:
			return j
		case '\\':
			j++
		}
	}
	return -1
}
