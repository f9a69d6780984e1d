package miniprogram

import (
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/platform"
)

// kinds are the kinds of files by their extensions, in lower case. Others can carry
// no host.
var kinds = sync.OnceValue(func() map[string]Kind {
	kinds := map[string]Kind{}
	for kind, extensions := range map[Kind][]string{
		Script:    append(platform.ScriptExtensions(), ".js", ".mjs", ".cjs", ".ts", ".uts", ".tsx", ".jsx"),
		Markup:    platform.MarkupExtensions(),
		Style:     append(platform.StyleExtensions(), ".css", ".less", ".scss", ".sass", ".styl"),
		Component: {".vue", ".nvue", ".uvue", ".mpx", ".wpy"},
		Data:      {".json"},
	} {
		for _, extension := range extensions {
			kinds[extension] = kind
		}
	}
	return kinds
})

// String returns the kind's name for people who debug.
func (k Kind) String() string {
	return [...]string{"script", "markup", "style", "component", "dotenv", "config", "data"}[k]
}

// kindOf returns what a file is by its name; ok is false when it carries no host.
func kindOf(base string) (k Kind, ok bool) {
	ext := path.Ext(base)
	if k, ok = kinds()[ext]; !ok {
		k, ok = kinds()[strings.ToLower(ext)]
	}
	return k, ok
}

// isDotenv reports whether a file sets the environment of a build
// (https://vite.dev/guide/env-and-mode, https://docs.taro.zone/docs/env-mode-config),
// and is not the sample that is committed in its stead.
func isDotenv(base string) bool {
	if base != ".env" && !strings.HasPrefix(base, ".env.") {
		return false
	}
	switch path.Ext(base) {
	case ".example", ".sample", ".template", ".ts":
		return false
	}
	return true
}

// configNames returns the JSON files whose meaning is known and that do not depend on
// where the sources are: they stand beside the project file.
func configNames(platforms []platform.ID) []string {
	return slices.Concat([]string{extConfig, serverDomains}, platform.ProjectFilesOf(platforms), platform.PrivateFiles())
}

// sourceConfigNames returns those that stand where the sources are.
func sourceConfigNames(platforms []platform.ID) []string {
	return append(configNames(platforms), appConfig, gameConfig, uniManifest, uniPages, pluginConfig)
}

// noData are JSON files that neither declare nor carry a host of the app.
var noData = []string{
	serverDomains,
	"package-lock.json", "npm-shrinkwrap.json", "jsconfig.json", "tslint.json",
	"theme.json", // https://developers.weixin.qq.com/miniprogram/dev/framework/ability/darkmode.html
}

// isData reports whether a JSON file among the sources may be data of the app,
// or the configuration of a page or component, which names what it uses. A
// sitemap's text links to developers.weixin.qq.com (facts 3).
func isData(base string) bool {
	switch {
	case slices.Contains(noData, base), slices.Contains(platform.PrivateFiles(), base), fileMarks()[base] != 0, strings.HasPrefix(base, "sitemap"), strings.HasPrefix(base, "tsconfig."),
		strings.HasPrefix(base, "project."), strings.HasSuffix(base, ".project.config.json"):
		return false
	}
	return true
}

// isTestFolder reports whether a folder holds tests. Mocks are none: they may ship.
func isTestFolder(base string) bool { return base == "__tests__" }

// isTest reports whether a script is a test by its name (https://jestjs.io/docs/configuration#testmatch-arraystring).
func isTest(base string) bool {
	inner := path.Ext(strings.TrimSuffix(base, path.Ext(base)))
	return inner == ".test" || inner == ".spec"
}

// toolPrefixes begin the names of files beside package.json that configure a tool.
var toolPrefixes = []string{
	"babel.config.", "commitlint.config.", "eslint.config.", "gulpfile.", "jest.config.", "karma.conf.",
	"mpx.config.", "postcss.config.", "prettier.config.", "rollup.config.", "stylelint.config.",
	"tailwind.config.", "uno.config.", "unocss.config.", "vite.config.", "vitest.config.", "vue.config.",
	"webpack.config.", "wepy.config.", "windi.config.",
	"manifest.config.", "pages.config.", "miniprogram.config.js", "remax.config.",
}

// testTools begin the names of tool files that configure tests: what they define is
// in no build.
var testTools = []string{"vitest.", "jest.", "karma.", "cypress.", "playwright."}

func isTestTool(base string) bool { return hasPrefix(base, testTools) }

func isTool(base string) bool {
	return hasPrefix(base, toolPrefixes)
}

func hasPrefix(base string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(base, p) })
}
