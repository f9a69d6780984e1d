package lexer

import (
	"bytes"
	"testing"
)

// A source is left where the run is to stop.
func TestStopped(t *testing.T) {
	src := bytes.Repeat([]byte("a = b + 'c' // d\n"), 1<<16)
	looks := 0
	tokens := Tokens(src, true, func() bool { looks++; return looks == 3 })
	if end := int(tokens[len(tokens)-1].End); looks != 3 || end < 2*perLook || end > 4*perLook {
		t.Errorf("%d looks, read up to %d of %d bytes", looks, end, len(src))
	}
}
