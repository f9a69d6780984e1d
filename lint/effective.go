package lint

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"

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
func EffectiveConfig(opt Options, dir string) (*Effective, error) {
	start := dir
	if info, err := fs.Stat(opt.FS, dir); err != nil {
		return nil, err
	} else if !info.IsDir() {
		start = path.Dir(dir)
	}
	r, root := newRun(opt), miniprogram.RepositoryRoot(opt.FS, start, opt.Cwd)
	c, err := r.config(start, root)
	if err != nil {
		return nil, err
	}
	if c.file == nil {
		c.folder = start
	}
	e := &Effective{Name: path.Join(c.folder, configName)}
	if c.file != nil {
		e.Name = c.file.Name
	}
	own, flags := c.own(), len(opt.Filed) > 0
	e.Settings = append(e.Settings, c.effectiveRules(own["rules"]), c.effectiveFiled(r.sources(start, root, c), own["filed"], flags), c.effectiveExclude(opt, own["exclude"]))
	e.Settings = append(e.Settings, c.others(opt)...)
	for _, u := range unset {
		if !own[u.key].Exists() {
			e.Settings = append(e.Settings, &Setting{Key: u.key, Value: u.value, Origin: fromDefault})
		}
	}
	return e, nil
}

// others are the settings that hold as they stand in the config, unless a flag
// stands in their place.
func (c *config) others(opt Options) (all []*Setting) {
	c.root.Each(func(key, value jsonc.Node) bool {
		switch name := key.String(); {
		case name == "rules", name == "filed", name == "exclude", name == "baseline" && opt.Baseline != "":
		default:
			all = append(all, said(name, value))
		}
		return true
	})
	if opt.Baseline != "" {
		all = append(all, &Setting{Key: "baseline", Value: quoted(relativeTo(c.folder, opt.Baseline)), Origin: fromFlag})
	}
	return all
}

// own returns the values of the keys that the config has.
func (c *config) own() map[string]jsonc.Node {
	own := map[string]jsonc.Node{}
	c.root.Each(func(key, value jsonc.Node) bool {
		own[key.String()] = value
		return true
	})
	return own
}

// said is a setting as it stands in the config.
func said(key string, n jsonc.Node) *Setting {
	return &Setting{Key: key, Value: n.Raw(), Origin: fromConfig, Span: n.Span()}
}

func (c *config) effectiveRules(own jsonc.Node) *Setting {
	s := &Setting{Key: "rules", Open: "{"}
	for _, r := range Rules {
		if n := own.Get(r.ID); n.Exists() {
			s.Items = append(s.Items, said(r.ID, n))
		} else {
			s.Items = append(s.Items, &Setting{Key: r.ID, Value: quoted(string(r.Severity)), Origin: fromDefault})
		}
	}
	return s
}

// effectiveFiled are the lists: those of flags, else the config's, else the one
// that was found.
func (c *config) effectiveFiled(sources []listSource, own jsonc.Node, flags bool) *Setting {
	s := &Setting{Key: "filed", Open: "["}
	if !flags && own.Exists() && len(c.filed) > 0 {
		own.Each(func(_, value jsonc.Node) bool {
			s.Items = append(s.Items, said("", value))
			return true
		})
		return s
	}
	origin := fromSearch
	if flags {
		origin = fromFlag
	}
	for _, l := range sources {
		s.Items = append(s.Items, &Setting{Value: quoted(relativeTo(c.folder, l.name)), Origin: origin})
	}
	return s
}

// effectiveExclude are the globs of the config and of flags.
func (c *config) effectiveExclude(opt Options, own jsonc.Node) *Setting {
	s := &Setting{Key: "exclude", Open: "["}
	own.Each(func(_, value jsonc.Node) bool {
		s.Items = append(s.Items, said("", value))
		return true
	})
	for _, glob := range opt.Exclude {
		glob = relativeTo(escapeGlob(c.folder), folderGlob(opt.Cwd, glob))
		s.Items = append(s.Items, &Setting{Value: quoted(glob), Origin: fromFlag})
	}
	return s
}

// quoted returns a text as JSON.
func quoted(text string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(text)
	return strings.TrimSuffix(b.String(), "\n")
}
