package lint

import (
	"io/fs"
	"path"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
)

// Effective is the config that holds for a run: what the file says, what flags
// say, what was found and the defaults. It could stand in a file of its name.
type Effective struct {
	Name     string // fs name of the config; where it would be looked for first, when there is none
	Settings []*Setting
}

// Setting is a key of the config, or an item of one that has items.
type Setting struct {
	Key    string      // "" for an item of an array
	Value  string      // as JSON; "" where there are items
	Items  []*Setting  // each from where it comes from
	Open   string      // "{" or "[" before the items
	Origin message.ID  // where it comes from, "origin.…"
	Span   source.Span // in the config, if it comes from there
}

// Where settings come from.
const (
	fromDefault message.ID = "origin.default"
	fromConfig  message.ID = "origin.config"
	fromFlag    message.ID = "origin.flag"
	fromSearch  message.ID = "origin.search"
)

// unset are the keys that a config need not have, with what holds without them.
var unset = []struct{ key, value string }{
	{"allowLocal", "[]"}, {"countApps", "false"}, {"ignore", "[]"}, {"projects", "[]"}, {"env", "{}"},
}

// EffectiveConfig returns the config that holds for one folder or file. The error
// is a *ConfigError or what the file system says.
func EffectiveConfig(opt *Options, dir string) (*Effective, error) {
	start := dir
	if info, err := fs.Stat(opt.FS, dir); err != nil {
		return nil, err
	} else if !info.IsDir() {
		start = path.Dir(dir)
	}
	r, root := newRun(*opt), miniprogram.RepositoryRoot(opt.FS, start, opt.Cwd)
	c, err := r.config(start, root)
	if err != nil {
		return nil, err
	}
	e := &Effective{}
	if c.file == nil {
		c.folder = start
		e.Name = path.Join(start, configName)
	} else {
		e.Name = c.file.Name
	}
	e.Settings = []*Setting{c.effectiveRules(), c.effectiveFiled(r.sources(start, root, c), len(opt.Filed) > 0), c.effectiveExclude(opt)}
	e.Settings = append(e.Settings, c.others(opt)...)
	return e, nil
}

// others are the settings that hold as they stand in the config, unless a flag
// stands in their place, and the defaults of those that do not.
func (c *config) others(opt *Options) []*Setting {
	s := &Setting{}
	c.root.Each(func(key, value jsonc.Node) bool {
		switch name := key.String(); {
		case name == "rules", name == "filed", name == "exclude", name == "baseline" && opt.Baseline != "":
		default:
			s.said(name, value)
		}
		return true
	})
	if opt.Baseline != "" {
		s.add("baseline", jsonc.Quote(source.Relative(opt.Baseline, c.folder)), fromFlag)
	}
	for _, u := range unset {
		if !c.root.Get(u.key).Exists() {
			s.add(u.key, u.value, fromDefault)
		}
	}
	return s.Items
}

func (s *Setting) add(key, value string, origin message.ID) *Setting {
	item := &Setting{Key: key, Value: value, Origin: origin}
	s.Items = append(s.Items, item)
	return item
}

// said adds what stands in the config, each item of an array if it has no key.
func (s *Setting) said(key string, n jsonc.Node) {
	if key != "" || n.Kind() != jsonc.Array {
		s.add(key, n.Raw(), fromConfig).Span = n.Span()
		return
	}
	n.Each(func(_, item jsonc.Node) bool {
		s.add("", item.Raw(), fromConfig).Span = item.Span()
		return true
	})
}

func (c *config) effectiveRules() *Setting {
	s, own := &Setting{Key: "rules", Open: "{"}, c.root.Get("rules")
	for _, r := range Rules {
		if n := own.Get(r.ID); n.Exists() {
			s.said(r.ID, n)
		} else {
			s.add(r.ID, jsonc.Quote(string(r.Severity)), fromDefault)
		}
	}
	return s
}

// effectiveFiled are the lists: those of flags, else the config's, else the one
// that was found.
func (c *config) effectiveFiled(sources []listSource, flags bool) *Setting {
	s, origin := &Setting{Key: "filed", Open: "["}, fromSearch
	switch {
	case flags:
		origin = fromFlag
	case len(c.filed) > 0:
		s.said("", c.root.Get("filed"))
		return s
	}
	for i := range sources {
		s.add("", jsonc.Quote(source.Relative(sources[i].name, c.folder)), origin)
	}
	return s
}

// effectiveExclude are the globs of the config and of flags.
func (c *config) effectiveExclude(opt *Options) *Setting {
	s := &Setting{Key: "exclude", Open: "["}
	if own := c.root.Get("exclude"); own.Exists() {
		s.said("", own)
	}
	for _, glob := range opt.Exclude {
		s.add("", jsonc.Quote(source.Relative(folderGlob(opt.Cwd, glob), escapeGlob(c.folder))), fromFlag)
	}
	return s
}
