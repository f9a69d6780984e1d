package lint_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// ofOthers are the names of the mini programs of testdata that are for other platforms, or
// say that they are built for others as well.
var ofOthers = regexp.MustCompile(`^(platform-|use-target-|config-platforms\.)`)

// failed is a mini program of testdata of which something else is found.
var failed = regexp.MustCompile(`--- FAIL: Test(?:OK|Err)/(\S+)`)

// TestAssumedAlone: where no platform is read but those that projects are assumed to be for,
// WeChat and Alipay, the same is found in every mini program that is for no other: knowing
// more platforms changes nothing there.
func TestAssumedAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("builds all packages once more")
	}
	overlay := assumedOverlay(t)
	out, err := exec.Command("go", "test", "-v", "-vet=off", "-overlay="+overlay, "-run=^(TestOK|TestErr)$", ".").CombinedOutput()
	names := failed.FindAllStringSubmatch(string(out), -1)
	if err == nil || len(names) == 0 {
		t.Fatalf("also the mini programs of other platforms are found: %v", err)
	}
	for _, name := range names {
		if !ofOthers.MatchString(name[1]) {
			t.Errorf("%s: something else is found without other platforms", name[1])
		}
	}
}

// assumedOverlay makes the overlay of the build in which no platform is read but those that
// projects are assumed to be for.
func assumedOverlay(t *testing.T) string {
	t.Helper()
	file, err := filepath.Abs(filepath.Join("platform", "platform.go"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	const isRead = "return p.Degree != Unjudged }"
	if strings.Count(string(text), isRead) != 1 {
		t.Fatalf("%s does not say %q", file, isRead)
	}
	dir := t.TempDir()
	other, overlay := filepath.Join(dir, "other.go"), filepath.Join(dir, "overlay.json")
	replaced, err := json.Marshal(map[string]any{"Replace": map[string]string{file: other}})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{other: strings.Replace(string(text), isRead, "return p.Assumed }", 1), overlay: string(replaced)} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return overlay
}
