package resolve

import (
	"context"
	"slices"
	"sync"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/ifdef"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// Sources are the scripts of one mini program, each read when it is first asked
// for. They are not for concurrent use.
type Sources struct {
	ctx     context.Context
	names   *Names
	build   *build
	words   []ifdef.Target    // the platforms in uni-app's conditions
	targets targets           // what sources call the platforms
	fixed   map[string]string // variables of process.env that the config fixes
	modules map[string]*Module
	read    []*Module                       // in the order in which they were read
	tags    tagNames                        // of the app, once they are asked for
	configs map[*miniprogram.File]*ast.Tree // of pages and components, as they were read first
	inert   map[string]bool                 // files of libraries that contact nobody
	blocks  sync.Map                        // of components, by their files
	ahead   *ahead
}

// Open returns the sources of a mini program. env fixes variables of
// process.env, which decides the conditions on them. Once ctx ends nothing more is
// read.
func Open(ctx context.Context, project *miniprogram.Project, env map[string]string) *Sources {
	s := &Sources{ctx: ctx, names: newNames(project), words: conditionWords(project), targets: newTargets(project), fixed: env, modules: map[string]*Module{}, inert: map[string]bool{}, configs: map[*miniprogram.File]*ast.Tree{}}
	s.ahead = newAhead(s)
	s.readBuild()
	return s
}

// Stopped reports whether the run has ended: every long loop asks.
func (s *Sources) Stopped() bool { return s.ctx.Err() != nil }

// Names returns what finds the files.
func (s *Sources) Names() *Names { return s.names }

// Fixed returns what the config fixes a variable of process.env to, or "".
func (s *Sources) Fixed(variable string) string { return s.fixed[variable] }

// Forget drops what was read: it is read again when it is asked for.
func (s *Sources) Forget() {
	s.modules, s.read, s.tags, s.configs = map[string]*Module{}, nil, nil, map[*miniprogram.File]*ast.Tree{}
	s.blocks.Clear()
}

// config parses what configures a page or component.
func (s *Sources) config(f *miniprogram.File) *ast.Tree {
	tree := s.configs[f]
	if tree == nil {
		tree = s.ahead.config(f)
		s.configs[f] = tree
	}
	return tree
}

// Release is Forget for who does not follow imports any more.
func (s *Sources) Release() {
	s.Forget()
	s.names.easycom, s.names.stems, s.names.folders = nil, nil, map[string]folder{}
	if release := s.names.Project.Release; release != nil {
		release()
	}
}

// ReadSince returns the modules that were read after the first n, in order.
func (s *Sources) ReadSince(n int) []*Module { return s.read[n:] }

// conditionWords are the words that uni-app's conditions use for the platforms of a
// project, and for its Vue (https://uniapp.dcloud.net.cn/tutorial/platform.html).
// Nothing else reads these comments.
func conditionWords(project *miniprogram.Project) []ifdef.Target {
	if project.Framework != miniprogram.UniApp {
		return nil
	}
	var targets []ifdef.Target
	for _, id := range project.Platforms {
		if words := platform.ByID(id).Names.Conditions(); len(words) > 0 {
			if project.Vue != "" {
				words = append(slices.Clip(words), "VUE"+project.Vue)
			}
			targets = append(targets, words)
		}
	}
	return targets
}

// Load returns the module that an import in m means, or nil.
func (s *Sources) Load(m *Module, spec string) *Module {
	if target, ok := m.imports[spec]; ok {
		return target
	}
	var target *Module
	if name, ok := s.names.Resolve(m.Name, spec); ok {
		target = s.Module(name)
	}
	if m.imports == nil {
		m.imports = map[string]*Module{}
	}
	m.imports[spec] = target
	return target
}

// Module returns the module of a file, reading it the first time; nil when the
// file holds no script.
func (s *Sources) Module(name string) *Module {
	if m, ok := s.modules[name]; ok || s.Stopped() {
		return m
	}
	var m *Module
	if f := s.names.Files[name]; f != nil && f.Name != name {
		return s.Module(f.Name)
	} else if f != nil && f.Bytes != nil {
		if m = s.ahead.module(f); m != nil && m.inert {
			s.inert[name], m = true, nil
		}
		if outside := s.outside(m); outside != nil {
			s.modules[name] = outside
			return outside
		}
		if m != nil && s.build != nil {
			s.build.ambient.declare(m, f)
		}
	}
	s.modules[name] = m
	if m != nil {
		s.read = append(s.read, m)
	}
	return m
}

// outside returns the module that a component names as its script, nil if it has its own.
func (s *Sources) outside(m *Module) *Module {
	if m == nil || m.outside == "" {
		return nil
	}
	name, _ := s.names.Resolve(m.Name, m.outside)
	if f := s.names.Files[name]; f == nil || f.Kind != miniprogram.Script {
		return nil
	}
	script := s.Module(name)
	if script != nil && !slices.Contains(script.components, m.Name) {
		script.components = append(script.components, m.Name)
	}
	return script
}

// Blocks returns the blocks of a component. src is its source, or what of it is active:
// where nothing is left out, all who ask get what was found once. It may be called
// concurrently.
func (s *Sources) Blocks(f *miniprogram.File, src []byte) []markup.Block {
	if len(src) == 0 || &src[0] != &f.Bytes[0] {
		return s.targets.chosen(slices.Collect(markup.Blocks(src)))
	}
	if known, ok := s.blocks.Load(f); ok {
		return known.([]markup.Block)
	}
	found := s.targets.chosen(slices.Collect(markup.Blocks(src)))
	s.blocks.Store(f, found)
	return found
}

// readModule parses the script of a file. It may be called concurrently.
func (s *Sources) readModule(f *miniprogram.File) *Module {
	m := &Module{File: f.File, Name: f.Name}
	src, lang := f.Bytes, f.Ext()
	place := places.Get().(*[]byte)
	defer places.Put(place)
	if f.Kind == miniprogram.Component {
		blocks := s.Blocks(f, f.Bytes)
		m.outside = outsideScript(blocks)
		src, lang = scriptOf(*place, f.Bytes, blocks)
		*place = src
	} else if f.Kind == miniprogram.Markup || f.Kind == miniprogram.Style || f.Kind == miniprogram.Dotenv {
		return nil
	}
	if active := s.active(src, *place); len(active) > 0 && &active[0] != &src[0] {
		src, *place = active, active
	}
	m.Tree = Parse(src, lang, s.Stopped)
	s.prune(m, src)
	if m.inert = isInert(m.Tree); m.inert {
		m.Tree = &ast.Tree{Scope: &ast.Scope{}}
	}
	return m
}

// IsInert reports whether the file of a name is a library that contacts nobody: it was read, and
// is no module.
func (s *Sources) IsInert(name string) bool { return s.inert[name] }

// places hold what of a file is parsed, where that is not all of it, until the tree has a
// copy.
var places = sync.Pool{New: func() any { return new([]byte) }}

func (s *Sources) JSON(f *miniprogram.File) *Module {
	return &Module{File: f.File, Name: f.Name, Tree: Parse(s.Active(f), "json", s.Stopped)}
}

// TakeAll lets conditional compilation leave nothing out.
func (s *Sources) TakeAll() {
	s.words = nil
	s.Forget()
}

// LeftOut returns the first branch of the project's files that conditional compilation
// leaves out for all its platforms, and how many there are.
func LeftOut(project *miniprogram.Project) (first source.Span, n int) {
	words := conditionWords(project)
	for _, f := range project.Files {
		for _, d := range ifdef.Branches(f.Bytes) {
			if d.Active(words...) {
				continue
			}
			if n++; n == 1 {
				first = source.Span{File: f.File, Start: d.Start, End: d.Start}
			}
		}
	}
	return first, n
}

// Active returns the source of a file without what conditional compilation leaves out
// for every platform of the project, at equal length.
func (s *Sources) Active(f *miniprogram.File) []byte { return s.active(modes(s, f), nil) }

// active is Active in the place of what is no longer needed, which may be src.
func (s *Sources) active(src, old []byte) []byte {
	if len(s.words) == 0 {
		return src
	}
	out, filled, copied := src, 0, false
	for _, d := range ifdef.Branches(src) {
		if d.End <= filled || d.Active(s.words...) {
			continue
		}
		filled = d.End
		if !copied {
			out, copied = append(old[:0], src...), true
		}
		fill(out, src, d.Start, d.End)
	}
	return out
}
