package filing_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// shapesOfJSON are the shapes of JSON that the documents show. Each is read.
var shapesOfJSON = []struct {
	title   message.Text
	example string
}{
	{message.Text{EN: "a list of objects", ZH: "对象数组"}, `[{"domain":"example.com","number":"京ICP备12345678号-1"}]`},
	{message.Text{EN: "with other keys, where it is clear", ZH: "其他键名，含义明确时"}, `[{"站点名":"example.com","编号":"京ICP备12345678号-1"}]`},
	{message.Text{EN: "objects by domain", ZH: "以域名为键"}, `{"example.com":"京ICP备12345678号-1"}`},
	{message.Text{EN: "the answer of a look-up", ZH: "单个查询结果"}, `{"code":1,"domain":"example.com","icp":"京ICP备12345678号-1"}`},
	{message.Text{EN: "chinaz", ZH: "站长之家"}, `{"StateCode":1,"Result":{"Domain":"example.com","SiteLicense":"京ICP备12345678号-1"}}`},
	{message.Text{EN: "MIIT, ICP_Query", ZH: "工信部、ICP_Query"}, `{"code":200,"params":{"list":[{"domain":"example.com","serviceLicence":"京ICP备12345678号-1"}]}}`},
	{message.Text{EN: "ICP_Query, a batch", ZH: "ICP_Query 批量"}, `{"result":[[{"domain":"example.com","serviceLicence":"京ICP备12345678号-1"}]]}`},
	{message.Text{EN: "Alibaba Cloud", ZH: "阿里云"}, `{"BaSuccessDataWithRiskList":[{"WebsiteList":[{"SiteRecordNum":"京ICP备12345678号-1","DomainList":["example.com"]}]}]}`},
	{message.Text{EN: "pages", ZH: "分页"}, `{"pages":[{"items":[{"domain":"example.com","icp":"京ICP备12345678号-1"}]}]}`},
}

func TestShapesOfTheDocuments(t *testing.T) {
	for _, s := range shapesOfJSON {
		l, problems := filing.Read(source.NewFile("a.json", []byte(s.example)))
		if f := l.Lookup("example.com"); f == nil || f.Number != number || len(problems) > 0 {
			t.Errorf("%s: %+v\n%s", s.example, f, show(problems))
		}
	}
}

// TestDocuments: the tables of docs/filed-list.md are those of the code.
func TestDocuments(t *testing.T) {
	for file, lang := range map[string]message.Lang{"filed-list.md": message.English, "filed-list.zh-CN.md": message.Chinese} {
		part(t, file, "columns", columnTable(lang))
		part(t, file, "statuses", statusTable(lang))
		part(t, file, "shapes", shapeTable(lang))
	}
}

func columnTable(lang message.Lang) string {
	var b strings.Builder
	head := message.Text{EN: "| column | called |", ZH: "| 列 | 可用的名称 |"}
	fmt.Fprintf(&b, "%s\n|---|---|\n", head.In(lang))
	for i, c := range filing.Columns {
		names := c.Names
		if c.Title.EN == "" {
			continue
		}
		for _, more := range filing.Columns[i+1:] { // those without a title go with the one above
			if more.Title.EN != "" {
				break
			}
			names = append(names[:len(names):len(names)], more.Names...)
		}
		fmt.Fprintf(&b, "| %s | %s |\n", c.Title.In(lang), joined(names, lang))
	}
	return b.String()
}

func statusTable(lang message.Lang) string {
	var b strings.Builder
	head := message.Text{EN: "| what it says | words |", ZH: "| 含义 | 词 |"}
	fmt.Fprintf(&b, "%s\n|---|---|\n", head.In(lang))
	for _, s := range filing.Statuses {
		fmt.Fprintf(&b, "| %s | %s |\n", s.Title.In(lang), joined(s.Words, lang))
	}
	return b.String()
}

func shapeTable(lang message.Lang) string {
	var b strings.Builder
	head := message.Text{EN: "| JSON | |", ZH: "| JSON | 例子 |"}
	fmt.Fprintf(&b, "%s\n|---|---|\n", head.In(lang))
	for _, s := range shapesOfJSON {
		fmt.Fprintf(&b, "| %s | `%s` |\n", s.title.In(lang), s.example)
	}
	return b.String()
}

func joined(words []string, lang message.Lang) string {
	return strings.Join(words, message.Enumeration.In(lang))
}

// part compares the part of a document between two comments; with -update it
// rewrites it.
func part(t *testing.T, name, what, want string) {
	t.Helper()
	file := "../../docs/" + name
	doc, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := regexp.MustCompile(`(?s)<!-- ` + what + ` -->\n(.*?)<!-- /` + what + ` -->`).FindSubmatchIndex(doc)
	if at == nil {
		t.Fatalf("%s has no part %s", name, what)
	}
	if *update {
		if err := os.WriteFile(file, []byte(string(doc[:at[2]])+want+string(doc[at[3]:])), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(doc[at[2]:at[3]])); diff != "" {
		t.Errorf("%s, -want +got (go test ./lint/filing -update rewrites it):\n%s", name, diff)
	}
}
