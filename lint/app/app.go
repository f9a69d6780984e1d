// Package app holds the model of one mini program: its hosts with their places,
// their filing and the verdict on them, and how they stand to the lists of its
// platform. Rules and reports read it; it knows neither.
package app

import (
	"slices"
	"sort"
	"time"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

type category = platform.Category

// App is one mini program with everything that it contacts and declares.
type App struct {
	*miniprogram.Project             // its files
	Tenant               string      // fs name of the ext.json that makes it of a template; "" otherwise
	Platform             platform.ID // the main one
	Hosts                []*Host     // by name
	Boxes                []Box       // of the main platform, in the console's order
	LeftOut              []LeftOut   // by host
	Entities             []string    // who may have filed its domains; none: anybody
	Allowlist            allowlist.Allowlist
	Declarations         []*allowlist.Declaration // in file order; those that could not be parsed are left out
	Usage                usage.Table
	Dynamic              []usage.Use   // calls whose host is only known at run time
	NotFollowed          usage.Account // where hosts may be missing
	Shared               bool          // it or its template has tenants, which share its allowlist

	platforms  []*platform.Platform // the main one first
	configured map[category]bool    // categories whose hosts the config names: "uses"
	listing    *Listing             // see Listing
}

// Given is what the config says of one mini program.
type Given struct {
	Boxes    jsonc.Node  // its allowlist, if the config holds it
	File     *source.Ref // or the file that does
	Entities []string
	Uses     []usage.Use
	Open     bool // they are not all: calls of their categories may contact others
	Tenants  bool // it is a template, of which these make mini programs
}

// New returns the model of a mini program with its allowlist, as far as it can
// be read: what the config, its own files and the server-domains.json beside
// them declare, in this order. Each is a record of the same lists, as complete
// as somebody kept it: they add up. It fails if a file that the config names
// cannot be read.
func New(root source.Root, project *miniprogram.Project, tenant string, given []Given) (*App, *source.Problem) {
	a := &App{Project: project, Tenant: tenant, Platform: project.Platforms[0], configured: map[category]bool{}}
	for _, id := range project.Platforms {
		p := platform.ByID(id)
		if project.Game {
			p = p.ForGames()
		}
		a.platforms = append(a.platforms, p)
	}
	for i := range given {
		a.Shared = a.Shared || given[i].Tenants
		a.Allowlist.Merge(allowlist.ReadBoxes(given[i].Boxes, a.Platform))
		if problem := a.readNamed(root, given[i].File); problem != nil {
			return nil, problem
		}
	}
	var beside allowlist.Allowlist
	for _, f := range a.Configs {
		switch kind, ok := allowlist.SourceOf(f.Name); {
		case !ok || f.Doc == nil:
		case kind == allowlist.ServerDomains:
			beside.Merge(allowlist.Read(f.Doc, kind, a.Platform))
		default:
			a.Allowlist.Merge(allowlist.Read(f.Doc, kind, a.Platform))
		}
	}
	a.Allowlist.Merge(&beside)
	return a, nil
}

// readNamed reads the allowlist that the config names.
func (a *App) readNamed(root source.Root, file *source.Ref) *source.Problem {
	if file == nil {
		return nil
	}
	read, problem := root.Read(file.Name, jsonc.MaxSize, "config.allowlist")
	if problem != nil {
		problem.Span = file.Span
		return problem
	}
	doc, problems := jsonc.Parse(read)
	a.Allowlist.Merge(&allowlist.Allowlist{Problems: problems})
	a.Allowlist.Merge(allowlist.Read(doc, allowlist.Named, a.Platform))
	return nil
}

// Complete adds what the code contacts and what the config says of that, and
// finds the filing and the verdict of every host. Without a list, nothing is
// known of a filing.
func (a *App) Complete(table usage.Table, given []Given, list *filing.List, now time.Time) {
	a.Usage = table
	for i := range given {
		a.Entities = append(a.Entities, given[i].Entities...)
		for _, u := range given[i].Uses {
			a.configured[u.Category] = a.configured[u.Category] || !given[i].Open
			a.Usage.Uses = append(a.Usage.Uses, u)
		}
	}
	uses := a.Usage.Uses
	sort.SliceStable(uses, func(i, j int) bool { return source.CompareSpans(uses[i].Span, uses[j].Span) < 0 })
	a.Dynamic = table.Dynamic
	a.Hosts = hostsOf(a)
	a.NotFollowed = table.NotFollowed
	a.listing = a.newListing()
	for _, h := range a.Hosts {
		h.assess(a.PlatformsOf(h), list, now)
		h.Declared = a.listing.declaredAs(h, nil)
	}
	for _, d := range a.Allowlist.Declarations {
		if d.Endpoint.Host != "" {
			a.Declarations = append(a.Declarations, d)
		}
	}
	a.listing.fillBoxes()
}

// PlatformsOf returns the platforms that a host is contacted or declared on.
func (a *App) PlatformsOf(h *Host) (list []*platform.Platform) {
	for _, p := range a.platforms {
		if slices.Contains(h.Platforms, p.ID) {
			list = append(list, p)
		}
	}
	if len(list) == 0 { // all, or declared for another platform
		return a.platforms
	}
	return list
}

// PlatformOf returns the platform that a place is judged by: the main one where it counts
// for that, else the first that demands filed domains.
func (a *App) PlatformOf(p *Place) *platform.Platform {
	first := a.Main()
	for _, pf := range a.platforms {
		switch {
		case !p.isOn(pf.ID):
		case pf == a.Main() || pf.Degree == platform.Judged:
			return pf
		case !p.isOn(first.ID):
			first = pf
		}
	}
	return first
}

// Main returns the platform whose boxes the mini program's allowlist fills.
func (a *App) Main() *platform.Platform { return a.platforms[0] }

// IsTemplate reports whether the mini program is only what tenants are made of: what it
// lacks, their values bring.
func (a *App) IsTemplate() bool { return a.Shared && a.Tenant == "" }

// Configured reports whether the config names the hosts that calls of a category
// contact.
func (a *App) Configured(c platform.Category) bool { return a.configured[c] }

// Unanswered is what was not followed, with the calls whose host is only known at
// run time where that is all that is known of the network: a mini program without
// a host must not look like one that contacts nobody.
func (a *App) Unanswered() usage.Account {
	if a.IsTemplate() || slices.ContainsFunc(a.Hosts, func(h *Host) bool { return h.Enforced }) {
		return a.NotFollowed
	}
	var open []usage.Gap
	for _, u := range a.Dynamic {
		open = append(open, usage.Gap{Reason: usage.OpenCall, Message: "account.open-call", Args: []any{u.API}, Span: u.Span, Count: 1})
	}
	return a.NotFollowed.With(open...)
}

// LongScripts are the scripts that are not read to their end, as problems: any host can
// stand there, so that a notice is not enough.
func (a *App) LongScripts() (all []*source.Problem) {
	for _, row := range a.NotFollowed {
		if row.Message == usage.LongScript {
			all = append(all, &source.Problem{Span: row.Span, Message: "unreadable-file.too-long", Args: []any{usage.MaxTokens}})
		}
	}
	return all
}

// HasCode reports whether the mini program has a script.
func (a *App) HasCode() bool {
	return slices.ContainsFunc(a.Files, func(f *miniprogram.File) bool {
		return f.Kind == miniprogram.Script || f.Kind == miniprogram.Component
	})
}

// PublicDeclarations returns the entries of the allowlist without those of a
// local address: the rule about them says all there is to say.
func (a *App) PublicDeclarations() (list []*allowlist.Declaration) {
	for _, d := range a.Allowlist.Declarations {
		if d.Endpoint.Host == "" || endpoint.Classify(d.Endpoint.Host) != endpoint.LocalAddress {
			list = append(list, d)
		}
	}
	return list
}

// BoxTitle returns the name that the platform gives to a box.
func (a *App) BoxTitle(c platform.Category) message.Text {
	if box := a.Main().Box(c); box != nil {
		return box.Title
	}
	return message.Text{EN: string(c), ZH: string(c)}
}

// Explain returns the places at which a host, in canonical form, stands in the
// mini program's files but is not contacted, with the reason.
func (a *App) Explain(host string) []usage.Occurrence { return a.Usage.Explain(host) }

// FileNames returns the fs names of all files that were read for the mini program.
func (a *App) FileNames() []string {
	names := slices.Clone(a.Imported)
	for _, files := range [][]*miniprogram.File{a.Configs, a.Files, a.Build} {
		for _, f := range files {
			names = append(names, f.Name)
		}
	}
	for _, d := range a.Allowlist.Declarations { // which can stand in a file that the config names
		names = append(names, d.Span.FileName())
	}
	return names
}
