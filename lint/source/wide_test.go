package source

import (
	"testing"
	"unicode"

	"golang.org/x/text/width"
)

func TestWideAgreesWithTheLibrary(t *testing.T) {
	if width.UnicodeVersion != "15.0.0" {
		t.Skipf("the library is of Unicode %s", width.UnicodeVersion)
	}
	for r := range unicode.MaxRune + 1 {
		kind := width.LookupRune(r).Kind()
		want := kind == width.EastAsianWide || kind == width.EastAsianFullwidth
		if got := unicode.Is(wide, r); got != want {
			t.Errorf("%U: wide is %v, want %v", r, got, want)
		}
	}
}
