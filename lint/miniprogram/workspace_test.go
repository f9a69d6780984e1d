package miniprogram

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const miniPackage = `r/apps/m/package.json={"dependencies":{"@tarojs/taro":"3","@s/link":"link:../../other/l"}}`

func TestPackage(t *testing.T) {
	packages := []string{
		miniPackage, "r/apps/m/src/app.config.ts", "r/apps/m/src/app.tsx",
		`r/packages/a/package.json={"name":"@s/a","main":"dist/i.js","source":"src/i.ts","exports":{".":{"types":"./t.d.ts","import":"./e.js"},"./sub":"./src/sub.ts","./deep/*":"./src/deep/*.ts"}}`,
		`r/packages/no/package.json={"name":"@s/no"}`, `r/packages/x/deep/b/package.json={"name":"b","exports":"./b.ts"}`,
		`r/other/l/package.json={"name":"@s/other"}`, `r/node_modules/n/package.json={"name":"n"}`,
	}
	const a = "r/packages/a [e.js src/i.ts dist/i.js src/index src/main index lib/index]"
	for name, w := range map[string]struct {
		file string
		want map[string]string // by name and what is imported below it
	}{
		"pnpm":    {"r/pnpm-workspace.yaml=packages:\n  # ours\n  - 'packages/**' # all\n  - \"!packages/no\"\ncatalog:\n  - other/*\n", map[string]string{"@s/a": a, "@s/no": "", "b": "r/packages/x/deep/b [b.ts src/index src/main index lib/index]", "@s/other": "", "n": ""}},
		"pnpm []": {"r/pnpm-workspace.yaml=packages: [ 'apps/*', \"packages/*\" ]\n", map[string]string{"@s/a": a, "@s/no": "r/packages/no [src/index src/main index lib/index]", "b": ""}},
		"npm":     {`r/package.json={"workspaces":["packages/*"]}`, map[string]string{"@s/a": a, "@s/a sub": "r/packages/a [src/sub.ts sub src/sub]", "@s/a deep/x": "r/packages/a [src/deep/x.ts deep/x src/deep/x]"}},
		"yarn":    {`r/package.json={"workspaces":{"packages":["./packages/a/"]}}`, map[string]string{"@s/a": a, "@s/no": ""}},
		"deep":    {`r/package.json={"workspaces":["**"]}`, map[string]string{"@s/a": a, "b": "r/packages/x/deep/b [b.ts src/index src/main index lib/index]", "n": ""}},
		"below":   {`r/package.json={"workspaces":["**/deep/*"]}`, map[string]string{"@s/a": "", "b": "r/packages/x/deep/b [b.ts src/index src/main index lib/index]"}},
		"lerna":   {`r/lerna.json={"packages":["packages/*"]}`, map[string]string{"@s/a": a}},
		"a link":  {"r/x.txt", map[string]string{"@s/link": "r/other/l [src/index src/main index lib/index]", "@s/a": ""}},
		"outside": {`r/package.json={"workspaces":["../*", "node_modules/*"]}`, map[string]string{"n": "", "out": ""}},
	} {
		files := append([]string{w.file, "r/.git/HEAD", `out/package.json={"name":"out"}`}, packages...)
		p := only(t, tree(files...), Options{Dir: "r"})
		for spec, want := range w.want {
			pkg, subpath, _ := strings.Cut(spec, " ")
			got := ""
			if folder, entries := p.Package(pkg, subpath); folder != "" {
				got = fmt.Sprint(folder, " ", entries)
			}
			if got != want {
				t.Errorf("%s: %s is %q, want %q", name, spec, got, want)
			}
		}
	}
}

func TestYAMLList(t *testing.T) {
	for text, want := range map[string][]string{
		"packages:\n- a\n- 'b c'\n":                {"a", "b c"},
		"packages: [a, \"b\", ]\nx: [c]":           {"a", "b"},
		"packages: [\n  a,\n  'b/*',\n]\nx:\n - c": {"a", "b/*"},
		"x:\n  packages:\n    - a\n":               nil,
		"# packages:\n#  - a\n":                    nil,
		"packages:\r\n  - a\r\n\r\n  - b\r\n":      {"a", "b"},
		"":                                         nil,
	} {
		if diff := cmp.Diff(want, yamlList(text, "packages")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
