package filing

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/filing/gb18030"
	"github.com/beianlint/beianlint/lint/source"
)

// MaxSize is the size in bytes up to which a list is read: some five million
// entries. It also keeps every offset in 32 bits.
const MaxSize = 128 << 20

const byteOrderMark = "\ufeff"

// How files begin that are no text.
const (
	zipArchive = "PK\x03\x04"       // .xlsx is one
	oleFile    = "\xd0\xcf\x11\xe0" // .xls, and .xlsx with a password
)

var utf16BOMs = []string{"\xff\xfe", "\xfe\xff"} // Excel's "Unicode text"

// decode returns the list as UTF-8: the file itself, or, where it is GB18030
// (which GBK is a part of) or UTF-16, a new file of the same name with the
// decoded text. Lines and columns in that are the ones that an editor shows. A
// workbook becomes a file for each sheet; no file has been reported.
func decode(f *source.File, bad *problems) []*source.File {
	switch {
	case len(f.Bytes) > MaxSize:
		bad.list("list.too-large", 0, 0, len(f.Bytes)>>20, MaxSize>>20)
	case startsWith(f.Bytes, zipArchive):
		return readWorkbook(f, bad)
	case startsWith(f.Bytes, oleFile):
		bad.list("list.workbook", 0, 0)
	case startsWith(f.Bytes, utf16BOMs...):
		return recode(f, fromUTF16, bad)
	case bytes.IndexByte(f.Bytes, 0) >= 0:
		at := bytes.IndexByte(f.Bytes, 0)
		bad.list("list.binary", at, at+1)
	case utf8.Valid(f.Bytes):
		return []*source.File{f}
	case isDamagedUTF8(f.Bytes):
		bad.encoding(f)
	default:
		return recode(f, gb18030.Decode, bad)
	}
	return nil
}

// recode decodes the file, unless its bytes are no text in this encoding.
func recode(f *source.File, decode func([]byte) ([]byte, bool), bad *problems) []*source.File {
	decoded, ok := decode(f.Bytes)
	if !ok {
		bad.encoding(f)
		return nil
	}
	return []*source.File{source.NewFile(f.Name, decoded)}
}

// fromUTF16 decodes UTF-16 that begins with a byte order mark.
func fromUTF16(b []byte) (text []byte, ok bool) {
	unit := binary.LittleEndian.Uint16
	if b[0] == utf16BOMs[1][0] {
		unit = binary.BigEndian.Uint16
	}
	text = make([]byte, 0, len(b))
	for b = b[2:]; len(b) >= 2; b = b[2:] {
		r := rune(unit(b))
		if utf16.IsSurrogate(r) && len(b) >= 4 {
			r, b = utf16.DecodeRune(r, rune(unit(b[2:]))), b[2:]
		}
		if utf16.IsSurrogate(r) || r == utf8.RuneError {
			return nil, false
		}
		text = utf8.AppendRune(text, r)
	}
	return text, len(b) == 0
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
