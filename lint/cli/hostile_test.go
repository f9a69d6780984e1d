package cli_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/beianlint/beianlint/lint/cli"
)

var (
	wholeHostile = flag.Bool("hostile", false, "give hostile inputs their whole size, for TestHostileWhole")
	hostileChild = flag.String("hostile-child", "", "the hostile input that TestHostileChild lints")
)

// lintHostile lints an input and returns the exit code and what stands on stderr.
func lintHostile(fsys fs.FS) (code int, out string, errs string) {
	var stdout, stderr bytes.Buffer
	env := testEnv(&stdout, &stderr)
	env.FS, env.Cwd = fsys, "r"
	code = cli.Main(context.Background(), []string{"--format", "json", "--lang", "en"}, env)
	return code, stdout.String(), stderr.String()
}

// allocated returns the bytes and the objects that linting an input of the size takes.
func (h *hostile) allocated(t *testing.T, n int) (bytes, objects float64) {
	t.Helper()
	fsys := h.tree(n)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	code, _, errs := lintHostile(fsys)
	runtime.ReadMemStats(&after)
	if code > 2 {
		t.Errorf("%s of %d: exit code %d: %s", h.name, n, code, errs)
	}
	return float64(after.TotalAlloc - before.TotalAlloc), float64(after.Mallocs - before.Mallocs)
}

// TestHostileGrowth: twice as much of a hostile input takes about twice the memory and
// twice as many allocations, never four times.
func TestHostileGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector allocates too: growth is measured without it")
	}
	empty := hostile{name: "empty", tree: func(int) fs.FS { return treeOf(nil) }}
	base, baseObjects := empty.allocated(t, 0)
	for i := range hostiles {
		h := &hostiles[i]
		t.Run(h.name, func(t *testing.T) {
			n := h.part
			h.allocated(t, n) // what is made once
			bytes, objects := h.allocated(t, n)
			twice, twiceObjects := h.allocated(t, 2*n)
			const most = 2.6
			if grown := (twice - base) / max(bytes-base, 1<<20); grown > most {
				t.Errorf("%d: %.0f bytes, %d: %.0f bytes, %.1f times as many", n, bytes, 2*n, twice, grown)
			}
			if grown := (twiceObjects - baseObjects) / max(objects-baseObjects, 10_000); grown > most {
				t.Errorf("%d: %.0f allocations, %d: %.0f, %.1f times as many", n, objects, 2*n, twiceObjects, grown)
			}
		})
	}
}

// TestHostileWhole gives each input its whole size, in a process of its own whose CPU
// time and memory the system counts. Where a bound is met, the report says so.
func TestHostileWhole(t *testing.T) {
	if !*wholeHostile {
		t.Skip("without -hostile inputs have a part of their size")
	}
	for i := range hostiles {
		h := &hostiles[i]
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
			defer cancel()
			cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestHostileChild$", "-hostile-child="+h.name)
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			t.Logf("%.1f s of CPU, %d MB", cpu.Seconds(), peakOf(cmd.ProcessState))
			if cpu.Seconds() > h.cpu || peakOf(cmd.ProcessState) > h.mb {
				t.Errorf("%.1f s of CPU and %d MB, at most %.0f s and %d MB", cpu.Seconds(), peakOf(cmd.ProcessState), h.cpu, h.mb)
			}
		})
	}
}

// TestHostileChild is the process of TestHostileWhole.
func TestHostileChild(t *testing.T) {
	if *hostileChild == "" {
		t.Skip("TestHostileWhole calls it")
	}
	cli.PaceGC()
	for i := range hostiles {
		if h := &hostiles[i]; h.name == *hostileChild {
			code, out, errs := lintHostile(h.tree(h.size))
			if code > 2 || !strings.Contains(out+errs, h.says) {
				t.Errorf("exit code %d, and nothing says %q: %s%.1000s", code, h.says, errs, out)
			}
			return
		}
	}
	t.Errorf("no input %s", *hostileChild)
}

// TestSecurityPages: the table of hostile inputs says what the tests hold.
func TestSecurityPages(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\| ([^|]*) \\| [^|]* \\| (\\d+) s \\| (\\d+) MB \\|$")
	for _, page := range []string{"security.md", "security.zh-CN.md"} {
		text, err := os.ReadFile("../../docs/" + page)
		if err != nil {
			t.Fatal(err)
		}
		found := row.FindAllStringSubmatch(string(text), -1)
		if len(found) != len(hostiles) {
			t.Errorf("%s has %d rows, the tests %d", page, len(found), len(hostiles))
		}
		for i, m := range found[:min(len(found), len(hostiles))] {
			h := hostiles[i]
			if got, want := m[1]+" "+m[3]+" "+m[4], fmt.Sprintf("%s %.0f %d", h.name, h.cpu, h.mb); got != want || !strings.Contains(m[2], thousands(h.size)) {
				t.Errorf("%s: row %q, want %q and %s", page, got, want, thousands(h.size))
			}
		}
	}
}

// thousands writes a number as the pages do.
func thousands(n int) string {
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// TestSecurityPagesNameTests: every test that the pages name is there.
func TestSecurityPagesNameTests(t *testing.T) {
	declared := map[string]bool{}
	for name := range testNames(t) {
		declared[name] = true
	}
	for _, page := range []string{"../../docs/security.md", "../../docs/security.zh-CN.md"} {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		named := regexp.MustCompile("`((?:Test|Fuzz)[A-Z]\\w+)`").FindAllStringSubmatch(string(text), -1)
		if len(named) < 10 {
			t.Errorf("%s names only %d tests", page, len(named))
		}
		for _, m := range named {
			if !declared[m[1]] {
				t.Errorf("%s: there is no %s", page, m[1])
			}
		}
	}
}

// testNames yields the names of all tests.
func testNames(t *testing.T) iter.Seq[string] {
	return func(yield func(string) bool) {
		declared := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
		err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() && slices.Contains([]string{".git", "dist", "testdata"}, d.Name()) {
				return fs.SkipDir
			}
			if err != nil || !strings.HasSuffix(name, "_test.go") {
				return err
			}
			text, err := os.ReadFile(name)
			for _, m := range declared.FindAllStringSubmatch(string(text), -1) {
				if !yield(m[1]) {
					return fs.SkipAll
				}
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}
