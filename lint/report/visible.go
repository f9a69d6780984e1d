package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/source"
)

// Visible returns s as one line that is safe to print: control characters,
// which move the cursor or end the line, become visible signs, and so do the
// invisible ones that reorder text (https://trojansource.codes). Marks of commands
// are broken up.
func Visible(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if r == '[' && isMark(s[:i+1]) {
			b.WriteByte('\\')
		}
		b.WriteString(visibleRune(r))
	}
	return b.String()
}

// marks are the beginnings of commands that a CI system obeys anywhere in a line:
// GitHub (actions/runner, ActionCommand.cs), Azure Pipelines and TeamCity.
var marks = [...]string{"##[", "##vso[", "##teamcity["}

// longMark is no shorter than any of them.
const longMark = 16

// isMark reports whether s ends with a mark.
func isMark(s string) bool {
	for _, mark := range marks {
		if strings.HasSuffix(s, mark) {
			return true
		}
	}
	return false
}

// escapeMarks spells the marks in JSON, where they can only stand in strings, with
// an escape that every reader undoes.
func escapeMarks(json string) string {
	for _, mark := range marks {
		json = strings.ReplaceAll(json, mark, `#\u0023`+mark[2:])
	}
	return json
}

// escapeHidden spells the characters that would do something else than show with an
// escape of the format, which every reader undoes: machine formats are printed in logs
// as well. Those below the blank are the format's own.
func escapeHidden(text string, escape func(rune) string) string {
	isEscaped := func(r rune) bool { return r >= 0x7f && isHidden(r) }
	if strings.IndexFunc(text, isEscaped) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if isEscaped(r) {
			b.WriteString(escape(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// escapeJSON is the escape of a character in JSON.
func escapeJSON(r rune) string {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return fmt.Sprintf(`\u%04x\u%04x`, high, low)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// escapeXML is the escape of a character in XML.
func escapeXML(r rune) string { return fmt.Sprintf("&#x%X;", r) }

// truncate shortens s to at most n bytes, at a character.
func truncate(s string, n int) string {
	if len(s) <= n {
		return s
	}
	const dots = "…"
	end := n - len(dots)
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + dots
}

// visiblePath is Visible for a name that begins a line.
func visiblePath(name string) string { return Visible(safeStart(name)) }

// safeStart returns a name that can begin a line: one that begins with "::" would
// be a command to GitHub's runner.
func safeStart(name string) string {
	if strings.HasPrefix(strings.TrimSpace(name), "::") {
		return "./" + name
	}
	return name
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f || s[i] == '[' {
			return false
		}
	}
	return true
}

// visibleRune returns r, or a sign for it where printing it would do something
// else than show it. Bytes that are no UTF-8 arrive as utf8.RuneError and stay.
func visibleRune(r rune) string {
	switch {
	case r < 0x20:
		return string('\u2400' + r) // ␛ and its kin
	case r == 0x7f:
		return "␡"
	case isHidden(r):
		return fmt.Sprintf(`\u{%x}`, r)
	}
	return string(r)
}

// isHidden reports whether printing a character would do something else than show it.
func isHidden(r rune) bool {
	const joiner = '\u200d' // of emoji
	return r < ' ' || r >= 0x7f && r < 0xa0 || r > 0xa0 && r != joiner && unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// cells returns how many terminal cells s takes, which holds no tabs.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n += source.Cells(r, n)
	}
	return n
}

// Width returns how many terminal cells one line of text takes.
func Width(s string) int { return cells(s) }

// pad appends blanks to s until it takes width cells.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-cells(s), 0))
}

// runeStart moves offset back to where the rune that it lies in begins.
func runeStart(line []byte, offset int) int {
	for back := 0; back < utf8.UTFMax-1 && offset > 0 && offset < len(line) && !utf8.RuneStart(line[offset]); back++ {
		offset--
	}
	return offset
}
