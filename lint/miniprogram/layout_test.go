package miniprogram

import (
	"context"
	"fmt"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// tree makes a file system: "name" or "name=content". A file named app.json,
// project.config.json and the like without a content gets a plausible one.
func tree(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range files {
		name, content, given := strings.Cut(f, "=")
		if !given {
			content = plausible[path.Base(name)]
		}
		fsys[name] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
	}
	return fsys
}

var plausible = map[string]string{
	"app.json":            `{"pages":["pages/a/a"]}`,
	"project.config.json": `{"appid":"wx0123456789abcdef"}`,
	"mini.project.json":   `{"format":2}`,
	"game.json":           `{"deviceOrientation":"portrait"}`,
	"plugin.json":         `{"publicComponents":{},"main":"index.js"}`,
	"manifest.json":       "{ // uni-app\n\"mp-weixin\":{\"appid\":\"wxfedcba9876543210\"}}",
	"pages.json":          `{"pages":[]}`,
	"package.json":        `{}`,
}

// show describes what was loaded in a few lines.
func show(r *Repository) []string {
	lines := []string{}
	for _, p := range r.Projects {
		line := fmt.Sprintf("%s %v %v %s", p.Root, p.Sources, p.Platforms, p.Framework)
		if p.Plugin {
			line += " plugin"
		}
		if p.AppID != "" {
			line += " " + p.AppID
		}
		lines = append(lines, line)
		for _, part := range []struct {
			name  string
			files []*File
		}{{"config", p.Configs}, {"file", p.Files}, {"build", p.Build}} {
			for _, f := range part.files {
				lines = append(lines, "  "+part.name+" "+f.Path)
			}
		}
	}
	for _, s := range r.Skipped {
		lines = append(lines, fmt.Sprintf("skip %s %s %d", s.Name, strings.TrimPrefix(string(s.Reason), "report.skip-"), s.Count))
	}
	for _, p := range r.Problems {
		lines = append(lines, fmt.Sprintf("problem %s %s", p.Span.File.Name, p.Message))
	}
	return lines
}

func load(t *testing.T, fsys fstest.MapFS, opt Options) *Repository {
	t.Helper()
	if opt.Base == "" {
		opt.Base = "."
	}
	r, err := Load(context.Background(), fsys, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

type layout struct {
	name  string
	files []string
	want  string // lines as show gives them
}

func (l layout) check(t *testing.T) {
	t.Helper()
	fsys := tree(append(l.files, "r/.git/HEAD")...)
	got := show(load(t, fsys, Options{Dir: "r"}))
	var want []string
	for line := range strings.SplitSeq(strings.TrimSpace(l.want), "\n") {
		want = append(want, strings.TrimPrefix(line, "\t\t"))
	}
	want = append(want, "skip r/.git git 1")
	if diff := cmp.Diff(sortedSkips(want), sortedSkips(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", l.name, diff)
	}
}

// sortedSkips moves the skips behind the projects, so that a case need not care
// where .git comes.
func sortedSkips(lines []string) []string {
	var head, skips []string
	for _, l := range lines {
		switch {
		case l == "skip r/.git git 1", l == "":
		case strings.HasPrefix(l, "skip"), strings.HasPrefix(l, "problem"):
			skips = append(skips, l)
		default:
			head = append(head, l)
		}
	}
	return append(head, skips...)
}

var nativeLayouts = []layout{
	{"app.json alone", []string{"r/app.json", "r/app.js", "r/pages/a/a.js", "r/pages/a/a.json", "r/pages/a/a.wxml"}, `
		r [r] [wechat] native
		  config app.json
		  file app.js
		  file pages/a/a.js
		  file pages/a/a.json
		  file pages/a/a.wxml`},
	{"project file and app.json", []string{"r/project.config.json", "r/project.private.config.json={}", "r/app.json", "r/app.wxss", "r/ext.json={}", "r/server-domains.json={}", "r/sitemap.json={}"}, `
		r [r] [wechat] native wx0123456789abcdef
		  config app.json
		  config ext.json
		  config project.config.json
		  config project.private.config.json
		  config server-domains.json
		  file app.wxss`},
	{"miniprogramRoot", []string{`r/project.config.json={"miniprogramRoot":"miniprogram/","cloudfunctionRoot":"server/fn/"}`,
		"r/miniprogram/app.json", "r/miniprogram/a.js", "r/server/fn/f.js", "r/tool.js", "r/package.json", "r/tsconfig.json={}"}, `
		r [r/miniprogram] [wechat] native
		  config miniprogram/app.json
		  config project.config.json
		  file miniprogram/a.js
		  build tsconfig.json`},
	{"miniprogramRoot with a backslash and other letter case", []string{`r/project.config.json={"miniprogramRoot":".\\Client\\"}`, "r/client/app.json", "r/client/a.js"}, `
		r [r/client] [wechat] native
		  config client/app.json
		  config project.config.json
		  file client/a.js`},
	{"the build folder is not committed", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, "r/src/app.json", "r/src/a.ts", "r/x.js"}, `
		r [r/src] [wechat] native
		  config project.config.json
		  config src/app.json
		  file src/a.ts`},
	{"srcMiniprogramRoot", []string{`r/project.config.json={"miniprogramRoot":"dist/","srcMiniprogramRoot":"client"}`, "r/client/app.json", "r/src/app.js"}, `
		r [r/client] [wechat] native
		  config client/app.json
		  config project.config.json`},
	{"sources of any name", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, "r/mp/app.json", "r/mp/a.js"}, `
		r [r/mp] [wechat] native
		  config mp/app.json
		  config project.config.json
		  file mp/a.js`},
	{"the build folder is committed", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, "r/dist/app.json", "r/dist/a.js", "r/dist/project.config.json", "r/src/app.json", "r/src/a.ts"}, `
		r [r/dist] [wechat] native
		  config dist/app.json
		  config dist/project.config.json
		  config project.config.json
		  file dist/a.js
		skip r/src superseded 1`},
	{"git ignores the pages of the build", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, "r/.gitignore=/dist/pages\n", `r/dist/app.json={"pages":["pages/a"]}`, "r/dist/app.js", "r/dist/pages/a.js",
		`r/package.json={"dependencies":{"wepy":"^1.7.0"}}`, "r/src/app.wpy", "r/src/pages/a.wpy"}, `
		r [r/src] [wechat] wepy
		  config project.config.json
		  file src/app.wpy
		  file src/pages/a.wpy
		skip r/dist build-output 1
		skip r/dist/pages git-ignored 1`},
	{"the build lacks one of its pages", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, `r/dist/app.json={"pages":["pages/a","pages/b"]}`, "r/dist/app.js", "r/dist/pages/a.js",
		`r/package.json={"dependencies":{"wepy":"^1.7.0"}}`, "r/src/app.wpy", "r/src/pages/a.wpy"}, `
		r [r/dist] [wechat] wepy
		  config dist/app.json
		  config project.config.json
		  file dist/app.js
		  file dist/pages/a.js
		skip r/src superseded 1`},
	{"the build lacks its pages, and there are no sources", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, `r/dist/app.json={"pages":["pages/a"]}`, "r/dist/app.js", "r/x/a.js"}, `
		r [r/dist] [wechat] native
		  config dist/app.json
		  config project.config.json
		  file dist/app.js`},
	{"the build folder holds nothing", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, "r/dist/readme.md", "r/src/a.js"}, `
		r [r/src] [wechat] native
		  config project.config.json
		  file src/a.js`},
	{"git ignores the build folder", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, "r/.gitignore=/dist\n", "r/dist/app.json", "r/dist/a.js", "r/src/app.json"}, `
		r [r/src] [wechat] native
		  config project.config.json
		  config src/app.json
		skip r/dist git-ignored 1`},
	{"a project file and nothing else", []string{`r/project.config.json={"requestDomain":["https://api.example.com"]}`}, `
		r [] [wechat] native
		  config project.config.json`},
	{"an Alipay project file and nothing else", []string{`r/mini.project.json={"safe_domains":["example.com"]}`}, `
		r [] [alipay] native
		  config mini.project.json`},
	{"a project file and scripts without app.json", []string{"r/project.config.json", "r/app.js"}, `
		r [r] [wechat] native wx0123456789abcdef
		  config project.config.json
		  file app.js`},
	{"a project file above other mini programs", []string{"r/project.config.json", "r/apps/a/app.json", "r/apps/b/app.json", "r/server.js"}, `
		r [] [wechat] native wx0123456789abcdef
		  config project.config.json
		r/apps/a [r/apps/a] [wechat] native
		  config app.json
		r/apps/b [r/apps/b] [wechat] native
		  config app.json`},
	{"plugin", []string{`r/project.config.json={"compileType":"plugin","miniprogramRoot":"miniprogram/","pluginRoot":"plugin/","appid":"wx1"}`,
		"r/miniprogram/app.json", "r/miniprogram/a.js", "r/plugin/plugin.json", "r/plugin/index.js", "r/doc/x.js"}, `
		r [r/miniprogram] [wechat] native wx1
		  config miniprogram/app.json
		  config project.config.json
		  file miniprogram/a.js
		r/plugin [r/plugin] [wechat] native plugin wx1
		  config plugin.json
		  file index.js`},
	{"plugin in the mini program's folder", []string{`r/project.config.json={"pluginRoot":"plugin"}`, "r/app.json", "r/a.js", "r/plugin/plugin.json", "r/plugin/index.js"}, `
		r [r] [wechat] native
		  config app.json
		  config project.config.json
		  file a.js
		r/plugin [r/plugin] [wechat] native plugin
		  config plugin.json
		  file index.js`},
	{"a plugin's components copied into a mini program", []string{`r/project.config.json={"compileType":"miniprogram"}`, "r/app.json", "r/a.js", "r/lib/up/plugin.json", "r/lib/up/index.js"}, `
		r [r] [wechat] native
		  config app.json
		  config project.config.json
		  file a.js
		  file lib/up/index.js`},
	{"plugin alone", []string{`r/project.config.json={"compileType":"plugin","pluginRoot":"plugin/"}`, "r/plugin/plugin.json", "r/plugin/index.js", "r/x.js"}, `
		r [r/plugin] [wechat] native plugin
		  config plugin/plugin.json
		  config project.config.json
		  file plugin/index.js`},
	{"plugin without a project file", []string{`r/p/plugin.json={"pages":{"a":"a"},"main":"index.js"}`, "r/p/index.js", `r/grafana/plugin.json={"type":"panel"}`}, `
		r/p [r/p] [wechat] native plugin
		  config plugin.json
		  file index.js`},
	{"mini game", []string{"r/game.json", "r/game.js", "r/js/a.js", `r/project.config.json={"compileType":"game"}`}, `
		r [r] [wechat] native
		  config game.json
		  config project.config.json
		  file game.js
		  file js/a.js`},
	{"Alipay", []string{"r/mini.project.json", "r/.mini-ide/project-ide.json={}", "r/.mini-ide/compileMode.json={}", "r/.tea/x.js", "r/app.json", "r/app.acss", "r/a.sjs", "r/p/p.axml"}, `
		r [r] [alipay] native
		  config .mini-ide/project-ide.json
		  config app.json
		  config mini.project.json
		  file a.sjs
		  file app.acss
		  file p/p.axml
		skip r/.mini-ide mini-ide 1
		skip r/.tea tea 1`},
	{"Alipay without a project file", []string{"r/app.json", "r/app.acss"}, `
		r [r] [alipay] native
		  config app.json
		  file app.acss`},
	{"Alipay with a project file of WeChat", []string{"r/mini.project.json", "r/project.config.json", "r/app.json", "r/p/p.axml"}, `
		r [r] [alipay] native
		  config app.json
		  config mini.project.json
		  config project.config.json
		  file p/p.axml`},
	{"WeChat with a project file of Alipay", []string{"r/mini.project.json", "r/project.config.json", "r/app.json", "r/p/p.wxml"}, `
		r [r] [wechat] native wx0123456789abcdef
		  config app.json
		  config mini.project.json
		  config project.config.json
		  file p/p.wxml`},
	{"Douyin with WeChat's project file", []string{"r/dy/project.config.json", "r/dy/app.json", "r/dy/pages/a/a.ttml", "r/dy/p.js", "r/dy/u.wxs", "r/dy/old.wxml"}, `
		r/dy [r/dy] [douyin] native wx0123456789abcdef
		  config app.json
		  config project.config.json
		  file old.wxml
		  file p.js
		  file pages/a/a.ttml
		  file u.wxs`},
	{"Douyin in a sub-package", []string{`r/app.json={"pages":["pages/a/a"],"subPackages":[{"root":"s","pages":["b"]}]}`, "r/app.js", "r/s/b.ttml"}, `
		r [r] [douyin] native
		  config app.json
		  file app.js
		  file s/b.ttml`},
	{"one file of Douyin that is no page's", []string{"r/app.json", "r/app.js", "r/x.ttml"}, `
		r [r] [wechat] native
		  config app.json
		  file app.js`},
	{"a project file that points into what a known app is built to", []string{`r/project.config.json={"miniprogramRoot":"apps/m/dist/weapp","appid":"wx0123456789abcdef"}`,
		`r/apps/m/package.json={"dependencies":{"@tarojs/taro":"3"}}`, `r/apps/m/project.config.json={"miniprogramRoot":"dist/weapp"}`, "r/apps/m/src/app.config.ts", "r/apps/m/src/app.tsx"}, `
		r/apps/m [r/apps/m/src] [wechat alipay] taro
		  config project.config.json
		  config ../../project.config.json
		  file src/app.config.ts
		  file src/app.tsx`},
	{"a plugin of uni-app with an example in it", []string{"r/manifest.json", "r/pages.json", "r/App.vue", "r/uni_modules/x/example/app.json", "r/uni_modules/x/example/app.js"}, `
		r [r] [wechat alipay] uni-app wxfedcba9876543210
		  config manifest.json
		  config pages.json
		  file App.vue
		  file uni_modules/x/example/app.js`},
	{"Douyin by its appid", []string{`r/project.config.json={"appid":"tt0123456789abcdef01"}`, "r/app.js"}, `
		r [r] [douyin] native tt0123456789abcdef01
		  config project.config.json
		  file app.js`},
	{"Feishu and Douyin share all but the appid", []string{`r/project.tt.json={"appid":"cli_0123456789abcdef"}`, "r/app.json", "r/app.ttss", "r/a.sjs"}, `
		r [r] [feishu] native cli_0123456789abcdef
		  config app.json
		  config project.tt.json
		  file a.sjs
		  file app.ttss`},
	{"QQ by its fields", []string{`r/project.config.json={"qqappid":"1100000000"}`, "r/app.json", "r/app.js"}, `
		r [r] [qq] native 1100000000
		  config app.json
		  config project.config.json
		  file app.js`},
	{"Baidu with another root", []string{`r/project.swan.json={"smartProgramRoot":"dist/"}`, "r/dist/app.json", "r/dist/p.swan"}, `
		r [r/dist] [baidu] native
		  config dist/app.json
		  config project.swan.json
		  file dist/p.swan`},
	{"apps that are not judged", []string{"r/mp/app.json", "r/mp/app.js", "r/quick/src/app.ux", `r/quick/src/manifest.json={"package":"com.example.a"}`, "r/android/app/AndroidManifest.xml", "r/ohos/AppScope/app.json5"}, `
		r/mp [r/mp] [wechat] native
		  config app.json
		  file app.js
		skip r/android/app native-app 1
		skip r/ohos/AppScope harmony 1
		skip r/quick/src quick-app 1`},
	{"strays of Douyin beside WeChat's", []string{"r/app.json", "r/app.wxss", "r/x.ttml", "r/project.tt.json"}, `
		r [r] [wechat] native
		  config app.json
		  file app.wxss`},
	{"another platform below ours", []string{"r/app.json", "r/app.wxss", "r/baidu/app.json", "r/baidu/app.swan", "r/baidu/p.js"}, `
		r [r] [wechat] native
		  config app.json
		  file app.wxss
		r/baidu [r/baidu] [baidu] native
		  config app.json
		  file app.swan
		  file p.js`},
	{"several, one in the folder of another", []string{"r/app.json", "r/a.js", "r/server/static/mp/app.json", "r/server/static/mp/b.js", "r/server/c.js"}, `
		r [r] [wechat] native
		  config app.json
		  file a.js
		  file server/c.js
		r/server/static/mp [r/server/static/mp] [wechat] native
		  config app.json
		  file b.js`},
	{"a component's project file", []string{"r/app.json", "r/components/c/project.config.json", "r/components/c/c.js"}, `
		r [r] [wechat] native
		  config app.json
		  file components/c/c.js`},
	{"cloud functions beside the sources", []string{`r/project.config.json={"miniprogramRoot":"mp/"}`, "r/mp/app.json", "r/mp/cloudfunctions/x.js", "r/cloudfunctions/f/index.js"}, `
		r [r/mp] [wechat] native
		  config mp/app.json
		  config project.config.json
		skip r/mp/cloudfunctions cloud-functions 1`},
	{"npm packages ship", []string{"r/app.json", "r/miniprogram_npm/x/index.js", "r/miniprogram_npm/x/app.json", "r/node_modules/x/app.json"}, `
		r [r] [wechat] native
		  config app.json
		  file miniprogram_npm/x/index.js
		skip r/node_modules node-modules 1`},
	{"Chinese names and spaces", []string{"r/小程序 一,二/app.json", "r/小程序 一,二/页面/首 页.js"}, `
		r/小程序 一,二 [r/小程序 一,二] [wechat] native
		  config app.json
		  file 页面/首 页.js`},
}

func TestNativeLayouts(t *testing.T) {
	for _, l := range nativeLayouts {
		l.check(t)
	}
}

var noLayouts = []layout{
	{"Expo", []string{`r/app.json={"expo":{"name":"x"}}`, "r/app.js"}, ``},
	{"Heroku", []string{`r/app.json={"name":"x","buildpacks":[]}`, "r/index.js"}, ``},
	{"a page named app", []string{`r/pages/app/app.json={"usingComponents":{}}`, "r/pages/app/app.wxml"}, ``},
	{"a folder named app.json", []string{"r/app.json/x.txt"}, ``},
	{"broken app.json of something else", []string{"r/app.json={", "r/index.html"}, ``},
	{"web app", []string{`r/manifest.json={"name":"pwa","icons":[]}`, "r/pages.json=[]", `r/package.json={"dependencies":{"react":"1"}}`, "r/src/app.tsx", "r/src/pages/a.tsx"}, ``},
	{"a list of pages without an app", []string{`r/pages.json={"pages":["a"]}`, "r/main.js", "r/pages/a.vue"}, ``},
	{"an app of Vue that names its pages by itself", []string{`r/pages.json={"a":"b"}`, "r/App.vue", `r/package.json={"dependencies":{"vue":"3"}}`}, ``},
	{"an app of Vue with a list of pages", []string{`r/pages.json={"pages":[{"path":"a"}]}`, "r/App.vue", `r/package.json={"dependencies":{"vue":"3"}}`}, ``},
	{"server", []string{`r/package.json={"dependencies":{"express":"1"}}`, "r/app.js", "r/game.json={}", "r/plugin.json={}"}, ``},
	{"in a test folder", []string{"r/__tests__/app.json"}, ``},
	{"documents", []string{"r/README.md", "r/docs/app.json.md"}, ``},
}

func TestNoMiniProgram(t *testing.T) {
	for _, l := range noLayouts {
		l.check(t)
	}
}
