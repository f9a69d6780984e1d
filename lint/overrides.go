package lint

import (
	"path"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// note takes in the names of files that were read, of which the config would have left
// some out.
func (s *setup) note(names []string) {
	if len(s.exclude) == 0 {
		return
	}
	for _, name := range names {
		s.read[name] = true
	}
}

// excluded returns the patterns of the config that would have left out something that
// was read because of the policy.
func (s *setup) excluded() (tried []*source.Problem) {
	for _, glob := range s.exclude {
		n, known := 0, map[string]bool{}
		for name := range s.read {
			if leavesOut(glob.Name, name, known) {
				n++
			}
		}
		if n > 0 {
			tried = append(tried, &source.Problem{Span: glob.Span, Message: "policy-override.exclude", Args: []any{n, s.policy.name()}})
		}
	}
	return tried
}

// leavesOut reports whether a pattern matches a name or a folder that it lies in; known
// holds what was found before.
func leavesOut(glob, name string, known map[string]bool) bool {
	hit, seen := known[name]
	if !seen {
		up := path.Dir(name)
		hit = doublestar.MatchUnvalidated(glob, name) || up != "." && up != name && leavesOut(glob, up, known)
		known[name] = hit
	}
	return hit
}

// holdPlatforms notes the entries of the config that would have kept mini programs from
// being checked for all the platforms that they are for.
func (s *setup) holdPlatforms(projects []*miniprogram.Project) {
	if s.policy == nil || s.policy.Allow.Platform {
		return
	}
	for _, m := range projects {
		var said []platform.ID
		var at source.Span
		for _, e := range s.Projects {
			if e.Platform != "" && (e.Root == m.Root || slices.Contains(m.Sources, e.Root)) {
				said, at = append(said, e.Platform), e.Span
			}
		}
		if len(said) > 0 && slices.ContainsFunc(m.Platforms, func(id platform.ID) bool { return !slices.Contains(said, id) }) {
			s.tried = append(s.tried, &source.Problem{
				Span: at, Message: "policy-override.platform", Args: []any{string(said[0]), s.policy.name()},
			})
		}
	}
}
