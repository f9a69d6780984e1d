// Package flow follows strings through the scripts of one mini program: from
// the literal through constants, files, environment switches and wrappers to
// the network API that is called with them. It evaluates lazily, without
// running anything: every expression has a set of possible values, a name has
// every value that is ever assigned to it, and a parameter those of all calls.
package flow

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// Program is one mini program while it is evaluated. It is not safe for
// concurrent use.
type Program struct {
	project  *miniprogram.Project
	files    map[string]*miniprogram.File
	imported []*miniprogram.File // from outside the sources
	roots    []string            // folders that "/" and "@/" mean
	aliases  []alias
	words    []string // the platforms in uni-app's conditions

	modules map[string]*module
	order   []*module // the live ones in path order
	live    map[string]bool
	scopeOf func(name string) values
	dataset func(m *module, name string) values // of the markup beside a script

	paths    paths
	prefixes map[string]bool
	namings  map[string]naming

	known  known
	frames map[frameKey]*frame
	depth  int
	work   int

	assigns    map[string][]assign
	owner      map[*ast.Func]assign
	around     map[*ast.Expr]*ast.Expr
	defaults   map[*ast.Expr]bool        // properties and props of components
	subclasses map[*ast.ClassBody]values // instances
	sites      map[*ast.Func][]site
	appCalls   []site
	handlers   map[*module][]handler   // of Vue templates
	storage    []site                  // calls of setStorageSync
	protos     map[*ast.Expr]*ast.Expr // object literals that are a prototype, to its function
	frameCount map[*ast.Func]int
	reexports  int
	// noParameters is set in the first pass over the calls of every function,
	// allSites after the last.
	noParameters, allSites bool

	fixed   map[string]string // variables of process.env that the config fixes
	env     map[string]values // process.env
	defined map[string]values // names that the build defines
	ext     values            // ext of ext.json
}

// New prepares the evaluation of a mini program. env fixes variables of
// process.env, which decides the conditions on them.
func New(project *miniprogram.Project, env map[string]string) *Program {
	p := &Program{
		project: project, fixed: env, files: map[string]*miniprogram.File{}, modules: map[string]*module{},
		paths: paths{}, prefixes: map[string]bool{}, namings: map[string]naming{},
		known: newKnown(), frames: map[frameKey]*frame{},
		assigns: map[string][]assign{}, owner: map[*ast.Func]assign{},
		around: map[*ast.Expr]*ast.Expr{}, defaults: map[*ast.Expr]bool{}, handlers: map[*module][]handler{}, protos: map[*ast.Expr]*ast.Expr{}, frameCount: map[*ast.Func]int{}, sites: map[*ast.Func][]site{},
		env: map[string]values{}, defined: map[string]values{},
	}
	for _, prefix := range platform.APIPrefixes() {
		p.prefixes[prefix] = true
	}
	for _, list := range [...][]*miniprogram.File{project.Configs, project.Files, project.Build} {
		for _, f := range list {
			p.files[f.Name] = f
		}
	}
	p.findRoots()
	p.findAliases()
	p.words = conditionWords(project)
	return p
}

// conditionWords are the words that uni-app's conditions use for the
// platforms of a project (https://uniapp.dcloud.net.cn/tutorial/platform.html).
func conditionWords(project *miniprogram.Project) []string {
	var words []string
	for _, id := range project.Platforms {
		if word := platform.ByID(id).Names.Condition; word != "" {
			words = append(words, word)
		}
	}
	return words
}

// load returns the module that an import in m means, or nil.
func (p *Program) load(m *module, spec string) *module {
	if target, ok := m.imports[spec]; ok {
		return target
	}
	var target *module
	if name, ok := p.resolve(m.name, spec); ok {
		target = p.module(name)
	}
	if m.imports == nil {
		m.imports = map[string]*module{}
	}
	m.imports[spec] = target
	return target
}

// module returns the module of a file, reading it the first time; nil when the
// file holds no script.
func (p *Program) module(name string) *module {
	if m, ok := p.modules[name]; ok {
		return m
	}
	var m *module
	if f := p.files[name]; f != nil && f.Bytes != nil {
		m = p.readModule(f)
	}
	p.modules[name] = m
	if m != nil {
		p.note(m)
	}
	return m
}

// readModule parses the script of a file.
func (p *Program) readModule(f *miniprogram.File) *module {
	m := &module{file: f.File, name: f.Name}
	src, lang := f.Bytes, f.Ext()
	if f.Kind == miniprogram.Component {
		src, lang = componentScript(f.Bytes)
	} else if f.Kind == miniprogram.Markup || f.Kind == miniprogram.Style || f.Kind == miniprogram.Dotenv {
		return nil
	}
	src = p.active(src)
	m.tree = parse(src, lang)
	p.prune(m, src, lang)
	return m
}

// note takes in what a module says about things of other modules.
func (p *Program) note(m *module) {
	p.noteAssigns(m)
	for i := range m.tree.Exports {
		if e := &m.tree.Exports[i]; e.As == "*" && e.Value != nil { // export = x
			m.commonJS = append(m.commonJS, e.Value)
		}
	}
	for _, x := range m.tree.Calls {
		p.noteStorage(x, m)
		p.noteGiven(x, m)
		if x.L.Kind == ast.Ident && x.L.Text == model.AppMaker && len(x.List) > 0 {
			p.appCalls = append(p.appCalls, site{x.List, m})
		}
	}
	ast.Walk(m.tree, func(x *ast.Expr, _ []*ast.Expr) {
		if x.Kind == ast.Object {
			p.noteComponents(x)
		}
	})
	if model.AppFiles[strings.ToLower(path.Base(m.name))] {
		for i := range m.tree.Exports {
			if e := &m.tree.Exports[i]; e.As == "default" && e.Value != nil {
				p.appCalls = append(p.appCalls, site{[]*ast.Expr{e.Value}, m})
			}
		}
	}
}

func (m *module) isVue() bool {
	ext := m.file.Ext()
	return ext == "vue" || ext == "nvue"
}
