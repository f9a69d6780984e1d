package filing

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// section is a run of rows of a table that stand below one header.
type section struct {
	from, rows int // where its header or title begins, and its first row
	title      string
	names      []string // of the columns, as written
	columns    []target
	groups     [][]target // of tables side by side, the columns of each; nil for one table
	kept       bool       // there is no column for the number
	site       bool       // there is one for the number of the site
	starts     []int      // of tables side by side: where each row begins
}

// newSection returns the section below a header.
func newSection(cells []field, columns []target) section {
	s := section{columns: columns, kept: true}
	for _, c := range cells {
		s.names = append(s.names, c.text)
	}
	preferDomains(columns)
	for _, t := range columns {
		s.kept, s.site = s.kept && !t.isNumber(), s.site || t.isSite()
	}
	s.groups = sideBySide(cells, columns)
	return s
}

// preferDomains forgets the columns of addresses where there is one of domains.
func preferDomains(columns []target) {
	if !slices.ContainsFunc(columns, func(t target) bool { return t.domain && !t.weak }) {
		return
	}
	for i, t := range columns {
		if t.weak {
			columns[i] = target{}
		}
	}
}

// sideBySide splits the columns of tables that stand beside each other under the
// same names; nil where there is only one.
func sideBySide(cells []field, columns []target) (groups [][]target) {
	seen, first := map[string]bool{}, 0
	split := func(at int) {
		group := make([]target, len(columns))
		copy(group[first:at], columns[first:at])
		groups, first = append(groups, group), at
	}
	for i, c := range cells {
		if !columns[i].known {
			continue
		}
		name := foldName(c.text)
		if seen[name] && hasDomain(columns[first:i]) {
			split(i)
			clear(seen)
		}
		seen[name] = true
	}
	if split(len(columns)); len(groups) == 1 || !hasDomain(groups[len(groups)-1]) {
		return nil
	}
	return groups
}

func hasDomain(columns []target) bool {
	return slices.ContainsFunc(columns, func(t target) bool { return t.domain })
}

// headerOf returns what the cells of a row stand for, and how many are known: 0
// for a row that is no header, which has a domain or a number in it.
func headerOf(cells []field) (columns []target, known int) {
	columns = make([]target, len(cells))
	for i, c := range cells {
		if isValue(c.text) {
			return nil, 0
		}
		if columns[i] = targetOf(c.text); columns[i].known {
			known++
		}
	}
	return columns, known
}

// isValue reports whether a cell is a domain, an address or a number, which no
// header holds.
func isValue(text string) bool {
	if n, err := ParseNumber(text); err == nil || n.Kind == Police {
		return true
	}
	if !strings.ContainsAny(text, ".。．") || strings.ContainsAny(text, " \n") {
		return false
	}
	host, problem := canonical(strings.TrimRight(text, ",;"))
	return host != "" && problem != "list.single-label" && strings.Contains(host, ".")
}

// belowHeader reports whether a row goes on with a header of several rows: it
// names columns, and nothing stands where the domains do but a name again.
func (s *section) belowHeader(cells []field) bool {
	columns, known := headerOf(cells)
	if known == 0 {
		return false
	}
	for i, t := range s.columns {
		if t.domain && i < len(cells) && cells[i].text != "" && !columns[i].domain {
			return false
		}
	}
	return true
}

// extend takes the names of a further row of the header.
func (s *section) extend(cells []field) {
	columns, _ := headerOf(cells)
	for len(s.columns) < len(columns) {
		s.columns, s.names = append(s.columns, target{}), append(s.names, "")
	}
	for i, t := range columns {
		if t.known && !s.columns[i].known {
			s.columns[i], s.names[i] = t, cells[i].text
		}
	}
	from, names := s.from, s.names
	*s = newSection(nil, s.columns)
	s.from, s.names = from, names
}

// titleOf returns the only text of a row, where that can be the title of what
// follows.
func titleOf(cells []field) string {
	title := ""
	for _, c := range cells {
		switch {
		case c.text == "" || c.text == title:
		case title != "" || isValue(c.text):
			return ""
		default:
			title = c.text
		}
	}
	const longest = 24
	if utf8.RuneCountInString(title) > longest || strings.ContainsAny(strings.TrimRight(title, ":：。"), ":：，。；！？") {
		return "" // a sentence
	}
	return title
}
