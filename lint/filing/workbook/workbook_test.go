package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"

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

func pack(t *testing.T, parts map[string]string) []byte {
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
		err := b.Rows(s, func(_ int, cells []workbook.Cell) error {
			rows = append(rows, append([]workbook.Cell(nil), cells...))
			return nil
		})
		if err != nil {
			return rows, err
		}
	}
	return rows, nil
}

// A zip bomb and a sheet of 1 GB are refused, whatever the archive says of them.
func TestBombs(t *testing.T) {
	huge := strings.Repeat(" ", workbook.MaxUnpacked+1)
	bomb := pack(t, parts(huge, ""))
	if len(bomb) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	liar := bytes.Clone(bomb)
	for at := 0; ; at++ { // the directory's entry of the sheet: unpacked size
		i := bytes.Index(liar[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i
		if binary.LittleEndian.Uint32(liar[at+24:]) > workbook.MaxUnpacked {
			binary.LittleEndian.PutUint32(liar[at+24:], 1000)
		}
	}
	half := strings.Repeat(" ", workbook.MaxUnpacked/2)
	for name, data := range map[string][]byte{
		"a bomb":                      bomb,
		"one that lies of its size":   liar,
		"two halves":                  pack(t, parts(half, "<sst/>"+half+" ")),
		"strings without an end":      pack(t, parts("", strings.Repeat("<si/>", 1<<21+1))),
		"more files than a book has":  pack(t, many(5000)),
		"a sheet of 1 GB (not there)": resized(t, 1<<30),
	} {
		if _, err := read(data); !errors.Is(err, workbook.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
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
	data := pack(t, parts("<sheetData>", ""))
	at := bytes.LastIndex(data, []byte("xl/worksheets/s.xml")) - 46
	binary.LittleEndian.PutUint32(data[at+24:], size)
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
	sum := bytes.Clone(whole)
	sum[bytes.LastIndex(sum, []byte("xl/worksheets/s.xml"))-46+16] ^= 1
	for name, data := range map[string][]byte{
		"checksum":           sum,
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
}
