package lint

import (
	"path"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// allow is what the repository may loosen: everything without a policy.
func (s *setup) allow() config.Allow {
	if s.policy != nil {
		return *s.policy.Allow
	}
	return config.Allow{
		Exclude: true, Env: true, Platform: true, Uses: true, GitIgnore: true, Unpacked: true, Cloud: true, Ifdef: true, Twins: true, Builds: true,
	}
}

// hold is what does not leave anything out of a mini program.
func (s *setup) hold() miniprogram.Hold {
	a := s.allow()
	return miniprogram.Hold{GitIgnore: !a.GitIgnore, Unpacked: !a.Unpacked, Cloud: !a.Cloud, Twins: !a.Twins, Builds: !a.Builds}
}

// said is what the config says of code.
func (s *setup) said() usage.Said {
	return usage.Said{Env: s.Env, Calls: s.Calls(), AllBranches: !s.allow().Ifdef}
}

// note takes in what was read of a mini program and what the config says of it, with a
// policy.
func (s *setup) note(a *app.App, entries []*config.Project) {
	if s.policy == nil {
		return
	}
	for _, e := range entries {
		if u := slices.IndexFunc(e.Uses, func(u usage.Use) bool { return isOpen(a, u.Category) }); u >= 0 && !s.policy.Allow.Uses {
			s.try(e.Uses[u].Span, "policy-override.uses", string(e.Uses[u].Category))
		}
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
	if spans := usage.LeftOut(a.Project); a.Tenant == "" && !s.policy.Allow.Ifdef && len(spans) > 0 {
		s.try(spans[0], "policy-override.ifdef", len(spans))
	}
}

// isOpen reports whether a call of a category contacts a host that is not known.
func isOpen(a *app.App, c platform.Category) bool {
	return slices.ContainsFunc(a.Dynamic, func(u usage.Use) bool { return u.Category == c })
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
	for _, repo := range s.repos {
		s.hidden(repo)
	}
	s.repos = nil
	return s.tried
}

// hiding are the messages for what is read although something says to leave it out.
var hiding = map[message.ID]message.ID{
	"report.skip-git-ignored":     "policy-override.gitignore",
	"report.skip-not-packed":      "policy-override.pack",
	"report.skip-cloud-functions": "policy-override.cloud",
	"report.skip-superseded":      "policy-override.build",
	"report.skip-compiled":        "policy-override.twin",
	"report.skip-uncompiled":      "policy-override.twin",
}

// hidden reports what was read of a repository although something says to leave it
// out: once for each place that says it, and once for what only names say.
func (s *setup) hidden(repo *miniprogram.Repository) {
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
			at.File = source.NewFile(s.firstIn(first), nil)
		}
		p := s.try(at, hiding[c.reason], source.Relative(first, repo.Root), n)
		for _, name := range names[c][1:] {
			if c.File == nil {
				other := source.Span{File: source.NewFile(s.firstIn(name), nil)}
				p.Related = append(p.Related, source.Related{Span: other, Message: "related.again"})
			}
		}
	}
}

// firstIn returns the first file that was read in a folder, and the name of a file itself.
func (s *setup) firstIn(name string) (first string) {
	if s.read[name] {
		return name
	}
	for read, file := range s.read {
		if file && source.Within(read, name) && (first == "" || read < first) {
			first = read
		}
	}
	return first
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
	if s.allow().Platform {
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
			s.try(at, "policy-override.platform", string(said[0]))
		}
	}
}
