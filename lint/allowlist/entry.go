package allowlist

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

// entry is one text of a list.
type entry struct {
	raw  string
	span source.Span
}

// declare returns the declaration that the entry is in a list.
func (e entry) declare(list *Declaration) *Declaration {
	d := *list
	d.Raw, d.Span = e.raw, e.span
	d.Endpoint, d.Err = endpoint.Parse(e.raw)
	return &d
}

// entries returns the texts of the list under a key: an array of texts or of
// objects with a url or domain, or one text. What is none of these is a
// problem, once a list.
func (r *reader) entries(m *member) (list []entry, ok bool) {
	if m.value.Kind() != jsonc.Array {
		text := textOf(m.value)
		if text.Kind() != jsonc.String {
			r.problem(m.value.Span(), r.wrong, m.key.String())
			return nil, false
		}
		return split(text), true
	}
	reported := false
	m.value.Each(func(_, item jsonc.Node) bool {
		text := textOf(item)
		switch {
		case text.Kind() != jsonc.String && !reported:
			r.problem(item.Span(), r.wrong, m.key.String())
			reported = true
		case text.Kind() != jsonc.String:
		case strings.TrimSpace(text.String()) == "":
			list = append(list, entry{"", text.Span()})
		default:
			list = append(list, split(text)...)
		}
		return true
	})
	return list, true
}

// textOf returns the text of an item: itself, or the url or domain of an object
// (prefetch_dns_domain).
func textOf(n jsonc.Node) jsonc.Node {
	if n.Kind() != jsonc.Object {
		return n
	}
	ms := membersOf(n)
	if url := ms.get("url"); url.Exists() {
		return url
	}
	return ms.get("domain")
}

// split returns the entries of a text, each with its own place when there are
// several and the literal has no escapes, else with the literal's.
func split(n jsonc.Node) (list []entry) {
	text, span := n.String(), n.Span()
	pieces := separate(text)
	plain := len(n.Raw()) == len(text)+len(`""`)
	for _, p := range pieces {
		e := entry{text[p.start:p.end], span}
		if plain && len(pieces) > 1 {
			e.span.Start, e.span.End = span.Start+1+p.start, span.Start+1+p.end
		}
		list = append(list, e)
	}
	return list
}

// piece is a stretch of a text in bytes.
type piece struct{ start, end int }

// separate cuts a text at semicolons, commas (both also full-width) and line
// breaks, and at blanks where everything between them looks like a domain: a
// blank may also be a slip within one entry.
func separate(text string) (pieces []piece) {
	for _, p := range fields(text, piece{0, len(text)}, isSeparator) {
		words := fields(text, p, unicode.IsSpace)
		if len(words) > 1 && !allDomains(text, words) {
			words = []piece{{words[0].start, words[len(words)-1].end}}
		}
		pieces = append(pieces, words...)
	}
	return pieces
}

func isSeparator(r rune) bool { return strings.ContainsRune(";,\r\n；，、", r) }

func allDomains(text string, words []piece) bool {
	for _, w := range words {
		if !looksLikeDomain(text[w.start:w.end]) {
			return false
		}
	}
	return true
}

// fields is strings.FieldsFunc with places.
func fields(text string, in piece, cut func(rune) bool) (pieces []piece) {
	start := -1
	for i := in.start; i < in.end; {
		r, n := utf8.DecodeRuneInString(text[i:in.end])
		switch {
		case cut(r) && start >= 0:
			pieces = append(pieces, piece{start, i})
			start = -1
		case !cut(r) && start < 0:
			start = i
		}
		i += n
	}
	if start >= 0 {
		pieces = append(pieces, piece{start, in.end})
	}
	return pieces
}
