package miniprogram

import (
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// pack knows which files the project files leave out of the package.
type pack struct {
	ignore, include []packRule
	held            *notes // nil where what is not packed is left out
}

// packRule is a rule with the fs name of the folder that its paths are relative to.
type packRule struct {
	platform.PackRule
	root string
}

// maxPackRules bounds the rules that are held against every file. Where there are more,
// files are read that are not packed: that hides nothing.
const maxPackRules = 1000

// add adds what a project file in the folder home says of the folder packed.
func (p *pack) add(packing platform.Packing, home, packed string) {
	rooted := func(rules []platform.PackRule) (list []packRule) {
		for _, r := range rules {
			root := packed
			if r.FromProject {
				root = home
			}
			list = append(list, packRule{r, root})
		}
		return list
	}
	if len(packing.Include) > maxPackRules {
		return
	}
	p.ignore = append(p.ignore, rooted(packing.Ignore[:min(len(packing.Ignore), maxPackRules)])...)
	p.include = append(p.include, rooted(packing.Include)...)
}

// leavesOut reports whether the file of that fs name is not packed.
func (p pack) leavesOut(name string) bool {
	r := match(p.ignore, name, (*packRule).matches)
	if r == nil || match(p.include, name, (*packRule).matches) != nil {
		return false
	}
	if p.held != nil {
		p.held.hold(name, skipUnpacked, r.Span)
	}
	return p.held == nil
}

// leavesOutFolder reports whether nothing in the folder is packed.
func (p pack) leavesOutFolder(name string) bool {
	return p.held == nil && len(p.include) == 0 && match(p.ignore, name, (*packRule).matchesFolder) != nil
}

// match returns the first rule that matches a name, or nil.
func match(rules []packRule, name string, matches func(*packRule, string) bool) *packRule {
	for i := range rules {
		r := &rules[i]
		rel, ok := source.Under(name, r.root)
		if !ok {
			continue
		}
		if r.FoldsCase {
			rel = strings.ToLower(rel)
		}
		if matches(r, rel) {
			return r
		}
	}
	return nil
}

func (r *packRule) matches(rel string) bool       { return r.Match != nil && r.Match(rel) }
func (r *packRule) matchesFolder(rel string) bool { return r.Folder != nil && r.Folder(rel) }
