package source

import (
	"cmp"
	"strings"
)

// FileName returns the name of the file that the span is in, "" if it is in none.
func (s Span) FileName() string {
	if s.File == nil {
		return ""
	}
	return s.File.Name
}

// CompareSpans orders spans by file, start and end.
func CompareSpans(a, b Span) int {
	return cmp.Or(strings.Compare(a.FileName(), b.FileName()), a.Start-b.Start, a.End-b.End)
}

// Ref is the name of a file or folder, or a glob of such names, with the place
// where a config has it.
type Ref struct {
	Name string // fs name
	Span Span   // no File where nothing but a flag or a search names it
}
