package lint

import (
	"bytes"
	"context"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// run is one call of Run. Configs and lists that several folders share are read
// once, a mini program that several folders lead to is linted once.
type run struct {
	opt     Options
	report  Report
	configs map[string]*config
	lists   map[string]*filedList
	judges  []judge  // different ones, in the order of the folders
	starts  []string // the folders that were linted
	linted  map[string]bool
	rented  map[*miniprogram.Project]tenant // those that a template becomes

	comments  *comments
	baselines map[string]*baseline // by fs name
	recorder  recorder
}

// judge is what a mini program is judged by.
type judge struct {
	config *config
	filed  *filedList
}

func newRun(opt Options) *run {
	return &run{
		opt: opt, configs: map[string]*config{}, lists: map[string]*filedList{}, linted: map[string]bool{},
		rented: map[*miniprogram.Project]tenant{}, comments: newComments(opt.Now),
		baselines: map[string]*baseline{}, recorder: recorder{places: map[string]map[int]bool{}, counts: map[string]int{}},
	}
}

// lint lints the mini programs of one folder.
func (r *run) lint(ctx context.Context, dir string) error {
	start := dir
	if info, err := fs.Stat(r.opt.FS, dir); err != nil {
		return err
	} else if !info.IsDir() {
		start = path.Dir(dir)
	}
	r.starts = append(r.starts, start)
	root := miniprogram.RepositoryRoot(r.opt.FS, start, r.opt.Cwd)
	c, err := r.config(start, root)
	if err != nil {
		return err
	}
	repo, err := miniprogram.Load(ctx, r.opt.FS, r.loading(dir, c))
	if err != nil {
		return err
	}
	r.count(root, repo)
	if len(repo.Projects) == 0 {
		return &NoProjectError{Dir: dir}
	}
	filed, err := r.list(start, root, c)
	if err != nil {
		return err
	}
	return r.programs(ctx, repo, r.judge(c, filed))
}

func (r *run) count(root string, repo *miniprogram.Repository) {
	if r.report.Root == "" {
		r.report.Root = root
	}
	r.report.Skipped = append(r.report.Skipped, repo.Skipped...)
}

// judge remembers who judges, so that unused entries are reported in the end.
func (r *run) judge(c *config, filed *filedList) judge {
	j := judge{c, filed}
	if !slices.Contains(r.judges, j) {
		r.judges = append(r.judges, j)
	}
	return j
}

// loading says which mini programs to load and which files to leave out.
func (r *run) loading(dir string, c *config) miniprogram.Options {
	exclude := slices.Clone(c.exclude)
	for _, glob := range r.opt.Exclude {
		exclude = append(exclude, folderGlob(r.opt.Cwd, glob))
	}
	var roots []miniprogram.RootHint
	for _, p := range c.projects {
		if p.root != "" {
			roots = append(roots, miniprogram.RootHint{Root: p.root, AppID: p.appID, Platform: p.platform})
		}
	}
	return miniprogram.Options{
		Dir: dir, Around: r.opt.Cwd, NoIgnore: r.opt.NoIgnore, Exclude: exclude, Base: ".",
		Platform: r.opt.Platform, Keep: r.comments.keep, Roots: roots, Count: r.opt.Progress.files(),
	}
}

// config returns the config that is named or the nearest one.
func (r *run) config(start, root string) (*config, error) {
	name := r.opt.Config
	if name == "" {
		name = findUp(r.opt.FS, start, root, configName)
	}
	c := r.configs[name]
	if c == nil {
		c = &config{}
		if name != "" {
			var err error
			if c, err = readConfig(r.opt.FS, name); err != nil {
				return nil, err
			}
			c.expire(r.opt.Now)
			r.report.Config = append(r.report.Config, name)
		}
		r.configs[name] = c
		if err := r.useBaseline(c, root); err != nil {
			return nil, err
		}
	}
	c.whole = c.whole || r.whole(start, c.folder)
	return c, nil
}

// list returns the filed lists that are named, or the config's, or the nearest.
func (r *run) list(start, root string, c *config) (*filedList, error) {
	sources := r.sources(start, root, c)
	key := listKey(sources, c)
	l := r.lists[key]
	if l == nil {
		var err error
		if l, err = readList(r.opt.FS, sources, c.listPolicy, r.opt.NeedList); err != nil {
			return nil, c.blamed(err)
		}
		r.lists[key] = l
		r.report.Lists = append(r.report.Lists, l.names...)
	}
	for _, name := range l.names {
		l.whole = l.whole || r.whole(start, path.Dir(name))
	}
	return l, nil
}

// sources returns where filings are read from.
func (r *run) sources(start, root string, c *config) (sources []listSource) {
	for _, name := range r.opt.Filed {
		sources = append(sources, listSource{named: named{name: name}})
	}
	if len(sources) > 0 {
		return sources
	}
	if len(c.filed) > 0 {
		return c.filed
	}
	if found := findUp(r.opt.FS, start, root, listName); found != "" {
		sources = []listSource{{named: named{name: found}}}
	}
	return sources
}

// listKey tells lists apart: by their files, and by the config that says what
// counts in them.
func listKey(sources []listSource, c *config) string {
	var key bytes.Buffer
	for _, s := range sources {
		key.WriteString(s.name + "\x00")
	}
	if c.file != nil {
		key.WriteString("\x00" + c.file.Name)
	}
	return key.String()
}

// programs lints the mini programs of a repository.
func (r *run) programs(ctx context.Context, repo *miniprogram.Repository, j judge) error {
	for _, p := range repo.Problems {
		r.problems(j.config, rootOf(repo, p.Span), []*source.Problem{p})
	}
	var todo []*miniprogram.Project
	for _, project := range repo.Projects {
		key := project.Root + "\x00" + string(project.Platforms[0])
		if !r.linted[key] {
			r.linted[key] = true
			tenants, err := r.tenants(project, j.config)
			if err != nil {
				return err
			}
			todo = append(append(todo, project), tenants...)
		}
	}
	tables := collect(ctx, todo, j.config.env, r.opt.Progress)
	if err := ctx.Err(); err != nil {
		return err
	}
	for i, project := range todo {
		if err := r.program(project, tables[i], j); err != nil {
			return err
		}
	}
	return nil
}

// collect finds the uses of every mini program, one on each core at a time.
func collect(ctx context.Context, projects []*miniprogram.Project, env map[string]string, done *Progress) []usage.Table {
	done.found(len(projects))
	tables := make([]usage.Table, len(projects))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(projects)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(projects) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				tables[i] = usage.Collect(projects[i], env)
				done.followed()
			}
		})
	}
	group.Wait()
	return tables
}

// program lints one mini program.
func (r *run) program(project *miniprogram.Project, table usage.Table, j judge) error {
	tenant := r.rented[project]
	if tenant.name == "" {
		r.report.Summary.Files += len(project.Configs) + len(project.Files)
	} else {
		r.report.Summary.Files++
	}
	pr := &program{Project: project, declared: map[category]bool{}, tenant: tenant.name}
	for _, id := range project.Platforms {
		pr.platforms = append(pr.platforms, platform.ByID(id))
	}
	said := r.said(project, j.config)
	if err := pr.readAllowlist(r.opt.FS, said); err != nil {
		return err
	}
	r.problems(j.config, project.Root, pr.allow.Problems)
	pr.table = table
	pr.addUses(said)
	pr.hosts = pr.byHost()
	for _, h := range pr.hosts {
		if h.judge(pr.platforms, j.filed.list, r.opt.Now); h.filing != nil {
			j.filed.needed[h.filing.Domain] = true
		}
	}
	if tenant.name == "" {
		r.comments.readAll(project, j.config)
	}
	p := r.pass(j.config)
	p.program, p.filed = pr, j.filed
	r.report.Findings = append(r.report.Findings, p.check(Rules)...)
	r.report.Projects = append(r.report.Projects, pr.report())
	return nil
}

// problems makes findings of what readers reported. A problem of no known rule
// is a broken file's: nothing passes silently.
func (r *run) problems(c *config, project string, problems []*source.Problem) {
	for _, pr := range problems {
		rule := RuleByID(pr.Message.Rule())
		if rule == nil {
			rule = brokenFile
		}
		p := r.pass(c)
		p.rule = rule
		p.report(&Finding{Message: pr.Message, Args: pr.Args, Related: pr.Related, Project: project}, &place{span: pr.Span})
		r.report.Findings = append(r.report.Findings, p.findings...)
	}
}

// rootOf returns the root of the mini program that a place lies in, "" when in none.
func rootOf(repo *miniprogram.Repository, at source.Span) (root string) {
	for _, p := range repo.Projects {
		if source.Within(fileName(at), p.Root) && len(p.Root) >= len(root) {
			root = p.Root
		}
	}
	return root
}

// whole reports whether a run that starts in one folder sees all that a config
// or list in another speaks for: only then is an entry that is not needed there
// not needed at all.
func (r *run) whole(start, folder string) bool {
	return r.opt.Platform == "" && len(r.opt.Exclude) == 0 && source.Within(folder, start)
}

// pass returns what looks at a mini program, at lists or at a config.
func (r *run) pass(c *config) *Pass {
	return &Pass{run: r, config: c, now: r.opt.Now, changes: r.opt.Since}
}

// saw reports whether the run saw all that what stands in a folder is about.
//
//go:noinline
func (r *run) saw(folder string) bool {
	return slices.ContainsFunc(r.starts, func(start string) bool { return r.whole(start, folder) })
}
