package resolve

import (
	"bytes"
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// Tags are the scripts of the components that the tags in one file stand for.
type Tags struct {
	s     *Sources
	app   tagNames // by the configuration of the mini program
	named tagNames // by that of the page or component
	// Generic: what some tags stand for, those that use the component say.
	Generic bool
}

// tagNames are the scripts of components by their tags: nil for one that leads to none.
type tagNames map[string]*Module

// NewTags returns what the tags in the markup of a page or component stand for, but
// for what its script says.
func NewTags(s *Sources, f *miniprogram.File) *Tags {
	t := &Tags{s: s, app: appTags(s), named: tagNames{}}
	if f.Kind == miniprogram.Component {
		t.Generic = bytes.Contains(f.Bytes, []byte(model.GenericList))
		if m := s.Module(f.Name); m != nil {
			for _, x := range scriptConfigs(m) {
				addTagsOf(s, t.named, f, x)
			}
		}
		addBlockTags(s, t.named, f)
		return t
	}
	stem := strings.TrimSuffix(f.Name, path.Ext(f.Name))
	if config := s.names.Files[stem+".json"]; config != nil {
		if mayUseComponents(config.Bytes) {
			addTags(s, t.named, config, s.config(config))
		}
		t.Generic = bytes.Contains(config.Bytes, []byte(model.GenericList))
	}
	return t
}

// appTags are the components that every page and component has, found once.
func appTags(s *Sources) tagNames {
	if s.tags != nil {
		return s.tags
	}
	s.tags = tagNames{}
	for _, config := range s.names.Project.Configs {
		if base := path.Base(config.Name); base == "app.json" || base == "pages.json" {
			addTags(s, s.tags, config, Parse(config.Bytes, "json", s.Stopped))
		}
	}
	for _, root := range s.names.Roots {
		if f := s.names.Files[path.Join(root, "app.mpx")]; f != nil && f.Bytes != nil {
			addBlockTags(s, s.tags, f)
		}
	}
	return s.tags
}

// addBlockTags takes the components that the JSON of a component names, or the script that
// makes it.
func addBlockTags(s *Sources, named tagNames, f *miniprogram.File) {
	for _, b := range s.Blocks(f, f.Bytes) {
		if b.Kind == markup.Config {
			addTags(s, named, f, configIn(s, f, b).Tree)
		}
	}
}

// addTags takes the components that a configuration names.
func addTags(s *Sources, named tagNames, f *miniprogram.File, tree *ast.Tree) {
	ast.Walk(tree, func(x *ast.Expr, _ []*ast.Expr) { addTagsOf(s, named, f, x) })
}

// addTagsOf takes the components that an object of a configuration names itself.
func addTagsOf(s *Sources, named tagNames, f *miniprogram.File, x *ast.Expr) {
	for _, prop := range x.Props() {
		if prop.Value == nil || !model.ComponentLists[prop.Key] {
			continue
		}
		for _, c := range prop.Value.Props() {
			if c.Value != nil && c.Value.Kind == ast.String {
				named[c.Key] = componentScript(s, f.Name, c.Value.Text)
			}
		}
	}
}

// Scripts returns the modules of the components that a tag may be.
func (t *Tags) Scripts(tag string) []*Module {
	m, ok := t.named[tag]
	if !ok {
		m = t.app[tag]
	}
	if m != nil {
		return []*Module{m}
	}
	var out []*Module
	for _, name := range t.s.names.easycomFiles(tag) {
		if m := t.s.Module(name); m != nil {
			out = append(out, m)
		}
	}
	return out
}

// Each gives the components that the configurations name, by their tags.
func (t *Tags) Each(give func(tag string, m *Module)) {
	for _, names := range [...]tagNames{t.app, t.named} {
		for tag, m := range names {
			if m != nil {
				give(tag, m)
			}
		}
	}
}

// componentEnds are the ends of the files that hold the script of a component.
var componentEnds = []string{".js", ".ts", ".vue", ".mpx", ".wpy", ".uvue", ".nvue", ".tsx", ".jsx"}

// componentScript returns the script of the component that a configuration names, or nil.
func componentScript(s *Sources, from, spec string) *Module {
	if spec == "" || strings.Contains(spec, "://") {
		return nil
	}
	var stems []string
	if !strings.HasPrefix(spec, "/") {
		stems = append(stems, path.Join(path.Dir(from), spec))
	}
	for _, root := range s.names.Roots {
		stems = append(stems, path.Join(root, spec))
	}
	if name, ok := s.names.Resolve(from, spec); ok {
		stems = append(stems, strings.TrimSuffix(name, path.Ext(name)))
	}
	for _, stem := range stems {
		for _, at := range [...]string{stem, path.Join(stem, "index")} {
			for _, ext := range componentEnds {
				if s.names.Files[at+ext] != nil {
					return s.Module(at + ext)
				}
			}
		}
	}
	return nil
}

// element notes the component that a JSX element stands for.
func element(v *referrer, x *ast.Expr) {
	for i, name := range strings.Split(x.Text, ".") {
		if i > 0 {
			v.note(v.name(name), escaping)
		} else if name != "" {
			v.ident(&ast.Expr{Kind: ast.Ident, Text: name, Scope: x.Scope}, escaping)
		}
	}
}
