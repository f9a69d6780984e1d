package dotenv

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
		if diff := cmp.Diff(test.want, pieces(test.src, Comments)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.src, diff)
		}
	}
}
