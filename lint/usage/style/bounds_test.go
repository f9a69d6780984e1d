package style

import (
	"strings"
	"testing"
)

const sheet = `/* the list of the page */
@import "../common/base.wxss";
.item {
  display: flex; padding: 20rpx 30rpx; margin: 0 auto;
  background: #fff url("https://cdn.example.com/bg.png") no-repeat center / cover;
}
.item__title::after { content: ' '; font-size: 28rpx; color: rgba(0, 0, 0, 0.85); line-height: 1.5; }
@font-face { font-family: icon; src: url(//at.example.net/t/font.woff2?t=1) format("woff2"); }
`

// drain reads every value of src: it must end, not panic, and give offsets in
// order and inside the source.
func drain(t testing.TB, src []byte) {
	t.Helper()
	for _, lang := range []string{"", "scss"} {
		last := 0
		for u := range URLs(src, lang) {
			if u.Start < last || u.End < u.Start || u.End > len(src) {
				t.Fatalf("[%d, %d) behind %d in %d bytes", u.Start, u.End, last, len(src))
			}
			if last = u.End; u.Quoted && (u.Start == 0 || u.End == len(src) || src[u.Start-1] != src[u.End]) {
				t.Fatalf("no quotes around [%d, %d) %q", u.Start, u.End, src[u.Start:u.End])
			}
		}
	}
}

func FuzzURLs(f *testing.F) {
	for _, s := range append(unclosed, sheet, "\xff\xfe", "@import 'a', url(b);", `url(data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'>)`) {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { drain(t, src) })
}

var unclosed = []string{
	"url(", "url(data:", "url('data:", `"`, `"\`, `\`, "'\n", `'"`, "/*", "//", "@import", "@import 'a'", "@namespace", "(", "@", " ", "\n", "\\\n", "\xff",
}

// TestLinear reads half a megabyte of each thing that nothing closes: with a
// search of the rest for each of them it would not end.
func TestLinear(t *testing.T) {
	const size = 1 << 19
	for _, piece := range unclosed {
		src := []byte(strings.Repeat(piece, size/len(piece)))
		drain(t, src)
		drain(t, append([]byte(`url("`), src...))
		drain(t, append(src, `"'*/`...))
	}
	drain(t, []byte(strings.Repeat(strings.ReplaceAll(sheet, "\n", " "), 5<<20/len(sheet))))
}

func BenchmarkURLs(b *testing.B) {
	data := []byte(strings.Repeat(sheet, 1<<20/len(sheet)))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for range URLs(data, "less") {
		}
	}
}
