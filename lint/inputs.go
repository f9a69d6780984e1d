package lint

import (
	"errors"
	"path"
	"slices"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/suppress"
)

// setup is a config with what it makes of findings.
type setup struct {
	*config.Config
	root     source.Root // of the files that it names
	filter   *suppress.Filter
	policy   *policy           // what the config does not loosen; nil for none
	tried    []*source.Problem // what it would have loosened
	exclude  []source.Ref      // what it would have left out
	read     map[string]bool   // with a policy: fs names of what was read, whether it is a file
	repos    []*miniprogram.Repository
	strict   bool                     // as the config or a flag says
	complete bool                     // all that the config speaks for is linted in this run
	used     map[*config.Project]bool // entries that some mini program was meant by
	called   map[int]bool             // clients that some code calls
}

// standard is the severity of a rule where the config names none.
func (p *setup) standard(ru *rule.Rule) finding.Severity { return severityOf(ru, p.strict) }

// severityOf is the severity of a rule where nothing names one.
func severityOf(ru *rule.Rule, strict bool) finding.Severity {
	if strict && ru.Strict {
		return finding.Error
	}
	return ru.Severity
}

// readSetup reads the config of a name; "" says nothing.
func (r *run) readSetup(name, repository string) (*setup, error) {
	c := &config.Config{}
	root := source.RootFor(r.opt.FS, repository, name)
	if name != "" {
		var err error
		if c, err = config.Read(root, name, r.rules); err != nil {
			return nil, err
		}
		r.result.Config = append(r.result.Config, name)
	}
	s := &setup{Config: c, root: root, used: map[*config.Project]bool{}, called: map[int]bool{}, read: map[string]bool{}}
	if err := r.underPolicy(s, repository); err != nil {
		return nil, err
	}
	s.strict = c.Strict || r.opt.Strict
	rules := suppress.Policy{Known: r.rules, ConfigOnly: map[string]bool{}, NotIgnorable: c.NotIgnorable}
	for _, ru := range rule.All {
		rules.ConfigOnly[ru.ID] = ru.ConfigOnly
	}
	if s.policy != nil {
		baseline, _ := r.baselineOf(s, repository)
		rules.Held = s.policy.held(baseline != "" && !r.isOfRepository(repository, baseline))
	}
	s.filter = suppress.NewFilter(rules, c.Ignores, r.comments, r.opt.Now)
	return s, nil
}

// underPolicy brings the policy of the run, if there is one, into a config.
func (r *run) underPolicy(s *setup, repository string) (err error) {
	if s.policy, err = r.readPolicy(repository); err != nil || s.policy == nil {
		return err
	}
	if !slices.Contains(r.result.Config, r.opt.Policy) {
		r.result.Config = append(r.result.Config, r.opt.Policy)
	}
	s.apply(r.opt.Strict)
	return nil
}

// setup returns what the config says that is named, or the nearest one.
func (r *run) setup(start, root string) (*setup, error) {
	name := r.opt.Config
	if name == "" {
		name = source.FindUp(r.opt.FS, start, root, config.Name)
	}
	key := setupKey{name: name}
	if r.opt.Policy != "" {
		key.root = root // what its patterns are relative to
	}
	p := r.setups[key]
	if p == nil {
		var err error
		if p, err = r.readSetup(name, root); err != nil {
			return nil, err
		}
		r.setups[key] = p
		if err := r.useBaseline(p, root); err != nil {
			return nil, err
		}
	}
	p.complete = p.complete || r.scope.Sees(start, p.Folder)
	return p, nil
}

// baseline is a baseline with the first config that names it.
type baseline struct {
	*suppress.Baseline
	setup *setup
}

// useBaseline gives a config the baseline that is asked for, or its own. When one
// is to be written, none holds: every finding counts.
func (r *run) useBaseline(p *setup, root string) (err error) {
	if r.opt.Record {
		return r.recorder.SetFile(r.opt.Baseline, p.Config, root)
	}
	name, within := r.baselineOf(p, root)
	if name == "" {
		return nil
	}
	b := r.baselines[name]
	if b == nil {
		b = &baseline{setup: p}
		if b.Baseline, err = suppress.ReadBaseline(within, name, r.rules, r.opt.Now); err != nil {
			return p.placeBaseline(err)
		}
		r.baselines[name] = b
		r.result.Baselines = append(r.result.Baselines, name)
	}
	p.filter.UseBaseline(b.Baseline)
	return nil
}

// baselineOf returns the fs name of the baseline of a config, "" for none, and what it
// may not leave.
func (r *run) baselineOf(p *setup, root string) (name string, within source.Root) {
	if r.opt.Baseline != "" || p.Baseline == nil {
		return r.opt.Baseline, source.RootFor(r.opt.FS, root, r.opt.Baseline)
	}
	return p.Baseline.Name, p.root
}

// placeBaseline puts a baseline that cannot be read at the place where the config
// names it.
func (p *setup) placeBaseline(err error) error {
	var bad *config.Error
	if errors.As(err, &bad) && p.Baseline != nil && bad.Problems[0].Message == "config.baseline" {
		bad.Problems[0].Span = p.Baseline.Span
	}
	return err
}

// filedList is a list that was read, with what it was read for.
type filedList struct {
	*filedlist.List
	sources []config.List
	setup   *setup
}

// list returns the filed lists that are named, or the config's, or the nearest.
func (r *run) list(start, root string, p *setup) (*filedlist.List, error) {
	sources := r.sources(start, root, p)
	i := slices.IndexFunc(r.lists, func(l filedList) bool { return l.setup == p && slices.Equal(l.sources, sources) })
	if i < 0 {
		read, err := filedlist.Read(r.opt.FS, sources, &p.Lists, r.opt.NeedList, r.opt.Progress.reads)
		if err != nil {
			return nil, p.placeList(err)
		}
		i = len(r.lists)
		r.lists = append(r.lists, filedList{read, sources, p})
		r.result.Lists = append(r.result.Lists, read.Names...)
	}
	l := r.lists[i].List
	for _, name := range l.Names {
		l.Complete = l.Complete || r.scope.Sees(start, path.Dir(name))
	}
	return l, nil
}

// sources returns where filings are read from.
func (r *run) sources(start, root string, p *setup) []config.List {
	own := r.ownSources(start, root, p)
	if p.policy == nil {
		return own
	}
	return p.policy.sources(r, start, own)
}

// ownSources is sources without those of a policy.
func (r *run) ownSources(start, root string, p *setup) (sources []config.List) {
	for _, name := range r.opt.Filed {
		sources = append(sources, config.List{Ref: source.Ref{Name: name}, Within: source.RootFor(r.opt.FS, root, name).Folder})
	}
	if len(sources) > 0 {
		return sources
	}
	for _, l := range p.Filed {
		l.Within = p.root.Folder
		sources = append(sources, l)
	}
	if len(sources) > 0 {
		return sources
	}
	if found := source.FindUp(r.opt.FS, start, root, filedlist.Name); found != "" {
		sources = []config.List{{Ref: source.Ref{Name: found}, Within: root}}
	}
	return sources
}

// placeList puts a list that cannot be read at the place where the config names it.
func (p *setup) placeList(err error) error {
	var list *filedlist.Error
	if !errors.As(err, &list) {
		return err
	}
	for _, problem := range list.Problems {
		for _, l := range p.Filed {
			if problem.Message == "list.unreadable" && problem.Span.FileName() == l.Name {
				problem.Span = l.Span
			}
		}
	}
	return err
}

// entries returns what the config says of a mini program, in its order; of a
// tenant's, also what it says of the template.
func (p *setup) entries(t *app.Tenant) []*config.Project {
	said := p.entriesOf(t.Project)
	if t.Template != nil {
		for _, e := range p.entriesOf(t.Template) {
			if !slices.Contains(said, e) {
				said = append(said, e)
			}
		}
	}
	return said
}

func (p *setup) entriesOf(m *miniprogram.Project) (said []*config.Project) {
	for _, e := range p.Projects {
		if e.Means(m) {
			p.used[e] = true
			said = append(said, e)
		}
	}
	return said
}

// given returns what the config says of a mini program, as its model takes it; open, that
// more may be contacted than it says.
func given(entries []*config.Project, open bool) (out []app.Given) {
	for _, e := range entries {
		out = append(out, app.Given{
			Boxes: e.Boxes, File: e.Allowlist, Entities: e.Entities, Uses: e.Uses, Open: open, Tenants: len(e.Tenants) > 0,
		})
	}
	return out
}

// problems returns what is wrong with the entries of the config.
func (p *setup) problems() (out []*source.Problem) {
	for _, e := range p.Projects {
		if !p.used[e] && p.complete {
			out = append(out, &source.Problem{Span: e.Span, Message: "unused-ignore.project"})
		}
	}
	for i, c := range p.Clients {
		if !p.called[i] && p.complete && c.Span.File == p.File {
			out = append(out, &source.Problem{Span: c.Span, Message: "unused-ignore.client", Args: []any{c.Call}})
		}
	}
	return append(out, p.filter.Problems(p.complete)...)
}
