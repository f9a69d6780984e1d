// Package message holds every sentence that beianlint says to a person, by id,
// in English and Chinese side by side. Machine formats carry the ids and rule
// names instead.
package message

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// ID names one message. "rule-id.variant" is a finding of that rule; the other
// prefixes are list (the filed list, fatal), config (fatal), cli and report.
type ID string

// Rule returns the part of the id before its first dot.
func (id ID) Rule() string {
	rule, _, _ := strings.Cut(string(id), ".")
	return rule
}

// Lang is a language that messages exist in.
type Lang string

// The languages of the catalogue.
const (
	English Lang = "en"
	Chinese Lang = "zh"
)

// Text is one sentence in both languages. A Text with arguments is a fmt
// format with explicit indexes (%[1]s), the same set in both languages.
type Text struct{ EN, ZH string }

// In returns the sentence in the language; English where it is unknown.
func (t Text) In(l Lang) string {
	if l == Chinese {
		return t.ZH
	}
	return t.EN
}

// Entry is what the catalogue holds for an id: one sentence that says what is
// wrong, and one that says what to do (empty where there is nothing to add).
// Both are given the same arguments.
type Entry struct {
	ID            ID
	Message, Help Text
}

// tables are the parts of the catalogue, one file each; ids are unique over
// all of them (tested). They are slices, which are data in the binary: a map is
// code that fills it whenever the program starts.
var tables = [...][]Entry{account, cli, action, report, rules, declared, config, jsonc, allowlist, filed, filing, first, groups, explain, guide, html, ignoring, importing, miniprogram, policy, since, starting, trace}

// catalogue holds the entries by id. It is made when a sentence is first wanted.
var catalogue = sync.OnceValue(func() map[ID]*Entry {
	n := 0
	for _, t := range tables {
		n += len(t)
	}
	entries := make(map[ID]*Entry, n) // to grow it takes longer than to fill it
	for _, t := range tables {
		for i := range t {
			entries[t[i].ID] = &t[i]
		}
	}
	return entries
})

// Lookup returns the entry of an id; nil when there is none.
func Lookup(id ID) *Entry { return catalogue()[id] }

// Message returns the sentence of an id with its arguments filled in. Arguments
// of type Text are put in the same language. An unknown id is returned as it
// is, so that a report never hides a finding.
func (l Lang) Message(id ID, args ...any) string {
	e := Lookup(id)
	if e == nil {
		return strings.TrimSpace(string(id) + " " + fmt.Sprint(args...))
	}
	return l.fill(e.Message, args)
}

// Count returns the sentence of an id for a number: its variant "one" or "many".
// The number is the first argument.
func (l Lang) Count(id ID, n int, more ...any) string {
	form := id + ".many"
	if n == 1 {
		form = id + ".one"
	}
	return l.Message(form, append([]any{n}, more...)...)
}

// Help returns what to do about an id, or "".
func (l Lang) Help(id ID, args ...any) string {
	e := Lookup(id)
	if e == nil {
		return ""
	}
	return l.fill(e.Help, args)
}

func (l Lang) fill(t Text, args []any) string {
	format := t.In(l)
	if !strings.Contains(format, "%") {
		return format
	}
	local := make([]any, len(args))
	for i, a := range args {
		local[i] = a
		if t, ok := a.(Text); ok {
			local[i] = t.In(l)
		}
	}
	if l == Chinese {
		return fillChinese(format, local)
	}
	return fmt.Sprintf(format, local...)
}

// fillChinese fills in arguments that may begin or end in either script: a blank
// stands between Chinese and Latin letters or digits.
func fillChinese(format string, args []any) string {
	var b strings.Builder
	for format != "" {
		n := nextPart(format)
		part := strings.ReplaceAll(format[:n], "%%", "%")
		if strings.HasPrefix(part, "%[") {
			part = fmt.Sprintf(part, args...)
		}
		before, _ := utf8.DecodeLastRuneInString(b.String())
		after, _ := utf8.DecodeRuneInString(part)
		if isHan(before) && isLatin(after) || isLatin(before) && isHan(after) {
			b.WriteByte(' ')
		}
		b.WriteString(part)
		format = format[n:]
	}
	return b.String()
}

// nextPart returns the length of the placeholder that a format begins with, or of
// what comes before the next one.
func nextPart(format string) int {
	if !strings.HasPrefix(format, "%[") {
		if n := strings.Index(format, "%["); n > 0 {
			return n
		}
		return len(format)
	}
	verb := strings.IndexByte(format, ']') + 1
	return verb + strings.IndexFunc(format[verb:], unicode.IsLetter) + 1
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func isLatin(r rune) bool { return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
