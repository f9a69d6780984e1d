package filing_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// A header may stand below titles, in the first 20 rows.
func TestHeaderRow(t *testing.T) {
	for titles, want := range map[int]string{0: "", 19: "", 20: "list.no-domain-column"} {
		rows := [][]string{}
		for range titles {
			rows = append(rows, []string{"备案台账"})
		}
		rows = append(rows, []string{"域名", "备案号"}, []string{"example.com", number})
		l, problems := filing.Read(source.NewFile("a.xlsx", workbook(map[string][][]string{"a": rows})))
		if want != "" {
			if len(problems) != 1 || string(problems[0].Message) != want {
				t.Errorf("%d titles: %s", titles, show(problems))
			}
			continue
		}
		if f := l.Lookup("example.com"); len(problems) > 0 || f == nil || f.Span.Position().Line != titles+2 {
			t.Errorf("%d titles: %+v\n%s", titles, f, show(problems))
		}
	}
}

// Excel keeps days as numbers; what is none stays what it is.
func TestSerialDate(t *testing.T) {
	for serial, want := range map[string]string{
		"=1": "1899-12-31", "=44424": "2021-08-16", "=44424.75": "2021-08-16", "=2958465": "9999-12-31",
		"=0": "", "=-1": "", "=2958466": "", "=NaN": "", "=x": "",
	} {
		book := workbook(map[string][][]string{"a": {{"域名", "备案号", "审核通过日期"}, {"example.com", number, serial}}})
		l, problems := filing.Read(source.NewFile("a.xlsx", book))
		if f := l.Lookup("example.com"); len(problems) > 0 || f == nil || f.Since.String() != want {
			t.Errorf("%s: %+v, want %q\n%s", serial, f, want, show(problems))
		}
	}
}

// made writes a workbook with excelize and lets a test change it.
func made(t *testing.T, rows [][]any, change func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var plainRows = [][]any{{"域名", "备案号", "负责人"}, {"example.com", number, "张三"}, {"example.net", "", "李四"}, {"example.org", "京ICP备12345678号-3", ""}}

// What is hidden or set aside does not count, and is told.
func TestSheetsThatDoNotCount(t *testing.T) {
	sheet := func(name string, hide bool) func(f *excelize.File) error {
		return func(f *excelize.File) error {
			if _, err := f.NewSheet(name); err != nil {
				return err
			}
			for i, row := range [][]any{{"域名", "备案号"}, {"example.edu", number}} {
				if err := f.SetSheetRow(name, fmt.Sprint("A", i+1), &row); err != nil {
					return err
				}
			}
			if hide {
				return f.SetSheetVisible(name, false, true)
			}
			return nil
		}
	}
	for name, c := range map[string]struct {
		change    func(f *excelize.File) error
		named     string
		edu       string // what becomes of example.edu
		com, want string // of example.com, and what is told
	}{
		"shown":              {sheet("二", false), "", "filed", "filed", ""},
		"hidden":             {sheet("二", true), "", "not there", "filed", "filing-status.hidden-sheet"},
		"hidden and named":   {sheet("二", true), "二", "filed", "not there", ""},
		"history":            {sheet("历史备案", false), "", "not there", "filed", "filing-status.past-sheet"},
		"history, named":     {sheet("历史备案", false), "历史备案", "filed", "not there", ""},
		"revoked":            {sheet("已注销", false), "", "rejected", "filed", ""},
		"revoked, named":     {sheet("已注销", false), "已注销", "rejected", "not there", ""},
		"not filed":          {sheet("待备案域名", false), "", "rejected", "filed", ""},
		"in review":          {sheet("审核中", false), "", "pending", "filed", ""},
		"there is no such":   {sheet("二", false), "三", "not there", "not there", "list.no-sheet"},
		"a hidden row":       {func(f *excelize.File) error { return f.SetRowVisible("Sheet1", 2, false) }, "", "not there", "not there", "filing-status.hidden-rows"},
		"a row of no height": {func(f *excelize.File) error { return f.SetRowHeight("Sheet1", 2, 0) }, "", "not there", "not there", "filing-status.hidden-rows"},
		"a merged number":    {func(f *excelize.File) error { return f.MergeCell("Sheet1", "B2", "B3") }, "", "not there", "filed", ""},
	} {
		l, problems := filing.Options{Sheet: c.named}.Read(source.NewFile("a.xlsx", made(t, plainRows, c.change)))
		told := ""
		for _, p := range problems {
			told += string(p.Message)
		}
		if got := outcomeOf(l, "example.edu"); got != c.edu || told != c.want || outcomeOf(l, "example.com") != c.com {
			t.Errorf("%s: example.edu is %s, want %s; example.com is %s, want %s; told %s, want %s", name, got, c.edu, outcomeOf(l, "example.com"), c.com, told, c.want)
		}
		if name == "a merged number" && outcomeOf(l, "example.net") != "filed" {
			t.Errorf("%s: example.net is %s", name, outcomeOf(l, "example.net"))
		}
		for f := range l.All() {
			if bytes.Contains(f.Span.File.Bytes, []byte("张三")) {
				t.Errorf("%s: the name of a person is in the text that reports show", name)
			}
		}
	}
}

// A workbook as people lay it out.
func TestSheetLayouts(t *testing.T) {
	for name, c := range map[string]struct {
		rows [][]any
		want string
	}{
		"on its side":   {[][]any{{"域名", "example.com", "example.net"}, {"负责人", "张三", "李四"}, {"备案号", number, ""}}, "filed rejected"},
		"titles":        {[][]any{{"备案信息汇总表"}, {"制表人：张三"}, {"序号", "域名", "备案号"}, {1, "example.com", number}, {2, "example.net", nil}}, "filed rejected"},
		"two tables":    {[][]any{{"域名", "备案号"}, {"example.com", number}, {}, {"未备案"}, {"域名", "备案号"}, {"example.net", number}}, "filed rejected"},
		"side by side":  {[][]any{{"域名", "备案号", "", "域名", "备案号"}, {"example.com", number, "", "example.net", ""}}, "filed rejected"},
		"two headers":   {[][]any{{"域名", "备案", "", "张三"}, {"", "备案号", "状态", ""}, {"example.com", number, "正常"}, {"example.net", number, "驳回"}}, "filed rejected"},
		"escapes":       {[][]any{{"域名_x000D_", "备案号"}, {"example.com_x000D_\n", number}, {"a.example.net", number}}, "filed not there"},
		"a line break":  {[][]any{{"域名\n(一级域名)", "备案号（网站）"}, {"example.com\nexample.net", number}}, "filed filed"},
		"whole numbers": {[][]any{{"域名", "备案号"}, {"example.com", number}, {"example.net", 12345678}}, "filed rejected"},
	} {
		data := made(t, c.rows, func(*excelize.File) error { return nil })
		l, problems := filing.Read(source.NewFile("a.xlsx", data))
		if got := outcomeOf(l, "example.com") + " " + outcomeOf(l, "example.net"); got != c.want {
			t.Errorf("%s: %s, want %s\n%s", name, got, c.want, show(problems))
		}
		for f := range l.All() {
			if bytes.Contains(f.Span.File.Bytes, []byte("张三")) {
				t.Errorf("%s: the name of a person is in the text that reports show", name)
			}
		}
	}
}

func TestEmptyWorkbook(t *testing.T) {
	_, problems := filing.Read(source.NewFile("a.xlsx", made(t, nil, func(*excelize.File) error { return nil })))
	if got := show(problems); got != "1:1 list.empty-workbook \"\"\n" {
		t.Error(got)
	}
}
