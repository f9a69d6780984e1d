// Package workbook reads the cells of Excel workbooks (.xlsx, ECMA-376): text
// and numbers, no formulas and no styles. It bounds what it unpacks.
package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
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
	files   map[string][]*zip.File // by name in lower case
	left    int64                  // bytes that may still be unpacked
	strings []string
	sheets  []Sheet
	// Epoch1904 is true where days are counted from 1904-01-01, as on old Macintoshes.
	Epoch1904 bool
}

// Sheet is one table of a workbook.
type Sheet struct {
	Name   string
	Hidden bool // or very hidden
	part   string
}

const (
	rootPart      = "xl/workbook.xml"
	relationsPart = "xl/_rels/workbook.xml.rels"
)

// Open reads what a workbook holds. Its errors are those of this package.
func Open(data []byte) (*Book, error) {
	files, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	b := &Book{files: files, left: MaxUnpacked}
	if len(files[rootPart]) == 0 {
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

// openArchive returns the files of an archive by name. It counts them first: archive/zip goes on
// for as long as there are more, and keeps five times their bytes.
func openArchive(data []byte) (map[string][]*zip.File, error) {
	const header = "PK\x01\x02" // of a file in the archive's directory
	if bytes.Count(data, []byte(header)) > mostParts {
		return nil, ErrTooLarge
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // no name becomes a path here
		return nil, ErrDamaged
	}
	files := map[string][]*zip.File{}
	for _, f := range archive.File {
		name := strings.ToLower(f.Name)
		files[name] = append(files[name], f)
	}
	return files, nil
}

// Sheets returns the sheets in the order of their tabs, hidden ones too.
func (b *Book) Sheets() []Sheet { return b.sheets }

// relations returns the parts that the workbook names, by id, and the one with
// the strings that cells share.
func (b *Book) relations() (parts map[string]string, shared string, err error) {
	parts = map[string]string{}
	for t, err := range b.tokens(relationsPart) {
		if err != nil {
			return nil, "", err
		}
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "Relationship" {
			continue
		}
		part := partName(attr(start, "", "Target"))
		parts[attr(start, "", "Id")] = part
		if path.Base(attr(start, "", "Type")) == "sharedStrings" {
			shared = part
		}
	}
	return parts, shared, nil
}

// partName returns the name of the part that the workbook calls by a target.
func partName(target string) string {
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/xl", target)
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

func (b *Book) readSheets(parts map[string]string) error {
	for t, err := range b.tokens(rootPart) {
		if err != nil {
			return err
		}
		start, ok := t.(xml.StartElement)
		if ok && start.Name.Local == "workbookPr" {
			b.Epoch1904 = isTrue(attr(start, "", "date1904"))
		}
		if !ok || start.Name.Local != "sheet" {
			continue
		}
		part := parts[relationID(start)]
		if strings.Contains(part, "chartsheet") {
			continue
		}
		state := attr(start, "", "state")
		b.sheets = append(b.sheets, Sheet{Name: attr(start, "", "name"), Hidden: state != "" && state != "visible", part: part})
	}
	return nil
}

func isTrue(attr string) bool { return attr == "1" || attr == "true" || attr == "on" }

// relationID returns the r:id of a sheet: the prefix is the writer's choice.
func relationID(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Space != "" && a.Name.Local == "id" {
			return a.Value
		}
	}
	return ""
}
