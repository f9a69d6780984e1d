package filing_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// domainLines returns n lines of about 16 bytes, the shape of a long list:
// domains alone, in no order, under the suffixes that are in use.
func domainLines(n int, line string) []byte {
	suffixes := []string{"com", "cn", "com.cn", "net", "xyz", "cc"}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line+"\n", fmt.Sprintf("d%07d.%s", (i*7919)%n, suffixes[i%len(suffixes)]))
	}
	return []byte(b.String())
}

var lineForms = []struct{ name, line string }{
	{"domains", "%s"}, // 16 MB at a million
	{"numbers", "%s 京ICP备12345678号-1"},
	{"entities", `%s 京ICP备12345678号-1 entity="示例科技（北京）有限公司" since=2021-08-16`},
}

func BenchmarkRead1M(b *testing.B) {
	for _, form := range lineForms {
		data := domainLines(1_000_000, form.line)
		b.Run(form.name, func(b *testing.B) { read(b, data, 1_000_000) })
	}
	row := domainLines(1_000_000, "示例公司,%s,京ICP备12345678号-1")
	b.Run("csv", func(b *testing.B) { read(b, append([]byte("主办单位,域名,备案号\n"), row...), 1_000_000) })
	items := domainLines(999_999, `{"domain":"%s","number":"京ICP备12345678号-1"},`)
	b.Run("json", func(b *testing.B) {
		read(b, []byte("["+string(items)+`{"domain":"example.com","number":"京ICP备12345678号-1"}]`), 1_000_000)
	})
}

func BenchmarkRead200(b *testing.B) { read(b, domainLines(200, "%s 京ICP备12345678号-1"), 200) }

func read(b *testing.B, data []byte, want int) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		l, _ := filing.Read(source.NewFile("work/filed-domains.txt", data))
		if l.Len() != want {
			b.Fatalf("%d filings, want %d", l.Len(), want)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	for _, n := range []int{200, 1_000_000} {
		l, _ := filing.Read(source.NewFile("work/filed-domains.txt", domainLines(n, "%s 京ICP备12345678号-1")))
		for _, c := range []struct {
			name, host string
			found      bool
		}{
			{"hit", "api.v2.d0000000.com", true},
			{"miss", "api.v2.example.com", false},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, c.name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if found := l.Lookup(c.host) != nil; found != c.found {
						b.Fatalf("found: %v", found)
					}
				}
			})
		}
	}
}
