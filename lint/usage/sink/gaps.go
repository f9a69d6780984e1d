package sink

import (
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/account"
	"github.com/beianlint/beianlint/lint/usage/eval"
)

// gaps notes what was not read or evaluated to the end.
type gaps struct {
	in     *inputs
	record *record
}

func (g *gaps) all() {
	g.parsed()
	g.bounds()
	g.unread()
}

// unread notes what ships and was not read.
func (g *gaps) unread() {
	bundled := g.bundled()
	for _, u := range g.in.project.Unread {
		if bundled[u.Span] {
			continue
		}
		reason := message.Text{EN: message.English.Message(u.Reason), ZH: message.Chinese.Message(u.Reason)}
		row := account.Row{Reason: account.File, Message: "account.file", Args: []any{source.Relative(u.Name, g.in.project.Root), reason}, Span: u.Span}
		if u.Reason == miniprogram.UnreadMissing {
			row.Reason, row.Message, row.Args = account.Import, "account.import", []any{source.Relative(u.Name, g.in.project.Root)}
		}
		g.record.missing.Add(row)
	}
}

// bundled are the names in calls that load modules of the bundle around them, and so no
// files.
func (g *gaps) bundled() map[source.Span]bool {
	spans := map[source.Span]bool{}
	if len(g.in.project.Unread) == 0 {
		return spans
	}
	for m := range g.in.modules() {
		for _, x := range m.Tree.Calls {
			if g.in.values.IsBundled(x) {
				spans[m.Span(x.List[0].Start, x.List[0].End)] = true
			}
		}
	}
	return spans
}

// limits say which limit was met.
var limits = map[eval.Limit]message.Text{
	eval.Work:  {EN: "the mini program is too intricate", ZH: "这个小程序过于复杂"},
	eval.Count: {EN: "an expression has too many values", ZH: "一个表达式的取值过多"},
	eval.Depth: {EN: "names lead to names too often", ZH: "名称之间的引用层数过多"},
	eval.Size:  {EN: "the expressions of a template are too long", ZH: "模板中的表达式过长"},
}

// bounds notes the limits that the evaluation met.
func (g *gaps) bounds() {
	files := g.in.project.Files
	for _, b := range g.in.values.Bounds() {
		if b.Span.File == nil && len(files) > 0 {
			b.Span.File = files[0].File
		}
		g.record.met(b.Limit, b.Span)
	}
}

// lacksLike notes, once for a place, that addresses like the one of a value may be missing.
func (r *record) lacksLike(v *eval.Value, at source.Span) {
	if v.IsCut() && !r.cut[at] {
		r.cut[at] = true
		r.met(eval.Count, at)
	}
}

// met notes that a limit was met in code from which hosts may be missing.
func (r *record) met(l eval.Limit, at source.Span) { r.bound("account.bound", limits[l], at) }

// bound notes that code was not analysed to its end.
func (r *record) bound(id message.ID, arg any, at source.Span) {
	r.missing.Add(account.Row{Reason: account.Bound, Message: id, Args: []any{arg}, Span: at})
}

// parsed notes the scripts of which a part nests too deep to be read, or has too many
// tokens before it.
func (g *gaps) parsed() {
	for m := range g.in.modules() {
		if x := m.Tree.TooDeep; x != nil {
			g.record.bound("account.bound", nested, m.Span(x.Start, x.End))
		}
		if x := m.Tree.TooLong; x != nil {
			g.record.bound(account.LongScript, source.Relative(m.Name, g.in.project.Root), m.Span(x.Start, x.End))
		}
	}
}

// nested says that the bound of the parser was met.
var nested = message.Text{EN: "code nests too deep", ZH: "代码的嵌套层数过多"}
