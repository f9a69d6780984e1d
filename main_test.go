package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/beianlint/beianlint/lint/cli"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/rule"
)

var update = flag.Bool("update", false, "rewrite what the tests compare with")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"beianlint": main, "writer": writes})
}

// writes is beianlint while it writes a file again and again.
func writes() {
	env := cli.System("")
	go func() {
		for {
			_ = env.Files.Replace(strings.TrimPrefix(os.Getenv("WRITTEN"), "/"), make([]byte, 1<<26))
		}
	}()
	main()
}

// TestScript runs the command line and the Action as their users do.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Setup: func(e *testscript.Env) error {
			repository, err := os.Getwd()
			e.Setenv("REPOSITORY", repository)
			return err
		},
	})
}

// exits runs a command that must end with the exit code: exits 2 beianlint --bad.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG…]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// startUnread starts a command that prints more than a pipe holds, and returns once it prints:
// nobody reads more, so that it does not end by itself.
func startUnread(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	cmd.Stdout = w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if _, err := r.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
}

// TestSecondSignal interrupts beianlint while nobody reads what it prints.
func TestSecondSignal(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("processes cannot be interrupted there")
	}
	cmd := exec.Command("beianlint", "--format=sarif", "testdata/shop")
	startUnread(t, cmd)
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for range 200 {
		_ = cmd.Process.Signal(os.Interrupt)
		select {
		case <-ended:
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
	_ = cmd.Process.Kill()
	t.Error("interrupted again and again, it does not end")
}

// TestInterruptedWriter: main leaves no file half-written where it is interrupted.
func TestInterruptedWriter(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("processes cannot be interrupted there")
	}
	dir := t.TempDir()
	cmd := exec.Command("writer", "--format=sarif", "testdata/shop")
	cmd.Env = append(os.Environ(), "WRITTEN="+filepath.Join(dir, "report"))
	startUnread(t, cmd)
	halves := func() []string {
		names, _ := filepath.Glob(filepath.Join(dir, ".beianlint-*"))
		return names
	}
	for len(halves()) == 0 {
		time.Sleep(time.Millisecond)
	}
	_ = cmd.Process.Signal(syscall.SIGTERM)
	_ = cmd.Wait()
	if code, left := cmd.ProcessState.ExitCode(), halves(); code != 143 || len(left) > 0 {
		t.Errorf("exit code %d, want 143; left: %q", code, left)
	}
}

// readmes are the README in every language.
var readmes = map[message.Lang]string{message.English: "README.md", message.Chinese: "README.zh-CN.md"}

// shopList is the list of the README's example as it is shipped. Tests lint the
// example with it, so that they pass for who has followed the README and added a line.
const shopList = `example.com       京ICP备2024000001号-1   entity=示例商店有限公司
example.com.cn    京ICP备2024000001号-2   entity=示例商店有限公司
`

// TestReadmeOutput runs the README's example and compares what it shows.
func TestReadmeOutput(t *testing.T) {
	shipped, err := os.ReadFile("testdata/shop/filed-domains.txt")
	if err != nil || !strings.Contains(string(shipped), shopList) {
		t.Errorf("the list of the example lacks entries: %s (%v)", shipped, err)
	}
	example := regexp.MustCompile("(?s)(```console\n\\$ go run \\. testdata/shop\n)(.*?)(```)")
	for lang, file := range readmes {
		out, code := lintShop(t, lang, shopList)
		if code != 1 {
			t.Errorf("%s: exit code %d, want 1", lang, code)
		}
		section(t, file, example, out)
	}
}

// TestReadmeAdvice follows the README's advice: with the line that stands there, the
// example passes without a complaint.
func TestReadmeAdvice(t *testing.T) {
	line := regexp.MustCompile(`(?m)^ +# (example\.net +\S+)$`)
	for lang, file := range readmes {
		doc, err := os.ReadFile(file)
		found := line.FindSubmatch(doc)
		if err != nil || found == nil {
			t.Fatalf("%s shows no line to add (%v)", file, err)
		}
		out, code := lintShop(t, lang, shopList+string(found[1])+"\n")
		if code != 0 || strings.Count(out, "\n") != 1 {
			t.Errorf("%s: exit code %d\n%s", lang, code, out)
		}
	}
}

// lintShop lints the README's example with a list.
func lintShop(t *testing.T, lang message.Lang, list string) (stdout string, code int) {
	t.Helper()
	filed := filepath.Join(t.TempDir(), "filed-domains.txt")
	if err := os.WriteFile(filed, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	env := cli.System("")
	env.Stdout, env.Stderr, env.Terminal = &out, &errs, false
	env.Getenv = func(name string) string { return map[string]string{"BEIANLINT_LANG": string(lang)}[name] }
	env.Now = func() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) }
	code = cli.Main(context.Background(), []string{"--filed", filed, "testdata/shop"}, env)
	if errs.Len() > 0 {
		t.Errorf("%s: on stderr: %s", lang, errs.String())
	}
	return out.String(), code
}

// docEnds is how the names of a language's pages end.
var docEnds = map[message.Lang]string{message.English: ".md", message.Chinese: ".zh-CN.md"}

// TestReadmePlatforms keeps the table of platforms and their values together.
func TestReadmePlatforms(t *testing.T) {
	table := regexp.MustCompile(`(?s)(<!-- platforms -->\n)(.*?)(<!-- /platforms -->)`)
	for lang, file := range readmes {
		section(t, file, table, report.Platforms(lang))
	}
}

// TestExplainedPlatforms: the page of the rule about unfiled domains names the platforms that
// demand filed ones, that of the other rule those of which that is not established.
func TestExplainedPlatforms(t *testing.T) {
	for lang := range readmes {
		for _, p := range platform.All() {
			rule := map[platform.Degree]message.ID{platform.Judged: "explain.unfiled-domain", platform.Listed: "explain.filing-not-established"}[p.Degree]
			if text := message.Lookup(rule).Help.In(lang); !strings.Contains(text, p.Name.In(lang)) {
				t.Errorf("%s, %s: %q is not named", rule, lang, p.Name.In(lang))
			}
		}
	}
}

// TestReadmeRules keeps the table of rules and the rules together.
func TestReadmeRules(t *testing.T) {
	table := regexp.MustCompile(`(?s)(<!-- rules -->\n)(.*?)(<!-- /rules -->)`)
	heads := map[message.Lang]string{message.English: "| rule | default | what it finds |", message.Chinese: "| 规则 | 默认级别 | 查什么 |"}
	for lang, file := range readmes {
		var b strings.Builder
		b.WriteString(heads[lang] + "\n|---|---|---|\n")
		for _, r := range rule.All {
			b.WriteString("| [`" + r.ID + "`](docs/rules/" + r.ID + docEnds[lang] + ") | " + string(r.Severity) + " | " + r.Title.In(lang) + " |\n")
		}
		section(t, file, table, b.String())
	}
}

// TestRuleDocs keeps the pages of the rules and the rules together.
func TestRuleDocs(t *testing.T) {
	const folder = "docs/rules/"
	pages := map[string]string{}
	for lang, end := range docEnds {
		other := map[string]string{".md": "[简体中文](%s.zh-CN.md)", ".zh-CN.md": "[English](%s.md)"}[end]
		for _, r := range rule.All {
			if message.Lookup(message.ID("explain."+r.ID)) == nil {
				t.Errorf("lint/message/explain.go has no explain.%s", r.ID)
			}
			pages[r.ID+end] = fmt.Sprintf(other, r.ID) + "\n\n" + report.RulePage(r, lang)
		}
	}
	for name, want := range pages {
		if *update {
			if err := os.WriteFile(folder+name, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(folder + name)
		if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
			t.Errorf("%s, -want +got (go test . -update rewrites it): %v\n%s", name, err, diff)
		}
	}
	there, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range there {
		if pages[page.Name()] == "" {
			t.Errorf("%s is the page of no rule", page.Name())
		}
	}
}

// TestDocumentExamples: the lists and configs that the documents show are read
// without a complaint.
func TestDocumentExamples(t *testing.T) {
	for _, end := range docEnds {
		for config, list := range map[string]string{"README": "README", "docs/configuration": "docs/filed-list"} {
			fsys := fstest.MapFS{
				"shop/miniprogram/app.json":  {Data: []byte(`{"pages": []}`)},
				"shop/miniprogram/app.js":    {Data: []byte("wx.request({ url: 'https://api.example.com/' })\n")},
				"shop/.beianlint.json":       {Data: block(t, config+end, "jsonc")},
				"shop/ops/filed-domains.txt": {Data: block(t, list+end, "text")},
			}
			var out, errs bytes.Buffer
			env := cli.System("")
			env.Stdout, env.Stderr, env.FS, env.Cwd = &out, &errs, fsys, "shop"
			env.Now = func() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) }
			code := cli.Main(context.Background(), []string{"--fail-on", "warning", "--verbose", "--lang", "en"}, env)
			if code != 0 || !strings.Contains(errs.String(), "ops/filed-domains.txt") {
				t.Errorf("%s%s: exit code %d\n%s%s", config, end, code, &out, &errs)
			}
		}
	}
}

// block returns the first code block of a language in a document.
func block(t *testing.T, file, language string) []byte {
	t.Helper()
	doc, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := bytes.Cut(doc, []byte("\n```"+language+"\n"))
	text, _, ok := bytes.Cut(rest, []byte("\n```"))
	if !ok {
		t.Fatalf("%s: no block of %s", file, language)
	}
	return append(text, '\n')
}

// section compares the part of a document that the pattern's second group
// matches; with -update it rewrites the part.
func section(t *testing.T, file string, pattern *regexp.Regexp, want string) {
	t.Helper()
	doc, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := pattern.FindSubmatchIndex(doc)
	if at == nil {
		t.Fatalf("%s: nothing like %s", file, pattern)
	}
	if *update {
		doc = []byte(string(doc[:at[4]]) + want + string(doc[at[5]:]))
		if err := os.WriteFile(file, doc, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(doc[at[4]:at[5]])); diff != "" {
		t.Errorf("%s, -want +got (go test . -update rewrites it):\n%s", file, diff)
	}
}
