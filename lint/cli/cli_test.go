package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"time"
	"unicode"

	"github.com/beianlint/beianlint/lint/cli"
)

// shop is a mini program with one filed domain and one that is not.
var shop = fstest.MapFS{
	"work/shop/app.json":            {Data: []byte(`{"pages": []}`)},
	"work/shop/filed-domains.txt":   {Data: []byte("example.com 京ICP备12345678号-1\n")},
	"work/shop/pages/a.js":          {Data: []byte("wx.request({ url: 'https://api.example.com' })\n")},
	"work/shop/pages/b.js":          {Data: []byte("wx.request({ url: 'https://api.example.net' })\n")},
	"work/lists/all.txt":            {Data: []byte("example.com 京ICP备12345678号-1\nexample.net 京ICP备12345678号-2\n")},
	"work/lists/ending.txt":         {Data: []byte("example.com 京ICP备12345678号-1\nexample.net 京ICP备12345678号-2 until=2026-06-30\n")},
	"work/other/demo/app.json":      {Data: []byte(`{"pages": []}`)},
	"work/other/demo/app.js":        {Data: []byte("")},
	"work/other/filed-domains.json": {Data: []byte(`[]`)},
}

// testEnv is an Env of the test's own; what is printed lands in out and errs.
func testEnv(out, errs io.Writer) cli.Env {
	return cli.Env{
		Stdout: out, Stderr: errs, FS: shop, Cwd: "work/shop", Rand: strings.NewReader(strings.Repeat("0123456789abcdef", 4)),
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) },
	}
}

func TestMainExitCodes(t *testing.T) {
	for _, c := range []struct {
		args      string
		code      int
		out, errs string
	}{
		{"", 1, "pages/b.js:1:19: error: ", ""},
		{".", 1, "pages/b.js:1:19: error: ", ""},
		{"/work/shop", 1, "pages/b.js:1:19: error: ", ""},
		{"--filed ../lists/all.txt", 0, "checked 1 mini program", ""},
		{"--exclude pages/b.js", 0, "checked 1 mini program", ""},
		{"--filed ../lists/ending.txt", 1, "ended", ""},
		{"--filed ../lists/ending.txt --now 2026-06-30", 0, "checked 1 mini program", ""},
		{"--platform alipay", 3, "", "no mini program"},
		{"--platform alipay --allow-empty", 0, "checked 0 mini programs", ""},
		{"../../../../etc", 2, "", "no file or folder"},
		{"--bad", 2, "", "has no flag --bad"},
	} {
		var out, errs bytes.Buffer
		code := cli.Main(context.Background(), strings.Fields(c.args), testEnv(&out, &errs))
		if code != c.code || !strings.Contains(out.String(), c.out) || !strings.Contains(errs.String(), c.errs) || c.errs == "" && errs.Len() > 0 {
			t.Errorf("beianlint %s: exit code %d, want %d\nstdout: %s\nstderr: %s", c.args, code, c.code, &out, &errs)
		}
		if c.errs != "" && strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("beianlint %s: not one line: %s", c.args, &errs)
		}
	}
}

// TestMainWithoutFolder: a folder that was removed is not taken for the root of
// the machine.
func TestMainWithoutFolder(t *testing.T) {
	dir := t.TempDir() + "/gone"
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if err := os.Remove(dir); err != nil {
		t.Skip("this system keeps the current folder")
	}
	t.Setenv("PWD", "")
	var out, errs bytes.Buffer
	env := testEnv(&out, &errs)
	env.Cwd = cli.System("").Cwd
	if code := cli.Main(context.Background(), nil, env); code != 3 || !strings.Contains(errs.String(), "folder is gone") {
		t.Errorf("exit code %d: %s%s", code, &out, &errs)
	}
	if code := cli.Main(context.Background(), []string{"--help"}, env); code != 0 {
		t.Errorf("--help: exit code %d", code)
	}
}

// TestMainTwice: the same input gives the same bytes.
func TestMainTwice(t *testing.T) {
	for _, args := range []string{"", "--format json", "hosts", "hosts --format json", "--format github", "--verbose"} {
		var first, second, errs bytes.Buffer
		cli.Main(context.Background(), strings.Fields(args), testEnv(&first, &errs))
		cli.Main(context.Background(), strings.Fields(args), testEnv(&second, &errs))
		if first.Len() == 0 || first.String() != second.String() {
			t.Errorf("%s: two runs differ:\n%s\n%s", args, &first, &second)
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestMainCannotWrite(t *testing.T) {
	for _, args := range []string{"", "--format json", "--format github", "hosts", "--help", "--version"} {
		var errs bytes.Buffer
		if code := cli.Main(context.Background(), strings.Fields(args), testEnv(full{}, &errs)); code != 3 || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("beianlint %s: exit code %d, stderr %q", args, code, &errs)
		}
	}
}

func TestMainWithoutRandomness(t *testing.T) {
	var out, errs bytes.Buffer
	env := testEnv(&out, &errs)
	env.Rand = iotest.ErrReader(errors.New("no entropy"))
	if code := cli.Main(context.Background(), []string{"--format", "github"}, env); code != 3 || out.Len() > 0 || !strings.Contains(errs.String(), "no entropy") {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, &out, &errs)
	}
}

func TestMainInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs bytes.Buffer
	if code := cli.Main(ctx, nil, testEnv(&out, &errs)); code != 3 || out.Len() > 0 || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, &out, &errs)
	}
}

// locked is a file system whose folders may not be listed.
type locked struct{ fstest.MapFS }

func (locked) ReadDir(name string) ([]fs.DirEntry, error) {
	return nil, &fs.PathError{Op: "open", Path: "/" + name, Err: fs.ErrPermission}
}

func TestMainLockedFolder(t *testing.T) {
	var out, errs bytes.Buffer
	env := testEnv(&out, &errs)
	env.FS, env.Cwd = locked{shop}, "work"
	const want = "beianlint: cannot read \"shop\", check the path and its permissions: permission denied\n"
	if code := cli.Main(context.Background(), []string{"shop"}, env); code != 3 || out.Len() > 0 || errs.String() != want {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, &out, &errs)
	}
}

// TestMainCrashed: exit code 2, which Go gives a panic, would blame the user.
func TestMainCrashed(t *testing.T) {
	var out, errs bytes.Buffer
	env := testEnv(&out, &errs)
	env.Now = func() time.Time { panic("a \x1bmistake") }
	code := cli.Main(context.Background(), nil, env)
	if text := errs.String(); code != 3 || !strings.Contains(text, "please report it") || !strings.Contains(text, "cli_test.go") || strings.Contains(text, "\x1b") {
		t.Errorf("exit code %d, stderr %q", code, text)
	}
}

// TestActionToken: the guard's token is random and not written anywhere else.
func TestActionToken(t *testing.T) {
	var out, errs bytes.Buffer
	env := testEnv(&out, &errs)
	if code := cli.Main(context.Background(), []string{"--format", "github"}, env); code != 1 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	const token = "30313233343536373839616263646566"
	if n := strings.Count(out.String(), token); n != 2 {
		t.Errorf("the token stands %d times in the output, want 2:\n%s", n, &out)
	}
}

// TestComplaintsSpeakBothLanguages: what goes wrong is said in the language of
// the user, also by what goes wrong while the arguments are read.
func TestComplaintsSpeakBothLanguages(t *testing.T) {
	for _, args := range []string{
		"--bad", "--fomat json", "---x", "--filed", "--format xml", "--format jsno", "--verbose=perhaps", "-o x", "--now x", "--exclude [a",
		"--quiet --verbose", "--write-baseline", "--report json", "hots", "nowhere", "--filed nowhere", "--config nowhere", "--platform alipay",
		"help me", "help hots", "explain nonsense", "explain unfiled-domian", "completion", "completion tcsh", "import", "import nowhere", "import ../other",
		"action x", "hosts --trace =", "hosts --diff x --format json", "hosts --diff nowhere", "hosts --trace nowhere.example.org", "init --filed x",
	} {
		for lang, wantHan := range map[string]bool{"en": false, "zh": true} {
			var out, errs bytes.Buffer
			env := testEnv(&out, &errs)
			env.Getenv = func(name string) string { return map[string]string{"BEIANLINT_LANG": lang}[name] }
			cli.Main(context.Background(), strings.Fields(args), env)
			text := errs.String()
			if text == "" || strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) != wantHan {
				t.Errorf("beianlint %s in %s says: %s", args, lang, text)
			}
		}
	}
}

// fickle is a disk that is full when it comes to it, but for one file.
type fickle struct{ cli.Files }

func (fickle) Remove(string) error { return nil }

func (fickle) Writable(name string) (string, error) { return name, nil }

func (fickle) Replace(name string, data []byte) error {
	if strings.HasSuffix(name, "/good") && len(data) > 0 {
		return nil
	}
	return &fs.PathError{Op: "write", Path: name, Err: errors.New("no space left")}
}

// TestMainReportCannotBeWritten: the findings are printed, the error is said.
func TestMainReportCannotBeWritten(t *testing.T) {
	var out, errs bytes.Buffer
	env := testEnv(&out, &errs)
	env.Files = fickle{}
	args := []string{"--report", "sarif=full", "--report", "gitlab=good", "--report", "json=full2"}
	const want = "beianlint: cannot write \"full\", check the folder and its permissions: no space left\n"
	if code := cli.Main(context.Background(), args, env); code != 3 || errs.String() != want || !strings.Contains(out.String(), "pages/b.js:1:19: error: ") {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, &out, &errs)
	}
}
