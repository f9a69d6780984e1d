package filing_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// said is what a list says: its filings, and the problems with it.
func said(data []byte) (filings []filing.Filing, text string) {
	l, problems := filing.Read(source.NewFile("l.txt", data))
	for f := range l.All() {
		f.Span.File, f.NumberSpan.File = nil, nil
		filings = append(filings, *f)
	}
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintln(&b, p.Span.Start, p.Span.End, p.Message, p.Args)
	}
	return filings, b.String()
}

// TestPlainLines: a line that is read at once says what it says as a record, which a blank
// at its end makes of it.
func TestPlainLines(t *testing.T) {
	domains := []string{
		"example.com", "a.b-c.example.com", "1.example.cn", "xn--fsqu00a.xn--55qx5d", "example.com.cn", "a.bj.gov.cn", "www.ck",
		"com.cn", "github.io", "some.ck", "myqcloud.com", "a.myqcloud.com", "xn--55qw42g.cn", "surge.sh", "s3.cn-north-1.amazonaws.com.cn", "b.a.kawasaki.jp", "a.kawasaki.jp",
		"com", "a", "1.2.3.4", "a.1", "a.b1", "-a.com", "a-.com", "a..com", ".com", "a.com.", "A.com", "a_b.com", "例子.公司",
		strings.Repeat("a", 63) + ".com", strings.Repeat("a", 64) + ".com", strings.Repeat("abc.", 62) + "a.com", strings.Repeat("abc.", 62) + "ab.com",
	}
	numbers := []string{
		"", "\t京ICP备12345678号", " 京ICP备12345678号-1", " 粤ICP备123456789012号-1234", " 京ICP备1234567号", " 京ICP备1234567890123号", " 京ICP备12345678号-", " 京ICP备12345678号-12345",
		" 京ICP备12345678号-1A", " 京ICP备12345678", " 京ICP备12345678号 ", " ICP备12345678号", " 京ICP证030173号", " 粤B2-20090059", " pending", " 东ICP备12345678号",
		" 京ICP备12345678号-1 京ICP备12345678号-1", " 京ICP备12345678号-1#", " 京ICP备12345678号-1\r\r", "  京ICP备12345678号", " ", "\r\r",
	}
	for _, d := range domains {
		for _, n := range numbers {
			for _, end := range []string{"", "\n", "\r", "\r\n"} {
				once, wrong := said([]byte(d + n + end))
				line := d + n
				if !strings.HasSuffix(n, "\r") {
					line += " "
				}
				again, wrongAgain := said([]byte(line + end))
				if diff := cmp.Diff(again, once, cmpopts.EquateEmpty()); diff != "" || wrong != wrongAgain {
					t.Errorf("%q is read as another list with a blank behind it:\n%s%s%s", d+n+end, diff, wrong, wrongAgain)
				}
			}
		}
	}
}

// longList is a list of many runs and regions, every seventh of its domains twice.
func longList() (text string, domains map[string]int, again int) {
	var b strings.Builder
	domains = map[string]int{}
	for i := range 60_000 {
		d := fmt.Sprintf("d%d.example%d.com", i*7919%50_000, i%7%3)
		if _, there := domains[d]; there {
			again++
		} else {
			domains[d] = b.Len()
		}
		fmt.Fprintf(&b, "%s 京ICP备12345678号-1\n", d)
	}
	return b.String(), domains, again
}

// TestLongLists: of a long list, each domain is found where it stands first, on any number
// of cores.
func TestLongLists(t *testing.T) {
	text, domains, again := longList()
	for _, cores := range []int{1, 2, 5} {
		before := runtime.GOMAXPROCS(cores)
		l, problems := filing.Read(source.NewFile("l.txt", []byte(text)))
		runtime.GOMAXPROCS(before)
		if l.Len() != len(domains) {
			t.Errorf("on %d cores: %d filings, want %d", cores, l.Len(), len(domains))
		}
		for d, at := range domains {
			if f := l.Lookup(d); f == nil || f.Domain != d || f.Span.Start != at {
				t.Fatalf("on %d cores: %s, which stands at %d: %+v", cores, d, at, f)
			}
		}
		if l.Lookup("d0.example.com") != nil {
			t.Errorf("on %d cores: a domain was found that is not there", cores)
		}
		for i, p := range problems[1:] {
			if p.Span.Start < problems[i].Span.Start {
				t.Errorf("on %d cores: a problem at %d after one at %d", cores, p.Span.Start, problems[i].Span.Start)
			}
		}
		if last := problems[len(problems)-1]; last.Message != "duplicate-filing.more" || last.Args[0].(int)+len(problems)-1 != again {
			t.Errorf("on %d cores: %d problems, the last is %s %v; want %d", cores, len(problems), last.Message, last.Args, again)
		}
	}
}

// TestLongListsAreUTF8: wherever a character stands, a long list is cut between two of them
// to be checked, and damage to one is seen.
func TestLongListsAreUTF8(t *testing.T) {
	const size = 3 << 20
	line := []byte("# 一个很长的清单，其中每个字都占三个字节\n")
	for shift := range 3 {
		data := append(bytes.Repeat([]byte("x"), shift), bytes.Repeat(line, size/len(line))...)
		data = append([]byte("example.com pending\n# "), data...)
		if l, problems := filing.Read(source.NewFile("l.txt", data)); l.Len() != 1 || len(problems) > 0 {
			t.Errorf("shifted by %d: %d filings, %d problems", shift, l.Len(), len(problems))
		}
		for _, at := range []int{1 << 20, 2 << 20} {
			for data[at]&0xc0 != 0x80 {
				at++
			}
			was := data[at]
			data[at] = 'x'
			if _, problems := filing.Read(source.NewFile("l.txt", data)); len(problems) != 1 || problems[0].Message != "list.encoding" {
				t.Errorf("shifted by %d, damaged at %d: %d problems", shift, at, len(problems))
			}
			data[at] = 0
			if _, problems := filing.Read(source.NewFile("l.txt", data)); len(problems) != 1 || problems[0].Message != "list.binary" || problems[0].Span.Start != at {
				t.Errorf("shifted by %d, a NUL at %d: %d problems", shift, at, len(problems))
			}
			data[at] = was
		}
	}
}

// TestNoProvinceOfZeroBytes: what only has the last bytes of a character is no province, so
// that the line is no filing, however little of it is looked at.
func TestNoProvinceOfZeroBytes(t *testing.T) {
	for _, separator := range []string{" ", "\t"} {
		data := []byte("example.com 京ICP备2024000001号-1\nexample.net" + separator + "\x00\x80\x80ICP备2024000001号-1\n")
		if _, problems := filing.Read(source.NewFile("l.txt", data)); len(problems) != 1 || problems[0].Message != "list.binary" {
			t.Errorf("%q: %v", separator, problems)
		}
	}
}

// TestLongListsBeginAndPart: what no character begins with is damage at the begin of a long
// list too, and a character of four bytes is none wherever a long list is cut.
func TestLongListsBeginAndPart(t *testing.T) {
	row := []byte("example.com,京ICP备12345678号-1\n")
	for _, begin := range []string{"\x80", "\xbb\xbf", "\xb0\xb0\xb0"} {
		data := append([]byte(begin+"domain,number\n"), bytes.Repeat(row, 3<<20/len(row))...)
		if l, problems := filing.Read(source.NewFile("l.csv", data)); l.Len() > 0 || len(problems) != 1 || problems[0].Message != "list.encoding" || problems[0].Span.Start != 0 {
			t.Errorf("begins with %q: %d filings, %d problems", begin, l.Len(), len(problems))
		}
	}
	for shift := range 4 {
		data := append([]byte("example.com pending\n#"), bytes.Repeat([]byte("x"), shift)...)
		data = append(data, bytes.Repeat([]byte("😀"), 3<<18)...)
		data = append(data, "\n例子.com pending\n"...)
		if l, problems := filing.Read(source.NewFile("l.txt", data)); l.Lookup("xn--fsqu00a.com") == nil || len(problems) > 0 {
			t.Errorf("shifted by %d: %d filings, %d problems", shift, l.Len(), len(problems))
		}
	}
}

// TestLongHeads: a list whose first entry comes late is read as any other.
func TestLongHeads(t *testing.T) {
	head := strings.Repeat("# who keeps this list, and how\n", 5000)
	if l, problems := filing.Read(source.NewFile("l.txt", []byte(head+"example.com pending\n"))); l.Len() != 1 || len(problems) > 0 {
		t.Errorf("%d filings, %d problems", l.Len(), len(problems))
	}
	if l, problems := filing.Read(source.NewFile("l.txt", []byte(head+"域名,备案号\nexample.com,京ICP备12345678号-1\n"))); l.Len() != 1 || len(problems) > 0 {
		t.Errorf("a table: %d filings, %d problems", l.Len(), len(problems))
	}
}

// TestLongLinesAreReadOnce: a long line that many others contradict is read again for the
// problems that are kept, not for each of them: the more rows there are, nothing is added but
// those. What is read again is copied out of the list, so what is allocated tells.
func TestLongLinesAreReadOnce(t *testing.T) {
	const long = 128 << 10
	number, comment := "京ICP备12345678号-1", " #"+strings.Repeat("x", long)
	for name, c := range map[string]struct {
		first, each, says string
		kept              int
	}{
		"owners":       {"a.com " + number + " entity=甲公司" + comment, "b%d.com " + number + " entity=乙公司", "duplicate-filing.more", 100},
		"spellings":    {"a.com " + number + " entity=甲（乙）公司" + comment, "b%d.com " + number + " entity=甲(乙)公司", "", 0},
		"older":        {"a.com " + number + " verified=2026-01-01" + comment, "a.com pending verified=2025-01-01 # %d", "conflicting-filing.more-rows", 100},
		"without days": {"a.com pending" + comment, "a.com " + number + " # %d", "conflicting-filing.more-rows", 100},
		"the same":     {"a.com " + number + comment, "a.com " + number + " # %d", "duplicate-filing.more", 100},
	} {
		allocated := func(rows int) uint64 {
			var b strings.Builder
			b.WriteString(c.first + "\n")
			for i := range rows {
				fmt.Fprintf(&b, c.each+"\n", i)
			}
			f := source.NewFile("l.txt", []byte(b.String()))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, problems := filing.Read(f)
			runtime.ReadMemStats(&after)
			if n := len(problems); c.says == "" && n > 0 || c.says != "" && (n != c.kept+1 || problems[n-1].Message != message.ID(c.says) || problems[n-1].Args[0] != rows-c.kept) {
				t.Errorf("%s, %d rows: %d problems: %s", name, rows, n, show(problems[max(0, n-1):]))
			}
			return after.TotalAlloc - before.TotalAlloc
		}
		few, many := allocated(500), allocated(1500)
		if again := (int64(many) - int64(few)) / long; again > 50 {
			t.Errorf("%s: with 1,000 more rows the long line is read %d times more", name, again)
		}
	}
}

// TestDaysOfLongLists: wherever in a long list two rows contradict each other, the newer holds.
func TestDaysOfLongLists(t *testing.T) {
	const newer, older = " 京ICP备12345678号-1 verified=2026-01-02\n", " pending verified=2026-01-01\n"
	var b strings.Builder
	rows := 20_000
	for i := range rows {
		first, second := newer, older
		if i%2 > 0 {
			first, second = older, newer
		}
		fmt.Fprintf(&b, "a%d.com\nb%d.com%sb%d.com%s", i, i, first, i, second)
	}
	l, problems := filing.Read(source.NewFile("l.txt", []byte(b.String())))
	if last := problems[len(problems)-1]; last.Message != "conflicting-filing.more-rows" || last.Args[0] != rows-100 {
		t.Errorf("the last problem is %s %v", last.Message, last.Args)
	}
	for i := range rows {
		if f := l.Lookup(fmt.Sprintf("b%d.com", i)); f == nil || f.Pending || f.Verified.Day != 2 {
			t.Fatalf("b%d.com: %+v", i, f)
		}
	}
}
