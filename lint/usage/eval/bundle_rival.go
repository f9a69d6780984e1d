package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// rival is a module of a chunk under whose key another chunk has one. Both are made of one
// source, so that it matters only where they require files, by paths from their own.
type rival struct {
	global, key string
	*factory
}

// settle keeps all modules of one key that require files: which of them runs is decided by the
// chunk that is loaded first, and what loads it may do so at any time.
func (b *bundles) settle() {
	seen := map[*resolve.Module]bool{}
	requiring := map[*factory]bool{}
	for _, r := range b.rivals {
		if !seen[r.in] {
			seen[r.in] = true
			b.noteRequiring(requiring, r.in)
		}
		if known := b.chunks[r.global][r.key]; requiring[r.factory] {
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
		if f, _, _ := factoryOf(b, x.Scope); f != nil {
			requiring[f] = true
		}
	}
}
