package filing_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// brief is what the tests of the tables compare.
type brief struct{ Domain, Number, Entity, Since, At string }

func briefs(l *filing.List) []brief {
	var all []brief
	for f := range l.All() {
		all = append(all, brief{f.Domain, f.Number, f.Entity, f.Since.String(), at(f.Span) + " " + f.Span.Text()})
	}
	return all
}

func TestCSV(t *testing.T) {
	row := brief{"example.com", number, "示例公司", "", ""}
	with := func(place string) brief {
		b := row
		b.At = place
		return b
	}
	for _, c := range []struct {
		name, text string
		want       []brief
	}{
		{"simple", "域名,备案号,主办单位\nexample.com," + number + ",示例公司\n", []brief{with("2:1 example.com")}},
		{"no line end", "域名,备案号,主办单位\r\nexample.com," + number + ",示例公司", []brief{with("2:1 example.com")}},
		{"other order", "主办单位;序号;备案号;域名\n示例公司;1;" + number + ";example.com\n", []brief{with("2:25 example.com")}},
		{"tabs", "entity\tserviceLicence\tDomain\n示例公司\t" + number + "\texample.com\n", []brief{with("2:23 example.com")}},
		{"byte order mark, sep and comment", "\ufeffsep=;\n# export\n域名;备案号;主办单位\n\n#old\nexample.com;" + number + ";示例公司", []brief{with("6:1 example.com")}},
		{"quotes", "\"域名\",\"备案号\",\"主办单位\"\n\"example.com\",\"" + number + "\",\"示例公司\"\n", []brief{with("2:2 example.com")}},
		{"blanks", " 域名 , 备案号 , 主办单位\n example.com\t, " + number + " , 示例公司 \n , , \n", []brief{with("2:2 example.com")}},
		{"only domains", "domain\nexample.com\n", nil},
		{"a line end and a quote in a cell", "主办单位,备注,域名,备案号\n示例公司,\"a\n\"\"b\"\"\",example.com," + number, []brief{with("3:8 example.com")}},
		{"quotes in a cell without", "主办单位,域名,备案号\n示例\"公司\",example.com," + number + "\n", []brief{{"example.com", number, `示例"公司"`, "", "2:8 example.com"}}},
		{"fewer and more cells", "域名,备案号,主办单位\nexample.net\nexample.com," + number + ",示例公司,x,y\n", []brief{with("3:1 example.com")}},
		{"several domains in a cell", "域名,备案号\n\"example.com;https://EXAMPLE.net/、 example.org\"," + number + "\n", []brief{
			{"example.com", number, "", "", "2:2 example.com"}, {"example.net", number, "", "", "2:14 https://EXAMPLE.net/"}, {"example.org", number, "", "", "2:36 example.org"},
		}},
		// wongzeon/ICP-Checker's columns; the website's number before the subject's.
		{"ICP-Checker", "域名主办方,域名,备案许可证号,网站备案号,域名类型,网站前置审批项,是否限制接入,审核通过日期\n" +
			"示例公司,example.com,京ICP备12345678号," + number + ",企业,,否,2021-08-16\n", []brief{{"example.com", number, "示例公司", "2021-08-16", "2:6 example.com"}}},
		// HG-ha/ICP_Query's sheet: a domain that was not found has only itself.
		{"ICP_Query", "域名,负责人,限制访问,主体许可证号,服务许可证号,主办单位,更新时间\n" +
			"example.com,某人,否,京ICP备12345678号," + number + ",示例公司,2021/8/6 13:55:56\nexample.net,,,,,,\nexample.org,,是,京ICP备12345678号,京ICP备12345678号-2,示例公司,\n",
			[]brief{{"example.com", number, "示例公司", "2021-08-06", "2:1 example.com"}}},
		{"only the subject's number", "域名,主体备案号\nexample.com,京ICP备12345678号\n", []brief{{"example.com", "京ICP备12345678号", "", "", "2:1 example.com"}}},
		{"words", "域名,备案号,备案状态\na.example.com,未备案,\nb.example.com,-,\nc.example.com," + number + ",已注销\nexample.com," + number + ",正常\nd.example.com,,未备案\n",
			[]brief{{"example.com", number, "", "", "5:1 example.com"}}},
	} {
		l, problems := readList(c.text)
		if c.want == nil {
			if diff := cmp.Diff("2:1 filing-number.missing \"example.com\"\n", show(problems)); diff != "" || l.Len() != 1 {
				t.Errorf("%s: %d filings, %s", c.name, l.Len(), diff)
			}
			continue
		}
		if diff := cmp.Diff(c.want, briefs(l)); diff != "" || len(problems) > 0 {
			t.Errorf("%s: %s%s", c.name, diff, show(problems))
		}
	}
}

func TestCSVKeys(t *testing.T) {
	l := mustRead(t, "domain,number,owner,since,grace,until,verified\n"+
		"example.com,pending,,2026-01-02,2026-03-31,,\nqq.com,"+number+",vendor,,,2026-12-31,2026-02-01\n")
	f := l.Lookup("example.com")
	if !f.Pending || f.Grace.String() != "2026-03-31" || f.Since.String() != "2026-01-02" {
		t.Errorf("%+v", f)
	}
	if f = l.Lookup("qq.com"); !f.Vendor || f.Until.String() != "2026-12-31" || f.Verified.String() != "2026-02-01" {
		t.Errorf("%+v", f)
	}
}

func TestTableProblems(t *testing.T) {
	const head = "域名,备案号,until\n"
	for _, c := range []struct{ text, want string }{
		{head + "com.cn," + number, `2:1 list.public-suffix "com.cn"`},
		{head + "example.com," + number + ",2026/1/2", `2:30 list.bad-date "2026/1/2"`},
		{head + "\"example.com\",\"晶ICP备12345678号\"\n", `2:16 filing-number.province "晶ICP备12345678号"`},
		{head + "example.com,\"" + number + "\n", `2:13 list.open-quote "\""`},
		{head + "\"example.com\"x," + number + "\n", `2:14 list.after-quote "x"`},
		{head + "\"example.com\"x,\n\"com.cn\"y,\ncom.cn,\n", "2:14 list.after-quote \"x\"\n3:2 list.public-suffix \"com.cn\"\n3:9 list.after-quote \"y\"\n4:1 list.public-suffix \"com.cn\""},
		{"序号,备案号,主办单位\n1," + number + ",示例公司\n", `1:1 list.no-domain-column "序号,备案号,主办单位"`},
		{"域名,entity\n,示例公司\n", `2:1 list.no-domain ""`},
		{"域名,备案状态\nexample.com,整改\n", "2:1 filing-number.missing \"example.com\"\n2:13 filing-status.unknown \"整改\""},
		{"域名,备案状态\nexample.com,审核中\nexample.net,已备案\n", "3:1 filing-number.missing \"example.net\""},
		{"example.com," + number + "\nexample.net," + number, "1:1 list.separator \"example.com,京ICP备12345678号-1\"\n2:1 list.separator \"example.net,京ICP备12345678号-1\""},
		// JSON
		{`["example.com", "example.com"]`, "1:2 filing-number.several \"\\\"example.com\\\"\"\n  1:2 filing-number.missing \"\\\"example.com\\\"\"\n  1:17 filing-number.missing \"\\\"example.com\\\"\"\n" +
			"1:17 duplicate-filing.repeated \"\\\"example.com\\\"\"\n  1:2 related.first \"\\\"example.com\\\"\""},
		{"[\n  {\"domain\": \"*.example.com\", \"number\": \"" + number + "\"}\n]", `2:14 list.wildcard "\"*.example.com\""`},
		{`[{"domain":"example.com","number":"1"}]`, `1:35 filing-number.malformed "\"1\""`},
		{`[{"domain":"example.com","number":12345678}]`, `1:35 filing-number.malformed "12345678"`},
		{`[{"domain":"example.com"}]`, `1:12 filing-number.missing "\"example.com\""`},
		{`["example.com",]`, `1:16 list.json "]"`},
		{"[\n\"example.com\" // ours\n]", `2:15 list.json "/"`},
		{`["example.com"`, `1:14 list.json "\""`},
		{`["example.com"] x`, `1:17 list.json "x"`},
		{`{"domain":"example.com"}`, `1:1 list.json-shape "{"`},
		{`[1, null, ["example.com"]]`, "1:2 list.json-item \"1\"\n1:5 list.json-item \"null\"\n1:11 list.json-item \"[\\\"example.com\\\"]\""},
		{`[{"name":"x"}]`, `1:2 list.no-domain ""`},
		{`[{}]`, `1:2 list.no-domain ""`},
		{`[{"domain":"example.com","number":"` + number + `","until":"x\u4e2d"}]`, `1:62 list.bad-date "\"x\\u4e2d\""`},
		{strings.Repeat("[", 20000), `1:10001 list.json "["`},
	} {
		_, problems := readList(c.text)
		if diff := cmp.Diff(c.want+"\n", show(problems)); diff != "" {
			t.Errorf("%.100q: (-want +got)\n%s", c.text, diff)
		}
	}
}

func TestJSON(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []brief
	}{
		{"objects", "\ufeff[\n  {\"domain\": \"Example.com\", \"number\": \"" + number + "\", \"entity\": \"示例公司\"}\n]\n",
			[]brief{{"example.com", number, "示例公司", "", "2:14 \"Example.com\""}}},
		{"escapes", `[{"dom\u0061in":"ex\u0061mple.com","number":"\u4eacICP备12345678号-1"}]`,
			[]brief{{"example.com", number, "", "", `1:17 "ex\u0061mple.com"`}}},
		{"several domains", `[{"DomainList":["example.com","example.net"],"SiteRecordNum":"` + number + `","SiteName":"x","More":{"domain":"example.org","a":[1,"]"]}}]`,
			[]brief{{"example.com", number, "", "", `1:17 "example.com"`}, {"example.net", number, "", "", `1:31 "example.net"`}}},
		// MIIT's items; the null ones are domains that are not filed, the one
		// without a domain is an app.
		{"MIIT", `[{"domain":"example.com","domainId":1,"mainLicence":"京ICP备12345678号","serviceLicence":"` + number + `","unitName":"示例公司","leaderName":"某人","limitAccess":"否","updateRecordTime":"2021-08-16 13:55:56"},
{"domain":"example.net","domainId":null,"mainLicence":null,"serviceLicence":null,"unitName":null,"limitAccess":null},
{"domain":"example.edu"},
{"domain":"example.org","mainLicence":"京ICP备12345678号","serviceLicence":"京ICP备12345678号-2","limitAccess":"是"},
{"serviceName":"x","serviceType":6,"mainLicence":"京ICP备12345678号","serviceLicence":"京ICP备12345678号-2A"}]`,
			[]brief{{"example.com", number, "示例公司", "2021-08-16", `1:12 "example.com"`}}},
	} {
		l, problems := readList(c.text)
		if diff := cmp.Diff(c.want, briefs(l)); diff != "" || len(problems) > 0 {
			t.Errorf("%s: %s%s", c.name, diff, show(problems))
		}
	}
}

func TestRejected(t *testing.T) {
	l := mustRead(t, "domain,number,limitAccess,status\n"+
		"example.net,,,\nexample.org,"+number+",是,\nold.example.edu,"+number+",否,已注销\n"+
		"example.com,,,\nexample.com,"+number+",,\nexample.com,,,\n,"+number+",,\n")
	for _, c := range []struct {
		host   string
		reason filing.Reason
		at     string
	}{
		{"www.example.net", filing.NoLicence, "2:1"},
		{"example.org", filing.Restricted, "3:1"},
		{"old.example.edu", filing.Revoked, "4:1"},
		{"example.edu", filing.NoReason, ""},
		{"www.example.com", filing.NoReason, ""},
	} {
		f, reason := l.Rejected(c.host)
		if reason != c.reason || (f != nil) != (c.at != "") || f != nil && at(f.Span) != c.at {
			t.Errorf("Rejected(%q) = %v, %+v", c.host, reason, f)
		}
	}
	if f := l.Lookup("www.example.com"); f == nil || at(f.Span) != "6:1" {
		t.Error("a record that does not count hides the one that does")
	}
	if l.Len() != 1 || l.Skipped() != 6 {
		t.Errorf("%d filings, %d skipped", l.Len(), l.Skipped())
	}
}

// Lines and columns are those of the text, whatever its encoding.
func TestEncodings(t *testing.T) {
	const text = "主办单位,备注,域名,网站备案号\r\n示例公司,测试，一,example.com,晶ICP备12345678号\r\n示例公司,乙,例子.公司,京ICP备12345678号-1\r\n"
	for name, enc := range map[string]encoding.Encoding{
		"UTF-8": encoding.Nop, "GBK": simplifiedchinese.GBK, "GB18030": simplifiedchinese.GB18030,
		"UTF-16LE": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16BE": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	} {
		for _, bom := range []string{"", "\ufeff"} {
			if bom != "" && name != "UTF-8" && name != "GB18030" {
				continue
			}
			data, err := enc.NewEncoder().Bytes([]byte(bom + text))
			if err != nil {
				t.Fatal(err)
			}
			f := source.NewFile("work/list.csv", data)
			l, problems := filing.Read(f)
			if diff := cmp.Diff("2:23 filing-number.province \"晶ICP备12345678号\"\n", show(problems)); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			want := []brief{{"xn--fsqu00a.xn--55qx5d", number, "示例公司", "", "3:8 例子.公司"}}
			if diff := cmp.Diff(want, briefs(l)); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			if p := problems[0].Span.File; p.Name != f.Name || (p == f) != (name == "UTF-8") {
				t.Errorf("%s: the span is in %q", name, p.Name)
			}
		}
	}
}

func TestTextInGBK(t *testing.T) {
	data, _ := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("# 清单\nexample.com 京ICP备12345678号-1 entity=示例\n"))
	l, problems := filing.Read(source.NewFile("work/filed-domains.txt", data))
	if want := []brief{{"example.com", number, "示例", "", "2:1 example.com"}}; !slices.Equal(briefs(l), want) || len(problems) > 0 {
		t.Errorf("%v\n%s", briefs(l), show(problems))
	}
}

func TestNoText(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"example.com\n\xff\xff", "2:1 list.encoding \"\\xff\"\n"},
		{"\xef\xbb\xbfexample.com\n\xbe\xa9", "2:1 list.encoding \"\\xbe\"\n"},
		{"# 清单\nexample.com 京ICP备12345678号-1 entity=甲\xe4乙", "2:38 list.encoding \"\\xe4\"\n"},
		{"\xff\xfea\x00.", "1:1 list.encoding \"\\xff\"\n"},             // half a unit
		{"\xff\xfe\x3d\xd8", "1:1 list.encoding \"\\xff\"\n"},           // half a pair
		{"\xfe\xff\xdc\x4d\x00a", "1:1 list.encoding \"\\xfe\"\n"},      // the second half of one
		{"\xfe\xff\xd8\x3d\x00a\x00b", "1:1 list.encoding \"\\xfe\"\n"}, // the first
		{"\xff\xfe\xfd\xff", "1:1 list.encoding \"\\xff\"\n"},           // U+FFFD, which is what a decoder puts for an error
		{"\x84\x31\xa4\x37", "1:1 list.encoding \"\\x84\"\n"},           // the same
		{"example.com\n\x00", "2:1 list.binary \"\\x00\"\n"},
		{"PK\x03\x04\x14\x00", "1:1 list.workbook-damaged \"\"\n"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "1:1 list.workbook \"\"\n"},
	} {
		l, problems := filing.Read(source.NewFile("work/list", []byte(c.data)))
		if diff := cmp.Diff(c.want, show(problems)); diff != "" || l == nil || l.Len() != 0 {
			t.Errorf("%q: %s", c.data, diff)
		}
	}
	_, problems := filing.Read(source.NewFile("work/list", make([]byte, filing.MaxSize+1)))
	if diff := cmp.Diff("1:1 list.too-large \"\"\n", show(problems)); diff != "" {
		t.Error(diff)
	}
}

// GB18030 holds all of Unicode; what is broken in it is not guessed at.
func TestGB18030(t *testing.T) {
	const text = "# 示例（北京）公司 㐀𠀀€ é\r\nexample.com 京ICP备12345678号-1"
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	l, problems := filing.Read(source.NewFile("work/list", []byte(encoded)))
	if l.Len() != 1 || len(problems) > 0 || string(l.Lookup("example.com").Span.File.Bytes) != text {
		t.Errorf("%d filings\n%s", l.Len(), show(problems))
	}
	for _, broken := range []string{
		"a\xff", "\xb1", "\xb1\x20", "\xb1\x7f", "\xb1\xff", "\x81\x30\x81", "\x81\x30\x80\x30", "\x81\x30\x81\x3a", "\xfe\x39\xfe\x39", "\xa1\x40",
	} {
		l, problems := filing.Read(source.NewFile("work/list", []byte(broken)))
		if l.Len() != 0 || len(problems) != 1 || problems[0].Message != "list.encoding" {
			t.Errorf("%q: %d filings\n%s", broken, l.Len(), show(problems))
		}
	}
}
