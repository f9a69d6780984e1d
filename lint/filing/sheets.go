package filing

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/filing/workbook"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// readWorkbook turns the sheets of a workbook that hold records into CSV, a
// document each: a row stands on the line of its number. Only columns that a list
// knows get there, so that the names and addresses of people go no further.
// Where a sheet is named, no other one is read.
func readWorkbook(f *source.File, named string, bad *problems) []document {
	book, err := workbook.Open(f.Bytes)
	if err != nil {
		bad.list(workbookProblem(err), 0, 0, workbook.MaxUnpacked>>20)
		return nil
	}
	b := bookReader{book: book, file: f, named: named, bad: bad}
	for _, sheet := range book.Sheets() {
		if err := b.read(sheet); err != nil {
			bad.list(workbookProblem(err), 0, 0, workbook.MaxUnpacked>>20)
			return nil
		}
	}
	if len(b.documents) == 0 {
		b.refuse()
	}
	return b.documents
}

// bookReader reads the sheets of a workbook.
type bookReader struct {
	book      *workbook.Book
	file      *source.File
	named     string // the only sheet to read, "" for all that are not set aside
	bad       *problems
	documents []document
	rows      int // that any sheet has
	aside     int // sheets that were left out
}

// refuse says what is wrong with a workbook that holds no records.
func (b *bookReader) refuse() {
	var names []string
	for _, s := range b.book.Sheets() {
		names = append(names, s.Name)
	}
	switch {
	case b.named != "" && !slices.Contains(names, b.named):
		b.bad.list("list.no-sheet", 0, 0, clip(b.named), clip(strings.Join(names, ", ")))
	case b.rows == 0 && b.aside == 0:
		b.bad.list("list.empty-workbook", 0, 0)
	case b.aside > 0:
		b.bad.list("list.only-hidden", 0, 0)
	default:
		b.bad.list("list.no-domain-column", 0, 0, strings.Join(domainNames(), ", "))
	}
}

func (b *bookReader) read(sheet workbook.Sheet) error {
	if b.named != "" && sheet.Name != b.named {
		return nil
	}
	t := &sheetText{book: b.book}
	if err := b.book.Rows(sheet, t.add); err != nil {
		return err
	}
	b.rows += t.rows
	public := publicRows(t.text.String())
	if public == nil {
		return nil
	}
	doc := document{source.NewFile(sheetName(b.file.Name, sheet.Name, len(b.documents)), public), sheet.Name}
	aside := message.ID("")
	switch {
	case b.named != "":
	case sheet.Hidden:
		aside = "filing-status.hidden-sheet"
	case isPast(sheet.Name):
		aside = "filing-status.past-sheet"
	}
	if aside != "" {
		b.aside++
		b.bad.note(source.Span{File: b.file}, aside, clip(sheet.Name))
		return nil
	}
	if t.hidden > 0 {
		b.bad.note(source.Span{File: doc.File}, "filing-status.hidden-rows", t.hidden, clip(sheet.Name), t.firstHidden)
	}
	b.documents = append(b.documents, doc)
	return nil
}

// CutSheet splits the name of a workbook from that of a sheet, list.xlsx#sheet; ok
// is false where there is none.
func CutSheet(name string) (book, sheet string, ok bool) {
	at := strings.LastIndexByte(name, '#')
	if at <= 0 || at+1 == len(name) {
		return name, "", false
	}
	return name[:at], name[at+1:], true
}

// sheetName names the file of a sheet: the first one is the workbook's.
func sheetName(file, sheet string, before int) string {
	if before == 0 {
		return file
	}
	return file + "#" + sheet
}

func workbookProblem(err error) message.ID {
	switch {
	case errors.Is(err, workbook.ErrTooLarge):
		return "list.workbook-too-large"
	case errors.Is(err, workbook.ErrLocked):
		return "list.workbook"
	case errors.Is(err, workbook.ErrNotWorkbook):
		return "list.not-a-workbook"
	}
	return "list.workbook-damaged"
}

// sheetText is a sheet on its way into CSV.
type sheetText struct {
	book                      *workbook.Book
	text                      bytes.Buffer
	line                      int // lines that have been written
	rows, hidden, firstHidden int
}

// mostText bounds the CSV of a sheet. A row costs a byte even where it is empty,
// and merged cells are written out.
const mostText = 2 * workbook.MaxUnpacked

func (t *sheetText) add(row workbook.Row) error {
	if t.text.Len() > mostText {
		return workbook.ErrTooLarge
	}
	t.rows++
	for ; t.line < row.Number-1; t.line++ {
		t.text.WriteByte('\n')
	}
	if row.Hidden {
		if t.hidden++; t.hidden == 1 {
			t.firstHidden = row.Number
		}
		return nil
	}
	column := 0
	for _, c := range row.Cells {
		for ; column < c.Column; column++ {
			t.text.WriteByte(',')
		}
		writeCell(&t.text, c.Text)
		if c.Number { // whether it is a day is known when its column is
			t.text.Truncate(t.text.Len() - 1)
			t.text.WriteString(t.day(c.Text) + `"`)
		}
	}
	t.text.WriteByte('\n')
	t.line++
	return nil
}

// dayMark stands between a number of a sheet and the day that it would be.
const dayMark = "\x1d"

func (t *sheetText) day(number string) string {
	if day := t.book.Day(number); day != number {
		return dayMark + day
	}
	return ""
}

// writeCell writes a cell. All are quoted: a # at the beginning of a line is a
// cell as any other.
func writeCell(b *bytes.Buffer, text string) {
	if text != "" {
		b.WriteByte('"')
		b.WriteString(cellText.Replace(text))
		b.WriteByte('"')
	}
}

// cellText keeps a row on its line.
var cellText = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\x00", " ", dayMark, " ", `"`, `""`)

// publicRows returns the rows of a sheet with the cells that a list knows alone,
// nil for a sheet that has no records. The number of a site is one, the name of
// whoever answers for it is none.
func publicRows(text string) []byte {
	at := firstLine(text, 0)
	if at >= len(text) {
		return nil
	}
	quiet := &problems{}
	table, _, ok := newCSV(text, at, "", quiet)
	p := publicSheet{csvList: csvList{text: text, comma: ','}}
	switch {
	case ok && quiet.fatal.count == 0:
		p.sections = table.sections
	case ok && p.addDomain(at):
	case newForm(text, at, "") == nil:
		return nil
	}
	return p.write()
}

// publicSheet is a sheet whose other cells are left out.
type publicSheet struct {
	csvList     // without sections: a form
	added   int // 1 + where the header stands that has got a column for the domain
	cells   []field
	keep    []target // what each cell of a row stands for, if it is kept
}

// addDomain makes a table of apps, which have a number and no domain, one whose
// rows are read and named as such.
func (p *publicSheet) addDomain(at int) bool {
	for row := 0; row < lastHeaderRow && at < len(p.text); row++ {
		cells, next := p.csvList.cells(at)
		if columns, _ := headerOf(cells); slices.ContainsFunc(columns, target.isNumber) {
			s := newSection(cells, columns)
			s.from, s.rows = at, next
			p.sections, p.added = []section{s}, at+1
			return true
		}
		at = next
	}
	return false
}

func (p *publicSheet) write() []byte {
	var b bytes.Buffer
	for at := 0; at < len(p.text); {
		start := at
		p.cells, at = p.appendCells(p.cells[:0], at)
		p.choose(start)
		last := len(p.cells)
		for last > 0 && !p.keep[last-1].known {
			last--
		}
		for i, t := range p.keep[:last] {
			if i > 0 {
				b.WriteByte(',')
			}
			if t.known {
				writeCell(&b, dayOr(p.cells[i].text, t))
			}
		}
		if p.added == start+1 {
			b.WriteString("," + domainNames()[0])
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// choose decides which cells of the row at a place are kept.
func (p *publicSheet) choose(start int) {
	p.keep = append(p.keep[:0], make([]target, len(p.cells))...)
	if p.sections == nil {
		p.chooseOfForm()
		return
	}
	s := p.sectionOf(start)
	if start >= s.rows {
		copy(p.keep, s.columns)
		return
	}
	title := titleOf(p.cells)
	if markedState(title) == noState {
		title = ""
	}
	for i, c := range p.cells {
		t := targetOf(c.text)
		p.keep[i] = target{known: t.known && start >= s.from || title != "" && c.text == title}
	}
}

func (p *publicSheet) chooseOfForm() {
	of := target{}
	for i, c := range p.cells {
		if t := targetOf(c.text); t.known {
			of = t
		}
		p.keep[i] = of
	}
}

// dayOr returns the text of a cell, which is a day where the column holds days.
func dayOr(text string, t target) string {
	number, day, marked := strings.Cut(text, dayMark)
	if marked && t.isDate() {
		return day
	}
	return number
}

// isDate reports whether a column holds days.
func (t target) isDate() bool {
	switch t.column {
	case colSince, colGrace, colUntil, colVerified, colApproved:
		return t.known && !t.domain
	}
	return false
}
