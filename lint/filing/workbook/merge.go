package workbook

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// Bounds of merged cells: of their count, and of the cells that are filled or
// looked at for them.
const (
	mostMerges = 1 << 18
	mostFilled = 1 << 24
)

// area is the cells that one merged cell covers.
type area struct {
	firstRow, lastRow       int // from 1
	firstColumn, lastColumn int // from 0
	value                   Cell
}

// merges are the merged cells of a sheet, while its rows are read.
type merges struct {
	waiting []area // by their first row
	active  []area
	filled  int
}

// readMerges reads the merged cells of a sheet. They stand behind its rows, so
// that only what begins there is decoded.
func readMerges(sheet []byte) (m merges, err error) {
	at := bytes.Index(sheet, []byte("mergeCells"))
	if at < 0 {
		return m, nil
	}
	from := bytes.LastIndexByte(sheet[:at], '<')
	for t, err := range loaded(sheet[max(from, 0):]) {
		if err != nil {
			return m, err
		}
		if end, ok := t.(xml.EndElement); ok && end.Name.Local == "mergeCells" {
			break
		}
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "mergeCell" {
			continue
		}
		a, ok := areaOf(attr(start, "", "ref"))
		if !ok {
			continue
		}
		if len(m.waiting) >= mostMerges {
			return m, ErrTooLarge
		}
		m.waiting = append(m.waiting, a)
	}
	slices.SortStableFunc(m.waiting, func(a, b area) int { return cmp.Compare(a.firstRow, b.firstRow) })
	return m, nil
}

// areaOf reads a range such as A2:B4; false for a single cell and for none.
func areaOf(ref string) (a area, ok bool) {
	first, last, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	a.firstColumn, a.lastColumn = columnOf(first), columnOf(last)
	a.firstRow, a.lastRow = rowOf(first), rowOf(last)
	ok = a.firstColumn >= 0 && a.lastColumn >= a.firstColumn && a.firstRow >= 1 && a.lastRow >= a.firstRow && a.lastColumn < mostColumns
	return a, ok
}

// rowOf returns the row of a place such as AB12, 0 for none.
func rowOf(place string) int {
	n, _ := strconv.Atoi(strings.TrimLeft(place, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	return n
}

// fill puts what the merged cells hold into the cells of a row that they cover.
// Whatever text is left there from before they were merged, nobody sees.
func (m *merges) fill(row *Row) error {
	for len(m.waiting) > 0 && m.waiting[0].firstRow <= row.Number {
		m.active = append(m.active, m.waiting[0])
		m.waiting = m.waiting[1:]
	}
	m.active = slices.DeleteFunc(m.active, func(a area) bool { return a.lastRow < row.Number })
	for i := range m.active {
		if err := m.fillArea(&m.active[i], row); err != nil {
			return err
		}
	}
	return nil
}

func (m *merges) fillArea(a *area, row *Row) error {
	from, _ := slices.BinarySearchFunc(row.Cells, a.firstColumn, func(c Cell, column int) int { return cmp.Compare(c.Column, column) })
	to := from
	for to < len(row.Cells) && row.Cells[to].Column <= a.lastColumn {
		to++
	}
	if row.Number == a.firstRow && to > from && row.Cells[from].Column == a.firstColumn {
		a.value = row.Cells[from]
	}
	var cells []Cell
	if a.value.Text != "" {
		for column := a.firstColumn; column <= a.lastColumn; column++ {
			c := a.value
			c.Column = column
			cells = append(cells, c)
		}
	}
	if m.filled += 1 + len(cells) + to - from; m.filled > mostFilled {
		return ErrTooLarge
	}
	row.Cells = slices.Replace(row.Cells, from, to, cells...)
	return nil
}
