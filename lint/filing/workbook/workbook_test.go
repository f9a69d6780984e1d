package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"github.com/beianlint/beianlint/lint/filing/workbook"
)

const (
	book      = `<workbook><sheets><sheet name="a" r:id="1"/></sheets></workbook>`
	relations = `<Relationships><Relationship Id="1" Type="worksheet" Target="worksheets/s.xml"/><Relationship Id="2" Type="x/sharedStrings" Target="t.xml"/></Relationships>`
)

// parts returns the parts of a workbook with one sheet.
func parts(sheet, texts string) map[string]string {
	return map[string]string{
		"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations, "xl/worksheets/s.xml": sheet, "xl/t.xml": texts,
	}
}

func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, text)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(data []byte) (rows [][]workbook.Cell, err error) {
	b, err := workbook.Open(data)
	if err != nil {
		return nil, err
	}
	for _, s := range b.Sheets() {
		err := b.Rows(s, func(row workbook.Row) error {
			rows = append(rows, append([]workbook.Cell(nil), row.Cells...))
			return nil
		})
		if err != nil {
			return rows, err
		}
	}
	return rows, nil
}

// Whatever an archive or its XML could fill the memory with is refused.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, in which the race detector finds nothing and takes long")
	}
	half := strings.Repeat("<a/>    ", workbook.MaxUnpacked/16)
	wide := utf16(t, strings.Repeat(strings.Repeat("中", 1<<18)+"<a/>", workbook.MaxUnpacked/3>>18+1)) // in UTF-8 half as much again
	for name, data := range map[string][]byte{
		"a bomb":                      bomb(t),
		"a sheet of UTF-16":           pack(t, parts(wide, "")),
		"two halves":                  pack(t, parts(half, "<sst/>"+half+" ")),
		"strings without an end":      pack(t, parts("", strings.Repeat("<si/>", 1<<21+1))),
		"more files than a book has":  pack(t, many(5000)),
		"a sheet of 1 GB (not there)": resized(t, 1<<30),
		"a long text":                 pack(t, parts("<row>"+strings.Repeat(" ", 1<<20+1), "")),
		"a tag of many attributes":    pack(t, parts("<row "+strings.Repeat(`a="" `, 1<<18)+"/>", "")),
		"a sheet that is one cell":    pack(t, parts(strings.Repeat("<row>"+"<c><v>1</v></c></row>", 2000)+`<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`, "")),
		"too many merged cells":       pack(t, parts("<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:A2"/>`, 1<<18+1)+"</mergeCells>", "")),
		"merged over each other":      pack(t, parts(strings.Repeat("<row><c><v>1</v></c></row>", 2000)+"<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:A9999"/>`, 10_000)+"</mergeCells>", "")),
		"a tag without an end":        pack(t, parts("<"+strings.Repeat("a", 1<<20), "")),
	} {
		if _, err := read(data); !errors.Is(err, workbook.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := workbook.Open(pack(t, parts("", wide))); !errors.Is(err, workbook.ErrTooLarge) {
		t.Errorf("strings of UTF-16: %v", err)
	}
}

// bomb returns a small archive with a large sheet.
func bomb(t *testing.T) []byte {
	t.Helper()
	data := pack(t, parts(strings.Repeat("<a/>", workbook.MaxUnpacked/4+1), ""))
	if len(data) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(data))
	}
	return data
}

// All that may be there is read: the largest row, texts up to the bound, and
// elements in elements, of which none is kept.
func TestLarge(t *testing.T) {
	cell := "<c><v>1</v></c>"
	text := strings.Repeat("x", 1<<20-100)
	for name, c := range map[string]struct {
		sheet string
		cells int
	}{
		"a row of all columns": {"<row>" + strings.Repeat(cell, 1<<14) + "</row>", 1 << 14},
		"a long text":          {`<row><c t="str"><v>` + text + "</v></c></row>", 1},
		"deep elements":        {strings.Repeat("<a>", 1<<20) + "<row>" + cell + "</row>", 1},
		"the last row":         {`<row r="1048576">` + cell + "</row>", 1},
	} {
		rows, err := read(pack(t, parts(c.sheet, "")))
		if err != nil || len(rows) != 1 || len(rows[0]) != c.cells {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}

func many(n int) map[string]string {
	all := parts("", "")
	for i := range n {
		all[strings.Repeat("a", 1+i%100)+strings.Repeat("b", i/100)] = ""
	}
	return all
}

// resized returns a workbook whose directory gives a sheet another size.
func resized(t *testing.T, size uint32) []byte {
	return patched(pack(t, parts("<sheetData/>", "")), 24, binary.LittleEndian.AppendUint32(nil, size))
}

// patched returns an archive in whose directory the entry of the sheet has other
// bytes at an offset.
func patched(data []byte, offset int, with []byte) []byte {
	data = bytes.Clone(data)
	copy(data[bytes.LastIndex(data, []byte("xl/worksheets/s.xml"))-46+offset:], with)
	return data
}

func TestDamaged(t *testing.T) {
	whole := pack(t, parts(`<row r="1"><c r="A1"><v>1</v></c></row>`, ""))
	if rows, err := read(whole); err != nil || len(rows) != 1 || rows[0][0] != (workbook.Cell{Text: "1", Number: true}) {
		t.Fatalf("%v, %v", rows, err)
	}
	for cut := range len(whole) {
		if _, err := read(whole[:cut]); err == nil {
			t.Fatalf("the first %d of %d bytes are read without an error", cut, len(whole))
		}
	}
	for name, data := range map[string][]byte{
		"checksum":           patched(whole, 16, []byte{1, 2, 3, 4}),
		"method":             patched(whole, 10, []byte{99}),
		"place of the file":  patched(whole, 42, []byte{1}),
		"a bomb that lies":   patched(bomb(t), 24, []byte{0xe8, 3, 0, 0}),
		"more than there is": resized(t, 60<<20),
		"a part twice":       twice(t),
		"too many cells":     pack(t, parts(`<row>`+strings.Repeat(`<c r="A1"><v>1</v></c>`, 1<<14+1)+"</row>", "")),
		"too many columns":   pack(t, parts(`<row>`+strings.Repeat(`<c/>`, 1<<14+1)+"</row>", "")),
		"no column":          pack(t, parts(`<row><c r="1"/></row>`, "")),
		"a cell in no row":   pack(t, parts(`<c/>`, "")),
		"a string's number":  pack(t, parts(`<row><c t="s"><v>a</v></c></row>`, "")),
		"a negative one":     pack(t, parts(`<row><c t="s"><v>-1</v></c></row>`, "<si/>")),
		"not UTF-8":          pack(t, parts("<row>\xb1\xb8</row>", "")),
		"broken strings":     pack(t, parts("", "<si")),
		"broken relations":   pack(t, map[string]string{"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": "<"}),
		"a broken book":      pack(t, map[string]string{"xl/workbook.xml": "<", "xl/_rels/workbook.xml.rels": relations}),
		"row order":          pack(t, parts(`<row r="2"></row><row r="1"></row>`, "")),
		"row number":         pack(t, parts(`<row r="1048577"></row>`, "")),
		"column":             pack(t, parts(`<row r="1"><c r="ZZZ1"/></row>`, "")),
		"no such string":     pack(t, parts(`<row r="1"><c t="s"><v>0</v></c></row>`, "")),
		"a tag without end":  pack(t, parts(`<row r="1`, "")),
		"a document type":    pack(t, parts(`<!DOCTYPE a [<!ENTITY b "c">]><row/>`, "")),
		"no relations":       pack(t, map[string]string{"xl/workbook.xml": book}),
		"a sheet is missing": pack(t, map[string]string{"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": `<a/>`}),
	} {
		if _, err := read(data); !errors.Is(err, workbook.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := read(pack(t, map[string]string{"a": ""})); !errors.Is(err, workbook.ErrNotWorkbook) {
		t.Error(err)
	}
	if _, err := read(patched(whole, 8, []byte{1})); !errors.Is(err, workbook.ErrLocked) {
		t.Error(err)
	}
}

// twice returns a workbook that has a part two times, in two cases.
func twice(t *testing.T) []byte {
	all := parts("", "")
	all["xl/Worksheets/S.xml"] = ""
	return pack(t, all)
}

func TestCells(t *testing.T) {
	const strings = `<sst><si><t>a</t></si><si><r><t>b</t></r><rPh><t>no</t></rPh><r><t> c</t></r></si></sst>`
	text := func(column int, text string) workbook.Cell { return workbook.Cell{Column: column, Text: text} }
	for name, c := range map[string]struct {
		sheet string
		want  []workbook.Cell
	}{
		"shared texts":       {`<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>`, []workbook.Cell{text(0, "b c"), text(1, "a")}},
		"an empty cell":      {`<row><c t="s"/><c t="s"></c><c r="C1" t="s"><v>0</v></c></row>`, []workbook.Cell{text(2, "a")}},
		"a number":           {`<row><c r="AA1"><v>44424</v></c><c t="n"><v>1</v></c></row>`, []workbook.Cell{{26, "44424", true}, {27, "1", true}}},
		"an error":           {`<row><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;""</f><v>x</v></c></row>`, []workbook.Cell{text(1, "x")}},
		"text in its place":  {`<row><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>`, []workbook.Cell{text(0, "ab")}},
		"entities":           {`<row><c t="str"><v>&lt;&#x4eac;&#20140;&amp;amp;&nbsp;&</v></c></row>`, []workbook.Cell{text(0, "<京京&amp;&nbsp;&")}},
		"CDATA, comments":    {`<?x y?><!-- <row> --><row><c t="str"><v><![CDATA[<a>]]>&gt;</v></c></row>`, []workbook.Cell{text(0, "<a>>")}},
		"prefixes":           {`<x:row><x:c x:t="s" t="str"><x:v>a</x:v></x:c></x:row>`, []workbook.Cell{text(0, "a")}},
		"another encoding":   {`<?xml version="1.0" encoding="GBK"?><row><c t="str"><v>京</v></c></row>`, []workbook.Cell{text(0, "京")}},
		"a byte order mark":  {"\ufeff" + `<?xml version="1.0"?><row><c t="str"><v>京</v></c></row>`, []workbook.Cell{text(0, "京")}},
		"UTF-16":             {utf16(t, `<?xml version="1.0" encoding="UTF-16"?><row><c t="str"><v>京</v></c></row>`), []workbook.Cell{text(0, "京")}},
		"> in an attribute":  {`<row a=">" r = '1'><c t="str"><v>a</v></c></row>`, []workbook.Cell{text(0, "a")}},
		"text between cells": {`<row>x<c><is>y</is><v>1</v></c>z</row>`, []workbook.Cell{{0, "1", true}}},
	} {
		rows, err := read(pack(t, parts(c.sheet, strings)))
		if err != nil || len(rows) != 1 || !slices.Equal(rows[0], c.want) {
			t.Errorf("%s: %v, %v", name, rows, err)
		}
	}
}

func utf16(t *testing.T, text string) string {
	encoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

// Parts are found without regard to case, by targets of every form; other files
// of the archive, whatever their names, are none of ours.
func TestParts(t *testing.T) {
	data := pack(t, map[string]string{
		"XL/Workbook.xml": `<workbook><sheet name="a &amp; b" q:id="1"/><sheet name="chart" r:id="3"/><sheet name="c" r:id="4"/></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationship Id="1" Target="WorkSheets/S.xml"/><Relationship Id="3" Target="chartsheets/c.xml"/>` +
			`<Relationship Id="4" Target="/xl/./worksheets/../other.xml"/>`,
		"xl/worksheets/s.xml": `<row><c><v>1</v></c></row>`,
		"xl/Other.xml":        `<row><c><v>2</v></c></row>`,
		"../../etc/x":         "", "/x": "", `xl\worksheets\s.xml`: "x", "xl/": "",
	})
	b, err := workbook.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range b.Sheets() {
		err := b.Rows(s, func(row workbook.Row) error {
			got = append(got, s.Name, row.Cells[0].Text)
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if want := []string{"a & b", "1", "c", "2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	stop := errors.New("stop")
	if err := b.Rows(b.Sheets()[0], func(workbook.Row) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the caller's error is lost: %v", err)
	}
}

// BenchmarkRows reads a sheet of 100,000 rows.
func BenchmarkRows(b *testing.B) {
	var sheet strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&sheet, `<row r="%[1]d"><c r="A%[1]d" t="s"><v>0</v></c><c r="B%[1]d" t="inlineStr"><is><t>example.com</t></is></c></row>`, i+1)
	}
	data := pack(b, parts(sheet.String(), "<si><t>示例公司</t></si>"))
	b.SetBytes(int64(sheet.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if rows, err := read(data); err != nil || len(rows) != 100_000 {
			b.Fatal(len(rows), err)
		}
	}
}
