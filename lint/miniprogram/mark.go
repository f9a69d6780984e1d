package miniprogram

import (
	"maps"
	"sync"

	"github.com/beianlint/beianlint/lint/platform"
)

// mark is a set of what a folder holds that tells what it is.
type mark uint16

const (
	markProject  mark = 1 << iota // the project file of a platform
	markApp                       // app.json
	markGame                      // game.json
	markPlugin                    // plugin.json
	markManifest                  // uni-app's manifest.json, or the script it is made from
	markPages                     // uni-app's pages.json, or the script it is made from
	markSingle                    // an entry that only one framework has: app.wpy, app.mpx
	markEntry                     // an entry that other software has as well: app.tsx, app.config.ts, …
	markKbone                     // miniprogram.config.js
	markPackage                   // package.json
	markScript                    // a file that app.json stands beside: app.js, its style, …

	appMarks = markApp | markGame | markPlugin | markManifest | markPages | markSingle | markEntry | markKbone
	// ownMarks are those that can make a folder a mini program without a look above.
	ownMarks = markProject | appMarks&^markEntry
)

// Names of files whose meaning is known.
const (
	appConfig     = "app.json"
	gameConfig    = "game.json"
	pluginConfig  = "plugin.json"
	extConfig     = "ext.json"
	uniManifest   = "manifest.json"
	uniPages      = "pages.json"
	serverDomains = "server-domains.json"
	packageFile   = "package.json"
	tsConfig      = "tsconfig.json"
)

// fileMarks are the marks of file names.
var fileMarks = sync.OnceValue(func() map[string]mark {
	marks := maps.Clone(plainMarks)
	for _, name := range platform.ProjectFiles() {
		marks[name] = markProject
	}
	for _, extension := range platform.StyleExtensions() {
		marks["app"+extension] = markScript
	}
	return marks
})

// plainMarks are the marks of file names that no platform has for itself
// (real-projects.md, "Where the mini programs are"; facts 2, 3, 4.3).
var plainMarks = map[string]mark{
	appConfig:    markApp,
	gameConfig:   markGame,
	pluginConfig: markPlugin,
	uniManifest:  markManifest,
	uniPages:     markPages,
	packageFile:  markPackage,

	// The JSON is made from these by https://github.com/uni-helper/vite-plugin-uni-pages
	// and https://github.com/uni-helper/vite-plugin-uni-manifest.
	"manifest.config.ts": markManifest,
	"manifest.config.js": markManifest,
	"pages.config.ts":    markPages,
	"pages.config.js":    markPages,

	"app.wpy": markSingle, // https://github.com/Tencent/wepy
	"app.mpx": markSingle, // https://mpxjs.cn

	// Taro (https://docs.taro.zone/docs/folder), remax (https://remaxjs.org), rax, mpvue.
	"app.config.ts": markEntry,
	"app.config.js": markEntry,
	"app.tsx":       markEntry,
	"app.jsx":       markEntry,
	"app.vue":       markEntry,
	"App.vue":       markEntry,
	"app.ts":        markEntry | markScript,
	"app.js":        markEntry | markScript,

	"miniprogram.config.js": markKbone, // https://wechat-miniprogram.github.io/kbone/docs/config/
}

// folderMark returns the mark of a folder by its name: one in the place of
// app.json must be noticed.
func folderMark(base string) mark {
	if base == appConfig {
		return markApp
	}
	return 0
}
