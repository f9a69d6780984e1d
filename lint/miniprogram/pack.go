package miniprogram

import (
	"path"
	"regexp"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

// pack knows which files a project file leaves out of the package. Where the
// platform's own tool would pack in doubt, a file counts as packed.
type pack struct {
	ignore, include []packRule
}

// packRule matches a path that is relative to root.
type packRule struct {
	root   string // fs name
	folds  bool   // letter case does not count: the path is given in lower case
	match  func(rel string) bool
	folder func(rel string) bool // whether everything in the folder matches; nil when that is not known
}

// leavesOut reports whether the file of that fs name is not packed.
func (p pack) leavesOut(name string) bool {
	return matchesAny(p.ignore, name, packRule.matches) && !matchesAny(p.include, name, packRule.matches)
}

// leavesOutFolder reports whether nothing in the folder is packed.
func (p pack) leavesOutFolder(name string) bool {
	return len(p.include) == 0 && matchesAny(p.ignore, name, packRule.matchesFolder)
}

func matchesAny(rules []packRule, name string, matches func(packRule, string) bool) bool {
	for _, r := range rules {
		rel, ok := source.Under(name, r.root)
		if !ok {
			continue
		}
		if r.folds {
			rel = strings.ToLower(rel)
		}
		if matches(r, rel) {
			return true
		}
	}
	return false
}

func (r packRule) matches(rel string) bool       { return r.match != nil && r.match(rel) }
func (r packRule) matchesFolder(rel string) bool { return r.folder != nil && r.folder(rel) }

// addWeChat adds packOptions of project.config.json. Values are relative to the
// folder that is packed and compared without letter case (facts 3).
func (p *pack) addWeChat(options jsonc.Node, root string) {
	p.ignore = append(p.ignore, weChatRules(options.Get("ignore"), root)...)
	p.include = append(p.include, weChatRules(options.Get("include"), root)...)
}

func weChatRules(list jsonc.Node, root string) (rules []packRule) {
	list.Each(func(_, item jsonc.Node) bool {
		value := item.Get("value").String()
		if r, ok := weChatRule(item.Get("type").String(), value); ok && value != "" {
			r.root, r.folds = root, true
			rules = append(rules, r)
		}
		return true
	})
	return rules
}

// weChatRule returns what a rule of packOptions matches; false for a type that is
// not known (https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html#packOptions).
func weChatRule(kind, value string) (packRule, bool) {
	lower := strings.ToLower(value)
	switch kind {
	case "folder":
		v := packPath(value)
		within := func(rel string) bool { return rel == v || strings.HasPrefix(rel, v+"/") }
		return packRule{match: within, folder: within}, true
	case "file":
		v := packPath(value)
		return packRule{match: func(rel string) bool { return rel == v }}, true
	case "suffix":
		return packRule{match: func(rel string) bool { return strings.HasSuffix(rel, lower) }}, true
	case "prefix":
		return packRule{match: func(rel string) bool { return strings.HasPrefix(path.Base(rel), lower) }}, true
	case "regexp":
		re, err := regexp.Compile("(?i)" + value)
		if err != nil {
			return packRule{}, true // JavaScript's syntax allows more: such files count as packed
		}
		return packRule{match: re.MatchString}, true
	case "glob":
		return globRule(packPath(value)), true
	}
	return packRule{}, false
}

// packPath cleans a path of packOptions: "./Docs/" is "docs".
func packPath(v string) string {
	return strings.ToLower(strings.Trim(strings.TrimPrefix(strings.ReplaceAll(v, `\`, "/"), "./"), "/"))
}

// addAlipay adds the globs of exclude (old) and uploadExclude (facts 4.3). They are
// relative to the folder of the project file.
func (p *pack) addAlipay(project jsonc.Node, root string) {
	for _, key := range []string{"exclude", "uploadExclude"} {
		project.Get(key).Each(func(_, item jsonc.Node) bool {
			if g := strings.TrimPrefix(item.String(), "./"); g != "" {
				r := globRule(g)
				r.root = root
				p.ignore = append(p.ignore, r)
			}
			return true
		})
	}
}

func globRule(glob string) packRule {
	if !doublestar.ValidatePattern(glob) {
		return packRule{}
	}
	r := packRule{match: func(rel string) bool { return doublestar.MatchUnvalidated(glob, rel) }}
	if strings.HasSuffix(glob, "/**") {
		r.folder = r.match
	}
	return r
}
