package filing_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// The same domain filed and not filed: the newer one counts where both have a
// date, or else it does not count; always with a word at both places.
func TestContradictions(t *testing.T) {
	const (
		none  = "example.com," + number + ",已注销,"
		ended = "example.com," + number + ",未备案,"
		waits = "example.com,,备案中,"
		good  = "example.com," + number + ",已备案,"
		blank = "example.com,,,"
	)
	for _, c := range []struct{ first, second, want, told string }{
		{good, none, "rejected", "conflicting-filing.status"},
		{none, good, "rejected", "conflicting-filing.status"},
		{good, ended, "rejected", "conflicting-filing.status"},
		{good, waits, "pending", "conflicting-filing.status"},
		{waits, good, "pending", "conflicting-filing.status"},
		{good + "2024-01-01", none, "rejected", "conflicting-filing.status"},
		{good + "2024-01-01", none + "2024-01-01", "rejected", "conflicting-filing.status"},
		{good + "2024-01-01", none + "2025/1/2", "rejected", "conflicting-filing.newer"},
		{none + "2025-01-02 08:00:00", good + "2024-01-01", "rejected", "conflicting-filing.newer"},
		{none + "2024-01-01", good + "2025-01-02", "filed", "conflicting-filing.newer"},
		{good + "2025年1月2日", none + "2024.1.1", "filed", "conflicting-filing.newer"},
		{waits + "20240101", good + "2025-01-02T00:00:00", "filed", "conflicting-filing.newer"},
		{blank, good, "filed", ""},
		{good, blank, "filed", ""},
		{none, blank, "rejected", ""},
		{none, waits, "pending", ""},
		{good, good, "filed", "duplicate-filing.repeated"},
		{good + "\n" + none, good, "rejected", "conflicting-filing.status conflicting-filing.status"},
	} {
		const head = "域名,备案号,备案状态,审核通过日期\n"
		f := source.NewFile("a.csv", []byte(head+c.first+"\n"+c.second+"\n"))
		l, problems := filing.Read(f)
		if got := outcomeOf(l, "www.example.com"); got != c.want || ids(problems) != c.told {
			t.Errorf("%s + %s: %s, %s; want %s, %s", c.first, c.second, got, ids(problems), c.want, c.told)
		}
		for _, p := range problems {
			if len(p.Related) != 1 || p.Related[0].Span.Start == p.Span.Start {
				t.Errorf("%s + %s: not at both places", c.first, c.second)
			}
		}
		if n := 0; true {
			for range l.All() {
				n++
			}
			if n != l.Len() || n != map[string]int{"filed": 1, "pending": 1, "rejected": 0}[c.want] {
				t.Errorf("%s + %s: All yields %d, Len is %d", c.first, c.second, n, l.Len())
			}
		}
		rows, _ := filing.Options{}.Rows(f)
		text, _, _ := filing.Merge(nil, rows)
		imported, _ := filing.Read(source.NewFile("filed-domains.txt", text))
		if got := outcomeOf(imported, "example.com"); (got == c.want) != (c.want != "rejected") {
			t.Errorf("%s + %s: %s once it is imported, want %s", c.first, c.second, got, c.want)
		}
		if strings.Contains(c.first, "\n") {
			continue
		}
		a, _ := filing.Read(source.NewFile("a.csv", []byte(head+c.first+"\n")))
		b, _ := filing.Read(source.NewFile("b.csv", []byte(head+c.second+"\n")))
		joined, told := filing.Join(a, b), strings.TrimPrefix(c.told, "duplicate-filing.repeated")
		if c.want == "pending" && c.told == "" {
			continue // the first list that has it is asked
		}
		if got := outcomeOf(joined, "example.com"); got != c.want || ids(joined.Conflicts()) != told {
			t.Errorf("lists %s + %s: %s, %s; want %s, %s", c.first, c.second, got, ids(joined.Conflicts()), c.want, told)
		}
		if n := fmt.Sprint(joined.Len() > 0); n != fmt.Sprint(c.want != "rejected") {
			t.Errorf("lists %s + %s: %d filings", c.first, c.second, joined.Len())
		}
	}
}

func ids(problems []*source.Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, string(p.Message))
	}
	return strings.Join(all, " ")
}

// TestSubjectsAreBounded: so many who filed are remembered, to be compared with further down.
func TestSubjectsAreBounded(t *testing.T) {
	const subjects = 1 << 16
	for n, want := range map[int]int{subjects: 1, subjects + 1: 0} {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "a%d.com 京ICP备%08d号-1 entity=甲\n", i, 10_000_000+i)
		}
		fmt.Fprintf(&b, "b.com 京ICP备%08d号-2 entity=乙\n", 10_000_000+n-1)
		if _, problems := readList(b.String()); len(problems) != want {
			t.Errorf("%d subjects: %d problems, want %d", n, len(problems), want)
		}
	}
}

// TestSpellingsOfOwners: a name that is typed in another way is the same one, and what
// another contradicts is the last place where it stands so.
func TestSpellingsOfOwners(t *testing.T) {
	const text = "a.com 京ICP备12345678号-1 entity=甲（乙）公司\nb.com 京ICP备12345678号-2 entity=甲(乙)公司\n" +
		"c.com 京ICP备12345678号-3 entity=甲(乙)公司\nd.com 京ICP备12345678号-4 entity=丙公司\n"
	if _, problems := readList(text); show(problems) != "4:1 conflicting-filing.entities \"d.com\"\n  2:1 related.first \"b.com\"\n" {
		t.Error(show(problems))
	}
}
