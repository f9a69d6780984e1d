package cli_test

import (
	"bytes"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/cli"
	"github.com/beianlint/beianlint/lint/report"
)

// kept is what lies beside a repository and must never be shown: as JSON, as a list,
// as a source and as lines.
const kept = `{"requestDomain": ["https://kept.example.org"]} // kept-4711
kept.example.org kept-4711
BUILD_PASS=kept-4711
`

// outsideRepo is a repository in work/repo in which files are replaced by others.
func outsideRepo(files map[string]string) fstest.MapFS {
	all := map[string]string{
		"kept/kept.txt": kept, "kept/kept.json": kept, "kept/kept.js": kept, "kept/.env": kept, "kept/.gitignore": kept,
		"repo/.git/HEAD": "ref: refs/heads/main\n", "repo/app.json": `{"pages": ["pages/a"]}`, "repo/app.js": "require('./env.js')\n",
		"repo/env.js": "wx.request({ url: 'https://api.example.com' })\n", "repo/pages/a.wxml": "<view/>", "repo/pages/a.js": "Page({})\n",
		"repo/pages/a.json": "{}", "repo/project.config.json": `{"appid": "wx1234567890abcdef"}`,
		"repo/filed-domains.txt": "example.com 京ICP备12345678号-1\n", "repo/ops/list.txt": "example.com 京ICP备12345678号-1\n",
	}
	maps.Copy(all, files)
	fsys := fstest.MapFS{}
	for name, content := range all {
		f := &fstest.MapFile{Data: []byte(content)}
		if target, ok := strings.CutPrefix(content, "-> "); ok {
			f = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink | 0o777}
		}
		fsys["work/"+name] = f
	}
	return fsys
}

// outside are the ways in which a pull request can name a file beside the repository.
var outside = map[string]map[string]string{
	"list link":            {"repo/filed-domains.txt": "-> ../kept/kept.txt"},
	"list text link":       {"repo/filed-domains.txt": "../kept/kept.txt"},
	"list absolute link":   {"repo/filed-domains.txt": "-> /work/kept/kept.txt"},
	"list through folder":  {"repo/.beianlint.json": `{"filed": ["lists/kept.txt"]}`, "repo/lists": "-> ../kept"},
	"list name":            {"repo/.beianlint.json": `{"filed": ["../kept/kept.txt"]}`},
	"list folder":          {"repo/.beianlint.json": `{"filed": ["../kept"]}`},
	"list folder link":     {"repo/.beianlint.json": `{"filed": ["lists"]}`, "repo/lists": "-> ../kept"},
	"config link":          {"repo/.beianlint.json": "-> ../kept/kept.json"},
	"config text link":     {"repo/.beianlint.json": "../kept/kept.json"},
	"baseline name":        {"repo/.beianlint.json": `{"baseline": "../kept/kept.json"}`},
	"baseline link":        {"repo/.beianlint.json": `{"baseline": "b.json"}`, "repo/b.json": "-> ../kept/kept.json"},
	"allowlist name":       {"repo/.beianlint.json": `{"projects": [{"root": ".", "allowlist": "../kept/kept.json"}]}`},
	"allowlist link":       {"repo/.beianlint.json": `{"projects": [{"root": ".", "allowlist": "a.json"}]}`, "repo/a.json": "-> ../kept/kept.json"},
	"tenants name":         {"repo/.beianlint.json": `{"projects": [{"root": ".", "tenants": ["../kept/*.json"]}]}`},
	"tenants link":         {"repo/.beianlint.json": `{"projects": [{"root": ".", "tenants": ["t/*.json"]}]}`, "repo/t": "-> ../kept"},
	"tenant link":          {"repo/.beianlint.json": `{"projects": [{"root": ".", "tenants": ["t/*.json"]}]}`, "repo/t/kept.json": "-> ../../kept/kept.json"},
	"root of a project":    {"repo/.beianlint.json": `{"projects": [{"root": "../kept"}]}`},
	"app.json":             {"repo/app.json": "-> ../kept/kept.json"},
	"page config":          {"repo/pages/a.json": "-> ../../kept/kept.json"},
	"project config":       {"repo/project.config.json": "-> ../kept/kept.json"},
	"server-domains":       {"repo/server-domains.json": "-> ../kept/kept.json"},
	"source link":          {"repo/env.js": "-> ../kept/kept.js"},
	"source text link":     {"repo/env.js": "../kept/kept.js"},
	"import":               {"repo/app.js": "require('../kept/kept.js')\n"},
	"import through link":  {"repo/app.js": "require('./k/kept.js')\n", "repo/k": "-> ../kept"},
	"dotenv":               {"repo/.env": "-> ../kept/.env"},
	"dotenv folder":        {"repo/vite.config.js": "export default { envDir: '../kept' }", "repo/package.json": "{}"},
	"gitignore":            {"repo/.gitignore": "-> ../kept/.gitignore"},
	"package.json":         {"repo/package.json": "-> ../kept/kept.json"},
	"workspace":            {"repo/pnpm-workspace.yaml": "-> ../kept/kept.txt"},
	"tsconfig extends":     {"repo/tsconfig.json": `{"extends": "../kept/kept.json"}`},
	"markup":               {"repo/pages/a.wxml": "-> ../../kept/kept.txt"},
	"include":              {"repo/pages/a.wxml": `<include src="../../kept/kept.txt"/><import src="/../kept/kept.txt"/>`},
	"miniprogramRoot":      {"repo/project.config.json": `{"miniprogramRoot": "../kept/"}`},
	"miniprogramRoot link": {"repo/project.config.json": `{"miniprogramRoot": "mp/"}`, "repo/mp": "-> ../kept"},
}

// TestNothingOutsideIsShown: whatever a pull request makes lead out of the repository,
// no format of either subject prints a byte of it, nor does it cover a domain.
func TestNothingOutsideIsShown(t *testing.T) {
	for name, files := range outside {
		fsys := outsideRepo(files)
		for _, subject := range []report.Subject{report.Findings, report.Hosts} {
			for _, format := range subject.Names() {
				args := []string{"--format", format}
				if subject == report.Hosts {
					args = []string{"hosts", "--format", format}
				}
				if said := runIn(t, fsys, args...); strings.Contains(said, "kept-4711") || strings.Contains(said, "kept.example.org") {
					t.Errorf("%s: %v shows what lies outside:\n%s", name, args, said)
				}
			}
		}
	}
}

// huge is a file system in which one file is too large to be read.
type huge struct {
	fstest.MapFS
	name string
	read *bool
}

type hugeInfo struct{ fs.FileInfo }

func (hugeInfo) Size() int64 { return 1 << 40 }

func (h huge) Stat(name string) (fs.FileInfo, error) {
	info, err := h.MapFS.Stat(name)
	if err == nil && name == h.name {
		return hugeInfo{info}, nil
	}
	return info, err
}

func (h huge) ReadFile(name string) ([]byte, error) {
	*h.read = *h.read || name == h.name
	return h.MapFS.ReadFile(name)
}

// TestTooLargeIsNotRead: nothing of a list, config, baseline, allowlist or tenant that is
// too large is taken into memory.
func TestTooLargeIsNotRead(t *testing.T) {
	for name, c := range map[string]struct{ file, config, args string }{
		"list":       {"l.txt", `{"filed": ["l.txt"]}`, ""},
		"config":     {".beianlint.json", "{}", ""},
		"baseline":   {"b.json", `{"baseline": "b.json"}`, ""},
		"allowlist":  {"a.json", `{"projects": [{"root": ".", "allowlist": "a.json"}]}`, ""},
		"tenant":     {"t/ext.json", `{"projects": [{"root": ".", "tenants": ["t/ext.json"]}]}`, ""},
		"for --diff": {"a.json", "{}", "hosts --diff a.json"},
	} {
		files := map[string]string{"repo/" + c.file: `{"version": 1}`, "repo/.beianlint.json": c.config}
		read := false
		said := runIn(t, huge{outsideRepo(files), "work/repo/" + c.file, &read}, strings.Fields(c.args)...)
		if read || !strings.Contains(said, "too large") {
			t.Errorf("%s: read %v: %s", name, read, said)
		}
	}
}

// TestLinksWithinTheRepository: a list, a config and a source may be links, also as
// git writes them where there are none; what the command line names may lie anywhere.
func TestLinksWithinTheRepository(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		args  []string
	}{
		"link":             {map[string]string{"repo/filed-domains.txt": "-> ops/list.txt"}, nil},
		"text link":        {map[string]string{"repo/filed-domains.txt": "ops/list.txt"}, nil},
		"folder link":      {map[string]string{"repo/lists": "-> ops", "repo/.beianlint.json": `{"filed": ["lists"]}`}, nil},
		"config link":      {map[string]string{"repo/.beianlint.json": "-> ops/c.json", "repo/ops/c.json": `{"filed": ["ops/list.txt"]}`}, nil},
		"named":            {map[string]string{"org/list.txt": "example.com 京ICP备12345678号-1\n"}, []string{"--filed", "../org/list.txt"}},
		"named config":     {map[string]string{"org/c.json": `{"filed": ["../lists/l.txt"]}`, "lists/l.txt": "example.com 京ICP备12345678号-1\n"}, []string{"--config", "../org/c.json"}},
		"named, is a link": {map[string]string{"org/list.txt": "-> real.txt", "org/real.txt": "example.com 京ICP备12345678号-1\n"}, []string{"--filed", "../org/list.txt"}},
	} {
		if said := runIn(t, outsideRepo(c.files), c.args...); !strings.Contains(said, "exit 0") {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// A name on the command line that lies in the repository may be a link that a pull
// request has made.
func TestNamedLinkOutOfTheRepository(t *testing.T) {
	said := runIn(t, outsideRepo(map[string]string{"repo/l.txt": "-> ../kept/kept.txt"}), "--filed", "l.txt")
	if !strings.Contains(said, "exit 2") || !strings.Contains(said, "it leads out of the repository") || strings.Contains(said, "kept-4711") {
		t.Error(said)
	}
}

// runIn returns everything that a run in work/repo prints, with its exit code.
func runIn(t *testing.T, fsys fs.FS, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	env := testEnv(&out, &out)
	env.FS, env.Cwd = fsys, "work/repo"
	code := cli.Main(t.Context(), args, env)
	return out.String() + "exit " + string(rune('0'+code)) + "\n"
}
