package workbook

import (
	"encoding/xml"
	"slices"
	"strconv"
)

// Cell is a cell that is not empty.
type Cell struct {
	Column int // 0 is A
	Text   string
	Number bool // the text is a number: perhaps a day, see Book.Day
}

// The size of the largest sheet that Excel makes:
// https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
const (
	mostRows    = 1 << 20
	mostColumns = 1 << 14
	mostStrings = 1 << 21 // two a row
)

// readStrings reads the texts that cells name by their number.
func (b *Book) readStrings(part string) error {
	if part == "" {
		return nil
	}
	var text texts
	for t, err := range b.tokens(part) {
		if err != nil {
			return err
		}
		text.take(t)
		if end, ok := t.(xml.EndElement); ok && end.Name.Local == "si" {
			if len(b.strings) >= mostStrings {
				return ErrTooLarge
			}
			b.strings = append(b.strings, text.flush())
		}
	}
	return nil
}

// texts gathers the text of the <t> elements, which a string can have several
// of, without those of <rPh>: they tell how it is pronounced.
type texts struct {
	text             []byte
	within, phonetic bool
}

func (x *texts) take(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		x.tag(t.Name.Local, true)
	case xml.EndElement:
		x.tag(t.Name.Local, false)
	case xml.CharData:
		if x.within && !x.phonetic {
			x.text = append(x.text, t...)
		}
	}
}

func (x *texts) tag(name string, start bool) {
	switch name {
	case "t", "v":
		x.within = start
	case "rPh":
		x.phonetic = start
	}
}

func (x *texts) flush() string {
	text := unescape(x.text)
	*x = texts{text: x.text[:0]}
	return text
}

// Row is a row of a sheet that has cells.
type Row struct {
	Number int // counts from 1
	Hidden bool
	Cells  []Cell // by column; valid until the next row
}

// Rows calls yield with each row of a sheet that has cells. What stands in a
// merged cell stands in each of those that it covers. The error is one of this
// package or what yield returned.
func (b *Book) Rows(sheet Sheet, yield func(row Row) error) error {
	data, err := b.load(sheet.part)
	if err != nil {
		return err
	}
	areas, err := readMerges(data)
	if err != nil {
		return err
	}
	r := rows{book: b, merges: areas, yield: yield}
	for t, err := range loaded(data) {
		if err == nil {
			err = r.take(t)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// rows is where the reading of a sheet stands.
type rows struct {
	book   *Book
	row    Row
	merges merges
	column int
	kind   string // of the cell: its attribute t
	text   texts
	yield  func(row Row) error
}

func (r *rows) take(t xml.Token) error {
	switch tag := t.(type) {
	case xml.StartElement:
		switch tag.Name.Local {
		case "row":
			return r.startRow(tag)
		case "c":
			return r.startCell(tag)
		}
	case xml.EndElement:
		switch tag.Name.Local {
		case "row":
			return r.endRow()
		case "c":
			return r.add(r.text.flush())
		}
	}
	r.text.take(t)
	return nil
}

func (r *rows) startRow(t xml.StartElement) error {
	number := r.row.Number + 1
	if given := attr(t, "", "r"); given != "" {
		number, _ = strconv.Atoi(given)
	}
	if number <= r.row.Number || number > mostRows {
		return ErrDamaged
	}
	hidden := isTrue(attr(t, "", "hidden")) || attr(t, "", "ht") == "0"
	r.row, r.column = Row{number, hidden, r.row.Cells[:0]}, -1
	return nil
}

func (r *rows) endRow() error {
	slices.SortStableFunc(r.row.Cells, func(a, b Cell) int { return a.Column - b.Column })
	if err := r.merges.fill(&r.row); err != nil {
		return err
	}
	if len(r.row.Cells) == 0 {
		return nil
	}
	return r.yield(r.row)
}

func (r *rows) startCell(t xml.StartElement) error {
	r.column, r.kind = r.column+1, attr(t, "", "t")
	if at := attr(t, "", "r"); at != "" {
		r.column = columnOf(at)
	}
	if r.column < 0 || r.column >= mostColumns || r.row.Number == 0 {
		return ErrDamaged
	}
	return nil
}

// add adds the cell that has been read.
func (r *rows) add(text string) error {
	if text == "" {
		return nil
	}
	c := Cell{Column: r.column, Text: text}
	switch r.kind {
	case "s":
		i, err := strconv.Atoi(text)
		if err != nil || i < 0 || i >= len(r.book.strings) {
			return ErrDamaged
		}
		c.Text = r.book.strings[i]
	case "e": // an error such as #N/A
		c.Text = ""
	case "b":
		c.Text = map[bool]string{true: "TRUE", false: "FALSE"}[text == "1" || text == "true"]
	case "", "n":
		c.Number = true
	}
	if c.Text == "" {
		return nil
	}
	if len(r.row.Cells) >= mostColumns {
		return ErrDamaged
	}
	r.row.Cells = append(r.row.Cells, c)
	return nil
}

// columnOf returns the column of a place such as AB12.
func columnOf(place string) int {
	n := 0
	for i := 0; i < len(place) && i < 4 && place[i] >= 'A' && place[i] <= 'Z'; i++ {
		n = n*26 + int(place[i]-'A') + 1
	}
	return n - 1
}
