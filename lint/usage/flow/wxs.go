package flow

import (
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// scriptTags are the elements by which markup names a module.
var scriptTags = sync.OnceValue(platform.ScriptTags)

// scripts notes the modules that markup names: <wxs module="m" src="./m.wxs">,
// the same with its code inline, and <import-sjs name="m" from="./m.sjs">.
func (c *collector) scripts(g *page) {
	var named []markup.Attr
	for a := range markup.Elements(g.src) {
		if slices.Contains(scriptTags(), a.Tag) && (a.Name == "module" || a.Name == "name") {
			named = append(named, a)
		}
	}
	for _, name := range named {
		if m := c.script(g, name); m != nil {
			for _, n := range strings.Split(strings.Trim(string(g.src[name.Start:name.End]), "{} "), ",") {
				g.wxs[strings.TrimSpace(n)] = m
			}
		}
	}
}

// script returns the module of one element, by the file it names or by the
// code in it.
func (c *collector) script(g *page, name markup.Attr) *module {
	for a := range markup.Elements(g.src) {
		if a.TagStart == name.TagStart && (a.Name == "src" || a.Name == "from") {
			if file, ok := c.resolve(g.file.Name, string(g.src[a.Start:a.End])); ok {
				return c.module(file)
			}
			return nil
		}
	}
	for start, end := range markup.InlineScripts(g.src) {
		if start > name.TagStart {
			m := &module{file: g.file, name: g.file.Name, base: int32(start), tree: parse(g.src[start:end], "js")}
			c.note(m)
			return m
		}
	}
	return nil
}
