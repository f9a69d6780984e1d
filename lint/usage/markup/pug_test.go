package markup

import (
	"fmt"
	"strings"
	"testing"
)

func TestPug(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"", ""},
		{"a\n  b\n    c\n  d\ne", "a:-1 b:0 c:1 d:0 e:-1"},
		{"\n\n  a\n\n\tb\n   c", "a:-1 b:-1 c:1"}, // a tab is less than two spaces
		{"a\n\tb\n\t\tc\n\td", "a:-1 b:0 c:1 d:0"},
		{`web-view(src="https://a.example.com/b")`, "web-view:-1[src=https://a.example.com/b]"},
		{`a(b='c' d="e", f` + "\n  , g=`h`\n)\n  i", "a:-1[b=c d=e f g=h] i:0"},
		{`a(:b="c ? d : 'e'" @f.g="h('i', 1)" v-slot:j="{ k }" #l="m" n)`, `a:-1[:b=c ? d : 'e' @f.g=h('i', 1) v-slot:j={ k } #l=m n]`},
		{`a("@b"="c" 'd')`, "a:-1[@b=c d]"},
		{`a(b!="c")(d="e") text (f="g")`, "a:-1[b=c d=e]"},
		{"a.b.c-d#e(f='g')\n.h\n  #i", "a:-1[class=b class=c-d id=e f=g] div:-1[class=h] div:1[id=i]"},
		{"a: b(c='d'): e\n  f\ng", "a:-1 b:0[c=d] e:1 f:2 g:-1"},
		{"svg:a x", "svg:a:-1"},
		{"a {{ b }} and #[c(d='e') f] g\n  h", "a:-1 c:0[d=e] h:0"},
		{"| #[a(b='c')]", "a:-1[b=c]"},
		{"a.\n  b(c='d')\n\n  e\nf", "a:-1 f:-1"},
		{"//- a\n  b(c='d')\n// e\nf\n  //\n    g\n  h", "f:-1 h:0"},
		{"- var a = 'b'\n  c\nd= e\nf!= g", "d:-1 f:-1"},
		{"a/\nb(c)/", "a:-1 b:-1[c]"},
		{"doctype html\nif a\n  b", "doctype:-1 if:-1 b:1"},
		{"a\r\n  b(c='d')\r\ne", "a:-1 b:0[c=d] e:-1"},
		{"a(b=c d='e')", "a:-1[b d=e]"},
		{"a(b=c[1 + 2] ? d : e(f, g) :h='i')", "a:-1[b :h=i]"},
		{"a(b=c || d,e='f')", "a:-1[b e=f]"},
		// not whole
		{"a(b='c' + d e='f')", "a:-1[b=c e=f]!"},
		{"a(b=c ? 'd' : 'e' f='g')", "a:-1[b f=g]!"},
		{"a(b=`c${d}`)", "a:-1[b=c${d}]!"},
		{"include b.pug\na", "a:-1!"},
		{"+b('c')\na", "a:-1!"},
		{"<web-view src='a'>", "!"},
		{"a(b='c", "a:-1[b=c]!"},
	} {
		src := []byte(test.src)
		nodes, whole := Pug(src)
		var got []string
		for _, n := range nodes {
			text := fmt.Sprintf("%s:%d", n.Tag, n.Parent)
			var attrs []string
			for _, a := range n.Attrs {
				name := a.Name
				if a.End > a.Start || a.Quoted {
					name += "=" + string(src[a.Start:a.End])
				}
				attrs = append(attrs, name)
			}
			if attrs != nil {
				text += fmt.Sprint(attrs)
			}
			got = append(got, text)
		}
		text := strings.Join(got, " ")
		if !whole {
			text += "!"
		}
		if text != test.want {
			t.Errorf("Pug(%q)\n got %s\nwant %s", test.src, text, test.want)
		}
	}
}
