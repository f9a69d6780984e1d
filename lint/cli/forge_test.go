package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/beianlint/beianlint/lint/cli"
	"github.com/beianlint/beianlint/lint/cli/machine"
	"github.com/beianlint/beianlint/lint/rule"
)

// forgeries are what a pull request may hold to make GitHub's runner do something.
var forgeries = []string{
	"::error::pwned", "  ::set-output name=a::b", "::SET-ENV name=a::b", "##[error]pwned", "x##[add-mask]b", "x##[set-output name=a]b",
	"x\n::error::pwned", "x\r::error::pwned", "x\r\n::error::pwned", "x\u2028::error::pwned", "x\u0085::error::pwned", "x\v::error::pwned",
	"x%0A::error::pwned", "x%0D%0A::error::pwned", "x%250A::error::pwned", "\u3000::error::pwned", "\u00a0::error::pwned",
	"\ufeff::error::pwned", "\u200d::error::pwned", "\x1b[2K\x1b[1A::error::pwned", "\x1b]8;;https://example.com\x07pwned", "\x00::error::pwned",
	"::stop-commands::x", "::stop-commands::x\n::x::\n::error::pwned", "x::y,line=1,file=z::pwned", "x,file=y,line=1", "::debug::x", "::echo::on",
	"_GitHubActionsFileCommandDelimeter_", "x\n_GitHubActionsFileCommandDelimeter_\na=b", "a=b", "a<<b", "'", "\"", "\\", "`x`", "${x}", "%s%d%!",
	"safe\u202egnp.exe", "<img src=x onerror=y>", "[l](javascript:1)", "@octocat", "|", "a/../../b", "../../../../etc/passwd", "/b", "/c:/b", "",
	"::group::x", "##[group]x", "##[start-action display=x]", strings.Repeat("::error::", 2000), "\n\n\n", "\r", "::", "::error", "##[",
}

// TestForgery puts every text in every place; with -short, every fourth, which is another
// one from place to place.
func TestForgery(t *testing.T) {
	each := 1
	if testing.Short() {
		each = 4
	}
	for at, p := range places {
		t.Run(p.name, func(t *testing.T) {
			dir := t.TempDir()
			for i := at % each; i < len(forgeries); i += each {
				checkStep(t, dir, p, forgeries[i])
			}
		})
	}
}

// TestForgeryOnDisk names files and folders of the machine like that, where the
// system lets it; those need not be UTF-8.
func TestForgeryOnDisk(t *testing.T) {
	dir, ws := t.TempDir(), t.TempDir()
	write := func(name, content string) {
		if os.MkdirAll(filepath.Dir(name), 0o700) == nil {
			_ = os.WriteFile(name, []byte(content), 0o600)
		}
	}
	for i, text := range append([]string{"\xff::error::x", "\x85::error::x"}, forgeries...) {
		if !strings.ContainsAny(text, "/\x00") && len(text) < 200 {
			write(filepath.Join(ws, "shop", "pages", text+".js"), fmt.Sprintf("wx.request({ url: 'https://api.a%d.example/' })", i))
			write(filepath.Join(ws, text+"x", "app.json"), `{"pages": []}`)
			write(filepath.Join(ws, text+"x", "app.js"), fmt.Sprintf("wx.request({ url: 'http://api.b%d.example/' })", i))
		}
	}
	write(filepath.Join(ws, "shop", "app.json"), `{"pages": []}`)
	write(filepath.Join(ws, "filed-domains.txt"), "example.com 京ICP备12345678号-1\n")
	s := &step{inputs: map[string]string{"path": "."}, env: map[string]string{"GITHUB_WORKSPACE": ws}}
	s.change = func(e *cli.Env) { e.FS, e.Cwd = machine.FileSystem{}, machine.Name(ws) }
	r := s.run(t, dir)
	if problems := slices.Concat(r.streams(), r.annotated(s), r.wrote(s), r.summarized()); r.code != 1 || len(r.commands) < 10 || len(problems) > 0 {
		t.Errorf("exit code %d, %d commands, problems: %q\nstdout: %.5000s\nstderr: %s", r.code, len(r.commands), problems, r.stdout, r.stderr)
	}
}

// TestForgeryWithoutList: a first run shows what a stranger wrote, too.
func TestForgeryWithoutList(t *testing.T) {
	dir := t.TempDir()
	for _, p := range places {
		for _, text := range forgeries[:13] {
			s := &step{files: fstest.MapFS{}, inputs: map[string]string{}, env: map[string]string{}}
			s.add("app.json", `{"pages": []}`)
			s.add("app.js", "wx.request({ url: 'https://api.example.net/v1' })\n")
			p.set(s, text)
			delete(s.files, "filed-domains.txt")
			r := s.run(t, dir)
			if problems := r.streams(); len(problems) > 0 {
				t.Errorf("%q in %s: %q\nexit code %d\nstdout: %.2000s\nstderr: %.2000s", text, p.name, problems, r.code, r.stdout, r.stderr)
			}
		}
	}
}

const mostForged = 2 << 10

// FuzzForgery puts any text in any place.
func FuzzForgery(f *testing.F) {
	for i, text := range forgeries {
		if len(text) < mostForged {
			f.Add(uint8(i), text)
		}
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, at uint8, text string) {
		if len(text) > mostForged {
			t.Skip("more than is quick: TestForgery has a long one")
		}
		checkStep(t, dir, places[int(at)%len(places)], text)
	})
}

// checkStep runs the Action and asks that the runner has obeyed nothing but it.
func checkStep(t *testing.T, dir string, p place, text string) {
	t.Helper()
	s := &step{files: fstest.MapFS{}, inputs: map[string]string{}, env: map[string]string{}}
	s.add("app.json", `{"pages": []}`)
	s.add("app.js", "wx.request({ url: 'https://api.example.net/v1' })\n")
	s.add("filed-domains.txt", "example.com 京ICP备12345678号-1\n")
	p.set(s, text)
	r := s.run(t, dir)
	for _, problem := range slices.Concat(r.streams(), r.annotated(s), r.wrote(s), r.summarized()) {
		t.Errorf("%q in %s: %s\nexit code %d\nstdout: %.2000s\nstderr: %.2000s", text, p.name, problem, r.code, r.stdout, r.stderr)
	}
}

// result is what a step left behind.
type result struct {
	code            int
	stdout, stderr  string
	outputs, others string // the files of the runner
	summary         string
	commands        []runnerCommand
}

func (s *step) run(t *testing.T, dir string) *result {
	t.Helper()
	env := map[string]string{
		"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": "/ws", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r",
		"GITHUB_SHA": strings.Repeat("0", 40),
	}
	for _, name := range []string{"OUTPUT", "STEP_SUMMARY", "ENV", "PATH", "STATE"} {
		env["GITHUB_"+name] = filepath.Join(dir, name)
		if err := os.WriteFile(env["GITHUB_"+name], nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, value := range s.inputs {
		env["INPUT_"+strings.ToUpper(name)] = value
	}
	maps.Copy(env, s.env)
	var out, errs bytes.Buffer
	r := &result{code: cli.Main(context.Background(), []string{"action"}, s.testEnv(&out, &errs, env))}
	r.stdout, r.stderr = out.String(), errs.String()
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	r.outputs, r.summary, r.others = read("OUTPUT"), read("STEP_SUMMARY"), read("ENV")+read("PATH")+read("STATE")
	return r
}

func (s *step) testEnv(out, errs *bytes.Buffer, env map[string]string) cli.Env {
	e := testEnv(out, errs)
	whole := fstest.MapFS{}
	for name, file := range s.files {
		whole[path.Join("ws", name)] = file
	}
	e.FS, e.Files, e.Cwd = whole, nowhere{}, "ws"
	e.Getenv = func(name string) string { return env[name] }
	if s.change != nil {
		s.change(&e)
	}
	return e
}

// nowhere takes files and keeps none.
type nowhere struct{}

func (nowhere) Replace(string, []byte) error { return nil }
func (nowhere) Create(string, []byte) error  { return nil }

func (nowhere) Remove(string) error { return nil }

func (nowhere) Writable(name string) (string, error) { return name, nil }

// streams reads stdout and stderr. The runner reads them side by side: what is
// on stderr is not behind a guard.
func (r *result) streams() (problems []string) {
	out, errs := &runner{}, &runner{}
	out.read(r.stdout)
	errs.read(r.stderr)
	r.commands = out.commands
	if out.token != "" || out.guards > 1 {
		problems = append(problems, fmt.Sprintf("%d guards, open: %q", out.guards, out.token))
	}
	if len(errs.commands) > 0 || errs.guards > 0 {
		problems = append(problems, fmt.Sprintf("commands on stderr: %v", errs.commands))
	}
	if i := strings.IndexFunc(r.stdout+r.stderr, moves); i >= 0 {
		problems = append(problems, fmt.Sprintf("a control character: %q", (r.stdout + r.stderr)[i:min(i+20, len(r.stdout+r.stderr))]))
	}
	return problems
}

func moves(r rune) bool {
	return r != '\n' && r != '\u200d' && (unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp))
}

// annotated holds the commands against what the linter found, as it says in JSON.
func (r *result) annotated(s *step) (problems []string) {
	counts, found := map[string]int{}, s.findings(r.code)
	for _, c := range r.commands {
		counts[c.name]++
		if !slices.Contains([]string{"error", "warning", "notice"}, c.name) || len(c.data) > 4096 || counts[c.name] > 10 {
			problems = append(problems, fmt.Sprintf("a command: %.200q", c))
		}
		for key, value := range c.properties {
			if !slices.Contains([]string{"title", "file", "line", "endline", "col", "endcolumn"}, key) || key != "title" && key != "file" && !isNumber(value) {
				problems = append(problems, fmt.Sprintf("a property: %s=%q", key, value))
			}
		}
		id, ours := strings.CutPrefix(c.properties["title"], "beianlint")
		if id = strings.TrimSpace(id); !ours || id != "" && rule.ByID(id) == nil {
			problems = append(problems, fmt.Sprintf("a title: %q", c.properties["title"]))
		}
		if at := c.name + " " + id + " " + c.properties["line"]; id != "" && found != nil && !found[at] {
			problems = append(problems, fmt.Sprintf("nothing was found like %q", at))
		}
	}
	if r.code >= 2 && len(r.commands) == 0 && s.inputs["annotations"] == "" && s.inputs["summary"] == "" {
		problems = append(problems, "does not say why the step failed")
	}
	return problems
}

func isNumber(s string) bool { _, err := strconv.Atoi(s); return err == nil }

// findings are the severity, rule and line of every finding; nil where that
// cannot be had.
func (s *step) findings(code int) map[string]bool {
	if code > 1 || len(s.inputs) > 0 || s.change != nil {
		return nil
	}
	var out, errs bytes.Buffer
	cli.Main(context.Background(), []string{"--format", "json"}, s.testEnv(&out, &errs, nil))
	var report struct {
		Findings []struct {
			Severity, Rule string
			Line           int
		}
	}
	if json.Unmarshal(out.Bytes(), &report) != nil {
		return nil
	}
	found := map[string]bool{}
	for _, f := range report.Findings {
		line := ""
		if f.Line > 0 {
			line = strconv.Itoa(f.Line)
		}
		found[f.Severity+" "+f.Rule+" "+line] = true
	}
	return found
}

// outputForms are the forms of the values of the outputs.
var outputForms = map[string]*regexp.Regexp{
	"findings": regexp.MustCompile(`^\d+$`), "errors": regexp.MustCompile(`^\d+$`), "warnings": regexp.MustCompile(`^\d+$`),
	"unfiled-domains": regexp.MustCompile(`^\[("[^\n]*")?\]$`), "domains-to-file": regexp.MustCompile(`^\[("[^\n]*")?\]$`), "sarif-file": regexp.MustCompile(`^[^\n]+$`),
}

// wrote reads the runner's files.
func (r *result) wrote(s *step) (problems []string) {
	if r.others != "" {
		problems = append(problems, fmt.Sprintf("wrote %q", r.others))
	}
	pairs, err := runnerPairs(r.outputs)
	if err != nil {
		problems = append(problems, err.Error())
	}
	for name, value := range pairs {
		if form := outputForms[name]; form == nil || !form.MatchString(value) || strings.Contains(value, "\r") {
			problems = append(problems, fmt.Sprintf("output %s=%q", name, value))
		}
	}
	named := strings.TrimSpace(s.inputs["sarif-file"])
	if !path.IsAbs(named) {
		named = path.Join("/ws", named)
	}
	if value, ok := pairs["sarif-file"]; ok && path.Join("/ws", value) != path.Clean(named) {
		problems = append(problems, fmt.Sprintf("output sarif-file=%q", value))
	}
	var hosts []string
	if list, ok := pairs["unfiled-domains"]; ok && json.Unmarshal([]byte(list), &hosts) != nil {
		problems = append(problems, fmt.Sprintf("not JSON: %q", list))
	}
	return problems
}

// summaryLine is every line that a step summary may have.
var summaryLine = regexp.MustCompile(`^$|^##+ [^<>&\x60*\[\]!]+$|^\|(---\|)+$|^\| [^\n]* \|$|^- [^<>\x60*\[\]!|]+$|^[^#|<>\x60*\[\]!@]+$|^\[[^\[\]]+\]\(https://beianlint\.github\.io/beianlint/rules/[-a-z.A-Z]+\)$`)

// ourTags are the tags of a step summary.
var ourTags = strings.NewReplacer("<code>", "", "</code>", "", "<br>", "")

func (r *result) summarized() (problems []string) {
	if len(r.summary) > 1<<20 {
		problems = append(problems, fmt.Sprintf("a summary of %d bytes", len(r.summary)))
	}
	for line := range strings.SplitSeq(r.summary, "\n") {
		if !summaryLine.MatchString(line) || strings.ContainsAny(ourTags.Replace(line), "<>`*") || strings.ContainsFunc(line, moves) {
			problems = append(problems, fmt.Sprintf("in the summary: %q", line))
		}
	}
	return problems
}
