package report_test

import (
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/report"
)

func TestShow(t *testing.T) {
	for _, c := range []struct{ base, name, want string }{
		{"work/repo", "work/repo/app.json", "app.json"},
		{"work/repo", "work/repo", "."},
		{"work/repo", "work/repository/a", "../repository/a"},
		{"work/repo/mini", "work/repo/list.txt", "../list.txt"},
		{"work/repo", "work", ".."},
		{"work/repo", "tmp/x", "../../tmp/x"},
		{".", "tmp/x", "tmp/x"},
		{".", ".", "."},
		{"C:/repo", "C:/repo/a", "a"},
		{"C:/repo", "D:/lists/a.txt", "D:/lists/a.txt"},
		{"work/repo", "c:/a", "../../c:/a"}, // a folder of another system than Windows
		{"工作/仓库", "工作/仓库/页面/a b.js", "页面/a b.js"},
	} {
		if got := (report.Paths{Base: c.base}).Show(c.name); got != c.want {
			t.Errorf("from %q, %q is shown as %q, want %q", c.base, c.name, got, c.want)
		}
	}
}

func TestThreshold(t *testing.T) {
	s := lint.Summary{Errors: 1, Warnings: 2, Notices: 4}
	for name, want := range map[string]int{"error": 1, "warning": 3, "notice": 7, "never": 0} {
		if got := report.Threshold(name).Failing(s); got != want {
			t.Errorf("%s: %d failing, want %d", name, got, want)
		}
	}
}
