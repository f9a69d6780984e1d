package lexer

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var kindNames = [...]string{"EOF", "Ident", "Number", "String", "Template", "TemplateHead", "TemplateMiddle", "TemplateTail",
	"Regex", "Punct", "JSXStart", "JSXEnd", "JSXClose", "JSXText"}

// dump writes the tokens one after the other, punctuation as it stands.
func dump(src string, jsx bool) string {
	var out []string
	for _, t := range Tokens([]byte(src), jsx, nil) {
		text := string(t.Text([]byte(src)))
		if t.Kind == Punct || t.Kind == Ident {
			out = append(out, text)
			continue
		}
		out = append(out, kindNames[t.Kind]+"‹"+text+"›")
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"string", `a = 'it\'s' + "x"`, `a = String‹'it\'s'› + String‹"x"›`},
		{"line comment", "a // 'https://example.com'\nb", "a b"},
		{"block comment", "a /* `x` */ b", "a b"},
		{"html-like comment", "<!-- x\na", "a"},
		{"url is no comment", `"https://example.com"`, `String‹"https://example.com"›`},
		{"unterminated string", "'abc\nd", "String‹'abc› d"},
		{"template", "`a`", "Template‹`a`›"},
		{"substitution", "`a${b + `c${d}`}e`", "TemplateHead‹`a${› b + TemplateHead‹`c${› d TemplateTail‹}`› TemplateTail‹}e`›"},
		{"object in substitution", "`a${{b: 1}.b}c${d}`", "TemplateHead‹`a${› { b : Number‹1› } . b TemplateMiddle‹}c${› d TemplateTail‹}`›"},
		{"unbalanced substitution", "`a${(}` + b", "TemplateHead‹`a${› ( TemplateTail‹}`› + b"},
		{"division", "a / b / c", "a / b / c"},
		{"regex", "a = /[/\"]/g.test(b)", "a = Regex‹/[/\"]/g› . test ( b )"},
		{"regex after condition", "if (a) /x/.test(b)", "if ( a ) Regex‹/x/› . test ( b )"},
		{"division after call", "f(a) / 2 / '/'", "f ( a ) / Number‹2› / String‹'/'›"},
		{"regex after block", "{}\n/'/.test(a)", "{ } Regex‹/'/› . test ( a )"},
		{"division after object", "a = {} / 2 / b", "a = { } / Number‹2› / b"},
		{"regex after return", "return /'/", "return Regex‹/'/›"},
		{"division after member named like a keyword", "a.return / 2 / b", "a . return / Number‹2› / b"},
		{"operators", "a ?? b?.c || d && e => {...f}", "a ?? b ?. c || d && e => { ... f }"},
		{"conditional with a number", "a?.5:1", "a ? Number‹.5› : Number‹1›"},
		{"type arguments", "Map<string, Array<string>>()", "Map < string , Array < string >> ( )"},
		{"shifts", "a << b >> c >>> d <<= e >>= f >>>= g", "a << b >> c >>> d <<= e >>= f >>>= g"},
		{"line separators end a line comment", "// a\u2028b // c\u2029d", "b d"},
		{"a comment at a line's start that looks like html", "a\n /* b */ --> c\nd", "a d"},
		{"decrement and comparison", "while (a --> b) c", "while ( a -- > b ) c"},
		{"no html-like comments in a module", "import a from 'b'\nc <!--d", "import a from String‹'b'› c < ! -- d"},
		{"division after not null", "a! / b /c", "a ! / b / c"},
		{"regex after not", "a = !/b/.test(c)\n!/d/", "a = ! Regex‹/b/› . test ( c ) ! Regex‹/d/›"},
		{"division after contextual keywords", "of / a; await / b; yield / c; async / d; get / e; set / f; static / g; let / h",
			"of / a ; await / b ; yield / c ; async / d ; get / e ; set / f ; static / g ; let / h"},
		{"regex after of", "for (const a of /b/) c", "for ( const a of Regex‹/b/› ) c"},
		{"of in a condition", "for (var of = 4; of / 2 > a; of /= 2) b", "for ( var of = Number‹4› ; of / Number‹2› > a ; of /= Number‹2› ) b"},
		{"regex after yield", "function* a() { if (b) { yield /c/ } }", "function * a ( ) { if ( b ) { yield Regex‹/c/› } }"},
		{"yield beside a generator", "a = { *b() { () => { yield / c / d } } }; yield / e / f",
			"a = { * b ( ) { ( ) => { yield / c / d } } } ; yield / e / f"},
		{"regex after heads", "for await (a of b) /c/; switch (d) {} /e/", "for await ( a of b ) Regex‹/c/› ; switch ( d ) { } Regex‹/e/›"},
		{"division after members named like heads", "a.if(b) / c / d; a?.for(b) / c / d", "a . if ( b ) / c / d ; a ?. for ( b ) / c / d"},
		{"regex after the block of a case", "switch (a) { case b: {} /c/ }", "switch ( a ) { case b : { } Regex‹/c/› }"},
		{"division after the object of a conditional", "a ? b : {} / c / d", "a ? b : { } / c / d"},
		{"division after increments", "a++ /b/ c", "a ++ / b / c"},
		{"escapes in names", `w\u0078.r\u{65}q`, `w\u0078 . r\u{65}q`},
		{"numbers", "1.5e+3 + .5e-3 - 0x1e+5 + 1_000n + 1..a", "Number‹1.5e+3› + Number‹.5e-3› - Number‹0x1e› + Number‹5› + Number‹1_000n› + Number‹1.› . a"},
		{"line separator ends a regex", "a = /b\u2028'c'/", "a = / b String‹'c'› /"},
		{"hash bang", "#!/usr/bin/env node '\na", "a"},
		{"wide space", "a\u00a0=\u3000b", "a = b"},
		{"element", `x = <View a="b" c={d}>t'{e}</View>;`, `x = JSXStart‹<› View a = String‹"b"› c = { d } JSXEnd‹>› JSXText‹t'› { e } JSXClose‹</View>› ;`},
		{"empty element", `(<a-b.c d='\' />)`, `( JSXStart‹<› a-b.c d = String‹'\'› JSXEnd‹/>› )`},
		{"fragment", `() => <><A/></>`, `( ) => JSXStart‹<› JSXEnd‹>› JSXStart‹<› A JSXEnd‹/>› JSXClose‹</>›`},
		{"blanks behind the start of an element", "(< View\n/>)", "( JSXStart‹<› View JSXEnd‹/>› )"},
		{"blanks in front of a type parameter", "f = < T,>(a) => a", "f = < T , > ( a ) => a"},
		{"comparison of many lines", "a <\nb && c", "a < b && c"},
		{"comparison", "a < b && c > d", "a < b && c > d"},
		{"type parameter", "f = <T,>(a) => a", "f = < T , > ( a ) => a"},
		{"element that does not close", "x = <a>'b'", "x = < a > String‹'b'›"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, dump(tt.src, true)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTypeScriptCastIsNoElement(t *testing.T) {
	if got, want := dump("a = <string>b", false), "a = < string > b"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestUnquote(t *testing.T) {
	for in, want := range map[string]string{
		`https:\/\/a`: "https://a", `\x41\u0042\u{43}`: "ABC", `a\
b`: "ab", `\'`: "'", `\xZZ`: "ZZ", `\`: `\`, `\u12`: "12", "例": "例",
		`\150ttp`: "http", `\0`: "\x00", `\1012`: "A2", `\400`: "\x200", `\8`: "8", `\ud83d\ude00`: "😀", `\ud83d\u0041`: "\ufffdA",
		"a\\\u2028b": "ab", `\b`: "\b", `\u{41`: "{41", `\u{}`: "{}",
	} {
		if got := Unquote([]byte(in)); got != want {
			t.Errorf("Unquote(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestLinear reads inputs on which a careless lexer searches the rest of the
// source again at every byte: the test would not end.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, in which the race detector finds nothing and takes long")
	}
	for _, unit := range []string{"/[", "`${", "<a>", "<a ", "'\\", "{", "(/", "</", "/*"} {
		Tokens(bytes.Repeat([]byte(unit), 1<<20), true, nil)
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"a = `x${b}y`", "<A b={`c${d}`}>e</A>", "a / b /c/", "'\\", "${}`", "}}}{{{", "</", "<!--"} {
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, src []byte, jsx bool) {
		end := int32(0)
		for i, tok := range Tokens(src, jsx, nil) {
			if tok.Start < end || tok.End <= tok.Start || int(tok.End) > len(src) {
				t.Fatalf("token %d covers [%d,%d) behind %d", i, tok.Start, tok.End, end)
			}
			if s, e := tok.Inner(src); tok.Kind >= String && tok.Kind <= TemplateTail && (s < int(tok.Start) || e > int(tok.End)) {
				t.Fatalf("token %d: inner [%d,%d) is not in [%d,%d)", i, s, e, tok.Start, tok.End)
			}
			end = tok.End
		}
	})
}

func BenchmarkTokens(b *testing.B) {
	var src bytes.Buffer
	for i := range 2000 {
		fmt.Fprintf(&src, "function load%d(a, b) {\n  // a comment\n  return wx.request({ url: `${base}/path/%d`, data: { a, b: b / 2 } });\n}\n", i, i)
	}
	b.SetBytes(int64(src.Len()))
	for b.Loop() {
		Tokens(src.Bytes(), true, nil)
	}
}

// TestTypeArgumentsAreBounded: those of an element are looked for so far.
func TestTypeArgumentsAreBounded(t *testing.T) {
	for length, want := range map[int]int{maxTypeArguments: maxTypeArguments, maxTypeArguments + 1: 1} {
		src := "<" + strings.Repeat("a", length-2) + ">"
		if got := typeArgumentsEnd([]byte(src), 0); got != want {
			t.Errorf("%d bytes: they end at %d, want %d", length, got, want)
		}
	}
}
