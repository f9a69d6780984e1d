package lint

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
)

// The files of a tenant (商户) of a third-party platform: its values for the
// template, and what it declares itself.
const (
	tenantFile      = "ext.json"
	tenantAllowlist = "server-domains.json"
)

// maxTenants bounds a glob: each tenant is a run over the whole template.
const maxTenants = 1000

// tenant is a mini program that a template becomes with the values of one
// tenant.
type tenant struct {
	template *miniprogram.Project
	name     string // fs name of its ext.json
}

// tenants returns the mini programs that the config says a template becomes.
// The error is a *ConfigError.
func (r *run) tenants(template *miniprogram.Project, c *config) (out []*miniprogram.Project, err error) {
	for _, said := range c.of(template) {
		for _, glob := range said.tenants {
			names, err := matching(r.opt.FS, glob.name)
			problem := &source.Problem{Span: glob.span, Message: "config.tenants-none"}
			if len(names) > maxTenants {
				problem = &source.Problem{Span: glob.span, Message: "config.tenants-many", Args: []any{len(names), maxTenants}}
			}
			if err != nil || len(names) == 0 || len(names) > maxTenants {
				return nil, &ConfigError{Problems: []*source.Problem{problem}}
			}
			for _, name := range names {
				if project, ok := r.tenant(template, name, c); ok {
					out = append(out, project)
				}
			}
		}
	}
	return out, nil
}

// matching returns the files that a glob matches, in order. It walks only below
// the folder that the glob begins with; doublestar.Glob would add 27 KB.
func matching(fsys fs.FS, glob string) (names []string, err error) {
	base, _ := doublestar.SplitPattern(glob)
	err = fs.WalkDir(fsys, base, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == base:
			return nil // no such folder: nothing matches
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git"):
			return fs.SkipDir
		case !d.IsDir() && doublestar.MatchUnvalidated(glob, name):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// tenant returns the template with the values of one tenant. A file that cannot
// be read or parsed is a finding, and the tenant is left out.
func (r *run) tenant(template *miniprogram.Project, name string, c *config) (*miniprogram.Project, bool) {
	ext, ok := r.tenantConfig(template, name, c)
	if !ok {
		return nil, false
	}
	project := *template
	project.Configs = nil
	for _, f := range template.Configs {
		if path.Base(f.Name) != tenantFile {
			project.Configs = append(project.Configs, f)
		}
	}
	project.Configs = append(project.Configs, ext)
	if id := ext.Doc.Root().Get("extAppid").String(); id != "" {
		project.AppID = id
	}
	own := path.Join(path.Dir(name), tenantAllowlist)
	held := slices.ContainsFunc(template.Configs, func(f *miniprogram.File) bool { return f.Name == own })
	if _, err := fs.Stat(r.opt.FS, own); err == nil && !held {
		if f, ok := r.tenantConfig(template, own, c); ok {
			project.Configs = append(project.Configs, f)
		}
	}
	r.rented[&project] = tenant{template, name}
	return &project, true
}

// tenantConfig reads one file of a tenant.
func (r *run) tenantConfig(template *miniprogram.Project, name string, c *config) (*miniprogram.File, bool) {
	data, problem := readFile(r.opt.FS, name, jsonc.MaxSize, "unreadable-file.tenant")
	if problem != nil {
		r.problems(c, template.Root, []*source.Problem{problem})
		return nil, false
	}
	file := source.NewFile(name, data)
	doc, problems := jsonc.Parse(file)
	r.problems(c, template.Root, problems)
	shown := strings.TrimPrefix(name, template.Root+"/")
	return &miniprogram.File{File: file, Kind: miniprogram.Config, Path: shown, Doc: doc}, len(problems) == 0
}

// said returns what the config says of a mini program; of a tenant's, also what
// it says of the template.
func (r *run) said(project *miniprogram.Project, c *config) []*projectConfig {
	said := c.of(project)
	if t, ok := r.rented[project]; ok {
		for _, p := range c.of(t.template) {
			if !slices.Contains(said, p) {
				said = append(said, p)
			}
		}
	}
	return said
}
