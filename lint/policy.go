package lint

import (
	"errors"
	"maps"
	"path"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/suppress"
)

// policy is what nothing in the repository may loosen.
type policy struct {
	*config.Config
	root source.Root // of the files that it names
}

// name is how findings show the policy: of a file elsewhere, no more is shown.
func (p *policy) name() string { return path.Base(p.File.Name) }

// readPolicy reads the policy of the run for a repository. It returns nil if there is none.
func (r *run) readPolicy(repository string) (*policy, error) {
	if r.opt.Policy == "" {
		return nil, nil
	}
	root := source.RootFor(r.opt.FS, repository, r.opt.Policy)
	c, err := config.ReadPolicy(root, r.opt.Policy, repository, r.rules)
	if err != nil && !r.isOfRepository(repository, r.opt.Policy) {
		return nil, withoutContent(err)
	}
	return &policy{c, root}, err
}

// withoutContent returns an error about a policy that shows nothing of the file but
// its name and a line.
func withoutContent(err error) error {
	var bad *config.Error
	if !errors.As(err, &bad) || bad.Problems[0].Message == "config.policy" {
		return err
	}
	at := bad.Problems[0].Span
	return config.Fail(&source.Problem{
		Message: "config.policy-invalid", Args: []any{path.Base(at.FileName()), at.Position().Line},
	})
}

// isOfRepository reports whether a pull request can change a file: it lies in the
// outermost repository around the folder that is linted, or around the current one, or is
// a link into it.
func (r *run) isOfRepository(folder, name string) bool {
	for _, dir := range []string{folder, r.opt.Cwd} {
		top := miniprogram.OutermostRepository(r.opt.FS, dir)
		if dir != "" && (source.Within(name, top) || source.Within(r.real(name), r.real(top))) {
			return true
		}
	}
	return false
}

// real returns a name with every link on the way followed, as far as that can be known.
func (r *run) real(name string) string {
	if real, ok := (source.Root{FS: r.opt.FS, Folder: "."}).Resolve(name); ok {
		return real
	}
	return name
}

// apply brings the policy into the config: what would loosen it is taken out. strict
// says that a flag asks for it.
func (s *setup) apply(strict bool) {
	p := s.policy
	s.holdSeverities(p.Strict || strict)
	s.Strict = s.settle("strict", s.Strict, p.Strict, false)
	s.CountApps = s.settle("countApps", s.CountApps, p.CountApps, true)
	s.holdLists()
	if own := s.Root.Get("env"); own.Exists() && !s.allows(config.AllowEnv) {
		s.try(own.Span(), "policy-override.key", "env")
		s.Env = nil
	}
	s.Env = merged(p.Env, s.Env)
	s.Ignores = append(p.Ignores, s.Ignores...)
	s.Clients = append(s.Clients, p.Clients...)
	if !s.allows(config.AllowExclude) {
		s.exclude, s.Exclude = s.Exclude, nil // whether it would have left something out is known in the end
	}
	s.Exclude = append(s.Exclude, p.Exclude...)
}

// merged returns what both say, and of a key in both what the first says.
func merged(first, second map[string]string) map[string]string {
	all := maps.Clone(first)
	for key, value := range second {
		if _, ok := first[key]; !ok {
			all[key] = value
		}
	}
	return all
}

// floor is the least that the findings of a rule may matter.
func (p *policy) floor(ru *rule.Rule, strict bool) finding.Severity {
	if s, ok := p.Severities[ru.ID]; ok {
		return s
	}
	return severityOf(ru, strict)
}

// holdSeverities holds each rule at the severity of the policy or above.
func (s *setup) holdSeverities(strict bool) {
	own, all := s.Root.Get("rules"), map[string]finding.Severity{}
	for _, ru := range rule.All {
		says, named := s.Severities[ru.ID]
		floor := s.policy.floor(ru, strict)
		lowers := named && !says.AtLeast(floor)
		switch _, held := s.policy.Severities[ru.ID]; {
		case lowers && (!s.policy.Allow[config.AllowLower].Has(ru.ID) || ru.PolicyOnly):
			s.try(own.Get(ru.ID).Span(), "policy-override.severity", ru.ID, string(says), string(floor))
			all[ru.ID] = floor
		case named:
			all[ru.ID] = says
		case held:
			all[ru.ID] = floor
		}
	}
	s.Severities = all
}

// settle returns which of a switch of the config and that of the policy holds: what is
// loose only where both say so, or the policy and the config says nothing.
func (s *setup) settle(key string, says, held, loose bool) bool {
	own := s.Root.Get(key)
	if own.Exists() && says == loose && held != loose {
		s.try(own.Span(), "policy-override.key", key)
	}
	if !own.Exists() || says == loose {
		return held
	}
	return says
}

// holdLists holds what counts as filed.
func (s *setup) holdLists() {
	p, own := s.policy, s.Root.Get("maxAge")
	if p.MaxAge > 0 && (!own.Exists() || s.MaxAge > p.MaxAge) {
		if own.Exists() {
			s.try(own.Span(), "policy-override.key", "maxAge")
		}
		s.MaxAge = p.MaxAge
	}
	if s.Closed = len(p.Filed) > 0; !s.Closed {
		return
	}
	if own := s.Root.Get("allowLocal"); own.Exists() {
		s.try(own.Span(), "policy-override.key", "allowLocal")
	}
	s.AllowLocal = p.AllowLocal
}

// held are the rules that the repository may not silence. A baseline that is not the
// repository's may hold those that anything may.
func (p *policy) held(trusted bool) suppress.Held {
	h := suppress.Held{Name: p.name(), Ignore: map[string]bool{}, Baseline: map[string]bool{}}
	for _, ru := range rule.All {
		always := p.NotIgnorable[ru.ID] || ru.PolicyOnly
		h.Ignore[ru.ID] = always || !p.Allow[config.AllowIgnore].Has(ru.ID)
		h.Baseline[ru.ID] = always || !trusted && !p.Allow[config.AllowBaseline].Has(ru.ID)
	}
	return h
}

// sources are the lists of the policy, before those of the repository; without any of
// its own, the repository's are all.
func (p *policy) sources(r *run, start string, own []config.List) []config.List {
	if len(p.Filed) == 0 {
		return own
	}
	var all []config.List
	for _, l := range p.Filed {
		l.Org, l.Within = true, p.root.Folder
		all = append(all, l)
	}
	for _, l := range own {
		l.Org = !r.isOfRepository(start, l.Name)
		all = append(all, l)
	}
	return all
}
