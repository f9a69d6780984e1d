package lint

import (
	"errors"
	"path"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
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

// holder takes out of a config what would loosen a policy.
type holder struct {
	*policy
	config *config.Config
	strict bool              // a flag asks for it
	tried  []*source.Problem // what was taken out
}

func (h *holder) try(at jsonc.Node, id message.ID, args ...any) {
	h.tried = append(h.tried, &source.Problem{Span: at.Span(), Message: id, Args: append(args, h.name())})
}

// hold brings the policy into the config.
func (h *holder) hold() {
	c := h.config
	h.severities()
	c.Strict = h.settle("strict", c.Strict, h.Strict, false)
	c.CountApps = h.settle("countApps", c.CountApps, h.CountApps, true)
	h.lists()
	if own := c.Root.Get("env"); own.Exists() && !h.Allow.Env {
		h.try(own, "policy-override.key", "env")
		c.Env = nil
	}
	c.Env = merged(h.Env, c.Env)
	c.Ignores = append(h.Ignores, c.Ignores...)
	c.Clients = append(c.Clients, h.Clients...)
	if !h.Allow.Exclude {
		c.Exclude = nil // what is read for that is known in the end
	}
	c.Exclude = append(c.Exclude, h.Exclude...)
}

// merged returns what both say, and of a key in both what the first says.
func merged(first, second map[string]string) map[string]string {
	all := map[string]string{}
	for _, from := range []map[string]string{second, first} {
		for key, value := range from {
			all[key] = value
		}
	}
	return all
}

// floor is the least that the findings of a rule may matter.
func (h *holder) floor(ru *rule.Rule) finding.Severity {
	if s, ok := h.Severities[ru.ID]; ok {
		return s
	}
	return severityOf(ru, h.Strict || h.strict)
}

// severities holds each rule at the severity of the policy or above.
func (h *holder) severities() {
	own, all := h.config.Root.Get("rules"), map[string]finding.Severity{}
	for _, ru := range rule.All {
		says, named := h.config.Severities[ru.ID]
		floor := h.floor(ru)
		lowers := named && !says.AtLeast(floor)
		switch _, held := h.Severities[ru.ID]; {
		case lowers && (!h.Allow.Lower.Has(ru.ID) || ru.PolicyOnly):
			h.try(own.Get(ru.ID), "policy-override.severity", ru.ID, string(says), string(floor))
			all[ru.ID] = floor
		case named:
			all[ru.ID] = says
		case held:
			all[ru.ID] = floor
		}
	}
	h.config.Severities = all
}

// settle returns which of a switch of the config and that of the policy holds: what is
// loose only where both say so, or the policy and the config says nothing.
func (h *holder) settle(key string, says, held, loose bool) bool {
	own := h.config.Root.Get(key)
	if own.Exists() && says == loose && held != loose {
		h.try(own, "policy-override.key", key)
	}
	if !own.Exists() || says == loose {
		return held
	}
	return says
}

// lists holds what counts as filed.
func (h *holder) lists() {
	c := h.config
	if own := c.Root.Get("maxAge"); h.MaxAge > 0 && (!own.Exists() || c.MaxAge > h.MaxAge) {
		if own.Exists() {
			h.try(own, "policy-override.key", "maxAge")
		}
		c.MaxAge = h.MaxAge
	}
	if c.Closed = len(h.Filed) > 0; !c.Closed {
		return
	}
	if own := c.Root.Get("allowLocal"); own.Exists() {
		h.try(own, "policy-override.key", "allowLocal")
	}
	c.AllowLocal = h.AllowLocal
}

// held are the rules that the repository may not silence. A baseline that is not the
// repository's may hold any.
func (p *policy) held(trusted bool) suppress.Held {
	h := suppress.Held{Name: p.name(), Ignore: map[string]bool{}, Baseline: map[string]bool{}}
	for _, ru := range rule.All {
		always := p.NotIgnorable[ru.ID] || ru.PolicyOnly
		h.Ignore[ru.ID] = always || !p.Allow.Ignore.Has(ru.ID)
		h.Baseline[ru.ID] = !trusted && (always || !p.Allow.Baseline.Has(ru.ID))
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
