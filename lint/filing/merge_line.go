package filing

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/beianlint/beianlint/lint/endpoint"
)

// change puts what a row says anew into the line of its domain.
func (m *merger) change(out *Merged, l *listed) {
	edits := m.numberEdit(out.Row, l)
	for _, k := range rowKeys(out.Row) {
		edits = append(edits, m.keyEdit(k.column, k.value, l)...)
	}
	start := l.record.start
	end := lineEnd(m.text, start)
	out.Listed, out.Outcome = l.filing.Span, Unchanged
	out.Before = strings.TrimSuffix(m.text[start:end], "\r")
	out.After = out.Before
	if len(edits) == 0 {
		return
	}
	out.Outcome, out.After = Changed, applied(out.Before, start, sortedEdits(edits))
	m.edits = append(m.edits, edits...)
}

// applied returns a line with its edits; the line begins at a place of the list.
func applied(line string, start int, edits []edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(line[at : e.start-start])
		b.WriteString(e.text)
		at = e.end - start
	}
	b.WriteString(line[at:])
	return b.String()
}

// numberEdit replaces the number of a line. The number of the subject says less
// than that of one of its websites, which stays.
func (m *merger) numberEdit(row *Row, l *listed) []edit {
	old, _ := ParseNumber(l.filing.Number)
	want := row.Number
	switch {
	case row.Pending:
		want = pendingWord
		if l.filing.Pending {
			return nil
		}
	case want == "", !l.filing.Pending && l.reason == NoReason && (want == old.Text || want == old.Subject && old.Kind == Website):
		return nil
	}
	at := l.record.cols[colNumber]
	if at.text == "" {
		end := l.record.domains[0].end
		return []edit{{end, end, "  " + want}}
	}
	return []edit{{at.start, at.end, want}}
}

// keyEdit sets a key of a line.
func (m *merger) keyEdit(c column, value string, l *listed) []edit {
	at := l.record.cols[c]
	if at.end == 0 {
		end := m.lastWord(l)
		return []edit{{end, end, " " + columnKey(c) + "=" + quoted(value)}}
	}
	if at.text == value {
		return nil
	}
	if m.inQuotes(at) {
		return []edit{{at.start, at.end, value}}
	}
	return []edit{{at.start, at.end, quoted(value)}}
}

// lastWord returns where the last word of a line ends: its comment comes after it.
func (m *merger) lastWord(l *listed) int {
	end := l.record.domains[0].end
	for _, f := range l.record.cols {
		if f.end > 0 && m.inQuotes(f) {
			f.end++
		}
		end = max(end, f.end)
	}
	return end
}

// inQuotes reports whether a value stands between quotes, which are not part of it.
func (m *merger) inQuotes(value field) bool {
	text := m.text
	return text[value.start-1] == '"' && value.end < len(text) && text[value.end] == '"'
}

// key is a key=value of a line.
type key struct {
	column column
	value  string
}

// rowKeys returns what a row says beside its number.
func rowKeys(row *Row) (keys []key) {
	add := func(c column, value string) {
		if value != "" {
			keys = append(keys, key{c, value})
		}
	}
	add(colEntity, cleaned(row.Entity))
	if row.Vendor {
		add(colOwner, "vendor")
	}
	if row.Pending {
		add(colSince, row.Since.String())
		add(colGrace, row.Grace.String())
	}
	add(colUntil, row.Until.String())
	add(colVerified, row.Verified.String())
	return keys
}

// newLine returns the line for a domain that the list does not have.
func newLine(row *Row) string {
	var b strings.Builder
	b.WriteString(row.Domain)
	if row.Pending {
		b.WriteString("  " + pendingWord)
	} else if row.Number != "" {
		b.WriteString("  " + row.Number)
	}
	for _, k := range rowKeys(row) {
		b.WriteString("  " + columnKey(k.column) + "=" + quoted(k.value))
	}
	if name := cleaned(endpoint.Unicode(row.Domain)); name != row.Domain {
		b.WriteString("  # " + name)
	}
	return b.String()
}

// cleaned makes a text of somebody else one that stands on a line, in quotes:
// no controls, no marks that turn the direction of writing, no quotes.
func cleaned(s string) string {
	const longest = 300 // bytes: twice the longest name of a company
	if len(s) > longest {
		return ""
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r):
			return ' '
		case r == '"', r == unicode.ReplacementChar, unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func quoted(value string) string {
	if strings.ContainsAny(value, " #") {
		return `"` + value + `"`
	}
	return value
}

func (m *merger) sorted() []edit { return sortedEdits(m.edits) }

func sortedEdits(edits []edit) []edit {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	return edits
}
