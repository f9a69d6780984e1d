package lint

import (
	"path"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/rule"
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
	{"allowLocal", "[]"}, {"strict", "false"}, {"countApps", "false"}, {"ignore", "[]"}, {"projects", "[]"}, {"clients", "[]"}, {"env", "{}"},
}

// EffectiveConfig returns the config that holds for one folder or file. The error
// is a *config.Error or what the file system says.
func EffectiveConfig(opt *Options, dir string) (*Effective, error) {
	start, err := startOf(opt.FS, dir)
	if err != nil {
		return nil, err
	}
	r, root := newRun(*opt), miniprogram.RepositoryRoot(opt.FS, start, opt.Cwd)
	p, err := r.setup(start, root)
	if err != nil {
		return nil, err
	}
	e := &effective{p, opt}
	name := path.Join(start, config.Name)
	if p.File == nil {
		p.Folder = start
	} else {
		name = p.File.Name
	}
	settings := []*Setting{e.rules(), e.filed(r.sources(start, root, p)), e.exclude()}
	return &Effective{Name: name, Settings: append(settings, e.others()...)}, nil
}

// effective puts a config together with what flags say.
type effective struct {
	*setup
	opt *Options
}

// others are the settings that hold as they stand in the config, unless a flag
// stands in their place, and the defaults of those that do not.
func (e *effective) others() []*Setting {
	s := &Setting{}
	e.Root.Each(func(key, value jsonc.Node) bool {
		switch name := key.String(); {
		case name == "rules", name == "filed", name == "exclude", name == "baseline" && e.opt.Baseline != "", name == "strict" && e.opt.Strict:
		default:
			s.said(name, value)
		}
		return true
	})
	if e.opt.Baseline != "" {
		s.add("baseline", jsonc.Quote(source.Relative(e.opt.Baseline, e.Folder)), fromFlag)
	}
	if e.opt.Strict {
		s.add("strict", "true", fromFlag)
	}
	for _, u := range unset {
		if u.key == "strict" && e.opt.Strict {
			continue
		}
		if !e.Root.Get(u.key).Exists() {
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

func (e *effective) rules() *Setting {
	s, own := &Setting{Key: "rules", Open: "{"}, e.Root.Get("rules")
	for _, r := range rule.All {
		if n := own.Get(r.ID); n.Exists() {
			s.said(r.ID, n)
		} else {
			s.add(r.ID, jsonc.Quote(string(e.standard(r))), e.strictness(r))
		}
	}
	return s
}

// strictness is where the severity of a rule comes from that the config does not name.
func (e *effective) strictness(r *rule.Rule) message.ID {
	switch {
	case e.standard(r) == r.Severity:
		return fromDefault
	case e.opt.Strict:
		return fromFlag
	}
	return fromConfig
}

// filed are the lists: those of flags, else the config's, else the one
// that was found.
func (e *effective) filed(sources []config.List) *Setting {
	s, origin := &Setting{Key: "filed", Open: "["}, fromSearch
	switch {
	case len(e.opt.Filed) > 0:
		origin = fromFlag
	case len(e.Filed) > 0:
		s.said("", e.Root.Get("filed"))
		return s
	}
	for i := range sources {
		s.add("", jsonc.Quote(source.Relative(sources[i].Name, e.Folder)), origin)
	}
	return s
}

// exclude are the globs of the config and of flags.
func (e *effective) exclude() *Setting {
	s := &Setting{Key: "exclude", Open: "["}
	if own := e.Root.Get("exclude"); own.Exists() {
		s.said("", own)
	}
	for _, glob := range e.opt.Exclude {
		s.add("", jsonc.Quote(source.Relative(source.GlobBelow(e.opt.Cwd, glob), source.EscapeGlob(e.Folder))), fromFlag)
	}
	return s
}
