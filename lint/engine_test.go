package lint_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint"
)

// small is a mini program that contacts an unfiled host which its allowlist lacks.
var small = map[string]string{
	"r/.git/HEAD":           "",
	"r/filed-domains.txt":   "example.com  京ICP备12345678号-1\n",
	"r/project.config.json": `{"appid": "wx0123456789abcdef"}`,
	"r/app.json":            `{"pages": ["pages/a"]}`,
	"r/pages/a.js":          "wx.request({ url: 'https://a.example.net/v1' })\n",
	"r/pages/a.wxml":        `<image src="https://img.example.net/a.png" />`,
	"r/server-domains.json": `{"requestdomain": ["https://b.example.com"]}`,
	"r/pages/a.json":        `{}`,
}

// linted returns the rules of what is found in small with other files as well.
func linted(t *testing.T, opt lint.Options, more map[string]string) (string, *lint.Result) {
	t.Helper()
	content := maps.Clone(small)
	maps.Copy(content, more)
	opt.FS, opt.Dirs, opt.Now, opt.NeedList = files(content), []string{"r"}, day, true
	r, err := lint.Run(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	for _, f := range r.Findings {
		rules = append(rules, f.Rule)
	}
	return strings.Join(rules, " "), r
}

// TestYield: a host that a graver rule speaks of is not said to be undeclared as
// well, unless the team has decided that the graver rule does not count.
func TestYield(t *testing.T) {
	_, recorded := linted(t, lint.Options{Record: true}, nil)
	for _, c := range []struct{ name, file, text, want string }{
		{"as it is", "r/x", "", "unfiled-domain unused-declaration"},
		{"off", "r/.beianlint.json", `{"rules": {"unfiled-domain": "off"}}`, "undeclared-domain unused-declaration"},
		{"ignored by the config", "r/.beianlint.json", `{"ignore": [{"rule": "unfiled-domain", "reason": "x"}]}`, "undeclared-domain unused-declaration"},
		{"ignored by a comment", "r/pages/a.js", "wx.request({ url: 'https://a.example.net/v1' }) // beianlint-ignore unfiled-domain: x\n", "undeclared-domain unused-declaration"},
		{"in the baseline", "r/.beianlint.json", `{"baseline": "b.json"}`, ""},
	} {
		got, _ := linted(t, lint.Options{}, map[string]string{c.file: c.text, "r/b.json": string(recorded.Baseline.Data)})
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestCounts: what is off is not ignored, and what is ignored is counted once.
func TestCounts(t *testing.T) {
	_, plain := linted(t, lint.Options{}, nil)
	if s := plain.Summary; s.Projects != 1 || s.Hosts != 2 || s.Filed != 1 || s.Errors != 1 || s.Notices != 1 || s.Ignored != 0 {
		t.Errorf("%+v", s)
	}
	for _, c := range []struct {
		config  string
		ignored int
	}{
		{`{"ignore": [{"host": "img.example.net", "reason": "x"}]}`, 0}, // only media: the rule is off
		{`{"ignore": [{"host": "a.example.net", "reason": "x"}]}`, 2},
		{`{"rules": {"media-domain": "warning"}, "ignore": [{"host": "img.example.net", "reason": "x"}]}`, 1},
		{`{"ignore": [{"path": "pages/**", "reason": "x"}]}`, 2},
	} {
		_, r := linted(t, lint.Options{}, map[string]string{"r/.beianlint.json": c.config})
		if r.Summary.Ignored != c.ignored {
			t.Errorf("%s: %d ignored, want %d", c.config, r.Summary.Ignored, c.ignored)
		}
	}
}

// TestFolders: a mini program that several folders lead to is linted once, by one
// config; lists are read once for each config.
func TestFolders(t *testing.T) {
	content := maps.Clone(small)
	content["r/.beianlint.json"] = `{"rules": {"unused-declaration": "off"}}`
	opt := lint.Options{FS: files(content), Dirs: []string{"r", "r/pages", "r"}, Now: day, NeedList: true}
	r, err := lint.Run(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Projects) != 1 || len(r.Findings) != 1 || len(r.Config) != 1 || len(r.Lists) != 1 {
		t.Errorf("%d mini programs, %d findings, configs %v, lists %v", len(r.Projects), len(r.Findings), r.Config, r.Lists)
	}
}

// TestListByPolicy: one list says different things by the configs of two folders.
func TestListByPolicy(t *testing.T) {
	content := map[string]string{"r/.git/HEAD": "", "r/list.txt": "example.com  京ICP备12345678号-2A\n"}
	for folder, settings := range map[string]string{"r/a": `{"countApps": true}`, "r/b": `{}`} {
		content[folder+"/.beianlint.json"] = settings
		content[folder+"/project.config.json"] = `{"appid": "wx0123456789abcdef"}`
		content[folder+"/app.json"] = `{"pages": ["index"]}`
		content[folder+"/index.js"] = "wx.request({ url: 'https://a.example.com' })\n"
	}
	opt := lint.Options{FS: files(content), Dirs: []string{"r/a", "r/b"}, Filed: []string{"r/list.txt"}, Now: day}
	r, err := lint.Run(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, a := range r.Projects {
		got[a.Root] = string(a.Hosts[0].Filing.Status)
	}
	if got["r/a"] != "filed" || got["r/b"] != "unfiled" {
		t.Errorf("got %v", got)
	}
}

// TestAtRoot: a mini program may be all of a file system, as in the playground. Its packages
// are found there, too.
func TestAtRoot(t *testing.T) {
	content := map[string]string{}
	for name, src := range small {
		content[strings.TrimPrefix(name, "r/")] = src
	}
	content["pages/a.js"] = "require('lib')('/v1')\n"
	content["miniprogram_npm/lib/index.js"] = "module.exports = path => wx.request({ url: 'https://lib.example.net' + path })\n"
	r, err := lint.Run(t.Context(), lint.Options{FS: files(content), Dirs: []string{"."}, Cwd: ".", Now: day})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range r.Projects[0].Hosts {
		if h.Host == "lib.example.net" && h.Enforced {
			return
		}
	}
	t.Error("the host of a package is not found")
}
