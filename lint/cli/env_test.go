package cli

import (
	"os"
	"testing"
)

// TestConsoleIsWrittenByGo: nothing stands between the command and a console, which on
// Windows would be given UTF-8 then, and read it by its code page.
func TestConsoleIsWrittenByGo(t *testing.T) {
	if env := System(""); env.Stdout != os.Stdout || env.Stderr != os.Stderr {
		t.Errorf("writes to %T and %T", env.Stdout, env.Stderr)
	}
}
