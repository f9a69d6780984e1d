package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
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
// the names when there is none like it.
func (s *Severity) UnmarshalText(text []byte) error {
	for _, known := range Severities() {
		if string(text) == string(known) {
			*s = known
			return nil
		}
	}
	return fmt.Errorf("unknown severity %q, use error, warning, notice or off", text)
}

// AtLeast reports whether s is as grave as t or graver.
func (s Severity) AtLeast(t Severity) bool { return s.rank() <= t.rank() }

//go:noinline
func (s Severity) rank() int { return slices.Index(Severities(), s) }

// milder returns the less grave of two severities.
func milder(a, b Severity) Severity {
	if a.AtLeast(b) {
		return b
	}
	return a
}

// Finding is one thing that is wrong, at its main place.
type Finding struct {
	Rule     *Rule
	Severity Severity // never Off in a Report
	Message  message.ID
	Args     []any
	Span     source.Span       // Span.File is nil where nothing has a place
	Host     string            // canonical; "" when the finding is not about a host
	Category platform.Category // of the main place; "" when it has none
	Project  string            // fs name of the mini program's root; "" for the lists and the config
	Related  []source.Related  // the other places, in order, each with its role

	root string // fs name of the folder that a fingerprint's names are relative to
	nth  int    // of the findings of the same identity
	firm bool   // no baseline can hold it
}

// found makes a finding about the host, whose message is given some texts.
//
//go:noinline
func (h *host) found(id message.ID, texts ...string) *Finding {
	f := &Finding{Message: id, Host: h.name, Args: make([]any, len(texts))}
	for i, t := range texts {
		f.Args[i] = t
	}
	return f
}

// listed adds the place where the list has a filing to the finding and returns it.
//
//go:noinline
func (f *Finding) listed(at *filing.Filing) *Finding {
	f.Related = append(f.Related, source.Related{Span: at.Span, Message: "related.listed"})
	return f
}

// compareFindings orders by file, place, rule and host.
func compareFindings(a, b *Finding) int {
	return cmp.Or(
		compareSpans(a.Span, b.Span),
		strings.Compare(a.Rule.ID, b.Rule.ID),
		strings.Compare(a.Project, b.Project),
		strings.Compare(a.Host, b.Host),
		strings.Compare(string(a.Message), string(b.Message)),
		strings.Compare(string(a.Category), string(b.Category)),
	)
}

func compareSpans(a, b source.Span) int {
	return cmp.Or(strings.Compare(fileName(a), fileName(b)), a.Start-b.Start, a.End-b.End)
}

func fileName(s source.Span) string {
	if s.File == nil {
		return ""
	}
	return s.File.Name
}
