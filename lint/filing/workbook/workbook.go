// Package workbook reads the cells of Excel workbooks (.xlsx, ECMA-376): text
// and numbers, no formulas and no styles. It bounds what it unpacks.
package workbook

import (
	"errors"
	"path"
	"strings"
)

// MaxUnpacked is how many bytes the parts of a workbook may have once they are
// unpacked: a sheet of some 150,000 rows. A zip bomb stops here.
const MaxUnpacked = 64 << 20

// mostParts bounds the files of the archive; Excel writes one or two a sheet.
const mostParts = 4096

// What is wrong with a workbook.
var (
	ErrNotWorkbook = errors.New("a zip archive, but no Excel workbook")
	ErrTooLarge    = errors.New("the workbook is too large once it is unpacked")
	ErrLocked      = errors.New("the workbook is encrypted")
	ErrDamaged     = errors.New("the workbook is damaged")
)

// Book is an open workbook.
type Book struct {
	data    []byte
	members map[string]member
	left    int64 // bytes that may still be unpacked
	strings []string
	sheets  []Sheet
}

// Sheet is one table of a workbook.
type Sheet struct {
	Name string
	part string
}

const (
	rootPart      = "xl/workbook.xml"
	relationsPart = "xl/_rels/workbook.xml.rels"
)

// Open reads what a workbook holds. Its errors are those of this package.
func Open(data []byte) (*Book, error) {
	members, err := readDirectory(data)
	if err != nil {
		return nil, err
	}
	b := &Book{data: data, members: members, left: MaxUnpacked}
	if _, ok := members[rootPart]; !ok {
		return nil, ErrNotWorkbook
	}
	parts, shared, err := b.relations()
	if err != nil {
		return nil, err
	}
	if err := b.readSheets(parts); err != nil {
		return nil, err
	}
	return b, b.readStrings(shared)
}

// Sheets returns the sheets in the order of their tabs, hidden ones too.
func (b *Book) Sheets() []Sheet { return b.sheets }

// part unpacks a part and takes it off what may be unpacked.
func (b *Book) part(name string) (scanner, error) {
	m, ok := b.members[name]
	if !ok {
		return scanner{}, ErrDamaged
	}
	text, err := unpack(b.data, m, b.left)
	b.left -= int64(len(text))
	return scanner{text: strings.TrimPrefix(text, "\ufeff")}, err
}

// relations returns the parts that the workbook names, by id, and the one with
// the strings that cells share.
func (b *Book) relations() (parts map[string]string, shared string, err error) {
	s, err := b.part(relationsPart)
	if err != nil {
		return nil, "", err
	}
	parts = map[string]string{}
	for t, ok := s.next(); ok; t, ok = s.next() {
		if t.name != "Relationship" || t.end {
			continue
		}
		part := strings.TrimPrefix(path.Join("/xl", t.attr("Target")), "/")
		if target := t.attr("Target"); strings.HasPrefix(target, "/") {
			part = strings.TrimPrefix(path.Clean(target), "/")
		}
		parts[t.attr("Id")] = part
		if path.Base(t.attr("Type")) == "sharedStrings" {
			shared = part
		}
	}
	return parts, shared, s.err()
}

func (b *Book) readSheets(parts map[string]string) error {
	s, err := b.part(rootPart)
	if err != nil {
		return err
	}
	for t, ok := s.next(); ok; t, ok = s.next() {
		if t.name != "sheet" || t.end {
			continue
		}
		part := parts[relationID(t)]
		if strings.Contains(part, "chartsheet") {
			continue
		}
		b.sheets = append(b.sheets, Sheet{t.attr("name"), part})
	}
	return s.err()
}

// relationID returns the r:id of a sheet: the prefix is the writer's choice.
func relationID(t token) string {
	for field := range strings.FieldsSeq(t.raw) {
		if key, _, ok := strings.Cut(field, "="); ok && strings.HasSuffix(key, ":id") {
			return t.attr(key)
		}
	}
	return ""
}

// err returns ErrDamaged where the scanner gave up.
func (s *scanner) err() error {
	if s.bad {
		return ErrDamaged
	}
	return nil
}
