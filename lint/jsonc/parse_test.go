package jsonc

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

func parse(text string) (*Document, []*source.Problem) {
	return Parse(source.NewFile("app.json", []byte(text)))
}

// report is a problem as a person sees it.
type report struct {
	ID         message.ID
	Line, Col  int
	Text       string // of the span
	Says, Sagt string
}

func reports(problems []*source.Problem) (out []report) {
	for _, p := range problems {
		at := p.Span.Position()
		out = append(out, report{
			p.Message, at.Line, at.Column, p.Span.Text(),
			message.English.Message(p.Message, p.Args...), message.Chinese.Message(p.Message, p.Args...),
		})
	}
	return out
}

func TestParseProblems(t *testing.T) {
	json := func(line, col int, text, wants, finds, zh string) report {
		return report{
			"broken-file.json", line, col, text,
			"this is not valid JSON: expected " + wants + ", found " + finds, "不是有效的 JSON：此处应为" + zh,
		}
	}
	for _, tt := range []struct {
		name, in string
		want     report
	}{
		{"missing comma", "{\"a\": 1\n\"b\": 2}", json(2, 1, `"`, "“,” or “}”", "“\"”", "“,”或“}”，实际为“\"”")},
		{"missing comma in a list", `["a" "b"]`, json(1, 6, `"`, "“,” or “]”", "“\"”", "“,”或“]”，实际为“\"”")},
		{"missing colon", `{"a" 1}`, json(1, 6, "1", "“:” after the name", "“1”", "键名后的“:”，实际为“1”")},
		{"two commas", `[1,,2]`, json(1, 4, ",", "a value", "“,”", "一个值，实际为“,”")},
		{"comma first", `[,1]`, json(1, 2, ",", "a value or “]”", "“,”", "一个值或“]”，实际为“,”")},
		{"comma first in an object", `{,}`, json(1, 2, ",", "a name in double quotes or “}”", "“,”", "双引号括起的键名或“}”，实际为“,”")},
		{"bare name", `{a: 1}`, json(1, 2, "a", "a name in double quotes or “}”", "“a”", "双引号括起的键名或“}”，实际为“a”")},
		{"bare second name", `{"b": 2, a: 1}`, json(1, 10, "a", "a name in double quotes", "“a”", "双引号括起的键名，实际为“a”")},
		{"single quotes", `{"a": 'x'}`, json(1, 7, "'", "a value", "“'”", "一个值，实际为“'”")},
		{"JavaScript", "module.exports = {}", json(1, 1, "m", "a value", "“m”", "一个值，实际为“m”")},
		{"cut off", "{\"a\": [1, 2\n\n", json(1, 12, "", "“,” or “]”", "the end of the file", "“,”或“]”，实际为文件末尾")},
		{"cut off in a string", `{"a": "x`, json(1, 9, "", "the closing double quote", "the end of the file", "结尾的双引号，实际为文件末尾")},
		{"line break in a string", "{\"a\": \"x\n\"}", json(1, 9, "", "the closing double quote", "the end of the line", "结尾的双引号，实际为行尾")},
		{"unknown escape", `{"a": "\x"}`, json(1, 9, "x", `an escape that JSON knows (\" \\ \/ \b \f \n \r \t \u0000)`, "“x”", ` JSON 认识的转义（\" \\ \/ \b \f \n \r \t \u0000），实际为“x”`)},
		{"short escape", `{"a": "\u12g4"}`, json(1, 12, "g", `an escape that JSON knows (\" \\ \/ \b \f \n \r \t \u0000)`, "“g”", ` JSON 认识的转义（\" \\ \/ \b \f \n \r \t \u0000），实际为“g”`)},
		{"Python's literal", `[True]`, json(1, 2, "T", "a value or “]”", "“T”", "一个值或“]”，实际为“T”")},
		{"misspelt literal", `[treu]`, json(1, 4, "e", "true, false or null", "“e”", " true、false 或 null，实际为“e”")},
		{"number without digits", `[-]`, json(1, 3, "]", "a digit", "“]”", "一个数字，实际为“]”")},
		{"leading zero", `[01]`, json(1, 3, "1", "“,” or “]”", "“1”", "“,”或“]”，实际为“1”")},
		{"second value", "{}\n{}", json(2, 1, "{", "nothing more", "“{”", "文件结束，实际为“{”")},
		{"last byte is wrong", `{}x`, json(1, 3, "x", "nothing more", "“x”", "文件结束，实际为“x”")},
		{"wrong bracket", `[1}`, json(1, 3, "}", "“,” or “]”", "“}”", "“,”或“]”，实际为“}”")},
		{"no-break space", "{\u00a0}", json(1, 2, "\u00a0", "a name in double quotes or “}”", "U+00A0", "双引号括起的键名或“}”，实际为 U+00A0")},
		{"position after comments, mark and Chinese", "\ufeff/* 域名 */ {\"a\" 1}", json(1, 15, "1", "“:” after the name", "“1”", "键名后的“:”，实际为“1”")},
		{"full-width comma", `{"a": 1，"b": 2}`, report{
			"broken-file.full-width", 1, 8, "，",
			"this is not valid JSON: “，” is a full-width or typographic character", "不是有效的 JSON：“，”是全角或中文标点",
		}},
		{"typographic quote", `{“a”: 1}`, report{
			"broken-file.full-width", 1, 2, "“",
			"this is not valid JSON: ““” is a full-width or typographic character", "不是有效的 JSON：““”是全角或中文标点",
		}},
		{"open comment", "{}\n /* x", report{
			"broken-file.open-comment", 2, 2, "/*", "the comment that starts here never ends", "从这里开始的注释没有结束",
		}},
		{"empty", "", report{
			"broken-file.empty", 1, 1, "", "the file has no JSON: it is empty or has only comments", "文件中没有 JSON 内容：文件为空或只有注释",
		}},
		{"UTF-16", "\xff\xfe{\x00}\x00", report{"broken-file.utf-16", 1, 1, "", "the file is saved as UTF-16", "文件是 UTF-16 编码"}},
		{"UTF-16 without a mark", "\x00{\x00}", report{"broken-file.utf-16", 1, 1, "", "the file is saved as UTF-16", "文件是 UTF-16 编码"}},
		{"GBK", "{\"a\": \"\xd3\xf2\"}", report{"broken-file.utf-8", 1, 8, "\xd3", "the text here is not UTF-8", "此处的文本不是 UTF-8 编码"}},
		{"GBK whose second byte is a backslash", "{\"a\": \"\x81\x5c\"}", report{"broken-file.utf-8", 1, 8, "\x81", "the text here is not UTF-8", "此处的文本不是 UTF-8 编码"}},
		{"too large", strings.Repeat(" ", MaxSize+1), report{
			"broken-file.too-large", 1, 1, "",
			"the file has 1048577 bytes, and JSON larger than 1048576 bytes is not read", "文件有 1048577 字节，超过 1048576 字节的 JSON 不会读取",
		}},
		{"too deep", strings.Repeat("[", MaxDepth) + "[" + strings.Repeat("]", MaxDepth+1), report{
			"broken-file.too-deep", 1, MaxDepth + 1, "[",
			"objects and arrays are nested more than 128 deep", "对象和数组的嵌套超过 128 层",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, problems := parse(tt.in)
			if diff := cmp.Diff([]report{tt.want}, reports(problems)); diff != "" {
				t.Error(diff)
			}
			if exists := doc.Root().Exists(); exists != (tt.name == "GBK") {
				t.Errorf("root exists: %t", exists)
			}
			if empty := tt.name == "empty"; doc.Empty != empty {
				t.Errorf("Empty = %t", doc.Empty)
			}
		})
	}
}

func TestParseSaysWhichBracketIsOpen(t *testing.T) {
	_, problems := parse("{\n  \"a\": [1,\n")
	if len(problems) != 1 || len(problems[0].Related) != 1 {
		t.Fatalf("got %+v", problems)
	}
	r := problems[0].Related[0]
	if at := r.Span.Position(); at.Line != 2 || at.Column != 8 || r.Span.Text() != "[" {
		t.Errorf("related %q at %d:%d", r.Span.Text(), at.Line, at.Column)
	}
	if got, want := message.English.Message(r.Message, r.Args...), "this [ is never closed"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestParseTolerates(t *testing.T) {
	for name, in := range map[string]string{
		"mark":               "\ufeff{\"a\": 1}",
		"comments":           "// x\n{\"a\": /* y */ 1} // z",
		"trailing comma":     `{"a": 1,}`,
		"odd byte in note":   "{\"a\": 1 // \xd3\xf2\n}",
		"CRLF":               "{\r\n\"a\": 1\r\n}\r\n",
		"deepest":            `{"a":1,"b":` + strings.Repeat("[", MaxDepth-1) + strings.Repeat("]", MaxDepth-1) + "}",
		"brackets in string": `{"a":1,"b":"` + strings.Repeat("[", 2*MaxDepth) + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			doc, problems := parse(in)
			if len(problems) > 0 {
				t.Fatalf("got %+v", reports(problems))
			}
			if n, ok := doc.Root().Get("a").Int(); n != 1 || !ok {
				t.Errorf("a = %d, %t", n, ok)
			}
		})
	}
}

func TestParseNotes(t *testing.T) {
	for _, tt := range []struct {
		in              string
		comments, empty bool
	}{
		{"{}", false, false},
		{"{} // x", true, false},
		{"// only\n// notes\n", true, true},
		{" \n", false, true},
		{"\ufeff", false, true},
		{"/* x", true, false},
	} {
		doc, _ := parse(tt.in)
		if doc.Comments != tt.comments || doc.Empty != tt.empty {
			t.Errorf("%q: Comments %t, Empty %t", tt.in, doc.Comments, doc.Empty)
		}
	}
}

func TestPlainForMapsEveryCharacter(t *testing.T) {
	for wide, narrow := range map[rune]string{
		'，': ",", '：': ":", '｛': "{", '｝': "}", '［': "[", '］': "]", '【': "[", '】': "]",
		'“': `"`, '”': `"`, '‘': `"`, '’': `"`, '「': `"`, '」': `"`, '＂': `"`, '、': ",", '；': ",",
	} {
		if got, ok := plainFor(wide); got != narrow || !ok {
			t.Errorf("plainFor(%c) = %q, %t", wide, got, ok)
		}
	}
	if _, ok := plainFor('x'); ok {
		t.Error("x is plain")
	}
}
