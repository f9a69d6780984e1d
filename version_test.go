package main

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/rule"
)

var releasing = flag.String("release", "", "the version that is to be released, such as v1.2.3")

// TestVersions: what names a version of beianlint names the newest one that
// CHANGELOG.md gives a date, or the first where none has one yet.
func TestVersions(t *testing.T) {
	versions, newest := changelog(t)
	for _, r := range rule.All {
		if !slices.Contains(versions, "v"+r.Since) {
			t.Errorf("%s is there since %s, which is not in CHANGELOG.md", r.ID, r.Since)
		}
	}
	var launcher struct{ Version string }
	if err := json.Unmarshal([]byte(text(t, "npm/beianlint/package.json")), &launcher); err != nil || "v"+launcher.Version != newest {
		t.Errorf("npm/beianlint/package.json: version %q, want that of %s (%v)", launcher.Version, newest, err)
	}
	named := namedVersions(t, "what init --ci writes", initCI(t))
	for _, pattern := range []string{"*.md", "docs/*.md"} {
		pages, err := filepath.Glob(pattern)
		if err != nil || len(pages) == 0 {
			t.Fatalf("%s: no pages (%v)", pattern, err)
		}
		for _, page := range pages {
			named = append(named, namedVersions(t, page, text(t, page))...)
		}
	}
	major, _, _ := strings.Cut(newest, ".")
	for _, n := range named {
		if n.version != newest && n.version != major {
			t.Errorf("%s names %s, want %s or %s", n.where, n.version, newest, major)
		}
	}
	if len(named) < 20 {
		t.Errorf("only %d places name a version", len(named))
	}
	if *releasing != "" && (*releasing != newest || versions[0] != newest) {
		t.Errorf("%s is to be released, but CHANGELOG.md begins with %s, and the newest with a date is %s", *releasing, versions[0], newest)
	}
}

// TestVersionsBeforeRelease: before the first release, and only then, the README says that npm has
// nothing of this project: npx runs whatever stands under a name.
func TestVersionsBeforeRelease(t *testing.T) {
	released := regexp.MustCompile(`(?m)^## \S+ \(\d{4}-`).MatchString(text(t, "CHANGELOG.md"))
	for page, says := range map[string]string{"README.md": "is not released yet: until it is", "README.zh-CN.md": "尚未发布：发布之前"} {
		if strings.Contains(text(t, page), says) == released {
			t.Errorf("%s says %q: %v, and a version is released: %v", page, says, !released, released)
		}
	}
}

// changelog returns the versions of CHANGELOG.md, and which of them can be had.
func changelog(t *testing.T) (versions []string, newest string) {
	t.Helper()
	heading := regexp.MustCompile(`(?m)^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d|not released yet)\)$`)
	for _, m := range heading.FindAllStringSubmatch(text(t, "CHANGELOG.md"), -1) {
		versions = append(versions, "v"+m[1])
		if newest == "" && m[2] != "not released yet" {
			newest = "v" + m[1]
		}
	}
	if len(versions) == 0 || len(versions) != strings.Count(text(t, "CHANGELOG.md"), "\n## ") {
		t.Fatalf("CHANGELOG.md has other headings than “1.2.3 (2026-11-29)”: %q", versions)
	}
	if newest == "" {
		newest = versions[len(versions)-1]
	}
	return versions, newest
}

type namedVersion struct{ where, version string }

// namedVersions are the versions that a text tells people to fetch: of the module, the Action,
// the pre-commit hook, the image and the package.
func namedVersions(t *testing.T, where, text string) (named []namedVersion) {
	t.Helper()
	for _, m := range regexp.MustCompile(`(?:\bbeianlint[@:]|\brev: )(v?\d[\w.]*)`).FindAllStringSubmatch(text, -1) {
		named = append(named, namedVersion{where, "v" + strings.TrimPrefix(m[1], "v")})
	}
	return named
}

// initCI is what init --ci of a build without a version writes.
func initCI(t *testing.T) (written string) {
	t.Helper()
	folder := t.TempDir()
	for name, content := range map[string]string{".git/HEAD": "", "app.json": `{"pages": []}`} {
		name = filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("beianlint", "init", "--ci")
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, file := range []string{".github/workflows/beianlint.yml", ".pre-commit-config.yaml"} {
		content := text(t, filepath.Join(folder, file))
		if len(namedVersions(t, file, content)) != 1 {
			t.Errorf("%s names not one version:\n%s", file, content)
		}
		written += content
	}
	return written
}

func text(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
