package config

import (
	"slices"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Allow says what a repository may loosen of a policy. The zero Allow lets it loosen
// nothing.
type Allow struct {
	Ignore   Rules // that comments and "ignore" entries silence
	Baseline Rules // that baselines hold
	Lower    Rules // whose severity its config lowers

	Exclude  bool // its config leaves files out
	Env      bool // its config leaves out the code of other environments
	Platform bool // its config says which platform a mini program is for

	GitIgnore bool // .gitignore hides folders
	Unpacked  bool // project files leave files out of the package
	Cloud     bool // folders whose code runs on a server
	Ifdef     bool // branches for other platforms
	Twins     bool // a script beside TypeScript of its name, or the other way round
}

// Rules is a set of rules.
type Rules struct {
	All   bool
	Named []string
}

// Has reports whether a rule is one of the set.
func (r Rules) Has(rule string) bool { return r.All || slices.Contains(r.Named, rule) }

// ReadPolicy reads a policy: a config with what a repository may loosen of it. Its
// patterns of files are about the repository, other names are relative to it. It
// returns an *Error if it cannot be used.
func ReadPolicy(root source.Root, name, repository string, rules []string) (*Config, error) {
	d := &decoder{root: root, known: rules, globs: repository, config: &Config{Allow: &Allow{}}}
	return d.read(name, "config.policy")
}

func (a *Allow) read(d *decoder, n jsonc.Node) {
	flag := func(name string, to *bool) jsonc.Key {
		return jsonc.Key{Name: name, Read: func(n jsonc.Node) { *to = d.Flag(n) }}
	}
	rules := func(name string, to *Rules) jsonc.Key {
		return jsonc.Key{Name: name, Read: func(n jsonc.Node) { *to = readRules(d, n) }}
	}
	d.Object(n, []jsonc.Key{
		rules("ignore", &a.Ignore), rules("baseline", &a.Baseline), rules("lower", &a.Lower),
		flag("exclude", &a.Exclude), flag("env", &a.Env), flag("platform", &a.Platform),
		flag("gitignore", &a.GitIgnore), flag("packOptions", &a.Unpacked), flag("cloud", &a.Cloud),
		flag("ifdef", &a.Ifdef), flag("twins", &a.Twins),
	})
}

// readRules reads true for all rules, or an array of some.
func readRules(d *decoder, n jsonc.Node) (set Rules) {
	switch n.Kind() {
	case jsonc.Bool:
		set.All = n.Bool()
	case jsonc.Array:
		d.Texts(n, func(n jsonc.Node, _ string) { set.Named = append(set.Named, d.ruleID(n)) })
	default:
		d.Wants(n, message.Text{EN: "true, false or an array of rules", ZH: "true、false 或规则的数组"})
	}
	return set
}
