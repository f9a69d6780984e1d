package markup

import (
	"iter"
	"strconv"
	"strings"
	"testing"
)

// page, sheet and component are typical inputs for the benchmarks.
const page = `<view class="page" wx:if="{{ready && list.length > 0}}">
  <!-- the list -->
  <view class="item {{item.active ? 'item--on' : ''}}" wx:for="{{list}}" wx:key="id" data-id="{{item.id}}" bindtap="onTap">
    <image class="item__picture" src="{{item.picture}}" mode="aspectFill" lazy-load />
    <text class="item__title">{{item.title}} 共 {{item.count}} 件</text>
    <web-view wx:if="{{item.url}}" src="https://m.example.com/{{item.url}}"></web-view>
    <image src="https://cdn.example.com/icons/arrow.png" />
  </view>
</view>
`

const sheet = `/* the list of the page */
@import "../common/base.wxss";
.item {
  display: flex; padding: 20rpx 30rpx; margin: 0 auto;
  background: #fff url("https://cdn.example.com/bg.png") no-repeat center / cover;
}
.item__title::after { content: ' '; font-size: 28rpx; color: rgba(0, 0, 0, 0.85); line-height: 1.5; }
@font-face { font-family: icon; src: url(//at.example.net/t/font.woff2?t=1) format("woff2"); }
`

var component = "<template>\n" + strings.ReplaceAll(page, "wx:", "v-") + "</template>\n<script lang=\"ts\">\n" +
	strings.Repeat("export const a = () => ({ b: 'c', d: [1, 2, 3] })\n", 20) + "</script>\n<style lang=\"scss\">\n" + sheet + "</style>\n"

const env = "# the API\nVITE_API=https://api.example.com\n\nexport NODE_ENV = 'production' # mode\nTITLE=\"a # b\"\n"

const branches = "const a = 1\n// #ifdef MP-WEIXIN || MP-ALIPAY\nconst color = '#fff'\n// #endif\n/* #ifndef H5 */\n.a { color: #000 }\n/* #endif */\n<!-- #ifdef APP-PLUS -->\n<a/>\n<!-- #endif -->\n"

// drain runs every function over src: they must end, and not panic, and give
// offsets in order and inside the source.
func drain(t testing.TB, src []byte) {
	t.Helper()
	drainElements(t, src)
	drainRanges(t, src, "text", Texts(src))
	drainRanges(t, src, "inline script", InlineScripts(src))
	drainRanges(t, src, "mustache", Mustache(src, 0, len(src)))
	last := 0
	for b := range Blocks(src) {
		last = inside(t, src, "block", last, b.Start, b.End)
	}
	for _, lang := range []string{"", "scss"} {
		last = 0
		for u := range StyleURLs(src, lang) {
			last = inside(t, src, "style "+lang, last, u.Start, u.End)
			checkQuotes(t, src, u.Start, u.End, u.Quoted)
		}
	}
	last = 0
	for v := range Dotenv(src) {
		last = inside(t, src, "variable", last, v.Start, v.End)
		checkQuotes(t, src, v.Start, v.End, v.Quoted)
	}
	start := 0
	for _, d := range Ifdefs(src) {
		inside(t, src, "branch", start, d.Start, d.End)
		start = d.Start // branches nest
		d.Active("MP-WEIXIN", "MP-ALIPAY")
	}
}

func drainElements(t testing.TB, src []byte) {
	t.Helper()
	last := 0
	for a := range Elements(src) {
		last = inside(t, src, "attribute", last, a.Start, a.End)
		checkQuotes(t, src, a.Start, a.End, a.Quoted)
		if a.TagStart > a.Start || src[a.TagStart] != '<' {
			t.Fatalf("tag at %d, value at %d", a.TagStart, a.Start)
		}
		for start, end := range Mustache(src, a.Start, a.End) {
			if start < a.Start || end < start || end > a.End {
				t.Fatalf("mustache [%d, %d) in [%d, %d)", start, end, a.Start, a.End)
			}
		}
	}
}

func drainRanges(t testing.TB, src []byte, what string, seq iter.Seq2[int, int]) {
	t.Helper()
	last := 0
	for start, end := range seq {
		last = inside(t, src, what, last, start, end)
	}
}

// inside fails unless the range stands in src and behind last, and returns its end.
func inside(t testing.TB, src []byte, what string, last, start, end int) int {
	t.Helper()
	if start < last || end < start || end > len(src) {
		t.Fatalf("%s: [%d, %d) behind %d in %d bytes", what, start, end, last, len(src))
	}
	return end
}

func checkQuotes(t testing.TB, src []byte, start, end int, quoted bool) {
	t.Helper()
	if quoted && (start == 0 || end == len(src) || src[start-1] != src[end]) {
		t.Fatalf("no quotes around [%d, %d) %q", start, end, src[start:end])
	}
}

var seeds = []string{
	page, sheet, component, env, branches, "", "<", "{{", "url(", "#if", "\xff\xfe<a \x00b=\xe4\xbd",
	"<wxs module='m'>a</wxs>", "<!-- <a b=c --> <a b={{c}}/>", "<template><template></template>", "@import 'a', url(b);", "A='b\nc'",
	"//#if (\n//#else\n//#endif", `url(data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'>)`, "<a b=\"c>d<e f=\"g\">",
}

func FuzzMarkup(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { drain(t, src) })
}

// FuzzIfdefActive looks for conditions that panic, or whose two branches are
// both left out.
func FuzzIfdefActive(f *testing.F) {
	for _, s := range []string{"MP-WEIXIN || H5", "!(MP && VUE3) | APP_PLUS", "uniVersion > 3.9", "((", "!", "a b", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, expr string) {
		if len(expr) > maxExpr {
			return
		}
		if !(Ifdef{Expr: expr}).Active("MP-WEIXIN") && !(Ifdef{Expr: expr, Not: true}).Active("MP-WEIXIN") {
			t.Errorf("%q: neither it nor its opposite is active", expr)
		}
	})
}

// TestLinear runs half a megabyte of each thing that nothing closes: with a
// function that looks at the rest of the source for each of them it would not
// end.
func TestLinear(t *testing.T) {
	const size = 1 << 19
	for _, piece := range hostile {
		src := []byte(strings.Repeat(piece, size/len(piece)))
		for _, src := range [][]byte{src, append([]byte("<template>{{ url(\""), src...), append(src, "-->\"'}}</template>*/"...)} {
			drain(t, src)
		}
	}
	drain(t, distinctTags(size))
}

var hostile = []string{
	`<a b="`, `<a b='"`, `<a b=">`, `<a b=">c`, `<a b='><c d=">e'`, "<", "<!--", "<!-", "</", "<a", "<a ", "<a b={{",
	"{{", "{{<a", "{{</", "{{'\\'", "{{{}}", "{", "}",
	"<wxs>", "<script>", "<template>", "<template>\n<script/>", "<template>\n", "<x>", "<i18n><a>", "</template>",
	"url(", "url(data:", "url('data:", `"`, `"\`, `\`, "'\n", `'"`, "/*", "//", "@import", "@import 'a'", "@namespace", "(", "@",
	"A=", "A='", "A=\"\\\"\n", "A='\n", "A=\n", "A='b'c\n", "export ",
	"#", "#if ", "#if\n", "//#if", "//#if a\n", "<!--#if", "/*#if a*/", "//#else\n", "//#if\n//#else\n//#endif\n",
	" ", "\n", "\\\n", "\xff", "字",
}

// distinctTags returns tags of which each has another name and none is closed.
func distinctTags(size int) []byte {
	var b []byte
	for i := 0; len(b) < size; i++ {
		b = append(strconv.AppendInt(append(b, "<x"...), int64(i), 36), '>')
	}
	return b
}

func TestLongLine(t *testing.T) {
	flat := strings.ReplaceAll(page+sheet+component+env, "\n", " ")
	drain(t, []byte(strings.Repeat(flat, 5<<20/len(flat))))
}
