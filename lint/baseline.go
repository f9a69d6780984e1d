package lint

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

const (
	baselineName    = ".beianlint-baseline.json"
	baselineVersion = 1
)

// baseline is a file of findings that were there when a team began: it is not
// told of them again.
type baseline struct {
	config   *config // the first that names it
	until    filing.Date
	untilAt  source.Span
	expired  bool
	entries  []*baselined
	byPlace  map[string]*baselined // by identity
	silenced map[string]bool       // findings, by the identity of their first place
}

// baselined is one entry: places of a finding that look alike in one file.
type baselined struct {
	identity
	count int
	span  source.Span
	seen  map[int]bool // offsets of the places that were met
}

// readBaseline reads a baseline, and returns a *ConfigError when it cannot be used.
func readBaseline(fsys fs.FS, name string) (*baseline, error) {
	data, problem := readFile(fsys, name, jsonc.MaxLarge, "config.baseline")
	if problem != nil {
		return nil, &ConfigError{Problems: []*source.Problem{problem}}
	}
	doc, problems := jsonc.ParseLarge(source.NewFile(name, data))
	b := &baseline{byPlace: map[string]*baselined{}, silenced: map[string]bool{}}
	if len(problems) == 0 {
		d := &decoder{config: &config{}, fsys: fsys}
		d.baseline(doc.Root(), b)
		problems = d.problems
	}
	if len(problems) > 0 {
		return nil, &ConfigError{Problems: problems}
	}
	return b, nil
}

func (d *decoder) baseline(n jsonc.Node, b *baseline) {
	if !n.Get("version").Exists() {
		d.fail(n, "config.not-baseline")
		return
	}
	d.object(n, keys{
		{"version", func(n jsonc.Node) {
			if v, ok := n.Int(); !ok || v != baselineVersion {
				d.fail(n, "config.baseline-version", strings.TrimSpace(n.Raw()), baselineVersion)
			}
		}},
		{"until", func(n jsonc.Node) { b.until, b.untilAt = d.date(n), n.Span() }},
		{"findings", func(n jsonc.Node) { d.items(n, func(n jsonc.Node) { b.add(d.baselined(n)) }) }},
	})
}

// countKey is the key of an entry that is no part of its identity.
const countKey = "count"

// baselined reads an entry.
func (d *decoder) baselined(n jsonc.Node) *baselined {
	e := &baselined{count: 1, span: n.Span(), seen: map[int]bool{}}
	var parts [len(identityParts)]string
	d.members(n, func(key, value jsonc.Node) {
		name := key.String()
		switch i := slices.Index(identityParts[:], name); {
		case i >= 0:
			parts[i] = d.text(value)
		case name == countKey:
			if e.count, _ = value.Int(); e.count < 1 {
				d.wants(value, message.Text{EN: "a number above 0", ZH: "大于 0 的数"})
			}
		default:
			unknownName(d, key, "config.unknown-key", append(identityParts[:], countKey))
		}
	})
	if rule := n.Get(identityParts[idRule]); parts[idFile] == "" || parts[idRule] == "" {
		d.fail(n, "config.baseline-entry")
	} else {
		d.ruleID(rule)
	}
	e.identity = identityOf(parts[:]...)
	return e
}

// add takes an entry in. Of two alike the first counts.
func (b *baseline) add(e *baselined) {
	b.entries = append(b.entries, e)
	if id := string(e.identity); b.byPlace[id] == nil {
		b.byPlace[id] = e
	}
}

// holds reports whether a place was there when the baseline was written: one of
// as many as there were, in the order in which they are met.
func (b *baseline) holds(id identity, offset int) bool {
	e := b.byPlace[string(id)]
	if e == nil || b.expired || !e.seen[offset] && len(e.seen) == e.count {
		return false
	}
	e.seen[offset] = true
	return true
}

// old takes the places out that the baseline holds. A finding of which none is
// left is counted, and its host is spoken of as if it were reported.
func (p *Pass) old(f *Finding, places []*place) []*place {
	b := p.config.baseline
	if b == nil || f.firm || len(places) == 0 {
		return places
	}
	first := string(f.identify(places[0].span, places[0].category))
	var fresh []*place
	for _, pl := range places {
		if !b.holds(f.identify(pl.span, pl.category), pl.span.Start) {
			fresh = append(fresh, pl)
		}
	}
	if len(fresh) == 0 {
		b.silenced[first] = true
		p.spoken = append(p.spoken, f.Host)
	}
	return fresh
}

// ignorable reports whether comments and baselines may silence a rule.
func (c *config) ignorable(r *Rule) bool { return !c.firm[r.ID] && r.InComments() }

// useBaseline gives a config the baseline that is asked for, or its own. When one
// is to be written, none holds: every finding counts.
func (r *run) useBaseline(c *config, root string) (err error) {
	name := r.baselineOf(c)
	if r.opt.Record {
		return r.recordTo(c, root)
	}
	if name == "" {
		return nil
	}
	b := r.baselines[name]
	if b == nil {
		if b, err = readBaseline(r.opt.FS, name); err != nil {
			return c.blamedFor(err)
		}
		b.config = c
		b.expired = b.until.Before(r.opt.Now)
		r.baselines[name] = b
		r.report.Baselines = append(r.report.Baselines, name)
	}
	c.baseline = b
	return nil
}

func (r *run) baselineOf(c *config) string {
	if r.opt.Baseline != "" || c.baselineFile == nil {
		return r.opt.Baseline
	}
	return c.baselineFile.name
}

// blamedFor puts a baseline that cannot be read at the place where the config
// names it.
func (c *config) blamedFor(err error) error {
	if bad, ok := err.(*ConfigError); ok && c.baselineFile != nil && bad.Problems[0].Message == "config.baseline" {
		bad.Problems[0].Span = c.baselineFile.span
	}
	return err
}

// judge tells of the entries that do not count, a rule at a time, and of those
// that have come to nothing.
func (b *baseline) judge(r *run) problems {
	var out problems
	refused := map[string]*source.Problem{}
	if b.expired {
		out.add(b.untilAt, "unused-ignore.expired", b.until.String())
	}
	for _, e := range b.entries {
		rule := e.parts()[idRule]
		switch first := refused[rule]; {
		case first != nil:
			first.Related = append(first.Related, source.Related{Span: e.span, Message: "related.again"})
		case !b.config.ignorable(RuleByID(rule)):
			out.add(e.span, "invalid-ignore.firm", rule)
			refused[rule] = out[len(out)-1]
		case !b.expired && len(e.seen) < e.count && r.sawEntry(e.identity):
			e.unused(&out)
		}
	}
	return out
}

// unused says that less is left of an entry than it holds.
func (e *baselined) unused(out *problems) {
	id, parts := message.ID("unused-ignore.baseline"), e.parts()
	if len(e.seen) > 0 {
		id = "unused-ignore.fewer"
	}
	out.add(e.span, id, parts[idRule], parts[idFile], len(e.seen), e.count)
}

// sawEntry reports whether the run saw all that an entry is about: its mini
// program, or the whole repository.
func (r *run) sawEntry(id identity) bool {
	return r.saw(path.Join(r.report.Root, id.parts()[idProject]))
}
