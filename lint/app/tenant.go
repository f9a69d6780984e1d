package app

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

// TenantFile is the file of a tenant (商户) of a third-party platform that has
// its values for the template; what it declares itself stands beside it.
const (
	TenantFile      = "ext.json"
	tenantAllowlist = "server-domains.json"
)

// maxTenants bounds a glob: each tenant is a run over the whole template.
const maxTenants = 1000

// Tenant is a mini program that a template becomes with the values of one tenant.
type Tenant struct {
	Project  *miniprogram.Project
	Template *miniprogram.Project
	Name     string // fs name of its ext.json
}

// TenantFiles returns the files that a glob of the config matches, in order. It
// fails if there are none or too many.
func TenantFiles(root source.Root, glob source.Ref) ([]string, *source.Problem) {
	names, err := doublestar.Glob(sources{root}, glob.Name, doublestar.WithFailOnIOErrors(), doublestar.WithFilesOnly(), doublestar.WithNoFollow())
	switch {
	case err != nil || len(names) == 0:
		return nil, &source.Problem{Span: glob.Span, Message: "config.tenants-none"}
	case len(names) > maxTenants:
		return nil, &source.Problem{Span: glob.Span, Message: "config.tenants-many", Args: []any{len(names), maxTenants}}
	}
	slices.SortFunc(names, func(a, b string) int { return slices.Compare(strings.Split(a, "/"), strings.Split(b, "/")) })
	return names, nil
}

// sources is a root without the folders that hold no source of the team.
type sources struct{ source.Root }

// Open is what a file system has to have. Nothing is opened while names are looked for.
func (s sources) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
}

// ReadDir lists a folder.
func (s sources) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := s.Root.ReadDir(name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return e.IsDir() && (e.Name() == "node_modules" || e.Name() == ".git")
	}), err
}

// NewTenant returns the template with the values of one tenant. It returns nil
// if they cannot be read or parsed, and the problems of that.
func NewTenant(root source.Root, template *miniprogram.Project, name string) (*Tenant, []*source.Problem) {
	ext, problems := tenantConfig(root, template, name)
	if len(problems) > 0 {
		return nil, problems
	}
	project := *template
	project.Configs = nil
	for _, f := range template.Configs {
		if path.Base(f.Name) != TenantFile {
			project.Configs = append(project.Configs, f)
		}
	}
	project.Configs = append(project.Configs, ext)
	if id := ext.Doc.Root().Get("extAppid").String(); id != "" {
		project.AppID = id
	}
	own := path.Join(path.Dir(name), tenantAllowlist)
	held := slices.ContainsFunc(template.Configs, func(f *miniprogram.File) bool { return f.Name == own })
	if _, err := root.Stat(own); err == nil && !held {
		var f *miniprogram.File
		if f, problems = tenantConfig(root, template, own); len(problems) == 0 {
			project.Configs = append(project.Configs, f)
		}
	}
	return &Tenant{Project: &project, Template: template, Name: name}, problems
}

// tenantConfig reads one file of a tenant.
func tenantConfig(root source.Root, template *miniprogram.Project, name string) (*miniprogram.File, []*source.Problem) {
	file, problem := root.Read(name, jsonc.MaxSize, "unreadable-file.tenant")
	if problem != nil {
		return nil, []*source.Problem{problem}
	}
	doc, problems := jsonc.Parse(file)
	shown := strings.TrimPrefix(name, template.Root+"/")
	return &miniprogram.File{File: file, Kind: miniprogram.Config, Path: shown, Doc: doc}, problems
}
