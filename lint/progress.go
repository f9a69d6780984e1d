package lint

import (
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

// Progress tells how far a run is, while it runs.
type Progress struct {
	Files    atomic.Int64 // that were read
	Programs atomic.Int64 // mini programs that were found
	Followed atomic.Int64 // mini programs whose strings were followed to their calls
	// Follows is called whenever that begins for one and takes room, at any time, with the bytes of
	// its sources; nil calls nobody.
	Follows func(sources int)

	// Reads is called before a long list is read, with its size, and once many sources were, with
	// theirs: about as many are to come. Nil calls nobody.
	Reads func(bytes int64)

	mu sync.Mutex
	at map[string]bool // fs names of the roots of those that are being followed
}

// At returns the fs names of the roots of the mini programs whose strings are being
// followed, in order.
func (p *Progress) At() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Sorted(maps.Keys(p.at))
}

func (p *Progress) files() *atomic.Int64 {
	if p == nil {
		return nil
	}
	return &p.Files
}

func (p *Progress) found(programs int) {
	if p != nil {
		p.Programs.Add(int64(programs))
	}
}

// following notes that a mini program's strings are being followed, and followed that
// they were.
func (p *Progress) following(root string, sources int, large bool) {
	if p == nil {
		return
	}
	p.mu.Lock()
	if p.at == nil {
		p.at = map[string]bool{}
	}
	p.at[root] = true
	p.mu.Unlock()
	if large && p.Follows != nil {
		p.Follows(sources)
	}
}

// reads tells that much is about to be read.
func (p *Progress) reads(bytes int64) {
	if p != nil && p.Reads != nil {
		p.Reads(bytes)
	}
}

func (p *Progress) followed(root string) {
	if p == nil {
		return
	}
	p.Followed.Add(1)
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.at, root)
}
