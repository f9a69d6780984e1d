package jsonc

import "testing"

func TestQuote(t *testing.T) {
	for in, want := range map[string]string{
		"":                 `""`,
		`a"b\c`:            `"a\"b\\c"`,
		"<a & b>\n":        `"<a & b>\n"`,
		"域名\u2028\x00\xff": `"域名\u2028\u0000\ufffd"`,
	} {
		if got := Quote(in); got != want {
			t.Errorf("Quote(%q) = %s, want %s", in, got, want)
		}
	}
}
