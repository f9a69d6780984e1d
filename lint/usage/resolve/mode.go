package resolve

import (
	"bytes"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// AsksForMode reports whether a component chooses by the target what is built of it, and
// whether by whole blocks, of which one stands for another.
func AsksForMode(project *miniprogram.Project, f *miniprogram.File) (asks, blocks bool) {
	if !isModal(project) || f.Kind != miniprogram.Component {
		return false, false
	}
	for b := range markup.Blocks(f.Bytes) {
		blocks = blocks || b.Mode != ""
	}
	t := newTargets(project)
	for a := range markup.Elements(f.Bytes, "") {
		words, at := modeOf(a.Name)
		asks = asks || at >= 0 && t.isMode(words)
	}
	return asks || blocks, blocks
}

// isModal reports whether the framework chooses what of a component is built by "mode" and
// "@" (https://mpxjs.cn/guide/platform/).
func isModal(project *miniprogram.Project) bool { return project.Framework == miniprogram.Mpx }

// chosen leaves out the blocks of a component that are for other targets, and those that
// the only target has a block of its own for. An environment of the project's own leaves
// nothing out: which one is built is not known.
func (t targets) chosen(blocks []markup.Block) []markup.Block {
	if !t.modal {
		return blocks
	}
	var own [markup.Config + 1]bool
	for _, b := range blocks {
		if b.Kind != markup.Style && b.Env == "" && t.ask(b.Mode) == ast.IsTrue {
			own[b.Kind] = true
		}
	}
	return slices.DeleteFunc(blocks, func(b markup.Block) bool {
		if b.Mode == "" {
			return own[b.Kind] && !IsScriptTag(b.Tag)
		}
		return t.ask(b.Mode) == ast.IsFalse
	})
}

// configIn parses the JSON of a component, or the script that makes it, without what is for
// other targets.
func configIn(s *Sources, f *miniprogram.File, b markup.Block) *Module {
	content, lang := f.Bytes[b.Start:b.End], "json"
	if b.Name == "json" && b.Type == "" {
		lang = "js"
	}
	m := &Module{File: f.File, Name: f.Name, Tree: Parse(content, lang, s.Stopped)}
	s.prune(m, content)
	return m
}

// modes returns the source of a component in which what is for other targets is blank:
// blocks, and in templates elements, attributes, and the "@" with its words.
func modes(s *Sources, f *miniprogram.File) []byte {
	src := f.Bytes
	if !s.targets.modal || f.Kind != miniprogram.Component || !mayHaveModes(src) {
		return src
	}
	out, built := bytes.Clone(src), s.Blocks(f, src)
	for b := range markup.Blocks(src) {
		if !slices.Contains(built, b) {
			fill(out, src, b.Start, b.End)
		}
	}
	for _, b := range built {
		if b.Kind == markup.Template && !markup.IsPug(b.Lang) {
			t := template{s, src[:b.End], out, map[int]ast.Truth{}}
			t.blank(markup.Tree(out[b.Start:b.End], b.Lang), b.Start)
		}
	}
	return out
}

func mayHaveModes(src []byte) bool {
	return bytes.IndexByte(src, '@') >= 0 || bytes.Contains(src, []byte("mode")) // TargetMode has it, too
}

// template is one whose elements are chosen for a target.
type template struct {
	s        *Sources
	src, out []byte
	taken    map[int]ast.Truth // by the element around: whether one of a chain of conditions holds
}

// blank blanks what is not built of the elements that begin at an offset.
func (t *template) blank(nodes []markup.Node, base int) {
	end := 0
	for i := range nodes {
		n := &nodes[i]
		if n.Start < end { // within one that is blank
			continue
		}
		if !t.isBuilt(n, base) {
			end = n.End
			fill(t.out, t.src, base+n.Start, base+n.End)
			continue
		}
		for _, a := range n.Attrs {
			t.attribute(a, base)
		}
	}
}

// isBuilt reports whether an element is built for some target.
func (t *template) isBuilt(n *markup.Node, base int) bool {
	built := true
	for _, a := range n.Attrs {
		if words, at := modeOf(a.Name); at == 0 {
			built = built && t.s.targets.mode(words) != ast.IsFalse
		}
	}
	for _, a := range n.Attrs {
		built = t.shows(a, n.Parent, base) && built
	}
	return built
}

// shows reports whether the condition that an attribute is may hold.
func (t *template) shows(a markup.Attr, around, base int) bool {
	name, _, _ := strings.Cut(a.Name, "@")
	switch {
	case strings.HasSuffix(name, model.ConditionEnd):
		t.taken[around] = t.condition(a, base)
		return t.taken[around] != ast.IsFalse
	case strings.HasSuffix(name, model.ElseIfEnd):
		before, now := t.taken[around], t.condition(a, base)
		t.taken[around] = before.Or(now)
		return before != ast.IsTrue && now != ast.IsFalse
	case strings.HasSuffix(name, model.ElseEnd):
		return t.taken[around] != ast.IsTrue
	}
	return true
}

// condition decides what an attribute asks of the target.
func (t *template) condition(a markup.Attr, base int) ast.Truth {
	if !bytes.Contains(t.src[base+a.Start:base+a.End], []byte(model.TargetMode)) {
		return ast.Maybe
	}
	for start, end := range markup.Mustache(t.src, base+a.Start, base+a.End) {
		if tree := Parse(t.src[start:end], "js", t.s.Stopped); len(tree.Body) == 1 {
			return t.s.truth(tree.Body[0].Expr, 0)
		}
	}
	return ast.Maybe
}

// attribute blanks one for other targets, or its words of targets.
func (t *template) attribute(a markup.Attr, base int) {
	words, at := modeOf(a.Name)
	start := base + nameStart(t.src[base:], a)
	switch {
	case at < 0 || !t.s.targets.isMode(words) || start < base:
	case t.s.targets.mode(words) == ast.IsFalse:
		fill(t.out, t.src, start, base+a.End)
		if a.Quoted {
			t.out[base+a.Start-1], t.out[base+a.End] = ' ', ' '
		}
	default:
		fill(t.out, t.src, start+at, start+len(a.Name))
	}
}

// nameStart is where the name of an attribute begins, -1 if that is not known.
func nameStart(src []byte, a markup.Attr) int {
	before := src[:a.Start]
	if a.Quoted {
		before = before[:len(before)-1]
	}
	before = bytes.TrimRight(bytes.TrimSuffix(bytes.TrimRight(before, " \t\r\n"), []byte("=")), " \t\r\n")
	if !bytes.HasSuffix(before, []byte(a.Name)) {
		return -1
	}
	return len(before) - len(a.Name)
}

// modeOf returns the words behind the "@" in the name of an attribute, and where it is; -1
// without one.
func modeOf(name string) (words string, at int) {
	at = strings.IndexByte(name, '@')
	return strings.TrimPrefix(name[at+1:], "_"), at
}

// mode decides whether the target is one of the words. Behind ":" stand environments.
func (t targets) mode(words string) ast.Truth {
	any := ast.IsFalse
	for word := range strings.SplitSeq(words, "|") {
		mode, _, env := strings.Cut(word, ":")
		is := t.ask(mode)
		if !t.known[mode] || env && is == ast.IsTrue {
			is = ast.Maybe
		}
		any = any.Or(is)
	}
	return any
}

// isMode reports whether words are those of targets, or environments: others are events.
func (t targets) isMode(words string) bool {
	for word := range strings.SplitSeq(words, "|") {
		if mode, _, env := strings.Cut(word, ":"); !t.known[mode] && (mode != "" || !env) {
			return false
		}
	}
	return true
}
