package ifdef

import (
	"strings"
	"testing"
)

const branches = "const a = 1\n// #ifdef MP-WEIXIN || MP-ALIPAY\nconst color = '#fff'\n// #endif\n/* #ifndef H5 */\n.a { color: #000 }\n/* #endif */\n<!-- #ifdef APP-PLUS -->\n<a/>\n<!-- #endif -->\n"

// drain reads every branch of src: it must end, not panic, and give offsets
// inside the source, outer before inner.
func drain(t testing.TB, src []byte) {
	t.Helper()
	start := 0
	for _, b := range Branches(src) {
		if b.Start < start || b.End < b.Start || b.End > len(src) {
			t.Fatalf("[%d, %d) behind %d in %d bytes", b.Start, b.End, start, len(src))
		}
		start = b.Start
		b.Active(Target{"MP-WEIXIN"}, Target{"MP-ALIPAY"})
	}
}

func FuzzBranches(f *testing.F) {
	for _, s := range append(unclosed, branches, "\xff\xfe", "//#if (\n//#else\n//#endif") {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { drain(t, src) })
}

// FuzzActive looks for conditions that panic, or whose two branches are
// both left out.
func FuzzActive(f *testing.F) {
	for _, s := range []string{"MP-WEIXIN || H5", "!(MP && VUE3) | APP_PLUS", "uniVersion > 3.9", "((", "!", "a b", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, expr string) {
		if len(expr) > maxExpr {
			return
		}
		if !(Branch{Expr: expr}).Active(Target{"MP-WEIXIN"}) && !(Branch{Expr: expr, Not: true}).Active(Target{"MP-WEIXIN"}) {
			t.Errorf("%q: neither it nor its opposite is active", expr)
		}
	})
}

var unclosed = []string{
	"#", "#if ", "#if\n", "//#if", "//#if a\n", "<!--#if", "/*#if a*/", "//#else\n", "//#if\n//#else\n//#endif\n", "<!--", "/*", "//", " ", "\n", "\xff",
}

// TestLinear reads half a megabyte of each thing that nothing closes.
func TestLinear(t *testing.T) {
	const size = 1 << 19
	for _, piece := range unclosed {
		src := []byte(strings.Repeat(piece, size/len(piece)))
		drain(t, src)
		drain(t, append(src, "-->*/"...))
	}
}

func BenchmarkBranches(b *testing.B) {
	data := []byte(strings.Repeat(branches, 1<<20/len(branches)))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Branches(data)
	}
}
