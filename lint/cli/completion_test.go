package cli

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// offers asks what there is to complete. The last word is the one that is being
// typed. files says whether the shell would offer files as well.
func offers(t *testing.T, env Env, words ...string) (offered []string, files bool) {
	t.Helper()
	var out, errs bytes.Buffer
	env.Stdout, env.Stderr = &out, &errs
	if env.Getenv == nil {
		env.Getenv = func(string) string { return "" }
	}
	code := Main(context.Background(), append([]string{"__complete"}, words...), env)
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	directive, ok := strings.CutPrefix(lines[len(lines)-1], ":")
	if code != exitOK || !ok {
		t.Fatalf("%q: exit code %d\n%s%s", words, code, &out, &errs)
	}
	return lines[:len(lines)-1], directive == "0"
}

// TestCompletion: commands, flags, closed values, rules and files.
func TestCompletion(t *testing.T) {
	env := Env{Cwd: "work", FS: fstest.MapFS{"work/out.json": {}, "work/out/a.txt": {}, "work/other": {}, "work/o;rm -rf.json": {}, "work/o$(id)": {}, "abs/x": {}}}
	for _, c := range []struct {
		words, want string
		files       bool
	}{
		{"h", "help hosts", true},
		{"", "action completion explain help hosts import init", true},
		{"--form", "--format", false},
		{"hosts --form", "--format", false},
		{"init --form", "", false},
		{"--fail-on w", "warning", false},
		{"--fail-on=w", "warning", false},
		{"--fail-on ", "error warning notice never", false},
		{"--platform w", "wechat", false},
		{"--lang ", "en zh", false},
		{"--format=ch", "checkstyle", false},
		{"hosts --format c", "csv console", false},
		{"hosts -o c", "", true},
		{"--filed c", "", true},
		{"--since m", "", false},
		{"--report js", "json=", false},
		{"--report json=o", "json=other json=out/ json=out.json", false},
		{"--report json=out/", "json=out/a.txt", false},
		{"--report json=/abs/", "json=/abs/x", false},
		{"--report json=none/", "", false},
		{"--rule unfiled", "unfiled-domain", false},
		{"--ignore-rule unfiled", "unfiled-domain", false},
		{"explain unfiled", "unfiled-domain", false},
		{"explain unfiled-domain ip", "ip-address", false},
		{"completion ", "bash zsh fish powershell", false},
		{"completion bash z", "", false},
		{"action x", "", false},
		{"import x", "", true},
		{"init x", "", true},
		{"--lang zh hosts --tr", "--trace", false},
		{"hosts h", "", true},
		{"a h", "", true},
		{"help ho", "hosts", false},
		{"help hosts h", "", false},
		{"--filed x --file", "--filed", false}, // may be given again
		{"--quiet --qui", "", false},
	} {
		got, files := offers(t, env, strings.Split(c.words, " ")...)
		for i := range got {
			got[i], _, _ = strings.Cut(got[i], "\t")
		}
		if strings.Join(got, " ") != c.want || files != c.files {
			t.Errorf("%q: offers %q, files %t; want %q, %t", c.words, got, files, c.want, c.files)
		}
	}
}

// TestCompletionNamesEveryFlag: of each command, each with what it is for, in the
// language of the user; and no other.
func TestCompletionNamesEveryFlag(t *testing.T) {
	for _, lang := range languages {
		env := Env{Getenv: func(name string) string { return map[string]string{"BEIANLINT_LANG": string(lang)}[name] }}
		for i := range subcommands {
			sub := &subcommands[i]
			var want []string
			for j := range flagTable {
				f := &flagTable[j]
				if f.in&sub.mode == 0 {
					continue
				}
				want = append(want, dashed(f.name)+"\t"+f.sentence(lang))
				if f.alias != "" {
					want = append(want, dashed(f.alias)+"\t"+f.sentence(lang))
				}
			}
			words := append(strings.Fields(sub.name), "-")
			got, _ := offers(t, env, words...)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%q in %s: offers\n%s\nwant\n%s", words, lang, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

// script is what beianlint completion prints for a shell.
func script(t *testing.T, shell string) string {
	t.Helper()
	var out, errs bytes.Buffer
	env := Env{Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Cwd: "."}
	if code := Main(context.Background(), []string{"completion", shell}, env); code != exitOK || errs.Len() > 0 {
		t.Fatalf("%s: exit code %d: %s", shell, code, &errs)
	}
	return out.String()
}

// TestCompletionSyntax lets each shell read its script.
func TestCompletionSyntax(t *testing.T) {
	for _, name := range shells {
		t.Run(name, func(t *testing.T) {
			text := script(t, name)
			shell, err := exec.LookPath(name)
			if err != nil || name == "powershell" {
				t.Skip("not installed")
			}
			file := filepath.Join(t.TempDir(), "script")
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command(shell, "-n", file).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}
