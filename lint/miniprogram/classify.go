package miniprogram

import (
	"path"
	"slices"
	"strings"
)

// kindOfExt returns the kind of the files with a lower-case extension; ok is
// false for those that can carry no host.
func kindOfExt(ext string) (k Kind, ok bool) {
	switch ext {
	case ".js", ".mjs", ".cjs", ".ts", ".tsx", ".jsx", ".wxs", ".sjs":
		return Script, true
	case ".wxml", ".axml":
		return Markup, true
	case ".wxss", ".acss", ".css", ".less", ".scss", ".sass", ".styl":
		return Style, true
	case ".vue", ".nvue", ".mpx", ".wpy":
		return Component, true
	case ".json":
		return Data, true
	}
	return 0, false
}

// String returns the kind's name for people who debug.
func (k Kind) String() string {
	return [...]string{"script", "markup", "style", "component", "dotenv", "config", "data"}[k]
}

// kindOf returns what a file is by its name; ok is false when it carries no host.
func kindOf(base string) (k Kind, ok bool) {
	ext := path.Ext(base)
	if k, ok = kindOfExt(ext); !ok {
		k, ok = kindOfExt(strings.ToLower(ext))
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

// configNames are the JSON files whose meaning is known and that do not depend on
// where the sources are: they stand beside the project file.
var configNames = []string{
	extConfig, alipayProject, wechatProject, wechatPrivate, serverDomains,
}

// sourceConfigNames are those that stand where the sources are.
var sourceConfigNames = []string{
	appConfig, gameConfig, uniManifest, uniPages, pluginConfig,
	extConfig, alipayProject, wechatProject, wechatPrivate, serverDomains,
}

// noData are JSON files that neither declare nor carry a host of the app.
var noData = []string{
	serverDomains, wechatPrivate,
	"package-lock.json", "npm-shrinkwrap.json", "jsconfig.json", "tslint.json",
	"theme.json", // https://developers.weixin.qq.com/miniprogram/dev/framework/ability/darkmode.html
}

// isData reports whether a JSON file among the sources may be data of the app,
// or the configuration of a page or component, which names what it uses. A
// sitemap's text links to developers.weixin.qq.com (facts 3).
func isData(base string) bool {
	switch {
	case slices.Contains(noData, base), fileMarks[base] != 0, strings.HasPrefix(base, "sitemap"), strings.HasPrefix(base, "tsconfig."),
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

func isTool(base string) bool {
	for _, p := range toolPrefixes {
		if strings.HasPrefix(base, p) {
			return true
		}
	}
	return false
}
