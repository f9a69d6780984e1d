package markup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// attrs writes each attribute as tag@start name=value, quotes included.
func attrs(src string) []string {
	var got []string
	for a := range Elements([]byte(src), "") {
		value := src[a.Start:a.End]
		if a.Quoted {
			value = src[a.Start-1 : a.End+1]
		}
		got = append(got, fmt.Sprintf("%s@%d %s=%s", a.Tag, a.TagStart, a.Name, value))
	}
	return got
}

func TestElements(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"empty", "", nil},
		{"byte order mark", "\ufeff<a b='c'>", []string{"a@3 b='c'"}},
		{"single and double quotes", `<web-view src="https://m.example.com" a='b"c'/>`,
			[]string{`web-view@0 src="https://m.example.com"`, `web-view@0 a='b"c'`}},
		{"names as written", `<WebView :src="u" v-bind:src="v" wx:if="{{a}}" @tap.stop="f" #default="{i}" v-slot:x.y="z"/>`,
			[]string{`WebView@0 :src="u"`, `WebView@0 v-bind:src="v"`, `WebView@0 wx:if="{{a}}"`, `WebView@0 @tap.stop="f"`,
				`WebView@0 #default="{i}"`, `WebView@0 v-slot:x.y="z"`}},
		{"no value, no element without attributes", `<view hidden><br/><input disabled   password="1"/></view>`,
			[]string{"view@0 hidden=", "input@18 disabled=", `input@18 password="1"`}},
		{"empty value", `<a b="" c='' d=>`, []string{`a@0 b=""`, `a@0 c=''`, "a@0 d="}},
		{"white space around =", "<a b = \"c\"\n\td\r\n=\n'e'>", []string{`a@0 b="c"`, `a@0 d='e'`}},
		{"without quotes", `<image src=//cdn.example.com/a.png mode=widthFix/><b c=/d/>`,
			[]string{"image@0 src=//cdn.example.com/a.png", "image@0 mode=widthFix", "b@50 c=/d"}},
		{"expression without quotes", `<a b={{ c > d }} e={{f}}g>`, []string{"a@0 b={{ c > d }}", "a@0 e={{f}}g"}},
		{"value over lines", "<a b=\"c\n > d\" e='f'>", []string{"a@0 b=\"c\n > d\"", "a@0 e='f'"}},
		{"> in a value", `<a b="x => y" c="d">`, []string{`a@0 b="x => y"`, `a@0 c="d"`}},
		{"no space between attributes", `<a b="c"d="e">`, []string{`a@0 b="c"`, `a@0 d="e"`}},
		{"comments", `<!-- <a b="1"> --><c d="2"/><!----><!--><e f="3"/><g <!-- h="4" --> i="5">`,
			[]string{`c@18 d="2"`, `e@40 f="3"`, `g@50 i="5"`}},
		{"open comment", `<a b="1"/><!-- <c d="2"/>`, []string{`a@0 b="1"`}},
		{"declaration and instruction", `<?xml version="1.0"?><!DOCTYPE a><b c="d">`, []string{`b@33 c="d"`}},
		{"< in text", `a < b <- c << <d e="f">`, []string{`d@14 e="f"`}},
		{"< in an expression", `{{a<b ? 'x' : 'y'}} {{ c <d }}<e f="g">`, []string{`e@30 f="g"`}},
		{"expression nobody closes", `<a>{{ b </a><c d="e">{{f}}`, []string{`c@12 d="e"`}},
		{"tag nobody closes", `<a b="c" <d e="f">`, []string{`a@0 b="c"`, `d@9 e="f"`}},
		{"quote nobody closes", "<a b=\"c>\n<d e='f'>", []string{"a@0 b=c", "d@9 e='f'"}},
		{"quote closed by the next value", `<a b="c.png><d e="f">`, []string{"a@0 b=c.png", `d@12 e="f"`}},
		{"end tags", `<a></a b="c"><d e="f"></d `, []string{`d@13 e="f"`}},
		{"inline script", `<wxs module="m">var s = '<a b="c">' // </x></wxs><d e="f">`,
			[]string{`wxs@0 module="m"`, `d@49 e="f"`}},
		{"script elsewhere", `<wxs module="m" src="./m.wxs"/><a b="c"><wxs src="x"><d e="f">`,
			[]string{`wxs@0 module="m"`, `wxs@0 src="./m.wxs"`, `a@31 b="c"`, `wxs@40 src="x"`, `d@53 e="f"`}},
		{"textarea closes itself", `<textarea value="{{a}}" /><d e="f">`, []string{`textarea@0 value="{{a}}"`, `d@26 e="f"`}},
		{"import-sjs refers to a file", `<import-sjs name="m" from="./m.sjs" /><a b="c"/>`,
			[]string{`import-sjs@0 name="m"`, `import-sjs@0 from="./m.sjs"`, `a@38 b="c"`}},
		{"stray marks", `<a = "b" / c>< d><e f="g"">`, []string{"a@0 b=", "a@0 c=", `e@17 f="g"`}},
		{"invalid UTF-8", "<a b=\"\xff\xfe\" \xff=\"c\">", []string{"a@0 b=\"\xff\xfe\"", "a@0 \xff=\"c\""}},
		{"end anywhere", `<`, nil}, {"end in a name", `<a`, nil}, {"end behind =", `<a b=`, []string{"a@0 b="}},
		{"end in a quote", `<a b="`, []string{"a@0 b="}}, {"end in an end tag", `</`, nil},
		{"Chinese", `<视图 a="b"/><view title="标题：x" data-名="值">`, []string{`view@15 title="标题：x"`, `view@15 data-名="值"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, attrs(tt.src)); diff != "" {
				t.Errorf("Elements(%q) (-want +got):\n%s", tt.src, diff)
			}
		})
	}
}

func TestElementsStops(t *testing.T) {
	n := 0
	for range Elements([]byte(`<a b="1" c="2"/><d e="3"/>`), "") {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("broke after 2, got %d", n)
	}
}

func TestElementsAllocates(t *testing.T) {
	src := []byte(strings.Repeat(page, 20))
	few := testing.AllocsPerRun(10, func() {
		for range Elements(src, "") {
		}
	})
	if few > 60 {
		t.Errorf("%.0f allocations for %d bytes, want one a name", few, len(src))
	}
}

// pairs writes ranges of src.
func pairs(src string, seq func(func(int, int) bool)) []string {
	var got []string
	for start, end := range seq {
		got = append(got, src[start:end])
	}
	return got
}

func TestTexts(t *testing.T) {
	tests := []struct {
		src  string
		want []string
	}{
		{"", nil},
		{" \n ", nil},
		{"a", []string{"a"}},
		{"<a>\n  b c \r\n</a> d", []string{"b c", "d"}},
		{"a<!-- b -->c", []string{"a", "c"}},
		{"<a>{{b < c}} x < y</a>", []string{"{{b < c}} x < y"}},
		{"<wxs module='m'>code</wxs>text", []string{"text"}},
		{"\ufeff<a/>", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, pairs(tt.src, Texts([]byte(tt.src)))); diff != "" {
			t.Errorf("Texts(%q) (-want +got):\n%s", tt.src, diff)
		}
	}
}

func TestInlineScripts(t *testing.T) {
	tests := []struct {
		src  string
		want []string
	}{
		{`<wxs module="m" src="a.wxs"/><wxs module="n">var a = 1 < 2</wxs><wxs module="o"></wxs>`, []string{"var a = 1 < 2"}},
		{`<!-- <wxs module="m">no</wxs> --><view><wxs module='n'>yes</wxs></view>`, []string{"yes"}},
		{`<wxs module="m">never closed <view/>`, nil},
		{`<style>a{}</style><import-sjs name="m" from="a.sjs"/>`, nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, pairs(tt.src, InlineScripts([]byte(tt.src)))); diff != "" {
			t.Errorf("InlineScripts(%q) (-want +got):\n%s", tt.src, diff)
		}
	}
}

func TestMustache(t *testing.T) {
	tests := []struct {
		src  string
		want []string
	}{
		{"", nil},
		{"a", nil},
		{"{{", nil},
		{"{{}}", []string{""}},
		{"a{{ b }}c{{d}}", []string{" b ", "d"}},
		{"{{'https://cdn.example.com/' + x}}", []string{"'https://cdn.example.com/' + x"}},
		{"{{ {a: {b: 1}} }}", []string{" {a: {b: 1}} "}},
		{"{{{a: 1}}}", []string{"{a: 1}"}},
		{"{{ '}}' + `}}` + \"\\\"}}\" }} {{x}}", []string{" '}}' + `}}` + \"\\\"}}\" ", "x"}},
		{"{{it's}} {{b}}", []string{"it's", "b"}},
		{"{{ { }} {{b}}", []string{" { ", "b"}},
		{"{{ } }}", []string{" } "}},
		{"}} {{a}}", []string{"a"}},
	}
	for _, tt := range tests {
		src := "<{{" + tt.src + "}}>" // what stands outside of the value is not looked at
		got := pairs(src, Mustache([]byte(src), 3, 3+len(tt.src)))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Mustache(%q) (-want +got):\n%s", tt.src, diff)
		}
	}
}
