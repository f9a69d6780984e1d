package filing

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/beianlint/beianlint/lint/source"
)

// csvList is a table with a header: RFC 4180 with any of three delimiters. It is
// read here because encoding/csv reads these tables wrongly in either mode: the
// strict one refuses the row of 示例"公司", which people type; the lazy one lets
// a cell such as "example.com"x run on over rows to the next quote with a comma,
// so that domains vanish without a word. Nor does it say where a cell ends.
type csvList struct {
	text     string
	comma    byte
	sheet    string    // what the sheet is called, where that says how its filings stand
	sections []section // by where they begin, at least one
}

// lastHeaderRow is how far down a header may stand: titles come before it.
const lastHeaderRow = 20

// newCSV returns the table whose header stands in the rows from at on, and where
// it begins; ok is false when there is no header. sheet is the name of its sheet.
func newCSV(text string, at int, sheet string, bad *problems) (table *csvList, rows int, ok bool) {
	var header section
	lone, loneEnd := -1, 0
	known := 0
	for _, comma := range []byte{',', ';', '\t'} {
		c := &csvList{text: text, comma: comma}
		s, n, without := c.findHeader(at)
		if n > known {
			table, header, known = c, s, n
		}
		if without >= 0 && lone < 0 {
			lone, loneEnd = without, lineEnd(text, without)
		}
	}
	switch {
	case table != nil:
		if markedState(sheet) > filedState {
			table.sheet = sheet
		}
		table.sections = []section{header}
		if oneLine(text[header.from:lineEnd(text, header.from)], header.from, bad) {
			table.findSections()
		} else {
			table.sections[0].rows = len(text)
		}
		return table, header.from, true
	case lone >= 0:
		bad.list("list.no-domain-column", lone, loneEnd, strings.Join(domainNames(), ", "))
		return &csvList{text: text, comma: ',', sections: []section{{rows: len(text)}}}, len(text), true
	}
	return nil, 0, false
}

// findHeader looks for the header from a place on, and how many of its cells are
// known, 0 for none. headless is where a row names columns but none of the domain,
// -1 for nowhere.
func (c *csvList) findHeader(at int) (header section, known, headless int) {
	without, title := -1, ""
	for row := 0; row < lastHeaderRow && at < len(c.text); row++ {
		start := at
		if c.text[at] == '#' {
			at = lineEnd(c.text, at) + 1
			continue
		}
		var cells []field
		if cells, at = c.cells(at); c.isGarbled(start) {
			continue
		}
		columns, n := headerOf(cells)
		switch {
		case n > 0 && hasDomain(columns):
			header = newSection(cells, columns)
			header.from, header.rows, header.title = start, at, title
			return header, n, -1
		case without < 0 && (n > 1 || n > 0 && row == 0 && len(cells) > 1):
			without = start
		case hasDomainValue(cells):
			return section{}, 0, without // rows have begun
		}
		if text := titleOf(cells); markedState(text) != noState {
			title = text
		}
	}
	return section{}, 0, without
}

// isGarbled reports whether the row at a place has something between a closing
// quote and the delimiter: then that is none.
func (c *csvList) isGarbled(at int) bool {
	bad := &problems{}
	for more := true; more; {
		_, at, more = c.cell(at, bad)
	}
	return slices.ContainsFunc(bad.fatal.kept, func(p *source.Problem) bool { return p.Message == "list.after-quote" })
}

// hasDomainValue reports whether a cell holds a domain.
func hasDomainValue(cells []field) bool {
	return slices.ContainsFunc(cells, func(f field) bool { return strings.Contains(f.text, ".") && isValue(f.text) })
}

// findSections finds the further rows of the header, and the headers and titles
// below it.
func (c *csvList) findSections() {
	s := &c.sections[0]
	at := c.restOfHeader(s)
	var cells []field
	for at < len(c.text) {
		start := at
		if c.text[at] == '#' {
			at = lineEnd(c.text, at) + 1
			continue
		}
		if cells, at = c.appendCells(cells[:0], at); c.isRow(s, cells) {
			if s.groups != nil {
				s.starts = append(s.starts, start)
			}
			continue
		}
		if next, ok := c.sectionAt(start, at, cells, s); ok {
			c.sections = append(c.sections, next)
			s = &c.sections[len(c.sections)-1]
			at = c.restOfHeader(s)
		} else if s.groups != nil {
			s.starts = append(s.starts, start)
		}
	}
}

// restOfHeader takes the further rows of a header and returns where its rows begin.
func (c *csvList) restOfHeader(s *section) int {
	const most = 2
	for range most {
		if s.rows >= len(c.text) {
			break
		}
		cells, next := c.cells(s.rows)
		if !s.belowHeader(cells) {
			break
		}
		title := s.title
		s.extend(cells)
		s.rows, s.title = next, title
	}
	return s.rows
}

// isRow reports whether there is a dot where a section has its domains, as in
// nearly all rows: then a row is no header and no title.
func (c *csvList) isRow(s *section, cells []field) bool {
	for i, t := range s.columns {
		if t.domain && i < len(cells) && strings.IndexByte(cells[i].text, '.') >= 0 {
			return true
		}
	}
	return false
}

// sectionAt returns the section that a row begins: as a header, or as a title that
// says how the filings below it stand.
func (c *csvList) sectionAt(start, next int, cells []field, in *section) (s section, ok bool) {
	columns, known := headerOf(cells)
	if known > 1 && hasDomain(columns) {
		s = newSection(cells, columns)
		s.from, s.rows, s.title = start, next, in.title
		return s, true
	}
	title := titleOf(cells)
	if title == "" || markedState(title) == noState {
		return section{}, false
	}
	s = *in
	s.from, s.rows, s.title, s.starts = start, next, title, nil
	return s, true
}

// mostCells bounds the cells of a row that are looked at: Excel's columns.
const mostCells = 1 << 14

// cells returns the cells of the row at a place, and where the next one begins.
func (c *csvList) cells(at int) (cells []field, next int) { return c.appendCells(nil, at) }

func (c *csvList) appendCells(to []field, at int) (cells []field, next int) {
	for more := true; more; {
		var cell field
		if cell, at, more = c.cell(at, nil); len(to) < mostCells {
			to = append(to, cell)
		}
	}
	return to, at
}

// oneLine reports whether what stands between two line feeds is one line; if not,
// the list has the line ends of an old Macintosh.
func oneLine(text string, at int, bad *problems) bool {
	n := strings.IndexByte(strings.TrimSuffix(text, "\r"), '\r')
	if n >= 0 {
		bad.list("list.carriage-return", at+n, at+n+1)
	}
	return n < 0
}

func (c *csvList) read(at int, r *record, bad *problems) (int, bool) {
	for at < len(c.text) {
		s := c.sectionOf(at)
		if at < s.rows {
			at = s.rows
			continue
		}
		if c.text[at] == '#' {
			at = lineEnd(c.text, at) + 1
			continue
		}
		var found bool
		if at, found = c.readRow(at, s, r, bad); found {
			return at, true
		}
	}
	return at, false
}

// readRow reads the row at a place, or one of several records in it: its start is
// then where the row begins, and one more for each record before it.
func (c *csvList) readRow(at int, s *section, r *record, bad *problems) (next int, found bool) {
	row, columns := at, s.columns
	if i, _ := slices.BinarySearch(s.starts, at+1); i > 0 {
		row = s.starts[i-1]
	}
	for group := at - row; ; group++ {
		if group < len(s.groups) {
			columns = s.groups[group]
		}
		r.reset(row+group, s.kept)
		r.table, r.site, r.section = true, s.site, cmp.Or(c.sheet, s.title)
		next = c.row(row, s, columns, r, bad)
		if further := row + group + 1; group+1 < len(s.groups) && further < next {
			if r.blank() {
				continue
			}
			return further, true
		}
		return next, !r.blank()
	}
}

// sectionOf returns the section that a place is in.
func (c *csvList) sectionOf(at int) *section {
	i := len(c.sections) - 1
	for i > 0 && c.sections[i].from > at {
		i--
	}
	return &c.sections[i]
}

// row reads the cells of one row, those of some columns of a section, and returns
// where the next begins.
func (c *csvList) row(at int, s *section, columns []target, r *record, bad *problems) int {
	more := true
	for i := 0; more; i++ {
		var cell field
		quoted := at < len(c.text) && c.text[at] == '"'
		cell, at, more = c.cell(at, bad)
		switch {
		case !quoted && !oneLine(cell.text, cell.start, bad):
		case cell.text == "" || i >= len(columns) || !columns[i].known:
		case columns[i].domain:
			r.domains = appendPieces(r.domains, cell)
			r.nameDomain(s.names[i])
		default:
			r.setNamed(columns[i].column, cell, s.names[i])
		}
	}
	return at
}

// blank reports whether the record says nothing at all.
func (r *record) blank() bool {
	return len(r.domains) == 0 && r.cols == [columns]field{}
}

// cell reads the cell that begins at at. more is false for the last of its row;
// next is then where the next row begins.
func (c *csvList) cell(at int, bad *problems) (cell field, next int, more bool) {
	if at < len(c.text) && c.text[at] == '"' {
		return c.quoted(at, bad)
	}
	return c.plain(at)
}

// plain reads on to the next delimiter or line end.
func (c *csvList) plain(at int) (cell field, next int, more bool) {
	end := at
	for end < len(c.text) && c.text[end] != c.comma && c.text[end] != '\n' {
		end++
	}
	more = end < len(c.text) && c.text[end] == c.comma
	return trimmed(field{c.text[at:end], at, end}), end + 1, more
}

// quoted reads a cell that begins with a quote; two quotes in it stand for one.
func (c *csvList) quoted(at int, bad *problems) (cell field, next int, more bool) {
	end, doubled, closed := closingQuote(c.text, at+1)
	if !closed {
		bad.list("list.open-quote", at, at+1)
		return field{}, len(c.text) + 1, false
	}
	rest, next, more := c.plain(end + 1)
	if rest.text != "" {
		bad.list("list.after-quote", rest.start, rest.end, bad.quote(rest.text))
	}
	cell = field{c.text[at+1 : end], at + 1, end}
	if doubled {
		cell.text = strings.ReplaceAll(cell.text, `""`, `"`)
	}
	return trimmed(cell), next, more
}

// closingQuote returns where the quoted text that begins at at ends.
func closingQuote(text string, at int) (end int, doubled, closed bool) {
	for {
		n := strings.IndexByte(text[at:], '"')
		if n < 0 {
			return len(text), doubled, false
		}
		if at += n; at+1 >= len(text) || text[at+1] != '"' {
			return at, doubled, true
		}
		at, doubled = at+2, true
	}
}

// appendPieces splits a cell that names several domains.
func appendPieces(to []field, cell field) []field {
	start := -1
	for i, r := range cell.text {
		switch between := betweenDomains(r); {
		case between && start >= 0:
			to = appendPiece(to, field{cell.text[start:i], cell.start + start, cell.start + i})
			start = -1
		case !between && start < 0:
			start = i
		}
	}
	if start < 0 {
		return to
	}
	return appendPiece(to, field{cell.text[start:], cell.start + start, cell.end})
}

func appendPiece(to []field, piece field) []field {
	if piece = trimmedFunc(piece, isInvisible); piece.text == "" {
		return to
	}
	return append(to, piece)
}

func betweenDomains(r rune) bool {
	switch r {
	case ',', ';', '|', '，', '；', '、':
		return true
	}
	return unicode.IsSpace(r)
}
