package sink

import (
	"iter"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// knownCalls finds the calls of which the team, or the makers of a client, say what
// they contact.
type knownCalls struct {
	rows   []model.KnownCall // the team's first
	team   int               // how many are the team's
	values *eval.Program
	ending map[string][]int // indexes of the rows, by what their names end with
	called map[int]bool     // rows of the team that some call matched
}

func newKnownCalls(team []model.TeamCall, values *eval.Program) *knownCalls {
	k := &knownCalls{team: len(team), values: values, ending: map[string][]int{}, called: map[int]bool{}}
	for _, row := range team {
		k.rows = append(k.rows, model.KnownCall{TeamCall: row})
	}
	k.rows = append(k.rows, model.KnownCalls()...)
	for i := range k.rows {
		last := k.rows[i].Last()
		k.ending[last] = append(k.ending[last], i)
	}
	return k
}

// call notes what a call contacts by the rows about it; false where there is none. A
// client of sockets whose address is not known counts once, whatever its rows; others, as
// loaders, are called in their own code too.
func (k *knownCalls) call(s *scripts, x *ast.Expr, callees eval.Values, m *resolve.Module) (known bool) {
	found, client := false, (*unknownHost)(nil)
	for i := range k.rowsOf(x.L, callees, m) {
		row := &k.rows[i]
		if row.Assigned {
			continue
		}
		known = true
		if i < k.team {
			k.called[i] = true
		}
		arg := eval.Argument(x.List, row.Argument)
		if arg == nil {
			continue
		}
		ok, l := k.contact(s, x, i, arg, m)
		found = found || ok
		switch {
		case ok || l == nil || s.explained(x):
		case i < k.team:
			s.record.lost = append(s.record.lost, *l)
		case row.Option == "" && row.Category == platform.Socket:
			client = l
		}
	}
	if client != nil && !found {
		s.record.lost = append(s.record.lost, *client)
	}
	return known
}

// rowsOf gives the indexes of the rows about what is called or assigned to in a module.
func (k *knownCalls) rowsOf(callee *ast.Expr, callees eval.Values, m *resolve.Module) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !k.mayBeKnown(callee) {
			return
		}
		seen := map[int]bool{}
		for _, name := range k.namesOf(callee, callees, m) {
			for _, i := range k.ending[name[strings.LastIndexAny(name, "./")+1:]] {
				if !seen[i] && k.rows[i].Is(name) {
					seen[i] = true
					if !yield(i) {
						return
					}
				}
			}
		}
	}
}

// mayBeKnown reports whether a callee can have a name that a row ends with: by itself,
// or since it is declared under another one. Most callees cannot.
func (k *knownCalls) mayBeKnown(callee *ast.Expr) bool {
	switch callee.Kind {
	case ast.Member:
		return k.ending[callee.Text] != nil
	case ast.Ident:
		b := callee.Binding()
		return k.ending[callee.Text] != nil || b != nil && slices.ContainsFunc(b.Defs, func(d ast.Def) bool {
			return d.From != "" || len(d.Path) > 0 || d.Value != nil && d.Value.Kind != ast.Function
		})
	case ast.Index:
		return callee.R.Kind == ast.String && k.ending[callee.R.Text] != nil
	}
	return callee.Kind == ast.Call
}

// contact notes what a call contacts that gives an expression to the argument of a row:
// whether a host was found, or else what is lost.
func (k *knownCalls) contact(s *scripts, x *ast.Expr, i int, arg *ast.Expr, m *resolve.Module) (found bool, _ *unknownHost) {
	row := &k.rows[i]
	to := k.destination(row, m.Span(x.L.Start, x.L.End))
	kind, said := row.Kinds.Of[kindOf(eval.Argument(x.List, row.Kinds.Argument))]
	if said {
		to.category = kind
	}
	ask := func() eval.Values { return s.in.values.ReadPath(s.in.values.Eval(arg, m), row.Option) }
	vs := ask()
	if i >= k.team {
		if row.Protocol != "" && isInsecure(s.in.values.Property(s.in.values.Eval(arg, m), row.Protocol)) {
			to.scheme = "ws"
		}
		if row.Kinds.Pictures && !said {
			vs = notePictures(s.record, vs, to)
		}
		vs = vs.Texts()
	}
	found, open := s.record.reaches(vs, to)
	if found || !open {
		return found, nil
	}
	return false, &unknownHost{to: to, ask: ask, open: true}
}

// notePictures notes those of the addresses that end like a picture or a sound, and returns
// the others.
func notePictures(r *record, vs eval.Values, to contact) (others eval.Values) {
	to.category = platform.Media
	for _, v := range vs {
		if v.Kind == eval.Text && isMedia(v.Text) {
			r.reaches(eval.Values{v}, to)
		} else {
			others = append(others, v)
		}
	}
	return others
}

// kindOf is the name or the text by which an argument says what is loaded.
func kindOf(x *ast.Expr) string {
	switch {
	case x == nil:
		return ""
	case x.Kind == ast.String:
		return x.Text
	}
	return ast.NameOf(x)
}

// destination is where what a row is about is contacted.
func (k *knownCalls) destination(row *model.KnownCall, at source.Span) contact {
	to := contact{category: row.Category, api: row.Call, place: at}
	to.bare = row.Host || row.Category == platform.UDP || row.Category == platform.TCP
	if row.Category == platform.Socket {
		to.scheme = "wss"
	}
	return to
}

// isInsecure reports whether all that an option can be are protocols without
// encryption, also those of clients for mini programs.
func isInsecure(protocols eval.Values) bool {
	return len(protocols) > 0 && !slices.ContainsFunc(protocols, func(v *eval.Value) bool {
		url := strings.TrimSuffix(v.Text, ":") + "://"
		if stands, ok := platform.PortedURL(url); ok {
			url = stands
		}
		return url != "ws://"
	})
}

// assigned notes what is assigned to the members of clients: Parse.serverURL = …
func (k *knownCalls) assigned(s *scripts) {
	for i := range k.rows {
		row := &k.rows[i]
		if !row.Assigned {
			continue
		}
		for _, a := range s.in.values.Assigned(row.Last()) {
			member := &ast.Expr{Kind: ast.Member, L: a.Target, Text: row.Last(), Scope: a.Target.Scope}
			if slices.Contains(slices.Collect(k.rowsOf(member, nil, a.Mod)), i) {
				to := k.destination(row, a.Mod.Span(a.Start, a.Start+int32(len(row.Last()))))
				s.record.reaches(s.in.values.Eval(a.Value, a.Mod), to)
			}
		}
	}
}
