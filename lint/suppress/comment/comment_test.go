package comment

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// read returns what is read from a file in which ▸…◂ stand around what a
// finding is about: the comments, each with the numbers of the findings that it
// silences, and the problems.
func read(name, src string) []string {
	var places []source.Span
	for {
		start := strings.Index(src, "▸")
		end := strings.Index(src, "◂")
		if start < 0 {
			break
		}
		src = src[:start] + src[start+len("▸"):end] + src[end+len("◂"):]
		places = append(places, source.Span{Start: start, End: end - len("▸")})
	}
	comments, problems := Read(source.NewFile(name, []byte(src)))
	var got []string
	for _, c := range comments {
		line := ""
		for _, r := range c.Rules {
			line += r.Text() + " "
		}
		line += c.Until.Text() + ":"
		for i, s := range places {
			if c.Covers(s) {
				line += fmt.Sprint(" ", i)
			}
		}
		got = append(got, line)
	}
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%s %q %v", p.Message, p.Span.Text(), p.Args))
	}
	return got
}

func TestRead(t *testing.T) {
	for _, test := range []struct {
		name, file, src string
		want            []string
	}{
		{"same line", "a.js", "▸a◂ // beianlint-ignore r: why\n▸b◂", []string{"r : 0"}},
		{"same line, before", "a.js", "▸z◂\n/* beianlint-ignore r: why */ ▸a◂\n▸b◂", []string{"r : 1"}},
		{"last line", "a.js", "▸a◂ // beianlint-ignore r: why", []string{"r : 0"}},
		{"next line", "a.js", "▸z◂ // beianlint-ignore-next-line r: why\n▸a◂\n▸b◂", []string{"r : 1"}},
		{"next line, stacked", "a.js", "// beianlint-ignore-next-line r: why\n\n// beianlint-ignore-next-line s: why\n/* c */\n  ▸a◂\n▸b◂", []string{"r : 0", "s : 0"}},
		{"next line, nothing", "a.js", "▸a◂ // beianlint-ignore-next-line r: why", []string{"r :"}},
		{"next line, in an element", "a.jsx", "x = <a>\n{/* beianlint-ignore-next-line r: why */}\n<b src=▸'c'◂/>\n</a>", []string{"r : 0"}},
		{"next line, on which the comment ends", "a.js", "/*! banner\n// beianlint-ignore-next-line r: why\n */!f(▸a◂)\n▸b◂", []string{"r : 0"}},
		{"next line, several", "a.js", "// beianlint-ignore-next-line r: why\nf(▸a◂, ▸b◂,\n▸c◂)", []string{"r : 0 1"}},
		{"file, byte order mark", "a.js", "\ufeff// beianlint-ignore-file r: why\n▸a◂", []string{"r : 0"}},
		{"file", "a.js", "#!/usr/bin/env node\n// copyright\n/**\n * beianlint-ignore-file r: why\n */\n▸a◂\n▸b◂", []string{"r : 0 1"}},
		{"file, too late", "a.js", "a\n// beianlint-ignore-file r: why", []string{`invalid-ignore.not-head "beianlint-ignore-file r: why" []`}},
		{"several rules", "a.js", "▸a◂ // beianlint-ignore r, s t: why, really: so", []string{"r s t : 0"}},
		{"until", "a.js", "▸a◂ // beianlint-ignore r until=2026-12-31: why", []string{"r 2026-12-31: 0"}},
		{"Chinese punctuation", "a.js", "▸a◂ // beianlint-ignore r，s、t：备案办理中", []string{"r s t : 0"}},
		{"CRLF", "a.js", "// beianlint-ignore-next-line r: why\r\n▸a◂\r\n▸b◂", []string{"r : 0"}},
		{"lines of a comment", "a.js", "/*\n beianlint-ignore-next-line r: why\n beianlint-ignore-next-line s: why */\n▸a◂", []string{"r : 0", "s : 0"}},

		{"no reason", "a.js", "▸a◂ // beianlint-ignore r", []string{`invalid-ignore.no-reason "beianlint-ignore r" []`}},
		{"empty reason", "a.js", "▸a◂ /* beianlint-ignore r: */", []string{`invalid-ignore.no-reason "beianlint-ignore r:" []`}},
		{"no rule", "a.js", "▸a◂ // beianlint-ignore: why", []string{`invalid-ignore.no-rule "beianlint-ignore: why" []`}},
		{"unknown word", "a.js", "▸a◂ // beianlint-ignore-nextline r: why", []string{`invalid-ignore.word "beianlint-ignore-nextline" [beianlint-ignore-nextline]`}},
		{"prose", "a.js", "// see beianlint-ignore r: why, and beianlint-ignored\n// beianlint-ignored r: why\n▸a◂", nil},
		{"strings", "a.js", "'// beianlint-ignore r: why'; `/* beianlint-ignore r: why */`; x = /\\/* beianlint-ignore r: why/", nil},
		{"text of an element", "a.jsx", "x = <a>// beianlint-ignore r: why</a>", nil},

		{"TypeScript", "a.ts", "▸a◂ as <T>b // beianlint-ignore r: why", []string{"r : 0"}},
		{"JSON", "a.json", "{\"a\": ▸1◂ // beianlint-ignore r: why\n, \"b\": \"// beianlint-ignore s: why\"}", []string{"r : 0"}},
		{"markup", "a.wxml", "<!-- beianlint-ignore-next-line r: why -->\n<image\n  src=▸'b'◂\n/>\n<image src=▸'c'◂/> <!-- beianlint-ignore s: why -->", []string{"r : 0", "s : 1"}},
		{"markup, values", "a.axml", "<a b='<!-- beianlint-ignore r: why -->'/>", nil},
		{"inline wxs", "a.wxml", "<wxs module='m'>\n// beianlint-ignore-next-line r: why\nvar a = ▸1◂\n</wxs>", []string{"r : 0"}},
		{"style", "a.wxss", "/* beianlint-ignore-next-line r: why */\na { b: url(▸c◂) } // beianlint-ignore s: why", []string{"r : 0"}},
		{"less", "a.less", "// beianlint-ignore-next-line r: why\na { b: url(▸c◂) } // beianlint-ignore s: why", []string{"r : 0", "s : 0"}},
		{"dotenv", ".env.production", "# beianlint-ignore-next-line r: why\nA=▸b◂\nC='#' # beianlint-ignore s: why\nD='\n# beianlint-ignore t: why\n'", []string{"r : 0", "s :"}},
		{"component", "a.vue", "<!-- beianlint-ignore-file r: why -->\n<template>\n<!-- beianlint-ignore-next-line s: why -->\n<a b=▸'c'◂/></template>\n" +
			"<script lang=\"ts\">\n▸d◂ // beianlint-ignore t: why\n</script>\n<style lang=\"scss\">\n// beianlint-ignore-next-line u: why\n▸e◂\n</style>",
			[]string{"r : 0 1 2", "s : 0", "t : 1", "u : 2"}},
		{"component, later comments", "a.mpx", "<template/>\n<!-- beianlint-ignore-next-line r: why -->\n<script name=\"json\">▸a◂</script>\n<!-- beianlint-ignore-file s: why -->",
			[]string{"r : 0", `invalid-ignore.not-head "beianlint-ignore-file s: why" []`}},
		{"other files", "a.md", "// beianlint-ignore r: why", nil},
	} {
		if diff := cmp.Diff(test.want, read(test.file, test.src)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// A finding about a call of several lines is silenced on the first and the last.
func TestCoversCalls(t *testing.T) {
	src := "call( // beianlint-ignore r: why\n  a, // beianlint-ignore s: why\n) // beianlint-ignore t: why\n"
	comments, _ := Read(source.NewFile("a.js", []byte(src)))
	var covered []string
	for _, c := range comments {
		if c.Covers(source.Span{Start: 0, End: strings.Index(src, ") //") + 1}) {
			covered = append(covered, c.Rules[0].Text())
		}
	}
	if diff := cmp.Diff([]string{"r", "t"}, covered); diff != "" {
		t.Error(diff)
	}
}

// A file cannot make the linter slow with comments.
func TestTooMany(t *testing.T) {
	src := strings.Repeat("// beianlint-ignore-next-line r: why\n", Max+10)
	comments, problems := Read(source.NewFile("a.js", []byte(src)))
	if len(comments) != Max || len(problems) != 1 || problems[0].Message != "invalid-ignore.many" {
		t.Errorf("got %d comments and %v", len(comments), problems)
	}
}

// Nor with the rules of one comment.
func TestTooManyRules(t *testing.T) {
	src := "// beianlint-ignore a: why\n// beianlint-ignore " + strings.Repeat("r,", 2*Max) + "r: why\n// beianlint-ignore b: why\n"
	comments, problems := Read(source.NewFile("a.js", []byte(src)))
	if len(comments) != 1 || len(problems) != 1 || problems[0].Message != "invalid-ignore.many" {
		t.Errorf("got %d comments and %v", len(comments), problems)
	}
}

// What stands behind as many tokens as are read may be a string: no comment is seen there.
func TestBehindTheLastToken(t *testing.T) {
	if testing.Short() {
		t.Skip("four million tokens")
	}
	const line = "\nx = 'a // beianlint-ignore r: why'\n// beianlint-ignore r: why\n"
	for tokens, want := range map[int]int{lexer.MaxTokens: 0, lexer.MaxTokens - 10: 1} {
		comments, problems := Read(source.NewFile("a.js", []byte(strings.Repeat(";", tokens)+line)))
		if len(comments) != want || len(problems) > 0 {
			t.Errorf("behind %d tokens: got %d comments and %v, want %d", tokens, len(comments), problems, want)
		}
	}
}

// Files without the words cost nothing.
func TestNothingToRead(t *testing.T) {
	f := source.NewFile("a.js", []byte("// beianlint\nwx.request({ url: 'https://api.example.com' })"))
	if n := testing.AllocsPerRun(10, func() { Read(f) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// Whatever a file holds, comments stand where they say, begin with the words,
// name rules and give a reason; and none is longer than its file.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"a.js", "a.ts", "a.wxml", "a.less", "a.vue", ".env", "a.json"} {
		f.Add(name, []byte("// beianlint-ignore r: why\n/* beianlint-ignore-file r, s until=2026-12-31：why */ <!-- beianlint-ignore-next-line r: why -->\n# beianlint-ignore r: why"))
		f.Add(name, []byte("<template>\n<!-- beianlint-ignore-next-line r: why --><a b='</template><script>`${ // beianlint-ignore r: why\n}`</script><style lang=less>// beianlint-ignore"))
	}
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		file := source.NewFile(name, src)
		comments, problems := Read(file)
		for _, c := range comments {
			text := c.Span.Text()
			if !strings.HasPrefix(text, Mark) || len(c.Rules) == 0 || !strings.ContainsAny(text, ":：") || bytes.Contains([]byte(text), []byte("\n")) {
				t.Errorf("%q", text)
			}
			if c.reach.start < 0 || c.reach.end > len(src)+1 || c.reach.start > c.reach.end {
				t.Errorf("%q reaches over %v of %d bytes", text, c.reach, len(src))
			}
			for _, r := range c.Rules {
				if r.Text() == "" || r.Start < c.Span.Start || r.End > c.Span.End {
					t.Errorf("%q: the rule %q", text, r.Text())
				}
			}
		}
		for _, p := range problems {
			if !strings.HasPrefix(p.Span.Text(), Mark) {
				t.Errorf("%s: %q", p.Message, p.Span.Text())
			}
		}
	})
}
