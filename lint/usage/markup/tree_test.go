package markup

import (
	"fmt"
	"strings"
	"testing"
)

func TestTree(t *testing.T) {
	for src, want := range map[string]string{
		"":                                 "",
		"<a><b/><c><d/></c></a><e/>":       "a:-1 b:0 c:0 d:2 e:-1",
		"<a><b></a><c/>":                   "a:-1 b:0 c:-1",
		"<a></b><c/></a>":                  "a:-1 c:0",
		"<a><a><b/></a><c/></a>":           "a:-1 a:0 b:1 c:0",
		"<a x='1' y><!-- <b/> --><c/></a>": "a:-1[x y] c:0",
		"<wxs module='m'>var a = '<b>'</wxs><c/>": "wxs:-1[module] c:-1",
		"<a>{{ b < c }}<d/></a>":                  "a:-1 d:0",
	} {
		var got []string
		for _, n := range Tree([]byte(src), "") {
			text := fmt.Sprintf("%s:%d", n.Tag, n.Parent)
			if len(n.Attrs) > 0 {
				var names []string
				for _, a := range n.Attrs {
					names = append(names, a.Name)
				}
				text += fmt.Sprint(names)
			}
			got = append(got, text)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("Tree(%q) = %q, want %q", src, got, want)
		}
	}
}

func TestTreeIsBounded(t *testing.T) {
	nodes := Tree([]byte(strings.Repeat("<a>", 10*maxOpen)+strings.Repeat("</b>", 10)), "")
	if last := nodes[len(nodes)-1]; len(nodes) != 10*maxOpen || last.Parent != maxOpen-1 {
		t.Errorf("%d nodes, the last one in %d", len(nodes), last.Parent)
	}
}
