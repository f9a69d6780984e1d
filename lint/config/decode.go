package config

import (
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// decoder fills a config.
type decoder struct {
	jsonc.Decoder
	config *Config
	root   source.Root
	known  []string // ids of the rules
	globs  string   // fs name of the folder that patterns of files are relative to
}

// read reads the config of a name; unreadable says that it cannot be read.
func (d *decoder) read(name string, unreadable message.ID) (*Config, error) {
	file, problem := d.root.Read(name, jsonc.MaxSize, unreadable)
	if problem != nil {
		return nil, Fail(problem)
	}
	doc, problems := jsonc.Parse(file)
	if len(problems) > 0 {
		return nil, &Error{Problems: problems}
	}
	c := d.config
	c.File, c.Root, c.Folder = file, doc.Root(), path.Dir(name)
	c.Severities, c.NotIgnorable, c.Env = map[string]finding.Severity{}, map[string]bool{}, map[string]string{}
	d.document(doc)
	if len(d.Problems) > 0 {
		return nil, &Error{Problems: d.Problems}
	}
	return c, nil
}

func (d *decoder) document(doc *jsonc.Document) {
	for _, twice := range doc.Duplicates() {
		d.Fail(twice, "config.duplicate-key", twice.String())
	}
	keys := []jsonc.Key{
		{Name: "$schema", Read: func(jsonc.Node) {}},
		{Name: "rules", Read: d.rules},
		{Name: "strict", Read: func(n jsonc.Node) { d.config.Strict = d.Flag(n) }},
		{Name: "filed", Read: d.filed},
		{Name: "allowLocal", Read: d.allowLocal},
		{Name: "maxAge", Read: d.maxAge},
		{Name: "countApps", Read: func(n jsonc.Node) { d.config.CountApps = d.Flag(n) }},
		{Name: "exclude", Read: d.exclude},
		{Name: "ignore", Read: d.ignores},
		{Name: "clients", Read: d.clients},
		{Name: "env", Read: d.env},
	}
	if d.config.Allow != nil {
		keys = append(keys, jsonc.Key{Name: "allow", Read: func(n jsonc.Node) { d.config.Allow.read(d, n) }})
	} else { // what is about one repository
		keys = append(keys,
			jsonc.Key{Name: "projects", Read: d.projects},
			jsonc.Key{Name: "baseline", Read: func(n jsonc.Node) { d.config.Baseline = d.ref(n) }})
	}
	d.Object(doc.Root(), keys)
}

func (d *decoder) rules(n jsonc.Node) {
	d.Members(n, func(key, value jsonc.Node) {
		id := key.String()
		if !slices.Contains(d.known, id) {
			d.Unknown(key, "config.unknown-rule", d.known)
			return
		}
		if value.Kind() != jsonc.Object {
			d.severity(id, value)
			return
		}
		d.Object(value, []jsonc.Key{
			{Name: "severity", Read: func(n jsonc.Node) { d.severity(id, n) }},
			{Name: "ignorable", Read: func(n jsonc.Node) { d.config.NotIgnorable[id] = !d.Flag(n) }},
		})
	})
}

func (d *decoder) severity(rule string, n jsonc.Node) {
	s := d.config.Severities[rule]
	if err := s.UnmarshalText([]byte(n.String())); err != nil {
		d.Fail(n, "config.severity", rule)
	}
	d.config.Severities[rule] = s
}

// maxExcludes bounds the globs that every file is held against.
const maxExcludes = 500

func (d *decoder) exclude(n jsonc.Node) {
	d.Texts(n, func(n jsonc.Node, _ string) {
		d.config.Exclude = append(d.config.Exclude, source.Ref{Name: d.glob(n), Span: n.Span()})
		if len(d.config.Exclude) == maxExcludes+1 {
			d.Fail(n, "config.excludes-many", maxExcludes)
		}
	})
}

func (d *decoder) env(n jsonc.Node) {
	d.Members(n, func(key, value jsonc.Node) { d.config.Env[key.String()] = d.Text(value) })
}

// maxOpenIgnores bounds the entries that are held against every finding; those of one
// host are looked up.
const maxOpenIgnores = 500

func (d *decoder) ignores(n jsonc.Node) {
	open := 0
	d.Items(n, func(n jsonc.Node) {
		g, reason := &Ignore{Span: n.Span(), OfPolicy: d.config.Allow != nil}, ""
		d.Object(n, []jsonc.Key{
			{Name: "host", Read: func(n jsonc.Node) { g.Host = d.hostPattern(n) }},
			{Name: "rule", Read: func(n jsonc.Node) { g.Rule = d.ruleID(n) }},
			{Name: "path", Read: func(n jsonc.Node) { g.Path = d.glob(n) }},
			{Name: "reason", Read: func(n jsonc.Node) { reason = d.Text(n) }},
			{Name: "until", Read: func(n jsonc.Node) { g.Until = d.date(n) }},
		})
		if strings.TrimSpace(reason) == "" {
			d.Fail(n, "config.no-reason")
		}
		if g.Host == "" && g.Rule == "" && g.Path == "" {
			d.Fail(n, "config.ignores-all")
		}
		if !g.OneHost() {
			open++
		}
		if open == maxOpenIgnores+1 {
			d.Fail(n, "config.ignores-many", maxOpenIgnores)
		}
		d.config.Ignores = append(d.config.Ignores, g)
	})
}

func (d *decoder) platform(n jsonc.Node) platform.ID {
	id := platform.ID(d.Text(n))
	if p := platform.ByID(id); p == nil || !p.IsRead() {
		d.Fail(n, "config.platform", string(id), platform.Choice())
	}
	return id
}

// platforms are the platforms that a framework's project is built for, each once.
func (d *decoder) platforms(n jsonc.Node) (ids []platform.ID) {
	d.Texts(n, func(n jsonc.Node, s string) {
		if slices.Contains(ids, platform.ID(s)) {
			d.Fail(n, "config.platform-twice", s)
		}
		ids = append(ids, d.platform(n))
	})
	if len(ids) == 0 {
		d.Fail(n, "config.no-platforms")
	}
	return ids
}

func (d *decoder) ruleID(n jsonc.Node) string {
	if !slices.Contains(d.known, d.Text(n)) {
		d.Unknown(n, "config.unknown-rule", d.known)
	}
	return n.String()
}

func (d *decoder) date(n jsonc.Node) filing.Date {
	day, err := filing.ParseDate(d.Text(n))
	if err != nil {
		d.Fail(n, "config.date", n.String())
	}
	return day
}

// ref is the name of a file, relative to the config.
func (d *decoder) ref(n jsonc.Node) *source.Ref {
	return &source.Ref{Name: path.Join(d.config.Folder, d.Text(n)), Span: n.Span()}
}

// folder is a folder that is there.
func (d *decoder) folder(n jsonc.Node) string {
	name := path.Join(d.config.Folder, d.Text(n))
	if info, err := d.root.Stat(name); err != nil || !info.IsDir() {
		d.Fail(n, "config.no-folder", n.String())
	}
	return name
}

func (d *decoder) glob(n jsonc.Node) string {
	if s := d.Text(n); s == "" || !doublestar.ValidatePattern(s) {
		d.Fail(n, "config.glob", s)
	}
	return source.GlobBelow(d.globs, n.String())
}

// hostPattern is a host in canonical form, in which * stands for any run of characters.
func (d *decoder) hostPattern(n jsonc.Node) string {
	s := d.Text(n)
	if _, err := path.Match(s, ""); err != nil || s == "" {
		d.Fail(n, "config.glob", s)
	}
	return CanonicalPattern(s)
}

// CanonicalPattern puts a host pattern in the form that hosts have.
func CanonicalPattern(s string) string {
	e, err := endpoint.Parse(s)
	switch {
	case err != nil || e.Host == "":
		return strings.ToLower(s)
	case e.Wildcard:
		return "*." + e.Host
	}
	return e.Host
}
