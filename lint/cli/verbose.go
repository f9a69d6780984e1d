package cli

import (
	"fmt"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
)

// tell says on Stderr which files and mini programs the run chose, and what
// it did not read.
func (c *command) tell(r *lint.Report) {
	show := c.paths().Show
	c.chosen("cli.verbose-config", "cli.verbose-no-config", r.Config)
	c.chosen("cli.verbose-list", "cli.verbose-no-list", r.Lists)
	for _, p := range r.Projects {
		c.remark("cli.verbose-project", show(p.Root), platforms(p.Platforms), string(p.Framework), len(p.Hosts))
	}
	for _, s := range r.Skipped {
		c.remark("cli.verbose-skipped", show(s.Name), c.lang.Message(s.Reason), s.Count)
	}
}

func (c *command) chosen(used, none message.ID, names []string) {
	for _, name := range names {
		c.remark(used, c.paths().Show(name))
	}
	if len(names) == 0 {
		c.remark(none)
	}
}

func (c *command) remark(id message.ID, args ...any) {
	fmt.Fprintln(c.Stderr, report.Visible("beianlint: "+c.lang.Message(id, args...)))
}

func platforms(ids []platform.ID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return strings.Join(names, ", ")
}
