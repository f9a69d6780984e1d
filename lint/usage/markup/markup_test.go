package markup

import (
	"iter"
	"strconv"
	"strings"
	"testing"
)

// page and component are typical inputs for the benchmarks.
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

var component = "<template>\n" + strings.ReplaceAll(page, "wx:", "v-") + "</template>\n<script lang=\"ts\">\n" +
	strings.Repeat("export const a = () => ({ b: 'c', d: [1, 2, 3] })\n", 20) + "</script>\n<style lang=\"scss\">\n.a { color: #000 }\n</style>\n"

// drain runs every function over src: they must end, and not panic, and give
// offsets in order and inside the source.
func drain(t testing.TB, src []byte) {
	t.Helper()
	drainElements(t, src)
	drainPug(t, src)
	drainRanges(t, src, "text", Texts(src))
	drainRanges(t, src, "inline script", InlineScripts(src))
	drainRanges(t, src, "mustache", Mustache(src, 0, len(src)))
	last := 0
	for b := range Blocks(src) {
		last = inside(t, src, "block", last, b.Start, b.End)
	}
}

func drainElements(t testing.TB, src []byte) {
	t.Helper()
	last := 0
	for a := range Elements(src, "") {
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

func drainPug(t testing.TB, src []byte) {
	t.Helper()
	nodes, _ := Pug(src)
	last, at := 0, -1
	for i, n := range nodes {
		if n.Start <= at || n.Parent >= i {
			t.Fatalf("element %d at %d in %d, behind one at %d", i, n.Start, n.Parent, at)
		}
		at = n.Start
		for _, a := range n.Attrs {
			last = inside(t, src, "attribute", last, a.Start, a.End)
			checkQuotes(t, src, a.Start, a.End, a.Quoted)
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
	page, component, "", "<", "{{", "\xff\xfe<a \x00b=\xe4\xbd",
	"<wxs module='m'>a</wxs>", "<!-- <a b=c --> <a b={{c}}/>", "<template><template></template>", "<a b=\"c>d<e f=\"g\">",
	"view.a#b(c='d', :e=\"f\"): g(h=i ? 'j' : k)\n  // l\n  | m #[n(o)]\n  p.\n    q",
}

func FuzzMarkup(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { drain(t, src) })
}

// TestLinear runs half a megabyte of each thing that nothing closes: with a
// function that looks at the rest of the source for each of them it would not
// end.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, in which the race detector finds nothing and takes long")
	}
	const size = 1 << 19
	for _, piece := range hostile {
		src := []byte(strings.Repeat(piece, size/len(piece)))
		for _, src := range [][]byte{src, append([]byte("<template>{{ \""), src...), append(src, "-->\"'}}</template>"...)} {
			drain(t, src)
		}
	}
	drain(t, distinctTags(size))
}

var hostile = []string{
	`<a b="`, `<a b='"`, `<a b=">`, `<a b=">c`, `<a b='><c d=">e'`, "<", "<!--", "<!-", "</", "<a", "<a ", "<a b={{",
	"{{", "{{<a", "{{</", "{{'\\'", "{{{}}", "{", "}",
	"<wxs>", "<script>", "<template>", "<template>\n<script/>", "<template>\n", "<x>", "<i18n><a>", "</template>",
	"a(b='", "a(\n", "a: ", "a(b=c? ", "#[a ", ".a#b", "\n a", "a.\n", "(((",
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
	flat := strings.ReplaceAll(page+component, "\n", " ")
	drain(t, []byte(strings.Repeat(flat, 5<<20/len(flat))))
}
