package filing_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// madeTable is a table of which is known what each row says.
type madeTable struct {
	titles  []string
	header  []string
	rows    [][]string
	domains []string
	want    []string // outcome by row
	merged  []int    // columns whose equal cells below each other are one
}

// pick returns one of the texts.
func pick(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }

// namesOf returns the names of the columns with a title.
func namesOf(t *testing.T, title string) []string {
	for _, c := range filing.Columns {
		if c.Title.EN == title {
			return c.Names
		}
	}
	t.Fatalf("no columns %q", title)
	return nil
}

// cellOf is a column of a made table: what it may hold, and what that means.
type cellOf struct {
	name   string
	merge  bool
	values []string
	says   []string // "" for nothing
}

// columnsOf makes the columns that say how a filing stands.
func columnsOf(t *testing.T, r *rand.Rand) (columns []cellOf) {
	status := cellOf{name: varied(r, pick(r, namesOf(t, "the status of the filing, in words")...)), merge: r.IntN(2) == 0}
	for i, group := range filing.Statuses {
		for range 3 {
			status.values, status.says = append(status.values, pick(r, group.Words...)), append(status.says, outcomes[i])
		}
	}
	status.values, status.says = append(status.values, "", "-", "整改"), append(status.says, "", "", "rejected")
	asked := cellOf{name: varied(r, pick(r, "是否备案", "是否已备案", "isFiled")), values: []string{"是", "否", "", "TRUE", "no"}, says: []string{"", "rejected", "", "", "rejected"}}
	limited := cellOf{name: varied(r, pick(r, "是否限制接入", "限制访问")), values: []string{"否", "是", ""}, says: []string{"", "rejected", ""}}
	remark := cellOf{name: pick(r, "备注", "remark"), values: []string{"", "核心域名", "已注销", "未备案", "已备案"}, says: []string{"", "", "rejected", "rejected", ""}}
	noise := cellOf{name: pick(r, "负责人", "电话", "网站名称", "公安备案状态", "域名状态"), values: []string{"张三", "未备案", "13800138000", ""}, says: []string{"", "", "", ""}}
	for _, c := range []cellOf{status, asked, limited, remark, noise} {
		if r.IntN(2) == 0 {
			columns = append(columns, c)
		}
	}
	return columns
}

// varied writes a name as people do.
func varied(r *rand.Rand, name string) string {
	switch r.IntN(6) {
	case 0:
		return " " + name + "\u200b"
	case 1:
		return name + "（网站）"
	case 2:
		return "*" + name
	case 3:
		return strings.ToUpper(name)
	}
	return name
}

func makeTable(t *testing.T, r *rand.Rand) *madeTable {
	m := &madeTable{}
	columns := columnsOf(t, r)
	domain, number := r.IntN(len(columns)+1), r.IntN(len(columns)+2)
	for _, c := range columns {
		m.header = append(m.header, c.name)
	}
	m.header = insert(m.header, domain, varied(r, pick(r, namesOf(t, "the domain")...)))
	m.header = insert(m.header, number, varied(r, pick(r, "备案号", "网站备案号", "ICP证", "ICP License No.", "服务许可证号")))
	for i, n := 0, 1+r.IntN(20); i < n; i++ {
		m.addRow(r, columns, domain, number, i)
	}
	if r.IntN(3) == 0 {
		m.titles = []string{"备案信息汇总表", "导出时间：2026-01-01"}
	}
	for i, name := range m.header {
		for _, c := range columns {
			if c.merge && c.name == name {
				m.merged = append(m.merged, i)
			}
		}
	}
	return m
}

func insert(row []string, at int, cell string) []string {
	return append(row[:at:at], append([]string{cell}, row[at:]...)...)
}

// addRow adds a row, some of them with what stands in the row above.
func (m *madeTable) addRow(r *rand.Rand, columns []cellOf, domain, number, i int) {
	var row []string
	said := ""
	for _, c := range columns {
		v := r.IntN(len(c.values))
		row = append(row, c.values[v])
		said = graver(said, c.says[v])
	}
	name := fmt.Sprintf("d%d.com", i)
	row = insert(row, domain, pick(r, name, strings.ToUpper(name), "https://"+name+"/index.html", " "+name+"\u00a0"))
	numbers := []string{"京ICP备12345678号-1", "京ICP备12345678号-2", "京icp备 12345678号－3", "粤B2-20090059-5", "京ICP备12345678号-1\n京公网安备11010502030001号", "", "未备案", "备案中", "京ICP备12345678号-3X"}
	says := []string{"", "", "", "", "", "rejected", "rejected", "pending", "rejected"}
	n := r.IntN(len(numbers))
	switch row = insert(row, number, numbers[n]); {
	case numbers[n] == "" && said == "pending": // it has none yet
	default:
		said = graver(said, says[n])
	}
	if said == "" {
		said = "filed"
	}
	m.rows, m.domains, m.want = append(m.rows, row), append(m.domains, name), append(m.want, said)
}

func graver(a, b string) string {
	for _, s := range []string{"rejected", "pending"} {
		if a == s || b == s {
			return s
		}
	}
	return ""
}

func (m *madeTable) lines() (all [][]string) {
	for _, title := range m.titles {
		all = append(all, []string{title})
	}
	return append(append(all, m.header), m.rows...)
}

func (m *madeTable) csv() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.WriteAll(m.lines())
	return b.Bytes()
}

func (m *madeTable) json() []byte {
	items := []map[string]string{}
	for _, row := range m.rows {
		item := map[string]string{}
		for i, cell := range row {
			item[m.header[i]] = cell
		}
		items = append(items, item)
	}
	data, _ := json.Marshal(items)
	return data
}

// workbook writes the table, with runs of equal cells as one merged cell below
// which something else is left.
func (m *madeTable) workbook(t *testing.T) []byte {
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	place := func(column, row int) string {
		name, err := excelize.CoordinatesToCellName(column, row)
		must(err)
		return name
	}
	for i, line := range m.lines() {
		for j, cell := range line {
			must(f.SetCellStr("Sheet1", place(j+1, i+1), cell))
		}
	}
	top := len(m.titles) + 2
	for _, column := range m.merged {
		for i := 0; i < len(m.rows); {
			end := i + 1
			for end < len(m.rows) && m.rows[end][column] == m.rows[i][column] {
				must(f.SetCellStr("Sheet1", place(column+1, top+end), "已注销"))
				end++
			}
			if end > i+1 {
				must(f.MergeCell("Sheet1", place(column+1, top+i), place(column+1, top+end-1)))
			}
			i = end
		}
	}
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

// TestRowsAreBelieved: whatever a table looks like, a domain counts if and only
// if its row says so, by Read as by import.
func TestRowsAreBelieved(t *testing.T) {
	for seed := range tries(300) {
		m := makeTable(t, rand.New(rand.NewPCG(seed, 14)))
		shapes := map[string][]byte{"csv": m.csv(), "json": m.json()}
		if seed%4 == 0 {
			shapes["xlsx"] = m.workbook(t)
		}
		for shape, data := range shapes {
			l, problems := filing.Read(source.NewFile("list", data))
			rows, _ := filing.Options{}.Rows(source.NewFile("list", data))
			text, _, _ := filing.Merge(nil, rows)
			imported, _ := filing.Read(source.NewFile("filed-domains.txt", text))
			for i, domain := range m.domains {
				got, want := outcomeOf(l, domain), m.want[i]
				if got != want {
					t.Errorf("seed %d, %s: %s is %s, want %s: %q\n%s", seed, shape, domain, got, want, m.rows[i], show(problems))
				}
				if again := outcomeOf(imported, domain); (again == want) != (want != "rejected") {
					t.Errorf("seed %d, %s: %s is %s once it was imported, want %s", seed, shape, domain, again, want)
				}
			}
			if t.Failed() {
				t.Fatalf("%s\n%s", shape, m.csv())
			}
		}
	}
}

// TestRowsFromLibreOffice: the same of workbooks that LibreOffice has written anew.
func TestRowsFromLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed: its workbooks are not read")
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out")}
	var tables []*madeTable
	for seed := range uint64(8) {
		m := makeTable(t, rand.New(rand.NewPCG(seed, 41)))
		name := filepath.Join(dir, fmt.Sprint(seed, ".xlsx"))
		if err := os.WriteFile(name, m.workbook(t), 0o644); err != nil {
			t.Fatal(err)
		}
		tables, args = append(tables, m), append(args, name)
	}
	if out, err := exec.CommandContext(t.Context(), office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for seed, m := range tables {
		data, err := os.ReadFile(filepath.Join(dir, "out", fmt.Sprint(seed, ".xlsx")))
		if err != nil {
			t.Fatal(err)
		}
		l, problems := filing.Read(source.NewFile("list.xlsx", data))
		for i, domain := range m.domains {
			if got := outcomeOf(l, domain); got != m.want[i] {
				t.Errorf("seed %d: %s is %s, want %s: %q\n%s", seed, domain, got, m.want[i], m.rows[i], show(problems))
			}
		}
	}
}

// Benchmark200kCells reads a workbook of 200,000 cells as a list.
func Benchmark200kCells(b *testing.B) {
	rows := [][]string{{"域名", "备案号", "主办单位", "负责人"}}
	for i := range 50_000 {
		rows = append(rows, []string{fmt.Sprintf("d%d.com", i), "京ICP备12345678号-1", "示例科技（北京）有限公司", "张三"})
	}
	data := workbook(map[string][][]string{"a": rows})
	b.ReportAllocs()
	for b.Loop() {
		if l, _ := filing.Read(source.NewFile("list.xlsx", data)); l.Len() != 50_000 {
			b.Fatal(l.Len())
		}
	}
}
