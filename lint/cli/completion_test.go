package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCompletionTable: its rows are whole, and hold no character that one of the
// shells takes for its own.
func TestCompletionTable(t *testing.T) {
	for _, lang := range languages {
		for _, row := range completionTable(lang) {
			if strings.Count(row, "|") != 5 || strings.ContainsAny(row, "'\"\\`$[]{}*\n") {
				t.Errorf("%s: %q", lang, row)
			}
		}
	}
}

// TestCompletionNamesEveryFlag looks for every flag of every subcommand, the
// values and the subcommands in every script.
func TestCompletionNamesEveryFlag(t *testing.T) {
	for i, script := range scripts {
		for _, lang := range languages {
			text := completionScript(script, lang)
			if strings.Contains(text, "TABLE") || strings.Contains(text, "COMMANDS") {
				t.Errorf("%s has holes", shells[i])
			}
			for j := range subcommands {
				if s := &subcommands[j]; s.name != "" && !strings.Contains(text, "|command|"+s.name+"||"+s.short.In(lang)+"\n") {
					t.Errorf("%s in %s lacks %s", shells[i], lang, s.name)
				}
				for k := range options {
					if o := &options[k]; o.in&subcommands[j].mode != 0 && !completes(text, &subcommands[j], o) {
						t.Errorf("%s in %s lacks %s of %s", shells[i], lang, o.name, subcommands[j].mode)
					}
				}
			}
		}
	}
}

// completes reports whether a script has a row for the flag of a subcommand.
func completes(text string, s *subcommand, o *option) bool {
	for line := range strings.Lines(text) {
		parts := strings.Split(strings.TrimSpace(line), "|")
		if len(parts) < 6 || !slices.Contains(strings.Fields(parts[1]), "--"+o.name) {
			continue
		}
		_, in, quoted := strings.Cut(parts[0], "'") // the first row
		if !quoted {
			in = parts[0]
		}
		if slices.Contains(strings.Fields(in), strings.TrimSpace(called(s.mode))) && parts[3] == o.choices() {
			return true
		}
	}
	return false
}

// TestCompletionSyntax lets each shell read its script.
func TestCompletionSyntax(t *testing.T) {
	for i, script := range scripts {
		t.Run(shells[i], func(t *testing.T) {
			shell, err := exec.LookPath(shells[i])
			if err != nil {
				t.Skip("not installed")
			}
			for _, lang := range languages {
				file := filepath.Join(t.TempDir(), "script")
				if err := os.WriteFile(file, []byte(completionScript(script, lang)), 0o644); err != nil {
					t.Fatal(err)
				}
				if out, err := exec.Command(shell, "-n", file).CombinedOutput(); err != nil || len(out) > 0 {
					t.Errorf("%s: %v\n%s", lang, err, out)
				}
			}
		})
	}
}

// TestCompletionInBash asks the function what it offers. The last word is the
// one that is being typed.
func TestCompletionInBash(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not installed")
	}
	for _, c := range []struct{ words, want string }{
		{"h", "hosts help"},
		{"--form", "--format"},
		{"hosts --form", "--format"},
		{"init --form", ""},
		{"--fail-on w", "warning"},
		{"--fail-on = w", "warning"}, // bash takes = for a word
		{"--fail-on =", "error warning notice never"},
		{"hosts --format c", "csv console"},
		{"hosts -o c", ""}, // files, which readline adds
		{"--report js", "json="},
		{"--report json = o", ""},
		{"explain unfiled", "unfiled-domain"},
		{"completion z", "zsh"},
		{"--lang zh hosts --tr", "--trace"},
		{"hosts h", ""},
		{"help ho", "hosts"},
	} {
		script := completionScript(bashScript, "en") +
			"COMP_WORDS=(beianlint " + c.words + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _beianlint 2>/dev/null; echo \"${COMPREPLY[*]}\"\n"
		out, err := exec.Command(shell, "--norc", "-c", script).CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != c.want {
			t.Errorf("%s: %v, offers %q, want %q", c.words, err, got, c.want)
		}
	}
}
