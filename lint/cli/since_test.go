package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/cli"
	"github.com/beianlint/beianlint/lint/cli/machine"
)

// gitSays is a Git that answers by the beginning of its arguments. An answer
// that begins with "!" is what git complains of.
func gitSays(answers map[string]string, calls *[]string) cli.Git {
	return func(_ context.Context, dir string, args []string, read func(io.Reader) error) error {
		asked := dir + ": " + strings.Join(args, " ")
		*calls = append(*calls, asked)
		for _, begin := range slices.Backward(slices.Sorted(maps.Keys(answers))) {
			if !strings.HasPrefix(strings.Join(args, " "), begin) {
				continue
			}
			answer := answers[begin]
			if text, bad := strings.CutPrefix(answer, "!"); bad {
				return &machine.GitError{Code: 1, Text: text}
			}
			return read(strings.NewReader(answer))
		}
		return &machine.GitError{Code: 1}
	}
}

const (
	asksRef     = "rev-parse --verify --quiet main^{commit}"
	asksShallow = "rev-parse --is-shallow-repository"
	asksConfig  = "config "
)

func TestSinceErrors(t *testing.T) {
	for _, c := range []struct {
		name, ref string
		answers   map[string]string
		code      int
		want      string
	}{
		{"a flag", "--output=x", nil, 2, `cannot be "--output=x"`},
		{"no such revision", "main", nil, 2, `no revision "main" here, check`},
		{"only on the remote", "main", map[string]string{"rev-parse --verify --quiet refs/remotes/origin/main^{commit}": "1"}, 2, `did you mean origin/main?`},
		{"shallow", "main", map[string]string{asksShallow: "true\n"}, 2, "fetch-depth: 0"},
		{"shallow without the base", "main", map[string]string{asksRef: "1\n", asksShallow: "true\n"}, 3, "fetch-depth: 0"},
		{"another history", "main", map[string]string{asksRef: "1\n", asksShallow: "false\n"}, 3, "no history in common"},
		{"no repository", "main", map[string]string{asksRef: "!fatal: not a git repository (or any of the parent directories): .git\n"}, 3, `"." is not in one`},
		{"another's", "main", map[string]string{asksRef: "!fatal: detected dubious ownership in repository at '/work/shop'\nTo add an exception…"}, 3, `safe.directory "/work/shop"`},
		{"partial", "main", map[string]string{asksRef: "1", "merge-base": "2", "diff": "!fatal: transport 'none' not allowed\n"}, 3, "git diff --stat"},
		{"something else", "main", map[string]string{asksRef: "1", "merge-base": "2", "diff": "!error: x\x1b[31m\nfatal: y"}, 3, "what changed: x␛[31m"},
		{"the filters", "main", map[string]string{asksRef: "1", "merge-base": "2", asksConfig: "!fatal: bad config line 1"}, 3, "what changed: bad config line 1"},
		{"a filter that stays on", "main", map[string]string{asksRef: "1", "merge-base": "2", asksConfig: "filter.a=b.clean\x00"}, 3, "what changed: filter.a=b.clean"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			var calls []string
			env := testEnv(&out, &errs)
			env.Git = gitSays(c.answers, &calls)
			code := cli.Main(context.Background(), []string{"--since=" + c.ref, "."}, env)
			if code != c.code || !strings.Contains(errs.String(), c.want) || strings.Count(errs.String(), "\n") != 1 || out.Len() > 0 {
				t.Errorf("exit code %d, want %d; stderr: %s; asked: %q", code, c.code, &errs, calls)
			}
		})
	}
}

func TestSinceWithoutGit(t *testing.T) {
	var out, errs bytes.Buffer
	if code := cli.Main(context.Background(), []string{"--since=main"}, testEnv(&out, &errs)); code != 3 || !strings.Contains(errs.String(), "needs git") {
		t.Errorf("exit code %d: %s", code, &errs)
	}
}

// TestNoGitOnPath: git is looked for in the folders of PATH alone, never in the
// current one.
func TestNoGitOnPath(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/git", []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for _, path := range []string{"", ".", "nowhere", dir + "/none"} {
		t.Setenv("PATH", path)
		var out, errs bytes.Buffer
		env := testEnv(&out, &errs)
		env.Git = cli.System("").Git
		if code := cli.Main(context.Background(), []string{"--since=main"}, env); code != 3 || !strings.Contains(errs.String(), "needs git") {
			t.Errorf("PATH=%q: exit code %d: %s", path, code, &errs)
		}
	}
}

// TestSinceAsks: every repository is asked once, for what changed since the merge
// base, with the filters of its configuration turned off.
func TestSinceAsks(t *testing.T) {
	var out, errs bytes.Buffer
	var calls []string
	env := testEnv(&out, &errs)
	env.FS = fstest.MapFS{
		"work/shop/.git":            {Data: []byte("gitdir: elsewhere")},
		"work/shop/a/app.json":      {Data: []byte(`{"pages": []}`)},
		"work/shop/b/app.json":      {Data: []byte(`{"pages": []}`)},
		"work/shop/b/app.js":        {Data: []byte("")},
		"work/other/.git/HEAD":      {},
		"work/other/c/app.json":     {Data: []byte(`{"pages": []}`)},
		"work/shop/all-domains.txt": {Data: []byte("example.com 京ICP备12345678号-1\n")},
	}
	env.Git = gitSays(map[string]string{
		asksRef: "c0ffee\n", "merge-base c0ffee HEAD": "ba5e\n", asksConfig: "filter.x.y.clean\x00filter.lfs.process\x00", "-c ": "", "ls-files": "",
	}, &calls)
	args := []string{"--since", "main", "--filed", "all-domains.txt", "a", "b/app.js", "b", "../other"}
	if code := cli.Main(context.Background(), args, env); code != 0 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	if len(calls) != 10 {
		t.Fatalf("%d questions, want 5 for each of two repositories: %q", len(calls), calls)
	}
	diff := calls[3]
	if !strings.HasPrefix(diff, "work/shop: -c filter.x.y.clean= -c filter.x.y.required=false -c filter.lfs.process= -c filter.lfs.required=false diff --unified=0 ") ||
		!strings.HasSuffix(diff, " ba5e --") {
		t.Errorf("asked: %s", diff)
	}
}

// TestGitIsKeptInBounds runs the real git on a repository whose configuration
// would run programs, in an environment that leads elsewhere.
func TestGitIsKeptInBounds(t *testing.T) {
	env := cli.System("")
	dir := t.TempDir()
	git := func(args ...string) (string, error) {
		var out bytes.Buffer
		err := env.Git(context.Background(), machine.Name(dir), args, func(r io.Reader) error { _, err := out.ReadFrom(r); return err })
		return out.String(), err
	}
	if _, err := git("init", "-q", "-b", "main"); err != nil {
		t.Skipf("no git here: %v", err)
	}
	trap := "touch '" + dir + "/trapped'"
	for _, key := range []string{"core.fsmonitor", "diff.external", "core.pager", "diff.x.command", "diff.x.textconv", "core.sshCommand", "alias.diff", "filter.x.clean", "filter.x.process"} {
		value := trap
		if strings.HasPrefix(key, "alias") {
			value = "!" + trap
		}
		if _, err := git("config", key, value); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GIT_EXTERNAL_DIFF", trap)
	t.Setenv("GIT_DIR", "/nowhere")
	write := func(name, text string, mode os.FileMode) {
		t.Helper()
		if err := os.WriteFile(dir+"/"+name, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	write(".git/hooks/post-index-change", "#!/bin/sh\n"+trap+"\n", 0o755)
	write("app.json", `{"pages": []}`, 0o644)
	write("app.js", "wx.request({ url: 'https://old.example.net' })\n", 0o644)
	write("filed-domains.txt", "example.com 京ICP备12345678号-1\n", 0o644)
	for _, args := range [][]string{
		{"-c", "filter.x.process=", "-c", "filter.x.clean=", "add", "-A"},
		{"-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"},
	} {
		if out, err := git(args...); err != nil {
			t.Fatal(out, err)
		}
	}
	_ = os.Remove(dir + "/trapped")
	write(".gitattributes", "* diff=x filter=x\n", 0o644)
	write("app.js", "wx.request({ url: 'https://old.example.net' })\nwx.request({ url: 'https://new.example.cn' })\n", 0o644)

	var out, errs bytes.Buffer
	env.Stdout, env.Stderr, env.Cwd = &out, &errs, machine.Name(dir)
	env.Getenv = func(string) string { return "" }
	code := cli.Main(context.Background(), []string{"--since", "HEAD", "--format", "oneline"}, env)
	if code != 1 || !strings.HasPrefix(out.String(), "app.js:2:") || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("exit code %d\n%s%s", code, &out, &errs)
	}
	if _, err := os.Stat(dir + "/trapped"); err == nil {
		t.Error("the repository's configuration has run a program")
	}
}

// TestGitEnds: git is stopped with the run, and does not outlive it.
func TestGitEnds(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	git := cli.System("").Git
	if err := git(ctx, machine.Name(t.TempDir()), []string{"--version"}, func(r io.Reader) error { _, err := io.ReadAll(r); return err }); err != nil {
		t.Skipf("no git here: %v", err)
	}
	err := git(ctx, machine.Name(t.TempDir()), []string{"init", "-q"}, func(r io.Reader) error {
		stop()
		_, err := io.ReadAll(r)
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	if err := git(context.Background(), "no/such/folder", []string{"--version"}, nil); err == nil {
		t.Error("git runs in a folder that is not there")
	}
}
