package resolve

import (
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// stripDead takes the functions that nothing calls out of the live modules. Where
// every file counts, since the entries are not known, any export can be used;
// opened are the files of which any export can be used.
func stripDead(s *Sources, live *Live, opened map[string]bool, everything bool, beside func(*Live) func()) {
	work := beside(live)
	done := parallel.Ahead(func() bool { work(); return true })
	defer done()
	if s.names.Project.Plugin { // the mini programs that use it call what it exports
		return
	}
	refs := newReferences(s)
	refs.everything, refs.opened = everything, opened
	refs.liveFunctions(live)
	live.references = refs
	done()
	refs.strip(live)
}

// strip takes the functions that nothing calls out of the live modules.
func (r *references) strip(live *Live) {
	for _, m := range live.Modules {
		if r.sources.Stopped() {
			return
		}
		if dead := outermost(append(r.deadIn(m), live.unmade[m]...)); len(dead) > 0 {
			live.Dead[m.Name] = dead
			strip(m, dead)
		}
	}
}

// entries notes what is used by the platform and by frameworks: what modules
// export that no other module imports, all of components, and names in markup.
func (r *references) entries(live *Live) {
	for _, m := range live.Modules {
		if r.isOpen(m) {
			r.use(r.exportsOf(m), leaked)
		}
		if r.handsRequire {
			r.use(r.exportsOf(m), had)
		}
		if !r.isSetup(m) {
			continue
		}
		for _, b := range m.Tree.Scope.Declared() {
			r.use(r.binding(b), leaked)
		}
	}
}

func (r *references) isOpen(m *Module) bool {
	return r.everything || r.opened[m.Name] || r.isComponent(m) || !r.imported[m] || r.hasSiblings(m)
}

func (r *references) isComponent(m *Module) bool {
	f := r.sources.names.Files[m.Name]
	return len(m.components) > 0 || f != nil && f.Kind == miniprogram.Component
}

// isSetup reports whether a module is the script of a component whose template can name
// what the script declares; others see only what the script exports
// (https://vuejs.org/api/sfc-script-setup.html).
func (r *references) isSetup(m *Module) bool {
	for _, name := range append(m.components[:len(m.components):len(m.components)], m.Name) {
		if f := r.sources.names.Files[name]; f != nil && f.Kind == miniprogram.Component && slices.ContainsFunc(r.sources.Blocks(f, f.Bytes), isSetup) {
			return true
		}
	}
	return false
}

func isSetup(b markup.Block) bool { return b.Setup }

// shareGlobals notes that the scripts of a game can see each other's names.
func (r *references) shareGlobals(live *Live) {
	for _, m := range live.Modules {
		for _, b := range m.Tree.Scope.Declared() {
			if r.globals[b.Name] {
				r.compiled.share(b)
				r.flow(r.binding(b), flow{r.name(b.Name), anyUse})
			}
		}
	}
}

// hasSiblings reports whether files beside a module make it a page or component.
func (r *references) hasSiblings(m *Module) bool {
	stem := strings.TrimSuffix(m.Name, path.Ext(m.Name))
	for _, ext := range siblingEnds() {
		if r.sources.names.Files[stem+ext] != nil {
			return true
		}
	}
	return false
}

var siblingEnds = sync.OnceValue(func() []string {
	return append(platform.MarkupExtensions(), ".json", ".config.ts", ".config.js")
})

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$'
}
