package miniprogram

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// choose returns the mini programs that were asked for: the one that the folder
// lies in and those below it; without any, the one whose root is above.
func (l *loader) choose(drafts []*draft) []*draft {
	chosen := slices.DeleteFunc(slices.Clone(drafts), func(d *draft) bool { return !l.asksFor(d) })
	if around := innermost(drafts, l.shipsIn); around != nil && !slices.Contains(chosen, around) {
		chosen = append(chosen, around)
	}
	if len(chosen) == 0 {
		if around := innermost(drafts, l.isAbove); around != nil {
			chosen = append(chosen, around)
		}
	}
	chosen = slices.DeleteFunc(chosen, func(d *draft) bool { return !l.narrow(d) })
	slices.SortStableFunc(chosen, func(a, b *draft) int { return comparePaths(a.Root, b.Root) })
	return chosen
}

// asksFor reports whether the mini program's root is, or lies below, the folder
// that was asked for. A file asks for no more than the mini program it is in.
func (l *loader) asksFor(d *draft) bool {
	_, below := source.Under(d.Root, l.dir)
	return below && !l.isFile
}

// shipsIn reports whether the folder that was asked for is the root of the mini
// program, or lies in its sources.
func (l *loader) shipsIn(d *draft) bool {
	return d.Root == l.dir || slices.ContainsFunc(d.Sources, func(s string) bool {
		_, in := source.Under(l.dir, s)
		return in
	})
}

func (l *loader) isAbove(d *draft) bool {
	_, in := source.Under(l.dir, d.Root)
	return in
}

// innermost returns the mini program with the longest root of those that hold.
func innermost(drafts []*draft, holds func(*draft) bool) *draft {
	var found *draft
	for _, d := range drafts {
		if holds(d) && (found == nil || len(d.Root) > len(found.Root)) {
			found = d
		}
	}
	return found
}

// narrow keeps to the platform that was asked for; false when the mini program is
// not for it.
func (l *loader) narrow(d *draft) bool {
	switch want := l.opt.Platform; {
	case want == "":
		return true
	case !slices.Contains(d.Platforms, want):
		l.notes.skip(d.Root, skipUnselected)
		return false
	default:
		d.Platforms = []platform.ID{want}
		return true
	}
}
