package cli

import (
	"errors"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/parallel"
)

// TestConsoleShowsHidden: whatever is quoted, a line stays a line and does not move the
// cursor.
func TestConsoleShowsHidden(t *testing.T) {
	const hostile = "a\x1b[1Ab\u202ec"
	for name, speak := range map[string]func(*console){
		"report":  func(c *console) { c.report("init.kept", hostile) },
		"remark":  func(c *console) { c.remark("trace.nowhere", hostile) },
		"failed":  func(c *console) { c.failed(errors.New(hostile)) },
		"crashed": func(c *console) { c.crashed(&parallel.Panic{Cause: "a cause", Stack: []byte("main.go " + hostile)}) },
	} {
		var out strings.Builder
		speak(&console{out: &out, errs: &out, lang: message.English})
		if !strings.Contains(out.String(), `a␛[1Ab\u{202e}c`) {
			t.Errorf("%s prints %q", name, out.String())
		}
	}
}
