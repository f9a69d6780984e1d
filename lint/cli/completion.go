package cli

import (
	"cmp"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/beianlint/beianlint/lint/rule"
)

// shells are those that completion is written for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

// runCompletion prints the script for a shell, which asks the program itself for
// what there is to complete.
func runCompletion(s *session) int {
	if len(s.opt.args) != 1 {
		return s.con.usage(say("cli.one-shell", strings.Join(shells, ", ")))
	}
	switch s.opt.args[0] {
	case "bash":
		return s.con.printed(s.root.GenBashCompletionV2(s.Stdout, true))
	case "zsh":
		return s.con.printed(s.root.GenZshCompletion(s.Stdout))
	case "fish":
		return s.con.printed(s.root.GenFishCompletion(s.Stdout, true))
	case "powershell":
		return s.con.printed(s.root.GenPowerShellCompletionWithDesc(s.Stdout))
	}
	return s.con.usage(oneOf("completion", s.opt.args[0], shells))
}

// completeOperands completes what stands behind the flags. Cobra completes the
// commands; where there is nothing else, shells complete files.
func completeOperands(m mode) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		const words = cobra.ShellCompDirectiveNoFileComp
		switch {
		case m == modeExplain:
			return beginning(ruleIDs(), begun), words
		case m == modeCompletion && len(args) == 0:
			return beginning(shells, begun), words
		case m == modeHelp && len(args) == 0:
			return beginning(commands(), begun), words
		case m == modeAction, m == modeCompletion, m == modeHelp:
			return nil, words
		}
		return nil, cobra.ShellCompDirectiveDefault
	}
}

// completeValue completes the value of a flag.
func completeValue(dir *folder, f *flag) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		word, file, paired := strings.Cut(begun, "=")
		switch {
		case f.paired && paired:
			return filesBelow(dir, word+"=", file), cobra.ShellCompDirectiveNoSpace
		case f.paired:
			return beginning(f.allowed(), begun, "="), cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
		case f.value == &wordRule:
			return beginning(ruleIDs(), begun), cobra.ShellCompDirectiveNoFileComp
		case f.file:
			return nil, cobra.ShellCompDirectiveDefault
		}
		return beginning(f.allowed(), begun), cobra.ShellCompDirectiveNoFileComp
	}
}

// beginning returns the words that begin like this, with what stands behind each.
func beginning(words []string, begun string, behind ...string) (found []cobra.Completion) {
	for _, w := range words {
		if strings.HasPrefix(w, begun) {
			found = append(found, w+strings.Join(behind, ""))
		}
	}
	return found
}

// filesBelow completes the name of a file behind FORMAT=, where shells do not look
// for one.
func filesBelow(dir *folder, head, begun string) (found []cobra.Completion) {
	folder, name := filepath.Split(begun)
	entries, _ := fs.ReadDir(dir.fsys, dir.resolve(cmp.Or(folder, "."))) // none, where it is no folder
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), name) || strings.ContainsFunc(e.Name(), needsQuotes) {
			continue
		}
		end := ""
		if e.IsDir() {
			end = "/"
		}
		found = append(found, head+folder+e.Name()+end)
	}
	return found
}

// needsQuotes reports whether a shell could take a character for more than a part
// of a name. Shells do not quote what a program offers, and names are a stranger's.
func needsQuotes(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-+,@", r)
}

// ruleIDs are the names of the rules.
func ruleIDs() []string {
	var ids []string
	for _, r := range rule.All {
		ids = append(ids, r.ID)
	}
	return ids
}
