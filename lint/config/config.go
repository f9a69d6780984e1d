// Package config holds the values of a .beianlint.json: plain rows with the
// places where they stand. What rules there are and what a run makes of the
// values, it does not know.
package config

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// Name is the name that a config has.
const Name = ".beianlint.json"

// Config is a .beianlint.json as it was read. The zero Config says nothing.
type Config struct {
	File         *source.File // nil if there is none
	Root         jsonc.Node   // what it says; does not exist if there is none
	Folder       string       // fs name of the folder that its paths are relative to
	Severities   map[string]finding.Severity
	NotIgnorable map[string]bool // rules that nothing may ignore
	Strict       bool            // what could not be followed is an error
	Lists
	Baseline *source.Ref  // nil: none
	Exclude  []source.Ref // globs over fs names
	Ignores  []*Ignore
	Projects []*Project
	Env      map[string]string // values of environment variables of the build
	Clients  []Client
	Allow    Allow // what a repository may loosen; nil where this is no policy
}

// Lists is what a config says about filed lists.
type Lists struct {
	Filed      []List
	AllowLocal []string // domains that a project's list may add to the organisation's
	MaxAge     int      // days after which an entry must be verified again; 0: never
	CountApps  bool     // numbers of apps and mini programs cover domains
	Closed     bool     // a project's list adds nothing but what AllowLocal names
}

// List is a file or folder that filings are read from.
type List struct {
	source.Ref
	Org    bool   // it is the organisation's; others are a project's
	Within string // fs name of the folder that it may not leave
	Sum    string // SHA-256 of the file in hex, "" when it is not pinned
}

// Ignore is one entry of "ignore": findings that the team has decided to live
// with. What it does not name it does not ask for.
type Ignore struct {
	Host  string      // a host, or a pattern with * for any run of characters
	Rule  string      // a rule's id
	Path  string      // a glob over fs names
	Until filing.Date // zero: for good
	Span  source.Span

	OfPolicy bool // it stands in a policy
}

// OneHost reports whether the entry names a host and not a pattern of hosts.
func (g *Ignore) OneHost() bool { return g.Host != "" && !strings.ContainsAny(g.Host, `*?[\`) }

// Project is what the config says of one mini program.
type Project struct {
	Span      source.Span
	Root      string // fs name; "" when it is known by its appid
	AppID     string
	Platforms []platform.ID // none: whatever it is for
	Allowlist *source.Ref   // in a file of its own
	Boxes     jsonc.Node    // or here
	Entities  []string      // who may have filed the domains; none: anybody
	Uses      []usage.Use
	Tenants   []source.Ref // globs over fs names of the ext.json of tenants
}

// Client is a call of the team's own code of which it says what it contacts.
type Client struct {
	usage.TeamCall
	Span source.Span
}

// Calls are the calls of the clients.
func (c *Config) Calls() []usage.TeamCall {
	calls := make([]usage.TeamCall, len(c.Clients))
	for i := range c.Clients {
		calls[i] = c.Clients[i].TeamCall
	}
	return calls
}

// Severity returns how much a finding of a rule matters: as the config says,
// else as is standard, and milder where the variant of the finding is.
func (c *Config) Severity(rule string, standard, variant finding.Severity) finding.Severity {
	s, ok := c.Severities[rule]
	if !ok {
		s = standard
	}
	if variant == "" {
		return s
	}
	return finding.Milder(s, variant)
}

// Means reports whether the entry is about a mini program.
func (p *Project) Means(m *miniprogram.Project) bool {
	switch {
	case len(p.Platforms) > 0 && !slices.ContainsFunc(p.Platforms, func(id platform.ID) bool { return slices.Contains(m.Platforms, id) }):
		return false
	case p.Root == "":
		return p.AppID == m.AppID
	}
	return p.Root == m.Root || slices.Contains(m.Sources, p.Root)
}

// Error says why a config, or a baseline or an allowlist that it names, cannot
// be used. Ids of its problems begin with "config." or, where a file is not
// JSON, with "broken-file.".
type Error struct {
	Problems []*source.Problem // at least one
}

// Error names the first problem by its id; a person is shown the problems.
func (e *Error) Error() string {
	if len(e.Problems) == 0 {
		return "bad config"
	}
	return fmt.Sprintf("bad config: %s", e.Problems[0].Message)
}

// Fail returns the error of one problem.
func Fail(p *source.Problem) error { return &Error{Problems: []*source.Problem{p}} }

// Read reads a config that may name the rules given, and folders of the root. It returns an *Error if it
// cannot be used.
func Read(root source.Root, name string, rules []string) (*Config, error) {
	d := &decoder{root: root, known: rules, globs: path.Dir(name), config: &Config{}}
	return d.read(name, "config.unreadable")
}
