package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// identity is what a place of a finding is known by from one run to the next, in
// the order of identityParts, with a zero byte between: no line, which moves when
// something is inserted above, and no folder that lies outside the repository.
type identity string

// identityParts names what an identity consists of, as baselines do. Names of
// files are relative to the repository's root.
var identityParts = [...]string{"file", "rule", "project", "host", "category", "what"}

// Indexes of identityParts.
const (
	idFile = iota
	idRule
	idProject
)

func identityOf(parts ...string) identity {
	valid := func(r rune) rune { return r } // U+FFFD for bytes that are no UTF-8: JSON has only that
	return identity(strings.Map(valid, strings.Join(parts, "\x00")))
}

// parts returns what the identity consists of.
func (id identity) parts() []string { return strings.Split(string(id), "\x00") }

// identify returns the identity of a place of the finding.
//
//go:noinline
func (f *Finding) identify(s source.Span, c category) identity {
	file, project, rule := "", "", string(f.Message)
	if s.File != nil {
		file = source.Relative(s.File.Name, f.root)
	}
	if f.Project != "" {
		project = source.Relative(f.Project, f.root)
	}
	if f.Rule != nil {
		rule = f.Rule.ID
	}
	return identityOf(file, rule, project, f.Host, string(c), essence(s))
}

// Fingerprint returns what the finding is known by in other runs, as hexadecimal
// digits: it stays the same when lines are inserted above, when the file is
// formatted anew and when the repository lies elsewhere. No two findings of a
// Report have the same.
func (f Finding) Fingerprint() string {
	return hash(string(f.identify(f.Span, f.Category))+"\x00"+strconv.Itoa(f.nth), 16)
}

// number tells findings of the same identity apart, by their order.
func number(findings []*Finding) {
	seen := map[string]int{}
	for _, f := range findings {
		id := string(f.identify(f.Span, f.Category))
		f.nth = seen[id]
		seen[id]++
	}
}

// essence is a short hash of what stands at a place without what a formatter
// changes: white space, quotes, and the punctuation that it adds.
func essence(s source.Span) string {
	const most = 4 << 10
	s.End = min(s.End, s.Start+most)
	text := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\"'`(),;", r) {
			return -1
		}
		return r
	}, s.Text())
	if text == "" {
		return ""
	}
	return hash(text, 6)
}

// hash returns the first bytes of the text's SHA-256 in hexadecimal digits.
func hash(text string, size int) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:size])
}
