package resolve

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// mounts are the components that pages and components declare. One is made where markup
// has its tag; of one whose tag stands nowhere the platform only runs the script, which
// tells it what the component would be.
type mounts struct {
	waiting  []declared      // whose tags were not seen
	unread   []tagged        // whose tags were not looked at
	seen     map[string]bool // tags, as plainTag writes them
	every    bool            // any tag may be meant
	alone    bool            // only the script and the configuration are added
	unneeded map[string]bool // scripts that were added so
}

// declared is a component that a configuration names by a tag.
type declared struct {
	tag  string
	in   *miniprogram.File
	path *ast.Expr
}

// tagged is markup in a language.
type tagged struct {
	src  []byte
	lang string
}

// waits reports whether what a configuration declares is made only where its tag stands:
// that of a page or component with markup of the platform beside it, which nothing
// compiles. Markup that shows no data is what the tools put there until it is written.
func (m *mounts) waits(r *reacher, f *miniprogram.File, key string) bool {
	if key != model.ComponentList || r.quiet || f.Kind == miniprogram.Component {
		return false
	}
	stem := strings.TrimSuffix(f.Name, path.Ext(f.Name))
	for _, ext := range platform.MarkupExtensions() {
		if beside := r.names.Files[stem+ext]; beside != nil {
			return bytes.Contains(beside.Bytes, []byte("{{"))
		}
	}
	return false
}

// mount adds the components whose tags were seen by now, and reports whether there are any.
func (m *mounts) mount(r *reacher) bool {
	if len(m.waiting) == 0 {
		return false
	}
	for _, t := range m.unread {
		m.look(t)
	}
	m.unread = nil
	waiting := m.waiting
	m.waiting = nil
	for _, d := range waiting {
		if m.every || m.seen[plainTag(d.tag)] {
			r.component(d.in, d.path, 0)
		} else {
			m.waiting = append(m.waiting, d)
		}
	}
	return len(m.waiting) < len(waiting)
}

// look notes the tags in markup. Attributes can name tags for components that leave open
// what is in them.
func (m *mounts) look(t tagged) {
	eachTag(t.src, t.lang, m.see)
	m.every = m.every || bytes.Contains(t.src, []byte(model.GenericAttribute))
}

func (m *mounts) see(tag string) {
	if !m.seen[tag] {
		m.seen[tag], m.seen[plainTag(tag)] = true, true
	}
}

// plainTag writes a tag without what some platforms take as the same.
func plainTag(tag string) string { return strings.ReplaceAll(KebabCase(tag), "-", "") }

// runAll reads what is to be read, and mounts what that has the tags of. Of the components
// that are left only the scripts run.
func (m *mounts) runAll(r *reacher) {
	for r.run(); ; r.run() {
		if m.mount(r) {
			continue
		}
		if len(m.waiting) == 0 {
			return
		}
		left := m.waiting
		m.waiting, m.alone = nil, true
		for _, d := range left {
			r.component(d.in, d.path, 0)
		}
		m.alone = false
	}
}

// addPart adds a file of a page or component; of one that is never made only a script
// and the configuration.
func (m *mounts) addPart(r *reacher, name string) {
	if !m.alone {
		delete(m.unneeded, name)
		r.add(name)
		return
	}
	if ext := path.Ext(name); !r.live[name] && (ext == ".js" || ext == ".ts" || ext == ".json") {
		m.unneeded[name] = true
		r.add(name)
	}
}

// maxMakers is of how many makers in one script the arguments are taken out. It has one.
const maxMakers = 8

// given are the arguments of a call that nothing in them is called for on the spot: the
// functions in an argument run later, but Component(wrap({…})) runs wrap.
func given(m *Module, call *ast.Expr) (list []Stretch) {
	for _, arg := range call.List {
		if !slices.ContainsFunc(m.Tree.Calls, func(x *ast.Expr) bool {
			return arg.Start <= x.Start && x.End <= arg.End && around(x.Scope) == around(call.Scope)
		}) {
			list = append(list, Stretch{arg.Start, arg.End})
		}
	}
	return list
}

// around returns the scope of the function or script that a scope belongs to.
func around(s *ast.Scope) *ast.Scope {
	for s.Block && s.Parent != nil {
		s = s.Parent
	}
	return s
}

// unmade takes what the scripts of components that are never made would make them of out
// of these scripts, and returns where it stands.
func (m *mounts) unmade(modules []*Module) map[*Module]stretches {
	found := map[*Module]stretches{}
	for _, of := range modules {
		if !m.unneeded[of.Name] {
			continue
		}
		var list []Stretch
		makers := 0
		for _, x := range of.Tree.Calls {
			if makers < maxMakers && model.Makers[ast.NameOf(x.L)] {
				makers++
				list = append(list, given(of, x)...)
			}
		}
		found[of] = outermost(list)
		cut(of, found[of])
	}
	return found
}
