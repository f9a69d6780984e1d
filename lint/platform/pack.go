package platform

import (
	"path"
	"regexp"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/source"
)

// Packing says which files are left out of the package. What Include matches is
// packed in any case. Where the platform's own tool would pack in doubt, a file
// counts as packed.
type Packing struct {
	Ignore, Include []PackRule
}

// PackRule matches paths.
type PackRule struct {
	// FromProject: the paths are relative to the folder of the project file, not
	// to the one that is packed.
	FromProject bool
	FoldsCase   bool                  // the path is given in lower case
	Span        source.Span           // where the project file says so
	Match       func(rel string) bool // nil matches nothing
	// Folder reports whether everything in a folder matches; nil if that is not
	// known.
	Folder func(rel string) bool
}

// wechatPacking reads packOptions of project.config.json. Values are relative to
// the folder that is packed and compared without letter case (platform facts,
// section 3).
func wechatPacking(project jsonc.Node) Packing {
	options := project.Get("packOptions")
	return Packing{Ignore: wechatRules(options.Get("ignore")), Include: wechatRules(options.Get("include"))}
}

func wechatRules(list jsonc.Node) (rules []PackRule) {
	list.Each(func(_, item jsonc.Node) bool {
		value := item.Get("value").String()
		if r, ok := wechatRule(item.Get("type").String(), value); ok && value != "" {
			r.FoldsCase, r.Span = true, item.Span()
			rules = append(rules, r)
		}
		return true
	})
	return rules
}

// wechatRule returns what a rule of packOptions matches; false for a type that is
// not known (https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html#packOptions).
func wechatRule(kind, value string) (PackRule, bool) {
	lower := strings.ToLower(value)
	switch kind {
	case "folder":
		v := packPath(value)
		within := func(rel string) bool { return rel == v || strings.HasPrefix(rel, v+"/") }
		return PackRule{Match: within, Folder: within}, true
	case "file":
		v := packPath(value)
		return PackRule{Match: func(rel string) bool { return rel == v }}, true
	case "suffix":
		return PackRule{Match: func(rel string) bool { return strings.HasSuffix(rel, lower) }}, true
	case "prefix":
		return PackRule{Match: func(rel string) bool { return strings.HasPrefix(path.Base(rel), lower) }}, true
	case "regexp":
		re, err := regexp.Compile("(?i)" + value)
		if err != nil {
			return PackRule{}, true // JavaScript's syntax allows more: such files count as packed
		}
		return PackRule{Match: re.MatchString}, true
	case "glob":
		return globRule(packPath(value)), true
	}
	return PackRule{}, false
}

// packPath cleans a path of packOptions: "./Docs/" is "docs".
func packPath(v string) string {
	return strings.ToLower(strings.Trim(strings.TrimPrefix(strings.ReplaceAll(v, `\`, "/"), "./"), "/"))
}

// alipayPacking reads the globs of exclude (old) and uploadExclude (platform facts,
// section 4.3). They are relative to the folder of the project file.
func alipayPacking(project jsonc.Node) (packing Packing) {
	for _, key := range []string{"exclude", "uploadExclude"} {
		project.Get(key).Each(func(_, item jsonc.Node) bool {
			if glob := strings.TrimPrefix(item.String(), "./"); glob != "" {
				r := globRule(glob)
				r.FromProject, r.Span = true, item.Span()
				packing.Ignore = append(packing.Ignore, r)
			}
			return true
		})
	}
	return packing
}

func globRule(glob string) PackRule {
	if !doublestar.ValidatePattern(glob) {
		return PackRule{}
	}
	r := PackRule{Match: func(rel string) bool { return doublestar.MatchUnvalidated(glob, rel) }}
	if strings.HasSuffix(glob, "/**") {
		r.Folder = r.Match
	}
	return r
}
