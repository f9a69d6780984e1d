package report_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// problem is the pattern of the problem matcher that docs/editors.md shows.
type problem struct {
	Regexp                                      string
	File, Line, Column, Severity, Message, Code int
}

func problemMatcher(t *testing.T, page string) (p problem) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", page))
	if err != nil {
		t.Fatal(err)
	}
	var tasks struct {
		Tasks []struct{ ProblemMatcher struct{ Pattern problem } }
	}
	block := regexp.MustCompile("(?s)```json\n(.*?)\n```").FindSubmatch(text)
	if err := json.Unmarshal(block[1], &tasks); err != nil {
		t.Fatal(err)
	}
	return tasks.Tasks[0].ProblemMatcher.Pattern
}

// oddlyNamed are findings in files whose names have blanks and Chinese in them, and a
// finding without a place.
func oddlyNamed() *lint.Result {
	r := &lint.Result{Findings: []*finding.Finding{{Rule: stale.ID, Severity: finding.Notice, Message: "list.empty"}}}
	for i, name := range []string{"work/shop/pages/订单 列表/a b.js", "work/shop/a[1]: x.js", "work/shop/a.js"} {
		f := source.NewFile(name, []byte("\n  'https://示例.公司'\n"))
		r.Findings = append(r.Findings, &finding.Finding{
			Rule: unfiled.ID, Severity: []finding.Severity{finding.Error, finding.Warning, finding.Notice}[i],
			Message: "unfiled-domain.missing", Args: []any{"示例.公司", "示例.公司"}, Span: source.Span{File: f, Start: 3, End: 9},
		})
	}
	return r
}

// TestProblemMatcher: the documented regular expression of the VS Code task finds
// the parts of every line that has a place, as JavaScript reads it.
func TestProblemMatcher(t *testing.T) {
	for lang, page := range map[message.Lang]string{message.English: "editors.md", message.Chinese: "editors.zh-CN.md"} {
		p := problemMatcher(t, page)
		lines := strings.Split(strings.TrimSuffix(written(t, "oneline", oddlyNamed(), *options(lang)), "\n"), "\n")
		matches := inGo(p.Regexp, lines)
		if node, err := exec.LookPath("node"); err == nil {
			if diff := gocmp.Diff(matches, inNode(t, node, p.Regexp, lines)); diff != "" {
				t.Errorf("JavaScript matches otherwise (-Go +JavaScript):\n%s", diff)
			}
		}
		if matches[0] != nil {
			t.Errorf("%q has no place", lines[0])
		}
		for i, f := range oddlyNamed().Findings[1:] {
			m, name := matches[i+1], strings.TrimPrefix(f.Span.File.Name, "work/shop/")
			want := []string{name, "2", strconv.Itoa(f.Span.Position().Column), string(f.Severity), lang.Message(f.Message, f.Args...), string(f.Rule)}
			if m == nil {
				t.Errorf("nothing is found in %q", lines[i+1])
			} else if diff := gocmp.Diff(want, []string{m[p.File], m[p.Line], m[p.Column], m[p.Severity], m[p.Message], m[p.Code]}); diff != "" {
				t.Errorf("%q:\n%s", lines[i+1], diff)
			}
		}
	}
}

func inGo(pattern string, lines []string) (matches [][]string) {
	re := regexp.MustCompile(pattern)
	for _, line := range lines {
		matches = append(matches, re.FindStringSubmatch(line))
	}
	return matches
}

func inNode(t *testing.T, node, pattern string, lines []string) (matches [][]string) {
	t.Helper()
	input, _ := json.Marshal(map[string]any{"pattern": pattern, "lines": lines})
	cmd := exec.CommandContext(t.Context(), node, "-e", `const {pattern, lines} = JSON.parse(require('fs').readFileSync(0, 'utf8'));
		console.log(JSON.stringify(lines.map(line => new RegExp(pattern).exec(line))))`)
	cmd.Stdin = strings.NewReader(string(input))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &matches); err != nil {
		t.Fatal(err)
	}
	return matches
}
