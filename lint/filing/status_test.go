package filing_test

import (
	"fmt"
	"testing"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// outcomes of a row, by the place of its word's group in the vocabulary.
var outcomes = []string{"filed", "pending", "rejected", "rejected"}

// outcomeOf says what became of the only domain of a list.
func outcomeOf(l *filing.List, domain string) string {
	f := l.Lookup(domain)
	if f == nil {
		if _, reason := l.Rejected(domain); reason != filing.NoReason {
			return "rejected"
		}
		return "not there"
	}
	if f.Pending {
		return "pending"
	}
	return "filed"
}

// Every word of the vocabulary, under every name of a status, in every shape.
func TestEveryStatusWord(t *testing.T) {
	var names []string
	for _, c := range filing.Columns {
		if c.Title.EN == "the status of the filing, in words" {
			names = c.Names
		}
	}
	if len(names) < 20 || len(filing.Statuses) != len(outcomes) {
		t.Fatalf("%d names, %d groups", len(names), len(filing.Statuses))
	}
	for i, group := range filing.Statuses {
		for j, word := range group.Words {
			name := names[j%len(names)]
			for shape, data := range map[string]string{
				"csv":   fmt.Sprintf("域名,备案号,%s\nexample.com,%s,%s\n", name, number, word),
				"text":  fmt.Sprintf("域名\t备案号\t%s\nexample.com\t%s\t （%s）\n", name, number, word),
				"json":  fmt.Sprintf(`[{"domain":"example.com","icp":%q,%q:%q}]`, number, name, word),
				"reply": fmt.Sprintf(`{"data":{"list":[{"domain":"example.com","icp":%q,%q:%q}]}}`, number, name, word),
			} {
				l, problems := filing.Read(source.NewFile("list", []byte(data)))
				if got := outcomeOf(l, "example.com"); got != outcomes[i] || len(problems) > 0 {
					t.Errorf("%s: %s %s: %s, want %s\n%s", shape, name, word, got, outcomes[i], show(problems))
				}
			}
		}
	}
}

// Every name of a status column is one, and what is near to one is none.
func TestStatusColumns(t *testing.T) {
	for name, want := range map[string]string{
		"状态": "rejected", "当前状态": "rejected", "备案 状态": "rejected", "備案狀態": "rejected", "ICP备案状态（网站）": "rejected", "ＩＣＰ备案状态": "rejected",
		"icpStatus": "rejected", "icp_record_status": "rejected", "ICP Status": "rejected", "最新备案进度": "rejected", "beian-status": "rejected", "网站备案审核结果": "rejected",
		"是否备案": "rejected", "是否已经备案?": "filed", "备注": "rejected", "remark": "rejected",
		"公安备案状态": "filed", "备案状态（小程序）": "filed", "域名状态": "filed", "解析状态": "filed", "App备案状态": "filed", "实名状态": "filed", "状态说明页": "filed",
	} {
		l, _ := filing.Read(source.NewFile("list.csv", []byte("域名,备案号,"+name+"\nexample.com,"+number+",未备案\n")))
		if got := outcomeOf(l, "example.com"); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestStatusOfARow(t *testing.T) {
	for row, want := range map[string]string{
		"已备案,":        "filed",
		"备案成功（已接入）,":  "filed",
		"备案成功(未接入),":  "rejected",
		"✅ 已备案,":      "filed",
		"已备案（待复核）,":   "rejected", // nobody knows what that is
		"管局审核中(3/5),": "pending",
		"驳回：材料不全,":    "rejected",
		"-,":          "filed",
		"整改,":         "rejected",
		"已备案,否":       "rejected",
		"已备案,是":       "filed",
		",TRUE":       "filed",
		"备案中,是":       "pending",
		"否,":          "rejected", "是,": "filed", "✔,": "filed", "❌,": "rejected", "1,": "rejected", "变更中,": "filed",
		"变更,":              "rejected",
		"Not  Filed,":      "rejected",
		"已備案,":             "filed",
		"\u200b已备案\u00a0,": "filed",
	} {
		l, _ := filing.Read(source.NewFile("list.csv", []byte("域名,备案号,备案状态,是否备案\nexample.com,"+number+","+row+"\n")))
		if got := outcomeOf(l, "example.com"); got != want {
			t.Errorf("%s: %s, want %s", row, got, want)
		}
	}
}

// A cell of the number holds more than a number.
func TestNumberCells(t *testing.T) {
	for cell, want := range map[string]string{
		number: "filed " + number,
		"\"" + number + "\n京公网安备11010502030001号\"": "filed " + number,
		"京公网安备11010502030001号 " + number:           "filed " + number,
		"京公网安备11010502030001号；" + number:           "filed " + number,
		"ICP备案号：" + number:                         "filed " + number,
		"京ICP备12345678号 / " + number:               "filed " + number,
		"京ICP备 12345678 号-1（已注销）":                  "rejected",
		number + "已注销":                             "rejected",
		number + " 备案中":                            "pending " + number,
		"备案中":                                      "pending ",
		"待提交":                                      "rejected",
		"否":                                        "rejected",
		"京公网安备11010502030001号":                     "rejected",
		number + " 示例":                             "rejected",
		"示例":                                       "rejected",
		"京ICP备12345678号-2A " + number:              "filed " + number,
	} {
		l, _ := filing.Read(source.NewFile("list.csv", []byte("域名,备案号\nexample.com,"+cell+"\n")))
		got := outcomeOf(l, "example.com")
		if f := l.Lookup("example.com"); f != nil {
			got += " " + f.Number
		}
		if got != want {
			t.Errorf("%s: %s, want %s", cell, got, want)
		}
	}
}

// Names of columns in the forms that people write.
func TestColumnNames(t *testing.T) {
	for _, names := range [][2]string{
		{"域名", "备案号"}, {"域名（主）", "ICP证"}, {"*域名", "ICP号"}, {"Domain Name", "ICP License No."}, {"\u200b域名\ufeff", "备案号（网站）"},
		{"網域", ""}, {"域  名", "备案号："}, {"链接", "网站备案号"}, {"目标", "ＩＣＰ备案号"}, {"URL", "网站备案/许可证号"}, {"域名(必填)", "备案号(主体)"}, {"domain_name", "icp-number"},
	} {
		want := "filed"
		if names[1] == "" {
			want = "not there"
		}
		l, _ := filing.Read(source.NewFile("list.csv", []byte(names[0]+","+names[1]+"\nhttps://example.com/a?b=c,京ICP备12345678号\n")))
		if got := outcomeOf(l, "example.com"); got != want {
			t.Errorf("%s, %s: %s, want %s", names[0], names[1], got, want)
		}
	}
	l, _ := filing.Read(source.NewFile("list.csv", []byte("域名,网址,备案号,公安备案号\nexample.com,https://example.net/x,京ICP备12345678号-1,京公网安备11010502030001号\n")))
	if l.Lookup("example.net") != nil || l.Lookup("example.com") == nil {
		t.Error("an address beside a domain counts")
	}
}

// Where there is a place for the number of the site, that of the subject is none.
func TestSubjectBesideAnEmptySite(t *testing.T) {
	for data, want := range map[string]filing.Reason{
		"域名,主体备案号,网站备案号\nexample.com,京ICP备12345678号,\n":                                   filing.NoSite,
		"域名,备案号,主体许可证号\nexample.com,-,京ICP备12345678号\n":                                   filing.NoLicence,
		`[{"domain":"example.com","mainLicence":"京ICP备12345678号","serviceLicence":null}]`: filing.NoSite,
		`[{"domain":"example.com","mainLicence":"京ICP备12345678号"}]`:                       filing.NoReason,
		"域名,主体备案号,网站备案号\nexample.com,,京ICP备12345678号\n":                                   filing.NoReason,
	} {
		l, _ := filing.Read(source.NewFile("list", []byte(data)))
		if _, got := l.Rejected("example.com"); got != want {
			t.Errorf("%s: %d, want %d", data, got, want)
		}
	}
}
