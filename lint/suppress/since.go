package suppress

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/source"
)

// Since holds findings against what changed.
type Since struct {
	*change.Set
	Lists     []string        // fs names of the filed lists in use
	WholeFile map[string]bool // rules whose findings are about a file, not about the line that they are shown at

	before map[finding.Identity]int // places that findings had, see Know; nil: not known
	now    map[finding.Identity]int // places on unchanged lines that findings have
}

// Know takes in what was found before the change in a repository's root: what is found
// on unchanged lines now, and was not, has come alive through a change elsewhere.
func (s *Since) Know(root string, found []*finding.Finding) {
	s.before, s.now = map[finding.Identity]int{}, map[finding.Identity]int{}
	renamed := map[string]string{}
	for _, o := range s.Old() {
		if o.Now != "" {
			renamed[source.Relative(o.Name, root)] = source.Relative(o.Now, root)
		}
	}
	for _, f := range found {
		for i := range f.Places {
			id := f.IdentityAt(root, f.Places[i].Span, f.Places[i].Category)
			if name, ok := renamed[id.File]; ok {
				id.File = name
			}
			s.before[id]++
		}
	}
}

// hasComeAlive reports whether a place of a finding was not one before the change,
// though its lines are as they were.
func (s *Since) hasComeAlive(root string, f *finding.Finding) (alive bool) {
	if s.before == nil {
		return false
	}
	for i := range f.Places {
		if at := f.Places[i].Span; at.File != nil && !s.touched(at) {
			id := f.IdentityAt(root, at, f.Places[i].Category)
			s.now[id]++
			alive = alive || s.now[id] > s.before[id]
		}
	}
	return alive
}

// Concerns reports whether a finding, whose names are relative to a repository's root,
// has to do with what changed: one of its places, the file that it is about as a whole,
// the mini program that the file came into, an entry for its host that is gone, or what
// has come alive.
func (s *Since) Concerns(root string, f *finding.Finding) bool {
	if s.hasComeAlive(root, f) || f.Span.File == nil || s.touched(f.Span) {
		return true
	}
	for i := range f.Related {
		if s.touched(f.Related[i].Span) {
			return true
		}
	}
	state, file := s.Of(s.fileOf(f.Span))
	switch {
	case state == change.Changed && s.WholeFile[f.Rule]:
		return true
	case state == change.Changed && file.From != "" && !source.Within(file.From, f.Project):
		return true
	}
	return f.Host != "" && (s.Names(endpoint.FilingDomain(f.Host)) || s.Names(endpoint.Unicode(endpoint.FilingDomain(f.Host))))
}

// ChangedFirst puts the places on changed lines before the others.
func (s *Since) ChangedFirst(places []finding.Place) {
	var changed, others []finding.Place
	for _, p := range places {
		if s.touched(p.Span) {
			changed = append(changed, p)
		} else {
			others = append(others, p)
		}
	}
	copy(places[copy(places, changed):], others)
}

// touched reports whether a line of a place is new. A list that git is told to
// ignore is not part of the change.
func (s *Since) touched(at source.Span) bool {
	if at.File == nil {
		return false
	}
	name := s.fileOf(at)
	if state, _ := s.Of(name); state == change.Untracked && slices.Contains(s.Lists, name) {
		return false
	}
	return s.Touched(name, at.Position().Line, at.File.Position(max(at.Start, at.End-1)).Line)
}

// fileOf returns the file on disk that a place is in: the sheets of a workbook
// are files by themselves, list.xlsx#Sheet2.
func (s *Since) fileOf(at source.Span) string {
	for _, l := range s.Lists {
		if strings.HasPrefix(at.File.Name, l+"#") {
			return l
		}
	}
	return at.File.Name
}

// Cause returns a list or a config that changed so that any finding may be new;
// "" for none.
func (s *Since) Cause(configs []string) string {
	for _, name := range configs {
		if state, _ := s.Of(name); state == change.Changed || state == change.New {
			return name
		}
	}
	for _, name := range s.Lists {
		state, f := s.Of(name)
		if state == change.New || state == change.Changed && (f.Whole() || f.From != "" || f.Lost() && !filedlist.IsText(name)) {
			return name
		}
	}
	for _, f := range s.Gone() {
		if path.Base(f.Name) == config.Name || s.wasList(f.Name) && (f.Moved || !filedlist.IsText(f.Name)) {
			return f.Name
		}
	}
	return ""
}

// wasList reports whether a file that is gone was a list: by its name, or because
// lists in use lie where it lay.
func (s *Since) wasList(name string) bool {
	if path.Base(name) == filedlist.Name {
		return true
	}
	return filedlist.IsData(name) && slices.ContainsFunc(s.Lists, func(list string) bool {
		kin := path.Ext(name) != ".json" || path.Ext(list) == ".json" // and not: some package.json
		return path.Dir(list) == path.Dir(name) && path.Base(list) != filedlist.Name && kin
	})
}
