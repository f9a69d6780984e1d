package filing_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

var update = flag.Bool("update", false, "rewrite testdata/shapes.golden")

// workbook returns an .xlsx with the sheets, whose rows are cells: a text, "=1"
// for a number, "" for none. Texts are shared or in place, by turns.
func workbook(sheets map[string][][]string) []byte {
	parts := map[string]string{
		"[Content_Types].xml": `<?xml version="1.0"?><Types/>`,
	}
	var list, relations, shared strings.Builder
	texts := 0
	for i, name := range slices.Sorted(maps.Keys(sheets)) {
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, i+1, i+1)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="http://x/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		var rows strings.Builder
		for n, row := range sheets[name] {
			fmt.Fprintf(&rows, `<row r="%d">`, n+1)
			for c, text := range row {
				at := fmt.Sprintf("%c%d", 'A'+c, n+1)
				number, isNumber := strings.CutPrefix(text, "=")
				switch text = escaped.Replace(text); {
				case text == "":
					fmt.Fprintf(&rows, `<c r="%s" s="1"/>`, at)
				case isNumber:
					fmt.Fprintf(&rows, `<c r="%s" s="2"><v>%s</v></c>`, at, number)
				case c%2 == 0:
					fmt.Fprintf(&shared, `<si><t xml:space="preserve">%s</t><rPh sb="0" eb="1"><t>x</t></rPh></si>`, text)
					fmt.Fprintf(&rows, `<c r="%s" t="s"><v>%d</v></c>`, at, texts)
					texts++
				default:
					fmt.Fprintf(&rows, `<c r="%s" t="inlineStr"><is><r><t>%s</t></r></is></c>`, at, text)
				}
			}
			rows.WriteString("</row>\n")
		}
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = `<?xml version="1.0" encoding="UTF-8"?><worksheet><!-- > --><sheetData>` + rows.String() + "</sheetData></worksheet>"
	}
	relations.WriteString(`<Relationship Id="rId99" Type="http://x/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/>`)
	parts["xl/workbook.xml"] = `<workbook xmlns:r="x"><sheets>` + list.String() + "</sheets></workbook>"
	parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations.String() + "</Relationships>"
	parts["xl/sharedStrings.xml"] = "<sst>" + shared.String() + "</sst>"
	return archive(parts)
}

var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", "\n", "&#10;")

func archive(parts map[string]string) []byte { return archiveWith(zip.Deflate, parts) }

// archiveWith is archive with a method of packing: zip.Store is the quick one.
func archiveWith(method uint16, parts map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method}); err == nil {
			io.WriteString(f, parts[name])
		}
	}
	w.Close()
	return b.Bytes()
}

// shapes are files of every shape that filing records come in, with the traps:
// domains that are not filed, apps, restricted records, names of people.
func shapes(t testing.TB) map[string][]byte {
	all := map[string][]byte{
		"icp-checker.xlsx": workbook(map[string][][]string{"备案信息": {
			{"域名主办方", "域名", "备案许可证号", "网站备案号", "域名类型", "网站前置审批项", "是否限制接入", "审核通过日期"},
			{"示例科技（北京）有限公司", "example.com", "京ICP备12345678号", "京ICP备12345678号-1", "企业", "", "否", "2021-08-16"},
			{"李四", "example.net", "京ICP备87654321号", "京ICP备87654321号-1", "个人", "", "否", "=44424"},
			{},
			{"示例科技（北京）有限公司", "example.org", "京ICP备12345678号", "京ICP备12345678号-2", "企业", "", "是", "2021-08-16"},
		}}),
		"icp-query-batch.xlsx": workbook(map[string][][]string{
			"example.com": {
				{"内容类型", "域名", "域名ID", "负责人", "限制访问", "主体ID", "主体许可证号", "单位性质", "服务ID", "服务许可证号", "主办单位", "更新时间"},
				{"", "example.com", "=1", "张三", "否", "=1", "京ICP备12345678号", "企业", "=2", "京ICP备12345678号-1", "示例科技（北京）有限公司", "2021-08-16 13:55:56"},
			},
			"example.net": {
				{"内容类型", "域名", "域名ID", "负责人", "限制访问", "主体ID", "主体许可证号", "单位性质", "服务ID", "服务许可证号", "主办单位", "更新时间"},
				{"", "example.net"},
			},
			"示例 App": {
				{"服务许可证号", "服务名称", "主办单位", "版本", "负责人", "限制访问"},
				{"京ICP备12345678号-2A", "示例 App", "示例科技（北京）有限公司", "1.0", "张三", "否"},
			},
			"说明": {{"本表由工具导出"}},
		}),
		"console.csv":     []byte("网站名称;网站域名;ICP备案/许可证号;主办单位名称;负责人;身份证号\n示例;example.com;京ICP备12345678号-1;示例科技（北京）有限公司;张三;11010119900101001X\n示例二;example.net;审核中;示例科技（北京）有限公司;张三;11010119900101001X\n"),
		"hand.csv":        []byte("域名\nexample.com\n"),
		"filed.txt":       []byte("example.com 京ICP备12345678号-1 # ours\nexample.net pending since=2026-10-01\nexample.org 已注销\nexample.edu\nqq.com owner=vendor\n"),
		"titled.xlsx":     workbook(map[string][][]string{"Sheet1": {{"备案台账"}, {}, {"备案号", "域名"}, {"京ICP备 12345678 号-1", "example.com\nexample.net"}}}),
		"not-a-list.xlsx": workbook(map[string][][]string{"Sheet1": {{"姓名", "电话"}, {"张三", "=1"}}}),
		"not-a-book.zip":  archive(map[string]string{"a.txt": "example.com"}),
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().Bytes(all["console.csv"])
	if err != nil {
		t.Fatal(err)
	}
	all["console-gbk.csv"] = gbk
	for _, name := range archiveNames(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(name)] = data
	}
	return all
}

func archiveNames(t testing.TB) []string {
	names, err := filepath.Glob("testdata/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	return names
}

// TestShapes reads a sample of every shape and merges it into no list. The
// golden file holds each row with its place and outcome, and the list written.
func TestShapes(t *testing.T) {
	var b strings.Builder
	all := shapes(t)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&b, "== %s\n", name)
		rows, problems := filing.Options{}.Rows(source.NewFile(name, all[name]))
		b.WriteString(show(problems))
		text, merged, _ := filing.Merge(nil, rows)
		counts := map[filing.Outcome]int{}
		for _, m := range merged {
			counts[m.Outcome]++
			place := "-"
			if m.Span.File != nil {
				place = at(m.Span)
			}
			why := ""
			if m.Why != "" {
				why = message.English.Message(m.Why, m.Args...)
			}
			fmt.Fprintf(&b, "%-9s %-6s %s\n", m.Outcome, place, cmp.Or(m.After, why))
		}
		fmt.Fprintf(&b, "%d added, %d skipped, %d unchanged\n\n", counts[filing.Added], counts[filing.Skipped], counts[filing.Unchanged])
		for _, secret := range []string{"张三", "李四", "王五", "某路", "1101011990", "9111000"} {
			if bytes.Contains(text, []byte(secret)) {
				t.Errorf("%s: %s got into the list", name, secret)
			}
		}
	}
	const golden = "testdata/shapes.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}
