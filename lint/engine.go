package lint

import (
	"context"
	"maps"
	"slices"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/suppress"
	"github.com/beianlint/beianlint/lint/usage"
)

// run is one call of Run. Configs and lists that several folders share are read
// once, a mini program that several folders lead to is linted once.
type run struct {
	opt       Options
	result    Result
	rules     []string // ids of all rules
	scope     suppress.Scope
	comments  *suppress.Comments
	recorder  *suppress.Recorder
	setups    map[setupKey]*setup
	baselines map[string]*baseline // by fs name
	lists     []filedList
	standards []standard // different ones, in the order of the folders
	linted    map[programKey]bool
	before    *Result // with Options.Before
}

// standard is what a mini program is held against.
type standard struct {
	setup *setup
	filed *filedlist.List
}

// setupKey tells configs apart.
type setupKey struct{ name, root string } // the fs name of its file; of the repository, where a policy holds

// programKey tells mini programs apart.
type programKey struct {
	root string
	main platform.ID
}

func newRun(opt Options) *run {
	return &run{
		opt: opt, rules: rule.IDs(), scope: suppress.Scope{Complete: len(opt.Platforms) == 0 && len(opt.Exclude) == 0},
		comments: suppress.NewComments(opt.Now), recorder: suppress.NewRecorder(),
		setups: map[setupKey]*setup{}, baselines: map[string]*baseline{}, linted: map[programKey]bool{},
	}
}

// lint lints the mini programs of one folder: it reads the config, walks the
// folder and reads the filed list, in this order.
func (r *run) lint(ctx context.Context, dir string) error {
	start, err := startOf(r.opt.FS, dir)
	if err != nil {
		return err
	}
	r.scope.Starts = append(r.scope.Starts, start)
	root := miniprogram.RepositoryRoot(r.opt.FS, start, r.opt.Cwd)
	p, err := r.setup(start, root)
	if err != nil {
		return err
	}
	repo, err := miniprogram.Load(ctx, r.opt.FS, r.loading(dir, p))
	if err != nil {
		return err
	}
	if r.scope.Root == "" {
		r.scope.Root, r.result.Root = root, root
	}
	r.result.Skipped = append(r.result.Skipped, repo.Skipped...)
	if len(repo.Projects) == 0 {
		return &NoProjectError{Dir: dir, Ignored: repo.IgnoredApp(r.opt.FS)}
	}
	filed, err := r.list(start, root, p)
	if err != nil {
		return err
	}
	s := standard{p, filed}
	if !slices.Contains(r.standards, s) {
		r.standards = append(r.standards, s)
	}
	return r.programs(ctx, repo, s)
}

// programs lints the mini programs of a repository.
func (r *run) programs(ctx context.Context, repo *miniprogram.Repository, s standard) error {
	for _, p := range repo.Problems {
		r.problems(s.setup, rootOf(repo, p.Span), []*source.Problem{p})
	}
	s.setup.holdPlatforms(repo.Projects)
	var todo []*app.Tenant
	for _, project := range repo.Projects {
		key := programKey{project.Root, project.Platforms[0]}
		if r.linted[key] {
			continue
		}
		r.linted[key] = true
		tenants, err := r.tenants(project, s.setup)
		if err != nil {
			return err
		}
		todo = append(append(todo, &app.Tenant{Project: project}), tenants...)
	}
	tables, err := collect(ctx, todo, s.setup.said(r.opt.EachTarget), r.opt.Progress)
	if err != nil {
		return err
	}
	s.setup.repos = append(s.setup.repos, repo)
	for i, t := range todo {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		if err := r.program(t, tables[i], s); err != nil {
			return err
		}
	}
	return nil
}

// program makes the model of one mini program and lets the rules look at it.
func (r *run) program(t *app.Tenant, table usage.Table, s standard) error {
	maps.Copy(s.setup.called, table.Called)
	if t.Template == nil {
		r.result.Summary.Files += len(t.Project.Configs) + len(t.Project.Files)
	} else {
		r.result.Summary.Files++
	}
	entries := s.setup.entries(t)
	said := given(entries, !s.setup.allows(config.AllowUses))
	a, problem := app.New(s.setup.root, t.Project, t.Name, said)
	if problem != nil {
		return config.Fail(problem)
	}
	r.problems(s.setup, a.Root, a.Allowlist.Problems)
	a.Complete(table, said, s.filed.Filings, r.opt.Now)
	r.problems(s.setup, a.Root, a.LongScripts())
	for _, h := range a.Hosts {
		if h.Record != nil {
			s.filed.Need(h.Record.Domain)
		}
	}
	if t.Template == nil {
		s.setup.filter.ReadComments(t.Project)
	}
	r.check(&rule.Model{App: a, Filed: s.filed, Now: r.opt.Now}, s.setup)
	s.setup.note(a, entries)
	r.result.Projects = append(r.result.Projects, a)
	return nil
}

// check lets every rule look at a mini program. Those that yield come last: they
// say nothing of a host for which one that leads has something to report.
func (r *run) check(m *rule.Model, p *setup) {
	led := map[string]bool{}
	for _, ru := range rule.All {
		if ru.App == nil || ru.Yields {
			continue
		}
		for _, f := range ru.App(m) {
			if r.report(ru, f, p, m.Root) && ru.Leads {
				led[f.Host] = true
			}
		}
	}
	for _, ru := range rule.All {
		if ru.App == nil || !ru.Yields {
			continue
		}
		for _, f := range ru.App(m) {
			if !led[f.Host] {
				r.report(ru, f, p, m.Root)
			}
		}
	}
}

// problems makes findings of what readers reported. A problem of no known rule
// is a broken file's: nothing passes silently.
func (r *run) problems(p *setup, project string, problems []*source.Problem) {
	for _, pr := range problems {
		ru := rule.ByID(pr.Message.Rule())
		if ru == nil {
			ru = rule.BrokenFile
		}
		f := &finding.Finding{Message: pr.Message, Args: pr.Args, Related: pr.Related, Places: []finding.Place{{Span: pr.Span}}}
		if slices.Contains(ru.Notices, pr.Message) {
			f.Severity = finding.Notice
		}
		r.report(ru, f, p, project)
	}
}

// report takes a finding of a rule on its way into the result: what somebody has
// decided to live with is suppressed, the severity is set, and what is left is
// put at the place that helps most. It reports whether somebody has to see to the
// finding, now or, where the baseline holds it, later.
func (r *run) report(ru *rule.Rule, f *finding.Finding, p *setup, project string) bool {
	if len(f.Places) == 0 {
		return false
	}
	f.Rule, f.Project, f.Severity = ru.ID, project, p.Severity(ru.ID, p.standard(ru), f.Severity)
	switch p.filter.Apply(f, &r.scope) {
	case suppress.Ignored:
		if f.Severity != finding.Off {
			r.result.Summary.Ignored++
		}
		return false
	case suppress.Baselined:
		return true
	}
	if f.Severity == finding.Off {
		return false
	}
	if r.opt.Since != nil {
		(&suppress.Since{Set: r.opt.Since}).ChangedFirst(f.Places)
	}
	f.Merge()
	if ru.PerFiling && f.Group == "" {
		f.Group = endpoint.FilingDomain(f.Host)
	}
	r.result.Findings = append(r.result.Findings, f)
	if r.opt.Record {
		r.recorder.Add(f, &r.scope)
	}
	return true
}

// finish lets the rules see the lists, reports what was not needed, which is
// known only now, and puts the result in order.
func (r *run) finish(ctx context.Context) error {
	for _, s := range r.standards {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		r.checkLists(s)
	}
	r.reportUnused()
	r.result.Findings = finding.Sort(r.result.Findings)
	finding.Number(r.scope.Root, r.result.Findings)
	r.limit()
	r.result.sort()
	r.result.count()
	for _, b := range r.baselines {
		r.result.Summary.Baselined += b.Silenced()
	}
	if !r.opt.Record {
		return nil
	}
	record, err := r.recorder.Finish(r.opt.FS, r.result.Findings, r.rules, &r.scope)
	r.result.Baseline = record
	return err
}

// checkLists reports what the readers and the rules have to say of a filed list.
func (r *run) checkLists(s standard) {
	r.problems(s.setup, "", s.filed.Problems)
	for _, ru := range rule.All {
		if ru.Lists == nil {
			continue
		}
		off := s.setup.Severity(ru.ID, ru.Severity, "") == finding.Off
		for _, f := range ru.Lists(&rule.Lists{Filed: s.filed, Now: r.opt.Now, MaxAge: s.setup.MaxAge, Unused: !off}) {
			r.report(ru, f, s.setup, "")
		}
	}
}

// reportUnused reports which comments and entries of baselines and configs do not
// count or have come to nothing. That is known only when all that is needed was
// used; an entry of a config can silence what is said about the others.
func (r *run) reportUnused() {
	r.comments.Problems(&r.scope, func(f *suppress.Filter, project string, problems []*source.Problem) {
		for _, p := range r.setups {
			if p.filter == f {
				r.problems(p, project, problems)
			}
		}
	})
	for _, name := range slices.Sorted(maps.Keys(r.baselines)) {
		b := r.baselines[name]
		r.problems(b.setup, "", b.Problems(&b.setup.filter.Policy, &r.scope))
	}
	for _, s := range r.standards {
		r.problems(s.setup, "", append(s.setup.overrides(), s.setup.problems()...))
	}
}

// limit leaves out the findings that nothing of what changed has to do with.
// Where a list or a config changed so that any finding may be new, all stay.
func (r *run) limit() {
	if r.opt.Since == nil {
		return
	}
	s := &suppress.Since{Set: r.opt.Since, Lists: r.result.Lists, WholeFile: map[string]bool{}}
	for _, ru := range rule.All {
		s.WholeFile[ru.ID] = ru.WholeFile
	}
	if r.result.Cause = s.Cause(r.result.Config); r.result.Cause != "" {
		return
	}
	if r.before != nil {
		s.Know(r.before.Root, r.before.Findings)
	}
	found := len(r.result.Findings)
	r.result.Findings = slices.DeleteFunc(r.result.Findings, func(f *finding.Finding) bool { return !s.Concerns(r.scope.Root, f) })
	r.result.Summary.Unchanged = found - len(r.result.Findings)
}
