package eval

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// rival is a module of a chunk under whose key another chunk has one. Both are made of one
// source, so that it matters only where they require files, by paths from their own.
type rival struct {
	global, key string
	*factory
}

// settle decides which of several modules of one key runs. A module runs once, when it is
// first required: before any page, what the mini program's own script loads. Between pages
// that is not known.
func (b *bundles) settle(s *resolve.Sources) {
	if len(b.rivals) == 0 {
		return
	}
	if b.first == nil {
		b.first = loadedFirst(s)
	}
	seen := map[*resolve.Module]bool{}
	requiring := map[*factory]bool{}
	for _, r := range b.rivals {
		if !seen[r.in] {
			seen[r.in] = true
			b.noteRequiring(requiring, r.in)
		}
		switch known := b.chunks[r.global][r.key]; {
		case !requiring[r.factory], b.first[known.in]:
		case b.first[r.in]:
			b.chunks[r.global][r.key] = r.factory
		default:
			known.twins = append(known.twins, r.factory)
		}
	}
	b.rivals = nil
}

// noteRequiring notes the bundled modules in a file that require files beside it:
// function (module) { module.exports = require("../site.js") }.
func (b *bundles) noteRequiring(requiring map[*factory]bool, m *resolve.Module) {
	for _, x := range m.CallsOf("require") {
		if len(x.List) != 1 || !strings.HasPrefix(x.List[0].Text, ".") {
			continue
		}
		for s := x.Scope; s != nil; s = s.Parent {
			if f := b.factories[s.Func]; f != nil {
				requiring[f] = true
				break
			}
		}
	}
}

// loadedFirst are the modules that the mini program's own script loads.
func loadedFirst(s *resolve.Sources) map[*resolve.Module]bool {
	first := map[*resolve.Module]bool{}
	var queue []*resolve.Module
	add := func(m *resolve.Module) {
		if m != nil && !first[m] {
			first[m] = true
			queue = append(queue, m)
		}
	}
	for _, root := range s.Names().Roots {
		add(s.Module(path.Join(root, model.AppScript)))
	}
	for ; len(queue) > 0; queue = queue[1:] {
		m := queue[0]
		for i := range m.Tree.Imports {
			add(s.Load(m, m.Tree.Imports[i].From))
		}
	}
	return first
}
