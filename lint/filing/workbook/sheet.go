package workbook

import "strconv"

// Cell is a cell that is not empty.
type Cell struct {
	Column int // 0 is A
	Text   string
	Number bool // the text is a number: perhaps a date, as days since 1899-12-30
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
	s, err := b.part(part)
	if err != nil {
		return err
	}
	var text texts
	for t, ok := s.next(); ok; t, ok = s.next() {
		text.take(t)
		if t.name == "si" && (t.end || t.closed) {
			if len(b.strings) >= mostStrings {
				return ErrTooLarge
			}
			b.strings = append(b.strings, text.flush())
		}
	}
	return s.err()
}

// texts gathers the text of the <t> elements, which a string can have several
// of, without those of <rPh>: they tell how it is pronounced.
type texts struct {
	text             []byte
	within, phonetic bool
}

func (x *texts) take(t token) {
	switch t.name {
	case "t", "v":
		x.within = !t.end && !t.closed
	case "rPh":
		x.phonetic = !t.end && !t.closed
	case "":
		if x.within && !x.phonetic {
			x.text = append(x.text, t.content()...)
		}
	}
}

func (x *texts) flush() string {
	text := string(x.text)
	*x = texts{text: x.text[:0]}
	return text
}

// Rows calls row with each row of a sheet that has cells, and its number, which
// counts from 1. The cells are valid until row returns. The error is one of
// this package or what row returned.
func (b *Book) Rows(sheet Sheet, row func(number int, cells []Cell) error) error {
	s, err := b.part(sheet.part)
	if err != nil {
		return err
	}
	r := rows{book: b}
	for t, ok := s.next(); ok; t, ok = s.next() {
		switch t.name {
		case "row":
			err = r.row(t, row)
		case "c":
			err = r.cell(t)
		default:
			r.text.take(t)
		}
		if err != nil {
			return err
		}
	}
	return s.err()
}

// rows is where the reading of a sheet stands.
type rows struct {
	book   *Book
	number int // of the row
	cells  []Cell
	column int
	kind   string // of the cell: its attribute t
	text   texts
}

func (r *rows) row(t token, row func(int, []Cell) error) error {
	if t.end {
		if len(r.cells) == 0 {
			return nil
		}
		return row(r.number, r.cells)
	}
	number := r.number + 1
	if given := t.attr("r"); given != "" {
		number, _ = strconv.Atoi(given)
	}
	if number <= r.number || number > mostRows {
		return ErrDamaged
	}
	r.number, r.column, r.cells = number, -1, r.cells[:0]
	return nil
}

func (r *rows) cell(t token) error {
	if t.end {
		return r.add(r.text.flush())
	}
	r.column, r.kind = r.column+1, t.attr("t")
	if at := t.attr("r"); at != "" {
		r.column = columnOf(at)
	}
	if r.column < 0 || r.column >= mostColumns || r.number == 0 {
		return ErrDamaged
	}
	return nil
}

// add adds the cell that has been read.
func (r *rows) add(text string) error {
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
	case "", "n":
		c.Number = true
	}
	if c.Text == "" {
		return nil
	}
	if len(r.cells) >= mostColumns {
		return ErrDamaged
	}
	r.cells = append(r.cells, c)
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
