package report_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// awkward is what each format must say of the literal on line 2 of hard, in
// that format's own unit. In front of the literal, which has 28 ASCII characters,
// stand on the line one tab, 29 ASCII characters, 2 Chinese characters (one
// code point, one UTF-16 unit, 3 bytes, 2 cells each) and an emoji beyond the
// basic plane (one code point, two UTF-16 units, 4 bytes, 2 cells):
//
//	code points  1+29+2+1  = 33: column 34 to 62
//	UTF-16       1+29+2+2  = 34: column 35 to 63
//	bytes        1+29+6+4  = 40: column 41 to 69
//	cells        8+29+4+2  = 43: 43 blanks before the caret
var awkward = map[string][]string{
	"text": { // code points, which editors take; cells for the caret
		"页面/a b,c.js:2:34: error: ",
		"\n   | " + strings.Repeat(" ", 43) + "^" + strings.Repeat("~", 27) + "\n",
	},
	"oneline": {"页面/a b,c.js:2:34: error: "}, // code points, as text
	"json":    {`"file": "页面/a b,c.js"`, `"line": 2,` + "\n      " + `"column": 34,`, `"endColumn": 62`},
	// code points: GitHub documents no unit, and shows whole lines; a comma would
	// end the property
	"github": {"::error col=34,endColumn=62,endLine=2,file=页面/a b%2Cc.js,line=2,"},
	"sarif": { // UTF-16, as its columnKind says; the name as a URI
		`"columnKind":"utf16CodeUnits"`, `{"uri":"%E9%A1%B5%E9%9D%A2/a%20b%2Cc.js","uriBaseId":"%SRCROOT%"},` +
			`"region":{"startLine":2,"startColumn":35,"endLine":2,"endColumn":63}`,
	},
	"gitlab":     {`{"path":"页面/a b,c.js","lines":{"begin":2,"end":2}}`},        // has no columns
	"checkstyle": {`<file name="页面/a b,c.js">`, `<error line="2" column="34" `}, // code points: people are shown it
	"junit":      {"页面/a b,c.js:2:34: error: "},                                 // code points, as text
	"rdjsonl":    {`{"path":"页面/a b,c.js","range":{"start":{"line":2,"column":41},"end":{"line":2,"column":69}}}`},
	"markdown":   {"<code>页面/a b,c.js:2</code>"}, // the line is enough to look it up; a link to it has no columns
	"digest":     {"(页面/a b,c.js:2:34)"},         // code points, as text
	"html":       {"<bdi>页面/a b,c.js</bdi>:2:34<"},
}

// awkwardReport is what linting that file gives, with a finding more that has no
// place.
func awkwardReport(t *testing.T) *lint.Result {
	t.Helper()
	r, err := lint.Run(t.Context(), lint.Options{
		FS: fstest.MapFS{
			"work/shop/app.json":          {Data: []byte(`{"pages": []}`)},
			"work/shop/filed-domains.txt": {Data: []byte("example.com 京ICP备12345678号-1\n")},
			hard.Name:                     {Data: hard.Bytes},
		},
		Dirs: []string{"work/shop"}, Cwd: "work/shop", NeedList: true, Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
	})
	if err != nil || len(r.Findings) != 1 {
		t.Fatalf("%v, %d findings", err, len(r.Findings))
	}
	r.Findings = append(r.Findings, &finding.Finding{Rule: stale.ID, Severity: finding.Warning, Message: "a finding without a place"})
	return r
}

// TestAwkwardPlace: a finding in a file with a Chinese name, a blank and a comma,
// behind a tab, Chinese characters and an emoji, and one that has no place, in
// every format there is.
func TestAwkwardPlace(t *testing.T) {
	for _, name := range report.Findings.Names() {
		want := awkward[name]
		if len(want) == 0 {
			t.Errorf("%s: nothing says what it must show of an awkward place", name)
		}
		got := written(t, name, awkwardReport(t), fullOptions(message.English))
		for _, w := range append(want, "a finding without a place") {
			if !strings.Contains(got, w) {
				t.Errorf("%s: no %q in\n%s", name, w, got)
			}
		}
	}
}
