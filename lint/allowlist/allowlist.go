// Package allowlist reads the domains that a mini program declares: the server
// domains (服务器域名) and business domains (业务域名) of its platform, as far as
// the repository records them. The console is the master of these lists, so
// that teams keep a copy in many shapes: under a key of a project file, as the
// body or the answer of a platform's API, or in a file of their own.
//
// An entry is read as it stands. Whether the platform would take it is for the
// rules to say.
package allowlist

import (
	"slices"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// Declaration is one entry of an allowlist.
type Declaration struct {
	// Endpoint is the entry as endpoint.Parse understands it, and Err what it
	// has against it. With some errors the Endpoint is valid: see Parse.
	Endpoint endpoint.Endpoint
	Err      error
	// Raw is the entry as it is written, unescaped, without blanks around it.
	Raw string
	// Category is the box that the entry stands in; Unknown for one out of a
	// no_icp_domain. See Categories.
	Category platform.Category
	// Platform is whose list it is: mostly the main platform of the mini
	// program, but some keys are those of one platform only: safe_domains.
	Platform platform.ID
	// Pool says that the entry is one of a third-party platform's pool
	// (wxa_server_domain, wxa_jump_h5_domain): written without a scheme, with
	// its own limit, for all mini programs of the platform.
	Pool bool
	// Span is the whole string literal, or within a string of several entries
	// the entry itself.
	Span source.Span
	// Key is the key that the list stands under.
	Key source.Span
}

// Categories returns every box that the entry counts for: a pool's server
// domain serves several, as does a list that is for more than one category.
func (d *Declaration) Categories() []platform.Category {
	c, p := d.Category, platform.ByID(d.Platform)
	switch {
	case p == nil:
	case d.Pool && slices.Contains(p.Lists.Pool, c):
		return slices.Clone(p.Lists.Pool)
	default:
		if box := p.Box(c); box != nil {
			return append([]platform.Category{box.Category}, box.Shares...)
		}
	}
	return []platform.Category{c}
}

// Allowlist is what one or several files declare.
type Allowlist struct {
	// Declarations in file order.
	Declarations []*Declaration
	// Known holds the boxes of the main platform that a source lists in full,
	// be it empty. Nothing is undeclared in any other.
	Known map[platform.Category]bool
	// NoICP are the domains that the platform itself has called not filed.
	NoICP []*Declaration
	// CheckOff are the switches that turn the domain check off.
	CheckOff []Switch
	// Problems are values that cannot be read: broken-file.domain-list,
	// .no-domain-list, .hidden-list; config.allowlist-box, .allowlist-list.
	Problems []*source.Problem
}

// Read returns what a file declares for a mini program of the main platform. A
// document without a root declares nothing.
func Read(doc *jsonc.Document, kind Source, main platform.ID) *Allowlist {
	root := doc.Root()
	r := &reader{main: main, kind: kind, wrong: "broken-file.domain-list"}
	r.walk(root, scope{platform: main})
	r.out.CheckOff = switches(root, kind, main)
	if kind.dedicated() && root.Exists() && !r.recognised {
		span := root.Span()
		span.End = span.Start
		r.problem(span, "broken-file.no-domain-list")
	}
	return &r.out
}

// ReadBoxes reads the form of beianlint's own config: an object whose keys are
// categories. The keys of the platforms' APIs are taken too. A node that does
// not exist declares nothing.
func ReadBoxes(node jsonc.Node, main platform.ID) *Allowlist {
	r := &reader{main: main, wrong: "config.allowlist-list"}
	if node.Exists() && node.Kind() != jsonc.Object {
		r.problem(node.Span(), r.wrong, "allowlist")
		return &r.out
	}
	node.Each(func(key, value jsonc.Node) bool {
		m := newMember(key, value)
		b, ok := boxOf(m.name, main)
		if !ok {
			r.problem(key.Span(), "config.allowlist-box", key.String())
			return true
		}
		r.box(m, b, scope{platform: main})
		return true
	})
	return &r.out
}

// Merge adds what another source declares.
func (a *Allowlist) Merge(b *Allowlist) {
	a.Declarations = append(a.Declarations, b.Declarations...)
	a.NoICP = append(a.NoICP, b.NoICP...)
	a.CheckOff = append(a.CheckOff, b.CheckOff...)
	a.Problems = append(a.Problems, b.Problems...)
	for c := range b.Known {
		a.know(c)
	}
}

func (a *Allowlist) know(c platform.Category) {
	if a.Known == nil {
		a.Known = map[platform.Category]bool{}
	}
	a.Known[c] = true
}
