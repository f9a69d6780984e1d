package lint

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// decoder fills a config and gathers everything that is wrong with it.
type decoder struct {
	config   *config
	fsys     fs.FS
	problems []*source.Problem
}

// keys are the keys that an object of the config may have, with what reads them.
type keys []struct {
	name string
	read func(jsonc.Node)
}

func (d *decoder) document(doc *jsonc.Document) {
	for _, twice := range doc.Duplicates() {
		d.fail(twice, "config.duplicate-key", twice.String())
	}
	d.object(doc.Root(), keys{
		{"$schema", func(jsonc.Node) {}},
		{"rules", d.rules},
		{"filed", d.filed},
		{"allowLocal", d.allowLocal},
		{"maxAge", d.maxAge},
		{"countApps", func(n jsonc.Node) { d.config.countApps = d.flag(n) }},
		{"exclude", d.exclude},
		{"ignore", d.ignores},
		{"projects", d.projects},
		{"env", d.env},
		{"baseline", func(n jsonc.Node) { d.config.baselineFile = &named{path.Join(d.config.folder, d.text(n)), n.Span()} }},
	})
	d.config.refuse()
}

func (d *decoder) rules(n jsonc.Node) {
	d.members(n, func(key, value jsonc.Node) {
		id := key.String()
		if RuleByID(id) == nil {
			unknownName(d, key, "config.unknown-rule", ruleIDs())
			return
		}
		if value.Kind() != jsonc.Object {
			d.severity(id, value)
			return
		}
		d.object(value, keys{
			{"severity", func(n jsonc.Node) { d.severity(id, n) }},
			{"ignorable", func(n jsonc.Node) { d.config.firm[id] = !d.flag(n) }},
		})
	})
}

func (d *decoder) severity(rule string, n jsonc.Node) {
	var s Severity
	if err := s.UnmarshalText([]byte(n.String())); err != nil {
		d.fail(n, "config.severity", rule)
	}
	d.config.rules[rule] = s
}

func (d *decoder) exclude(n jsonc.Node) {
	d.texts(n, func(n jsonc.Node, _ string) {
		d.config.exclude = append(d.config.exclude, d.glob(n))
	})
}

func (d *decoder) env(n jsonc.Node) {
	d.members(n, func(key, value jsonc.Node) { d.config.env[key.String()] = d.text(value) })
}

func (d *decoder) ignores(n jsonc.Node) {
	d.items(n, func(n jsonc.Node) {
		g, reason := &ignore{span: n.Span()}, ""
		d.object(n, keys{
			{"host", func(n jsonc.Node) { g.host = d.hostPattern(n) }},
			{"rule", func(n jsonc.Node) { g.rule = d.ruleID(n) }},
			{"path", func(n jsonc.Node) { g.path = d.glob(n) }},
			{"reason", func(n jsonc.Node) { reason = d.text(n) }},
			{"until", func(n jsonc.Node) { g.until = d.date(n) }},
		})
		if strings.TrimSpace(reason) == "" {
			d.fail(n, "config.no-reason")
		}
		if g.host == "" && g.rule == "" && g.path == "" {
			d.fail(n, "config.ignores-all")
		}
		d.config.ignores = append(d.config.ignores, g)
	})
}

// refuse notes the entries that name a rule which may not be ignored: the keys
// of a config come in any order.
func (c *config) refuse() {
	for _, g := range c.ignores {
		if c.firm[g.rule] {
			g.used = true
			g.refuse(g.rule)
		}
	}
}

func (d *decoder) projects(n jsonc.Node) {
	d.items(n, func(n jsonc.Node) {
		p := &projectConfig{span: n.Span()}
		d.object(n, keys{
			{"root", func(n jsonc.Node) { p.root = d.folder(n) }},
			{"appid", func(n jsonc.Node) { p.appID = d.text(n) }},
			{"platform", func(n jsonc.Node) { p.platform = d.platform(n) }},
			{"entities", func(n jsonc.Node) { d.texts(n, func(_ jsonc.Node, s string) { p.entities = append(p.entities, s) }) }},
			{"allowlist", func(n jsonc.Node) { d.allowlist(p, n) }},
			{"uses", func(n jsonc.Node) { p.uses = d.uses(n) }},
			{"tenants", func(n jsonc.Node) { p.tenants = d.tenants(n) }},
		})
		if p.root == "" && p.appID == "" {
			d.fail(n, "config.which-project")
		}
		d.config.projects = append(d.config.projects, p)
	})
}

// tenants are globs of the ext.json that make mini programs of a template.
func (d *decoder) tenants(n jsonc.Node) (globs []named) {
	read := func(n jsonc.Node) {
		glob := d.glob(n)
		if path.Base(glob) != tenantFile {
			d.fail(n, "config.tenants-name", n.String())
		}
		globs = append(globs, named{glob, n.Span()})
	}
	if n.Kind() == jsonc.String {
		read(n)
		return globs
	}
	d.texts(n, func(n jsonc.Node, _ string) { read(n) })
	return globs
}

// allowlist is an object of boxes or the name of a file that holds them.
func (d *decoder) allowlist(p *projectConfig, n jsonc.Node) {
	if n.Kind() == jsonc.String {
		p.file = &named{name: path.Join(d.config.folder, d.text(n)), span: n.Span()}
		return
	}
	d.members(n, func(_, _ jsonc.Node) {})
	d.problems = append(d.problems, allowlist.ReadBoxes(n, platform.Default().ID).Problems...)
	p.boxes = n
}

// uses are hosts that a team knows its code to contact where it cannot be seen.
func (d *decoder) uses(n jsonc.Node) (uses []usage.Use) {
	d.members(n, func(key, value jsonc.Node) {
		c := d.category(key)
		d.texts(value, func(n jsonc.Node, s string) {
			e, err := endpoint.Parse(s)
			if err != nil {
				d.fail(n, "config.endpoint", s)
				return
			}
			uses = append(uses, usage.Use{Endpoint: e, Category: c, Certainty: usage.Literal, Span: n.Span()})
		})
	})
	return uses
}

func (d *decoder) category(key jsonc.Node) category {
	c := category(key.String())
	if !slices.Contains(boxes, c) {
		unknownName(d, key, "config.category", boxes)
	}
	return c
}

func (d *decoder) platform(n jsonc.Node) platform.ID {
	id := platform.ID(d.text(n))
	if platform.ByID(id) == nil {
		d.fail(n, "config.platform", string(id), platform.Choice())
	}
	return id
}

func (d *decoder) ruleID(n jsonc.Node) string {
	if RuleByID(d.text(n)) == nil {
		unknownName(d, n, "config.unknown-rule", ruleIDs())
	}
	return n.String()
}

func (d *decoder) date(n jsonc.Node) filing.Date {
	day, err := filing.ParseDate(d.text(n))
	if err != nil {
		d.fail(n, "config.date", n.String())
	}
	return day
}

// folder is a folder that is there.
func (d *decoder) folder(n jsonc.Node) string {
	name := path.Join(d.config.folder, d.text(n))
	if info, err := fs.Stat(d.fsys, name); err != nil || !info.IsDir() {
		d.fail(n, "config.no-folder", n.String())
	}
	return name
}

func (d *decoder) glob(n jsonc.Node) string {
	if s := d.text(n); s == "" || !doublestar.ValidatePattern(s) {
		d.fail(n, "config.glob", s)
	}
	return folderGlob(d.config.folder, n.String())
}

// hostPattern is a host in canonical form, in which * stands for any run of characters.
func (d *decoder) hostPattern(n jsonc.Node) string {
	s := d.text(n)
	if _, err := path.Match(s, ""); err != nil || s == "" {
		d.fail(n, "config.glob", s)
	}
	return canonicalPattern(s)
}

// object reads an object whose keys are known.
//
//go:noinline
func (d *decoder) object(n jsonc.Node, known keys) {
	d.members(n, func(key, value jsonc.Node) {
		var names []string
		for _, k := range known {
			if k.name == key.String() {
				k.read(value)
				return
			}
			names = append(names, k.name)
		}
		slices.Sort(names)
		unknownName(d, key, "config.unknown-key", names)
	})
}

func readReason(err error) message.Text {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid): // invalid: a name above the root
		return message.Text{EN: "there is no such file", ZH: "文件不存在"}
	case errors.Is(err, fs.ErrPermission):
		return message.Text{EN: "permission denied", ZH: "没有读取权限"}
	}
	return message.Cause(err)
}
