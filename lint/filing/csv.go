package filing

import (
	"slices"
	"strings"
	"unicode"
)

// csvList is a table with a header: RFC 4180 with any of three delimiters. It is
// read here because encoding/csv reads these tables wrongly in either mode: the
// strict one refuses the row of 示例"公司", which people type; the lazy one lets
// a cell such as "example.com"x run on over rows to the next quote with a comma,
// so that domains vanish without a word. Nor does it say where a cell ends.
type csvList struct {
	text    string
	comma   byte
	columns []target
	kept    bool // there is no column for the number
	site    bool // there is one for the number of the site
}

// newCSV returns the table whose header is the line at at, and where its rows
// begin; ok is false when the line is no header.
func newCSV(text string, at int, bad *problems) (table *csvList, rows int, ok bool) {
	known := 0
	for _, comma := range []byte{',', ';', '\t'} {
		c := &csvList{text: text, comma: comma, kept: true}
		if n := c.header(at); n > known {
			table, known = c, n
		}
	}
	switch {
	case known == 0:
		return nil, 0, false
	case !oneLine(text[at:lineEnd(text, at)], at, bad):
		return table, len(text), true
	case slices.ContainsFunc(table.columns, func(t target) bool { return t.domain }):
		return table, table.skipRow(at), true
	case len(table.columns) == 1:
		return nil, 0, false
	}
	bad.list("list.no-domain-column", at, lineEnd(text, at), strings.Join(domainNames(), ", "))
	return table, len(text), true
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

// header reads the header and returns how many of its cells are known.
func (c *csvList) header(at int) int {
	known := 0
	for more := true; more; {
		var cell field
		cell, at, more = c.cell(at, nil)
		t := targetOf(cell.text)
		c.columns = append(c.columns, t)
		c.kept, c.site = c.kept && !t.isNumber(), c.site || t.isSite()
		if t.known {
			known++
		}
	}
	preferDomains(c.columns)
	return known
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

func (c *csvList) skipRow(at int) int {
	for more := true; more; {
		_, at, more = c.cell(at, nil)
	}
	return at
}

func (c *csvList) read(at int, r *record, bad *problems) (int, bool) {
	for at < len(c.text) {
		start := at
		if c.text[at] == '#' {
			at = lineEnd(c.text, at) + 1
			continue
		}
		r.reset(start, c.kept)
		r.table, r.site = true, c.site
		if at = c.row(at, r, bad); !r.blank() {
			return at, true
		}
	}
	return at, false
}

// row reads the cells of one row and returns where the next begins.
func (c *csvList) row(at int, r *record, bad *problems) int {
	more := true
	for i := 0; more; i++ {
		var cell field
		quoted := at < len(c.text) && c.text[at] == '"'
		cell, at, more = c.cell(at, bad)
		switch {
		case !quoted && !oneLine(cell.text, cell.start, bad):
		case cell.text == "" || i >= len(c.columns) || !c.columns[i].known:
		case c.columns[i].domain:
			r.domains = appendPieces(r.domains, cell)
		default:
			r.set(c.columns[i].column, cell)
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
		bad.list("list.after-quote", rest.start, rest.end, clip(rest.text))
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

// trimmed drops what stands around a value and means nothing: blanks, characters
// that nobody sees, and the guards by which programs keep Excel from calculating
// a cell, ="…" and '.
func trimmed(f field) field {
	f = trimmedFunc(f, isInvisible)
	if len(f.text) > 3 && strings.HasPrefix(f.text, `="`) && strings.HasSuffix(f.text, `"`) {
		f = trimmedFunc(field{f.text[2 : len(f.text)-1], f.start + 2, f.end - 1}, isInvisible)
	}
	if len(f.text) > 1 && f.text[0] == '\'' && !strings.HasSuffix(f.text, "'") {
		f = trimmedFunc(field{f.text[1:], f.start + 1, f.end}, isInvisible)
	}
	return f
}

func trimmedFunc(f field, drop func(rune) bool) field {
	text := strings.TrimLeftFunc(f.text, drop)
	f.start += len(f.text) - len(text)
	f.text = strings.TrimRightFunc(text, drop)
	f.end = f.start + len(f.text)
	return f
}

func isInvisible(r rune) bool {
	return r != unicode.ReplacementChar && (unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
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
