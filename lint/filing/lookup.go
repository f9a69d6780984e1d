package filing

import (
	"hash/maphash"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
)

// Lookup returns the most specific filing that covers a canonical host: the one
// for the host itself, else for the nearest parent that is not wider than a
// filing can be (endpoint.Registrable); nil when none does. Names are compared
// label by label.
func (l *List) Lookup(host string) *Filing {
	p, e := l.search(host, func(p *part, e entry) bool { return e.flags&rejected == 0 && l.counts(p, p.host(e)) })
	if p == nil {
		return nil
	}
	f, _ := p.filing(e)
	return f
}

// Rejected returns the record that would cover the host if it counted, and why
// it does not; nil when there is none. It is the answer to "but it is in the list" where Lookup found
// nothing.
func (l *List) Rejected(host string) (*Filing, Reason) {
	p, e := l.search(host, func(p *part, e entry) bool { return e.flags&rejected != 0 || !l.counts(p, p.host(e)) })
	if p == nil {
		return nil, NoReason
	}
	f, reason := p.filing(e)
	if reason == NoReason {
		reason = NotAllowed
	}
	return f, reason
}

// search goes from the host upwards to the first entry that is wanted.
func (l *List) search(host string, wanted func(*part, entry) bool) (*part, entry) {
	if len(host) > longestHost {
		return nil, entry{} // no host; and the work would grow with its square
	}
	widest := endpoint.Registrable(host)
	if widest == "" {
		return nil, entry{}
	}
	for name, more := host, true; more && len(name) >= len(widest); _, name, more = strings.Cut(name, ".") {
		for _, p := range l.parts {
			if i, ok := p.index.find(p, name); ok && wanted(p, p.entries[i]) {
				return p, p.entries[i]
			}
		}
	}
	return nil, entry{}
}

// index is a hash table over the domains of a part: open addressing with linear
// probing, at most half full. Entries hold the names, the slots only find them.
type index struct {
	seed  maphash.Seed // of its own: nobody can write a list whose names collide
	slots []slot
}

// slot is one place of the table; entry 0 is an empty one, others are off by 1.
type slot struct{ tag, entry uint32 }

func newIndex(entries int) index {
	size := 8
	for size < 2*entries {
		size *= 2
	}
	return index{maphash.MakeSeed(), make([]slot, size)}
}

// place returns the slot that holds the name, or the empty one where it belongs.
func (x *index) place(p *part, name string) (*slot, uint32) {
	hash := maphash.String(x.seed, name)
	tag, mask := uint32(hash>>32), uint32(len(x.slots)-1)
	for at := uint32(hash) & mask; ; at = (at + 1) & mask {
		s := &x.slots[at]
		if s.entry == 0 || s.tag == tag && p.host(p.entries[s.entry-1]) == name {
			return s, tag
		}
	}
}

func (x *index) find(p *part, name string) (int, bool) {
	s, _ := x.place(p, name)
	return int(s.entry) - 1, s.entry != 0
}
