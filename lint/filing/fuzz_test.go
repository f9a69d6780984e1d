package filing_test

import (
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"# head\nexample.com 京ICP备12345678号-1 entity=\"甲 乙\" until=2026-01-31 # x\r\n",
		"例子。公司\tpending grace=2026-03-31\n\n*.example.com 1\ncom.cn\nexample.com owner=vendor entity=\"",
		"example.com 审核中 京ICP备 1 号\rexample.net\nhttps://a@[::1]:8/x#y\nmyqcloud.com x=y",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(checkList)
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{
		"域名,备案号\nexample.com,京ICP备12345678号-1\n",
		"sep=;\n主办单位;域名;是否限制接入\n\"a\n\"\"b\";\"example.com;example.net\";是\n#\n;;\n\"x",
		"domain\tserviceLicence\tmainLicence\n例子.公司\t\t京ICP备12345678号\tx\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(checkList)
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{
		`["example.com", "例子.公司"]`,
		`[{"domain":"ex\u0061mple.com","number":null,"limitAccess":true},[1,{"a":"]"}],2e3]`,
		`[{"DomainList":["example.com",{}],"until":"2026-01-31","x":{"y":[[]]}}] `,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(checkList)
}

// checkList checks what holds of every list, whatever its bytes.
func checkList(t *testing.T, data []byte) {
	l, problems := filing.Read(source.NewFile("work/list", data))
	for _, p := range problems {
		checkSpan(t, p.Span)
		for _, r := range p.Related {
			checkSpan(t, r.Span)
		}
		if _, ok := message.Lookup(p.Message); !ok {
			t.Fatalf("no message %s", p.Message)
		}
	}
	n := 0
	for f := range l.All() {
		n++
		checkSpan(t, f.Span)
		checkSpan(t, f.NumberSpan)
		checkFiling(t, l, f)
	}
	if n != l.Len() {
		t.Fatalf("All yields %d filings, Len is %d", n, l.Len())
	}
}

func checkSpan(t *testing.T, s source.Span) {
	t.Helper()
	if s.File != nil && (s.Start < 0 || s.Start > s.End || s.End > len(s.File.Bytes)) {
		t.Fatalf("span %d to %d in a file of %d bytes", s.Start, s.End, len(s.File.Bytes))
	}
}

// An entry is canonical, covers itself and what is below, and nothing wider
// than one registrable domain.
func checkFiling(t *testing.T, l *filing.List, f filing.Filing) {
	t.Helper()
	e, err := endpoint.Parse(f.Domain)
	if err != nil || e.Host != f.Domain {
		t.Fatalf("%q is not canonical: %q, %v", f.Domain, e.Host, err)
	}
	if endpoint.IsPublicSuffix(f.Domain) || endpoint.SharedDomain(f.Domain) == f.Domain {
		t.Fatalf("%q covers strangers", f.Domain)
	}
	if got, ok := l.Lookup(f.Domain); !ok || got.Domain != f.Domain || got.Span != f.Span {
		t.Fatalf("Lookup(%q) = %q, %v", f.Domain, got.Domain, ok)
	}
	if got, ok := l.Lookup("not" + f.Domain); ok && !strings.HasSuffix("not"+f.Domain, "."+got.Domain) && got.Domain != "not"+f.Domain {
		t.Fatalf("%q covers %q", got.Domain, "not"+f.Domain)
	}
}
