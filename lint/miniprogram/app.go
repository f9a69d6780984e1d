package miniprogram

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// app is a folder that holds the file that makes it a mini program: app.json, or
// what a framework makes it from.
type app struct {
	folder    *folder // its sources
	home      *folder // the folder that a team would name: that of package.json for a framework
	framework *framework
	plugin    bool
	game      bool
	taken     bool // some project has it
}

// appAt returns the app that a folder holds, or nil.
func (d *discovery) appAt(f *folder) *app {
	if f == nil {
		return nil
	}
	if a, known := d.apps[f]; known {
		return a
	}
	d.apps[f] = nil // what is recognised below the folder does not ask for it again
	if f.marks&appMarks == 0 {
		return nil
	}
	for _, recognise := range []func(*folder) *app{d.uniApp, d.frameworkApp, d.kboneApp, d.nativeApp, d.game, d.plugin} {
		if a := recognise(f); a != nil {
			d.apps[a.folder] = a
			return a
		}
	}
	return nil
}

// uniKeys returns keys that only uni-app's manifest.json has (facts 2, row 18).
func uniKeys() []string {
	return append(platform.ManifestSections(), "app-plus", "uniStatistics", "quickapp")
}

// uniApp recognises uni-app: manifest.json and pages.json in one folder, a manifest
// that says so, or the scripts that both are made from. Some teams keep manifest.json out of
// the repository, for the appid in it: then pages.json and App.vue are left.
func (d *discovery) uniApp(f *folder) *app {
	if f.marks&(markManifest|markPages) == 0 {
		return nil
	}
	manifest, pages := d.json(f, uniManifest), d.json(f, uniPages)
	fw := frameworkNamed(UniApp)
	listed, hasEntry := pages.root().Get("pages").Kind() == jsonc.Array, f.has("App.vue")
	switch {
	case hasAnyKey(manifest.root(), uniKeys()),
		manifest != nil && pages != nil && (listed || hasEntry),
		f.marks&markManifest == 0 && listed && hasEntry && !d.isOtherVue(f):
		return &app{folder: f, home: packageHome(f), framework: fw}
	case manifest == nil && f.marks&(markManifest|markPages) == markManifest|markPages:
		sources := f.child("src")
		if sources == nil {
			sources = f
		}
		return &app{folder: sources, home: f, framework: fw}
	}
	return nil
}

// isOtherVue reports whether the package.json of a folder says that it is an app of Vue, and of
// nothing of uni-app.
func (d *discovery) isOtherVue(f *folder) bool {
	pkg := d.json(packageHome(f), packageFile).root()
	return needs(pkg, "vue") && !needs(pkg, "@dcloudio/")
}

func hasAnyKey(n jsonc.Node, keys []string) bool {
	for _, key := range keys {
		if n.Get(key).Exists() {
			return true
		}
	}
	return false
}

// packageHome returns the folder of the package.json that the sources are built
// by, the one above them when they are in src; else the sources themselves.
func packageHome(sources *folder) *folder {
	for f := sources; f != nil; f = f.up {
		if f.marks&markPackage == 0 {
			continue
		}
		if rel, _ := source.Under(sources.name, f.name); f == sources.up || strings.HasPrefix(rel+"/", "src/") {
			return f
		}
		break
	}
	if path.Base(sources.name) == "src" && sources.up != nil {
		return sources.up
	}
	return sources
}

// frameworkApp recognises the entry file of a framework. Most have names that
// other software uses as well: then package.json, or the file itself, has to tell.
func (d *discovery) frameworkApp(f *folder) *app {
	if f.marks&(markSingle|markEntry) == 0 || hasApp(f, platform.StyleExtensions()) || !holdsEntry(f) || d.insideFramework(f) {
		return nil
	}
	fw := d.frameworkAt(f)
	if fw == nil || f.marks&markApp != 0 && !slices.Contains(keepsAppJSON, fw.name) {
		return nil
	}
	return &app{folder: f, home: packageHome(f), framework: fw}
}

// holdsEntry reports whether more than app.js or app.ts, as servers and libraries
// have them, speaks for an app: another name, or pages beside it.
func holdsEntry(f *folder) bool {
	if f.child("pages") != nil || f.marks&(markSingle|markApp) != 0 {
		return true
	}
	for name, m := range fileMarks() {
		if m == markEntry && f.has(name) {
			return true
		}
	}
	return false
}

// keepsAppJSON are the frameworks whose sources have an app.json.
var keepsAppJSON = []Framework{Mpvue, Megalo, Rax, Mpx}

// insideFramework reports whether a folder above is a framework's app: then app.tsx
// is a page or component.
func (d *discovery) insideFramework(f *folder) bool {
	for up := f.up; up != nil; up = up.up {
		if a := d.apps[up]; a != nil && a.framework != nil {
			return true
		}
	}
	return false
}

// frameworkAt returns the framework of a folder with an entry file, or nil.
func (d *discovery) frameworkAt(f *folder) *framework {
	for _, single := range singles {
		if f.has(single.file) {
			return frameworkNamed(single.name)
		}
	}
	for up := f; up != nil; up = up.up {
		if up.marks&markPackage != 0 {
			if fw := frameworkOf(d.json(up, packageFile).root()); fw != nil {
				return fw
			}
			break
		}
	}
	return d.frameworkSaid(f)
}

// appConfigMacro is what Taro's app.config calls (https://docs.taro.zone/docs/app-config):
// packages of a monorepo often stand in a package.json far above.
var appConfigMacro = []byte("defineAppConfig")

func (d *discovery) frameworkSaid(f *folder) *framework {
	for _, name := range []string{"app.config.ts", "app.config.js"} {
		if !f.has(name) {
			continue
		}
		data, err := d.readFile(join(f.name, name), nil)
		if err == nil && bytes.Contains(data, appConfigMacro) {
			return frameworkNamed(Taro)
		}
	}
	return nil
}

// kboneApp recognises kbone by its configuration, which stands beside package.json
// or in build/.
func (d *discovery) kboneApp(f *folder) *app {
	if f.marks&markKbone == 0 {
		return nil
	}
	home := f
	if path.Base(f.name) == "build" && f.up != nil {
		home = f.up
	}
	sources := home.child("src")
	if sources == nil || home.marks&markPackage == 0 {
		return nil
	}
	return &app{folder: sources, home: home, framework: frameworkNamed(Kbone)}
}

// hasApp reports whether the folder holds a file app with one of the extensions.
func hasApp(f *folder, extensions []string) bool {
	return slices.ContainsFunc(extensions, func(extension string) bool { return f.has("app" + extension) })
}

// nativeApp recognises app.json. Expo, Heroku and others use that name too, and a
// page may be called app.
func (d *discovery) nativeApp(f *folder) *app {
	if f.marks&markApp == 0 {
		return nil
	}
	content := d.json(f, appConfig).root()
	if hasApp(f, platform.MarkupExtensions()) && !isAppConfig(content) {
		return nil
	}
	styled := hasApp(f, platform.StyleExtensions())
	switch {
	case !content.Exists():
		if f.marks&markScript == 0 {
			return nil
		}
	case !isAppConfig(content) && !styled:
		return nil
	}
	return &app{folder: f, home: f}
}

// isAppConfig reports whether the JSON is that of an app: it has pages (facts 3,
// 4.3), or a list of domains.
func isAppConfig(content jsonc.Node) bool {
	for _, key := range []string{"pages", "subPackages", "subpackages"} {
		if content.Get(key).Kind() == jsonc.Array {
			return true
		}
	}
	domains := false
	content.Each(func(key, _ jsonc.Node) bool {
		domains = strings.Contains(strings.ToLower(key.String()), "domain")
		return !domains
	})
	return domains || content.Get("entryPagePath").Exists()
}

// game recognises a mini game.
func (d *discovery) game(f *folder) *app {
	if f.marks&markGame == 0 || !f.has("game.js") && !f.has("game.ts") {
		return nil
	}
	return &app{folder: f, home: f, game: true}
}

// plugin recognises a plugin by plugin.json (facts 3): its pages are an object on
// WeChat, an array on Alipay. Other software has files of that name.
func (d *discovery) plugin(f *folder) *app {
	if f.marks&markPlugin == 0 {
		return nil
	}
	content := d.json(f, pluginConfig).root()
	if !hasAnyKey(content, []string{"publicComponents", "publicPages"}) &&
		(!content.Get("pages").Exists() || content.Get("main").Kind() != jsonc.String) {
		return nil
	}
	return &app{folder: f, home: f, plugin: true}
}
