package cli

import (
	"fmt"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/nearest"
	"github.com/beianlint/beianlint/lint/report"
)

// explain prints what there is to know about rules; without a name, which rules
// there are.
func (c *command) explain(names []string) int {
	var pages []string
	for _, name := range names {
		r := lint.RuleByID(name)
		if r == nil {
			return c.usage(unknownRule(name))
		}
		pages = append(pages, report.RulePage(r, c.lang))
	}
	if len(names) == 0 {
		for _, r := range lint.Rules {
			pages = append(pages, fmt.Sprintf("%-22s %-8s %s\n", r.ID, r.Severity, r.Title.In(c.lang)))
		}
		return c.printRaw(strings.Join(pages, ""))
	}
	return c.printRaw(strings.Join(pages, "\n"))
}

func (c *command) printRaw(text string) int {
	if _, err := fmt.Fprint(c.Stdout, text); err != nil {
		return c.failed(err)
	}
	return exitOK
}

//go:noinline
func ruleIDs() []string {
	var ids []string
	for _, r := range lint.Rules {
		ids = append(ids, r.ID)
	}
	return ids
}

// unknownRule says which rule may have been meant.
func unknownRule(name string) error {
	if near := nearest.Name(name, ruleIDs()); near != "" {
		return say("cli.unknown-rule-near", name, near)
	}
	return say("cli.unknown-rule", name)
}
