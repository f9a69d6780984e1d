// Package source holds one text file and answers where a byte of it is: in
// lines, and in the four column units that readers of reports use.
package source

import (
	"bytes"
	"sort"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// bom is the byte order mark.
const bom = "\ufeff"

// tabCells is the width of a tab stop on a terminal.
const tabCells = 8

// File is one text file as it was read, at most once.
type File struct {
	// Name is the file's path in the injected file system: '/' separated,
	// absolute, without the leading slash.
	Name string
	// Bytes is the content as it stands on disk: nothing is decoded or trimmed.
	Bytes []byte

	once  sync.Once
	lines []int // byte offset at which each line starts

	mu    sync.Mutex
	marks map[int][]Position // of long lines, by index: see marksOf
}

// NewFile returns a File that takes ownership of data.
func NewFile(name string, data []byte) *File {
	return &File{Name: name, Bytes: data}
}

// Span is a stretch of a file in bytes, half open. A zero Span has no place.
type Span struct {
	File       *File
	Start, End int
}

// Text returns the bytes of the span as a string.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return string(s.File.Bytes[s.Start:s.End])
}

// Position returns where the span starts.
func (s Span) Position() Position { return s.File.Position(s.Start) }

// Position is a place in a file. Every field counts from 1.
type Position struct {
	Line   int
	Column int // code points, for people
	UTF16  int // UTF-16 code units, for SARIF and editors
	Byte   int // bytes, for rdjson
	Cell   int // terminal cells (tabs expanded, wide characters two), for carets
}

// Position returns the place of a byte offset, which is clamped to the file.
// Invalid UTF-8 counts as one column a byte.
func (f *File) Position(offset int) Position {
	offset = min(max(offset, 0), len(f.Bytes))
	line := f.lineAt(offset)
	start := f.lines[line]
	p := f.begin(line)
	if offset-start > stride {
		marks := f.marksOf(line)
		if i := sort.Search(len(marks), func(i int) bool { return marks[i].Byte > offset-start+1 }); i > 0 {
			p = marks[i-1]
		}
	}
	for at := start + p.Byte - 1; at < offset; {
		at += p.step(f.Bytes[at:offset])
	}
	p.Byte = offset - start + 1
	return p
}

// begin returns where the text of a line begins: behind a byte order mark.
func (f *File) begin(line int) Position {
	p := Position{Line: line + 1, Column: 1, UTF16: 1, Byte: 1, Cell: 1}
	if line == 0 && bytes.HasPrefix(f.Bytes, []byte(bom)) {
		p.Byte += len(bom)
	}
	return p
}

// step moves the place past the first character of text and returns its bytes.
func (p *Position) step(text []byte) int {
	r, n := utf8.DecodeRune(text)
	p.Column++
	p.UTF16 += max(utf16.RuneLen(r), 1)
	p.Byte += n
	p.Cell += Cells(r, p.Cell-1)
	return n
}

// stride is how far apart, in bytes, the marks of a long line are.
const stride = 4 << 10

// marksOf returns places along a line, at least one a stride: a minified file is
// one line, and to count its columns anew for each finding would take a
// time that grows with its square.
func (f *File) marksOf(line int) []Position {
	f.mu.Lock()
	defer f.mu.Unlock()
	marks, known := f.marks[line]
	if known {
		return marks
	}
	end := len(f.Bytes)
	if line+1 < len(f.lines) {
		end = f.lines[line+1]
	}
	p := f.begin(line)
	for at := f.lines[line] + p.Byte - 1; at < end; {
		at += p.step(f.Bytes[at:end])
		if p.Byte > (len(marks)+1)*stride {
			marks = append(marks, p)
		}
	}
	if f.marks == nil {
		f.marks = map[int][]Position{}
	}
	f.marks[line] = marks
	return marks
}

// Cells returns how many terminal cells r takes when it is printed at the
// 0-based cell at: tabs reach to the next stop, East Asian wide characters and
// emoji take two (https://www.unicode.org/reports/tr11/), controls none.
func Cells(r rune, at int) int {
	switch {
	case r == '\t':
		return tabCells - at%tabCells
	case r < 0x20 || r == 0x7f || r == 0x200d || r >= 0xfe00 && r <= 0xfe0f || r >= 0x300 && r <= 0x36f:
		return 0
	case r >= 0x300 && isWide(r):
		return 2
	}
	return 1
}

func isWide(r rune) bool {
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}

// Line returns line n, counted from 1, without its line ending and without a
// byte order mark; nil when there is no such line.
func (f *File) Line(n int) []byte {
	f.index()
	if n < 1 || n > len(f.lines) {
		return nil
	}
	end := len(f.Bytes)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	line := bytes.TrimRight(f.Bytes[f.lines[n-1]:end], "\r\n")
	if n == 1 {
		line = bytes.TrimPrefix(line, []byte(bom))
	}
	return line
}

// LineStart returns the byte offset of line n, counted from 1 and clamped.
func (f *File) LineStart(n int) int {
	f.index()
	return f.lines[min(max(n, 1), len(f.lines))-1]
}

func (f *File) lineAt(offset int) int {
	f.index()
	return sort.SearchInts(f.lines, offset+1) - 1
}

func (f *File) index() {
	f.once.Do(func() {
		f.lines = make([]int, 1, bytes.Count(f.Bytes, []byte{'\n'})+1) // a filed list has a million
		for i := 0; ; {
			j := bytes.IndexByte(f.Bytes[i:], '\n')
			if j < 0 {
				return
			}
			i += j + 1
			f.lines = append(f.lines, i)
		}
	})
}

// Ext returns the lower-case extension of the file's name without the dot.
func (f *File) Ext() string {
	base := f.Name[strings.LastIndexByte(f.Name, '/')+1:]
	i := strings.LastIndexByte(base, '.')
	if i < 0 {
		return ""
	}
	return strings.ToLower(base[i+1:])
}
