package allowlist

import (
	"path"
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
)

// Source is the name of the file that a document is, which says which of its
// keys may declare domains.
type Source string

// The sources that no platform has for itself.
const (
	Named         Source = "" // a file that the config names
	ServerDomains Source = "server-domains.json"
)

// shipped are the files that ship with a mini program.
var shipped = []string{"app.json", "game.json", "plugin.json", "ext.json", "manifest.json"}

// SourceOf returns the source that a file is by its '/' separated name, and
// whether there is one.
func SourceOf(name string) (Source, bool) {
	base := path.Base(name)
	known := Source(base) == ServerDomains || slices.Contains(shipped, base) ||
		slices.Contains(platform.ProjectFiles(), base) || slices.Contains(platform.PrivateFiles(), base) ||
		slices.Contains(platform.ToolFiles(), base)
	if !known {
		return Named, false
	}
	return Source(base), true
}

// dedicated reports whether the file is there for nothing but domains: any key
// that may be a list is one.
func (s Source) dedicated() bool { return s == Named || s == ServerDomains }

// app reports whether the file ships with the mini program. Its keys are the
// platform's or the team's own, so that only the unmistakable ones count.
func (s Source) app() bool { return slices.Contains(shipped, string(s)) }

// manifest reports whether the file is uni-app's, which has parts for targets
// that are no mini programs.
func (s Source) manifest() bool { return s == "manifest.json" }
