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
	for _, t := range Tokens([]byte(src), jsx) {
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
		{"type arguments", "Map<string, Array<string>>()", "Map < string , Array < string > > ( )"},
		{"hash bang", "#!/usr/bin/env node '\na", "a"},
		{"wide space", "a\u00a0=\u3000b", "a = b"},
		{"element", `x = <View a="b" c={d}>t'{e}</View>;`, `x = JSXStart‹<› View a = String‹"b"› c = { d } JSXEnd‹>› JSXText‹t'› { e } JSXClose‹</View>› ;`},
		{"empty element", `(<a-b.c d='\' />)`, `( JSXStart‹<› a-b.c d = String‹'\'› JSXEnd‹/>› )`},
		{"fragment", `() => <><A/></>`, `( ) => JSXStart‹<› JSXEnd‹>› JSXStart‹<› A JSXEnd‹/>› JSXClose‹</>›`},
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
	} {
		if got := Unquote([]byte(in)); got != want {
			t.Errorf("Unquote(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestLinear reads inputs on which a careless lexer searches the rest of the
// source again at every byte: the test would not end.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"/[", "`${", "<a>", "<a ", "'\\", "{", "(/", "</", "/*"} {
		Tokens(bytes.Repeat([]byte(unit), 1<<20), true)
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"a = `x${b}y`", "<A b={`c${d}`}>e</A>", "a / b /c/", "'\\", "${}`", "}}}{{{", "</", "<!--"} {
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, src []byte, jsx bool) {
		end := int32(0)
		for i, tok := range Tokens(src, jsx) {
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
		Tokens(src.Bytes(), true)
	}
}
