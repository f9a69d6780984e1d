package allowlist

import (
	"slices"
	"strings"
)

// Source says which file a document is, and thereby which of its keys may
// declare domains.
type Source uint8

// The sources.
const (
	Named          Source = iota // a file that the config names
	ServerDomains                // server-domains.json, beside the project file
	ProjectConfig                // project.config.json
	ProjectPrivate               // project.private.config.json, of one developer
	MiniProject                  // mini.project.json
	ProjectIDE                   // .mini-ide/project-ide.json
	App                          // app.json
	Game                         // game.json
	Plugin                       // plugin.json
	Ext                          // ext.json
	Manifest                     // manifest.json of uni-app
)

var sourceNames = [...]string{
	ServerDomains:  "server-domains.json",
	ProjectConfig:  "project.config.json",
	ProjectPrivate: "project.private.config.json",
	MiniProject:    "mini.project.json",
	ProjectIDE:     "project-ide.json",
	App:            "app.json",
	Game:           "game.json",
	Plugin:         "plugin.json",
	Ext:            "ext.json",
	Manifest:       "manifest.json",
}

// SourceOf returns the source that a file is by its '/' separated name, and
// whether there is one.
func SourceOf(name string) (Source, bool) {
	i := slices.Index(sourceNames[:], name[strings.LastIndexByte(name, '/')+1:])
	return Source(max(i, 0)), i > 0
}

// dedicated reports whether the file is there for nothing but domains: any key
// that may be a list is one.
func (s Source) dedicated() bool { return s == Named || s == ServerDomains }

// app reports whether the file ships with the mini program. Its keys are the
// platform's or the team's own, so that only the unmistakable ones count.
func (s Source) app() bool { return s >= App }
