package markup

import (
	"strings"
	"testing"
)

func bench(b *testing.B, src string, run func([]byte)) {
	data := []byte(strings.Repeat(src, 1<<20/len(src)))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		run(data)
	}
}

func BenchmarkElements(b *testing.B) {
	bench(b, page, func(src []byte) {
		for range Elements(src, "") {
		}
	})
}

func BenchmarkTexts(b *testing.B) {
	bench(b, page, func(src []byte) {
		for range Texts(src) {
		}
	})
}

func BenchmarkMustache(b *testing.B) {
	bench(b, page, func(src []byte) {
		for range Mustache(src, 0, len(src)) {
		}
	})
}

func BenchmarkBlocks(b *testing.B) {
	bench(b, component, func(src []byte) {
		for range Blocks(src) {
		}
	})
}
