package miniprogram

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
)

// vueOf returns the Vue that a project of uni-app is built with, "2" or "3": as manifest.json
// has it, by which HBuilderX builds, and the package.json of a project that builds itself. It
// is "" where nothing says it, or where they differ: a key is often left behind by a move
// (https://uniapp.dcloud.net.cn/collocation/manifest.html,
// https://uniapp.dcloud.net.cn/quickstart-cli.html).
func vueOf(files *jsonFiles, dr *draft) string {
	if dr.Framework != UniApp {
		return ""
	}
	pkg := packageOf(files, dr, packageFile)
	said := builtWith(pkg)
	for _, f := range dr.sources {
		if version := files.json(f, uniManifest).root().Get("vueVersion"); version.Exists() {
			said = append(said, strings.Trim(version.Raw(), `"`))
		}
	}
	if len(said) > 0 {
		said = append(said, installed(pkg)...)
	}
	said = slices.Compact(said)
	if len(said) != 1 || said[0] != "2" && said[0] != "3" {
		return ""
	}
	return said[0]
}

// builtWith returns the versions of Vue that a package.json says by the plugins that build
// uni-app.
func builtWith(pkg jsonc.Node) (said []string) {
	if needs(pkg, "@dcloudio/vite-plugin-uni") {
		said = append(said, "3")
	}
	if needs(pkg, "@dcloudio/vue-cli-plugin-uni") {
		said = append(said, "2")
	}
	return said
}

// installed returns the versions of Vue itself that a package.json asks for. By themselves they
// say nothing: HBuilderX builds with its own.
func installed(pkg jsonc.Node) (said []string) {
	for _, key := range []string{"dependencies", "devDependencies"} {
		if version := strings.TrimLeft(pkg.At(key, "vue").String(), "^~>=v"); version != "" {
			said = append(said, version[:1])
		}
	}
	return said
}
