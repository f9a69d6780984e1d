package jsonc

import (
	"bytes"
	"strings"
	"testing"
)

func TestBlank(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"line comment", "{ // note\n}", "{        \n}"},
		{"line comment before CRLF", "{ // note\r\n}", "{        \r\n}"},
		{"line comment before CR", "{ // note\r}", "{        \r}"},
		{"line comment at the end", "{}//", "{}  "},
		{"block comment", "{/* a\nb */}", "{    \n    }"},
		{"block comment with stars", "{/***/}", "{     }"},
		{"block comment is not closed by its own star", "{/*/ */}", "{      }"},
		{"open block comment", "{ /* a\n}", "{     \n "},
		{"comment in Chinese keeps its bytes", "{/*域*/}", "{       }"},
		{"uni-app condition", "{\n// #ifdef MP-WEIXIN\n\"a\":1\n// #endif\n}", "{\n                   \n\"a\":1\n         \n}"},
		{"URL in a string", `{"u":"https://a.example.com/*x*/"}`, `{"u":"https://a.example.com/*x*/"}`},
		{"escaped quote", `{"u":"\"//"}`, `{"u":"\"//"}`},
		{"escaped backslash before the quote", `{"u":"\\"}//x`, `{"u":"\\"}   `},
		{"open string ends with its line", "{\"a\": \"x\n// b\n}", "{\"a\": \"x\n    \n}"},
		{"open string ends in a backslash", "\"x\\\n// b", "\"x\\\n    "},
		{"byte order mark", "\ufeff{}", "   {}"},
		{"mark elsewhere", "{}\ufeff", "{}\ufeff"},
		{"trailing comma", `{"a":[1,2,],}`, `{"a":[1,2 ] }`},
		{"trailing comma before a comment", "[1, // x\n]", "[1      \n]"},
		{"comma in a string", `["a,]",]`, `["a,]" ]`},
		{"comma without a value", `[,]`, `[,]`},
		{"two commas", `[1,,]`, `[1,,]`},
		{"comma after a colon", `{"a":,}`, `{"a":,}`},
		{"comma at the end of the text", `1,`, `1,`},
		{"slash alone", `{"a":1/2}`, `{"a":1/2}`},
		{"empty", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := []byte(tt.in)
			if got := string(Blank(in)); got != tt.want {
				t.Errorf("Blank(%q)\n got %q\nwant %q", tt.in, got, tt.want)
			}
			if string(in) != tt.in {
				t.Error("the input was changed")
			}
		})
	}
}

func FuzzBlank(f *testing.F) {
	for _, seed := range []string{
		"\ufeff{ // c\r\n\"a\": [1,], /* x */ }", "/*", "\"\\", "[,],]", "//\r\r\n", "\"a\n//", "/**/,]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		out := Blank(in)
		if len(out) != len(in) {
			t.Fatalf("length %d became %d", len(in), len(out))
		}
		for i := range in {
			if isBreak := in[i] == '\n' || in[i] == '\r'; isBreak != (out[i] == '\n' || out[i] == '\r') {
				t.Fatalf("line break at %d was lost or made", i)
			}
			if out[i] != in[i] && out[i] != ' ' {
				t.Fatalf("byte %d became %q", i, out[i])
			}
		}
		if again := Blank(out); !bytes.Equal(again, out) {
			t.Fatalf("not idempotent:\n%q\n%q", out, again)
		}
	})
}

func BenchmarkBlank(b *testing.B) {
	data := []byte(strings.Repeat("{\"url\": \"https://a.example.com\", // note\n\"n\": [1, 2, 3,]}\n", 1000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Blank(data)
	}
}
