package finding

import (
	"fmt"
	"slices"
)

// Severity says how much a finding matters.
type Severity string

// The severities, the gravest first. A finding that is Off is not reported.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Notice  Severity = "notice"
	Off     Severity = "off"
)

// Severities lists the severities, the gravest first.
func Severities() []Severity { return []Severity{Error, Warning, Notice, Off} }

// UnmarshalText reads a severity by its name and returns an error that lists
// the names if there is none like it.
func (s *Severity) UnmarshalText(text []byte) error {
	if known := Severity(text); slices.Contains(Severities(), known) {
		*s = known
		return nil
	}
	return fmt.Errorf("unknown severity %q, use error, warning, notice or off", text)
}

// AtLeast reports whether s is as grave as t or graver.
func (s Severity) AtLeast(t Severity) bool { return s.rank() <= t.rank() }

func (s Severity) rank() int { return slices.Index(Severities(), s) }

// Milder returns the less grave of two severities.
func Milder(a, b Severity) Severity {
	if a.AtLeast(b) {
		return b
	}
	return a
}
