package resolve

import (
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
	named map[string]*Module
}

// NewTags returns what the tags in the markup of a page or component stand for, but
// for what its script says.
func NewTags(s *Sources, f *miniprogram.File) *Tags {
	t := &Tags{s, map[string]*Module{}}
	for _, config := range s.names.Project.Configs {
		if base := path.Base(config.Name); base == "app.json" || base == "pages.json" {
			t.add(config, config.Bytes, "json")
		}
	}
	if f.Kind == miniprogram.Component {
		for b := range markup.Blocks(f.Bytes) {
			if b.Kind == markup.Config {
				t.add(f, f.Bytes[b.Start:b.End], "json")
			}
		}
		return t
	}
	stem := strings.TrimSuffix(f.Name, path.Ext(f.Name))
	if config := s.names.Files[stem+".json"]; config != nil {
		t.add(config, config.Bytes, "json")
	}
	return t
}

// add takes the components that a configuration names.
func (t *Tags) add(f *miniprogram.File, src []byte, lang string) {
	ast.Walk(Parse(src, lang, t.s.Stopped), func(x *ast.Expr, _ []*ast.Expr) {
		for _, prop := range x.Props {
			if prop.Value == nil || !model.ComponentLists[prop.Key] {
				continue
			}
			for _, c := range prop.Value.Props {
				if c.Value != nil && c.Value.Kind == ast.String {
					t.named[c.Key] = t.component(f.Name, c.Value.Text)
				}
			}
		}
	})
}

// Scripts returns the modules of the components that a tag may be.
func (t *Tags) Scripts(tag string) []*Module {
	if m := t.named[tag]; m != nil {
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

// componentEnds are the ends of the files that hold the script of a component.
var componentEnds = []string{".js", ".ts", ".vue", ".mpx", ".wpy", ".uvue", ".nvue", ".tsx", ".jsx"}

// component returns the script of the component that a configuration names, or nil.
func (t *Tags) component(from, spec string) *Module {
	if spec == "" || strings.Contains(spec, "://") {
		return nil
	}
	var stems []string
	if !strings.HasPrefix(spec, "/") {
		stems = append(stems, path.Join(path.Dir(from), spec))
	}
	for _, root := range t.s.names.Roots {
		stems = append(stems, path.Join(root, spec))
	}
	if name, ok := t.s.names.Resolve(from, spec); ok {
		stems = append(stems, strings.TrimSuffix(name, path.Ext(name)))
	}
	for _, stem := range stems {
		for _, at := range [...]string{stem, path.Join(stem, "index")} {
			for _, ext := range componentEnds {
				if t.s.names.Files[at+ext] != nil {
					return t.s.Module(at + ext)
				}
			}
		}
	}
	return nil
}
