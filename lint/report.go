package lint

import (
	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// Report is what one run found.
type Report struct {
	Projects  []*Project         // by root, then platform
	Findings  []*Finding         // by file, place, rule and host
	Summary   Summary            // the counts
	Lists     []string           // fs names of the filed lists that were used
	Config    []string           // fs names of the configs that were used
	Baselines []string           // fs names of the baselines that were used
	Skipped   []miniprogram.Skip // what was not read, with the reason
	Baseline  *Baseline          // what a baseline of the findings holds, with Options.Record
	Root      string             // fs name of the repository's root of the first folder
	Cause     string             // with Options.Since: fs name of a list or config whose change may be behind any finding
}

// Summary counts what was checked and what was found.
type Summary struct {
	Projects int // mini programs
	Files    int // files read
	Hosts    int // different hosts that were checked: the enforced ones
	Filed    int // of these, how many a filing covers, be it the vendor's
	Errors   int
	Warnings int
	Notices  int

	Ignored   int // findings left out because the config or comments ignore all their places
	Baselined int // findings left out because the baseline holds them
	Unchanged int // findings left out because Options.Since has nothing to do with them
}

// Project is one mini program with everything it contacts and declares.
type Project struct {
	Root         string // fs name
	Tenant       string // fs name of the ext.json that makes it of a template; "" otherwise
	Platform     platform.ID
	Platforms    []platform.ID // the main one first
	Framework    miniprogram.Framework
	Plugin       bool
	AppID        string
	Hosts        []*Host                  // by name
	Declarations []*allowlist.Declaration // in file order; those that could not be parsed are left out
	Dynamic      []usage.Use              // calls whose host is only known at run time
	Boxes        []Box                    // of the main platform, in the console's order
	LeftOut      []LeftOut                // by host

	program *program // what Compare needs
}

// Explain returns the places at which a host, in canonical form, stands in the
// mini program's files but is not contacted, with the reason.
func (p *Project) Explain(host string) []usage.Occurrence {
	if p.program == nil {
		return nil
	}
	return p.program.table.Explain(host)
}

// Host is one host of a mini program.
type Host struct {
	Host       string              // canonical
	Categories []platform.Category // of its uses and declarations, in the order of platform's constants
	Enforced   bool                // whether an unfiled domain here fails the build: any category but media, or declared
	Filing     HostFiling
	Declared   Declared
	Uses       []*usage.Use // in path order
}

// HostFiling is what the filed list says of a host.
type HostFiling struct {
	Status filing.Status
	Domain string      // the filing that covers it, "" without one
	Number string      // its number, "" when the list has none
	Entity string      // who it belongs to, "" when the list does not say
	Span   source.Span // where it stands in the list; no File without one
}
