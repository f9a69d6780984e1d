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

// policy is a config with what it makes of findings.
type policy struct {
	*config.Config
	root     source.Root // of the files that it names
	filter   *suppress.Filter
	strict   bool                     // as the config or a flag says
	complete bool                     // all that the config speaks for is linted in this run
	used     map[*config.Project]bool // entries that some mini program was meant by
	called   map[int]bool             // clients that some code calls
}

// standard is the severity of a rule where the config names none.
func (p *policy) standard(ru *rule.Rule) finding.Severity {
	if p.strict && ru.Strict {
		return finding.Error
	}
	return ru.Severity
}

// readPolicy reads the config of a name; "" says nothing.
func (r *run) readPolicy(name, repository string) (*policy, error) {
	c := &config.Config{}
	root := source.RootFor(r.opt.FS, repository, name)
	if name != "" {
		var err error
		if c, err = config.Read(root, name, r.rules); err != nil {
			return nil, err
		}
		r.result.Config = append(r.result.Config, name)
	}
	rules := suppress.Policy{Known: r.rules, ConfigOnly: map[string]bool{}, NotIgnorable: c.NotIgnorable}
	for _, ru := range rule.All {
		rules.ConfigOnly[ru.ID] = ru.ConfigOnly
	}
	return &policy{
		Config: c, root: root,
		filter: suppress.NewFilter(rules, c.Ignores, r.comments, r.opt.Now),
		strict: c.Strict || r.opt.Strict,
		used:   map[*config.Project]bool{}, called: map[int]bool{},
	}, nil
}

// policy returns what the config says that is named, or the nearest one.
func (r *run) policy(start, root string) (*policy, error) {
	name := r.opt.Config
	if name == "" {
		name = source.FindUp(r.opt.FS, start, root, config.Name)
	}
	p := r.policies[name]
	if p == nil {
		var err error
		if p, err = r.readPolicy(name, root); err != nil {
			return nil, err
		}
		r.policies[name] = p
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
	policy *policy
}

// useBaseline gives a config the baseline that is asked for, or its own. When one
// is to be written, none holds: every finding counts.
func (r *run) useBaseline(p *policy, root string) (err error) {
	if r.opt.Record {
		return r.recorder.SetFile(r.opt.Baseline, p.Config, root)
	}
	name, within := r.opt.Baseline, source.RootFor(r.opt.FS, root, r.opt.Baseline)
	if name == "" && p.Baseline != nil {
		name, within = p.Baseline.Name, p.root
	}
	if name == "" {
		return nil
	}
	b := r.baselines[name]
	if b == nil {
		b = &baseline{policy: p}
		if b.Baseline, err = suppress.ReadBaseline(within, name, r.rules, r.opt.Now); err != nil {
			return p.placeBaseline(err)
		}
		r.baselines[name] = b
		r.result.Baselines = append(r.result.Baselines, name)
	}
	p.filter.UseBaseline(b.Baseline)
	return nil
}

// placeBaseline puts a baseline that cannot be read at the place where the config
// names it.
func (p *policy) placeBaseline(err error) error {
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
	policy  *policy
}

// list returns the filed lists that are named, or the config's, or the nearest.
func (r *run) list(start, root string, p *policy) (*filedlist.List, error) {
	sources := r.sources(start, root, p)
	i := slices.IndexFunc(r.lists, func(l filedList) bool { return l.policy == p && slices.Equal(l.sources, sources) })
	if i < 0 {
		read, err := filedlist.Read(r.opt.FS, sources, &p.Lists, r.opt.NeedList)
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
func (r *run) sources(start, root string, p *policy) (sources []config.List) {
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
func (p *policy) placeList(err error) error {
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
func (p *policy) entries(t *app.Tenant) []*config.Project {
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

func (p *policy) entriesOf(m *miniprogram.Project) (said []*config.Project) {
	for _, e := range p.Projects {
		if e.Means(m) {
			p.used[e] = true
			said = append(said, e)
		}
	}
	return said
}

// given returns what the config says of a mini program, as its model takes it.
func given(entries []*config.Project) (out []app.Given) {
	for _, e := range entries {
		out = append(out, app.Given{
			Boxes: e.Boxes, File: e.Allowlist, Entities: e.Entities, Uses: e.Uses, Tenants: len(e.Tenants) > 0,
		})
	}
	return out
}

// problems returns what is wrong with the entries of the config.
func (p *policy) problems() (out []*source.Problem) {
	for _, e := range p.Projects {
		if !p.used[e] && p.complete {
			out = append(out, &source.Problem{Span: e.Span, Message: "unused-ignore.project"})
		}
	}
	for i, c := range p.Clients {
		if !p.called[i] && p.complete {
			out = append(out, &source.Problem{Span: c.Span, Message: "unused-ignore.client", Args: []any{c.Call}})
		}
	}
	return append(out, p.filter.Problems(p.complete)...)
}
