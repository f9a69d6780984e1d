//go:build !windows

package machine

import "os"

// ShowsColors reports whether a terminal obeys escape sequences, as all do here.
func ShowsColors(*os.File) bool { return true }
