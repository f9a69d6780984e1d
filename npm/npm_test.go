// Package npm tests the packages for npm: the launcher and what fill.mjs makes.
package npm

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

const version = "1.2.3"

// npmNames are what npm calls the systems and processors that Go calls so.
var npmNames = map[string]string{"windows": "win32", "amd64": "x64"}

func npmName(name string) string {
	if n := npmNames[name]; n != "" {
		return n
	}
	return name
}

// here is the package for the system that the test runs on.
var here = npmName(runtime.GOOS) + "-" + npmName(runtime.GOARCH)

// TestPackages fills the packages, packs and installs them into an empty folder, and
// runs the example there.
func TestPackages(t *testing.T) {
	if testing.Short() {
		t.Skip("npm takes seconds")
	}
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("no %s: the packages are not tested", tool)
		}
	}
	packages := filled(t)
	t.Run("manifests", func(t *testing.T) { checkManifests(t, packages) })
	project := installed(t, packages)
	shop, err := filepath.Abs("../testdata/shop")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("example", func(t *testing.T) {
		out, code := npx(t, project, "--lang", "en", "--filed", filepath.Join(shop, "filed-domains.txt"), "--now", "2026-11-22", shop)
		if code != 1 || !strings.Contains(out, "no filing covers “files.example.net”") {
			t.Errorf("exit code %d, want 1\n%s", code, out)
		}
	})
	t.Run("usage", func(t *testing.T) {
		if out, code := npx(t, project, "--bad"); code != 2 {
			t.Errorf("exit code %d, want 2\n%s", code, out)
		}
	})
	t.Run("signal", func(t *testing.T) { checkSignal(t, project) })
	t.Run("missing", func(t *testing.T) {
		if err := os.RemoveAll(filepath.Join(project, "node_modules/@beianlint")); err != nil {
			t.Fatal(err)
		}
		out, code := npx(t, project, shop)
		if code != 3 || !strings.Contains(out, "@beianlint/"+here+" is not installed") || !strings.Contains(out, "没有安装 @beianlint/"+here) {
			t.Errorf("exit code %d, want 3\n%s", code, out)
		}
	})
}

// filled returns the folder with the packages. Only the binary for this system is real.
func filled(t *testing.T) string {
	t.Helper()
	dist, out := t.TempDir(), t.TempDir()
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, folder := range []string{system + "_amd64_v1", system + "_arm64_v8.0"} {
			name := filepath.Join(dist, "beianlint_"+folder, "beianlint")
			if system == "windows" {
				name += ".exe"
			}
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, nil, 0o644); err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(folder, runtime.GOOS+"_"+runtime.GOARCH) {
				run(t, "..", "go", "build", "-o", name, ".")
			}
		}
	}
	run(t, ".", "node", "fill.mjs", version, dist, out)
	return out
}

// checkManifests asks that the launcher names every package of a system at its own
// version, and that none runs a script when it is installed.
func checkManifests(t *testing.T, packages string) {
	type manifest struct {
		Name, Version        string
		OS, CPU              []string
		Scripts              map[string]string
		OptionalDependencies map[string]string
	}
	read := func(folder string) (m manifest) {
		text, err := os.ReadFile(filepath.Join(packages, folder, "package.json"))
		if err == nil {
			err = json.Unmarshal(text, &m)
		}
		if err != nil || m.Version != version || len(m.Scripts) > 0 {
			t.Errorf("%s: version %q, scripts %v (%v)", folder, m.Version, m.Scripts, err)
		}
		return m
	}
	named := read("beianlint").OptionalDependencies
	if len(named) != 6 {
		t.Errorf("%d packages of systems, want 6: %v", len(named), named)
	}
	for name, at := range named {
		folder := strings.TrimPrefix(name, "@beianlint/")
		m := read(folder)
		if at != version || m.Name != name || strings.Join(append(m.OS, m.CPU...), "-") != folder {
			t.Errorf("%s at %s: %+v", name, at, m)
		}
	}
}

// installed packs the launcher and the package of this system and installs both into
// an empty folder. The others cannot be had, which is what an optional one may.
func installed(t *testing.T, packages string) string {
	t.Helper()
	project := t.TempDir()
	if err := os.WriteFile(filepath.Join(project, "package.json"), []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	install := []string{"install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"}
	for _, folder := range []string{"beianlint", here} {
		out := run(t, project, "npm", "pack", "--silent", filepath.Join(packages, folder))
		install = append(install, "./"+strings.TrimSpace(out))
	}
	run(t, project, "npm", install...)
	return project
}

// checkSignal asks that a signal to the launcher ends beianlint as one to itself does.
func checkSignal(t *testing.T, project string) {
	if runtime.GOOS == "windows" {
		t.Skip("processes cannot be interrupted there")
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	cmd := exec.Command("node", filepath.Join(project, "node_modules/beianlint/beianlint.js"), "--format=sarif", "../testdata/shop")
	cmd.Stdout = w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if _, err := r.Read(make([]byte, 1)); err != nil { // it prints more than a pipe holds: now it waits
		t.Fatal(err)
	}
	guard := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
	defer guard.Stop()
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if code := exitCode(t, cmd.Wait()); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
}

// npx runs the installed beianlint and returns what it prints on both outputs.
func npx(t *testing.T, project string, args ...string) (out string, code int) {
	t.Helper()
	cmd := exec.Command("npx", append([]string{"--offline", "beianlint"}, args...)...)
	cmd.Dir = project
	text, err := cmd.CombinedOutput()
	return string(text), exitCode(t, err)
}

func exitCode(t *testing.T, err error) int {
	t.Helper()
	var exit *exec.ExitError
	if err == nil {
		return 0
	}
	if !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return exit.ExitCode()
}

func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		t.Fatalf("%s %v: %v\n%s%s", name, args, err, out, exit.Stderr)
	} else if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
