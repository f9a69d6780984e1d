package report_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// TestConfig: the config that holds is a config itself, whose comments say where
// its parts come from, and nothing in it is obeyed by who prints it.
func TestConfig(t *testing.T) {
	file := source.NewFile("work/shop/a\x1b\u202e/.beianlint.json", []byte("{\n\"a\": 1}\n"))
	e := &lint.Effective{Name: file.Name, Settings: []*lint.Setting{
		{Key: "text", Value: `"a\"##[x]\u001b` + "\u202e\U000e0001" + `"`, Origin: "origin.config", Span: at(file, "1")},
		{Key: "object", Open: "{", Items: []*lint.Setting{
			{Key: "value", Value: `{"b":[1,2]}`, Origin: "origin.default"},
			{Key: "list", Open: "[", Items: []*lint.Setting{{Value: "1", Origin: "origin.default"}, {Value: "2", Origin: "origin.default"}}},
		}},
		{Key: "none", Open: "["},
	}}
	var b strings.Builder
	if err := report.Config(&b, e, options(message.English)); err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(b.String(), "\n")
	if !strings.HasPrefix(head, "// ") || !strings.Contains(head, `a␛\u{202e}/.beianlint.json`) {
		t.Errorf("begins with %q", head)
	}
	const want = `{
  "text": "a\"#\u0023[x]\u001b\u202e\udb40\udc01", // a␛\u{202e}/.beianlint.json:2
  "object": {
    "value": {
      "b": [
        1,
        2
      ]
    }, // default
    "list": [
      1, // default
      2 // default
    ]
  },
  "none": []
}
`
	if body != want {
		t.Errorf("got\n%s\nwant\n%s", body, want)
	}
}

func TestFiles(t *testing.T) {
	r, err := lint.Run(t.Context(), lint.Options{
		FS: fstest.MapFS{
			"work/shop/app.json":          {Data: []byte(`{"pages": ["::x/a"]}`)},
			"work/shop/::x/a.js":          {Data: []byte("Page({})\n")},
			"work/shop/b\x1b.js":          {Data: []byte("1\n")},
			"work/shop/project.txt":       {Data: []byte("x")},
			"work/shop/node_modules/a.js": {Data: []byte("x")},
		},
		Dirs: []string{"work/shop"}, Cwd: "work/shop",
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := report.Files(&b, r, report.Paths{Base: "work/shop"}); err != nil {
		t.Fatal(err)
	}
	if want := "./::x/a.js\napp.json\nb␛.js\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
