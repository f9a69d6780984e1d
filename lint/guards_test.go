package lint_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

var takeOut = flag.Bool("guards", false, "take out each guard, for TestGuards")

// guard is a row of testdata/guards.tsv: what a line of a file says with a guard, what
// it says without, and the test beside it that must fail then.
type guard struct{ file, with, without, test string }

// TestGuards takes out one escape, refusal, bound or condition of a policy after the
// other: a test must fail.
func TestGuards(t *testing.T) {
	if !*takeOut {
		t.Skip("without -guards nothing is taken out")
	}
	table, err := os.ReadFile(filepath.Join(testdata, "guards.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for row := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if strings.HasPrefix(row, "#") {
			continue
		}
		if len(cells) != 4 {
			t.Fatalf("not a guard: %q", row)
		}
		g := guard{cells[0], cells[1], cells[2], cells[3]}
		t.Run(path.Base(g.file)+" "+g.with, func(t *testing.T) { g.mustBeTested(t) })
	}
}

func (g *guard) mustBeTested(t *testing.T) {
	name, err := filepath.Abs(filepath.Join("..", g.file))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(name)
	if err != nil || bytes.Count(text, []byte(g.with)) != 1 {
		t.Fatalf("the file no longer says so once: put the row right (%v)", err)
	}
	dir := t.TempDir()
	other, overlay := filepath.Join(dir, "other.go"), filepath.Join(dir, "overlay.json")
	replaced, err := json.Marshal(map[string]any{"Replace": map[string]string{name: other}})
	if err != nil {
		t.Fatal(err)
	}
	for file, content := range map[string][]byte{other: bytes.Replace(text, []byte(g.with), []byte(g.without), 1), overlay: replaced} {
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "test", "-vet=off", "-failfast", "-timeout=5m", "-overlay="+overlay, "-run=^"+g.test+"$", ".")
	cmd.Dir = filepath.Dir(name)
	if out, err := cmd.CombinedOutput(); err == nil || bytes.Contains(out, []byte("[build failed]")) {
		t.Errorf("%s does not fail without it: %s", g.test, out)
	}
}
