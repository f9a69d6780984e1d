package lint

import (
	"io/fs"
	"path"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
)

// startOf returns the folder that a folder or file stands for.
func startOf(fsys fs.FS, dir string) (string, error) {
	info, err := fs.Stat(fsys, dir)
	if err == nil && !info.IsDir() {
		dir = path.Dir(dir)
	}
	return dir, err
}

// loading says which mini programs to load and which files to leave out.
func (r *run) loading(dir string, p *setup) miniprogram.Options {
	var exclude []string
	for _, glob := range p.Exclude {
		exclude = append(exclude, glob.Name)
	}
	for _, glob := range r.opt.Exclude {
		exclude = append(exclude, source.GlobBelow(r.opt.Cwd, glob))
	}
	var roots []miniprogram.RootHint
	for _, e := range p.Projects {
		if e.Root == "" {
			continue
		}
		roots = append(roots, miniprogram.RootHint{Root: e.Root, AppID: e.AppID, Platforms: e.Platforms})
	}
	return miniprogram.Options{
		Dir: dir, Around: r.opt.Cwd, NoIgnore: r.opt.NoIgnore, Exclude: exclude, Base: ".",
		Platforms: r.opt.Platforms, Keep: r.comments.Keep, Roots: roots, Hold: p.hold(), Count: r.opt.Progress.files(), Much: r.opt.Progress.reads,
	}
}

// rootOf returns the root of the mini program that a place lies in, "" if in none.
func rootOf(repo *miniprogram.Repository, at source.Span) (root string) {
	for _, p := range repo.Projects {
		if source.Within(at.FileName(), p.Root) && len(p.Root) >= len(root) {
			root = p.Root
		}
	}
	return root
}

// tenants returns the mini programs that the config says a template becomes. A
// file that cannot be read or parsed is a finding, and the tenant is left out.
func (r *run) tenants(template *miniprogram.Project, p *setup) (tenants []*app.Tenant, err error) {
	for _, e := range p.entriesOf(template) {
		for _, glob := range e.Tenants {
			names, problem := app.TenantFiles(p.root, glob)
			if problem != nil {
				return nil, config.Fail(problem)
			}
			for _, name := range names {
				t, problems := app.NewTenant(p.root, template, name)
				r.problems(p, template.Root, problems)
				if t != nil {
					tenants = append(tenants, t)
				}
			}
		}
	}
	return tenants, nil
}
