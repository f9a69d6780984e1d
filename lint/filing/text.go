package filing

import (
	"bytes"
	"strings"

	"github.com/beianlint/beianlint/lint/suggest"
)

// textList is the format of filed-domains.txt: domain, number or pending,
// key=value, with # before comments.
type textList struct{ data []byte }

func (t textList) read(at int, r *record, bad *problems) (int, bool) {
	for at < len(t.data) {
		end := t.lineEnd(at)
		if lineOf(string(t.data[at:end]), at).read(r, bad) {
			return end + 1, true
		}
		at = end + 1
	}
	return at, false
}

// lineEnd returns where the line that at is in ends, before its line feed.
func (t textList) lineEnd(at int) int {
	if n := bytes.IndexByte(t.data[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(t.data)
}

// lineEnd returns where the line that at is in ends, before its line feed.
func lineEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// textLine is a line of a text list.
type textLine struct {
	text string
	at   int // where it begins in the list
}

func lineOf(text string, at int) textLine {
	return textLine{strings.TrimSuffix(text, "\r"), at}
}

// read reads the line; false when it holds nothing but blanks and a comment.
func (l textLine) read(r *record, bad *problems) bool {
	w := l.next(l.at)
	if w.text == "" {
		return false
	}
	oneLine(l.text, l.at, bad)
	r.reset(w.start, true)
	r.domains = append(r.domains, w)
	for w = l.next(w.end); w.text != ""; w = l.next(w.end) {
		l.word(w, r, bad)
	}
	return true
}

// next returns the word at or after a place of the list.
func (l textLine) next(at int) field {
	w := nextWord(l.text, at-l.at)
	return field{w.text, l.at + w.start, l.at + w.end}
}

// word adds a word after the domain to the record. All words before the first
// key are the number: people put blanks into it.
func (l textLine) word(w field, r *record, bad *problems) {
	no := &r.cols[colNumber]
	switch eq := keyEnd(w.text); {
	case eq > 0:
		l.pair(w, eq, r, bad)
	case no.text == "" && !r.paired():
		*no = w
	case !r.paired():
		*no = field{l.text[no.start-l.at : w.end-l.at], no.start, w.end}
	default:
		bad.list("list.stray-word", w.start, w.end, clip(w.text))
	}
}

// paired reports whether a key=value has been read.
func (r *record) paired() bool {
	for _, k := range textKeys {
		if r.cols[k.column].end > 0 {
			return true
		}
	}
	return false
}

// keyEnd returns where the = of key=value stands, 0 in any other word.
func keyEnd(word string) int {
	for i := range len(word) {
		c := word[i]
		if c == '=' {
			return i
		}
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return 0
		}
	}
	return 0
}

// pair reads a key=value.
func (l textLine) pair(w field, eq int, r *record, bad *problems) {
	key := strings.ToLower(w.text[:eq])
	value := field{w.text[eq+1:], w.start + eq + 1, w.end}
	c, known := keyColumn(key)
	switch {
	case !known:
		unknownKey(key, w.start, w.start+eq, bad)
		return
	case r.cols[c].end > 0:
		bad.list("list.repeated-key", w.start, w.end, key)
		return
	case strings.HasPrefix(value.text, `"`):
		unquoted, ok := strings.CutSuffix(value.text[1:], `"`)
		if !ok || strings.Contains(unquoted, `"`) {
			bad.list("list.bad-quote", value.start, value.end, key)
		}
		value = field{unquoted, value.start + 1, value.start + 1 + len(unquoted)}
	}
	if strings.TrimSpace(value.text) == "" {
		bad.list("list.empty-value", w.start, w.end, key)
	}
	r.cols[c] = value
}

func keyColumn(key string) (column, bool) {
	for _, k := range textKeys {
		if k.name == key {
			return k.column, true
		}
	}
	return 0, false
}

func unknownKey(key string, start, end int, bad *problems) {
	var names []string
	for _, k := range textKeys {
		names = append(names, k.name)
	}
	if near := suggest.Name(key, names); near != "" {
		bad.list("list.unknown-key-near", start, end, clip(key), near)
		return
	}
	bad.list("list.unknown-key", start, end, clip(key), strings.Join(names, ", "))
}

// nextWord returns the next word of the line at or after at; one without text at
// its end or before a comment. Quotes hold blanks and # together.
func nextWord(line string, at int) field {
	at += len(line[at:]) - len(strings.TrimLeftFunc(line[at:], isInvisible))
	start, quoted := at, false
	for ; at < len(line); at++ {
		c := line[at]
		if c > '#' && c < 0x80 {
			continue
		}
		if c == '"' {
			quoted = !quoted
		}
		if !quoted && (c == '#' || wideHash(line, at) || blankAt(line, at) > 0) {
			break
		}
	}
	return trimmedFunc(field{line[start:at], start, at}, isInvisible)
}

// wideHash reports whether a number sign in the width of Chinese stands at a
// place: it begins a comment too.
func wideHash(line string, at int) bool {
	return line[at] == '\xef' && strings.HasPrefix(line[at:], "＃")
}

// blankAt returns how many bytes the blank at a place takes, 0 for other text.
// Chinese input methods type U+3000, copied web pages hold U+00A0.
func blankAt(line string, at int) int {
	switch c := line[at]; {
	case c == ' ', c == '\t':
		return 1
	case c == '\xe3' && strings.HasPrefix(line[at:], "\u3000"):
		return len("\u3000")
	case c == '\xc2' && strings.HasPrefix(line[at:], "\u00a0"):
		return len("\u00a0")
	}
	return 0
}
