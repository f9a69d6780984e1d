// Package rule holds the rules. A rule reads a model and returns findings: it
// changes nothing and knows no other rule.
package rule

import (
	"slices"

	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// Rule is one check with everything that documentation, help and reports are
// made from. Rules are values: a new rule is a new file and one line in All.
// Its fields are many because it is a row of the table of rules.
type Rule struct {
	ID       string           // kebab-case, stable, never reused
	Severity finding.Severity // unless the config says otherwise
	Title    message.Text     // one line
	Why      message.Text     // the platform's rule or the law behind it
	Before   string           // the smallest input that it fires on
	After    string           // the same, put right
	Remark   message.Text     // what people write in the example, where that has a %s
	Since    string           // the version that brought it

	Notices []message.ID // variants that are no more than a notice, of what readers report

	WholeFile  bool     // its findings are about a file, not about the line that they are shown at
	ConfigOnly bool     // only the config silences it: it is about comments and baselines
	PolicyOnly bool     // only a policy silences it: it is about who tries against one
	OfList     bool     // it is about the filed list, where comments silence nothing
	Leads      bool     // what it asks for comes first, and changes what an allowlist has to hold
	Yields     bool     // it says nothing of a host for which a rule that leads has a finding
	PerFiling  bool     // what it finds is put right domain by domain, as filings are made
	Unknown    bool     // it is about hosts that nobody knows
	Strict     bool     // an error for who asks to be strict
	Guide      bool     // how to file a domain helps who has a finding of it
	Platforms  bool     // how far each platform is judged is part of its page
	Filing     []Filing // what it says of the filing of a host; empty: nothing

	App   func(*Model) []*finding.Finding // what it finds in a mini program; nil: nothing
	Lists func(*Lists) []*finding.Finding // what it finds in the filed list; nil: nothing
}

// Filing is what a finding says of the filing of its host, and who can do
// something about it.
type Filing struct {
	Variant message.ID // the findings that it is about; "": those without another row
	Status  Status
	Who     message.ID
}

// Status is how the filing of a host stands, as far as somebody has to do
// something about it.
type Status string

// The statuses.
const (
	Unfiled   Status = "unfiled"
	Pending   Status = "pending"
	Expired   Status = "expired"
	Ending    Status = "ending"
	Revoked   Status = "revoked"
	Unfilable Status = "unfilable"
)

// All are all rules, in the order in which they are documented.
var All = []*Rule{
	UnfiledDomain,
	pendingFiling,
	revokedFiling,
	ipAddress,
	localAddress,
	insecureScheme,
	forbiddenDomain,
	unfilableDomain,
	undeclaredDomain,
	malformedDomain,
	duplicateDeclaration,
	tooManyDomains,
	BrokenFile,
	unreadableFile,
	unapprovedSuffix,
	filingNotEstablished,
	domainCheckOff,
	filingNumber,
	filingStatus,
	duplicateFiling,
	conflictingFiling,
	staleList,
	entityMismatch,
	dynamicHost,
	notFollowed,
	unusedDeclaration,
	policyOverride,
	invalidIgnore,
	unusedIgnore,
	mediaDomain,
	unusedFiling,
}

// Index returns the place of the rule of an id in All, or -1 if there is none.
func Index(id string) int { return slices.IndexFunc(All, func(r *Rule) bool { return r.ID == id }) }

// ByID returns the rule of an id, or nil if there is none.
func ByID(id string) *Rule {
	if i := Index(id); i >= 0 {
		return All[i]
	}
	return nil
}

// Lookup returns the rule of an id, an empty one if there is none.
func Lookup(id string) *Rule {
	if r := ByID(id); r != nil {
		return r
	}
	return &Rule{}
}

// IDs returns the ids of all rules, in their order.
func IDs() []string {
	ids := make([]string, len(All))
	for i, r := range All {
		ids[i] = r.ID
	}
	return ids
}

// Lacks reports whether no valid filing covers the host, though somebody could file
// it: what is pending, revoked or at its end counts for nothing.
func (f *Filing) Lacks() bool {
	switch f.Status {
	case Unfiled, Pending, Expired, Revoked:
		return f.Who != "html.who-nobody"
	}
	return false
}

// FilingOf returns what a finding says of the filing of its host; nil if it says
// nothing of it.
func FilingOf(f *finding.Finding) *Filing {
	if f.Host == "" {
		return nil
	}
	var found *Filing
	r := Lookup(f.Message.Rule())
	for i := range r.Filing {
		if v := r.Filing[i].Variant; v == "" || v == f.Message {
			found = &r.Filing[i]
		}
	}
	return found
}
