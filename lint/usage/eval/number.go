package eval

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// numberOf evaluates an expression that is a whole number; false where it is not
// known to be one.
func numberOf(e *Evaluator, x *ast.Expr, m *resolve.Module, f *frame) (int, bool) {
	switch x.Kind {
	case ast.Unknown: // -x
		if len(x.List) == 1 && x.List[0] != nil && int(x.Start) < len(m.Tree.Source) && m.Tree.Source[x.Start] == '-' {
			n, ok := numberOf(e, x.List[0], m, f)
			return -n, ok
		}
		return 0, false
	case ast.Concat:
		sum := 0
		for _, piece := range x.List {
			n, ok := numberOf(e, piece, m, f)
			if !ok {
				return 0, false
			}
			sum += n
		}
		return sum, len(x.List) > 0
	case ast.Binary:
		l, known := numberOf(e, x.L, m, f)
		r, ok := numberOf(e, x.R, m, f)
		return l - r, known && ok && x.Op == '-'
	}
	vs := e.eval(x, m, f)
	if len(vs) != 1 || vs[0].Kind != Constant {
		return 0, false
	}
	n, err := strconv.Atoi(vs[0].Text)
	return n, err == nil
}

// evalIndexOf evaluates text.indexOf(piece) and its like, where both are known.
func evalIndexOf(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) != 1 {
		return nil, false
	}
	find := strings.Index
	if x.L.Text == "lastIndexOf" {
		find = strings.LastIndex
	}
	pieces := c.e.eval(x.List[0], m, f).Texts()
	var out Values
	for _, v := range c.e.eval(x.L.L, m, f).Texts() {
		for _, piece := range pieces {
			at := find(v.Text, piece.Text)
			if v.Open && (at < 0 || x.L.Text == "lastIndexOf") || piece.Open {
				return nil, true
			}
			out = out.Add(&Value{Kind: Constant, Text: strconv.Itoa(at)})
		}
	}
	return out, len(out) > 0
}

// bounds evaluates what slice, substring and substr are given: which bytes of a
// text they take.
type bounds func(length, from, to int) (start, end int)

// sliced are the bounds of slice: negative numbers count from the end.
func sliced(length, from, to int) (start, end int) {
	count := func(n int) int {
		if n < 0 {
			n += length
		}
		return min(max(n, 0), length)
	}
	start, end = count(from), count(to)
	return start, max(start, end)
}

// substring are the bounds of substring, in either order.
func substring(length, from, to int) (start, end int) {
	from, to = min(max(from, 0), length), min(max(to, 0), length)
	return min(from, to), max(from, to)
}

// substr are the bounds of substr: the second is a length.
func substr(length, from, to int) (start, end int) {
	if from < 0 {
		from = max(from+length, 0)
	}
	from = min(from, length)
	return from, min(max(from+to, from), length)
}

// evalCut evaluates methods that take a part of a text. Where it is not known
// which, only of what the text is made is.
func evalCut(take bounds) builtin {
	return func(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
		vs := c.e.eval(x.L.L, m, f).Texts()
		if len(vs) == 0 || len(x.List) == 0 {
			return vs, len(vs) > 0
		}
		from, known := numberOf(c.e, x.List[0], m, f)
		to, whole := 0, len(x.List) == 1
		if n, ok := beforeEnd(x); ok && from == 0 {
			take, to = sliced, n
		} else if !whole {
			n, ok := numberOf(c.e, x.List[1], m, f)
			to, known = n, known && ok
		}
		if !known {
			return lostTexts(vs), true
		}
		var out Values
		for _, v := range vs {
			if from != 0 || to != -1 || whole || !keepsEnd(v, x, m) {
				v = cutText(v, take, from, to, whole)
			}
			out = out.Add(v)
		}
		return out, true
	}
}

// beforeEnd returns where a text is cut, counted from its end: s.substring(0, s.length - 1).
func beforeEnd(x *ast.Expr) (int, bool) {
	if len(x.List) != 2 || x.List[1].Kind != ast.Binary || x.List[1].Op != '-' {
		return 0, false
	}
	of, less := x.List[1].L, x.List[1].R
	if of.Kind != ast.Member || of.Text != "length" || of.L.Kind != ast.Ident || x.L.L.Kind != ast.Ident || of.L.Text != x.L.L.Text || less.Kind != ast.Number {
		return 0, false
	}
	n, err := strconv.Atoi(less.Text)
	return -n, err == nil && n > 0
}

// maxLength is more than a text has.
const maxLength = 1 << 30

// cutText takes a part of a text; whole: up to its end.
func cutText(v *Value, take bounds, from, to int, whole bool) *Value {
	if !isASCII(v.Text) {
		return lostText(v) // counted in other units
	}
	length := len(v.Text)
	if whole {
		to = maxLength
	}
	if v.Open {
		if from < 0 || to < -length {
			return lostText(v) // counted from an end that is not known
		}
		if to < 0 { // what stands before it does so whatever follows
			out := cutText(ended(v), sliced, from, to, false)
			out.Open = true
			return out
		}
		length = maxLength
	}
	start, end := take(length, from, to)
	start = min(start, len(v.Text))
	open := v.Open && end > len(v.Text)
	end = min(end, len(v.Text))
	if open && start >= end {
		return lostText(v)
	}
	out := stretchOf(v, start, end)
	out.Open = open
	return out
}

// stretchOf takes the bytes of a text from start to end.
func stretchOf(v *Value, start, end int) *Value {
	out := v.copy()
	out.setText(v.Text[start:end])
	out.Open = false
	out.Parts = nil
	for i, p := range v.Parts {
		next := len(v.Text)
		if i+1 < len(v.Parts) {
			next = v.Parts[i+1].at
		}
		if next > start && p.at < end {
			out.Parts = append(out.Parts, Part{max(p.at-start, 0), p.Expr, p.Mod})
		}
	}
	return out
}

// ended returns a text as if nothing followed.
func ended(v *Value) *Value {
	v = v.copy()
	v.Open = false
	return v
}

// isASCII reports whether the bytes of a text are counted as its characters are.
func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
}
