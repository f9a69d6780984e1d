package lint

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
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
// told of them again. A nil baseline holds nothing.
type baseline struct {
	name     string
	config   *config // the first that names it
	until    filing.Date
	untilAt  source.Span
	expired  bool
	entries  []*baselined
	byPlace  map[identity]*baselined
	silenced map[identity]bool // findings, by their first place
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
	if len(problems) > 0 {
		return nil, &ConfigError{Problems: problems}
	}
	b := &baseline{name: name, byPlace: map[identity]*baselined{}, silenced: map[identity]bool{}}
	d := &decoder{config: &config{}, fsys: fsys}
	d.baseline(doc.Root(), b)
	if len(d.problems) > 0 {
		return nil, &ConfigError{Problems: d.problems}
	}
	return b, nil
}

func (d *decoder) baseline(n jsonc.Node, b *baseline) {
	if !n.Get("version").Exists() {
		d.fail(n, "config.not-baseline")
		return
	}
	d.object(n, keys{
		"version": func(n jsonc.Node) {
			if v, ok := n.Int(); !ok || v != baselineVersion {
				d.fail(n, "config.baseline-version", strings.TrimSpace(n.Raw()), baselineVersion)
			}
		},
		"until":    func(n jsonc.Node) { b.until, b.untilAt = d.date(n), n.Span() },
		"findings": func(n jsonc.Node) { d.items(n, func(n jsonc.Node) { b.add(d.baselined(n)) }) },
	})
}

func (d *decoder) baselined(n jsonc.Node) *baselined {
	e := &baselined{count: 1, span: n.Span(), seen: map[int]bool{}}
	text := func(to *string) func(jsonc.Node) { return func(n jsonc.Node) { *to = d.text(n) } }
	d.object(n, keys{
		"rule": func(n jsonc.Node) { e.rule = d.ruleID(n) }, "file": text(&e.file), "project": text(&e.project), "host": text(&e.host),
		"category": func(n jsonc.Node) { e.category = category(d.text(n)) }, "what": text(&e.what),
		"count": func(n jsonc.Node) {
			if e.count, _ = n.Int(); e.count < 1 {
				d.wants(n, message.Text{EN: "a number above 0", ZH: "大于 0 的数"})
			}
		},
	})
	if e.rule == "" || e.file == "" {
		d.fail(n, "config.baseline-entry")
	}
	return e
}

// add takes an entry in. Of two alike the first counts.
func (b *baseline) add(e *baselined) {
	b.entries = append(b.entries, e)
	if b.byPlace[e.identity] == nil {
		b.byPlace[e.identity] = e
	}
}

// holds reports whether a place was there when the baseline was written: one of
// as many as there were, in the order in which they are met.
func (b *baseline) holds(id identity, offset int) bool {
	e := b.byPlace[id]
	if e == nil || b.expired {
		return false
	}
	if !e.seen[offset] && len(e.seen) == e.count {
		return false
	}
	e.seen[offset] = true
	return true
}

// old takes the places out that the baseline holds. A finding of which none is
// left is counted, and its host is spoken of as if it were reported.
func (p *Pass) old(f *Finding, places []*place) []*place {
	b := p.config.baseline
	if b == nil || !p.config.ignorable(p.rule) || len(places) == 0 {
		return places
	}
	first := f.identify(places[0].span, places[0].category)
	places = slices.DeleteFunc(places, func(pl *place) bool {
		return b.holds(f.identify(pl.span, pl.category), pl.span.Start)
	})
	if len(places) == 0 {
		b.silenced[first] = true
		p.spoken = append(p.spoken, f.Host)
	}
	return places
}

// ignorable reports whether comments and baselines may silence a rule.
func (c *config) ignorable(r *Rule) bool { return !c.firm[r.ID] && r.InComments() }

// useBaseline gives a config the baseline that is asked for, or its own. When one
// is to be written, none holds: every finding counts.
func (r *run) useBaseline(c *config, root string) error {
	name := r.baselineOf(c)
	if r.opt.Record {
		return r.recordTo(c, root)
	}
	if name == "" {
		return nil
	}
	if r.baselines[name] == nil {
		b, err := readBaseline(r.opt.FS, name)
		if err != nil {
			return c.blamedFor(err)
		}
		b.config = c
		b.expired = b.untilAt.File != nil && b.until.Before(r.opt.Now)
		r.baselines[name] = b
		r.report.Baselines = append(r.report.Baselines, name)
	}
	c.baseline = r.baselines[name]
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

// report tells of the entries that do not count or have come to nothing.
func (b *baseline) report(p *Pass) {
	refused := map[string][]*place{}
	var order []string
	for _, e := range b.entries {
		if rule := RuleByID(e.rule); !p.config.ignorable(rule) {
			if refused[e.rule] == nil {
				order = append(order, e.rule)
			}
			refused[e.rule] = append(refused[e.rule], &place{span: e.span, role: "related.again"})
		}
	}
	p.rule = invalidIgnore
	for _, rule := range order {
		p.report(&Finding{Message: "invalid-ignore.firm", Args: []any{rule}}, refused[rule]...)
	}
	p.rule = unusedIgnore
	if b.expired {
		p.report(&Finding{Message: "unused-ignore.expired", Args: []any{b.until.String()}}, &place{span: b.untilAt})
		return
	}
	for _, e := range b.entries {
		if refused[e.rule] == nil && p.run.sawEntry(e.identity) {
			e.report(p)
		}
	}
}

func (e *baselined) report(p *Pass) {
	switch left := len(e.seen); {
	case left == 0:
		p.report(&Finding{Message: "unused-ignore.baseline", Args: []any{e.rule, e.file}}, &place{span: e.span})
	case left < e.count:
		p.report(&Finding{Message: "unused-ignore.fewer", Args: []any{e.rule, e.file, strconv.Itoa(left), strconv.Itoa(e.count)}}, &place{span: e.span})
	}
}

// sawEntry reports whether the run saw all that an entry is about: its mini
// program, or the whole repository.
func (r *run) sawEntry(id identity) bool {
	return r.saw(path.Join(r.report.Root, id.project))
}
