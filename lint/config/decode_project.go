package config

import (
	"path"
	"slices"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// Boxes are the categories that a platform or a config can have a list for.
var Boxes = []string{
	string(platform.Request), string(platform.Socket), string(platform.Upload), string(platform.Download),
	string(platform.UDP), string(platform.TCP), string(platform.WebView), string(platform.Prefetch),
}

func (d *decoder) projects(n jsonc.Node) {
	d.Items(n, func(n jsonc.Node) {
		p := &Project{Span: n.Span()}
		d.Object(n, []jsonc.Key{
			{Name: "root", Read: func(n jsonc.Node) { p.Root = d.folder(n) }},
			{Name: "appid", Read: func(n jsonc.Node) { p.AppID = d.Text(n) }},
			{Name: "platform", Read: func(n jsonc.Node) { p.Platforms = append(p.Platforms, d.platform(n)) }},
			{Name: "platforms", Read: func(n jsonc.Node) { p.Platforms = append(p.Platforms, d.platforms(n)...) }},
			{Name: "entities", Read: func(n jsonc.Node) { p.Entities = d.texts(n) }},
			{Name: "allowlist", Read: func(n jsonc.Node) { d.allowlist(p, n) }},
			{Name: "uses", Read: func(n jsonc.Node) { p.Uses = d.uses(n) }},
			{Name: "tenants", Read: func(n jsonc.Node) { p.Tenants = d.tenants(n) }},
		})
		if p.Root == "" && p.AppID == "" {
			d.Fail(n, "config.which-project")
		}
		d.config.Projects = append(d.config.Projects, p)
	})
}

func (d *decoder) texts(n jsonc.Node) (list []string) {
	d.Texts(n, func(_ jsonc.Node, s string) { list = append(list, s) })
	return list
}

// tenants are globs of the ext.json that make mini programs of a template.
func (d *decoder) tenants(n jsonc.Node) (globs []source.Ref) {
	read := func(n jsonc.Node) {
		glob := d.glob(n)
		if path.Base(glob) != app.TenantFile {
			d.Fail(n, "config.tenants-name", n.String())
		}
		globs = append(globs, source.Ref{Name: glob, Span: n.Span()})
	}
	if n.Kind() == jsonc.String {
		read(n)
		return globs
	}
	d.Texts(n, func(n jsonc.Node, _ string) { read(n) })
	return globs
}

// allowlist is an object of boxes or the name of a file that holds them.
func (d *decoder) allowlist(p *Project, n jsonc.Node) {
	if n.Kind() == jsonc.String {
		p.Allowlist = d.ref(n)
		return
	}
	d.Members(n, func(_, _ jsonc.Node) {})
	d.Problems = append(d.Problems, allowlist.ReadBoxes(n, platform.Default().ID).Problems...)
	p.Boxes = n
}

// uses are hosts that a team knows its code to contact where it cannot be seen.
func (d *decoder) uses(n jsonc.Node) (uses []usage.Use) {
	d.Members(n, func(key, value jsonc.Node) {
		c := d.category(key)
		d.Texts(value, func(n jsonc.Node, s string) {
			e, err := endpoint.Parse(s)
			if err != nil {
				d.Fail(n, "config.endpoint", s)
				return
			}
			uses = append(uses, usage.Use{Endpoint: e, Category: c, Certainty: usage.Literal, Span: n.Span()})
		})
	})
	return uses
}

func (d *decoder) category(key jsonc.Node) platform.Category {
	if !slices.Contains(Boxes, key.String()) {
		d.Unknown(key, "config.category", Boxes)
	}
	return platform.Category(key.String())
}
