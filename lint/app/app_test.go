package app

import (
	"testing"

	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// TestLongScripts: a script that is not read to its end is a problem, what is not followed
// in another is none.
func TestLongScripts(t *testing.T) {
	at := source.Span{File: source.NewFile("a.js", []byte("a+a")), Start: 3, End: 3}
	a := &App{NotFollowed: usage.Account{{Reason: usage.OpenCall, Message: "account.open-call"}, {Message: usage.LongScript, Span: at}}}
	got := a.LongScripts()
	if len(got) != 1 || got[0].Span != at || got[0].Message != "unreadable-file.too-long" {
		t.Errorf("got %v, want one problem at the end of a.js", got)
	}
}
