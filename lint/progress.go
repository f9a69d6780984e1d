package lint

import "sync/atomic"

// Progress tells how far a run is, while it runs.
type Progress struct {
	Files    atomic.Int64 // that were read
	Programs atomic.Int64 // mini programs that were found
	Followed atomic.Int64 // mini programs whose strings were followed to their calls
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

func (p *Progress) followed() {
	if p != nil {
		p.Followed.Add(1)
	}
}
