package cli

import (
	"fmt"
	"strings"

	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/suggest"
)

// runExplain prints what there is to know about rules; without a name, which rules
// there are.
func runExplain(s *session) int {
	var pages []string
	for _, name := range s.opt.args {
		r := rule.ByID(name)
		if r == nil {
			return s.con.usage(unknownRule(name))
		}
		pages = append(pages, report.RulePage(r, s.con.lang))
	}
	if len(s.opt.args) == 0 {
		for _, r := range rule.All {
			pages = append(pages, fmt.Sprintf("%-22s %-8s %s\n", r.ID, r.Severity, r.Title.In(s.con.lang)))
		}
		return s.con.printRaw(strings.Join(pages, ""))
	}
	return s.con.printRaw(strings.Join(pages, "\n"))
}

// checkRule refuses what is no rule's name.
func checkRule(name string) error {
	if rule.ByID(name) == nil {
		return unknownRule(name)
	}
	return nil
}

// unknownRule says which rule may have been meant.
func unknownRule(name string) error {
	if near := suggest.Name(name, ruleIDs()); near != "" {
		return say("cli.unknown-rule-near", name, near)
	}
	return say("cli.unknown-rule", name)
}
