package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// identity is what a place of a finding is known by from one run to the next:
// no line, which moves when something is inserted above, and no folder that lies
// outside the repository.
type identity struct {
	rule     string
	project  string // relative to the repository's root; "" for lists and config
	file     string // likewise
	host     string
	category category
	what     string // what stands there, see essence
}

// identify returns the identity of a place of the finding.
func (f *Finding) identify(s source.Span, c category) identity {
	id := identity{host: f.Host, category: c, what: essence(s.Text())}
	if f.Rule != nil {
		id.rule = f.Rule.ID
	} else {
		id.rule = string(f.Message)
	}
	if f.Project != "" {
		id.project = strings.ToValidUTF8(relativeTo(f.root, f.Project), "\ufffd")
	}
	if s.File != nil {
		id.file = strings.ToValidUTF8(relativeTo(f.root, s.File.Name), "\ufffd") // as JSON writes it
	}
	return id
}

// Fingerprint returns what the finding is known by in other runs, as hexadecimal
// digits: it stays the same when lines are inserted above, when the file is
// formatted anew and when the repository lies elsewhere. No two findings of a
// Report have the same.
func (f *Finding) Fingerprint() string {
	const size = 16
	id := f.identify(f.Span, f.Category)
	sum := sha256.Sum256([]byte(strings.Join([]string{
		id.rule, id.project, id.file, id.host, string(id.category), id.what, strconv.Itoa(f.nth),
	}, "\x00")))
	return hex.EncodeToString(sum[:size])
}

// number tells findings of the same identity apart, by their order.
func number(findings []*Finding) {
	seen := map[identity]int{}
	for _, f := range findings {
		id := f.identify(f.Span, f.Category)
		f.nth = seen[id]
		seen[id]++
	}
}

// essence is a short hash of a piece of source without what a formatter changes:
// white space, quotes, and the punctuation that it adds at the end of a line.
func essence(text string) string {
	const size, most = 6, 4 << 10
	text = text[:min(len(text), most)]
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\"'`(),;", r) {
			return -1
		}
		return r
	}, text)
	if text == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:size])
}

// relativeTo returns an fs name as it is seen from a folder.
func relativeTo(folder, name string) string {
	up := ""
	folder = path.Clean(folder)
	for !within(name, folder) {
		up, folder = up+"../", path.Dir(folder)
	}
	switch {
	case folder == ".":
		return up + name
	case name == folder:
		return path.Clean(up + ".")
	}
	return up + name[len(folder)+1:]
}
