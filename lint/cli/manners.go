package cli

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// languageOf picks the language of everything that is said to people: --lang,
// then BEIANLINT_LANG, then the locale. It looks at the arguments before they
// are parsed, so that a mistake in them is reported in the language asked for.
func languageOf(args []string, getenv func(string) string) message.Lang {
	for i, a := range args {
		name, value, joined := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(a, "-"), "-"), "=")
		if name != "lang" || !strings.HasPrefix(a, "-") {
			continue
		}
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		return langOf(value)
	}
	for _, name := range []string{"BEIANLINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return langOf(v)
		}
	}
	return message.English
}

// langOf reads a language or a locale: zh, zh_CN.UTF-8, zh-Hans.
func langOf(locale string) message.Lang {
	if strings.HasPrefix(strings.ToLower(locale), "zh") {
		return message.Chinese
	}
	return message.English
}

// wantColor decides about colours: --color, then FORCE_COLOR, NO_COLOR,
// TERM=dumb and whether anybody looks (https://no-color.org, https://force-color.org).
func wantColor(flag string, getenv func(string) string, terminal bool) bool {
	switch force := getenv("FORCE_COLOR"); {
	case flag != "auto":
		return flag == "always"
	case force != "":
		return force != "0"
	case getenv("NO_COLOR") != "" || getenv("TERM") == "dumb":
		return false
	}
	return terminal
}
