package gb18030

import (
	"bytes"
	"compress/flate"
	"flag"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

var update = flag.Bool("update", false, "rewrite table.deflate")

// reference decodes one code with the library; U+FFFD for what is none.
func reference(t *testing.T, code []byte) rune {
	t.Helper()
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(code)
	if err != nil {
		t.Fatal(err)
	}
	r, n := utf8.DecodeRune(text)
	if n != len(text) {
		return utf8.RuneError
	}
	return r
}

// code returns the bytes of an index into table.
func code(i int) []byte {
	if i < twoBytes {
		trail := i%190 + 0x40
		if trail >= 0x7f {
			trail++
		}
		return []byte{byte(i/190 + 0x81), byte(trail)}
	}
	return four(i - twoBytes)
}

func four(i int) []byte {
	return []byte{byte(i/12600 + 0x81), byte(i/1260%10 + '0'), byte(i/10%126 + 0x81), byte(i%10 + '0')}
}

func TestTable(t *testing.T) {
	var want table
	for i := range want {
		want[i] = uint16(reference(t, code(i)))
	}
	if *update {
		if err := os.WriteFile("table.deflate", pack(t, &want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if data, err := io.ReadAll(flate.NewReader(strings.NewReader(packed))); err != nil || len(data) != 2*len(want) {
		t.Fatalf("%d bytes, %v", len(data), err)
	}
	if *unpack() != want {
		t.Error("table.deflate is out of date: run the test with -update")
	}
}

func pack(t *testing.T, all *table) []byte {
	high, low, last := make([]byte, len(all)), make([]byte, len(all)), uint16(0)
	for i, c := range all {
		high[i], low[i], last = byte((c-last)>>8), byte(c-last), c
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	for _, plane := range [][]byte{high, low} {
		if _, err := w.Write(plane); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDecode compares every code of one, two and four bytes with the library.
func TestDecode(t *testing.T) {
	all := unpack()
	check := func(code []byte) {
		t.Helper()
		got, size := all.decode(code)
		if size != len(code) {
			got = utf8.RuneError
		}
		if want := reference(t, code); got != want {
			t.Errorf("% x: got %U, want %U", code, got, want)
		}
	}
	for lead := range 0x100 {
		check([]byte{byte(lead)})
	}
	for i := range all {
		check(code(i))
	}
	for i := fourBytes; i < 126*12600; i += 7 {
		check(four(i))
	}
}

func TestDecodeText(t *testing.T) {
	const text = "example.com,京ICP备12345678号-1,示例（北京）公司\r\n㐀𠀀€ é"
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := Decode([]byte(encoded)); !ok || string(got) != text {
		t.Errorf("got %q, %v", got, ok)
	}
	for _, broken := range []string{"a\xff", "\xb1", "\xb1\x20", "\xb1\x7f", "\xb1\xff", "\x81\x30\x81", "\x81\x30\x80\x30", "\x81\x30\x81\x3a", "\xfe\x39\xfe\x39", "\xa1\x40"} {
		if got, ok := Decode([]byte(broken)); ok {
			t.Errorf("%q: got %q, want none", broken, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xb1\xb8\xb0\xb8\x81\x30\x81\x30a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, ok := Decode(data)
		want, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		if err != nil {
			t.Fatal(err)
		}
		if ok && !bytes.Equal(got, want) {
			t.Errorf("got %q, the library %q", got, want)
		}
	})
}
