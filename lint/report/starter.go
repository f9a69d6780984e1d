package report

import (
	"fmt"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
)

// starter writes the entries of a filed list.
type starter struct {
	strings.Builder
	lang    message.Lang
	entries int
}

// Starter returns a first filed list and how many entries it has: every domain that
// the mini programs contact or declare, those of the team as pending, those of
// vendors as what they have filed.
func Starter(r *lint.Result, l message.Lang) (list string, entries int) {
	inv := inventoryOf(r.Projects, func(*app.Host) bool { return true })
	s := starter{lang: l}
	s.WriteString(comment(l.Message("init.list-head")))
	s.group("init.list-own", inv.of(ownDomain))
	s.group("init.list-vendors", inv.of(vendorDomain))
	s.group("init.list-media", inv.of(mediaDomain))
	if out := inv.of(unfilableDomain); len(out) > 0 {
		s.WriteString("\n" + comment(l.Message("init.list-unfilable")))
		for _, e := range out {
			s.WriteString(comment("  " + endpoint.Unicode(e.domain)))
		}
	}
	return s.String(), s.entries
}

// Additions returns what a filed list lacks, as lines to put behind it, and how many
// entries that are. What only media contact was left to the list's keeper when it
// was begun.
func Additions(r *lint.Result, l message.Lang) (lines string, entries int) {
	inv := inventoryOf(r.Projects, func(h *app.Host) bool {
		return h.Enforced && h.Filing.Status == filing.Unfiled && !h.Refused && h.Revoked == nil
	})
	s := starter{lang: l}
	s.group("init.list-own", inv.of(ownDomain))
	s.group("init.list-vendors", inv.of(vendorDomain))
	return s.String(), s.entries
}

// group writes a title and the entries of some domains.
func (s *starter) group(title message.ID, list []*listing) {
	if len(list) == 0 {
		return
	}
	s.entries += len(list)
	s.WriteString("\n" + comment(s.lang.Message(title)))
	var rows [][]string
	for _, e := range list {
		rows = append(rows, e.entry(s.lang))
	}
	for _, line := range aligned(rows) {
		s.WriteString(line + "\n")
	}
}

// entry is what a first list says of a domain, column by column.
func (e *listing) entry(l message.Lang) []string {
	domain := endpoint.Unicode(e.domain)
	switch owner := e.owner.In(l); {
	case !e.isVendors():
		return []string{domain, "pending", ""}
	case owner == "":
		return []string{domain, e.number, "owner=vendor"}
	default:
		return []string{domain, e.number, "owner=vendor  # " + owner}
	}
}

// comment makes lines of a filed list that say nothing to the linter.
func comment(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		fmt.Fprintf(&b, "# %s\n", strings.TrimRight(line, "\n"))
	}
	return b.String()
}
