package config

import (
	"encoding/hex"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// filed is an array of names, or of objects with a path.
func (d *decoder) filed(n jsonc.Node) {
	d.Items(n, func(n jsonc.Node) {
		l := List{Ref: source.Ref{Span: n.Span()}}
		if n.Kind() == jsonc.Object {
			d.list(n, &l)
		} else {
			l.Name = d.listName(n)
		}
		d.config.Filed = append(d.config.Filed, l)
	})
}

func (d *decoder) list(n jsonc.Node, l *List) {
	d.Object(n, []jsonc.Key{
		{Name: "path", Read: func(n jsonc.Node) { l.Name, l.Span = d.listName(n), n.Span() }},
		{Name: "authority", Read: func(n jsonc.Node) { l.Org = d.authority(n) }},
		{Name: "sha256", Read: func(n jsonc.Node) { l.Sum = d.sum(n) }},
	})
	if l.Name == "" {
		d.Fail(n, "config.no-path")
	}
}

func (d *decoder) listName(n jsonc.Node) string { return path.Join(d.config.Folder, d.Text(n)) }

func (d *decoder) authority(n jsonc.Node) (org bool) {
	const organisation, project = "org", "project"
	text := d.Text(n)
	if text != organisation && text != project {
		d.Fail(n, "config.authority", text)
	}
	return text == organisation
}

func (d *decoder) sum(n jsonc.Node) string {
	const size = 64
	text := strings.ToLower(d.Text(n))
	if _, err := hex.DecodeString(text); err != nil || len(text) != size {
		d.Fail(n, "config.sha256", text)
	}
	return text
}

// allowLocal is true, or an array of domains.
func (d *decoder) allowLocal(n jsonc.Node) {
	if n.Kind() == jsonc.Bool {
		if n.Bool() {
			d.config.AllowLocal = []string{"*"}
		}
		return
	}
	d.Texts(n, func(n jsonc.Node, s string) {
		e, err := endpoint.Parse(s)
		if err != nil || e.Host == "" {
			d.Fail(n, "config.endpoint", s)
		}
		d.config.AllowLocal = append(d.config.AllowLocal, e.Host)
	})
}

func (d *decoder) maxAge(n jsonc.Node) {
	days, ok := n.Int()
	if !ok || days < 1 {
		d.Wants(n, message.Text{EN: "a number of days", ZH: "天数"})
	}
	d.config.MaxAge = days
}
