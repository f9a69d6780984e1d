package app

import "github.com/beianlint/beianlint/lint/platform"

// Declared says how the allowlist stands to what the code contacts of a host.
type Declared string

// How a host is declared. Where no source records the lists that matter, or the
// platform does not look, it is NotKnown.
const (
	NotKnown     Declared = ""
	FullyListed  Declared = "listed"
	PartlyListed Declared = "partly"
	NotListed    Declared = "unlisted"
	NotNeeded    Declared = "open" // the platform lets every use pass
)

// declaredAs compares the uses of a host with the lists that are known: those
// that belong into a box, or all where none is given.
func (l *Listing) declaredAs(h *Host, box *platform.Box) Declared {
	if h.open([]*platform.Platform{l.Platform}) {
		return NotNeeded
	}
	list := l.app.Allowlist.Declarations
	yes, no := h.listedIn(box), false
	for _, p := range h.Places {
		c := p.Contact()
		if !l.Concerns(p) || l.Checked(c) == nil || box != nil && !box.Takes(p.Category) || p.Rank == DeclarationRank || !l.app.Allowlist.Known[c.Category] {
			continue
		}
		if l.Listed(list, c) {
			yes = true
		} else {
			no = true
		}
	}
	switch {
	case yes && no:
		return PartlyListed
	case yes:
		return FullyListed
	case no:
		return NotListed
	}
	return NotKnown
}
