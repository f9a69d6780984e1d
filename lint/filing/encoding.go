package filing

import (
	"bytes"
	"runtime"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/source"
)

// MaxSize is the size in bytes up to which a list is read: some five million
// entries.
const MaxSize = 128 << 20

const byteOrderMark = "\ufeff"

// How files begin that are no text.
const (
	zipArchive = "PK\x03\x04"       // .xlsx is one
	oleFile    = "\xd0\xcf\x11\xe0" // .xls, and .xlsx with a password
)

var utf16BOMs = []string{"\xff\xfe", "\xfe\xff"} // Excel's "Unicode text"

// document is a text to read: a file, or a sheet of a workbook as CSV.
type document struct {
	*source.File
	sheet string // what the sheet is called
}

// decode returns the list as UTF-8: the file itself, or, where it is GB18030
// (which GBK is a part of) or UTF-16, a new file of the same name with the
// decoded text. Lines and columns in that are the ones that an editor shows. A
// workbook becomes a file for each sheet, or for the one that is named; no file
// has been reported.
func decode(f *source.File, sheet string, bad *problems) []document {
	switch {
	case len(f.Bytes) > MaxSize:
		bad.list("list.too-large", 0, 0, len(f.Bytes)>>20, MaxSize>>20)
	case startsWith(f.Bytes, zipArchive):
		return readWorkbook(f, sheet, bad)
	case startsWith(f.Bytes, oleFile):
		bad.list("list.workbook", 0, 0)
	case startsWith(f.Bytes, utf16BOMs...):
		return recode(f, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), bad)
	case isUTF8(f.Bytes):
		return []document{{File: f}}
	case bytes.IndexByte(f.Bytes, 0) >= 0:
		at := bytes.IndexByte(f.Bytes, 0)
		bad.list("list.binary", at, at+1)
	case isDamagedUTF8(f.Bytes):
		bad.encoding(f)
	default:
		return recode(f, simplifiedchinese.GB18030, bad)
	}
	return nil
}

// isUTF8 reports whether the bytes are UTF-8 without a NUL, which no text has. Those of a
// long list are looked at on all cores.
func isUTF8(b []byte) bool {
	const piece = 1 << 20
	if len(b) < 2*piece {
		return isText(b)
	}
	var next atomic.Int64
	var invalid atomic.Bool
	parallel.Do(runtime.GOMAXPROCS(0), func() {
		for !invalid.Load() {
			at := int(next.Add(piece)) - piece
			if at >= len(b) {
				return
			}
			if !isText(b[runeStart(b, at):runeStart(b, min(at+piece, len(b)))]) {
				invalid.Store(true)
			}
		}
	})
	return !invalid.Load()
}

func isText(b []byte) bool { return utf8.Valid(b) && bytes.IndexByte(b, 0) < 0 }

// runeStart returns where the first character begins at a place or after it, if the bytes
// are UTF-8. Whatever they begin with belongs to the first piece.
func runeStart(b []byte, at int) int {
	for n := 1; n < utf8.UTFMax && 0 < at && at < len(b) && !utf8.RuneStart(b[at]); n++ {
		at++
	}
	return at
}

// recode decodes the file, unless its bytes are no text in this encoding: the
// decoders put U+FFFD for what they cannot read, which no list holds by itself.
func recode(f *source.File, from encoding.Encoding, bad *problems) []document {
	decoded, err := from.NewDecoder().Bytes(f.Bytes)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		bad.encoding(f)
		return nil
	}
	return []document{{File: source.NewFile(f.Name, decoded)}}
}

// isDamagedUTF8 reports whether text that is not UTF-8 begins as it: with a byte
// order mark or a Chinese character. Such a one takes three bytes; the two of
// GBK pass for those of UTF-8 only by a rare accident.
func isDamagedUTF8(b []byte) bool {
	const firstOfThree = 0x800
	return bytes.IndexFunc(b[:firstInvalid(b)], func(r rune) bool { return r >= firstOfThree }) >= 0
}

// encoding adds the problem of a file in no encoding that is known, at the first
// place where it is not UTF-8.
func (p *problems) encoding(f *source.File) {
	at := firstInvalid(f.Bytes)
	p.list("list.encoding", at, at+1)
}

func firstInvalid(b []byte) int {
	for at := 0; at < len(b); {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return 0
}

func startsWith(b []byte, marks ...string) bool {
	for _, m := range marks {
		if bytes.HasPrefix(b, []byte(m)) {
			return true
		}
	}
	return false
}
