//go:build differential

package lint_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/dotenv"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/parser"
)

// reference returns what npm's packages read in texts.
func reference[T any](t *testing.T, what string, texts []string) []T {
	t.Helper()
	if *modules == "" {
		t.Skip("without -node_modules there is nothing to compare with")
	}
	var answers map[string][]T
	node(t, []string{"../.ci/reference.js", *modules}, map[string][]string{what: texts}, &answers)
	return answers[what]
}

// madeOf returns texts that are put together of pieces, the same each time.
func madeOf(pieces []string, count, longest int) (texts []string) {
	random := rand.New(rand.NewPCG(1, 2))
	for range count {
		var b strings.Builder
		for range 1 + random.IntN(longest) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		texts = append(texts, b.String())
	}
	return texts
}

// differs fails where more texts are read in another way than are known to be.
func differs(t *testing.T, count, of, known int) {
	t.Helper()
	t.Logf("%d of %d differ", count, of)
	if count > known {
		t.Errorf("%d of %d texts are read in another way, %d are known", count, of, known)
	}
}

// TestDotenv compares with npm's dotenv.
func TestDotenv(t *testing.T) {
	texts := madeOf([]string{
		"A=", "B = ", "export C=", "D: ", "'", "\"", "`", "x", " ", "\n", "\n", "#", "=", "\\n", "\\", "https://a.example.com", "$A", "${B}", "\r\n", "中", "-", ".E=1\n",
	}, 5000, 14)
	count := 0
	for i, want := range reference[map[string]string](t, "dotenv", texts) {
		got := map[string]string{}
		for v := range dotenv.Variables([]byte(texts[i])) {
			got[v.Key] = valueOf(texts[i], v)
		}
		for key, value := range want { // a quote that nothing closes is no part of the value
			if value != "" && strings.ContainsAny(value[:1], "'\"`") && got[key] == value[1:] {
				want[key] = got[key]
			}
		}
		if !maps.Equal(got, want) {
			if count++; count < 12 {
				t.Logf("%q (-dotenv +ours):\n%s", texts[i], gocmp.Diff(want, got))
			}
		}
	}
	differs(t, count, len(texts), 18) // dotenv lets a key, its "=" and its value stand on different lines
}

// TestDotenvExpand compares what a value is put together of with npm's dotenv-expand.
func TestDotenvExpand(t *testing.T) {
	var texts []string
	for _, value := range madeOf([]string{"a", "-", "$A", "${A}", "${B:-b}", "${NONE-c}", "${NONE:-${A}}", "\\$A", "https://", ".example.com", "/"}, 2000, 6) {
		texts = append(texts, "A=one\nB=two\nC="+value+"\n")
	}
	count := 0
	for i, want := range reference[map[string]string](t, "expand", texts) {
		values := map[string]string{}
		for v := range dotenv.Variables([]byte(texts[i])) {
			values[v.Key] = expanded(texts[i], dotenv.Expand([]byte(texts[i]), v), values)
		}
		if values["C"] != want["C"] {
			if count++; count < 12 {
				t.Logf("%q: dotenv-expand %q, ours %q", texts[i], want["C"], values["C"])
			}
		}
	}
	differs(t, count, len(texts), 66) // where a variable is escaped and stands again without, dotenv-expand fills in the first
}

func expanded(text string, parts []dotenv.Part, values map[string]string) string {
	var b strings.Builder
	for _, p := range parts {
		switch value := values[p.Name]; {
		case p.Name == "":
			b.WriteString(text[p.Start:p.End])
		case value == "":
			b.WriteString(expanded(text, p.Default, values))
		case p.Alternative != nil:
			b.WriteString(expanded(text, p.Alternative, values))
		default:
			b.WriteString(value)
		}
	}
	return b.String()
}

// valueOf is the text of a value with the escapes that dotenv undoes.
func valueOf(text string, v dotenv.Variable) string {
	value := text[v.Start:v.End]
	if v.Quoted && text[v.Start-1] == '"' {
		value = strings.NewReplacer(`\n`, "\n", `\r`, "\r").Replace(value)
	}
	return strings.ReplaceAll(value, "\r\n", "\n")
}

// TestJSONC compares with npm's jsonc-parser: what it reads without an error, ours reads
// with the same values.
func TestJSONC(t *testing.T) {
	texts := madeOf([]string{
		"{", "}", "[", "]", ",", ":", `"a"`, `"b\u0041\\n"`, "1", "-2.5e3", "true", "null", " ", "\n", "// c\n", "/* d */", `{"a": 1}`, `"x": [1, 2],`, `"y": {"z": "中"}`,
	}, 20000, 12)
	texts = append(texts, madeOf([]string{`{"k": `, `[`, `"s",`, `1,`, `{"a": [], "b": {}},`, "/* c */", "// c\n"}, 200, 3)...)
	for _, inner := range madeOf([]string{`"s"`, `1`, `"a": [1, /* c */ 2,],`, `"b": {"c": "d"}, // e` + "\n"}, 2000, 5) {
		texts = append(texts, "{"+inner+"}", "["+inner+"]")
	}
	compared, count := 0, 0
	for i, want := range reference[*struct{ Value any }](t, "jsonc", texts) {
		if want == nil || strings.TrimSpace(texts[i]) == "" {
			continue
		}
		compared++
		doc, problems := jsonc.Parse(source.NewFile("a.json", []byte(texts[i])))
		if got := plain(doc.Root()); len(problems) > 0 || !gocmp.Equal(want.Value, got) {
			if count++; count < 6 {
				t.Logf("%q: %v (-jsonc-parser +ours):\n%s", texts[i], problems, gocmp.Diff(want.Value, got))
			}
		}
	}
	if compared < 500 {
		t.Errorf("only %d texts are JSON", compared)
	}
	differs(t, count, compared, 0)
}

// plain is a node as encoding/json would read it.
func plain(n jsonc.Node) (value any) {
	switch n.Kind() {
	case jsonc.Object:
		object := map[string]any{}
		n.Each(func(key, value jsonc.Node) bool { object[key.String()] = plain(value); return true })
		return object
	case jsonc.Array:
		list := []any{}
		n.Each(func(_, value jsonc.Node) bool { list = append(list, plain(value)); return true })
		return list
	}
	if err := json.Unmarshal([]byte(n.Raw()), &value); err != nil {
		return err.Error()
	}
	return value
}

// TestTypeScript compares where strings, templates and calls stand in npm packages with
// TypeScript's parser.
func TestTypeScript(t *testing.T) {
	var names, texts []string
	_ = filepath.WalkDir(*modules, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".js") || strings.Contains(name, "/typescript/") || len(texts) == 1500 {
			return nil
		}
		if text, err := os.ReadFile(name); err == nil && len(text) < 1<<20 {
			names, texts = append(names, name), append(texts, string(text))
		}
		return nil
	})
	literals, calls, count := 0, 0, 0
	for i, answer := range reference[[][3]any](t, "typescript", texts) {
		if answer == nil {
			continue
		}
		want := map[string]bool{}
		for _, found := range answer {
			want[fmt.Sprint(found[0], " ", found[1], " ", found[2])] = true
			if found[0] == "call" {
				calls++
			} else {
				literals++
			}
		}
		got := foundIn([]byte(texts[i]))
		for _, place := range slices.Sorted(maps.Keys(want)) {
			if !got[place] {
				if count++; count < 12 {
					t.Logf("%s: TypeScript has %s: %.80q", names[i], place, around(texts[i], place))
				}
			}
		}
		for _, place := range slices.Sorted(maps.Keys(got)) {
			if !want[place] {
				if count++; count < 12 {
					t.Logf("%s: only we have %s: %.80q", names[i], place, around(texts[i], place))
				}
			}
		}
	}
	if literals < 1000 || calls < 1000 {
		t.Errorf("only %d literals and %d calls", literals, calls)
	}
	differs(t, count, literals+calls, 0)
}

// foundIn returns the literals and calls of a script.
func foundIn(src []byte) map[string]bool {
	found := map[string]bool{}
	for _, token := range lexer.Tokens(src, false, nil) {
		switch token.Kind {
		case lexer.String:
			found[fmt.Sprint("string ", token.Start, " ", token.End)] = true
		case lexer.Template, lexer.TemplateHead, lexer.TemplateMiddle, lexer.TemplateTail:
			found[fmt.Sprint("template ", token.Start, " ", token.End)] = true
		}
	}
	for _, call := range parser.Parse(src, parser.Options{}).Calls {
		found[fmt.Sprint("call ", call.Start, " ", call.End)] = true
	}
	return found
}

func around(text, place string) string {
	var kind string
	var start, end int
	_, _ = fmt.Sscan(place, &kind, &start, &end)
	return text[min(start, len(text)):min(end, len(text))]
}

// TestSuffixes compares with the tests of the list of public suffixes, which its Go package
// repeats (https://github.com/publicsuffix/list/blob/master/tests/test_psl.txt).
func TestSuffixes(t *testing.T) {
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "golang.org/x/net/publicsuffix").Output()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "list_test.go"))
	if err != nil {
		t.Skip(err)
	}
	_, table, _ := strings.Cut(string(text), "var eTLDPlusOneTestCases")
	table, _, _ = strings.Cut(table, "\n}\n")
	rows := regexp.MustCompile(`(?m)^\t\{"([^"]+)", "([^"]*)"\},`).FindAllStringSubmatch(table, -1)
	if len(rows) < 50 {
		t.Errorf("only %d rows", len(rows))
	}
	for _, row := range rows {
		e, err := endpoint.Parse(row[1])
		if err != nil || e.Host != row[1] || endpoint.SharedDomain(row[1]) != "" {
			continue // no host in canonical form, or a provider's, which is wider than the list
		}
		if got := endpoint.Registrable(row[1]); got != row[2] {
			t.Errorf("%s: %q, the list says %q", row[1], got, row[2])
		}
	}
}

// TestGitDiff: the lines that a diff of git is said to touch are those without which the
// new file is part of the old one, and as many as git counts. (Where a comment that
// ignores is gone, all lines are touched.)
func TestGitDiff(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip(err)
	}
	lines := []string{"a\n", "b\n", "}\n", "\n", "--- x\n", "+++ y\n", "@@ -1 +1 @@\n", "\\ No newline at end of file\n", "中\r\n"}
	texts := madeOf(lines, 200, 30)
	dir := t.TempDir()
	for i := range len(texts) / 2 {
		before, after := texts[2*i], texts[2*i+1]
		if i%3 == 0 {
			after = before[:len(before)/2] + "x\n" + before[len(before)/2:]
		}
		if i%5 == 0 {
			after = strings.TrimSuffix(after, "\n")
		}
		for name, text := range map[string]string{"before": before, "after": after} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		run := func(args ...string) []byte {
			cmd := exec.Command(git, append([]string{"diff", "--no-index", "--no-color"}, append(args, "before", "after")...)...)
			cmd.Dir = dir
			out, _ := cmd.Output() // the exit code says whether they differ
			return out
		}
		r, set := &change.Repository{}, &change.Set{}
		out := bytes.ReplaceAll(run(change.DiffArgs...), []byte("before"), []byte("after"))
		if err := r.ReadDiff(bytes.NewReader(out), func(string) bool { return false }); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		set.Add("r", r)
		var kept []string
		touched := 0
		for n, line := range slices.Collect(strings.Lines(after)) {
			if set.Touched("r/after", n+1, n+1) {
				touched++
			} else {
				kept = append(kept, line)
			}
		}
		var added int
		_, _ = fmt.Sscan(string(run("--numstat")), &added)
		if rest := strings.Join(kept, ""); touched != added || !within(kept, slices.Collect(strings.Lines(before))) {
			t.Errorf("%d lines are touched, git says %d; %q is left, of %q", touched, added, rest, before)
		}
	}
}

// within reports whether the lines stand in others in their order.
func within(lines, others []string) bool {
	for _, other := range others {
		if len(lines) > 0 && lines[0] == other {
			lines = lines[1:]
		}
	}
	return len(lines) == 0
}
