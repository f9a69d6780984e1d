package filing_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/source"
)

// The name of a person never gets into a list, nor does it reach a report.
func TestPersonalNames(t *testing.T) {
	for _, c := range []struct {
		entity, nature string
		personal       bool
	}{
		{"张三", "", true},
		{"王小五", "", true},
		{"欧阳小明", "", true},
		{"一丁", "", true}, // the first character of the block
		{"张\u9fff", "", true},
		{"欧阳小明", "个人", true},
		{"Zhang San", "个人", true},
		{"示例工作室", "个人独资企业", true}, // doubtful is personal
		{"示例科技（北京）有限公司", "个人", true},
		{"欧阳小明", "企业", false}, // who asks is told what it is
		{"甲", "", false},
		{"上官欧阳小", "", false},
		{"示例公司", "", false},
		{"示例网", "", false},
		{"示例A", "", false},
		{"ab", "", false},
	} {
		const header = "域名,备案号,主办单位,单位性质\n"
		data := []byte(header + "example.com," + number + "," + c.entity + "," + c.nature + "\n")
		want := c.entity
		if c.personal {
			want = ""
		}
		l, problems := filing.Read(source.NewFile("list.csv", data))
		if f := l.Lookup("example.com"); len(problems) > 0 || f == nil || f.Entity != want {
			t.Errorf("%s, %q: %+v\n%s", c.entity, c.nature, f, show(problems))
		}
		rows, _ := filing.Options{}.Rows(source.NewFile("list.csv", data))
		text, _, _ := filing.Merge(nil, rows)
		if strings.Contains(string(text), c.entity) == c.personal {
			t.Errorf("%s, %q: the list is\n%s", c.entity, c.nature, text)
		}
	}
}

// In a list kept by hand the team has written the name itself.
func TestNamesInAListKeptByHand(t *testing.T) {
	l := mustRead(t, "example.com "+number+" entity=欧阳小明\n")
	if got := l.Lookup("example.com").Entity; got != "欧阳小明" {
		t.Errorf("got %q", got)
	}
}

func TestAllStopsWhereItIsTold(t *testing.T) {
	l := mustRead(t, "example.com "+number+"\nexample.net "+number+"\n")
	for f := range l.All() {
		if f.Domain != "example.com" {
			t.Errorf("%s comes after the end", f.Domain)
		}
		break
	}
	rows, _ := filing.Options{}.Rows(source.NewFile("list.csv", []byte("域名,备案号\nexample.com;example.net,"+number+"\nexample.org,"+number+"\n")))
	var got []string
	for row := range rows {
		if got = append(got, row.Domain); len(got) == 2 {
			break
		}
	}
	if want := []string{"example.com", "example.net"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
