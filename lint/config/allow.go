package config

import (
	"slices"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Allow says what a repository may loosen of a policy, by the keys of the section. What
// is not in it, it may not.
type Allow map[string]Rules

// The keys of Allow with rules.
const (
	AllowIgnore   = "ignore"   // that comments and "ignore" entries silence
	AllowBaseline = "baseline" // that baselines hold
	AllowLower    = "lower"    // whose severity its config lowers
)

// The keys of Allow that are all or nothing.
const (
	AllowExclude   = "exclude"     // its config leaves files out
	AllowEnv       = "env"         // its config leaves out the code of other environments
	AllowPlatform  = "platform"    // its config says which platform a mini program is for
	AllowUses      = "uses"        // its config says what calls contact whose host is not known
	AllowGitIgnore = "gitignore"   // .gitignore hides folders
	AllowUnpacked  = "packOptions" // project files leave files out of the package
	AllowCloud     = "cloud"       // folders whose code runs on a server are left out
	AllowIfdef     = "ifdef"       // branches for other platforms are left out
	AllowTwins     = "twins"       // one of a script and the TypeScript of its name is left out
	AllowBuilds    = "builds"      // sources beside a build of them that is committed are left out
)

var (
	allowRules = []string{AllowIgnore, AllowBaseline, AllowLower}
	allowFlags = []string{
		AllowExclude, AllowEnv, AllowPlatform, AllowUses, AllowGitIgnore, AllowUnpacked, AllowCloud, AllowIfdef, AllowTwins, AllowBuilds,
	}
)

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
	d := &decoder{root: root, known: rules, globs: repository, config: &Config{Allow: Allow{}}}
	return d.read(name, "config.policy")
}

func (a Allow) read(d *decoder, n jsonc.Node) {
	var keys []jsonc.Key
	for _, name := range allowRules {
		keys = append(keys, jsonc.Key{Name: name, Read: func(n jsonc.Node) { a[name] = readRules(d, n) }})
	}
	for _, name := range allowFlags {
		keys = append(keys, jsonc.Key{Name: name, Read: func(n jsonc.Node) { a[name] = Rules{All: d.Flag(n)} }})
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
