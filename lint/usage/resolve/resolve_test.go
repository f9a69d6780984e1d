package resolve

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// open makes sources of files that are given by their names alone, or as
// "name: content".
func open(env map[string]string, files ...string) *Sources {
	var b strings.Builder
	for _, f := range files {
		name, content, _ := strings.Cut(f, ": ")
		b.WriteString("-- " + name + " --\n" + content + "\n")
	}
	return Open(usagetest.Project([]byte(b.String())), env)
}

// TestResolve asks what a name means in pages/a/a.js.
func TestResolve(t *testing.T) {
	tests := []struct{ spec, files, want string }{
		{"./b", "pages/a/b.js", "pages/a/b.js"},
		{"./b.js", "pages/a/b.js", "pages/a/b.js"},
		{"./b", "pages/a/b.js pages/a/b.ts", "pages/a/b.ts"},
		{"./b.js", "pages/a/b.ts", "pages/a/b.ts"},
		{"./b", "pages/a/b/index.js", "pages/a/b/index.js"},
		{"./b", "pages/a/b.js pages/a/b/index.js", "pages/a/b.js"},
		{"./b", "pages/a/b.vue", "pages/a/b.vue"},
		{"./b", "pages/a/b.json", "pages/a/b.json"},
		{"./b.wxs", "pages/a/b.wxs", "pages/a/b.wxs"},
		{"./b", "pages/a/b.weapp.js", "pages/a/b.weapp.js"},
		{"./b", "pages/a/b/index.weapp.ts", "pages/a/b/index.weapp.ts"},
		{"./b?x=1", "pages/a/b.js", "pages/a/b.js"},
		{"../../utils/c", "utils/c.js", "utils/c.js"},
		{"../../../c", "c.js", ""},
		{"./b", "pages/b.js", ""},
		{"", "pages/a/a.js", ""},
		{"/utils/c", "utils/c.js", "utils/c.js"},
		{"/src/c", "src/c.js", "src/c.js"},
		{"/c", "src/c.js", "src/c.js"},
		{"@/utils/c", "utils/c.js", "utils/c.js"},
		{"~/utils/c", "utils/c.js", "utils/c.js"},
		{"~@/utils/c", "utils/c.js", "utils/c.js"},
		{"@/c", "src/c.js", "src/c.js"},
		{"src/c", "src/c.js", "src/c.js"},
		{"@utils/c", "utils/c.js", "utils/c.js"},
		{"utils/c", "utils/c.js", "utils/c.js"},
		{"utils/c", "pages/a/utils/c.js utils/c.js", "pages/a/utils/c.js"},
		{"lib", "miniprogram_npm/lib/index.js", "miniprogram_npm/lib/index.js"},
		{"lib", "pages/miniprogram_npm/lib/index.js miniprogram_npm/lib/index.js", "pages/miniprogram_npm/lib/index.js"},
		{"lib/x", "miniprogram_npm/lib/x.js", "miniprogram_npm/lib/x.js"},
		{"lib", "node_modules/lib/index.js", ""},
		{"lib", "utils/c.js", ""},
	}
	for _, tt := range tests {
		t.Run(tt.spec+" of "+tt.files, func(t *testing.T) {
			s := open(nil, append(strings.Fields(tt.files), "pages/a/a.js")...)
			got, ok := s.Names().Resolve("app/pages/a/a.js", tt.spec)
			if got = strings.TrimPrefix(got, "app/"); got != tt.want || ok != (tt.want != "") {
				t.Errorf("got %q, %v, want %q", got, ok, tt.want)
			}
		})
	}
}

// TestAliases: a configuration maps names to folders.
func TestAliases(t *testing.T) {
	tests := []struct{ config, spec, want string }{
		{`tsconfig.json: {"compilerOptions": {"paths": {"#/*": ["lib/*"]}}}`, "#/c", "lib/c.js"},
		{`tsconfig.json: {"compilerOptions": {"baseUrl": "lib", "paths": {"#/*": ["./*"]}}}`, "#/c", "lib/c.js"},
		{`tsconfig.json: {"compilerOptions": {"paths": {"#/*": ["none/*", "lib/*"]}}}`, "#/c", "lib/c.js"},
		{`tsconfig.json: {"compilerOptions": {"paths": {"#c": ["lib/c"]}}}`, "#c", "lib/c.js"},
		{`tsconfig.json: {"compilerOptions": {"paths": {"#c": ["lib/c"]}}}`, "#c/d", ""},
		{`app.json: {"resolveAlias": {"#/*": "lib/*"}}`, "#/c", "lib/c.js"},
		{`mini.project.json: {"compileOptions": {"resolveAlias": {"#/*": "lib/*"}}}`, "#/c", "lib/c.js"},
	}
	for _, tt := range tests {
		t.Run(tt.config, func(t *testing.T) {
			s := open(nil, tt.config, "a.js", "lib/c.js")
			got, _ := s.Names().Resolve("app/a.js", tt.spec)
			if got = strings.TrimPrefix(got, "app/"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestReach lists the files that the entries of a mini program lead to.
func TestReach(t *testing.T) {
	const pages = `app.json: {"pages": ["p/a"]}`
	tests := []struct {
		name  string
		files []string
		want  string
	}{
		{"a page", []string{pages, "p/a.js", "p/b.js"}, "p/a.js"},
		{"a page of all kinds", []string{pages, "p/a.js", "p/a.wxml", "p/a.wxss", "p/a.json: {}"}, "p/a.js p/a.json p/a.wxml p/a.wxss"},
		{"a page that is a folder", []string{`app.json: {"pages": ["p"]}`, "p/index.js", "q.js"}, "p/index.js"},
		{"the app", []string{pages, "app.js", "app.wxss", "p/a.js"}, "app.js app.wxss p/a.js"},
		{"an import", []string{pages, "p/a.js: import '../b'", "b.js", "c.js"}, "b.js p/a.js"},
		{"a require", []string{pages, "p/a.js: require('../b')", "b.js", "c.js"}, "b.js p/a.js"},
		{"a re-export", []string{pages, "p/a.js: export * from '../b'", "b.js: export { x } from './c'", "c.js", "d.js"}, "b.js c.js p/a.js"},
		{"a computed require", []string{pages, "p/a.js: require(x)", "b.js"}, "b.js p/a.js"},
		{"a require of another function", []string{pages, "p/a.js: const require = y; require(x)", "b.js"}, "p/a.js"},
		{"a context", []string{pages, "p/a.js: require.context('./lib', true)", "p/lib/b.js", "c.js"}, "p/a.js p/lib/b.js"},
		{"a glob", []string{pages, "p/a.js: import.meta.glob('./lib/*.js')", "p/lib/b.js", "c.js"}, "p/a.js p/lib/b.js"},
		{"a subpackage", []string{`app.json: {"pages": ["p/a"], "subPackages": [{"root": "s", "pages": ["b"]}]}`, "p/a.js", "s/b.js", "s/c.js"}, "p/a.js s/b.js"},
		{"a component", []string{pages, "p/a.js", `p/a.json: {"usingComponents": {"c": "/c/c"}}`, "c/c.js", "c/d.js"}, "c/c.js p/a.js p/a.json"},
		{"a generic component", []string{pages, "p/a.js", `p/a.json: {"componentGenerics": {"c": {"default": "../c/c"}}}`, "c/c.js"}, "c/c.js p/a.js p/a.json"},
		{"a component of a plugin", []string{pages, "p/a.js", `p/a.json: {"usingComponents": {"c": "plugin://x/c"}}`, "x/c.js"}, "p/a.js p/a.json"},
		{"an include", []string{pages, "p/a.js", `p/a.wxml: <include src="../t.wxml"/>`, "t.wxml", "u.wxml"}, "p/a.js p/a.wxml t.wxml"},
		{"a module of markup", []string{pages, "p/a.js", `p/a.wxml: <wxs module="m" src="../m.wxs"/>`, "m.wxs"}, "m.wxs p/a.js p/a.wxml"},
		{"an image is no file", []string{pages, "p/a.js", `p/a.wxml: <image src="../m.js"/>`, "m.js"}, "p/a.js p/a.wxml"},
		{"an import of a style", []string{pages, "p/a.js", `p/a.wxss: @import "../b.wxss";`, "b.wxss", "c.wxss"}, "b.wxss p/a.js p/a.wxss"},
		{"workers", []string{`app.json: {"pages": ["p/a"], "workers": "w"}`, "p/a.js", "w/b.js"}, "p/a.js w/b.js"},
		{"an easycom component", []string{pages, "p/a.js", "components/b/b.vue", "components/b/c.vue"}, "components/b/b.vue p/a.js"},
		{"variables", []string{pages, "p/a.js", ".env: A=b"}, ".env p/a.js"},
		{"no pages", []string{"app.json: {}", "p/a.js", "q.js"}, "p/a.js q.js"},
		{"a pruned import", []string{pages, "p/a.js: if (process.env.TARO_ENV === 'h5') { require('../b') }", "b.js"}, "p/a.js"},
		{"the other branch", []string{pages, "p/a.js: if (process.env.TARO_ENV !== 'h5') { require('../b') } else { require('../c') }", "b.js", "c.js"}, "b.js p/a.js"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := open(nil, tt.files...)
			live := Reach(s)
			var got []string
			for _, name := range slices.Sorted(maps.Keys(live.Files)) {
				if name != "app/app.json" {
					got = append(got, strings.TrimPrefix(name, "app/"))
				}
			}
			if got := strings.Join(got, " "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestFixed: a variable that the config fixes decides the conditions on it.
func TestFixed(t *testing.T) {
	const src = "a.js: if (process.env.NODE_ENV === 'production') { require('./p') } else { require('./d') }"
	for mode, want := range map[string]string{"production": "./p", "development": "./d", "": "./p ./d"} {
		env := map[string]string{}
		if mode != "" {
			env["NODE_ENV"] = mode
		}
		var got []string
		for _, imp := range open(env, src).Module("app/a.js").Tree.Imports {
			got = append(got, imp.From)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %v, want %s", mode, got, want)
		}
	}
}

// TestOutside: an import may leave the sources, but only through the project.
func TestOutside(t *testing.T) {
	project := usagetest.Project([]byte("-- a.js --\nimport '../shared/b'\n"))
	var asked []string
	project.Import = func(name string) *miniprogram.File {
		asked = append(asked, name)
		if name != "shared/b.ts" {
			return nil
		}
		f := usagetest.Project([]byte("-- b.ts --\n")).Files[0]
		return f
	}
	names := Open(project, nil).Names()
	if got, ok := names.Resolve("app/a.js", "../shared/b"); !ok || path.Base(got) != "b.ts" || len(names.Imported) != 1 {
		t.Errorf("got %q, %v after %v", got, ok, asked)
	}
	if _, ok := names.Resolve("app/a.js", "./c"); ok || slices.Contains(asked, "app/c.js") {
		t.Errorf("a file inside the sources was asked for: %v", asked)
	}
}
