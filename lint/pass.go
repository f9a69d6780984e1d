package lint

import (
	"slices"
	"time"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Pass is what a rule's Check sees: one mini program, or, when it has none, the
// filed list and the config of the run.
type Pass struct {
	program *program // nil in the pass over list and config
	filed   *filedList
	config  *config
	run     *run
	now     time.Time
	changes *change.Set // nil: every place counts alike

	rule     *Rule
	findings []*Finding
	spoken   []string // hosts of findings that the baseline holds
}

// check lets every rule check the pass and returns what they found.
func (p *Pass) check(rules []*Rule) []*Finding {
	for _, r := range rules {
		if r.Check == nil {
			continue
		}
		p.rule = r
		r.Check(p)
	}
	return p.findings
}

// hosts returns the enforced hosts that the rule speaks for.
//
//go:noinline
func (p *Pass) hosts() []*host {
	return p.where(func(h *host) bool { return h.enforced && h.verdict == p.rule.ID })
}

// where returns the mini program's hosts that have a property, by name.
//
//go:noinline
func (p *Pass) where(has func(*host) bool) (hosts []*host) {
	if p.program == nil {
		return nil
	}
	for _, h := range p.program.hosts {
		if has(h) {
			hosts = append(hosts, h)
		}
	}
	return hosts
}

// declarations returns the entries of the allowlist, without those of a local
// address: the rule about them says all there is to say.
func (p *Pass) declarations() (list []*allowlist.Declaration) {
	if p.program == nil {
		return nil
	}
	for _, d := range p.program.allow.Declarations {
		if d.Endpoint.Host == "" || endpoint.Classify(d.Endpoint.Host) != endpoint.LocalAddress {
			list = append(list, d)
		}
	}
	return list
}

// report adds a finding of the rule at the first of the places that nothing
// silences; the others become related, before what f has there already. A
// place's own message, where it has one, is what the finding says.
func (p *Pass) report(f *Finding, places ...*place) {
	f.Rule, f.root, f.firm = p.rule, p.run.report.Root, !p.config.ignorable(p.rule)
	if p.program != nil {
		f.Project = p.program.Root
	}
	var heard []*place
	for _, pl := range places {
		if !p.ignored(f, pl.span) {
			heard = append(heard, pl)
		}
	}
	if len(places) > 0 && len(heard) == 0 && p.config.severity(p.rule, f.Severity) != Off {
		p.run.report.Summary.Ignored++
	}
	places = p.old(f, heard)
	if len(places) == 0 {
		return
	}
	if p.changes != nil {
		p.changedFirst(places)
	}
	f.at(places)
	if f.Severity = p.config.severity(p.rule, f.Severity); f.Severity != Off {
		p.findings = append(p.findings, f)
		p.run.recorder.add(f, places)
	}
}

// ignored reports whether the config or a comment says to live with a place of a
// finding. Both are asked, so that both count as used.
func (p *Pass) ignored(f *Finding, s source.Span) bool {
	configured, said := p.config.ignored(p.rule.ID, f.Host, fileName(s)), false
	if s.File != nil && f.Project != "" && p.config.ignorable(p.rule) {
		said = p.run.comments.of(s.File, p.config, f.Project).silence(p.rule.ID, s)
	}
	return configured || said
}

// at puts the finding at the first of the places. What else is known of that
// same place comes before the other places.
func (f *Finding) at(places []*place) {
	main := places[0]
	f.Span, f.Category = main.span, main.category
	if main.message != "" {
		f.Message, f.Args = main.message, main.args
	}
	related, others := slices.Clone(main.calls), []source.Related(nil)
	for _, pl := range places[1:] {
		if pl.span == main.span {
			related = append(related, pl.calls...)
		} else {
			others = append(others, pl.related())
		}
	}
	f.Related = distinct(slices.Concat(related, others, f.Related))
}

// distinct drops places that were named before.
func distinct(related []source.Related) (out []source.Related) {
	seen := map[source.Span]bool{}
	for _, r := range related {
		if !seen[r.Span] {
			out = append(out, r)
		}
		seen[r.Span] = true
	}
	return out
}

// place is a place of a finding.
type place struct {
	span     source.Span
	category category
	endpoint endpoint.Endpoint // zero where the finding is not about a host
	rank     int               // what helps most comes first
	message  message.ID        // what is wrong just here, where places differ in that
	args     []any
	role     message.ID       // what the place is to the finding when it is related
	calls    []source.Related // from elsewhere, that contact the host
}

// saying returns the place with a message of its own.
func (pl *place) saying(id message.ID, args ...any) *place {
	said := *pl
	said.message, said.args = id, args
	return &said
}

func (pl *place) related() source.Related {
	if pl.role == "" {
		return source.Related{Span: pl.span, Message: pl.message, Args: pl.args}
	}
	return source.Related{Span: pl.span, Message: pl.role}
}
