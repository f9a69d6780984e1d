// Package suppress holds every way to live with a finding: the ignores of the
// config, comments in the code, a baseline, and the changes since a commit. What
// rules there are it is told, and whether they are right it does not know.
package suppress

import (
	"slices"
	"time"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Policy says which rules may be silenced, and by what.
type Policy struct {
	Known        []string        // the ids of all rules, in their order
	ConfigOnly   map[string]bool // rules that neither comments nor baselines silence
	NotIgnorable map[string]bool // rules that nothing silences
	Held         Held
}

// Held says which rules nothing in the repository silences, because a policy does not
// allow it. The zero Held is that of a run without a policy.
type Held struct {
	Name     string          // of the policy, as findings show it
	Ignore   map[string]bool // not by comments, nor by entries of the config
	Baseline map[string]bool // not by the baseline
}

// ignoring says why no entry of the config silences a rule; "" where one may.
func (p *Policy) ignoring(rule string) (why message.ID, args []any) {
	switch {
	case p.Held.Ignore[rule]:
		return "policy-override.ignore", []any{rule, p.Held.Name}
	case p.NotIgnorable[rule]:
		return "invalid-ignore.firm", []any{rule}
	}
	return "", nil
}

// commenting is ignoring for comments.
func (p *Policy) commenting(rule string) (why message.ID, args []any) {
	if why, args = p.ignoring(rule); why == "" && p.ConfigOnly[rule] {
		return "invalid-ignore.firm", []any{rule}
	}
	return why, args
}

// recording is ignoring for the baseline.
func (p *Policy) recording(rule string) (why message.ID, args []any) {
	switch {
	case p.Held.Baseline[rule]:
		return "policy-override.baseline", []any{rule, p.Held.Name}
	case p.NotIgnorable[rule] || p.ConfigOnly[rule]:
		return "invalid-ignore.firm", []any{rule}
	}
	return "", nil
}

// Scope is what a run saw: only then is an entry that matched nothing not needed.
type Scope struct {
	Root     string   // fs name of the repository's root
	Starts   []string // the folders that were linted
	Complete bool     // in them, nothing was left out
}

// Sees reports whether a run that starts in one folder sees all that a config or
// list in another speaks for.
func (s *Scope) Sees(start, folder string) bool { return s.Complete && source.Within(folder, start) }

// saw reports whether the run saw all that what stands in a folder is about.
func (s *Scope) saw(folder string) bool {
	return slices.ContainsFunc(s.Starts, func(start string) bool { return s.Sees(start, folder) })
}

// Reason says why nothing is left of a finding.
type Reason uint8

// The reasons.
const (
	Kept      Reason = iota // something is left
	Ignored                 // the config or comments ignore all its places
	Baselined               // the baseline holds what those leave
)

// Filter is what the config, the comments and the baseline that hold for a
// mini program leave of its findings. It remembers which of them were needed.
type Filter struct {
	Policy   Policy
	ignores  []*ignore            // in the config's order
	byHost   map[string][]*ignore // those of one host
	open     []*ignore            // those of a pattern of hosts, or of any
	comments *Comments
	baseline *Baseline
}

// NewFilter returns the filter of a config. All filters of a run share the
// comments.
func NewFilter(policy Policy, entries []*config.Ignore, comments *Comments, now time.Time) *Filter {
	f := &Filter{Policy: policy, comments: comments, byHost: map[string][]*ignore{}}
	for _, e := range entries {
		g := &ignore{Ignore: e, expired: e.Until.Before(now)}
		if f.refuses(g, e.Rule) {
			g.used = true
		}
		f.ignores = append(f.ignores, g)
		if e.OneHost() {
			f.byHost[e.Host] = append(f.byHost[e.Host], g)
		} else {
			f.open = append(f.open, g)
		}
	}
	return f
}

// Apply takes the places out of a finding that are silenced, and says why none is
// left.
func (f *Filter) Apply(fd *finding.Finding, scope *Scope) Reason {
	why, _ := f.Policy.recording(fd.Rule)
	fd.Permanent = why != ""
	fd.Places = slices.DeleteFunc(fd.Places, func(p finding.Place) bool { return f.ignored(fd, p.Span) })
	if len(fd.Places) == 0 {
		return Ignored
	}
	if f.baseline == nil || fd.Permanent {
		return Kept
	}
	if fd.Places = f.baseline.fresh(fd, scope); len(fd.Places) == 0 {
		return Baselined
	}
	return Kept
}

// ignored reports whether the config or a comment says to live with a place of a
// finding. Both are asked, so that both count as used.
func (f *Filter) ignored(fd *finding.Finding, s source.Span) bool {
	configured, commented := f.configured(fd.Rule, fd.Host, s.FileName()), false
	if why, _ := f.Policy.commenting(fd.Rule); s.File != nil && fd.Project != "" && why == "" {
		commented = f.comments.of(s.File, f, fd.Project).silences(fd.Rule, s)
	}
	return configured || commented
}

// problems gathers what is wrong.
type problems []*source.Problem

func (ps *problems) add(at source.Span, id message.ID, args ...any) {
	*ps = append(*ps, &source.Problem{Span: at, Message: id, Args: args})
}
