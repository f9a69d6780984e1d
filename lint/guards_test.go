package lint_test

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var takeOut = flag.Bool("guards", false, "take out each guard, for TestGuards")

// guard is a row of testdata/guards.tsv: what a line of a file says with a guard, what
// it says without, and the test beside it that must fail then.
type guard struct{ file, with, without, test string }

func guards(t *testing.T) (all []guard) {
	t.Helper()
	table, err := os.ReadFile(filepath.Join(testdata, "guards.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for row := range strings.Lines(string(table)) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(cells) != 4 {
			t.Fatalf("not a guard: %q", row)
		}
		all = append(all, guard{cells[0], cells[1], cells[2], cells[3]})
	}
	return all
}

// TestGuardsAreThere: each row of the table is about a line that there is, and a test
// that there is.
func TestGuardsAreThere(t *testing.T) {
	rows, tests := map[guard]bool{}, map[string]map[string]bool{}
	for _, g := range guards(t) {
		dir := filepath.Dir(g.path(t))
		if tests[dir] == nil {
			tests[dir] = testsIn(t, dir)
		}
		source, err := os.ReadFile(g.path(t))
		if n := strings.Count(string(source), g.with); err != nil || n != 1 {
			t.Errorf("%s says %q %d times: put the row right (%v)", g.file, g.with, n, err)
		}
		if !tests[dir][g.test] {
			t.Errorf("%s: there is no %s beside it", g.file, g.test)
		}
		if rows[g] {
			t.Errorf("%s: two rows for %q", g.file, g.with)
		}
		rows[g] = true
	}
}

var testName = regexp.MustCompile(`(?m)^func (Test\w+|Fuzz\w+)\(`)

func testsIn(t *testing.T, dir string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range testName.FindAllSubmatch(text, -1) {
			names[string(found[1])] = true
		}
	}
	return names
}

// TestGuards takes out one escape, refusal, bound or condition of a policy after the
// other: a test must fail that does not fail with it.
func TestGuards(t *testing.T) {
	if !*takeOut {
		t.Skip("without -guards nothing is taken out")
	}
	passes := map[[2]string]bool{}
	for _, g := range guards(t) {
		t.Run(path.Base(g.file)+" "+g.with, func(t *testing.T) {
			key := [2]string{path.Dir(g.file), g.test}
			if _, tried := passes[key]; !tried {
				out, err := g.run(t)
				passes[key] = err == nil && !strings.Contains(out, "--- SKIP: "+g.test+" ")
			}
			if !passes[key] {
				t.Fatalf("%s fails or is skipped with the guard: it says nothing about it", g.test)
			}
			g.mustBeTested(t)
		})
	}
}

func (g *guard) path(t *testing.T) string {
	t.Helper()
	name, err := filepath.Abs(filepath.Join("..", g.file))
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func (g *guard) mustBeTested(t *testing.T) {
	name := g.path(t)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	other, overlay := filepath.Join(dir, "other.go"), filepath.Join(dir, "overlay.json")
	replaced, err := json.Marshal(map[string]any{"Replace": map[string]string{name: other}})
	if err != nil {
		t.Fatal(err)
	}
	for file, content := range map[string]string{other: strings.Replace(string(text), g.with, g.without, 1), overlay: string(replaced)} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := g.run(t, "-overlay="+overlay); err == nil || !strings.Contains(out, "--- FAIL: "+g.test) {
		t.Errorf("%s does not fail without it: %s", g.test, out)
	}
}

// run runs the guard's test.
func (g *guard) run(t *testing.T, args ...string) (out string, err error) {
	t.Helper()
	cmd := exec.Command("go", append(append([]string{"test", "-v", "-vet=off", "-failfast", "-timeout=5m"}, args...), "-run=^"+g.test+"$", ".")...)
	cmd.Dir = filepath.Dir(g.path(t))
	text, err := cmd.CombinedOutput()
	return string(text), err
}
