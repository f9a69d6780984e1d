package lexer

import (
	"bytes"
	"strings"
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

// A source is left after as many tokens as there may be, in an element too, which is not
// read again as if it were none.
func TestTokensAreBounded(t *testing.T) {
	sum := func(names int) []byte { return []byte("a" + strings.Repeat("+a", names-1)) }
	for src, want := range map[string]int{
		string(sum(MaxTokens / 2)):                MaxTokens - 1,
		string(sum(MaxTokens)):                    MaxTokens,
		"<a>{" + string(sum(MaxTokens)) + "}</a>": MaxTokens,
	} {
		tokens := Tokens([]byte(src), true, nil)
		if len(tokens) != want {
			t.Errorf("%d tokens of %.9s…, want %d", len(tokens), src, want)
		}
		if strings.HasPrefix(src, "<a>") && tokens[0].Kind != JSXStart {
			t.Errorf("%.9s… is read again without elements", src)
		}
	}
}
