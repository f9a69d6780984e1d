package filing

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint/filing/workbook"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// readWorkbook turns the sheets of a workbook that hold records into CSV, a
// file each: a row stands on the line of its number. Only columns that a list
// knows get there, so that the names and addresses of people go no further.
func readWorkbook(f *source.File, bad *problems) []document {
	book, err := workbook.Open(f.Bytes)
	if err != nil {
		bad.list(workbookProblem(err), 0, 0, workbook.MaxUnpacked>>20)
		return nil
	}
	var files []document
	for _, sheet := range book.Sheets() {
		t := table{}
		if err := book.Rows(sheet, t.row); err != nil {
			bad.list(workbookProblem(err), 0, 0, workbook.MaxUnpacked>>20)
			return nil
		}
		if t.columns != nil {
			files = append(files, document{source.NewFile(sheetName(f.Name, sheet.Name, len(files)), t.text.Bytes()), sheet.Name})
		}
	}
	if len(files) == 0 {
		bad.list("list.no-domain-column", 0, 0, strings.Join(domainNames(), ", "))
	}
	return files
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

// table is a sheet on its way into CSV.
type table struct {
	text    bytes.Buffer
	line    int      // lines that have been written
	columns []target // by column; nil before the header
	cells   []string // of one row, by column
}

func (t *table) row(number int, cells []workbook.Cell) error {
	header := t.columns == nil
	if header && (number > lastHeaderRow || !t.header(cells)) {
		return nil
	}
	if t.text.Len() > workbook.MaxUnpacked {
		return workbook.ErrTooLarge
	}
	for ; t.line < number-1; t.line++ {
		t.text.WriteByte('\n')
	}
	t.place(cells, header)
	t.write()
	return nil
}

// header makes the row the header if it is one: it names the column of the
// domain, or, in a table of apps, that of the number.
func (t *table) header(cells []workbook.Cell) bool {
	var columns []target
	is, domain := false, false
	for _, c := range cells {
		for len(columns) <= c.Column {
			columns = append(columns, target{})
		}
		to := targetOf(c.Text)
		columns[c.Column] = to
		is, domain = is || to.domain || to.isNumber(), domain || to.domain
	}
	if is && !domain {
		columns = append(columns, target{domain: true, known: true})
	}
	if is {
		t.columns, t.cells = columns, make([]string, len(columns))
	}
	return is
}

// place puts the cells of a row where they belong.
func (t *table) place(cells []workbook.Cell, header bool) {
	clear(t.cells)
	if header { // the column that header has added, where it has
		t.cells[len(t.cells)-1] = domainNames()[0]
	}
	for _, c := range cells {
		switch {
		case c.Column >= len(t.columns):
		case c.Number && t.columns[c.Column].isDate():
			t.cells[c.Column] = serialDate(c.Text)
		default:
			t.cells[c.Column] = c.Text
		}
	}
}

// write writes the cells of known columns. All are quoted: a # at the beginning
// of a line is a cell as any other.
func (t *table) write() {
	comma := ""
	for i, text := range t.cells {
		if !t.columns[i].known {
			continue
		}
		t.text.WriteString(comma)
		comma = ","
		if text != "" {
			t.text.WriteString(`"` + cellText.Replace(text) + `"`)
		}
	}
	t.text.WriteByte('\n')
	t.line++
}

// cellText keeps a row on its line.
var cellText = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\x00", " ", `"`, `""`)

// isDate reports whether a column holds days.
func (t target) isDate() bool {
	switch t.column {
	case colSince, colGrace, colUntil, colVerified, colApproved:
		return t.known && !t.domain
	}
	return false
}

// serialDate returns the day that Excel keeps as a number, or the text itself.
// https://support.microsoft.com/office/date-systems-in-excel-e7fe7167-48a9-4b96-bb53-5612a800b487
func serialDate(text string) string {
	const last = 2958465 // 9999-12-31
	days, err := strconv.ParseFloat(text, 64)
	if err != nil || !(days >= 1 && days <= last) {
		return text
	}
	return time.Date(1899, 12, 30+int(days), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}
