package style

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
		got := pieces(test.src, func(src []byte, found func(start, end int)) { Comments(src, test.lang, found) })
		if len(got)+len(test.want) > 0 && !cmp.Equal(test.want, got) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
