package lint_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
)

// Every txtar of testdata/policy is a repository that tries against a policy what is in
// its name, with the findings in its section want.
func TestPolicies(t *testing.T) {
	for _, name := range archives(t, "policy") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c := newCase(t, a)
			got := c.run(t)
			if *update {
				rewrite(t, name, a, got)
				return
			}
			if want := wanted(a); !same(want, got) {
				t.Errorf("findings (-want +got):\n%s", gocmp.Diff(want, got))
			}
			report, _ := lint.Run(t.Context(), c.options(t))
			for _, f := range report.Findings {
				if zh := message.Chinese.Message(f.Message, f.Args...); strings.Contains(zh, "%!") || !hasHan(zh) || strings.Contains(message.Chinese.Help(f.Message, f.Args...), "%!") {
					t.Errorf("%s: %q", f.Message, zh)
				}
			}
		})
	}
}

// Each key of allow lets through what the policy holds without it, and nothing else does.
func TestAllowed(t *testing.T) {
	keys := map[string]string{
		"severity": "lower", "ignore": "ignore", "baseline": "baseline", "exclude": "exclude", "platform": "platform", "uses": "uses", "switches": "env",
		"gitignore": "gitignore", "pack": "packOptions", "cloud": "cloud", "ifdef": "ifdef", "twins": "twins", "builds": "builds",
	}
	for fixture, key := range keys {
		a, err := txtar.ParseFile(filepath.Join(testdata, "policy", fixture+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		c := newCase(t, a)
		tries := func(policy string) int {
			c.files["work/org/policy.json"].Data = []byte(policy)
			return strings.Count(strings.Join(c.run(t), "\n"), "[policy-override]")
		}
		var others []string
		for _, other := range keys {
			if other != key {
				others = append(others, `"`+other+`": true`)
			}
		}
		rest := strings.Join(others, ", ")
		held, allowed := tries(`{"allow": {`+rest+`}}`), tries(`{"allow": {"`+key+`": true, `+rest+`}}`)
		if held <= allowed {
			t.Errorf("%s: %d attempts, %d where it is allowed", key, held, allowed)
		}
	}
}

// What is wrong with a policy beside the repository is said without its content.
func TestBrokenPolicy(t *testing.T) {
	for text, want := range map[string]string{
		"{\n  kept": "line 2", "{\n\n \"kept\": 1}": "line 3", `{"allow": {"ignore": ["kept"]}}`: "line 1", `{"projects": []}`: "line 1",
	} {
		c := newCase(t, txtar.Parse([]byte("policy: ../org/policy.json\n-- app.json --\n{\"pages\": []}\n-- ../org/policy.json --\n"+text)))
		got := strings.Join(c.run(t), "\n")
		if !strings.Contains(got, "the policy policy.json cannot be used, see its "+want) || strings.Contains(got, "kept") {
			t.Errorf("%s: %s", text, got)
		}
	}
	c := newCase(t, txtar.Parse([]byte("policy: ../org/policy.json\n-- app.json --\n{\"pages\": []}\n")))
	if _, err := lint.Run(t.Context(), c.options(t)); err == nil || err.(*config.Error).Problems[0].Message != "config.policy" {
		t.Errorf("no policy: %v", err)
	}
}

// Under a policy that allows nothing every host that was found is found, and what was
// reported of it is reported, as gravely or more.
func TestPolicyLosesNothing(t *testing.T) {
	lintsAgain(t)
	kept := 0
	for _, name := range append(archives(t, "ok"), archives(t, "err")...) {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c := newCase(t, a)
		free, err := lint.Run(t.Context(), c.options(t))
		if err != nil {
			continue
		}
		c.files["work/org/policy.json"] = &fstest.MapFile{Data: []byte(`{}`)}
		opt := c.options(t)
		opt.Policy = "work/org/policy.json"
		held, err := lint.Run(t.Context(), opt)
		if errors.Is(err, filedlist.ErrNone) { // only what does not count is filed
			continue
		}
		if err != nil {
			t.Fatal(name, err)
		}
		severities := map[[3]string]finding.Severity{}
		for _, f := range held.Findings {
			severities[[3]string{f.Rule, f.Project, f.Host}] = f.Severity
			if rule.ByID(f.Rule).Leads { // then an allowlist is no longer of interest
				severities[[3]string{"undeclared-domain", f.Project, f.Host}] = f.Severity
			}
		}
		for _, f := range free.Findings {
			if f.Host == "" || f.Rule == "unused-declaration" {
				continue
			}
			kept++
			if s, ok := severities[[3]string{f.Rule, f.Project, f.Host}]; !ok || !s.AtLeast(f.Severity) {
				t.Errorf("%s: %s of %s in %q is %q, without a policy %q", filepath.Base(name), f.Rule, f.Host, f.Project, s, f.Severity)
			}
		}
	}
	if kept < 300 {
		t.Errorf("only %d findings", kept)
	}
}

// A baseline of the repository is one by whatever name: behind a link, and above a folder
// that says it is a repository.
func TestBaselineOfRepository(t *testing.T) {
	a, err := txtar.ParseFile(filepath.Join(testdata, "policy", "baseline.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	link := func(target string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink | 0o777}
	}
	for name, trusted := range map[string]bool{
		"work/repo/b.json": false, "work/link.json": false, "work/folder/b.json": false, "work/org/b.json": true, "work/repo/out.json": false,
	} {
		c := newCase(t, a)
		c.files["work/link.json"], c.files["work/folder"] = link("repo/b.json"), link("/work/repo")
		c.files["work/org/b.json"] = &fstest.MapFile{Data: c.files["work/repo/b.json"].Data}
		c.files["work/repo/out.json"] = link("b.json")
		opt := c.options(t)
		opt.Baseline = name
		report, err := lint.Run(t.Context(), opt)
		if err != nil {
			t.Fatal(name, err)
		}
		if report.Summary.Errors == 0 != trusted {
			t.Errorf("%s: %+v", name, report.Summary)
		}
	}
}

// The branches of a template are told once, not for each of its tenants again.
func TestTenantsUnderPolicy(t *testing.T) {
	a, err := txtar.ParseFile(filepath.Join(testdata, "policy", "ifdef.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	c := newCase(t, a)
	for name, text := range map[string]string{".beianlint.json": `{"projects": [{"root": ".", "tenants": ["t/*/ext.json"]}]}`, "t/a/ext.json": `{"extEnable": true}`, "t/b/ext.json": `{"extEnable": true}`} {
		c.files["work/repo/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	report, err := lint.Run(t.Context(), c.options(t))
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, f := range report.Findings {
		if f.Message == "policy-override.ifdef" {
			told += 1 + len(f.Related)
		}
	}
	if told != 1 || len(report.Projects) != 3 {
		t.Errorf("told %d times of %d mini programs", told, len(report.Projects))
	}
}

// A flag that asks to be strict raises the floor as well.
func TestStrictFlagUnderPolicy(t *testing.T) {
	a, err := txtar.ParseFile(filepath.Join(testdata, "policy", "switches.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	c := newCase(t, a)
	c.files["work/org/policy.json"].Data = []byte(`{}`)
	for strict, want := range map[bool]finding.Severity{false: finding.Notice, true: finding.Error} {
		opt := c.options(t)
		opt.Strict = strict
		report, err := lint.Run(t.Context(), opt)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(report.Findings, func(f *finding.Finding) bool { return f.Rule == "not-followed" })
		if i < 0 || report.Findings[i].Severity != want {
			t.Errorf("strict %v: %+v", strict, report.Findings)
		}
	}
}

// twoRepositories are two with the same mini program, and a policy beside them.
func twoRepositories(policy string) lint.Options {
	fsys := fstest.MapFS{
		"work/org/policy.json": {Data: []byte(policy)},
		"work/org/list.txt":    {Data: []byte("example.com 京ICP备12345678号-1\n")},
		"work/more.txt":        {Data: []byte("example.net 京ICP备12345678号-2\n")},
		"work/repo/more.txt":   {Data: []byte("example.net 京ICP备12345678号-2\n")},
		"work/org/b.json":      {Data: []byte(`{"version": 1, "findings": [{"file":"pages/a.js","rule":"unfiled-domain","project":".","host":"a.example.net","category":"request","what":"1b9a5c86826e"}, {"file":"../other/pages/a.js","rule":"unfiled-domain","project":"../other","host":"a.example.net","category":"request","what":"1b9a5c86826e"}]}`)},
		"work/repo/b.json":     {Data: []byte(`{"version": 1, "findings": [{"file":"pages/a.js","rule":"unfiled-domain","project":".","host":"a.example.net","category":"request","what":"1b9a5c86826e"}]}`)},
	}
	for _, repo := range []string{"work/repo/", "work/other/"} {
		for name, text := range map[string]string{
			".git/HEAD": "", "project.config.json": `{"appid": "wx0123456789abcdef"}`, "app.json": `{"pages": ["pages/a"]}`,
			"pages/a.js": "wx.request({ url: 'https://a.example.net' })\n",
		} {
			fsys[repo+name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return lint.Options{
		FS: fsys, Dirs: []string{"work/repo", "work/other"}, Cwd: "work/repo", Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
		NeedList: true, Policy: "work/org/policy.json",
	}
}

// What holds for one repository of a run holds for the other, relative to itself; files of
// the one that is the current folder are no less a repository's for the other.
func TestPolicyOfTwoRepositories(t *testing.T) {
	for _, c := range []struct {
		what, policy string
		change       func(*lint.Options)
		errors       int
	}{
		{"nothing is said", `{"filed": ["list.txt"]}`, func(*lint.Options) {}, 2},
		{"a path", `{"filed": ["list.txt"], "ignore": [{"path": "pages/*", "reason": "x"}]}`, func(*lint.Options) {}, 0},
		{"a list elsewhere", `{"filed": ["list.txt"]}`, func(o *lint.Options) { o.Filed = []string{"work/more.txt"} }, 0},
		{"a list of a repository", `{"filed": ["list.txt"]}`, func(o *lint.Options) { o.Filed = []string{"work/repo/more.txt"} }, 2},
		{"a baseline elsewhere", `{"filed": ["list.txt"]}`, func(o *lint.Options) { o.Baseline = "work/org/b.json" }, 0},
		{"a baseline of what may not be ignored", `{"filed": ["list.txt"], "rules": {"unfiled-domain": {"ignorable": false}}, "allow": {"baseline": true}}`, func(o *lint.Options) { o.Baseline = "work/org/b.json" }, 2},
		{"its baseline for the other", `{"filed": ["list.txt"]}`, func(o *lint.Options) { o.Baseline, o.Dirs = "work/repo/b.json", []string{"work/other"} }, 1},
	} {
		opt := twoRepositories(c.policy)
		c.change(&opt)
		report, err := lint.Run(t.Context(), opt)
		if err != nil || report.Summary.Errors != c.errors {
			t.Errorf("%s: %d errors, want %d (%v)", c.what, report.Summary.Errors, c.errors, err)
		}
	}
}
