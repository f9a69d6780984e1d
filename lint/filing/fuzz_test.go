package filing_test

import (
	"archive/zip"
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
		"xn--llx.xn--00-iw3c268c owner=vendor",
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

func FuzzReply(f *testing.F) {
	for name, data := range shapes(f) {
		if strings.HasSuffix(name, ".json") {
			f.Add(data)
		}
	}
	f.Add([]byte(`[[{"params":{"list":[[{"domain":"example.com"}],"example.net",{"data":{"data":[[[[[[[[[[1]]]]]]]]]]}}]}}]]`))
	f.Add([]byte(`{"query_keywords":[],"result":[[{"domain":"example.com","mainLicence":"京ICP备12345678号","serviceLicence":"京ICP备12345678号-1","unitName":"示例一有限公司"},{"domain":"example.net","mainLicence":"京ICP备12345678号","serviceLicence":"京ICP备12345678号-2","unitName":"示例二有限公司"}]]}`))
	f.Fuzz(checkList)
}

func FuzzWorkbook(f *testing.F) {
	for name, data := range shapes(f) {
		if strings.HasSuffix(name, ".xlsx") {
			f.Add(data)
		}
	}
	f.Fuzz(checkList)
}

// FuzzSheet is given the XML of a sheet and of its texts.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>备案号</t></is></c></row><row><c><v>44424</v></c></row>`, `<si><t>域名</t></si>`)
	f.Add(`<x:row><x:c r="ZZZ1" t="str"><v><![CDATA[domain]]></v></x:c></x:row><row/><c>&#x41;&amp;&;</c><a b='>'/>`, `<si/><si><r><t>a</t></r><rPh><t>b</t></rPh></si>`)
	f.Fuzz(func(t *testing.T, sheet, texts string) {
		checkList(t, archiveWith(zip.Store, map[string]string{
			"xl/workbook.xml":            `<sheet name="a" r:id="1"/>`,
			"xl/_rels/workbook.xml.rels": `<Relationship Id="1" Target="s.xml"/><Relationship Id="2" Type="sharedStrings" Target="t.xml"/>`,
			"xl/s.xml":                   sheet, "xl/t.xml": texts,
		}))
	})
}

// checkList checks what holds of every list, whatever its bytes.
func checkList(t *testing.T, data []byte) {
	checkMerge(t, data)
	l, problems := filing.Read(source.NewFile("work/list", data))
	for _, p := range problems {
		checkSpan(t, p.Span)
		for _, r := range p.Related {
			checkSpan(t, r.Span)
		}
		if message.Lookup(p.Message) == nil {
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
func checkFiling(t *testing.T, l *filing.List, f *filing.Filing) {
	t.Helper()
	e, err := endpoint.Parse(f.Domain)
	if err != nil || e.Host != f.Domain {
		t.Fatalf("%q is not canonical: %q, %v", f.Domain, e.Host, err)
	}
	if endpoint.IsPublicSuffix(f.Domain) || endpoint.SharedDomain(f.Domain) == f.Domain {
		t.Fatalf("%q covers strangers", f.Domain)
	}
	if got := l.Lookup(f.Domain); got == nil || got.Domain != f.Domain || got.Span != f.Span {
		t.Fatalf("Lookup(%q) = %+v", f.Domain, got)
	}
	if got := l.Lookup("not" + f.Domain); got != nil && !strings.HasSuffix("not"+f.Domain, "."+got.Domain) && got.Domain != "not"+f.Domain {
		t.Fatalf("%q covers %q", got.Domain, "not"+f.Domain)
	}
}
