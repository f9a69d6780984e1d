package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// dataNotice is the licence of data that is linked with a module.
const dataNotice = `The list of public suffixes in golang.org/x/net/publicsuffix is https://publicsuffix.org/list/,
under the Mozilla Public License 2.0 (https://mozilla.org/MPL/2.0/).
`

// TestThirdPartyNotices: THIRD_PARTY_NOTICES has the licences of all that is linked into
// the binary, for every system.
func TestThirdPartyNotices(t *testing.T) {
	const file = "THIRD_PARTY_NOTICES"
	if _, err := os.Stat(filepath.Join(goroot(t), "LICENSE")); err != nil {
		t.Skipf("this Go came without its licence: %v", err)
	}
	var b strings.Builder
	b.WriteString("beianlint is under the MIT License, see LICENSE. Its binary holds what follows.\n")
	modules := linked(t)
	for _, module := range slices.Sorted(maps.Keys(modules)) {
		b.WriteString("\n" + strings.Repeat("=", 80) + "\n" + module + "\n\n" + licences(t, modules[module]))
		if strings.HasPrefix(module, "golang.org/x/net ") {
			b.WriteString("\n" + dataNotice)
		}
	}
	want := b.String()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(file)
	if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
		t.Errorf("%s is not that of what is linked (go test . -run ThirdParty -update rewrites it): %v\n%s", file, err, diff)
	}
}

// linked returns the modules in the binary with their versions, and where they lie.
func linked(t *testing.T) map[string]string {
	t.Helper()
	modules := map[string]string{"The Go standard library": goroot(t)}
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %s", err, &stderr)
		}
		for line := range strings.Lines(string(out)) {
			if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				modules[name] = dir
			}
		}
	}
	if len(modules) < 10 {
		t.Errorf("only %d modules", len(modules))
	}
	return modules
}

func goroot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// licences returns the texts of the licence files in the folder of a module.
func licences(t *testing.T, dir string) string {
	t.Helper()
	var texts []string
	for _, pattern := range []string{"LICENSE*", "LICENCE*", "COPYING*", "NOTICE*", "PATENTS"} {
		files, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))+"\n")
		}
	}
	if len(texts) == 0 {
		t.Errorf("no licence in %s", dir)
	}
	return strings.Join(texts, "\n")
}
