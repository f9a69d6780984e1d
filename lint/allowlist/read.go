package allowlist

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// reader walks one document.
type reader struct {
	main  platform.ID
	kind  Source
	wrong message.ID // of a value that is no list

	out        Allowlist
	recognised bool // a list was met, even if it declares nothing
}

// member is a member of an object with its key folded.
type member struct {
	name       string
	key, value jsonc.Node
}

func newMember(key, value jsonc.Node) *member { return &member{fold(key.String()), key, value} }

type members []*member

func membersOf(n jsonc.Node) (ms members) {
	n.Each(func(key, value jsonc.Node) bool { ms = append(ms, newMember(key, value)); return true })
	return ms
}

func (ms members) get(name string) jsonc.Node {
	for _, m := range ms {
		if m.name == name {
			return m.value
		}
	}
	return jsonc.Node{}
}

// walk reads whatever stands below a value. jsonc bounds the depth.
func (r *reader) walk(n jsonc.Node, s scope) {
	switch n.Kind() {
	case jsonc.Object:
		r.object(n, s)
	case jsonc.Array:
		n.Each(func(_, item jsonc.Node) bool { r.walk(item, s.within("", keys(r.main))); return true })
	}
}

func (r *reader) object(n jsonc.Node, s scope) {
	ms := membersOf(n)
	s = s.at(ms, keys(r.main))
	s.bare = r.holdsBare(ms, s)
	gone := replaced(ms, keys(r.main).preferred)
	for _, m := range ms {
		if !slices.Contains(gone, m.name) {
			r.member(m, s)
		}
	}
	n.Hidden(func(key, value, last jsonc.Node) { r.hidden(newMember(key, value), last, s) })
}

// replaced returns the members, folded, that another member of the object says
// better. A pool that was never published has an empty text in force.
func replaced(ms members, preferred []platform.Preference) (names []string) {
	for _, p := range preferred {
		if n := ms.get(p.Result); n.Exists() && (n.Kind() != jsonc.String || n.String() != "") {
			names = append(names, p.Sources...)
		}
	}
	return names
}

func (r *reader) member(m *member, s scope) {
	known := keys(r.main)
	if b, ok := known.boxes[m.name]; ok {
		r.box(m, b, s)
		return
	}
	if b, ok := bareBoxes[m.name]; ok && s.bare {
		r.box(m, b, s)
		return
	}
	switch {
	case known.refused[m.name] != "":
		r.refused(m, known.refused[m.name])
	case known.skipped[m.name] || r.kind.manifest() && slices.Contains(noMiniProgram, m.name):
	case m.name == "ext" && r.kind.app():
		// Its strings are uses.
	default:
		r.walk(m.value, s.within(m.name, known))
	}
}

// box reads the list under a key.
func (r *reader) box(m *member, b box, s scope) {
	r.recognised = true
	if s.silent || m.value.Kind() == jsonc.Null {
		return
	}
	list, ok := r.entries(m)
	if !ok {
		return
	}
	d := &Declaration{Category: b.category, Platform: b.platform, Pool: b.pool, Key: m.key.Span()}
	if d.Platform == "" {
		d.Platform = s.platform
	}
	for _, e := range list {
		r.out.Declarations = append(r.out.Declarations, e.declare(d))
	}
	if s.partial || d.Platform != r.main || b.single && m.value.Kind() == jsonc.String {
		return
	}
	for _, c := range d.Categories() {
		r.out.know(c)
	}
}

// refused reads a platform's own verdict, which counts in an error answer too.
func (r *reader) refused(m *member, by platform.ID) {
	r.recognised = true
	list, _ := r.entries(m)
	d := &Declaration{Category: platform.Unknown, Platform: by, Key: m.key.Span()}
	for _, e := range list {
		r.out.NoICP = append(r.out.NoICP, e.declare(d))
	}
}

// hidden reports a list that nobody reads because its key stands there twice.
func (r *reader) hidden(m *member, last jsonc.Node, s scope) {
	alone := &reader{main: r.main, kind: r.kind, wrong: r.wrong}
	alone.member(m, s)
	if len(alone.out.Declarations)+len(alone.out.NoICP) == 0 {
		return
	}
	key := m.key.String()
	r.out.Problems = append(r.out.Problems, &source.Problem{
		Span: m.key.Span(), Message: "broken-file.hidden-list", Args: []any{key},
		Related: []source.Related{{Span: last.Span(), Message: "broken-file.hidden-by", Args: []any{key}}},
	})
}

func (r *reader) problem(span source.Span, id message.ID, args ...any) {
	r.out.Problems = append(r.out.Problems, &source.Problem{Span: span, Message: id, Args: args})
}

// holdsBare reports whether the bare keys of an object are boxes: something
// around them says so, and the values are what such a list holds.
func (r *reader) holdsBare(ms members, s scope) bool {
	var sure bool
	switch {
	case r.kind.dedicated() || s.holder == sureHolder:
		sure = true
	case r.kind.app() || s.holder == notHolder && !s.action:
		return false
	default:
		sure = s.action
	}
	domains := 0
	for _, m := range ms {
		if _, ok := bareBoxes[m.name]; !ok {
			continue
		}
		n, ok := countDomains(m.value, r.kind.dedicated())
		if !ok {
			return false
		}
		domains += n
	}
	return sure || domains > 0
}

// countDomains returns how many items of a list look like domains; it is none
// when an item is not even a text. A lone text is a list where textOK says so
// and it names a domain.
func countDomains(n jsonc.Node, textOK bool) (count int, ok bool) {
	if n.Kind() == jsonc.String && textOK {
		for _, e := range split(n) {
			if looksLikeDomain(e.raw) {
				count++
			}
		}
		return count, count > 0
	}
	ok = n.Kind() == jsonc.Array
	n.Each(func(_, item jsonc.Node) bool {
		text := textOf(item)
		if ok = ok && text.Kind() == jsonc.String; ok && looksLikeDomain(text.String()) {
			count++
		}
		return ok
	})
	return count, ok
}

func looksLikeDomain(s string) bool {
	e, _ := endpoint.Parse(s)
	return strings.ContainsAny(e.Host, ".:") || e.Host == "localhost"
}
