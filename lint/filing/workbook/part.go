package workbook

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// longestToken bounds the bytes of one tag or text: encoding/xml keeps ten times
// the memory for the attributes of a tag. A cell has 32,767 characters at most.
const longestToken = 1 << 20

// part is the text of a part on its way to the XML decoder, as UTF-8. It counts
// what is unpacked, whatever the archive says of its size.
type part struct {
	text  *bufio.Reader
	left  *int64 // bytes that the workbook may still unpack
	token int    // bytes of the token that is being read
}

// ReadByte makes the decoder read from here without a buffer of its own.
func (p *part) ReadByte() (byte, error) {
	c, err := p.text.ReadByte()
	if err != nil {
		return 0, err
	}
	*p.left--
	p.token++
	if p.over() {
		return 0, ErrTooLarge
	}
	return c, nil
}

func (p *part) over() bool { return *p.left < 0 || p.token > longestToken }

// Read is there for xml.NewDecoder, which prefers ReadByte.
func (p *part) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	c, err := p.ReadByte()
	if err != nil {
		return 0, err
	}
	b[0] = c
	return 1, nil
}

// file returns the file of the archive that a part is in. Names of parts differ
// in more than case. Of two equal ones nobody knows which Excel would read.
func (b *Book) file(name string) (*zip.File, error) {
	files := b.files[strings.ToLower(name)]
	if len(files) != 1 {
		return nil, ErrDamaged
	}
	const encrypted = 1
	switch f := files[0]; {
	case f.Flags&encrypted != 0:
		return nil, ErrLocked
	case f.UncompressedSize64 > uint64(b.left):
		return nil, ErrTooLarge
	default:
		return f, nil
	}
}

// tokens yields the tags and texts of a part. An error, one of this package,
// comes last.
func (b *Book) tokens(name string) iter.Seq2[xml.Token, error] {
	return func(yield func(xml.Token, error) bool) {
		packed, err := b.open(name)
		if err != nil {
			yield(nil, err)
			return
		}
		defer packed.Close()
		decode(&part{text: bufio.NewReader(asUTF8(packed)), left: &b.left}, yield)
	}
}

func (b *Book) open(name string) (io.ReadCloser, error) {
	f, err := b.file(name)
	if err != nil {
		return nil, err
	}
	packed, err := f.Open()
	if err != nil {
		return nil, ErrDamaged
	}
	return packed, nil
}

func asUTF8(packed io.Reader) io.Reader {
	return transform.NewReader(packed, unicode.BOMOverride(transform.Nop))
}

// load unpacks a part as a whole.
func (b *Book) load(name string) ([]byte, error) {
	packed, err := b.open(name)
	if err != nil {
		return nil, err
	}
	defer packed.Close()
	data, err := io.ReadAll(io.LimitReader(asUTF8(packed), b.left+1))
	switch b.left -= int64(len(data)); {
	case b.left < 0:
		return nil, ErrTooLarge
	case err != nil:
		return nil, ErrDamaged
	}
	return data, nil
}

// loaded yields the tags and texts of a part that has been unpacked.
func loaded(data []byte) iter.Seq2[xml.Token, error] {
	return func(yield func(xml.Token, error) bool) {
		left := int64(len(data)) + 1
		decode(&part{text: bufio.NewReader(bytes.NewReader(data)), left: &left}, yield)
	}
}

// decode yields the tokens of a part. It reads them raw: the decoder then keeps
// no stack of open elements, which a part of <a><a><a>… would fill the memory
// with. It is not strict, so that an entity that XML has not stays as it is.
func decode(p *part, yield func(xml.Token, error) bool) {
	d := xml.NewDecoder(p)
	d.Strict = false
	d.CharsetReader = func(_ string, text io.Reader) (io.Reader, error) { return text, nil }
	for {
		p.token = 0
		t, err := d.RawToken()
		if _, ok := t.(xml.Directive); ok { // a document type: no workbook has one
			err = ErrDamaged
		}
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil && p.over(): // where a character is cut, the decoder says that
			err = ErrTooLarge
		case err != nil && !errors.Is(err, ErrTooLarge):
			err = ErrDamaged
		}
		if !yield(t, err) || err != nil {
			return
		}
	}
}

// attr returns an attribute by its name and the prefix of that, "" when there is
// none.
func attr(t xml.StartElement, prefix, name string) string {
	for _, a := range t.Attr {
		if a.Name.Space == prefix && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
