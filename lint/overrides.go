package lint

import (
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// allows reports whether the repository may loosen something: all of it without a policy.
func (s *setup) allows(key string) bool { return s.policy == nil || s.policy.Allow[key].All }

// hold is what does not leave anything out of a mini program.
func (s *setup) hold() miniprogram.Hold {
	return miniprogram.Hold{
		GitIgnore: !s.allows(config.AllowGitIgnore), Unpacked: !s.allows(config.AllowUnpacked), Cloud: !s.allows(config.AllowCloud),
		Twins: !s.allows(config.AllowTwins), Builds: !s.allows(config.AllowBuilds), Platforms: !s.allows(config.AllowPlatform),
	}
}

// said is what the config says of code.
func (s *setup) said(eachTarget bool) usage.Said {
	return usage.Said{Env: s.Env, Calls: s.Calls(), AllBranches: !s.allows(config.AllowIfdef), EachTarget: eachTarget}
}

// note takes in what was read of a mini program and what the config says of it, with a
// policy.
func (s *setup) note(a *app.App, entries []*config.Project) {
	if s.policy == nil {
		return
	}
	if !s.allows(config.AllowUses) {
		s.holdUses(a, entries)
	}
	for _, name := range a.FileNames() {
		s.read[name] = true
		for folder := path.Dir(name); ; folder = path.Dir(folder) {
			if _, seen := s.read[folder]; seen {
				break
			}
			s.read[folder] = false
		}
	}
	if s.allows(config.AllowIfdef) {
		return
	}
	if first, n := usage.LeftOut(a.Project); n > 0 {
		s.try(first, "policy-override.ifdef", n)
	}
}

// holdUses notes what the config says of calls of a mini program whose host is not known.
func (s *setup) holdUses(a *app.App, entries []*config.Project) {
	open := map[platform.Category]bool{}
	for i := range a.Dynamic {
		open[a.Dynamic[i].Category] = true
	}
	for _, e := range entries {
		for i := range e.Uses {
			if u := &e.Uses[i]; open[u.Category] {
				s.try(u.Span, "policy-override.uses", string(u.Category))
				open[u.Category] = false
			}
		}
	}
}

// try notes what was tried against the policy.
func (s *setup) try(at source.Span, id message.ID, args ...any) *source.Problem {
	p := &source.Problem{Span: at, Message: id, Args: append(args, s.policy.name())}
	s.tried = append(s.tried, p)
	return p
}

// overrides returns what the repository tried against the policy.
func (s *setup) overrides() []*source.Problem {
	s.excluded()
	files := s.filesRead()
	for _, repo := range s.repos {
		s.hidden(repo, files)
	}
	s.repos = nil
	return s.tried
}

// hiding are the messages for what is read although something says to leave it out.
var hiding = [...]struct{ reason, message message.ID }{
	{"report.skip-git-ignored", "policy-override.gitignore"},
	{"report.skip-not-packed", "policy-override.pack"},
	{"report.skip-cloud-functions", "policy-override.cloud"},
	{"report.skip-superseded", "policy-override.build"},
	{"report.skip-compiled", "policy-override.twin"},
	{"report.skip-uncompiled", "policy-override.twin"},
}

// hidingFor returns the message for a reason to leave something out.
func hidingFor(reason message.ID) message.ID {
	for _, h := range hiding {
		if h.reason == reason {
			return h.message
		}
	}
	return ""
}

// hidden reports what was read of a repository although something says to leave it
// out: once for each place that says it, and once for what only names say. files are all
// that were read, sorted.
func (s *setup) hidden(repo *miniprogram.Repository, files []string) {
	type cause struct {
		source.Span
		reason message.ID
	}
	var order []cause
	names := map[cause][]string{}
	for _, h := range repo.Held() {
		if _, read := s.read[h.Name]; !read {
			continue
		}
		c := cause{h.Span, h.Reason}
		if names[c] == nil {
			order = append(order, c)
		}
		names[c] = append(names[c], h.Name)
	}
	for _, c := range order {
		first, n := names[c][0], len(names[c])
		at := c.Span
		if at.File == nil {
			at.File = source.NewFile(firstIn(files, first), nil)
		}
		p := s.try(at, hidingFor(c.reason), source.Relative(first, repo.Root), n)
		for _, name := range names[c][1:] {
			if c.File == nil {
				other := source.Span{File: source.NewFile(firstIn(files, name), nil)}
				p.Related = append(p.Related, source.Related{Span: other, Message: "related.again"})
			}
		}
	}
}

// filesRead returns the files that were read, sorted.
func (s *setup) filesRead() (files []string) {
	for name, file := range s.read {
		if file {
			files = append(files, name)
		}
	}
	slices.Sort(files)
	return files
}

// firstIn returns the first of sorted files that lies in a folder, and the name of one of
// them itself.
func firstIn(files []string, name string) string {
	if _, found := slices.BinarySearch(files, name); found {
		return name
	}
	below := strings.TrimPrefix(name+"/", "./")
	if i, _ := slices.BinarySearch(files, below); i < len(files) && strings.HasPrefix(files[i], below) {
		return files[i]
	}
	return ""
}

// excluded reports the patterns of the config that would have left out something that
// was read because of the policy.
func (s *setup) excluded() {
	for _, glob := range s.exclude {
		for name := range s.read { // folders too
			if doublestar.MatchUnvalidated(glob.Name, name) {
				s.try(glob.Span, "policy-override.exclude")
				break
			}
		}
	}
}

// holdPlatforms notes the entries of the config that would have kept mini programs from
// being checked for all the platforms that they are for.
func (s *setup) holdPlatforms(projects []*miniprogram.Project) {
	if s.allows(config.AllowPlatform) {
		return
	}
	for _, m := range projects {
		said := map[platform.ID]bool{}
		var last *config.Project
		for _, e := range s.Projects {
			if len(e.Platforms) == 0 || e.Root != m.Root && !slices.Contains(m.Sources, e.Root) {
				continue
			}
			last = e
			for _, id := range e.Platforms {
				said[id] = true
			}
		}
		for _, id := range m.Platforms {
			if last != nil && !said[id] {
				s.try(last.Span, "policy-override.platform", string(last.Platforms[len(last.Platforms)-1]))
				break
			}
		}
	}
}
