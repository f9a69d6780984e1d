package style

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// urls writes each value as "place value", quotes included.
func urls(src, lang string) []string {
	var got []string
	for u := range URLs([]byte(src), lang) {
		value := src[u.Start:u.End]
		if u.Quoted {
			value = src[u.Start-1 : u.End+1]
		}
		got = append(got, string(u.At)+" "+value)
	}
	return got
}

func TestURLs(t *testing.T) {
	tests := []struct {
		name, lang, src string
		want            []string
	}{
		{"empty", "css", "", nil},
		{"no value", "css", ".a { color: #fff; width: calc(1px + 2px) }", nil},
		{"quoted or not", "css", `a{b:url(https://a.example.com/b.png)}c{d:url("//b.example.com")e:URL( 'f' )g:url()}`,
			[]string{"url https://a.example.com/b.png", `url "//b.example.com"`, "url 'f'"}},
		{"white space", "wxss", "a{b:url(\n  c.png \n)}", []string{"url c.png"}},
		{"protocol-relative is no comment", "less", "a{b:url(//at.example.com/a.css)}\nc{d:url(e)}",
			[]string{"url //at.example.com/a.css", "url e"}},
		{"import", "css", `@import "a.wxss"; @import url(b.css); @IMPORT url("c.css") screen; @import 'd.css'` + "\n" + `.e{f:"g"}`,
			[]string{`import "a.wxss"`, "import b.css", `import "c.css"`, "import 'd.css'", `string "g"`}},
		{"import lists and options", "scss", "@import (reference) \"a\", // first\n 'b',\n url(c);\nd{e:url(f)}",
			[]string{`import "a"`, "import 'b'", "import c", "url f"}},
		{"import ends with its block", "less", "a{@import 'b'}c{d:'e'}", []string{"import 'b'", "string 'e'"}},
		{"other rules", "scss", "@used \"a\"; @imports 'b'; @import-x 'c'; @charset 'd';", []string{`string "a"`, "string 'b'", "string 'c'", "string 'd'"}},
		{"modules of Sass", "scss", "@use \"a\" as *;\n@use 'b' with ($c: 'd', $e: url(f));\n@forward 'g' hide h;\n@forward\n\"i\"\nj{k:'l'}",
			[]string{`import "a"`, "import 'b'", "string 'd'", "url f", "import 'g'", `string "i"`, "string 'l'"}},
		{"require of Stylus", "styl", "@require 'a'\nb{c:'d'}", []string{"import 'a'", "string 'd'"}},
		{"namespace is an identifier", "css", "@namespace svg url(http://www.w3.org/2000/svg);\n@namespace 'x'\na{b:url(c)}", []string{"url c"}},
		{"block comments", "css", `/* url(a) */b{c:url(d)}/*/ url(e) "f */g{h:url(i)}/* url(j)`, []string{"url d", "url i"}},
		{"line comments of less", "less", "// url(a) it's\nb{c:url(d)} // @import 'e'\n//", []string{"url d"}},
		{"plain css has no line comments", "css", "// url(a) it's\nb{c:url(d)}", []string{"url a", "url d"}},
		{"style without lang", "", "// url(a)", []string{"url a"}},
		{"other preprocessors", "styl", "// url(a)\nb url(c)", []string{"url c"}},
		{"data URIs", "css", `a{b:url(data:image/png;base64,AA==)}c{d:url("data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'/>")}` +
			`e{f:url(DATA:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' d="M 0 0">)}g{h:url(i)}`, []string{"url i"}},
		{"variables", "scss", `$cdn: "https://cdn.example.com"; a{b:url($cdn + "/c.png");d:url("#{$cdn}/e.png");f:url(#{$cdn}/g.png)}`,
			[]string{`string "https://cdn.example.com"`, "url $cdn", `string "/c.png"`, `url "#{$cdn}/e.png"`, "url #{$cdn}/g.png"}},
		{"less variables and escapes", "less", `@cdn: 'https://cdn.example.com'; a{b:url("@{cdn}/c.png");d:~"e";f:url(~'g');h:url(~@/i.png)}`,
			[]string{"string 'https://cdn.example.com'", `url "@{cdn}/c.png"`, `string "e"`, "url 'g'", "url ~@/i.png"}},
		{"concatenation in url", "scss", `a{b:url("https://cdn.example.com/" + $c)}d{e:url(f)}`, []string{`url "https://cdn.example.com/"`, "url f"}},
		{"other functions", "scss", `a{b:curl(c);d:image-url("e");f:-url(g);h:url-prefix(i);j:format("k")}`, []string{`string "e"`, `string "k"`}},
		{"escapes", "css", `.a\"b\/\/c{d:"e\"f";g:"h\\";i:url(j\)k)}`, []string{`string "e\"f"`, `string "h\\"`, `url j\)k`}},
		{"string over lines", "css", "a{b:\"c\\\nd\";e:'f\\\r\ng'}", []string{"string \"c\\\nd\"", "string 'f\\\r\ng'"}},
		{"string never closed", "css", "a{b:\"c;d:url(e)}\nf{g:\"h\"}", []string{"url e", `string "h"`}},
		{"url never closed", "css", "a{b:url(c;\nd:url(e)}", []string{"url c;", "url e"}},
		{"end anywhere", "css", "a{b:url(", nil}, {"end in a string", "css", "a{b:'", nil}, {"end in data", "css", "url(data:x", nil},
		{"end behind /", "less", "a{}/", nil}, {"end behind @", "less", "@", nil}, {"end in a word", "less", "@import", nil}, {"end behind a backslash", "css", `url(a\`, []string{`url a\`}},
		{"invalid UTF-8", "css", "a{b:url(\xff\xfe)}\xe4{c:'\xff'}", []string{"url \xff\xfe", "string '\xff'"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, urls(tt.src, tt.lang)); diff != "" {
				t.Errorf("URLs(%q, %s) (-want +got):\n%s", tt.src, tt.lang, diff)
			}
		})
	}
}
