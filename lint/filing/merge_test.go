package filing_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// Comments, order and what is written by hand stay.
func TestMerge(t *testing.T) {
	const list = "\ufeff# ours\r\n\r\n" +
		"example.com   京ICP备 12345678 号-1  entity=\"旧 公司\" # main\r\n" +
		"example.net pending grace=2026-12-31 # soon\r\n" +
		"www.example.org 京ICP备12345678号-3 owner=vendor\r\n" +
		"example.edu 京ICP备12345678号-4 revoked\r\n" +
		"example.com.cn 京ICP备12345678号-5"
	const rows = "域名,备案号,主办单位,until,状态,status\n" +
		"example.com,京ICP备12345678号,示例公司,,,\n" +
		"example.net,京ICP备12345678号-2,,,,\n" +
		"www.example.org,京ICP备12345678号-3,,2027-01-31,,\n" +
		"example.edu,京ICP备12345678号-4,,,,\n" +
		"example.com.cn,京ICP备12345678号-5,,,,\n" +
		"例子.公司,京ICP备12345678号-6,\"a\"\" # b\nexample.gov\u202e 1\",,,\n" +
		"例子.公司,京ICP备12345678号-6,,,,\n" +
		"例子.公司,京ICP备12345678号-7,,,,\n" +
		"new.example.com.cn,京ICP备12345678号-8,,,,\n" +
		"new.example.com.cn,,,,,备案中\n" +
		"example.net,,,,,未知\n" +
		"old.example.net,京ICP备12345678号-9,,,,\n" +
		"old.example.net,,,,,已注销\n"
	const want = "\ufeff# ours\r\n\r\n" +
		"example.com   京ICP备 12345678 号-1  entity=\"示例公司\" # main\r\n" +
		"example.net 京ICP备12345678号-2 grace=2026-12-31 # soon\r\n" +
		"www.example.org 京ICP备12345678号-3 owner=vendor until=2027-01-31\r\n" +
		"example.edu 京ICP备12345678号-4\r\n" +
		"example.com.cn 京ICP备12345678号-5\r\n" +
		"xn--fsqu00a.xn--55qx5d  京ICP备12345678号-6  entity=\"a # b example.gov 1\"  # 例子.公司\r\n" +
		"new.example.com.cn  pending\r\n"
	all, problems := filing.Options{}.Rows(source.NewFile("rows.csv", []byte(rows)))
	if len(problems) > 0 {
		t.Fatal(show(problems))
	}
	text, merged, problems := filing.Merge(source.NewFile("filed-domains.txt", []byte(list)), all)
	if len(problems) > 0 {
		t.Fatal(show(problems))
	}
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, m := range merged {
		got = append(got, fmt.Sprint(m.Domain, " ", m.Outcome, " ", m.Why, " ", m.Listed.File != nil))
	}
	if diff := cmp.Diff([]string{
		"example.com changed  true", "example.net changed  true", "www.example.org changed  true", "example.edu changed  true",
		"example.com.cn unchanged  true", "xn--fsqu00a.xn--55qx5d added  false",
		"xn--fsqu00a.xn--55qx5d skipped import.repeated false", "xn--fsqu00a.xn--55qx5d skipped import.conflict false",
		"new.example.com.cn skipped import.contradicted false", "new.example.com.cn added  false",
		"example.net skipped import.not-counted true",
		"old.example.net skipped import.contradicted false", "old.example.net skipped import.not-counted false",
	}, got); diff != "" {
		t.Error(diff)
	}
	// Once more changes nothing.
	again, merged, _ := filing.Merge(source.NewFile("filed-domains.txt", text), all)
	if string(again) != string(text) {
		t.Error("merging again changes the list:", cmp.Diff(string(text), string(again)))
	}
	for _, m := range merged {
		if m.Outcome == filing.Added || m.Outcome == filing.Changed {
			t.Errorf("%s is %s again", m.Domain, m.Outcome)
		}
	}
}

func TestMergeRefuses(t *testing.T) {
	for list, want := range map[string]string{
		"域名,备案号\nexample.com,\n":    `1:1 list.not-text ""`,
		`["example.com"]`:           `1:1 list.not-text ""`,
		"com.cn 京ICP备12345678号":     `1:1 list.public-suffix "com.cn"`,
		"example.com until=x":       `1:19 list.bad-date "x"`,
		"example.com x entity=1 y=": `1:24 list.unknown-key "y"`,
	} {
		_, _, problems := filing.Merge(source.NewFile("filed-domains.txt", []byte(list)), none)
		if diff := cmp.Diff(want+"\n", show(problems)); diff != "" {
			t.Errorf("%q: %s", list, diff)
		}
	}
}

func none(func(*filing.Row) bool) {}

// TestMergeRandom feeds random rows in every shape: each is counted once, no
// filing comes from a row without a valid number, none is lost, and the list
// says it again.
func TestMergeRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range tries(200) {
		n := 1 + r.IntN(40)
		table, want := randomRows(r, n)
		for shape, data := range map[string][]byte{
			"csv": asCSV(table), "xlsx": workbook(map[string][][]string{"a": table}),
			"array": asJSON(table, "%s"), "MIIT": asJSON(table, `{"code":200,"params":{"list":%s}}`),
			"batch": asJSON(table, `{"task_name":"x","result":[[],%s]}`), "history": asJSON(table, `{"data":%s}`),
			"Alibaba Cloud": asJSON(table, `{"BaSuccessDataWithRiskList":[{"OrganizersName":"x","WebsiteList":%s}]}`),
		} {
			rows, problems := filing.Options{}.Rows(source.NewFile("rows", data))
			if len(problems) > 0 {
				t.Fatalf("%s: %s\n%s", shape, data, show(problems))
			}
			list, merged, _ := filing.Merge(nil, rows)
			if len(merged) != n {
				t.Fatalf("%s: %d rows in, %d out:\n%s", shape, n, len(merged), data)
			}
			checkWritten(t, list, want, shape+string(data))
			if again, _, _ := filing.Merge(source.NewFile("filed-domains.txt", list), rows); !bytes.Equal(again, list) {
				t.Fatalf("%s: imported again, the list is another one:\n%s\n%s", shape, list, again)
			}
		}
	}
}

// tries is how many tables are made: with -short a few, since the race detector, which has
// nothing to look for in short lists, takes ten times as long for each.
func tries(n uint64) uint64 {
	if testing.Short() {
		return n / 10
	}
	return n
}

func asCSV(table [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.WriteAll(table)
	return b.Bytes()
}

// asJSON puts the rows as an array of objects into a reply.
func asJSON(table [][]string, reply string) []byte {
	items := []map[string]string{}
	for _, row := range table[1:] {
		item := map[string]string{}
		for i, cell := range row {
			if cell != "" || i == 2 { // a key for the number makes it an export
				item[table[0][i]] = cell
			}
		}
		items = append(items, item)
	}
	data, _ := json.Marshal(items)
	return fmt.Appendf(nil, reply, data)
}

// checkWritten checks that the list has exactly these domains and numbers.
func checkWritten(t *testing.T, list []byte, want map[string]string, from string) {
	t.Helper()
	l, problems := filing.Read(source.NewFile("filed-domains.txt", list))
	got := map[string]string{}
	for f := range l.All() {
		got[f.Domain] = f.Number
	}
	if diff := cmp.Diff(want, got); diff != "" || len(problems) > 0 {
		t.Fatalf("%s%s\nlist:\n%s\nfrom:\n%s", diff, show(problems), list, from)
	}
}

// randomRows returns a table of n rows with a header, and the filings that it
// tells of.
func randomRows(r *rand.Rand, n int) (table [][]string, want map[string]string) {
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	table = [][]string{{"主办单位", "域名", "网站备案号", "是否限制接入", "单位性质"}}
	want = map[string]string{}
	denied := map[string]bool{}
	for range n {
		domain := pick("", "a%d.example.com", "A%d.Example.net", "https://b%d.example.org/", "com.cn", "192.0.2.1", "intranet")
		if strings.Contains(domain, "%d") {
			domain = fmt.Sprintf(domain, r.IntN(50))
		}
		number, valid := pick("", "-", "未备案", "1234", "京公网安备11010502030001号", "京ICP备12345678号-2A", "京ICP备1号"), ""
		if r.IntN(2) == 0 {
			valid = fmt.Sprintf("%sICP备%08d号-%d", pick("京", "粤", "川"), r.IntN(1e8), 1+r.IntN(99))
			number = pick(valid, strings.ToLower(valid), strings.ReplaceAll(valid, "-", "－"), " "+valid)
		}
		limited := pick("否", "否", "", "是")
		entity := pick("示例公司", "张三", "a \"b\" # c\nexample.cn 京ICP备12345678号", "x=y")
		table = append(table, []string{entity, domain, number, limited, pick("企业", "个人", "")})
		host := strings.ToLower(strings.Trim(strings.TrimPrefix(domain, "https://"), "/"))
		if limited == "是" || number == "未备案" {
			denied[host] = true // another row may say that it is filed: it does not count
		}
		if _, again := want[host]; strings.Contains(host, "example") && valid != "" && limited != "是" && !again {
			want[host] = valid
		}
	}
	maps.DeleteFunc(want, func(host, _ string) bool { return denied[host] })
	return table, want
}

// Whatever the bytes: every row is counted, and what is written is a list with
// its own domains and valid numbers.
func checkMerge(t *testing.T, data []byte) {
	rows, problems := filing.Options{}.Rows(source.NewFile("work/rows", data))
	if len(problems) > 0 {
		return
	}
	list, merged, _ := filing.Merge(nil, counted(t, rows))
	want := map[string]bool{}
	for _, m := range merged {
		if m.Outcome == filing.Added {
			want[m.Domain] = true
		}
	}
	l, problems := filing.Read(source.NewFile("filed-domains.txt", list))
	problems = slices.DeleteFunc(problems, func(p *source.Problem) bool { // what the rows themselves say
		return p.Message == "filing-number.vendor" || p.Message == "conflicting-filing.entities"
	})
	if len(problems) > 0 || l.Len() != len(want) {
		t.Fatalf("%d filings of %d\n%s\n%s", l.Len(), len(want), show(problems), list)
	}
	for f := range l.All() {
		n, err := filing.ParseNumber(f.Number)
		if !want[f.Domain] || err != nil && !f.Pending && !f.Vendor || n.Kind == filing.App || n.Kind == filing.MiniProgram {
			t.Fatalf("%q %q was not in the rows", f.Domain, f.Number)
		}
	}
}

func counted(t *testing.T, rows iter.Seq[*filing.Row]) iter.Seq[*filing.Row] {
	return func(yield func(*filing.Row) bool) {
		n := 0
		for row := range rows {
			if n++; n > 1<<20 {
				t.Fatal("no end of rows")
			}
			checkSpan(t, row.Span)
			if !yield(row) {
				return
			}
		}
	}
}
