package resolve

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// open makes sources of files that are given by their names alone, or as
// "name: content".
func open(env map[string]string, files ...string) *Sources {
	return Open(context.Background(), usagetest.Project(archive(files)), env)
}

// archive writes such files as a txtar.
func archive(files []string) []byte {
	var b strings.Builder
	for _, f := range files {
		name, content, _ := strings.Cut(f, ": ")
		b.WriteString("-- " + name + " --\n" + content + "\n")
	}
	return []byte(b.String())
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
		{"/c", "pages/a/c.js", "pages/a/c.js"},
		{"/c", "pages/a/c.js c.js", "c.js"},
		{"/c.js", "pages/c.js", ""},
		{"@/utils/c", "utils/c.js", "utils/c.js"},
		{"~/utils/c", "utils/c.js", "utils/c.js"},
		{"~@/utils/c", "utils/c.js", "utils/c.js"},
		{"@/c", "src/c.js", "src/c.js"},
		{"src/c", "src/c.js", "src/c.js"},
		{"@utils/c", "utils/c.js", "utils/c.js"},
		{"utils/c", "utils/c.js", "utils/c.js"},
		{"utils/c", "pages/a/utils/c.js utils/c.js", "pages/a/utils/c.js"},
		{"a", "pages/a/a.js", ""},
		{"a", "pages/a/a.js pages/a/a/index.js", ""},
		{"a", "pages/a/a.js a.js", "a.js"},
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

// ending is a context that ends once it was asked a number of times.
type ending struct {
	context.Context
	left atomic.Int64
}

func (c *ending) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// endingAfter returns a context that ends once it was asked n times.
func endingAfter(n int) *ending {
	c := &ending{Context: context.Background()}
	c.left.Store(int64(n))
	return c
}

// No more is read once the run is to stop.
func TestStopped(t *testing.T) {
	const n = 200
	files := "-- app.json --\n{\"pages\": [\"m0\"]}\n"
	for i := range n {
		files += fmt.Sprintf("-- m%d.js --\nimport './m%d'\nfunction dead() {}\n", i, i+1)
	}
	for _, asked := range []int{0, 20, 100} {
		s := Open(endingAfter(asked), usagetest.Project([]byte(files)), nil)
		if live := Reach(s); len(s.read) > asked || len(live.Dead) > 0 {
			t.Errorf("asked %d times: %d modules were read, %d have dead functions", asked, len(s.read), len(live.Dead))
		}
	}
	s := Open(endingAfter(1<<20), usagetest.Project([]byte(files)), nil)
	if live := Reach(s); len(live.Modules) != n || len(live.Dead) != n {
		t.Errorf("%d modules are live, %d have dead functions", len(live.Modules), len(live.Dead))
	}
}

// TestParseStopped: whatever a source is written in, the rest of it is left once the run
// is to stop.
func TestParseStopped(t *testing.T) {
	src := bytes.Repeat([]byte("h(1),"), 1<<16)
	for _, lang := range []string{"js", "ts", "tsx", "json"} {
		if tree := Parse(src, lang, func() bool { return true }); len(tree.Calls) > 1<<12 {
			t.Errorf("%s: %d calls were read", lang, len(tree.Calls))
		}
	}
}

// declaring is a page with some markup that declares a component.
func declaring(markup string) []string {
	return []string{
		`app.json: {"pages": ["p/a"]}`, "p/a.js", "p/a.wxml: " + markup, `p/a.json: {"usingComponents": {"x-c": "/c/c"}}`,
		"c/c.js", "c/c.json", "c/c.wxml",
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
		{"a page with its extension", []string{`app.json: {"pages": ["./p/a.mpx", "./p/b"]}`, "p/a.mpx", "p/b.mpx", "p/c.mpx"}, "p/a.mpx p/b.mpx"},
		{"a page of all kinds", []string{pages, "p/a.js", "p/a.wxml", "p/a.wxss", "p/a.json: {}"}, "p/a.js p/a.json p/a.wxml p/a.wxss"},
		{"a page that is a folder", []string{`app.json: {"pages": ["p"]}`, "p/index.js", "q.js"}, "p/index.js"},
		{"the app", []string{pages, "app.js", "app.wxss", "p/a.js"}, "app.js app.wxss p/a.js"},
		{"an import", []string{pages, "p/a.js: import '../b'", "b.js", "c.js"}, "b.js p/a.js"},
		{"a require", []string{pages, "p/a.js: require('../b')", "b.js", "c.js"}, "b.js p/a.js"},
		{"a re-export", []string{pages, "p/a.js: export * from '../b'", "b.js: export { x } from './c'", "c.js", "d.js"}, "b.js c.js p/a.js"},
		{"a computed require", []string{pages, "p/a.js: require(x)", "b.js"}, "b.js p/a.js"},
		{"a computed require in minified code", []string{pages, "p/a.js: require('../s/' + x);" + strings.Repeat("f(x);", 300), "s/b.js", "sb.js", "c.js"}, "p/a.js s/b.js"},
		{"the same, compiled", []string{pages, "p/a.js: require('../s'.concat(x));" + strings.Repeat("f(x);", 300), "s/b.js", "sb.js", "c.js"}, "p/a.js s/b.js sb.js"},
		{"a require of another function", []string{pages, "p/a.js: const require = y; require(x)", "b.js"}, "p/a.js"},
		{"a context", []string{pages, "p/a.js: require.context('./lib', true)", "p/lib/b.js", "c.js"}, "p/a.js p/lib/b.js"},
		{"a glob", []string{pages, "p/a.js: import.meta.glob('./lib/*.js')", "p/lib/b.js", "c.js"}, "p/a.js p/lib/b.js"},
		{"a page that only app.js opens", []string{pages, "app.js: wx.navigateTo({ url: '/q/b' })", "p/a.js", "q/b.js", "q/b.wxml"}, "app.js p/a.js"},
		{"a page of app.js where app.json lists none", []string{`app.json: {"usingComponents": {"c": "c/c"}}`, "app.js: App.config = { pages: ['q/b'] }", "c/c.js", "q/b.js", "q/b.wxml", "r/d.js"}, "app.js c/c.js q/b.js q/b.wxml"},
		{"pages where app.js opens one and lists none", []string{"app.js: wx.navigateTo({ url: '/q/b' })", "q/b.js", "q/b.wxml", "r/d.js"}, "app.js q/b.js q/b.wxml r/d.js"},
		{"pages where app.json has a tab bar and lists none", []string{`app.json: {"tabBar": {"list": [{"pagePath": "q/b"}]}}`, "q/b.js", "r/d.js"}, "q/b.js r/d.js"},
		{"pages of Rax", []string{`app.json: {"routes": [{"path": "/", "source": "q/b"}], "tabBar": {"items": [{"pageName": "q/b"}]}}`, "q/b.js", "r/d.js"}, "q/b.js"},
		{"a page of no list", []string{`app.json: {"routes": [{"path": "q/b"}]}`, "q/b.js", "r/d.js"}, "q/b.js r/d.js"},
		{"pages beside one of the tab bar", []string{`app.json: {"pages": ["q/b"], "tabBar": {"list": [{"pagePath": "q/b"}]}}`, "q/b.js", "r/d.js"}, "q/b.js"},
		{"pages of a configuration whose list is made elsewhere", []string{"app.config.js: import { pages } from './x'; export default { pages, tabBar: { list: [{ pagePath: 'q/b' }] } }", "q/b.js", "r/d.js", "x.js"}, "app.config.js q/b.js r/d.js x.js"},
		{"pages of a configuration in what it imports", []string{"app.config.js: import { pages } from './x'; export default { pages: pages(), tabBar: { list: [{ pagePath: 'q/b' }] } }", "q/b.js", "r/d.js", "s/e.js", "x.js: const list = [{ page: 'r/d' }]; wx.navigateTo({ url: 's/e' })"}, "app.config.js q/b.js r/d.js x.js"},
		{"pages of a configuration that imports a path", []string{"app.config.js: import { pages } from './x'; export default { pages: pages(), tabBar: { list: [{ pagePath: 'q/b' }] } }", "q/b.js", "s/e.js", "t/f.js", "x.js: wx.navigateTo({ url: 's/e' })"}, "app.config.js q/b.js s/e.js t/f.js x.js"},
		{"pages of a configuration whose list has a name", []string{"app.config.js: const list = ['q/b']; export default { pages: list }", "q/b.js", "r/d.js"}, "app.config.js q/b.js"},
		{"pages that app.js lists, besides one that it opens", []string{"app.js: App.config = { pages: ['q/b'] }; wx.navigateTo({ url: '/q/c' })", "q/b.js", "q/c.js", "r/d.js"}, "app.js q/b.js q/c.js"},
		{"a script that app.js names", []string{pages, "app.js: wx.createWorker('w/b.js')", "p/a.js", "w/b.js", "w/c.js"}, "app.js p/a.js w/b.js"},
		{"a subpackage", []string{`app.json: {"pages": ["p/a"], "subPackages": [{"root": "s", "pages": ["b"]}]}`, "p/a.js", "s/b.js", "s/c.js"}, "p/a.js s/b.js"},
		{"a component", []string{pages, "p/a.js", `p/a.json: {"usingComponents": {"c": "/c/c"}}`, "c/c.js", "c/d.js"}, "c/c.js p/a.js p/a.json"},
		{"a component of a class", []string{pages, "p/a.wpy: <script>export default class extends wepy.page { config = { usingComponents: { c: '../c/c' } } }</script>", "c/c.js", "c/d.js"}, "c/c.js p/a.wpy"},
		{"a component of what is exported", []string{pages, "p/a.js: export default { config: { usingComponents: { c: '../c/c' } } }", "c/c.js", "c/d.js"}, "c/c.js p/a.js"},
		{"a component of a page's configuration", []string{pages, "p/a.js", "p/a.config.ts: export default definePageConfig({ usingComponents: { c: '../c/c' } })", "c/c.js"}, "c/c.js p/a.config.ts p/a.js"},
		{"a component of a function", []string{pages, "p/a.js: function A() {} A.config = { usingComponents: { c: '../c/c' } }", "c/c.js"}, "c/c.js p/a.js"},
		{"what another member of a class names", []string{pages, "p/a.wpy: <script>export default class extends wepy.page { data = { usingComponents: { c: '../c/c' } } }</script>", "c/c.js"}, "p/a.wpy"},
		{"a component of a script that makes the JSON", []string{`app.json: {"pages": ["./p/a.mpx"]}`, "p/a.mpx: <script name=\"json\">module.exports = { usingComponents: { c: '../c/c' } }</script>", "c/c.js", "c/d.js"}, "c/c.js p/a.mpx"},
		{"what such a script names otherwise", []string{`app.json: {"pages": ["./p/a.mpx"]}`, "p/a.mpx: <script name=\"json\">const x = { c: '../c/c' }; module.exports = { title: '../c/c' }</script>", "c/c.js"}, "p/a.mpx"},
		{"a script in another file", []string{`app.json: {"pages": ["./p/a.mpx"]}`, `p/a.mpx: <script src="./b"></script>`, "p/b.ts: import '../c'", "c.js", "p/c.js"}, "c.js p/a.mpx p/b.ts"},
		{"a generic component", []string{pages, "p/a.js", `p/a.json: {"componentGenerics": {"c": {"default": "../c/c"}}}`, "c/c.js"}, "c/c.js p/a.js p/a.json"},
		{"a component of a plugin", []string{pages, "p/a.js", `p/a.json: {"usingComponents": {"c": "plugin://x/c"}}`, "x/c.js"}, "p/a.js p/a.json"},
		{"a component that markup has", append(declaring("<view>{{x}}</view><x-c/>"), "c/c.wxss"), "c/c.js c/c.json c/c.wxml c/c.wxss p/a.js p/a.json p/a.wxml"},
		{"the same, written otherwise", declaring("{{x}}<XC />"), "c/c.js c/c.json c/c.wxml p/a.js p/a.json p/a.wxml"},
		{"a component that no markup has", append(declaring("{{x}}<!-- <x-c/> -->"), "c/c.wxss"), "c/c.js c/c.json p/a.js p/a.json p/a.wxml"},
		{"a component that markup has for another one", declaring(`{{x}}<v generic:of="x-c"/>`), "c/c.js c/c.json c/c.wxml p/a.js p/a.json p/a.wxml"},
		{"a component that other markup has", append(declaring("{{x}}<import src='../t.wxml'/>"), "t.wxml: <x-c/>"), "c/c.js c/c.json c/c.wxml p/a.js p/a.json p/a.wxml t.wxml"},
		{"a component that stands for others", append(declaring("{{x}}<y/>"), `p/a.json: {"usingComponents": {"x-c": "/c/c"}, "componentPlaceholder": {"y": "x-c"}}`), "c/c.js c/c.json c/c.wxml p/a.js p/a.json p/a.wxml"},
		{"a component where the markup is not written yet", declaring("<text>p/a.wxml</text>"), "c/c.js c/c.json c/c.wxml p/a.js p/a.json p/a.wxml"},
		{"what a component that no markup has imports and declares", append(declaring("{{x}}"), "c/c.js: import '../d'", `c/c.json: {"usingComponents": {"x-e": "/e/e"}}`, "c/c.wxml: {{x}}<x-e/>", "d.js", "e/e.js", "e/e.wxml"), "c/c.js c/c.json d.js e/e.js p/a.js p/a.json p/a.wxml"},
		{"a component that only what is imported has", append(declaring("{{x}}"), "c/c.js: import '../d/d'", `d/d.json: {"usingComponents": {"x-c": "/c/c"}}`, "d/d.js", "d/d.wxml: {{x}}<x-c/>"), "c/c.js c/c.json c/c.wxml d/d.js d/d.json d/d.wxml p/a.js p/a.json p/a.wxml"},
		{"an include", []string{pages, "p/a.js", `p/a.wxml: <include src="../t.wxml"/>`, "t.wxml", "u.wxml"}, "p/a.js p/a.wxml t.wxml"},
		{"a module of markup", []string{pages, "p/a.js", `p/a.wxml: <wxs module="m" src="../m.wxs"/>`, "m.wxs"}, "m.wxs p/a.js p/a.wxml"},
		{"an image is no file", []string{pages, "p/a.js", `p/a.wxml: <image src="../m.js"/>`, "m.js"}, "p/a.js p/a.wxml"},
		{"an import of a style", []string{pages, "p/a.js", `p/a.wxss: @import "../b.wxss";`, "b.wxss", "c.wxss"}, "b.wxss p/a.js p/a.wxss"},
		{"workers", []string{`app.json: {"pages": ["p/a"], "workers": "w"}`, "p/a.js", "w/b.js"}, "p/a.js w/b.js"},
		{"workers as an object", []string{`app.json: {"pages": ["p/a"], "workers": {"path": "w", "isSubpackage": true}}`, "p/a.js", "w/b.js"}, "p/a.js w/b.js"},
		{"the entry of a subpackage", []string{`app.json: {"pages": ["p/a"], "subPackages": [{"root": "s", "pages": [], "entry": "e.js"}]}`, "p/a.js", "s/e.js", "s/f.js"}, "p/a.js s/e.js"},
		{"what a plugin is given", []string{`app.json: {"pages": ["p/a"], "plugins": {"x": {"export": "e.js"}}}`, "p/a.js", "e.js", "f.js"}, "e.js p/a.js"},
		{"functional pages", []string{`app.json: {"pages": ["p/a"], "functionalPages": {"independent": true}}`, "p/a.js", "functional-pages/request-payment.js"}, "functional-pages/request-payment.js p/a.js"},
		{"no functional pages", []string{pages, "p/a.js", "functional-pages/request-payment.js"}, "p/a.js"},
		{"an app bar", []string{`app.json: {"pages": ["p/a"], "appBar": {}}`, "p/a.js", "app-bar/index.js", "app-bar/b.js"}, "app-bar/index.js p/a.js"},
		{"no app bar", []string{pages, "p/a.js", "app-bar/index.js"}, "p/a.js"},
		{"a tab bar of Alipay", []string{`app.json: {"pages": ["p/a"], "tabBar": {"customize": true}}`, "p/a.js", "customize-tab-bar/index.js"}, "customize-tab-bar/index.js p/a.js"},
		{"a tag that no framework looks for", []string{pages, "p/a.vue: <template><b/></template>", "components/b/b.vue"}, "p/a.vue"},
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

// TestReachUniApp lists the files that the entries of a uni-app project lead to.
func TestReachUniApp(t *testing.T) {
	const pages = `pages.json: {"pages":[{"path":"p/a"},{"path":"platforms/mp-weixin/b"},{"path":"platforms/app-plus/c"}],
		"easycom":{"custom":{"^w-(.*)":"@/w/w-$1x.vue","(?<=y)z":"@/w/z.vue"}}}`
	easy := []string{"components/UniA/UniA.vue", "uni_modules/m/components/uni-a/uni-a.vue", "components/b.vue", "w/w-cx.vue", "w/z.vue"}
	tests := []struct{ name, template, build, want string }{
		{"no tag", "<view/>", "", ""},
		{"a tag", "<uni-a/>", "", "components/UniA/UniA.vue uni_modules/m/components/uni-a/uni-a.vue"},
		{"a tag in Pascal case", "<UniA/>", "", "components/UniA/UniA.vue uni_modules/m/components/uni-a/uni-a.vue"},
		{"a rule", "<w-c></w-c>", "", "w/w-cx.vue"},
		{"a tag in a comment", "<!-- <uni-a/> -->", "", ""},
		{"a tag of another folder", "<b/>", "", ""},
		{"a plugin that finds it", "<b/>", "import x from '@uni-helper/vite-plugin-uni-components'", "components/b.vue"},
		{"layouts", "<view/>", "import x from '@uni-helper/vite-plugin-uni-layouts'", "layouts/default.vue layouts/l.vue"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := []string{pages, "p/a.vue: <template>" + test.template + "</template>", "platforms/mp-weixin/b.vue", "platforms/app-plus/c.vue", "layouts/default.vue", "layouts/l.vue"}
			project := usagetest.Project(archive(append(files, easy...)))
			project.Framework = miniprogram.UniApp
			project.Configs, project.Files = configs(project.Files)
			project.Build = []*miniprogram.File{{File: source.NewFile("app/vite.config.ts", []byte(test.build)), Kind: miniprogram.Script}}
			var got []string
			for _, name := range slices.Sorted(maps.Keys(Reach(Open(context.Background(), project, nil)).Files)) {
				if name = strings.TrimPrefix(name, "app/"); name != "p/a.vue" && name != "platforms/mp-weixin/b.vue" {
					got = append(got, name)
				}
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got %v, want %s", got, test.want)
			}
		})
	}
}

// configs takes pages.json out of files, as JSON.
func configs(files []*miniprogram.File) (configs, rest []*miniprogram.File) {
	for _, f := range files {
		if path.Base(f.Name) == "pages.json" {
			f.Kind = miniprogram.Config
			f.Doc, _ = jsonc.Parse(f.File)
			configs = append(configs, f)
		} else {
			rest = append(rest, f)
		}
	}
	return configs, rest
}

// disk makes a project read the files of a txtar by their fs names, and refuse those
// that hold "!" and a reason.
func disk(p *miniprogram.Project, files ...string) *[]string {
	held, asked := map[string]string{}, &[]string{}
	for _, f := range files {
		name, content, _ := strings.Cut(f, ": ")
		held[name] = content
	}
	p.List = func(folder string) (names []string) {
		for name := range held {
			if path.Dir(name) == folder {
				names = append(names, path.Base(name))
			}
		}
		slices.Sort(names)
		return names
	}
	p.Import = func(name string) *miniprogram.File {
		*asked = append(*asked, name)
		content, there := held[name]
		if !there || strings.HasPrefix(content, "!") {
			return nil
		}
		f := usagetest.Project([]byte("-- " + path.Base(name) + " --\n" + content + "\n")).Files[0]
		return &miniprogram.File{File: source.NewFile(name, f.Bytes), Kind: f.Kind}
	}
	p.Refused = func(name string) message.ID {
		reason, refused := strings.CutPrefix(held[name], "!")
		if !refused {
			return ""
		}
		return message.ID(reason)
	}
	return asked
}

// TestOutside: an import may leave the sources, or lead to what was left out of them,
// and nothing is asked for that is not there.
func TestOutside(t *testing.T) {
	project := usagetest.Project([]byte("-- a.js --\n"))
	asked := disk(project, "shared/b.ts", "app/c.test.js", "app/__tests__/index.js", "pkg/src/index.ts", "pkg/x.ts")
	project.Package = func(name, subpath string) (string, []string) {
		if name != "@s/pkg" {
			return "", nil
		}
		return "pkg", []string{"dist/index.js", path.Join(subpath, "x"), "src/index"}
	}
	names := Open(context.Background(), project, nil).Names()
	for spec, want := range map[string]string{
		"../shared/b": "shared/b.ts", "./c.test": "app/c.test.js", "./c.test.js": "app/c.test.js", "/c.test.js": "app/c.test.js", "c.test": "app/c.test.js",
		"./__tests__": "app/__tests__/index.js", "./d": "", "lodash": "", "@s/pkg": "pkg/x.ts", "@s/pkg/sub": "pkg/src/index.ts", "@s/other": "",
	} {
		if got, _ := names.Resolve("app/a.js", spec); got != want {
			t.Errorf("%s: %q, want %q", spec, got, want)
		}
	}
	if len(names.Imported) != 5 || len(*asked) != 5 {
		t.Errorf("imported %d, asked for %v", len(names.Imported), *asked)
	}
}

// TestUnread says what app.json, a page or live code names and was not read.
func TestUnread(t *testing.T) {
	tests := []struct{ files, want string }{
		{"app.json: {'pages':['p/a']} | p/a.js: require('./b'); require('./b.js'); require('../gone.js')", "app/p/b missing, app/p/b.js missing, app/gone.js missing"},
		{"app.json: {'pages':['p/a','p/gone']} | p/a.js: ", ""}, // nobody can build it
		{"app.json: {'pages':['p/a','p/shut']} | p/a.js: ", "app/p/shut.js no"},
		{"app.json: {'pages':['p/a'],'tabBar':{'list':[{'pagePath':'p/x','iconPath':'i/x.png'}]}} | p/a.js: ", ""},
		{"app.json: {'pages':['p/a'],'subPackages':[{'root':'s','pages':['b','c']}]} | p/a.js: x | s/b.js: ", "app/s/c.js no"},
		{"app.json: {'pages':['p/a']} | p/a.js: require('lodash'); require('x/y'); require('./a.png'); import './t'", ""},
		{"app.json: {'pages':['p/a']} | p/a.js: require('../m'); require('../m')", "app/m.js no, app/m.js no"},
		{"app.json: {'pages':['p/a']} | p/a.js: x | p/a.json: {'usingComponents':{'x':'./x','y':'/y/y','z':'plugin://a/b','v':'@vant/v'}}", "app/p/x.js no"},
		{"app.json: {'pages':['p/a']} | p/a.js: x | p/a.wxml: <include src='../t/head.wxml'/><import src='x'/><wxs src='./f.wxs' module='f'/>", "app/t/head.wxml missing, app/p/x missing, app/p/f.wxs missing"},
		{"app.json: {'pages':['p/a']} | p/a.js: x | p/a.wxml: <include src='../t/head'/><import src='{{x}}'/><image src='x.png'/> | t/head.wxml: <include src='gone.wxml'/>", "app/t/gone.wxml missing"},
		{"app.json: {'pages':['p/a']} | p/a.js: x | p/a.wxss: @import '../s/b.wxss'; @import 'c'; @import url(//cdn/x.css); | s/b.wxss: ", "app/p/c missing"},
		{"app.json: {'pages':['p/a']} | p/a.vue: <style lang='scss'>@import './gone.scss'; @import '~pkg/x'; @use 'sass:math'; @import 'pkg/y';</style>", "app/p/gone.scss missing"},
		{"p/a.js: require('./b')", ""}, // it is not known what ships
		{"app.json: {'pages':['p/a']} | p/a.js: x | dead.js: require('./b')", ""},
		{"app.json: {'pages':['p/a']} | p/a.js: require(x) | dead.js: require('./b')", ""},
		{"app.json: {'pages':['p/a']} | p/a.vue: <template lang=\"pug\">include a</template><script lang=\"coffee\">a</script>", "app/p/a.vue language, app/p/a.vue language"},
		{"app.json: {'pages':['p/a']} | p/a.vue: <template lang=\"pug\">a(b='c')</template>", ""},
		{"app.json: {'pages':['p/a']} | p/a.vue: <template lang=\"pug\">include(src='./gone')</template>", "app/p/a.vue language"},
		{"app.json: {'pages':['p/a']} | p/a.vue: <template src=\"./t.html\"></template><script lang=\"ts\">a</script>", "app/p/t.html missing"},
	}
	for _, test := range tests {
		project := usagetest.Project(archive(strings.Split(strings.ReplaceAll(test.files, "'pages'", "\"pages\""), " | ")))
		disk(project, "app/p/t.d.ts", "app/m.js: !report.skip-no", "app/p/shut.js: !report.skip-no", "app/s/c.js: !report.skip-no", "app/p/x.js: !report.skip-no")
		Reach(Open(context.Background(), project, nil))
		var got []string
		for _, u := range project.Unread {
			got = append(got, u.Name+" "+strings.TrimPrefix(string(u.Reason), "report.skip-"))
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: got %v, want %s", test.files, got, test.want)
		}
	}
}

// TestUnreadPlace: a row stands at the name that leads nowhere.
func TestUnreadPlace(t *testing.T) {
	for _, files := range []string{
		`app.json: {"pages":["p/a"]} | p/a.js: let a = require("./gone")`,
		`app.json: {"pages":["p/a", "./gone"]} | p/a.js: `,
		`app.json: {"pages":["p/a"]} | p/a.js: x | p/a.json: {"usingComponents":{"x":"./gone"}}`,
	} {
		project := usagetest.Project(archive(strings.Split(files, " | ")))
		disk(project, "app/gone.js: !report.skip-no", "app/p/gone.js: !report.skip-no")
		Reach(Open(context.Background(), project, nil))
		if len(project.Unread) != 1 || strings.Trim(project.Unread[0].Span.Text(), `"'`) != "./gone" {
			t.Errorf("%s: %v", files, project.Unread)
		}
	}
}
