package lint

import (
	"encoding/hex"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
)

// listSource is a file or folder that filings are read from.
type listSource struct {
	named
	org bool   // it is the organisation's; others are a project's
	sum string // SHA-256 of the file in hex, "" when it is not pinned
}

// listPolicy is what the config says about filed lists.
type listPolicy struct {
	filed      []listSource
	allowLocal []string // domains that a project's list may add to the organisation's
	maxAge     int      // days after which an entry must be verified again; 0: never
	countApps  bool     // numbers of apps and mini programs cover domains
}

// filed is an array of names, or of objects with a path.
func (d *decoder) filed(n jsonc.Node) {
	d.items(n, func(n jsonc.Node) {
		s := listSource{named: named{span: n.Span()}}
		if n.Kind() == jsonc.Object {
			d.source(n, &s)
		} else {
			s.name = d.listName(n)
		}
		d.config.filed = append(d.config.filed, s)
	})
}

func (d *decoder) source(n jsonc.Node, s *listSource) {
	d.object(n, keys{
		{"path", func(n jsonc.Node) { s.name, s.span = d.listName(n), n.Span() }},
		{"authority", func(n jsonc.Node) { s.org = d.authority(n) }},
		{"sha256", func(n jsonc.Node) { s.sum = d.sum(n) }},
	})
	if s.name == "" {
		d.fail(n, "config.no-path")
	}
}

func (d *decoder) listName(n jsonc.Node) string { return path.Join(d.config.folder, d.text(n)) }

func (d *decoder) authority(n jsonc.Node) (org bool) {
	const organisation, project = "org", "project"
	text := d.text(n)
	if text != organisation && text != project {
		d.fail(n, "config.authority", text)
	}
	return text == organisation
}

func (d *decoder) sum(n jsonc.Node) string {
	const size = 64
	text := strings.ToLower(d.text(n))
	if _, err := hex.DecodeString(text); err != nil || len(text) != size {
		d.fail(n, "config.sha256", text)
	}
	return text
}

// allowLocal is true, or an array of domains.
func (d *decoder) allowLocal(n jsonc.Node) {
	if n.Kind() == jsonc.Bool {
		if n.Bool() {
			d.config.allowLocal = []string{"*"}
		}
		return
	}
	d.texts(n, func(n jsonc.Node, s string) {
		e, err := endpoint.Parse(s)
		if err != nil || e.Host == "" {
			d.fail(n, "config.endpoint", s)
		}
		d.config.allowLocal = append(d.config.allowLocal, e.Host)
	})
}

func (d *decoder) maxAge(n jsonc.Node) {
	days, ok := n.Int()
	if !ok || days < 1 {
		d.wants(n, message.Text{EN: "a number of days", ZH: "天数"})
	}
	d.config.maxAge = days
}

func (d *decoder) flag(n jsonc.Node) bool {
	if n.Kind() != jsonc.Bool {
		d.wants(n, message.Text{EN: "true or false", ZH: "true 或 false"})
	}
	return n.Bool()
}
