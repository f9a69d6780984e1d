package filing_test

import (
	"testing"

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
