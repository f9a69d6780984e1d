package lint_test

import (
	"errors"
	"testing"
	"testing/fstest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/platform"
)

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

func files(content map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range content {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestReport(t *testing.T) {
	fsys := files(map[string]string{
		"r/.git/HEAD":         "",
		"r/filed-domains.txt": "example.com  京ICP备12345678号-1\nexample.org pending\n",
		"r/app.json":          `{"pages": ["pages/a/a"]}`,
		"r/pages/a/a.js": `wx.request({ url: 'https://api.example.com/v1' })
wx.uploadFile({ url: 'https://api.example.com/up' })
wx.connectSocket({ url: 'wss://ws.example.org' })
const baseUrl = 'https://www.example.net', devHost = 'http://localhost:3000'
track(baseUrl, devHost)
`,
		"r/pages/a/a.wxml":      `<image src="https://img.example.net/a.png" />`,
		"r/server-domains.json": `{"downloaddomain": ["https://demo.github.io"]}`,
	})
	report, err := lint.Run(t.Context(), lint.Options{FS: fsys, Dirs: []string{"r"}, Now: day, NeedList: true})
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		Host       string
		Categories []platform.Category
		Enforced   bool
		Status     filing.Status
		Number     string
		Uses       int
	}
	var got []row
	for _, h := range report.Projects[0].Hosts {
		got = append(got, row{h.Host, h.Categories, h.Enforced, h.Filing.Status, h.Filing.Number, len(h.Uses)})
	}
	want := []row{
		{"api.example.com", []platform.Category{platform.Request, platform.Upload}, true, filing.Filed, "京ICP备12345678号-1", 2},
		{"demo.github.io", []platform.Category{platform.Download}, true, filing.Unfilable, "", 0},
		{"img.example.net", []platform.Category{platform.Media}, false, filing.Unfiled, "", 1},
		{"localhost", []platform.Category{platform.Unknown}, true, filing.Local, "", 1},
		{"ws.example.org", []platform.Category{platform.Socket}, true, filing.Pending, "", 1},
		{"www.example.net", []platform.Category{platform.Unknown}, true, filing.Unfiled, "", 1},
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("hosts (-want +got):\n%s", diff)
	}
	sum := report.Summary
	sum.Files = 0 // how many files are read is for package miniprogram to say
	if diff := gocmp.Diff(lint.Summary{Projects: 1, Hosts: 5, Filed: 1, Errors: 3, Warnings: 2, Notices: 1}, sum); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff([]string{"r/filed-domains.txt"}, report.Lists); diff != "" || report.Root != "r" {
		t.Errorf("lists (-want +got):\n%s, root %s", diff, report.Root)
	}
}

// hosts needs no list: then nothing is filed or unfiled, but what can never be
// filed is known all the same.
func TestReportWithoutList(t *testing.T) {
	fsys := files(map[string]string{
		"r/app.json": `{"pages": []}`,
		"r/app.js":   "const url = (path) => {\n  for (const host of ['https://api.example.com', 'https://demo.github.io', 'http://10.0.0.1']) wx.request({ url: host + path })\n}\nurl('/v1')",
	})
	report, err := lint.Run(t.Context(), lint.Options{FS: fsys, Dirs: []string{"r"}, Now: day})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]filing.Status{}
	for _, h := range report.Projects[0].Hosts {
		got[h.Host] = h.Filing.Status
	}
	want := map[string]filing.Status{
		"api.example.com": filing.Unknown, "demo.github.io": filing.Unfilable, "10.0.0.1": filing.Local,
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRunErrors(t *testing.T) {
	app := map[string]string{"r/app/app.json": `{"pages": []}`, "r/docs/README.md": "", "r/.git/HEAD": ""}
	with := func(name, text string) fstest.MapFS {
		fsys := files(app)
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		return fsys
	}
	run := func(fsys fstest.MapFS, dirs ...string) (*lint.Result, error) {
		return lint.Run(t.Context(), lint.Options{FS: fsys, Dirs: dirs, Now: day, NeedList: true})
	}
	if _, err := run(files(app), "r"); !errors.Is(err, filedlist.ErrNone) {
		t.Errorf("no list: %v", err)
	}
	var list *filedlist.Error
	if _, err := run(with("r/filed-domains.txt", "# none yet\n"), "r"); !errors.Is(err, filedlist.ErrNone) || !errors.As(err, &list) {
		t.Errorf("an empty list: %v", err)
	}
	if _, err := run(with("r/filed-domains.txt", "com.cn\n"), "r"); errors.Is(err, filedlist.ErrNone) || !errors.As(err, &list) {
		t.Errorf("a bad list: %v", err)
	}
	var config *config.Error
	if _, err := run(with("r/.beianlint.json", "{"), "r"); !errors.As(err, &config) {
		t.Errorf("a broken config: %v", err)
	}
	report, err := run(with("r/filed-domains.txt", "example.com 京ICP备12345678号-1\n"), "r/docs", "r/app")
	var none *lint.NoProjectError
	if !errors.Is(err, lint.ErrNoProject) || !errors.As(err, &none) || none.Dir != "r/docs" {
		t.Errorf("no mini program: %v", err)
	}
	if len(report.Projects) != 1 {
		t.Errorf("the other folder's mini program is not in the report: %v", report.Projects)
	}
	if _, err := run(files(app), "r/nowhere"); err == nil || errors.Is(err, lint.ErrNoProject) {
		t.Errorf("no such folder: %v", err)
	}
	// That there is no mini program is said before that there is no list.
	if _, err := run(files(app), "r/docs"); !errors.Is(err, lint.ErrNoProject) {
		t.Errorf("neither: %v", err)
	}
}

// Upward goes no further than the folder itself where there is no repository.
func TestNoRepository(t *testing.T) {
	fsys := files(map[string]string{
		"filed-domains.txt": "example.com 京ICP备12345678号-1\n",
		"r/app.json":        `{"pages": []}`,
	})
	_, err := lint.Run(t.Context(), lint.Options{FS: fsys, Dirs: []string{"r"}, Now: day, NeedList: true})
	if !errors.Is(err, filedlist.ErrNone) {
		t.Errorf("want no list to be found, got %v", err)
	}
}
