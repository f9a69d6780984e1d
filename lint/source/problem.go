package source

import "github.com/beianlint/beianlint/lint/message"

// Problem is what a reader found wrong with a file: where, and what in words
// of the catalogue. Readers return problems; package lint alone turns them
// into findings (the rule is the part of the id before the dot).
type Problem struct {
	Span    Span
	Message message.ID
	Args    []any
	Related []Related
}

// Related is a second place that explains a problem or a finding.
type Related struct {
	Span    Span
	Message message.ID
	Args    []any
}
