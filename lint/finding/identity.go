package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// Identity is what a place of a finding is known by from one run to the next: no
// line, which moves when something is inserted above, and no folder that lies
// outside the repository. Names of files are relative to the repository's root.
type Identity struct {
	File, Rule, Project, Host, Category string
	What                                string // what stands at the place, see essence
}

// Part is one member of an identity by the name that baselines have for it.
type Part struct {
	Name string
	Of   func(*Identity) *string
}

// Parts are the members of an identity, in the order in which they are written.
func Parts() []Part {
	return []Part{
		{"file", func(id *Identity) *string { return &id.File }},
		{"rule", func(id *Identity) *string { return &id.Rule }},
		{"project", func(id *Identity) *string { return &id.Project }},
		{"host", func(id *Identity) *string { return &id.Host }},
		{"category", func(id *Identity) *string { return &id.Category }},
		{"what", func(id *Identity) *string { return &id.What }},
	}
}

// Valid returns the identity as it can stand in JSON, which has U+FFFD for bytes
// that are no UTF-8.
func (id Identity) Valid() Identity {
	for _, p := range Parts() {
		s := p.Of(&id)
		*s = strings.Map(func(r rune) rune { return r }, *s)
	}
	return id
}

// Compare orders identities by their parts.
func (id Identity) Compare(other Identity) int {
	return cmp.Or(
		strings.Compare(id.File, other.File), strings.Compare(id.Rule, other.Rule), strings.Compare(id.Project, other.Project),
		strings.Compare(id.Host, other.Host), strings.Compare(id.Category, other.Category), strings.Compare(id.What, other.What),
	)
}

// IdentityAt returns the identity of a place of the finding in a repository.
func (f *Finding) IdentityAt(root string, s source.Span, c platform.Category) Identity {
	id := Identity{Rule: cmp.Or(f.Rule, string(f.Message)), Host: f.Host, Category: string(c), What: essence(s)}
	if s.File != nil {
		id.File = source.Relative(s.File.Name, root)
	}
	if f.Project != "" {
		id.Project = source.Relative(f.Project, root)
	}
	return id.Valid()
}

// Fingerprint returns what the finding is known by in other runs, as hexadecimal
// digits: it stays the same when lines are inserted above, when the file is
// formatted anew and when the repository lies elsewhere. No two findings of one
// run have the same.
func (f *Finding) Fingerprint() string {
	id := f.IdentityAt(f.root, f.Span, f.Category)
	parts := []string{id.File, id.Rule, id.Project, id.Host, id.Category, id.What, strconv.Itoa(f.nth)}
	return hash(strings.Join(parts, "\x00"), 16) // other tools have stored these hashes
}

// Number tells findings of the same identity in a repository apart, by their order.
func Number(root string, findings []*Finding) {
	seen := map[Identity]int{}
	for _, f := range findings {
		id := f.IdentityAt(root, f.Span, f.Category)
		f.root, f.nth = root, seen[id]
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
