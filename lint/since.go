package lint

import (
	"path"
	"slices"
	"sort"
	"strings"

	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/source"
)

// limit leaves out the findings that nothing of what changed has to do with.
// Where a list or a config changed so that any finding may be new, all stay.
func (r *run) limit() {
	if r.opt.Since == nil {
		return
	}
	s := sinceThen{r.opt.Since, r.report.Lists}
	if r.report.Cause = s.cause(r.report.Config); r.report.Cause != "" {
		return
	}
	var kept []*Finding
	for _, f := range r.report.Findings {
		if s.concerns(f) {
			kept = append(kept, f)
		}
	}
	r.report.Summary.Unchanged = len(r.report.Findings) - len(kept)
	r.report.Findings = kept
}

// IsData reports whether a file, by its name, can hold a list or an allowlist: a
// line that goes away there can make a finding of code that is as it was.
func IsData(name string) bool { return slices.Contains(listKinds, strings.ToLower(path.Ext(name))) }

// sinceThen holds findings against what changed.
type sinceThen struct {
	*change.Set
	lists []string // fs names of the filed lists in use
}

// concerns reports whether a finding has to do with what changed: one of its
// places, the file that it is about as a whole, the mini program that the file
// came into, or an entry for its host that is gone.
func (s sinceThen) concerns(f *Finding) bool {
	if f.Span.File == nil || s.touched(f.Span) {
		return true
	}
	for i := range f.Related {
		if s.touched(f.Related[i].Span) {
			return true
		}
	}
	state, file := s.Of(s.fileOf(f.Span))
	switch {
	case state == change.Changed && slices.Contains(wholeFile, f.Rule.ID):
		return true
	case state == change.Changed && file.From != "" && !source.Within(file.From, f.Project):
		return true
	}
	return f.Host != "" && (s.Names(endpoint.FilingDomain(f.Host)) || s.Names(endpoint.Unicode(endpoint.FilingDomain(f.Host))))
}

// wholeFile are the rules whose findings are about a file and not about the line
// that they are shown at.
var wholeFile = []string{"broken-file", "unreadable-file", "too-many-domains", "filing-number", "stale-list"}

// touched reports whether a line of a place is new. A list that git is told to
// ignore is not part of the change.
func (s sinceThen) touched(at source.Span) bool {
	if at.File == nil {
		return false
	}
	name := s.fileOf(at)
	if state, _ := s.Of(name); state == change.Untracked && slices.Contains(s.lists, name) {
		return false
	}
	return s.Touched(name, at.Position().Line, at.File.Position(max(at.Start, at.End-1)).Line)
}

// fileOf returns the file on disk that a place is in: the sheets of a workbook
// are files by themselves, list.xlsx#Sheet2.
func (s sinceThen) fileOf(at source.Span) string {
	name := at.File.Name
	for _, l := range s.lists {
		if strings.HasPrefix(name, l+"#") {
			return l
		}
	}
	return name
}

// cause returns a list or a config that changed so that any finding may be new.
func (s sinceThen) cause(configs []string) string {
	for _, name := range configs {
		if state, _ := s.Of(name); state == change.Changed || state == change.New {
			return name
		}
	}
	for _, name := range s.lists {
		state, f := s.Of(name)
		if state == change.New || state == change.Changed && (f.Whole() || f.From != "" || f.Lost() && !isText(name)) {
			return name
		}
	}
	for _, f := range s.Gone() {
		if path.Base(f.Name) == configName || s.wasList(f.Name) && (f.Moved || !isText(f.Name)) {
			return f.Name
		}
	}
	return ""
}

// wasList reports whether a file that is gone was a list: by its name, or because
// lists in use lie where it lay.
func (s sinceThen) wasList(name string) bool {
	if path.Base(name) == listName {
		return true
	}
	return IsData(name) && slices.ContainsFunc(s.lists, func(list string) bool {
		kin := path.Ext(name) != ".json" || path.Ext(list) == ".json" // and not: some package.json
		return path.Dir(list) == path.Dir(name) && path.Base(list) != listName && kin
	})
}

// isText reports whether a list says each thing on one line, with the domain: of
// what goes away there, the lines tell.
func isText(name string) bool { return strings.ToLower(path.Ext(name)) == ".txt" }

// changedFirst puts the places on changed lines before the others.
func (p *Pass) changedFirst(places []*place) {
	s := sinceThen{Set: p.changes}
	sort.SliceStable(places, func(i, j int) bool { return s.touched(places[i].span) && !s.touched(places[j].span) })
}
