package app

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
)

func tree(names ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, name := range names {
		fsys[name] = &fstest.MapFile{Data: []byte("{}")}
	}
	return fsys
}

// A glob finds files of the team, folder by folder.
func TestTenantFiles(t *testing.T) {
	fsys := tree("r/t/a-b/ext.json", "r/t/a/ext.json", "r/t/a/b/ext.json", "r/t/a/ext.json.bak",
		"r/t/node_modules/x/ext.json", "r/t/.git/ext.json", "r/t/c/ext.json/file")
	for glob, want := range map[string][]string{
		"r/t/*/ext.json":       {"r/t/a/ext.json", "r/t/a-b/ext.json"},
		"r/t/**/ext.json":      {"r/t/a/b/ext.json", "r/t/a/ext.json", "r/t/a-b/ext.json"},
		"r/t/a/ext.json":       {"r/t/a/ext.json"},
		"r/t/{a,z}/ext.json":   {"r/t/a/ext.json"},
		"r/none/*/ext.json":    nil,
		"r/t/*/*/*/*/ext.json": nil,
	} {
		got, problem := TenantFiles(source.Root{FS: fsys, Folder: "."}, source.Ref{Name: glob})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", glob, diff)
		}
		if (problem != nil) != (want == nil) || problem != nil && problem.Message != "config.tenants-none" {
			t.Errorf("%s: problem %v", glob, problem)
		}
	}
}

// Each tenant is a run over the whole template: there are not too many.
func TestTenantsAreBounded(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range maxTenants {
		fsys[fmt.Sprintf("r/%d.json", i)] = &fstest.MapFile{}
	}
	root, glob := source.Root{FS: fsys, Folder: "."}, source.Ref{Name: "r/*.json"}
	if names, problem := TenantFiles(root, glob); len(names) != maxTenants || problem != nil {
		t.Errorf("%d files, problem %v", len(names), problem)
	}
	fsys["r/more.json"] = &fstest.MapFile{}
	if names, problem := TenantFiles(root, glob); names != nil || problem == nil || problem.Message != "config.tenants-many" {
		t.Errorf("one more: %d files, problem %v", len(names), problem)
	}
}

// A tenant has the template's files but for its ext.json, and an allowlist of its
// own where it has one.
func TestNewTenant(t *testing.T) {
	fsys := tree("r/mp/app.json", "r/t/a/ext.json", "r/t/a/server-domains.json", "r/t/b/ext.json", "r/t/c/ext.json")
	fsys["r/t/b/ext.json"].Data = []byte(`{"extAppid": "wx0123456789abcdef"}`)
	fsys["r/t/c/ext.json"].Data = []byte(`{`)
	file := func(name string) *miniprogram.File {
		return &miniprogram.File{File: source.NewFile(name, []byte("{}")), Kind: miniprogram.Config}
	}
	template := &miniprogram.Project{
		Root: "r/mp", AppID: "wxTemplate",
		Configs: []*miniprogram.File{file("r/mp/app.json"), file("r/mp/ext.json"), file("r/t/d/server-domains.json")},
	}
	for _, c := range []struct {
		name, appID string
		configs     []string
		problem     message.ID
	}{
		{"r/t/a/ext.json", "wxTemplate", []string{"r/mp/app.json", "r/t/d/server-domains.json", "r/t/a/ext.json", "r/t/a/server-domains.json"}, ""},
		{"r/t/b/ext.json", "wx0123456789abcdef", []string{"r/mp/app.json", "r/t/d/server-domains.json", "r/t/b/ext.json"}, ""},
		{"r/t/none/ext.json", "", nil, "unreadable-file.tenant"},
	} {
		tenant, problems := NewTenant(source.Root{FS: fsys, Folder: "."}, template, c.name)
		if tenant == nil {
			if len(problems) != 1 || problems[0].Message != c.problem {
				t.Errorf("%s: %v", c.name, problems)
			}
			continue
		}
		var configs []string
		for _, f := range tenant.Project.Configs {
			configs = append(configs, f.Name)
		}
		if diff := cmp.Diff(c.configs, configs); diff != "" || tenant.Project.AppID != c.appID {
			t.Errorf("%s: appid %s, %s", c.name, tenant.Project.AppID, diff)
		}
	}
	if tenant, problems := NewTenant(source.Root{FS: fsys, Folder: "."}, template, "r/t/c/ext.json"); tenant != nil || len(problems) == 0 {
		t.Errorf("a broken file: %v, %v", tenant, problems)
	}
	held := *template
	held.Configs = append(held.Configs[:2:2], file("r/t/a/server-domains.json"))
	if tenant, _ := NewTenant(source.Root{FS: fsys, Folder: "."}, &held, "r/t/a/ext.json"); len(tenant.Project.Configs) != 3 {
		t.Errorf("an allowlist that the template has already: %d files", len(tenant.Project.Configs))
	}
}
