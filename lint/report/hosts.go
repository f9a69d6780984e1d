package report

import (
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

type jsonHosts struct {
	Version  int           `json:"version"`
	Projects []jsonProject `json:"projects"`
}

type jsonProject struct {
	Root         string            `json:"root"`
	Tenant       string            `json:"tenant,omitempty"` // the ext.json that makes it of a template
	Platform     platform.ID       `json:"platform"`         // the main one
	Platforms    []platform.ID     `json:"platforms"`        // it first
	Hosts        []jsonHost        `json:"hosts"`
	Declarations []jsonDeclaration `json:"declarations"`
	Dynamic      []jsonDynamic     `json:"dynamic"`

	NotFollowed []jsonNotFollowed `json:"notFollowed,omitempty"`
}

type jsonHost struct {
	Host       string              `json:"host"`
	Categories []platform.Category `json:"categories"`
	Platforms  []platform.ID       `json:"platforms,omitempty"` // where it is not contacted on all
	Enforced   bool                `json:"enforced"`
	Filing     jsonFiling          `json:"filing"`
	Uses       []jsonUse           `json:"uses"`
}

type jsonFiling struct {
	Status     filing.Status `json:"status"`
	Domain     string        `json:"domain"`
	Number     string        `json:"number"`
	*jsonPlace               // the row of the list that says so
}

type jsonUse struct {
	Scheme    string            `json:"scheme"`
	Port      int               `json:"port"`
	Category  platform.Category `json:"category"`
	API       string            `json:"api"`
	Certainty usage.Certainty   `json:"certainty"`
	Platforms []platform.ID     `json:"platforms,omitempty"` // where it does not count on all
	jsonPlace
}

type jsonDeclaration struct {
	Endpoint string            `json:"endpoint"`
	Category platform.Category `json:"category"`
	jsonPlace
}

type jsonDynamic struct {
	API       string            `json:"api"`
	Category  platform.Category `json:"category"`
	Platforms []platform.ID     `json:"platforms,omitempty"`
	jsonPlace
}

type jsonPlace struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

func (p Paths) json(s source.Span) jsonPlace {
	at := p.place(s)
	return jsonPlace{at.file, at.line, at.column}
}

// HostsJSON writes every host of every mini program as `hosts --format json`
// promises it. It returns the error of the writer.
func HostsJSON(w io.Writer, r *lint.Result, o *Options) error {
	out := jsonHosts{Version: jsonVersion, Projects: []jsonProject{}}
	for _, p := range r.Projects {
		out.Projects = append(out.Projects, projectJSON(p, o))
	}
	return writeJSON(w, out)
}

func projectJSON(p *app.App, o *Options) jsonProject {
	paths := o.Paths
	j := jsonProject{
		Root: paths.Show(p.Root), Platform: p.Platform, Platforms: append([]platform.ID{}, p.Platforms...),
		Hosts: []jsonHost{}, Declarations: []jsonDeclaration{}, Dynamic: []jsonDynamic{},
	}
	if p.Tenant != "" {
		j.Tenant = paths.Show(p.Tenant)
	}
	for _, h := range p.Hosts {
		j.Hosts = append(j.Hosts, hostJSON(h, paths))
	}
	for _, d := range p.Declarations {
		j.Declarations = append(j.Declarations, jsonDeclaration{declared(d), d.Category, paths.json(d.Span)})
	}
	for _, u := range p.Dynamic {
		j.Dynamic = append(j.Dynamic, jsonDynamic{u.API, u.Category, u.On, paths.json(u.Span)})
	}
	j.NotFollowed = notFollowedJSON(p, "", o)
	return j
}

func hostJSON(h *app.Host, paths Paths) jsonHost {
	j := jsonHost{
		Host: h.Host, Categories: append([]platform.Category{}, h.Categories...), Enforced: h.Enforced,
		Filing: filingJSON(h.Filing, paths), Uses: []jsonUse{},
	}
	if isPart(h) {
		j.Platforms = h.Platforms
	}
	for _, u := range h.Uses {
		j.Uses = append(j.Uses, jsonUse{
			u.Endpoint.Scheme, u.Endpoint.Port, u.Category, u.API, u.Certainty, u.On, paths.json(u.Span),
		})
	}
	return j
}

func filingJSON(f app.Filing, paths Paths) jsonFiling {
	j := jsonFiling{Status: f.Status, Domain: f.Domain, Number: f.Number}
	if f.Span.File != nil {
		place := paths.json(f.Span)
		j.jsonPlace = &place
	}
	return j
}

// declared is the endpoint of a declaration, or what is written where that is
// none.
func declared(d *allowlist.Declaration) string {
	if d.Err != nil {
		return d.Raw
	}
	return d.Endpoint.String()
}
