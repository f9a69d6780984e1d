package resolve

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/style"
)

// components adds what a page's or component's JSON uses.
func (r *reacher) components(f *miniprogram.File) {
	if !mayUseComponents(f.Bytes) {
		return
	}
	tree := r.sources.config(f)
	if len(tree.Body) == 0 || tree.Body[0].Expr == nil {
		return
	}
	r.usingComponents(f, tree.Body[0].Expr, 0)
}

// mayUseComponents reports whether JSON may have a key that names components: data does
// not, and need not be parsed. An escape can hide one.
func mayUseComponents(src []byte) bool {
	return bytes.IndexByte(src, '\\') >= 0 || listsComponents(func(key string) bool { return bytes.Contains(src, []byte(key)) })
}

// listsComponents reports whether a text that contains some words has a key that names components.
func listsComponents(contains func(key string) bool) bool {
	for key := range model.ComponentLists {
		if contains(key) {
			return true
		}
	}
	return false
}

// scriptConfigs are the configurations of pages and components that a script holds: config of a
// class of WePY, of what mpvue exports, or of a function of Taro, and what is given to
// definePageConfig (https://docs.taro.zone/docs/page-config).
func scriptConfigs(m *Module) (found []*ast.Expr) {
	if m.Minified() || !listsComponents(func(key string) bool { return strings.Contains(m.Tree.Source, key) }) {
		return nil
	}
	ast.Walk(m.Tree, func(x *ast.Expr, around []*ast.Expr) {
		if x.Kind == ast.Object && slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return model.ComponentLists[p.Key] }) && !isOtherMember(x, around) {
			found = append(found, x)
		}
	})
	return found
}

// isOtherMember reports whether an object is a member of a class or of another object that is no
// configuration.
func isOtherMember(x *ast.Expr, around []*ast.Expr) bool {
	if len(around) == 0 {
		return false
	}
	outer := around[len(around)-1]
	props := outer.Props()
	if outer.Class() != nil {
		props = outer.Class().Members
	}
	return slices.ContainsFunc(props, func(p ast.Prop) bool { return p.Value == x && p.Key != model.PageConfig })
}

// usingComponents adds what the JSON names that begins at an offset of the file.
func (r *reacher) usingComponents(f *miniprogram.File, x *ast.Expr, base int) {
	eachComponent(x, func(list string, c *ast.Prop) {
		switch {
		case c.Value == nil || c.Value.Kind != ast.String:
		case list == model.PlaceholderList:
			r.mounts.see(c.Value.Text)
		case r.mounts.waits(r, f, list):
			r.mounts.waiting = append(r.mounts.waiting, declared{c.Key, f, c.Value})
			r.foreseeScript(f.Name, c.Value)
			return
		}
		r.component(f, c.Value, base)
	})
}

// eachComponent gives what the lists of components in a configuration hold.
func eachComponent(config *ast.Expr, found func(list string, c *ast.Prop)) {
	if config == nil {
		return
	}
	for _, list := range config.Props() {
		if list.Value == nil || list.Value.Kind != ast.Object || !model.ComponentLists[list.Key] {
			continue
		}
		for i := range list.Value.Props() {
			found(list.Key, &list.Value.Props()[i])
		}
	}
}

// foreseeScript lets another core read the script of a component that a configuration names,
// whose tag may be found later: it is read in any case.
func (r *reacher) foreseeScript(from string, name *ast.Expr) {
	if name == nil || name.Kind != ast.String {
		return
	}
	folders, spec := r.names.Roots, name.Text
	if !strings.HasPrefix(spec, "/") {
		folders = []string{path.Dir(from)}
	}
	for _, folder := range folders {
		stem := path.Join(folder, spec)
		for _, name := range [...]string{stem + ".js", stem + ".ts", stem + "/index.js", stem + "/index.ts"} {
			if script := r.names.Files[name]; script != nil {
				r.sources.ahead.want(script)
				return
			}
		}
	}
}

func (r *reacher) component(f *miniprogram.File, x *ast.Expr, base int) {
	if x == nil || x.Kind == ast.Object {
		if x != nil {
			for _, prop := range x.Props() {
				r.component(f, prop.Value, base)
			}
		}
		return
	}
	if x.Kind != ast.String || strings.Contains(x.Text, "://") {
		return
	}
	if !strings.HasPrefix(x.Text, "/") && r.unit(path.Join(path.Dir(f.Name), x.Text)) {
		return
	}
	if name, ok := r.names.Resolve(f.Name, x.Text); ok {
		r.unit(strings.TrimSuffix(name, path.Ext(name)))
		return
	}
	for _, root := range r.names.Roots {
		if r.unit(path.Join(root, x.Text)) {
			return
		}
	}
	if !r.quiet {
		r.names.missPart(r.names.definite(f.Name, x.Text), spanOf(f, x, base))
	}
}

// spanOf is the place of an expression in the JSON that begins at an offset of a file.
func spanOf(f *miniprogram.File, x *ast.Expr, base int) source.Span {
	return source.Span{File: f.File, Start: base + int(x.Start), End: base + int(x.End)}
}

// foreign are the languages of a component's blocks that are not read
// (https://vuejs.org/api/sfc-spec.html#pre-processors).
var foreign = map[string]bool{
	"haml": true, "slim": true,
	"coffee": true, "coffeescript": true, "ls": true, "livescript": true, "civet": true,
}

// blocks follows the markup, styles and configuration of a component.
func (r *reacher) blocks(f *miniprogram.File) {
	for _, b := range r.sources.Blocks(f, f.Bytes) {
		content := f.Bytes[b.Start:b.End]
		switch b.Kind {
		case markup.Template:
			r.markup(f, content, b.Lang, b.Start)
		case markup.Style:
			r.style(f, content, b.Lang, b.Start)
		case markup.Config:
			ast.Walk(configIn(r.sources, f, b).Tree, func(x *ast.Expr, _ []*ast.Expr) { r.usingComponents(f, x, b.Start) })
		}
		if !isRead(b, content) && !r.quiet {
			r.names.note(f.Name, miniprogram.UnreadLanguage, source.Span{File: f.File, Start: b.Start, End: b.End})
		}
		if b.Src != "" {
			if name, ok := r.names.Resolve(f.Name, b.Src); ok {
				r.name(name)
			} else {
				r.miss(f.Name, b.Src, source.Span{File: f.File, Start: b.Start, End: b.Start})
			}
		}
	}
}

// isRead reports whether all of a block can be read.
func isRead(b markup.Block, content []byte) bool {
	if b.Kind == markup.Template && markup.IsPug(b.Lang) {
		_, whole := markup.Pug(content)
		return whole
	}
	return !foreign[strings.ToLower(b.Lang)]
}

// markup follows what markup in a language names that begins at an offset of the file.
func (r *reacher) markup(f *miniprogram.File, src []byte, lang string, base int) {
	r.tags(src, lang)
	r.mounts.unread = append(r.mounts.unread, tagged{src, lang})
	for a := range markup.Elements(src, lang) {
		if !model.Includes[a.Tag] && !IsScriptTag(a.Tag) || a.Name != "src" && a.Name != "from" {
			continue
		}
		spec := string(src[a.Start:a.End])
		name, found := r.names.Resolve(f.Name, spec)
		if found {
			r.name(name)
		}
		for _, ext := range markupEnds() {
			for _, at := range [...]string{path.Join(path.Dir(f.Name), spec), path.Join(r.names.rootOf(f.Name), spec)} {
				if r.names.mayBe(path.Join(path.Dir(at), stemOf(at))) && r.names.File(at+ext) != nil {
					r.name(at + ext)
					found = true
				}
			}
		}
		if !found {
			r.missBeside(f, spec, markupEnds(), base+a.Start)
		}
	}
}

// name adds a file that markup names, which can use any export of it.
func (r *reacher) name(file string) {
	r.opened[file] = true
	r.add(file)
}

// missBeside notes that markup or a style names a file that was not read. Such a name
// is relative without a "./"; one of a package, and one that is computed, tells nothing.
func (r *reacher) missBeside(f *miniprogram.File, spec string, ends []string, at int) {
	if spec == "" || strings.ContainsAny(spec, "{:?") || strings.HasPrefix(spec, "//") || r.quiet || isPackaged(f.Name) {
		return
	}
	paths := r.names.aliased(spec)
	switch {
	case len(paths) > 0:
	case strings.HasPrefix(spec, "/"):
		for _, root := range r.names.Project.Sources {
			paths = append(paths, path.Join(root, spec))
		}
	case strings.HasPrefix(spec, "."), slices.Contains(nativeParts(), path.Ext(f.Name)):
		paths = []string{path.Join(path.Dir(f.Name), spec)}
	default:
		return
	}
	name, reason := r.names.why(paths, ends)
	r.names.note(name, reason, source.Span{File: f.File, Start: at, End: at + len(spec)})
}

// nativeParts are the extensions of markup and styles that name no packages.
var nativeParts = sync.OnceValue(func() []string {
	return slices.Concat(platform.MarkupExtensions(), platform.StyleExtensions())
})

// stemOf returns the base of a name without its extension.
func stemOf(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// style follows what a style imports that begins at an offset of the file.
func (r *reacher) style(f *miniprogram.File, src []byte, lang string, base int) {
	for u := range style.URLs(src, lang) {
		if u.At != style.AtImport {
			continue
		}
		spec := strings.TrimPrefix(string(src[u.Start:u.End]), "~")
		name, found := r.names.Resolve(f.Name, spec)
		if found {
			r.add(name)
		}
		for _, at := range r.stylePaths(f.Name, spec) {
			for _, ext := range styleEnds() {
				if r.names.File(at+ext) != nil {
					r.add(at + ext)
					found = true
				}
			}
		}
		if !found {
			r.missBeside(f, spec, styleEnds(), base+u.Start)
		}
	}
}

// stylePaths returns where an import of a style may lead: partials of Sass begin with
// an underscore, and a folder stands for its index
// (https://sass-lang.com/documentation/at-rules/import#partials).
func (r *reacher) stylePaths(from, spec string) []string {
	dir := path.Dir(from)
	return []string{
		path.Join(dir, spec), path.Join(r.names.rootOf(from), spec), path.Join(dir, path.Dir(spec), "_"+path.Base(spec)),
		path.Join(dir, spec, "_index"), path.Join(dir, spec, "index"),
	}
}

// scriptTags are the elements by which markup names a module.
var scriptTags = sync.OnceValue(platform.ScriptTags)

// IsScriptTag reports whether an element of markup names a module.
func IsScriptTag(tag string) bool { return slices.Contains(scriptTags(), tag) }
