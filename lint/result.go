package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/suppress"
	"github.com/beianlint/beianlint/lint/usage"
)

// Result is what one run found.
type Result struct {
	Projects  []*app.App         // by root, then platform
	Findings  []*finding.Finding // by file, place, rule and host
	Summary   Summary            // the counts
	Lists     []string           // fs names of the filed lists that were used
	Config    []string           // fs names of the configs that were used
	Baselines []string           // fs names of the baselines that were used
	Skipped   []miniprogram.Skip // what was not read, with the reason
	Baseline  *suppress.Record   // what a baseline of the findings holds, with Options.Record
	Root      string             // fs name of the repository's root of the first folder
	Cause     string             // with Options.Since: fs name of a list or config whose change may be behind any finding
}

// Summary counts what was checked and what was found.
type Summary struct {
	Projects int // mini programs
	Files    int // files read
	Hosts    int // different hosts that were checked: the enforced ones
	Filed    int // of these, how many a filing covers, be it the vendor's
	Errors   int
	Warnings int
	Notices  int

	Ignored   int // findings left out because the config or comments ignore all their places
	Baselined int // findings left out because the baseline holds them
	Unchanged int // findings left out because Options.Since has nothing to do with them
}

// Files returns the fs names of all files that the run has read, in order: of
// the mini programs, the configs, the lists and the baselines.
func (r *Result) Files() []string {
	names := slices.Concat(r.Config, r.Lists, r.Baselines)
	for _, a := range r.Projects {
		names = append(names, a.FileNames()...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Select leaves only the findings of some rules, of all rules if none is named, and
// none of others.
func (r *Result) Select(only, except []string) {
	r.Findings = slices.DeleteFunc(r.Findings, func(f *finding.Finding) bool {
		return len(only) > 0 && !slices.Contains(only, f.Rule) || slices.Contains(except, f.Rule)
	})
	r.countFindings()
}

// Unanswered returns what was not followed in all mini programs. Tenants share what
// is their template's.
func (r *Result) Unanswered() (list usage.Account) {
	type place struct {
		source.Span
		what message.ID
	}
	seen := map[place]bool{}
	for _, a := range r.Projects {
		for _, row := range a.Unanswered() {
			at := place{row.Span, row.Message}
			if !seen[at] {
				list = append(list, row)
			}
			seen[at] = row.Span.File != nil
		}
	}
	return list
}

// sort puts the mini programs and what was skipped in order. Folders that share a
// mini program skipped the same.
func (r *Result) sort() {
	slices.SortStableFunc(r.Projects, func(a, b *app.App) int {
		return cmp.Or(strings.Compare(a.Root, b.Root), strings.Compare(string(a.Platform), string(b.Platform)))
	})
	slices.SortStableFunc(r.Skipped, func(a, b miniprogram.Skip) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(a.Reason, b.Reason), b.Count-a.Count)
	})
	r.Skipped = slices.Compact(r.Skipped)
}

// count counts the mini programs, their hosts and the findings.
func (r *Result) count() {
	s := &r.Summary
	s.Projects = len(r.Projects)
	filed := map[string]bool{}
	for _, a := range r.Projects {
		for _, h := range a.Hosts {
			before, seen := filed[h.Host]
			if h.Enforced {
				filed[h.Host] = h.Filing.Covered() && (before || !seen)
			}
		}
	}
	s.Hosts = len(filed)
	for _, ok := range filed {
		if ok {
			s.Filed++
		}
	}
	r.countFindings()
}

func (r *Result) countFindings() {
	s := &r.Summary
	s.Errors, s.Warnings, s.Notices = 0, 0, 0
	for _, f := range r.Findings {
		*s.of(f.Severity)++
	}
}

// of returns the count of a severity.
func (s *Summary) of(v finding.Severity) *int {
	switch v {
	case finding.Error:
		return &s.Errors
	case finding.Warning:
		return &s.Warnings
	}
	return &s.Notices
}
