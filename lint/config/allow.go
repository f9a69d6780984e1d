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
	Uses     bool // its config says what calls contact whose host is not known

	GitIgnore bool // .gitignore hides folders
	Unpacked  bool // project files leave files out of the package
	Cloud     bool // folders whose code runs on a server
	Ifdef     bool // branches for other platforms
	Twins     bool // a script beside TypeScript of its name, or the other way round
	Builds    bool // sources beside a build of them that is committed
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
	var keys []jsonc.Key
	for _, set := range []struct {
		name string
		to   *Rules
	}{{"ignore", &a.Ignore}, {"baseline", &a.Baseline}, {"lower", &a.Lower}} {
		keys = append(keys, jsonc.Key{Name: set.name, Read: func(n jsonc.Node) { *set.to = readRules(d, n) }})
	}
	for _, flag := range []struct {
		name string
		to   *bool
	}{
		{"exclude", &a.Exclude}, {"env", &a.Env}, {"platform", &a.Platform}, {"uses", &a.Uses}, {"gitignore", &a.GitIgnore}, {"packOptions", &a.Unpacked},
		{"cloud", &a.Cloud}, {"ifdef", &a.Ifdef}, {"twins", &a.Twins}, {"builds", &a.Builds},
	} {
		keys = append(keys, jsonc.Key{Name: flag.name, Read: func(n jsonc.Node) { *flag.to = d.Flag(n) }})
	}
	d.Object(n, keys)
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
