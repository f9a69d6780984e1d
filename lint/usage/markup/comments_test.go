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

func TestStyleComments(t *testing.T) {
	for _, test := range []struct {
		name, src, lang string
		want            []string
	}{
		{"css", "/* a */ a { b: c } // d\n/*e*/", "css", []string{"/* a */", "/*e*/"}},
		{"less", "// a\n@b: 'c'; /* d */", "less", []string{"// a", "/* d */"}},
		{"strings", `@a: "/* b */"; c: '// d'; e: url(/*f*/g)`, "less", []string{}},
		{"address", "a { b: url(https://api.example.com/*c*/) }", "less", nil},
		{"open", "/* a", "wxss", []string{"/* a"}},
		{"slash", "a / b; font: 1px/2px", "scss", nil},
	} {
		got := pieces(test.src, func(src []byte, found func(start, end int)) { StyleComments(src, test.lang, found) })
		if len(got)+len(test.want) > 0 && !cmp.Equal(test.want, got) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestDotenvComments(t *testing.T) {
	for _, test := range []struct {
		src  string
		want []string
	}{
		{"A=b", nil},
		{"# a\n\n  # b\nC=d # e\n#f", []string{"# a", "# b", "# e", "#f"}},
		{"A='b # c' # d\nE=\"f\n# g\n\"\n# h", []string{"# d", "# h"}},
		{"A=#b\n", []string{"#b"}},
		{"\ufeff# a\nprose # b", []string{"# a"}},
		{"A='b\n# c", []string{"# c"}}, // nothing closes the quote
	} {
		if diff := cmp.Diff(test.want, pieces(test.src, DotenvComments)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.src, diff)
		}
	}
}
