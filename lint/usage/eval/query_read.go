package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// parameter is one parameter of a query.
type parameter struct {
	page, name string
	value      *ast.Expr
}

// parameters takes an address apart by what it can be: once as long as that does not
// change.
func (q *queries) parameters(o place) []parameter {
	vs := q.e.eval(o.expr, o.mod, nil)
	if len(vs) == 0 {
		return nil
	}
	key := addressKey{o.expr, &vs[0], len(vs)}
	list, ok := q.e.memo.composed.addresses[key]
	if !ok {
		list = q.parametersOf(vs, o)
		q.e.memo.composed.addresses[key] = list
	}
	return list
}

// addressKey is a set of what an address can be.
type addressKey struct {
	expr  *ast.Expr
	first **Value
	size  int
}

func (q *queries) parametersOf(vs Values, o place) (list []parameter) {
	for _, v := range vs.Texts() {
		text, ok := v.First()
		if !ok || !strings.Contains(v.Text, "?") {
			continue
		}
		whole := &ast.Expr{Kind: ast.String, Text: v.Text, Start: text.Expr.Start, End: text.Expr.End}
		read, _ := parametersIn([]*ast.Expr{whole})
		for _, p := range read {
			at := strings.Index(v.Text, p.name+"="+p.value.Text) + len(p.name+"=")
			value := cutText(v, substring, at, at+len(p.value.Text), false)
			p.value = valued(q.e, Values{value, changedText(value, decoding(""))}, o.expr)
			list = append(list, p)
		}
	}
	return list
}

// parametersIn reads the parameters that pieces of an address are joined to; false where
// some may stand in a piece that is not written out.
func parametersIn(pieces []*ast.Expr) (list []parameter, all bool) {
	var r queryReader
	all = true
	for _, piece := range pieces {
		if piece.Kind == ast.String {
			r.text(piece)
			continue
		}
		switch r.state {
		case inPage:
			r.page, r.anyPage = "", true
		case inName:
			all = false
		case inValue:
			r.value = append(r.value, piece)
		}
	}
	r.emit()
	return slices.Clip(r.list), all
}

// queryReader reads an address from its start to its end.
type queryReader struct {
	state      queryState
	page, name string
	anyPage    bool
	value      []*ast.Expr
	list       []parameter
}

type queryState uint8

const (
	inPage queryState = iota
	inName
	inValue
)

// text reads the next text.
func (r *queryReader) text(piece *ast.Expr) {
	for rest := piece.Text; rest != ""; {
		ends := [...]string{inPage: "?", inName: "=&", inValue: "&"}[r.state]
		i := strings.IndexAny(rest, ends)
		part, end := rest, byte(0)
		if i >= 0 {
			part, end, rest = rest[:i], rest[i], rest[i+1:]
		} else {
			rest = ""
		}
		switch {
		case r.state == inPage && !r.anyPage:
			r.page += part
		case r.state == inName:
			r.name += part
		case r.state == inValue && part != "":
			r.value = append(r.value, &ast.Expr{Kind: ast.String, Text: part, Start: piece.Start, End: piece.End, Scope: piece.Scope})
		}
		switch end {
		case '?':
			r.state = inName
		case '=':
			r.state = inValue
		case '&':
			r.emit()
			r.state, r.name = inName, ""
		}
	}
}

// emit notes the parameter that was read.
func (r *queryReader) emit() {
	if r.state == inValue && r.name != "" && len(r.value) > 0 {
		value := r.value[0]
		if len(r.value) > 1 {
			value = &ast.Expr{Kind: ast.Concat, List: r.value, Start: value.Start, End: r.value[len(r.value)-1].End, Scope: value.Scope}
		}
		r.list = append(r.list, parameter{r.page, r.name, value})
	}
	r.value = nil
}

// decodedToo adds to what is encoded what it is decoded: frameworks do that for a page.
func decodedToo(x *ast.Expr) *ast.Expr {
	var decoded *ast.Expr
	switch {
	case x.Kind == ast.Call && model.Encodes[ast.NameOf(x.L)] && len(x.List) > 0 && x.L.Kind == ast.Ident:
		decoded = x.List[0]
	case x.Kind == ast.String && strings.Contains(x.Text, "%"):
		decoded = &ast.Expr{Kind: x.Kind, Text: Decoded(x.Text), Start: x.Start, End: x.End, Guard: x.Guard} // with answers of its own
	default:
		return x
	}
	return &ast.Expr{Kind: ast.Logical, L: x, R: decoded, Start: x.Start, End: x.End, Scope: x.Scope}
}
