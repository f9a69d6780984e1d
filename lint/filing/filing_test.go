package filing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// number is a website's number that nobody holds.
const number = "京ICP备12345678号-1"

func readList(text string) (*filing.List, []*source.Problem) {
	return filing.Read(source.NewFile("work/filed-domains.txt", []byte(text)))
}

// mustRead fails the test when the list has any problem.
func mustRead(t *testing.T, text string) *filing.List {
	t.Helper()
	l, problems := readList(text)
	if len(problems) > 0 {
		t.Fatalf("problems in %q:\n%s", text, show(problems))
	}
	return l
}

// show prints problems one a line: place, id, what the span holds, and the
// related places below.
func show(problems []*source.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s %s %q\n", at(p.Span), p.Message, p.Span.Text())
		for _, r := range p.Related {
			fmt.Fprintf(&b, "  %s %s %q\n", at(r.Span), r.Message, r.Span.Text())
		}
	}
	return b.String()
}

func at(s source.Span) string {
	p := s.Position()
	return fmt.Sprintf("%d:%d", p.Line, p.Column)
}

func domains(l *filing.List) []string {
	var all []string
	for f := range l.All() {
		all = append(all, f.Domain)
	}
	return all
}

func TestStatusAt(t *testing.T) {
	day := filing.Date{Year: 2026, Month: time.March, Day: 31}
	// The last day ends at 16:00 UTC, when it is midnight in China.
	during, after := time.Date(2026, 3, 31, 15, 59, 59, 0, time.UTC), time.Date(2026, 3, 31, 16, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name          string
		filing        filing.Filing
		during, after filing.Status
	}{
		{"filed", filing.Filing{Number: number}, filing.Filed, filing.Filed},
		{"pending", filing.Filing{Pending: true}, filing.Pending, filing.Pending},
		{"grace does not end a filing", filing.Filing{Pending: true, Grace: day}, filing.Pending, filing.Pending},
		{"vendor", filing.Filing{Vendor: true}, filing.Vendor, filing.Vendor},
		{"pending vendor", filing.Filing{Vendor: true, Pending: true}, filing.Pending, filing.Pending},
		{"ends", filing.Filing{Number: number, Until: day}, filing.Filed, filing.Expired},
		{"vendor's ends", filing.Filing{Vendor: true, Until: day}, filing.Vendor, filing.Expired},
		{"pending ends", filing.Filing{Pending: true, Until: day}, filing.Pending, filing.Expired},
	} {
		if got := c.filing.StatusAt(during); got != c.during {
			t.Errorf("%s: %s on the last day, want %s", c.name, got, c.during)
		}
		if got := c.filing.StatusAt(after); got != c.after {
			t.Errorf("%s: %s on the day after, want %s", c.name, got, c.after)
		}
	}
}

func TestGraceAt(t *testing.T) {
	day := filing.Date{Year: 2026, Month: time.March, Day: 31}
	during, after := time.Date(2026, 3, 31, 15, 59, 59, 0, time.UTC), time.Date(2026, 3, 31, 16, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name          string
		filing        filing.Filing
		during, after bool
	}{
		{"pending with grace", filing.Filing{Pending: true, Grace: day}, true, false},
		{"pending without", filing.Filing{Pending: true}, false, false},
		{"filed", filing.Filing{Grace: day}, false, false},
		{"ended before", filing.Filing{Pending: true, Grace: day, Until: filing.Date{Year: 2026, Month: 1, Day: 1}}, false, false},
	} {
		if got := c.filing.GraceAt(during); got != c.during {
			t.Errorf("%s: %v on the last day, want %v", c.name, got, c.during)
		}
		if got := c.filing.GraceAt(after); got != c.after {
			t.Errorf("%s: %v on the day after, want %v", c.name, got, c.after)
		}
	}
}

func TestTextEntry(t *testing.T) {
	const line = `  https://API.Example.com/ 京ICP备 12345678 号-1  entity="示例（北京） 公司 # 1" since=2026-01-02 grace=2026-03-31 until=2026-12-31 verified=2026-02-01 # remark`
	l := mustRead(t, "# head\r\n\r\n"+line+"\r\n")
	got := slices.Collect(l.All())
	if len(got) != 1 {
		t.Fatalf("%d filings, want 1", len(got))
	}
	f := got[0]
	if at(f.Span) != "3:3" || f.Span.Text() != "https://API.Example.com/" {
		t.Errorf("the domain is %q at %s", f.Span.Text(), at(f.Span))
	}
	if at(f.NumberSpan) != "3:28" || f.NumberSpan.Text() != "京ICP备 12345678 号-1" {
		t.Errorf("the number is %q at %s", f.NumberSpan.Text(), at(f.NumberSpan))
	}
	f.Span, f.NumberSpan = source.Span{}, source.Span{}
	want := &filing.Filing{
		Domain: "api.example.com", Number: "京ICP备12345678号-1", Entity: "示例（北京） 公司 # 1",
		Since: filing.Date{Year: 2026, Month: 1, Day: 2}, Grace: filing.Date{Year: 2026, Month: 3, Day: 31},
		Until: filing.Date{Year: 2026, Month: 12, Day: 31}, Verified: filing.Date{Year: 2026, Month: 2, Day: 1},
	}
	if diff := cmp.Diff(want, f); diff != "" {
		t.Error(diff)
	}
}

func TestTextForms(t *testing.T) {
	for _, c := range []struct {
		line string
		want filing.Filing // Domain, Number, Pending, Vendor, Entity
	}{
		{"example.com " + number, filing.Filing{Domain: "example.com", Number: number}},
		{"example.com\t" + number + "#remark", filing.Filing{Domain: "example.com", Number: number}},
		{"example.com　" + number, filing.Filing{Domain: "example.com", Number: number}},      // U+3000
		{"example.com\u00a0" + number, filing.Filing{Domain: "example.com", Number: number}}, // of a web page
		{"\ufeffexample.com " + number, filing.Filing{Domain: "example.com", Number: number}},
		{"EXAMPLE.COM. " + number, filing.Filing{Domain: "example.com", Number: number}},
		{"wss://example.com:8443/ " + number, filing.Filing{Domain: "example.com", Number: number}},
		{"例子.公司 " + number, filing.Filing{Domain: "xn--fsqu00a.xn--55qx5d", Number: number}},
		{"例子。公司 " + number, filing.Filing{Domain: "xn--fsqu00a.xn--55qx5d", Number: number}},
		{"xn--fsqu00a.xn--55qx5d " + number, filing.Filing{Domain: "xn--fsqu00a.xn--55qx5d", Number: number}},
		{"ｅｘａｍｐｌｅ.com " + number, filing.Filing{Domain: "example.com", Number: number}},
		{"a_b.example.com " + number, filing.Filing{Domain: "a_b.example.com", Number: number}},
		{"example.com.cn " + number, filing.Filing{Domain: "example.com.cn", Number: number}},
		{"example.公益.cn " + number, filing.Filing{Domain: "example.xn--55qw42g.cn", Number: number}},
		{"example.com pending", filing.Filing{Domain: "example.com", Pending: true}},
		{"example.com PENDING grace=2026-03-31", filing.Filing{Domain: "example.com", Pending: true}},
		{"example.com 审核中", filing.Filing{Domain: "example.com", Pending: true}},
		{"example.com pending " + number, filing.Filing{Domain: "example.com", Number: number, Pending: true}},
		{"example.com " + number + " pending", filing.Filing{Domain: "example.com", Number: number, Pending: true}},
		{"example.com pending owner=Vendor", filing.Filing{Domain: "example.com", Pending: true, Vendor: true}},
		{"example.com " + number + " Entity=甲 OWNER=vendor", filing.Filing{Domain: "example.com", Number: number, Vendor: true, Entity: "甲"}},
		{`example.com ` + number + ` entity="a=b"`, filing.Filing{Domain: "example.com", Number: number, Entity: "a=b"}},
		{"img-1.cos.ap-guangzhou.myqcloud.com " + number + " owner=vendor", filing.Filing{Domain: "img-1.cos.ap-guangzhou.myqcloud.com", Number: number, Vendor: true}},
	} {
		l := mustRead(t, c.line)
		got := slices.Collect(l.All())
		if len(got) != 1 {
			t.Errorf("%q: %d filings, want 1", c.line, len(got))
			continue
		}
		f := filing.Filing{Domain: got[0].Domain, Number: got[0].Number, Pending: got[0].Pending, Vendor: got[0].Vendor, Entity: got[0].Entity}
		if diff := cmp.Diff(c.want, f); diff != "" {
			t.Errorf("%q: %s", c.line, diff)
		}
	}
}

// What is wrong with a list, and exactly where. "list." problems make it
// unusable; the domain of every other one still counts as filed, unless the
// number is that of an app or a mini program.
func TestProblems(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// The domain.
		{"*.example.com " + number, `1:1 list.wildcard "*.example.com"`},
		{"https://*.example.com/ " + number, `1:1 list.wildcard "https://*.example.com/"`},
		{"https://example.com/api " + number, `1:1 list.path "https://example.com/api"`},
		{"https://example.com@example.net " + number, `1:1 list.user-info "https://example.com@example.net"`},
		{"192.0.2.1 " + number, `1:1 list.ip-address "192.0.2.1"`},
		{"203.0.113.7:8080 " + number, `1:1 list.ip-address "203.0.113.7:8080"`},
		{"[2001:4860:4860::8888] " + number, `1:1 list.ip-address "[2001:4860:4860::8888]"`},
		{"192.168.1.1 " + number, `1:1 list.local-address "192.168.1.1"`},
		{"http://localhost:8080 " + number, `1:1 list.local-address "http://localhost:8080"`},
		{"intranet " + number, `1:1 list.single-label "intranet"`},
		{"com.cn " + number, `1:1 list.public-suffix "com.cn"`},
		{"com " + number, `1:1 list.public-suffix "com"`},
		{"*.com.cn " + number, `1:1 list.public-suffix "*.com.cn"`},
		{"https://myqcloud.com/path " + number, `1:1 list.shared-domain "https://myqcloud.com/path"`},
		{"gov.cn " + number, `1:1 list.public-suffix "gov.cn"`},
		{"公益.cn " + number, `1:1 list.public-suffix "公益.cn"`},
		{"xn--zfr164b.cn " + number, `1:1 list.public-suffix "xn--zfr164b.cn"`},
		{"github.io " + number, `1:1 list.public-suffix "github.io"`},
		{"myqcloud.com " + number, `1:1 list.shared-domain "myqcloud.com"`},
		{"myqcloud.com owner=vendor", `1:1 list.shared-domain "myqcloud.com"`},
		{"https://ALIYUNCS.com " + number, `1:1 list.shared-domain "https://ALIYUNCS.com"`},
		{"example.com," + number, `1:1 list.separator "example.com,京ICP备12345678号-1"`},
		{"example.com，example.net " + number, `1:1 list.separator "example.com，example.net"`},
		{"example..com " + number, `1:1 list.bad-domain "example..com"`},
		{"-example.com " + number, `1:1 list.bad-domain "-example.com"`},
		{"http:// " + number, `1:1 list.bad-domain "http://"`},
		{"entity=甲", `1:1 list.bad-domain "entity=甲"`},
		{strings.Repeat("a", 64) + ".com " + number, `1:1 list.bad-domain "` + strings.Repeat("a", 64) + `.com"`},
		{strings.Repeat("a.", 130) + "com " + number, `1:1 list.bad-domain "` + strings.Repeat("a.", 130) + `com"`},
		{"example.com/" + strings.Repeat("a", 1024) + " " + number, `1:1 list.bad-domain "example.com/` + strings.Repeat("a", 1024) + `"`},
		{strings.Repeat("abc.", 62) + "ab.com " + number, `1:1 list.bad-domain "` + strings.Repeat("abc.", 62) + `ab.com"`},
		{strings.Repeat("abc.", 62) + "a.com", `1:1 filing-number.missing "` + strings.Repeat("abc.", 62) + `a.com"`}, // the longest
		// The rest of the line.
		{"example.com " + number + " untl=2026-01-31", `1:30 list.unknown-key-near "untl"`},
		{"example.com " + number + " colour=red", `1:30 list.unknown-key "colour"`},
		{"example.com " + number + " entity=甲 乙", `1:39 list.stray-word "乙"`},
		{`example.com ` + number + ` entity="甲`, `1:37 list.bad-quote "\"甲"`},
		{`example.com ` + number + ` entity="甲"乙`, `1:37 list.bad-quote "\"甲\"乙"`},
		{"example.com " + number + " entity=", `1:30 list.empty-value "entity="`},
		{"example.com " + number + " entity=甲 entity=乙", `1:39 list.repeated-key "entity=乙"`},
		{"example.com " + number + " until=2026/1/2", `1:36 list.bad-date "2026/1/2"`},
		{"example.com " + number + " until=2026-02-30", `1:36 list.bad-date "2026-02-30"`},
		{"example.com pending grace=soon", `1:27 list.bad-date "soon"`},
		{"example.com " + number + " owner=us", `1:36 list.bad-owner "us"`},
		{"example.com 未备案", `1:13 list.not-filed "未备案"`},
		{"example.com " + number + "\rexample.net " + number, "1:13 filing-number.malformed \"" + number + "\\rexample.net " + number + "\"\n1:29 list.carriage-return \"\\r\""},
		{"domain,number\rexample.com," + number, `1:14 list.carriage-return "\r"`},
		{"domain,number\nexample.com," + number + "\rexample.net," + number, `2:29 list.carriage-return "\r"`},
		// The number.
		{"\n\nexample.com", `3:1 filing-number.missing "example.com"`},
		{"example.com -", `1:1 filing-number.missing "example.com"`},
		{"example.com 12345678", `1:13 filing-number.malformed "12345678"`},
		{"example.com 京ICP备12345678", `1:13 filing-number.malformed "京ICP备12345678"`},
		{"example.com 北京ICP备12345678号", `1:13 filing-number.province "北京ICP备12345678号"`},
		{"example.com ICP备12345678号", `1:13 filing-number.province "ICP备12345678号"`},
		{"example.com 京ICP备1234567号", `1:13 filing-number.digits "京ICP备1234567号"`},
		{"example.com 粤公网安备 44030502008569号", `1:13 filing-number.police "粤公网安备 44030502008569号"`},
		{"example.com 京ICP备12345678号-2A", `1:13 filing-number.app "京ICP备12345678号-2A"`},
		{"example.com 京ICP备12345678号-3X", `1:13 filing-number.mini-program "京ICP备12345678号-3X"`},
		{"example.com 京ICP备12345678号-4K", `1:13 filing-number.quick-app "京ICP备12345678号-4K"`},
		{"example.com owner=vendor", `1:1 filing-number.vendor "example.com"`},
		{"example.com - owner=Vendor", `1:1 filing-number.vendor "example.com"`},
		{"example.com owner=vendor\nexample.net\nexample.org owner=vendor", "1:1 filing-number.vendors \"example.com\"\n" +
			"  1:1 filing-number.vendor \"example.com\"\n  3:1 filing-number.vendor \"example.org\"\n2:1 filing-number.missing \"example.net\""},
		// Several at once: numbers are one finding, in the order of the file.
		{"example.com\nexample.net 1\n", "1:1 filing-number.several \"example.com\"\n" +
			"  1:1 filing-number.missing \"example.com\"\n  2:13 filing-number.malformed \"1\""},
		{"com.cn\nexample.com " + number + "\n10.0.0.1", "1:1 list.public-suffix \"com.cn\"\n3:1 list.local-address \"10.0.0.1\""},
		// The same domain again.
		{"example.com " + number + "\nhttps://EXAMPLE.com/ " + number, "2:1 duplicate-filing.repeated \"https://EXAMPLE.com/\"\n  1:1 related.first \"example.com\""},
		{"example.com " + number + "\nexample.com " + number + " until=2026-12-31", "2:1 duplicate-filing.different \"example.com\"\n  1:1 related.first \"example.com\""},
		{"example.com pending\nexample.com " + number, "2:1 conflicting-filing.status \"example.com\"\n  1:1 related.first \"example.com\""},
	} {
		l, problems := readList(c.text)
		if diff := cmp.Diff(c.want+"\n", show(problems)); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", c.text, diff)
		}
		app := strings.ContainsAny(c.text[len(c.text)-1:], "AXK")
		if ok := l.Lookup("example.com") != nil; ok == app && strings.HasPrefix(c.text, "example.com ") && problems[0].Message.Rule() != "list" {
			t.Errorf("%q: the entry counts: %v", c.text, ok)
		}
		for _, p := range problems {
			if message.Lookup(p.Message) == nil {
				t.Errorf("%q: no message %s", c.text, p.Message)
			}
		}
	}
}

// A file that is something else does not fill the memory or the screen.
func TestProblemsAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, in which the race detector finds nothing and takes long")
	}
	_, problems := readList(strings.Repeat("?\n", 3000))
	if len(problems) != 101 {
		t.Errorf("%d problems, want 100 and one that counts the others", len(problems))
	}
	more := problems[len(problems)-1]
	if more.Message != "list.more" || more.Args[0] != 2900 {
		t.Errorf("the last is %s %v", more.Message, more.Args)
	}
	l, problems := readList(strings.Repeat("example.com "+number+"\n", 3000))
	if len(problems) != 101 || problems[100].Message != "duplicate-filing.more" || problems[100].Args[0] != 2899 || l.Len() != 1 {
		t.Errorf("%d problems, %d filings", len(problems), l.Len())
	}
	_, problems = readList("a." + strings.Repeat("长", 1<<20))
	if len(problems) == 0 || !utf8.ValidString(problems[0].Args[0].(string)) || len(problems[0].Args[0].(string)) > 100 {
		t.Error("an argument holds the whole line")
	}
}

// TestManyWithoutNumber: of plain lines without a number, so many places are shown and all
// are counted, in however many runs they are read.
func TestManyWithoutNumber(t *testing.T) {
	for _, n := range []int{2, 19, 20, 21, 20_000} {
		var text strings.Builder
		for i := range n {
			fmt.Fprintf(&text, "d%d.example.com\n", i)
		}
		_, problems := readList(text.String())
		if len(problems) != 1 || problems[0].Message != "filing-number.several" || problems[0].Args[0] != n {
			t.Fatalf("%d lines:\n%s", n, show(problems))
		}
		places := problems[0].Related
		if len(places) != min(n, 20) {
			t.Errorf("%d lines: %d places", n, len(places))
		}
		for i, at := range places {
			if want := fmt.Sprintf("d%d.example.com", i); at.Message != "filing-number.missing" || at.Args[0] != want || at.Span.Text() != want || at.Span.Position().Line != i+1 {
				t.Errorf("%d lines: place %d is %+v", n, i, at)
			}
		}
	}
}

func TestEmptyLists(t *testing.T) {
	for _, text := range []string{"", "\n", "\ufeff", "# nothing yet\r\n\r\n   # here", "[]", " [ ]\n", "域名,备案号\n", "域名"} {
		if l := mustRead(t, text); l.Len() != 0 {
			t.Errorf("%q: %d filings", text, l.Len())
		}
	}
}

// A long list goes through several goroutines: the outcome is the same.
func TestLongList(t *testing.T) {
	var text strings.Builder
	var want []string
	for i := range 5000 {
		domain := fmt.Sprintf("d%d.example.com", i)
		want = append(want, domain)
		fmt.Fprintf(&text, "D%d.example.com %s # %d\n", i, number, i)
		if i == 4000 {
			text.WriteString("com.cn " + number + "\n")
		}
	}
	text.WriteString("D17.example.com " + number + "\n")
	l, problems := readList(text.String())
	if diff := cmp.Diff("4002:1 list.public-suffix \"com.cn\"\n5002:1 duplicate-filing.repeated \"D17.example.com\"\n  18:1 related.first \"D17.example.com\"\n", show(problems)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, domains(l)); diff != "" {
		t.Error(diff)
	}
	if f := l.Lookup("www.d4999.example.com"); f == nil || f.Span.Position().Line != 5001 {
		t.Errorf("found %+v, want line 5001", f)
	}
}

// TestCarriageReturnInACell: within quotes it is part of the text, as in cells
// that were broken by hand.
func TestCarriageReturnInACell(t *testing.T) {
	list, problems := filing.Read(source.NewFile("list.csv", []byte("domain,entity,number\r\nexample.com,\"甲\r乙\","+number+"\r\n")))
	if list.Len() != 1 || len(problems) > 0 {
		t.Errorf("%d entries, %v", list.Len(), problems)
	}
}
