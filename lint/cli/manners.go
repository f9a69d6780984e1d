package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// languageOf picks the language of everything that is said to people: --lang,
// then BEIANLINT_LANG, then the locale. It looks at the arguments before they
// are parsed, so that a mistake in them is reported in the language asked for.
func languageOf(args []string, getenv func(string) string) message.Lang {
	if l := langFlag(args); l != "" {
		return l
	}
	if l := langOf(getenv("BEIANLINT_LANG")); l != "" {
		return l
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} { // the first that is set decides
		if v := getenv(name); v != "" {
			return cmp.Or(langOf(v), message.English)
		}
	}
	return message.English
}

// langFlag returns the language of the last --lang that names one.
func langFlag(args []string) (lang message.Lang) {
	for i, a := range args {
		if a == "--" {
			break
		}
		name, value, joined := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(a, "-"), "-"), "=")
		if name != "lang" || !strings.HasPrefix(a, "-") {
			continue
		}
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		lang = cmp.Or(langOf(value), lang)
	}
	return lang
}

// langOf reads a language or a locale: zh, zh_CN.UTF-8, zh-Hans. It returns "" for
// one that beianlint does not speak, as C.UTF-8.
func langOf(locale string) message.Lang {
	name := strings.ToLower(locale)
	if end := strings.IndexAny(name, "_-.@"); end >= 0 {
		name = name[:end]
	}
	switch lang := message.Lang(name); lang {
	case message.English, message.Chinese:
		return lang
	}
	return ""
}

// wantColor decides about colours: --color, then FORCE_COLOR, NO_COLOR,
// TERM=dumb and whether they show (https://no-color.org, https://force-color.org).
func wantColor(flag string, getenv func(string) string, shows bool) bool {
	switch force := getenv("FORCE_COLOR"); {
	case flag != "auto":
		return flag == "always"
	case force != "":
		return force != "0" && force != "false"
	case getenv("NO_COLOR") != "" || getenv("TERM") == "dumb":
		return false
	}
	return shows
}

// linkTerminals are variables by which terminals say who they are, and the values of
// those that show links (OSC 8, https://github.com/Alhadis/OSC8-Adoption); none
// where any value will do.
var linkTerminals = []struct {
	variable string
	values   []string
}{
	{"WT_SESSION", nil},
	{"KONSOLE_VERSION", nil},
	{"KITTY_WINDOW_ID", nil},
	{"DOMTERM", nil},
	{"TERM_PROGRAM", []string{"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"}},
	{"TERM", []string{"xterm-kitty", "xterm-ghostty", "alacritty", "foot"}},
}

// showsLinks reports whether a terminal is known to show links. FORCE_HYPERLINK says
// so, or that it does not.
func showsLinks(getenv func(string) string) bool {
	if force := getenv("FORCE_HYPERLINK"); force != "" {
		return force != "0" && force != "false"
	}
	if getenv("CI") != "" || getenv("TERM") == "dumb" {
		return false
	}
	const first = "5000" // of VTE, as 0.50
	if v := getenv("VTE_VERSION"); len(v) == len(first) && v >= first {
		return true
	}
	return slices.ContainsFunc(linkTerminals, func(t struct {
		variable string
		values   []string
	}) bool {
		v := getenv(t.variable)
		return v != "" && (t.values == nil || slices.Contains(t.values, v))
	})
}

// inColoredLog reports whether a CI system runs beianlint that shows colours in
// its log, though the log is no terminal.
func inColoredLog(getenv func(string) string) bool {
	return getenv("GITHUB_ACTIONS") == "true" || getenv("GITLAB_CI") == "true"
}
