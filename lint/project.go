package lint

import (
	"io/fs"
	"sort"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// readAllowlist gathers what the config, the mini program's own files and the
// server-domains.json beside them declare, in this order. Each is a record of
// the same lists, as complete as somebody kept it: they add up. The error is a
// *ConfigError.
func (pr *program) readAllowlist(fsys fs.FS, said []*projectConfig) error {
	main := pr.main().ID
	for _, p := range said {
		pr.rented = pr.rented || len(p.tenants) > 0
		pr.allow.Merge(allowlist.ReadBoxes(p.boxes, main))
		if err := pr.readNamed(fsys, p.file); err != nil {
			return err
		}
	}
	var beside allowlist.Allowlist
	for _, f := range pr.Configs {
		switch kind, ok := allowlist.SourceOf(f.Name); {
		case !ok || f.Doc == nil:
		case kind == allowlist.ServerDomains:
			beside.Merge(allowlist.Read(f.Doc, kind, main))
		default:
			pr.allow.Merge(allowlist.Read(f.Doc, kind, main))
		}
	}
	pr.allow.Merge(&beside)
	return nil
}

// readNamed reads the allowlist that the config names.
func (pr *program) readNamed(fsys fs.FS, n *named) error {
	if n == nil {
		return nil
	}
	data, problem := readFile(fsys, n.name, jsonc.MaxSize, "config.allowlist")
	if problem != nil {
		problem.Span = n.span
		return &ConfigError{Problems: []*source.Problem{problem}}
	}
	doc, problems := jsonc.Parse(source.NewFile(n.name, data))
	pr.allow.Merge(&allowlist.Allowlist{Problems: problems})
	pr.allow.Merge(allowlist.Read(doc, allowlist.Named, pr.main().ID))
	return nil
}

// addUses adds what the config says of the mini program: uses to those in the
// code, and who may have filed its domains.
func (pr *program) addUses(said []*projectConfig) {
	for _, p := range said {
		pr.entities = append(pr.entities, p.entities...)
		for _, u := range p.uses {
			pr.declared[u.Category] = true
			pr.table.Uses = append(pr.table.Uses, u)
		}
	}
	uses := pr.table.Uses
	sort.SliceStable(uses, func(i, j int) bool { return compareSpans(uses[i].Span, uses[j].Span) < 0 })
}

// boxTitle returns the name that the platform gives to a box.
func (pr *program) boxTitle(c category) message.Text {
	if box := pr.main().Box(c); box != nil {
		return box.Title
	}
	return message.Text{EN: string(c), ZH: string(c)}
}

// report returns what the mini program is in a Report.
func (pr *program) report() *Project {
	out := &Project{
		Root: pr.Root, Tenant: pr.tenant, Platform: pr.main().ID, Platforms: pr.Platforms, Framework: pr.Framework,
		Plugin: pr.Plugin, AppID: pr.AppID, Dynamic: pr.table.Dynamic, program: pr,
	}
	out.Boxes, out.LeftOut = pr.boxes()
	for _, d := range pr.allow.Declarations {
		if d.Endpoint.Host != "" {
			out.Declarations = append(out.Declarations, d)
		}
	}
	for _, h := range pr.hosts {
		out.Hosts = append(out.Hosts, &Host{
			Host: h.name, Categories: h.categories(), Enforced: h.enforced, Uses: h.uses,
			Declared: pr.declaredAs(h, nil),
			Filing:   h.onList(),
		})
	}
	return out
}

// onList returns what the filed list says of the host.
func (h *host) onList() HostFiling {
	f := h.filing
	if f == nil {
		return HostFiling{Status: h.status}
	}
	return HostFiling{Status: h.status, Domain: f.Domain, Number: f.Number, Entity: f.Entity, Span: f.Span}
}

// covered reports whether a filing is there and good.
func (f HostFiling) covered() bool {
	return f.Status == filing.Filed || f.Status == filing.Vendor
}
