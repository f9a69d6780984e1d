package parser

import (
	"testing"

	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// TestLargeScratchIsNotKept: one large file does not hold its memory for the run.
func TestLargeScratchIsNotKept(t *testing.T) {
	for size, want := range map[int]bool{maxScratch: true, maxScratch + 1: false} {
		s := &scratch{tokens: make([]lexer.Token, 0, size)}
		s.parser.depth = 1
		s.free()
		if kept := s.parser.depth == 0; kept != want {
			t.Errorf("the place of %d tokens is kept: %v", size, kept)
		}
	}
}
