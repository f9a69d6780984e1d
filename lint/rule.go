package lint

import "github.com/beianlint/beianlint/lint/message"

// Rule is one check. Rules are values: a new rule is a new file and one line in
// Rules, and documentation, help and report formats are made from it.
type Rule struct {
	ID       string       // kebab-case, stable, never reused
	Severity Severity     // unless the config says otherwise
	Title    message.Text // one line
	Why      message.Text // the platform's rule or the law behind it
	Before   string       // the smallest input that it fires on
	After    string       // the same, put right
	Since    string       // the version that brought it
	Check    func(*Pass)  // nil where it is reported otherwise: by a reader, or at the end of a run
}

// Rules are all rules, in the order in which they are documented.
var Rules = []*Rule{
	unfiledDomain,
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
	brokenFile,
	unreadableFile,
	unapprovedSuffix,
	domainCheckOff,
	filingNumber,
	duplicateFiling,
	conflictingFiling,
	staleList,
	entityMismatch,
	dynamicHost,
	unusedDeclaration,
	invalidIgnore,
	unusedIgnore,
	mediaDomain,
	unusedFiling,
}

// RuleByID returns the rule of an id, nil when there is none.
//
//go:noinline
func RuleByID(id string) *Rule {
	for _, r := range Rules {
		if r.ID == id {
			return r
		}
	}
	return nil
}

//go:noinline
func ruleIDs() []string {
	ids := make([]string, len(Rules))
	for i, r := range Rules {
		ids[i] = r.ID
	}
	return ids
}
