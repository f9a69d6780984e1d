package filedlist

import (
	"fmt"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// TestNearIsBounded: a list that nobody keeps by hand is not searched for a slip of the
// pen.
func TestNearIsBounded(t *testing.T) {
	for n, want := range map[int]string{mostCompared: "examples.com", mostCompared + 1: ""} {
		var text strings.Builder
		text.WriteString("examples.com\n")
		for i := range n - 1 {
			fmt.Fprintf(&text, "other-%d.net\n", i)
		}
		list, _ := filing.Read(source.NewFile("l.txt", []byte(text.String())))
		l, got := &List{Filings: list}, ""
		if f := l.Near("example.com"); f != nil {
			got = f.Domain
		}
		if list.Len() != n || got != want {
			t.Errorf("%d entries: near is %q, want %q", list.Len(), got, want)
		}
	}
}
