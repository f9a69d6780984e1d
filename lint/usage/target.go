package usage

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ifdef"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// Collect finds the uses of one mini program. It reads only the files that Load kept.
// A framework's project is evaluated for its default platforms together; for others, and
// for each alone, only where the sources ask for the target. The error is why ctx has
// ended.
func Collect(ctx context.Context, p *miniprogram.Project, said Said) (Table, error) {
	if p.Framework == miniprogram.Native || len(p.Platforms) == 1 {
		return collect(ctx, p, said)
	}
	first, others := split(p)
	t := &targeted{ctx: ctx, said: said, project: p, first: first, known: map[contact][]platform.ID{}}
	t.evaluate(first)
	switch {
	case t.hasTwins():
		t.twins = true
		clear(t.known)
		t.alone(p.Platforms)
	case len(others) > 0 || said.EachTarget:
		t.evaluateOthers(others)
	}
	if t.all {
		t.tag()
	}
	return t.table, t.err
}

// evaluateOthers evaluates what the first platforms do not show, if there may be anything.
func (t *targeted) evaluateOthers(others []platform.ID) {
	differs, adds := t.differ()
	each := t.said.EachTarget && differs
	switch {
	case each && !t.isLarge():
		clear(t.known)
		t.alone(t.project.Platforms)
	case (adds || each) && len(others) > 0:
		known, before := maps.Clone(t.known), t.size()
		t.evaluate(others)
		t.all = true
		if len(others) > 1 && t.size() > before {
			t.known = known
			t.alone(others)
		}
	}
}

// maxAlone bounds the bytes that are evaluated to say for which of several platforms each use
// counts: in a larger project those that are assumed count as one, and so do the others.
const maxAlone = 1 << 20

// isLarge reports whether evaluating each platform by itself takes too long.
func (t *targeted) isLarge() bool {
	size := 0
	for _, f := range t.project.Files {
		size += len(f.Bytes)
	}
	return size*len(t.project.Platforms) > maxAlone
}

// split returns the platforms that a project is for by default, or its main one, and the
// others.
func split(p *miniprogram.Project) (first, others []platform.ID) {
	assumed := platform.ByID(p.Platforms[0]).Assumed
	for i, id := range p.Platforms {
		if i == 0 || assumed && platform.ByID(id).Assumed {
			first = append(first, id)
		} else {
			others = append(others, id)
		}
	}
	return first, others
}

// targeted evaluates a project for some of its platforms after the other, and adds up what
// it finds.
type targeted struct {
	ctx     context.Context
	said    Said
	project *miniprogram.Project
	first   []platform.ID // that are evaluated together
	table   Table
	known   map[contact][]platform.ID // of a use: the platforms that it was found for
	twins   bool                      // what the first do not show together, one of them may
	all     bool                      // every platform was evaluated
	err     error
}

// contact is what uses have in common that are one on several platforms: they may differ
// in the list that it belongs to. That of a call whose host is not known has no endpoint.
type contact struct {
	endpoint endpoint.Endpoint
	enforced bool
	file     *source.File
	start    int
	sdk      string
}

func contactOf(u *Use) contact {
	return contact{u.Endpoint, u.Category.Enforced(), u.Span.File, u.Span.Start, u.SDK}
}

// alone evaluates each of some platforms by itself.
func (t *targeted) alone(ids []platform.ID) {
	t.all = true
	for _, id := range ids {
		t.evaluate([]platform.ID{id})
	}
}

// evaluate adds what is found where the project is built for some platforms.
func (t *targeted) evaluate(ids []platform.ID) {
	if t.err != nil {
		return
	}
	built := t.project.For(ids)
	var found Table
	found, t.err = collect(t.ctx, built, t.said)
	t.project.Unread = built.Unread
	isFirst := slices.Contains(t.first, ids[0])
	switch {
	case t.table.explainer == nil:
		t.table = found
	case !isFirst || t.twins:
		t.mergeCalls(found)
	}
	t.mergeUses(found.Uses, ids, isFirst)
	for i := range found.Dynamic {
		t.foundOn(contactOf(&found.Dynamic[i]), ids)
	}
}

// size is how much was found that counts for some platforms only.
func (t *targeted) size() int { return len(t.table.Uses) + len(t.table.Dynamic) }

// foundOn notes that something was found for platforms that were evaluated together.
func (t *targeted) foundOn(c contact, ids []platform.ID) {
	if on := t.known[c]; len(on) == 0 || on[len(on)-1] != ids[len(ids)-1] {
		t.known[c] = append(on[:len(on):len(on)], ids...)
	}
}

// mergeUses adds the uses of some platforms. Those that are evaluated together anyway
// count in the list that they were first found for.
func (t *targeted) mergeUses(uses []Use, ids []platform.ID, isFirst bool) {
	seen := map[contact]bool{}
	for i := range t.table.Uses {
		seen[contactOf(&t.table.Uses[i])] = true
	}
	for i := range uses {
		c := contactOf(&uses[i])
		other := c
		other.enforced = !c.enforced
		switch {
		case seen[c]:
		case isFirst && seen[other]:
			c = other
		default:
			t.table.Uses = append(t.table.Uses, uses[i])
		}
		t.foundOn(c, ids)
	}
}

// mergeCalls adds what another platform has more beside its uses.
func (t *targeted) mergeCalls(found Table) {
	for _, u := range found.Dynamic {
		if !slices.ContainsFunc(t.table.Dynamic, func(v Use) bool { return v.Span == u.Span && v.API == u.API }) {
			t.table.Dynamic = append(t.table.Dynamic, u)
		}
	}
	for _, m := range found.Malformed {
		if !slices.ContainsFunc(t.table.Malformed, func(n Malformed) bool { return n.Span == m.Span }) {
			t.table.Malformed = append(t.table.Malformed, m)
		}
	}
	for _, g := range found.NotFollowed {
		if !slices.ContainsFunc(t.table.NotFollowed, func(h Gap) bool { return h.Span == g.Span && h.Message == g.Message }) {
			t.table.NotFollowed = t.table.NotFollowed.With(g)
		}
	}
	maps.Copy(t.table.Called, found.Called)
}

// tag notes the platforms of what is not on all of them.
func (t *targeted) tag() {
	for _, list := range [][]Use{t.table.Uses, t.table.Dynamic} {
		for i := range list {
			list[i].On = t.part(contactOf(&list[i]))
		}
	}
}

// part returns the platforms that something was found for; nil where these are all.
func (t *targeted) part(c contact) (on []platform.ID) {
	for _, id := range t.project.Platforms {
		if slices.Contains(t.known[c], id) {
			on = append(on, id)
		}
	}
	if len(on) == len(t.project.Platforms) {
		return nil
	}
	return on
}

// differ reports whether the sources ask for the target of the build so that the
// platforms differ, and whether one has code that the first ones have not.
func (t *targeted) differ() (differs, adds bool) {
	asked := map[string]bool{}
	each := slices.Concat(t.project.Files, t.project.Build)
	for _, name := range t.project.Imported {
		if f := t.project.Import(name); f != nil {
			each = append(each, f)
		}
	}
	for _, f := range each {
		if asks, _ := resolve.AsksForMode(t.project, f); asks || t.project.Variant(f) != nil || t.asks(f.Bytes) {
			return true, true
		}
		if t.project.Framework != miniprogram.UniApp {
			continue
		}
		for _, b := range ifdef.Branches(f.Bytes) {
			if key := fmt.Sprint(b.Not, b.Expr); !asked[key] {
				asked[key] = true
				any, all, ofFirst := t.activity(b)
				differs, adds = differs || any != all, adds || any && !ofFirst
			}
		}
		if adds {
			return true, true
		}
	}
	return differs, adds
}

// activity reports whether a branch is compiled for some of the platforms, for all, and
// for some of the first.
func (t *targeted) activity(b ifdef.Branch) (any, all, ofFirst bool) {
	all = true
	for _, id := range t.project.Platforms {
		active := b.Active(platform.ByID(id).Names.Conditions())
		any, all = any || active, all && active
		ofFirst = ofFirst || active && slices.Contains(t.first, id)
	}
	return any, all, ofFirst
}

// asks reports whether a script, or the configuration of the build, may ask for the target
// by a variable or a call. Only Taro's getEnv is one.
func (t *targeted) asks(src []byte) bool {
	for variable := range model.TargetVariables {
		if bytes.Contains(src, []byte(variable)) {
			return true
		}
	}
	return slices.ContainsFunc(model.TargetMarks, func(mark string) bool {
		return (mark != model.TargetGetter || t.project.Framework == miniprogram.Taro) && bytes.Contains(src, []byte(mark))
	})
}

// hasTwins reports whether some file for one platform, or a block of a component, stands
// for another on that platform only: evaluated together, one of the two is not read.
func (t *targeted) hasTwins() bool {
	names := map[string]bool{}
	for _, f := range t.project.Files {
		names[f.Path] = true
	}
	for _, f := range t.project.Files {
		if _, blocks := resolve.AsksForMode(t.project, f); blocks {
			return true
		}
		if t.project.Variant(f) == nil {
			continue
		}
		ext := path.Ext(f.Path)
		stem := strings.TrimSuffix(f.Path, ext)
		if names[strings.TrimSuffix(stem, path.Ext(stem))+ext] {
			return true
		}
	}
	return false
}
