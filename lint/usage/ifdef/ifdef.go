// Package ifdef finds the branches of uni-app's conditional compilation, and
// tells which of them are compiled for a platform.
package ifdef

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
)

// Branch is one branch of uni-app's conditional compilation, in place: what
// stands between two directives, without them.
type Branch struct {
	Start, End int    // bytes
	Expr       string // the condition as written: "MP-WEIXIN || H5"
	Not        bool   // the branch is compiled where Expr does not hold: #ifndef, or #else
}

// Branches returns the branches of a source of any kind, in the order of their
// starts, outer before inner: <!-- #ifdef A --> … <!-- #endif --> of markup, and
// /* #ifdef A */ or // #ifdef A of scripts, styles and JSON; with #ifndef, #if
// and #else (https://uniapp.dcloud.net.cn/tutorial/platform.html). The compiler
// works on plain text, so a directive inside a string counts as well; it keeps
// markup's directives apart from the others, so the two may overlap. A branch
// that nothing ends is none.
func Branches(src []byte) []Branch {
	var all []Branch
	var stacks [2][]Branch // open branches of markup comments, of the others
	for d := range directives(src) {
		stack := &stacks[d.family]
		if d.word == "ifdef" || d.word == "if" || d.word == "ifndef" {
			*stack = append(*stack, Branch{Start: d.end, Expr: d.expr, Not: d.word == "ifndef"})
			continue
		}
		if len(*stack) == 0 {
			continue
		}
		top := &(*stack)[len(*stack)-1]
		top.End = d.start
		all = append(all, *top)
		if d.word == "else" {
			*top = Branch{Start: d.end, Expr: top.Expr, Not: !top.Not}
			continue
		}
		*stack = (*stack)[:len(*stack)-1]
	}
	slices.SortStableFunc(all, func(a, b Branch) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return all
}

// directive is one comment of conditional compilation.
type directive struct {
	word       string // ifdef, ifndef, if, else, endif
	expr       string
	start, end int // of the comment
	family     int // 0 markup, 1 others
}

// directiveWords in an order in which no word hides a longer one.
var directiveWords = []string{"ifdef", "ifndef", "endif", "else", "if"}

// directives gives the directives of src.
func directives(src []byte) iter.Seq[directive] {
	return func(yield func(directive) bool) {
		for at, last := 0, 0; ; {
			i := bytes.IndexByte(src[at:], '#')
			if i < 0 {
				return
			}
			at += i + 1
			d, ok := directiveAt(src, last, at)
			if !ok {
				continue
			}
			if !yield(d) {
				return
			}
			at, last = d.end, d.end
		}
	}
}

// directiveAt reads the directive whose '#' stands before at, and whose comment
// starts at last or behind it.
func directiveAt(src []byte, last, at int) (directive, bool) {
	word := directiveWord(src[at:])
	if word == "" {
		return directive{}, false
	}
	start := at - 1
	for start > last && (src[start-1] == ' ' || src[start-1] == '\t') {
		start--
	}
	at += len(word)
	d := directive{word: word, family: 1}
	mark := ""
	switch head := src[last:start]; {
	case bytes.HasSuffix(head, []byte("<!--")):
		d.start, d.family, mark = start-4, 0, "-->"
	case bytes.HasSuffix(head, []byte("/*")):
		d.start, mark = start-2, "*/"
	case bytes.HasSuffix(head, []byte("//")):
		d.start = start - 2
	default:
		return directive{}, false
	}
	length, ok := exprLen(src[at:], mark)
	d.expr = string(bytes.TrimSpace(src[at : at+length]))
	d.end = at + length + len(mark)
	return d, ok
}

// maxExpr bounds a condition in bytes, and with it the depth of its parentheses.
const maxExpr = 256

// exprLen returns the length of the condition that b starts with: up to the
// mark that ends its comment, or up to the end of the line when mark is "".
func exprLen(b []byte, mark string) (int, bool) {
	short := len(b) <= maxExpr
	b = b[:min(len(b), maxExpr)]
	end := bytes.IndexByte(b, '\n')
	if end >= 0 {
		b, short = b[:end], true
	}
	if mark == "" {
		return len(b), short
	}
	end = bytes.Index(b, []byte(mark))
	return max(end, 0), end >= 0
}

// directiveWord returns the directive that b starts with, in any case, or "".
func directiveWord(b []byte) string {
	for _, word := range directiveWords {
		if len(b) < len(word) || !bytes.EqualFold(b[:len(word)], []byte(word)) {
			continue
		}
		if next := b[len(word):]; len(next) == 0 || !isWord(next[0]) {
			return word
		}
	}
	return ""
}

func isWord(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_'
}
