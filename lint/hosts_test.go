package lint_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/report"
)

// hostsGolden holds what `hosts --format json` says of a mini program. The
// file system of the test has a file of this name, which nothing reads.
const hostsGolden = "hosts.golden"

// Every txtar whose name begins with use- is one construct: in testdata/err it
// leads an unfiled host to a call, in testdata/ok nothing contacts that host, or
// only media do. The hosts must be exactly those of the golden section, with
// every place that contacts them.
func TestHosts(t *testing.T) {
	for _, name := range slices.Concat(archives(t, "ok"), archives(t, "err")) {
		base := filepath.Base(name)
		if !strings.HasPrefix(base, "use-") {
			continue
		}
		t.Run(base, func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := newCase(t, a).hosts(t)
			if *update {
				rewriteHosts(t, name, a, got)
				return
			}
			if want := goldenHosts(a); want != got {
				t.Errorf("hosts (-want +got):\n%s%s", lacking("-", want, got), lacking("+", got, want))
			}
		})
	}
}

func goldenHosts(a *txtar.Archive) string {
	for _, f := range a.Files {
		if f.Name == hostsGolden {
			return string(f.Data)
		}
	}
	return ""
}

// lacking returns the lines of one text that the other has not, marked. How a
// line ends says only what follows it.
func lacking(mark, text, other string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		if !strings.Contains(other, strings.TrimRight(line, "]},\n")) {
			out.WriteString(mark + line)
		}
	}
	return out.String()
}

// rewriteHosts puts what was found into the golden section, unless it is there.
func rewriteHosts(t *testing.T, name string, a *txtar.Archive, got string) {
	if goldenHosts(a) == got {
		return
	}
	a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return f.Name == hostsGolden })
	a.Files = append(a.Files, txtar.File{Name: hostsGolden, Data: []byte(got)})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// hosts returns the hosts JSON with a line for each mini program, host, use,
// declaration and dynamic call.
func (c testCase) hosts(t *testing.T) string {
	opt := c.options(t)
	opt.EachTarget = true
	r, err := lint.Run(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	var indented, compact bytes.Buffer
	if err := report.HostsJSON(&indented, r, &report.Options{Paths: report.Paths{Base: root}}); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&compact, indented.Bytes()); err != nil {
		t.Fatal(err)
	}
	return lineBreaks.Replace(shownElsewhere.ReplaceAllString(compact.String(), "$1$2")) + "\n"
}

// shownElsewhere is what the goldens of package report and the scripts show, and is
// of no account here: the platforms, and the row of the list that covers a host.
var shownElsewhere = regexp.MustCompile(`("platform":"[a-z]*"),"platforms":\[[a-z",]*\]|("filing":\{"status":"[a-z]*","domain":"[^"]*","number":"[^"]*"),"file":"[^"]*","line":\d+,"column":\d+`)

// lineBreaks puts each object on a line, by its first key: in a string the
// quotes would be escaped.
var lineBreaks = strings.NewReplacer(
	`{"root":`, "\n"+`{"root":`,
	`{"host":`, "\n"+` {"host":`,
	`{"scheme":`, "\n"+`  {"scheme":`,
	`],"declarations":`, "\n"+`],"declarations":`,
	`{"endpoint":`, "\n"+`  {"endpoint":`,
	`{"api":`, "\n"+`  {"api":`,
)
