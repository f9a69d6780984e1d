package cli

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/report"
)

// TestHostPaths: what names are relative to in formats for a CI host.
func TestHostPaths(t *testing.T) {
	origin := &fstest.MapFile{Data: []byte("[remote \"origin\"]\n\turl = https://github.com/team/app\n")}
	fsys := fstest.MapFS{
		"ci/work/.git/config":     origin,
		"ci/work/sub/.git":        {Data: []byte("gitdir: ../.git/modules/sub\n")},
		"ci/work/mini/app.json":   {},
		"ci/two/app/.git/config":  origin,
		"ci/two/lists/all.txt":    {},
		"home/me/.git/HEAD":       {},
		"home/me/job/mini/a.json": {},
		"tmp/plain/mini/app.json": {},
	}
	for _, c := range []struct{ why, root, cwd, env, want string }{
		{"a repository", "ci/work", "ci/work/mini", "", "ci/work"},
		{"no repository: the current folder", "tmp/plain/mini", "tmp/plain", "", "tmp/plain"},
		{"GitHub", "ci/work", "ci/work/mini", "GITHUB_WORKSPACE=/ci/work GITHUB_REPOSITORY=team/app", "ci/work"},
		{"GitLab", "ci/work", "ci/work/mini", "CI_PROJECT_DIR=/ci/work", "ci/work"},
		{"GitLab, fetched without git", "tmp/plain/mini", "tmp/plain/mini", "CI_PROJECT_DIR=/tmp/plain", "tmp/plain"},
		{"a submodule belongs to its parent", "ci/work/sub", "ci/work", "GITHUB_WORKSPACE=/ci/work GITHUB_REPOSITORY=team/app", "ci/work"},
		{"checked out into a folder", "ci/two/app", "ci/two", "GITHUB_WORKSPACE=/ci/two GITHUB_REPOSITORY=team/app", "ci/two/app"},
		{"another repository beside it", "ci/two/app", "ci/two", "GITHUB_WORKSPACE=/ci/two GITHUB_REPOSITORY=team/other", "ci/two"},
		{"a repository above the workspace", "home/me", "home/me/job", "GITHUB_WORKSPACE=/home/me/job", "home/me/job"},
		{"a workspace of another machine", "ci/work", "ci/work", "GITHUB_WORKSPACE=/github/workspace", "ci/work"},
		{"a workspace elsewhere, no repository", "tmp/plain/mini", "tmp/plain", "CI_PROJECT_DIR=/ci/work", "tmp/plain"},
		{"nothing was linted", "", "ci/work/mini", "", "ci/work"},
	} {
		env := map[string]string{}
		for _, kv := range strings.Fields(c.env) {
			k, v, _ := strings.Cut(kv, "=")
			env[k] = v
		}
		s := &session{Env: Env{FS: fsys, Getenv: func(k string) string { return env[k] }}, dir: &folder{fsys, c.cwd}}
		if got, want := hostPaths(s, c.root), (report.Paths{Base: c.want}); got != want {
			t.Errorf("%s: relative to %q, want %q", c.why, got.Base, want.Base)
		}
	}
}
