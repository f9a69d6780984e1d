package parser

import (
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// TestBlocksTooDeep: blocks without anything in them.
func TestBlocksTooDeep(t *testing.T) {
	for depth, want := range map[int]bool{maxDepth: false, maxDepth + 1: true} {
		if x := Parse([]byte(strings.Repeat("{", depth)+strings.Repeat("}", depth)), Options{}).TooDeep; (x != nil) != want {
			t.Errorf("%d blocks: %v is too deep", depth, x)
		}
	}
}

// TestTypeArgumentsAreBounded: a longer list is a comparison.
func TestTypeArgumentsAreBounded(t *testing.T) {
	for tokens, want := range map[int]int{maxTypeTokens - 1: 1, maxTypeTokens + 1: 0} {
		src := "f<a" + strings.Repeat(",a", (tokens-3)/2) + ">(x)"
		if got := len(Parse([]byte(src), Options{TypeScript: true}).Calls); got != want {
			t.Errorf("%d tokens: %d calls, want %d", tokens, got, want)
		}
	}
}

// TestTooLong: a tree says from where on a source of too many tokens is not read.
func TestTooLong(t *testing.T) {
	if testing.Short() {
		t.Skip("four million statements")
	}
	if x := Parse([]byte("a+a"), Options{}).TooLong; x != nil {
		t.Errorf("a short source is read up to %d", x.Start)
	}
	src := []byte(strings.Repeat(";", lexer.MaxTokens+1))
	if x := Parse(src, Options{}).TooLong; x == nil || x.Start != lexer.MaxTokens {
		t.Errorf("%d bytes of a token each are read up to %v", len(src), x)
	}
}

// TestManyDefaults: a name is given its part of the values of all patterns with defaults around
// it, as far as they are not too deep.
func TestManyDefaults(t *testing.T) {
	for depth, want := range map[int]int{1: 1, maxDefaults: maxDefaults, 4 * maxDefaults: maxDefaults + 1} {
		tree := Parse([]byte("let a; "+strings.Repeat("[", depth)+"a"+strings.Repeat("] = 1", depth)), Options{})
		if got := len(tree.Bindings[0].Defs); got != want {
			t.Errorf("%d patterns: %d values, want %d", depth, got, want)
		}
	}
}
