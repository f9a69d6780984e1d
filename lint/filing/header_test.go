package filing_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// told returns what a list says, a line a row: place, domain, number, outcome.
func told(t *testing.T, text string) string {
	t.Helper()
	f := source.NewFile("list.csv", []byte(text))
	rows, problems := filing.Options{}.Rows(f)
	var b strings.Builder
	b.WriteString(show(problems))
	listed, _ := filing.Read(f)
	for row := range rows {
		outcome := "filed"
		switch {
		case row.Problem != nil && row.Problem.Message.Rule() == "list":
			outcome = string(row.Problem.Message)
		case row.Reason != filing.NoReason:
			outcome = row.Reason.TextOf(&row.Filing).EN
		case row.Pending:
			outcome = "pending"
		}
		fmt.Fprintf(&b, "%s %s %s %s\n", at(row.Span), row.Domain, row.Number, outcome)
		if f := listed.Lookup(row.Domain); outcome == "filed" && (f == nil || f.Number != row.Number || f.Span.Start != row.Span.Start) {
			t.Errorf("Read and Rows differ: %+v, %+v", f, row.Filing)
		}
	}
	return b.String()
}

// Where a header stands, what stands above and below it, and on its side.
func TestTables(t *testing.T) {
	const one, two = "京ICP备12345678号-1", "京ICP备12345678号-2"
	for name, c := range map[string]struct{ text, want string }{
		"titles above": {"备案信息汇总表,,\n导出时间：2026-01-01,,\n\n序号,域名,备案号\n1,example.com," + one + "\n", "5:3 example.com " + one + " filed\n"},
		"a title says what follows": {"未备案域名,\n域名,备案号\nexample.com," + one + "\n已备案域名,\nexample.net," + two + "\n",
			"3:1 example.com " + one + " its row says that it is not filed (“未备案域名”)\n5:1 example.net " + two + " filed\n"},
		"sections": {"域名,备案号\nexample.com," + one + "\n,\n已注销,\n域名,备案号\nexample.net," + two + "\n",
			"2:1 example.com " + one + " filed\n6:1 example.net " + two + " the filing was cancelled (“已注销”)\n"},
		"a sentence is no title": {"说明：已注销的域名请标红,\n域名,备案号\nexample.com," + one + "\n", "3:1 example.com " + one + " filed\n"},
		"another header":         {"域名,备案号\nexample.com," + one + "\n\n备案号,主办单位,域名\n" + two + ",示例公司,example.net\n", "2:1 example.com " + one + " filed\n5:23 example.net " + two + " filed\n"},
		"the header again":       {"域名,备案号\nexample.com," + one + "\n域名,备案号\nexample.net," + two + "\n", "2:1 example.com " + one + " filed\n4:1 example.net " + two + " filed\n"},
		"a header of two rows":   {"序号,域名,备案信息,\n,,网站备案号,备案状态\n1,example.com," + one + ",已备案\n2,example.net," + two + ",注销中\n", "3:3 example.com " + one + " filed\n4:3 example.net " + two + " the filing was cancelled (“注销中”)\n"},
		"in two languages":       {"域名,备案号\nDomain,ICP No.\nexample.com," + one + "\n", "3:1 example.com " + one + " filed\n"},
		"side by side": {"域名,备案号,,域名,备案号\nexample.com," + one + ",,example.net," + two + "\n,,,example.org,\n",
			"2:1 example.com " + one + " filed\n2:31 example.net " + two + " filed\n3:4 example.org  the record has no filing number\n"},
		"side by side, number first": {"备案号,域名,备案号,域名\n" + one + ",example.com," + two + ",example.net\n", "2:18 example.com " + one + " filed\n2:47 example.net " + two + " filed\n"},
		"on its side": {"域名,example.com,example.net\n备案号," + one + "," + two + "\n备案状态,已备案,未备案\n负责人,张三,李四\n",
			"1:4 example.com " + one + " filed\n1:16 example.net " + two + " its row says that it is not filed (“未备案”)\n"},
		"pairs":        {"主办单位,示例公司,性质,企业\n域名,example.com,备案号," + one + "\n", "2:4 example.com " + one + " filed\n"},
		"two forms":    {"域名,example.com\n备案号," + one + "\n\n域名,example.net\n备案号,\n", "1:4 example.com " + one + " filed\n4:4 example.net  the record has no filing number\n"},
		"no domain":    {"序号,备案号,主办单位\n1," + one + ",张三\n", "1:1 list.no-domain-column \"序号,备案号,主办单位\"\n"},
		"a people's":   {"姓名,电话\n张三,13800138000\n", "1:1 list.not-a-list \"\"\n"},
		"a web page":   {" \n<!DOCTYPE html><html><body>登录</body></html>", "1:1 list.web-page \"\"\n"},
		"MHTML":        {"MIME-Version: 1.0\nContent-Type: multipart/related\n", "1:1 list.web-page \"\"\n"},
		"Excel's XML":  {"\ufeff<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>", "1:1 list.spreadsheet-xml \"\"\n"},
		"XML":          {"<?xml version=\"1.0\"?><a/>", "1:1 list.xml \"\"\n"},
		"a sentence":   {"请先登录，再导出备案信息", "1:1 list.not-a-list \"\"\n"},
		"guards":       {"域名,备案号\n=\"example.com\",'" + one + "\n\x1fexample.net\x1f,\"=\"\"" + two + "\"\"\"\n", "2:3 example.com " + one + " filed\n3:2 example.net " + two + " filed\n"},
		"an address":   {"域名,备案号\nhttps://www.Example.com/a?b#c," + one + "\nexample.net/," + two + "\n", "2:1 www.example.com " + one + " filed\n3:1 example.net " + two + " filed\n"},
		"full width":   {"域名，备案号\nexample.com，" + one, "1:1   list.separator\n2:1   list.separator\n"},
		"zero width":   {"域名,备案号\nexam\u200bple.com," + one, "2:1 example.com " + one + " filed\n"},
		"rows at once": {"张三,example.com," + one + "\n", "1:1 list.not-a-list \"\"\n"},
	} {
		if diff := cmp.Diff(c.want, told(t, c.text)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}

// What a table says of people reaches no sentence, whatever is wrong with it.
func TestNoPersonIsQuoted(t *testing.T) {
	for _, text := range []string{
		"姓名,电话,地址\n张三,13800138000,某路1号\n", "张三,example.com\n李四,example.net\n", "域名,备案号,owner\n张三,13800138000,李四\nexample.com,张三,李四\n",
		"域名,until\nexample.com,张三\n", "域名,备案号\n\"example.com\"张三,1\n", `[["张三"],{"姓名":"李四"},{"domain":"张三","icp":"13800138000"}]`, `["张三",{"domain":"example.com","owner":"李四"}]`,
		`{"result":[{"name":"张三"}]}`, "序号,备案号\n张三,李四\n", "域名,张三\n备案号,13800138000\n", "example.com,张三,13800138000\nexample.net,李四,1\n",
	} {
		f := source.NewFile("list", []byte(text))
		rows, problems := filing.Options{Explain: true}.Rows(f)
		_, more := filing.Read(f)
		problems = append(problems, more...)
		list, merged, _ := filing.Merge(nil, rows)
		said := string(list)
		for _, p := range problems {
			said += message.English.Message(p.Message, p.Args...) + message.English.Help(p.Message, p.Args...) + "\n"
			for _, r := range p.Related {
				said += message.English.Message(r.Message, r.Args...) + "\n"
			}
		}
		for _, m := range merged {
			for _, taken := range m.Taken {
				said += taken.Name + taken.Text + taken.Became.EN + "\n"
			}
			if m.Why != "" {
				said += message.English.Message(m.Why, m.Args...) + "\n"
			}
		}
		for _, person := range []string{"张三", "李四", "1380013", "某路"} {
			if strings.Contains(said, person) {
				t.Errorf("%q: %s is in\n%s", text, person, said)
			}
		}
	}
}

// What somebody could make to fill the time or the memory is read as far as a
// table goes.
func TestHugeTables(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, in which the race detector finds nothing and takes long")
	}
	var keys strings.Builder
	for i := range 40 * 40 {
		fmt.Fprintf(&keys, `,"i%sc%sp":"x"`, strings.Repeat("_", i%40), strings.Repeat("-", i/40))
	}
	for name, text := range map[string]string{
		"a row of commas":  "域名,备案号" + strings.Repeat(",", 1<<20) + "\nexample.com," + number + "\n",
		"a form of values": "域名" + strings.Repeat(",example.com", 1<<18) + "\n备案号," + number + "\n",
		"names of one key": `[{"domain":"example.com"` + keys.String() + `}]`,
		"deep objects":     strings.Repeat(`{"a":`, 9000) + "1" + strings.Repeat("}", 9000),
		"wide and deep":    strings.Repeat(`[{"a":[1,2,3],"b":`, 4000) + "1" + strings.Repeat("}]", 4000),
	} {
		start := time.Now()
		l, _ := filing.Read(source.NewFile("list", []byte(text)))
		if took := time.Since(start); took > 30*time.Second || l.Len() > 1 {
			t.Errorf("%s: %v, %d filings", name, took, l.Len())
		}
	}
}

// TestColumnsAreBounded: what stands in a column behind those of Excel is not looked at.
func TestColumnsAreBounded(t *testing.T) {
	const columns = 1 << 14
	for before, want := range map[int]int{columns - 2: 1, columns: 0} {
		text := strings.Repeat("x,", before) + "域名,备案号\n" + strings.Repeat(",", before) + "example.com," + number + "\n"
		if l, _ := filing.Read(source.NewFile("list.csv", []byte(text))); l.Len() != want {
			t.Errorf("behind %d columns: %d filings, want %d", before, l.Len(), want)
		}
	}
}

// TestFormsAreBounded: a form that nobody can have typed is none, and of a row with more
// values than that the first are read.
func TestFormsAreBounded(t *testing.T) {
	const longest = 5000
	rows := func(n int) string { // a form of n rows
		return "域名,example.com\n备案号," + number + "\n" + strings.Repeat("备注,\n", n-2)
	}
	wide := func(columns, blocks int) string { // as many filings in each block of rows
		var b strings.Builder
		for block := range blocks {
			b.WriteString("域名")
			for i := range columns {
				fmt.Fprintf(&b, ",b%d-%d.example.com", block, i)
			}
			b.WriteString("\n备案号" + strings.Repeat(","+number, columns) + "\n\n")
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"rows":            {rows(longest), 1},
		"rows, beyond":    {rows(longest + 1), 0},
		"values":          {wide(longest, 1), longest},
		"values, beyond":  {wide(longest+1, 1), longest},
		"filings":         {wide(longest/4, 4), longest},
		"filings, beyond": {wide(longest/4, 6), 0},
	} {
		if l, _ := filing.Read(source.NewFile("list.csv", []byte(c.text))); l.Len() != c.want {
			t.Errorf("%s: %d filings, want %d", name, l.Len(), c.want)
		}
	}
}
