package markup

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pieces returns what is found in src.
func pieces(src string, find func(src []byte, found func(start, end int))) []string {
	var got []string
	find([]byte(src), func(start, end int) { got = append(got, src[start:end]) })
	return got
}

func TestComments(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      []string
	}{
		{"none", "<view>a</view>", nil},
		{"some", "<!--a--><view>b<!-- c\nd --></view>", []string{"<!--a-->", "<!-- c\nd -->"}},
		{"in a value", `<view title="<!-- a -->"/>`, nil},
		{"in an expression", `<view>{{ '<!-- a -->' }}</view>`, []string{"<!-- a -->"}}, // the platforms' compilers see one as well
		{"in a script", "<wxs module='a'>var a = '<!-- b -->'</wxs>", nil},
		{"doctype", "<!doctype html><?xml a?><!--b-->", []string{"<!--b-->"}},
		{"open", "<view/><!-- a", []string{"<!-- a"}},
	} {
		if diff := cmp.Diff(test.want, pieces(test.src, Comments)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestTagEnd(t *testing.T) {
	for src, want := range map[string]int{
		"<a>b": 3, "<a b='>'\nc>d": 11, "<a": 2, "</a>": 0, "<!-- a -->": 0, "text <a>": 0, "": 0, "<": 0, "<a b/>c": 6,
	} {
		if got := TagEnd([]byte(src), 0); got != want {
			t.Errorf("TagEnd(%q) = %d, want %d", src, got, want)
		}
	}
}
