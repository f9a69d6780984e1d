package cli

import (
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// tellChoices says on Stderr which files and mini programs the run chose, and what
// it did not read.
func tellChoices(s *session, r *lint.Result) {
	show := s.dir.paths().Show
	chosen(s, "cli.verbose-config", "cli.verbose-no-config", r.Config)
	chosen(s, "cli.verbose-list", "cli.verbose-no-list", r.Lists)
	for _, p := range r.Projects {
		s.con.remark("cli.verbose-project", show(p.Root), platforms(p.Platforms), string(p.Framework), len(p.Hosts))
		if p.Evidence != "" {
			s.con.remark("cli.verbose-evidence", show(p.Root), platforms(p.Platforms), p.Evidence)
		}
	}
	for _, skip := range r.Skipped {
		s.con.remark("cli.verbose-skipped", show(skip.Name), s.con.lang.Message(skip.Reason), skip.Count)
	}
}

func chosen(s *session, used, none message.ID, names []string) {
	for _, name := range names {
		s.con.remark(used, s.dir.show(name))
	}
	if len(names) == 0 {
		s.con.remark(none)
	}
}

func platforms(ids []platform.ID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return strings.Join(names, ", ")
}
