package miniprogram

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// target is what was asked for.
type target struct {
	dir       string // fs name of the folder
	isFile    bool   // a file in it
	platforms []platform.ID
}

// choose returns the mini programs that were asked for: the one that the folder
// lies in and those below it; without any, the one whose root is above.
func (t target) choose(drafts []*draft, notes *notes) []*draft {
	chosen := slices.DeleteFunc(slices.Clone(drafts), func(d *draft) bool { return !t.asksFor(d) })
	if around := innermost(drafts, t.shipsIn); around != nil && !slices.Contains(chosen, around) {
		chosen = append(chosen, around)
	}
	if len(chosen) == 0 {
		if around := innermost(drafts, t.isAbove); around != nil {
			chosen = append(chosen, around)
		}
	}
	chosen = slices.DeleteFunc(chosen, func(d *draft) bool { return !t.narrow(d, notes) })
	slices.SortStableFunc(chosen, func(a, b *draft) int { return comparePaths(a.Root, b.Root) })
	return chosen
}

// asksFor reports whether the mini program's root is, or lies below, the folder
// that was asked for. A file asks for no more than the mini program it is in.
func (t target) asksFor(d *draft) bool {
	_, below := source.Under(d.Root, t.dir)
	return below && !t.isFile
}

// shipsIn reports whether the folder that was asked for is the root of the mini
// program, or lies in its sources.
func (t target) shipsIn(d *draft) bool {
	return d.Root == t.dir || slices.ContainsFunc(d.Sources, func(s string) bool {
		_, in := source.Under(t.dir, s)
		return in
	})
}

func (t target) isAbove(d *draft) bool {
	_, in := source.Under(t.dir, d.Root)
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

// narrow keeps to the platforms that were asked for, in the order that it has them;
// false when the mini program is for none of them. A framework's project is for any that
// the framework builds for.
func (t target) narrow(d *draft, notes *notes) bool {
	if len(t.platforms) == 0 {
		return true
	}
	var kept []platform.ID
	for _, id := range d.Platforms {
		if slices.Contains(t.platforms, id) {
			kept = append(kept, id)
		}
	}
	for _, p := range platform.All() {
		if slices.Contains(t.platforms, p.ID) && !slices.Contains(kept, p.ID) && d.framework.buildsFor(p.ID) {
			kept = append(kept, p.ID)
		}
	}
	if len(kept) == 0 {
		notes.skip(d.Root, skipUnselected)
		return false
	}
	if !slices.Contains(d.Platforms, kept[0]) {
		d.AppID = "" // another platform's
	}
	d.Platforms, d.Decided = kept, true
	return true
}
