package report

import (
	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
)

// ruleFact is what reports have to know of a rule, or of one of its messages.
type ruleFact struct {
	id          message.ID
	status      string     // of the host of a finding; "" if it is not about a filing
	filer       message.ID // who can file the domain
	guided      bool       // the page of unfiledRule helps to get rid of it
	unknownHost bool       // nobody can tell which host it is about
}

// unfiledRule is the rule whose page says how a domain is filed.
const unfiledRule = "unfiled-domain"

var ruleFacts = []ruleFact{
	{id: unfiledRule, status: "unfiled", filer: "html.who-owner", guided: true},
	{id: "unfiled-domain.vendor", status: "unfiled", filer: "html.who-vendor"},
	{id: "unfiled-domain.shared", status: "unfiled", filer: "html.who-vendor"},
	{id: "unfiled-domain.bare-shared", status: "unfiled", filer: "html.who-nobody"},
	{id: "unfiled-domain.public-suffix", status: "unfiled", filer: "html.who-nobody"},
	{id: "pending-filing", status: "pending", filer: "html.who-entity", guided: true},
	{id: "pending-filing.ended", status: "expired", filer: "html.who-entity"},
	{id: "pending-filing.ending", status: "ending", filer: "html.who-entity"},
	{id: "revoked-filing", status: "revoked", filer: "html.who-owner"},
	{id: "unfilable-domain", status: "unfilable", filer: "html.who-nobody"},
	{id: "ip-address", status: "unfilable", filer: "html.who-nobody"},
	{id: "dynamic-host", unknownHost: true},
}

// factOf returns the row of an id, an empty one if there is none.
func factOf(id message.ID) *ruleFact {
	for i := range ruleFacts {
		if ruleFacts[i].id == id {
			return &ruleFacts[i]
		}
	}
	return &ruleFact{}
}

// filingFact returns what a finding says about the filing of its host. It returns
// nil if it says nothing about one.
func filingFact(f *lint.Finding) *ruleFact {
	for _, id := range []message.ID{f.Message, message.ID(f.Message.Rule())} {
		if fact := factOf(id); fact.status != "" && f.Host != "" {
			return fact
		}
	}
	return nil
}
