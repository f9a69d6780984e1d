package suppress

import (
	"path"
	"slices"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

const baselineVersion = 1

// Baseline is a file of findings that were there when a team began: it is not
// told of them again.
type Baseline struct {
	until    filing.Date
	untilAt  source.Span
	expired  bool
	entries  []*baselined
	byPlace  map[finding.Identity]*baselined
	silenced map[finding.Identity]bool // findings, by the identity of their first place
}

// baselined is one entry: places of a finding that look alike in one file.
type baselined struct {
	finding.Identity
	count int
	span  source.Span
	seen  map[int]bool // offsets of the places that were met
}

// ReadBaseline reads a baseline of the rules given. It returns a *config.Error if
// it cannot be used.
func ReadBaseline(root source.Root, name string, rules []string, now time.Time) (*Baseline, error) {
	file, problem := root.Read(name, jsonc.MaxLarge, "config.baseline")
	if problem != nil {
		return nil, config.Fail(problem)
	}
	doc, problems := jsonc.ParseLarge(file)
	b := &Baseline{byPlace: map[finding.Identity]*baselined{}, silenced: map[finding.Identity]bool{}}
	if len(problems) == 0 {
		d := &decoder{known: rules}
		d.baseline(doc.Root(), b)
		problems = d.Problems
	}
	if len(problems) > 0 {
		return nil, &config.Error{Problems: problems}
	}
	b.expired = b.until.Before(now)
	return b, nil
}

// decoder reads a baseline.
type decoder struct {
	jsonc.Decoder
	known []string // ids of the rules
}

func (d *decoder) baseline(n jsonc.Node, b *Baseline) {
	if !n.Get("version").Exists() {
		d.Fail(n, "config.not-baseline")
		return
	}
	d.Object(n, []jsonc.Key{
		{Name: "version", Read: func(n jsonc.Node) {
			if v, ok := n.Int(); !ok || v != baselineVersion {
				d.Fail(n, "config.baseline-version", strings.TrimSpace(n.Raw()), baselineVersion)
			}
		}},
		{Name: "until", Read: func(n jsonc.Node) {
			var err error
			if b.until, err = filing.ParseDate(d.Text(n)); err != nil {
				d.Fail(n, "config.date", n.String())
			}
			b.untilAt = n.Span()
		}},
		{Name: "findings", Read: func(n jsonc.Node) { d.Items(n, func(n jsonc.Node) { b.add(d.entry(n)) }) }},
	})
}

// countKey is the key of an entry that is no part of its identity.
const countKey = "count"

// entry reads an entry.
func (d *decoder) entry(n jsonc.Node) *baselined {
	e := &baselined{count: 1, span: n.Span(), seen: map[int]bool{}}
	parts := finding.Parts()
	d.Members(n, func(key, value jsonc.Node) {
		name := key.String()
		switch i := slices.IndexFunc(parts, func(p finding.Part) bool { return p.Name == name }); {
		case i >= 0:
			*parts[i].Of(&e.Identity) = d.Text(value)
		case name == countKey:
			if e.count, _ = value.Int(); e.count < 1 {
				d.Wants(value, message.Text{EN: "a number above 0", ZH: "大于 0 的数"})
			}
		default:
			d.Unknown(key, "config.unknown-key", entryKeys(parts))
		}
	})
	if rule := n.Get("rule"); e.File == "" || e.Rule == "" {
		d.Fail(n, "config.baseline-entry")
	} else if !slices.Contains(d.known, d.Text(rule)) {
		d.Unknown(rule, "config.unknown-rule", d.known)
	}
	e.Identity = e.Valid()
	return e
}

func entryKeys(parts []finding.Part) (names []string) {
	for _, p := range parts {
		names = append(names, p.Name)
	}
	return append(names, countKey)
}

// add takes an entry in. Of two alike the first counts.
func (b *Baseline) add(e *baselined) {
	b.entries = append(b.entries, e)
	if b.byPlace[e.Identity] == nil {
		b.byPlace[e.Identity] = e
	}
}

// holds reports whether a place was there when the baseline was written: one of
// as many as there were, in the order in which they are met.
func (b *Baseline) holds(id finding.Identity, offset int) bool {
	e := b.byPlace[id]
	if e == nil || b.expired || !e.seen[offset] && len(e.seen) == e.count {
		return false
	}
	e.seen[offset] = true
	return true
}

// fresh returns the places of a finding that the baseline does not hold. A
// finding of which none is left is counted.
func (b *Baseline) fresh(f *finding.Finding, scope *Scope) (fresh []finding.Place) {
	first := f.IdentityAt(scope.Root, f.Places[0].Span, f.Places[0].Category)
	for _, p := range f.Places {
		if !b.holds(f.IdentityAt(scope.Root, p.Span, p.Category), p.Span.Start) {
			fresh = append(fresh, p)
		}
	}
	if len(fresh) == 0 {
		b.silenced[first] = true
	}
	return fresh
}

// Silenced returns how many findings the baseline left nothing of.
func (b *Baseline) Silenced() int { return len(b.silenced) }

// UseBaseline lets the filter leave out what a baseline holds.
func (f *Filter) UseBaseline(b *Baseline) { f.baseline = b }

// Problems returns the entries that do not count, a rule at a time, and those
// that have come to nothing.
func (b *Baseline) Problems(policy *Policy, scope *Scope) []*source.Problem {
	var out problems
	refused := map[string]*source.Problem{}
	if b.expired {
		out.add(b.untilAt, "unused-ignore.expired", b.until.String())
	}
	for _, e := range b.entries {
		why, args := policy.recording(e.Rule)
		switch first := refused[e.Rule]; {
		case first != nil:
			first.Related = append(first.Related, source.Related{Span: e.span, Message: "related.again"})
		case why != "":
			out.add(e.span, why, args...)
			refused[e.Rule] = out[len(out)-1]
		case !b.expired && len(e.seen) < e.count && e.within(scope):
			e.unused(&out)
		}
	}
	return out
}

// unused says that less is left of an entry than it holds.
func (e *baselined) unused(out *problems) {
	id := message.ID("unused-ignore.baseline")
	if len(e.seen) > 0 {
		id = "unused-ignore.fewer"
	}
	out.add(e.span, id, e.Rule, e.File, len(e.seen), e.count)
}

// within reports whether the run saw all that an entry is about: its mini
// program, or the whole repository.
func (e *baselined) within(scope *Scope) bool { return scope.saw(path.Join(scope.Root, e.Project)) }
