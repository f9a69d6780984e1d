package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/cli"
)

// memory keeps the files that a run writes, by fs name. One that begins with
// "full" has no room.
type memory map[string]string

func (m memory) Replace(name string, data []byte) error {
	if strings.HasPrefix(name[strings.LastIndexByte(name, '/')+1:], "full") {
		return &fs.PathError{Op: "write", Path: name, Err: errors.New("no space left")}
	}
	m[name] = string(data)
	return nil
}

func (m memory) Create(name string, data []byte) error {
	if _, there := m[name]; there {
		return fs.ErrExist
	}
	return m.Replace(name, data)
}

func (m memory) Remove(name string) error { delete(m, name); return nil }

func (memory) Writable(name string) (string, error) { return name, nil }

// office is what the commands beside linting work on.
var office = fstest.MapFS{
	"work/.git/HEAD":              {},
	"work/shop/app.json":          {Data: []byte(`{"pages": []}`)},
	"work/shop/app.js":            {Data: []byte("wx.request({ url: 'https://api.example.net' })\n")},
	"work/shop/filed-domains.txt": {Data: []byte("# ours\nexample.com 京ICP备12345678号-1\n")},
	"work/two/a/app.json":         {Data: []byte(`{"pages": []}`)},
	"work/two/a/app.js":           {Data: []byte("wx.request({ url: 'https://a.example.net' })\n")},
	"work/two/b/app.json":         {Data: []byte(`{"pages": []}`)},
	"work/two/b/app.js":           {Data: []byte("wx.request({ url: 'http://b.example.net' })\n")},
	"work/two/a/.beianlint.json":  {Data: []byte(`{}`)},
	"work/two/b/.beianlint.json":  {Data: []byte(`{"rules": {}}`)},
	"work/bad/app.json":           {Data: []byte(`{"pages": []}`)},
	"work/bad/.beianlint.json":    {Data: []byte(`{"no-such-key": 1}`)},
	"work/new/.git/HEAD":          {},
	"work/new/app.json":           {Data: []byte(`{"pages": []}`)},
	"work/new/app.js":             {Data: []byte("wx.request({ url: 'https://api.example.net' })\n")},
	"work/empty/readme.txt":       {},
	"work/export.csv":             {Data: []byte("域名,备案号,负责人\nexample.org,京ICP备87654321号-1,张三\nexample.com,京ICP备12345678号-1,张三\n")},
	"work/none.csv":               {Data: []byte("域名,备案号\n")},
	"work/broken.json":            {Data: []byte(`[{"domain": "example.cn", "name": "张三"`)},
	"work/saved.json":             {Data: []byte(`{"requestdomain": ["https://old.example.com"]}`)},
	"work/bad-saved.json":         {Data: []byte(`{"requestdomain": [`)},
	"work/lists/bad-domains.txt":  {Data: []byte("example.com\n*.cn\n")},
}

func TestCommands(t *testing.T) {
	for _, c := range []struct {
		cwd, args string
		code      int
		out, errs string   // what is among them
		wrote     []string // names and a part of what they hold
	}{
		{"work/new", "init", 0, "filed-domains.txt", "", []string{"work/new/filed-domains.txt", "example.net"}},
		{"work/new", "init --ci", 0, "pre-commit", "", []string{
			"work/new/.github/workflows/beianlint.yml", "beianlint/beianlint@v1", "work/new/.pre-commit-config.yaml", "rev: v1.0.0", "work/new/filed-domains.txt", "pending",
		}},
		{"work/shop", "init", 0, "filed-domains.txt", "", nil}, // has one
		{"work/empty", "init", 3, "", "no mini program", nil},
		{"work/shop", "import ../export.csv", 0, "example.org", "", []string{"work/shop/filed-domains.txt", "# ours\nexample.com 京ICP备12345678号-1\nexample.org  京ICP备87654321号-1\n"}},
		{"work/shop", "import --dry-run ../export.csv", 0, "+ example.org  京ICP备87654321号-1", "", nil},
		{"work/shop", "import -o all.txt ../export.csv", 0, "all.txt", "", []string{"work/shop/all.txt", "example.org"}},
		{"work/shop", "import -o full.txt ../export.csv", 3, "", `cannot write "full.txt"`, nil},
		{"work/shop", "import ../none.csv", 2, "0", "none.csv", nil},
		{"work/shop", "import ../broken.json", 2, "", "../broken.json:1:", nil},
		{"work/shop", "import nowhere.csv", 2, "", `no file or folder "nowhere.csv"`, nil},
		{"work/shop", "import ..", 2, "", "is not a file", nil},
		{"work/shop", "import", 2, "", "import", nil},
		{"work/shop", "import -o ../lists/bad-domains.txt ../export.csv", 2, "", "../lists/bad-domains.txt:2:1: ", nil},
		{"work/shop", "--write-baseline --baseline known.json", 0, "1 finding", "", []string{"work/shop/known.json", "unfiled-domain"}},
		{"work/two", "--write-baseline --baseline known.json --filed ../shop/filed-domains.txt", 0, "3 findings to known.json", "", []string{"work/two/known.json", "insecure-scheme"}},
		{"work/shop", "--write-baseline --baseline full.json", 3, "", `cannot write "full.json"`, nil},
		{"work/shop", "--list-files", 0, "app.js\napp.json\n", "", nil},
		{"work/new", "--list-files", 0, "app.js\napp.json\n", "", nil}, // needs no list
		{"work/shop", "--print-config", 0, "{", "", nil},
		{"work/two", "--print-config a b", 2, "", "a/.beianlint.json and b/.beianlint.json", nil},
		{"work/bad", "--print-config", 2, "", ".beianlint.json:1:2: ", nil},
		{"work/bad", "hosts", 2, "", ".beianlint.json:1:2: ", nil},
		{"work/shop", "explain unfiled-domain ip-address", 0, "ip-address", "", nil},
		{"work/shop", "explain", 0, "unfiled-domain         error", "", nil},
		{"work/shop", "help hosts", 0, "--trace HOST", "", nil},
		{"work/shop", "hosts --format api", 0, `"requestdomain"`, "left out: api.example.net (not filed)", nil},
		{"work/two", "hosts --format api", 2, "", "one of a, b", nil},
		{"work/two", "hosts --format api a b", 2, "", "one of a, b", nil},
		{"work", "hosts --format api two/a", 0, "https://a.example.net", "", nil},
		{"work/two", "hosts --format console --filed ../shop/filed-domains.txt", 0, "", "left out: a.example.net", nil},
		{"work/shop", "hosts --diff ../saved.json", 0, "- https://old.example.com", "left out: api.example.net", nil},
		{"work/shop", "hosts --diff ../bad-saved.json", 2, "", "../bad-saved.json:1:", nil},
		{"work/shop", "hosts --trace api.example.net", 0, "app.js:1:", "", nil},
		{"work/shop", "hosts --trace api.example.ent", 0, "", "did you mean api.example.net", nil},
		{"work/shop", "hosts --trace www.beian.example", 0, "", "www.beian.example", nil},
		{"work/shop", "hosts -o hosts.txt", 0, "", "", []string{"work/shop/hosts.txt", "api.example.net"}},
		{"work/shop", "hosts -o full.txt", 3, "", `cannot write "full.txt"`, nil},
		{"work/shop", "--report json=a --report sarif=./a", 2, "", `two reports cannot be written to "./a"`, nil},
		{"work/shop", "version", 2, "", "did you mean --version", nil},
		{"work/shop", "hots", 2, "", "did you mean hosts", nil},
	} {
		var out, errs bytes.Buffer
		env := testEnv(&out, &errs)
		written := memory{}
		env.FS, env.Cwd, env.Files = office, c.cwd, written
		code := cli.Main(context.Background(), strings.Fields(c.args), env)
		if code != c.code || !strings.Contains(out.String(), c.out) || !strings.Contains(errs.String(), c.errs) || c.errs == "" && errs.Len() > 0 {
			t.Errorf("%s: beianlint %s: exit code %d, want %d\nstdout: %s\nstderr: %s", c.cwd, c.args, code, c.code, &out, &errs)
		}
		if strings.Contains(out.String()+errs.String(), "张三") {
			t.Errorf("beianlint %s names a person", c.args)
		}
		var names []string
		for i := 0; i < len(c.wrote); i += 2 {
			names = append(names, c.wrote[i])
			if !strings.Contains(written[c.wrote[i]], c.wrote[i+1]) {
				t.Errorf("beianlint %s: no %q in %s:\n%s", c.args, c.wrote[i+1], c.wrote[i], written[c.wrote[i]])
			}
		}
		if got := slices.Sorted(maps.Keys(written)); !slices.Equal(got, names) {
			t.Errorf("beianlint %s writes %q, want %q", c.args, got, names)
		}
	}
}

// TestNoColorInFiles: colours are for the terminal, unless they are asked for.
func TestNoColorInFiles(t *testing.T) {
	for args, want := range map[string]bool{
		"hosts -o out": false, "hosts -o out --color always": true, "--report text=out": false, "--report text=out --color always": false,
	} {
		var out, errs bytes.Buffer
		env := testEnv(&out, &errs)
		written := memory{}
		env.FS, env.Cwd, env.Files, env.Terminal = office, "work/shop", written, true
		cli.Main(context.Background(), strings.Fields(args), env)
		if text := written["work/shop/out"]; text == "" || strings.Contains(text, "\x1b") != want {
			t.Errorf("beianlint %s: colours %t, want %t\n%q", args, !want, want, text)
		}
	}
}

// TestInitKeepsFiles: what is there is not overwritten, and the entry that is
// missing is shown, with the version that runs.
func TestInitKeepsFiles(t *testing.T) {
	var out, errs bytes.Buffer
	env := testEnv(&out, &errs)
	written := memory{"work/new/.pre-commit-config.yaml": "mine", "work/new/.github/workflows/beianlint.yml": "mine", "work/new/filed-domains.txt": "mine"}
	env.FS, env.Cwd, env.Files, env.Version = office, "work/new", written, "1.2.3"
	if code := cli.Main(context.Background(), []string{"init", "--ci"}, env); code != 0 || !strings.Contains(out.String(), "rev: v1.2.3\n") {
		t.Errorf("exit code %d\n%s%s", code, &out, &errs)
	}
	for name, text := range written {
		if text != "mine" {
			t.Errorf("%s is overwritten", name)
		}
	}
	full := memory{}
	env.Files, env.Version = readOnly{full}, "v2.0.0-dirty"
	if code := cli.Main(context.Background(), []string{"init", "--ci"}, env); code != 3 || !strings.Contains(errs.String(), "cannot write") {
		t.Errorf("exit code %d\n%s", code, &errs)
	}
}

// TestInitNamesWhatCanBeFetched: the version that runs, with its major tag, or the
// newest where what runs is no release.
func TestInitNamesWhatCanBeFetched(t *testing.T) {
	for version, want := range map[string][2]string{
		"v2.3.4": {"rev: v2.3.4\n", "beianlint@v2\n"}, "12.0.1": {"rev: v12.0.1\n", "beianlint@v12\n"},
		"v2.0.0-rc.1": {"rev: v1.0.0\n", "beianlint@v1\n"}, "v2.0.0+dirty": {"rev: v1.0.0\n", "beianlint@v1\n"}, "(devel)": {"rev: v1.0.0\n", "beianlint@v1\n"},
		"v1.0.1-0.20261129080000-0123456789ab": {"rev: v1.0.0\n", "beianlint@v1\n"},
	} {
		var out, errs bytes.Buffer
		env := testEnv(&out, &errs)
		written := memory{}
		env.FS, env.Cwd, env.Files, env.Version = office, "work/new", written, version
		code := cli.Main(context.Background(), []string{"init", "--ci"}, env)
		hook, action := written["work/new/.pre-commit-config.yaml"], written["work/new/.github/workflows/beianlint.yml"]
		if code != 0 || !strings.Contains(hook, want[0]) || !strings.Contains(action, want[1]) {
			t.Errorf("%s: exit code %d\n%s%s", version, code, hook, action)
		}
	}
}

// readOnly creates no file.
type readOnly struct{ memory }

func (readOnly) Create(name string, _ []byte) error {
	return &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}
