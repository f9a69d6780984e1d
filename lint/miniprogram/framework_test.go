package miniprogram

import (
	"strings"
	"testing"
)

var frameworkLayouts = []layout{
	{"uni-app of HBuilderX", []string{"r/manifest.json", "r/pages.json", "r/App.vue", "r/main.js", "r/pages/a.nvue", "r/unpackage/dist/x.js",
		"r/hybrid/html/x.js", "r/static/hybrid/y.js", "r/uniCloud-aliyun/cloudfunctions/f/index.js", "r/.env", "r/vite.config.js", "r/data.json={}"}, `
		r [r] [wechat alipay] uni-app wxfedcba9876543210
		  config manifest.json
		  config pages.json
		  file .env
		  file App.vue
		  file data.json
		  file main.js
		  file pages/a.nvue
		  file static/hybrid/y.js
		  build vite.config.js
		skip r tool 1
		skip r/hybrid build-output 1
		skip r/uniCloud-aliyun cloud-functions 1
		skip r/unpackage build-output 1`},
	{"uni-app of the command line", []string{"r/package.json", "r/src/manifest.json", "r/src/pages.json", "r/src/App.vue", "r/.env.production", "r/.env.example", "r/x.js"}, `
		r [r/src] [wechat alipay] uni-app wxfedcba9876543210
		  config src/manifest.json
		  config src/pages.json
		  file .env.production
		  file src/App.vue`},
	{"uni-app whose JSON is made by scripts", []string{"r/package.json", "r/manifest.config.ts", "r/pages.config.ts", "r/src/App.vue", "r/env/.env.production", "r/env/.env.d.ts"}, `
		r [r/src] [wechat alipay] uni-app
		  file env/.env.production
		  file src/App.vue
		  build manifest.config.ts
		  build pages.config.ts`},
	{"uni-app by its manifest alone", []string{"r/manifest.json", "r/a.js"}, `
		r [r] [wechat alipay] uni-app wxfedcba9876543210
		  config manifest.json
		  file a.js`},
	{"uni-app whose manifest is not in the repository", []string{`r/pages.json={"pages":[{"path":"pages/a"}]}`, "r/App.vue", "r/pages/a.vue"}, `
		r [r] [wechat alipay] uni-app
		  config pages.json
		  file App.vue
		  file pages/a.vue`},
	{"uni-app of the command line whose manifest is not in the repository", []string{`r/package.json={"dependencies":{"vue":"3","@dcloudio/uni-app":"3"}}`, `r/src/pages.json={"pages":[{"path":"pages/a"}]}`, "r/src/App.vue"}, `
		r [r/src] [wechat alipay] uni-app
		  config src/pages.json
		  file src/App.vue`},
	{"uni-app, a build of it committed", []string{"r/manifest.json", "r/pages.json", "r/a.js", "r/unpackage/dist/build/mp-weixin/app.json", "r/unpackage/dist/build/mp-weixin/a.js"}, `
		r [r] [wechat alipay] uni-app wxfedcba9876543210
		  config manifest.json
		  config pages.json
		  file a.js
		r/unpackage/dist/build/mp-weixin [r/unpackage/dist/build/mp-weixin] [wechat] native
		  config app.json
		  file a.js
		skip r/unpackage build-output 1`},
	{"Taro", []string{`r/project.config.json={"miniprogramRoot":"dist/","appid":"wx1"}`, `r/package.json={"dependencies":{"@tarojs/taro":"3"}}`,
		"r/src/app.tsx", "r/src/app.config.ts", "r/src/a.h5.ts", "r/src/a.weapp.ts", "r/src/a.ts", "r/config/index.js", "r/config/dev.js", "r/.env.development", "r/babel.config.js", "r/jsconfig.json={}"}, `
		r [r/src] [wechat alipay] taro wx1
		  config project.config.json
		  file .env.development
		  file src/a.ts
		  file src/a.weapp.ts
		  file src/app.config.ts
		  file src/app.tsx
		  build babel.config.js
		  build config/dev.js
		  build config/index.js
		  build jsconfig.json
		skip r other-platform-file 1`},
	{"Taro, sources of another name", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, `r/package.json={"devDependencies":{"@tarojs/cli":"3"}}`,
		"r/client/app.js", "r/client/pages/a.jsx", `r/config/index.js=module.exports = { sourceRoot: 'client', outputRoot: 'dist' }`, "r/api/x.js"}, `
		r [r/client] [wechat alipay] taro
		  config project.config.json
		  file client/app.js
		  file client/pages/a.jsx
		  build config/index.js`},
	{"Taro, project file of Alipay only", []string{`r/mini.project.json={"miniprogramRoot":"dist/"}`, `r/package.json={"dependencies":{"@tarojs/taro":"3"}}`, "r/src/app.config.js"}, `
		r [r/src] [alipay wechat] taro
		  config mini.project.json
		  file src/app.config.js`},
	{"Taro, the package far above", []string{"r/package.json", "r/packages/mp/package.json", "r/packages/mp/src/app.config.ts=export default defineAppConfig({pages: []})"}, `
		r/packages/mp [r/packages/mp/src] [wechat alipay] taro
		  file src/app.config.ts`},
	{"Taro, the build committed", []string{`r/project.config.json={"miniprogramRoot":"dist/"}`, `r/package.json={"dependencies":{"@tarojs/taro":"3"}}`,
		"r/src/app.config.ts", `r/dist/app.json={"pages":["a"]}`, "r/dist/app.wxss", "r/dist/app.js", "r/dist/a.js"}, `
		r [r/dist] [wechat] taro
		  config dist/app.json
		  config project.config.json
		  file dist/a.js
		  file dist/app.js
		  file dist/app.wxss
		skip r/src superseded 1`},
	{"mpx", []string{`r/package.json={"dependencies":{"@mpxjs/core":"2"}}`, "r/src/app.mpx", "r/src/a.ali.mpx", "r/src/a.web.mpx", "r/static/wx/project.config.json", "r/static/tt/project.config.json"}, `
		r [r/src] [wechat alipay] mpx wx0123456789abcdef
		  config static/wx/project.config.json
		  file src/a.ali.mpx
		  file src/app.mpx
		skip r other-platform-file 1
		skip r/static/tt other-platform 1`},
	{"wepy", []string{"r/src/app.wpy", "r/wepy.config.js", `r/project.config.json={"miniprogramRoot":"./dist"}`, "r/package.json"}, `
		r [r/src] [wechat] wepy
		  config project.config.json
		  file src/app.wpy
		  build wepy.config.js`},
	{"wepy without any JSON", []string{"r/src/app.wpy"}, `
		r [r/src] [wechat] wepy
		  file src/app.wpy`},
	{"remax", []string{`r/package.json={"dependencies":{"remax":"2"}}`, "r/src/app.ts", "r/src/app.config.ts", "r/public/project.config.json"}, `
		r [r/src] [wechat alipay] remax wx0123456789abcdef
		  config public/project.config.json
		  file src/app.config.ts
		  file src/app.ts`},
	{"kbone", []string{"r/package.json", "r/build/miniprogram.config.js", "r/build/webpack.mp.config.js", "r/src/main.mp.js"}, `
		r [r/src] [wechat] kbone
		  file src/main.mp.js
		  build build/miniprogram.config.js
		  build build/webpack.mp.config.js`},
	{"mpvue", []string{`r/package.json={"dependencies":{"mpvue":"2"}}`, "r/src/app.json", "r/src/App.vue", `r/project.config.json={"miniprogramRoot":"dist/wx/"}`}, `
		r [r/src] [wechat alipay] mpvue
		  config project.config.json
		  config src/app.json
		  file src/App.vue`},
	{"weapp-vite for several platforms", []string{"r/package.json", "r/src/app.json", "r/src/p.wxml", "r/config/weapp/project.config.json", "r/config/jd/project.config.json"}, `
		r/src [r/src] [wechat] native wx0123456789abcdef
		  config ../config/weapp/project.config.json
		  config app.json
		  file p.wxml
		skip r/config/jd other-platform 1`},
	{"monorepo", []string{`r/package.json={"devDependencies":{"@tarojs/cli":"3"}}`, "r/apps/a/src/app.config.ts", "r/apps/b/project.config.json", "r/apps/b/app.json", "r/apps/c/src/app.wpy", "r/apps/lib/src/app.ts"}, `
		r/apps/a [r/apps/a/src] [wechat alipay] taro
		  file src/app.config.ts
		r/apps/b [r/apps/b] [wechat] native wx0123456789abcdef
		  config app.json
		  config project.config.json
		r/apps/c [r/apps/c/src] [wechat] wepy
		  file src/app.wpy`},
}

func TestFrameworkLayouts(t *testing.T) {
	for _, l := range frameworkLayouts {
		l.check(t)
	}
}

var fileLayouts = []layout{
	{"kinds of files", []string{"r/app.json", "r/a.js", "r/b.mjs", "r/c.cjs", "r/d.ts", "r/e.tsx", "r/f.jsx", "r/g.wxs", "r/h.sjs", "r/i.wxml", "r/j.axml",
		"r/k.wxss", "r/l.acss", "r/m.css", "r/n.less", "r/o.scss", "r/p.sass", "r/q.styl", "r/r.vue", "r/s.nvue", "r/t.mpx", "r/u.wpy", "r/v.swan", "r/w.ttml", "r/x.png", "r/y.html", "r/Z.JS"}, `
		r [r] [wechat] native
		  config app.json
		  file Z.JS
		  file a.js
		  file b.mjs
		  file c.cjs
		  file d.ts
		  file e.tsx
		  file f.jsx
		  file g.wxs
		  file h.sjs
		  file i.wxml
		  file j.axml
		  file k.wxss
		  file l.acss
		  file m.css
		  file n.less
		  file o.scss
		  file p.sass
		  file q.styl
		  file r.vue
		  file s.nvue
		  file t.mpx
		  file u.wpy`},
	{"compiled, types, tests", []string{`r/project.config.json={"setting":{"useCompilerPlugins":["sass","typescript"]}}`, "r/app.json", "r/a.ts", "r/a.js", "r/b.d.ts", "r/b.js", "r/c.test.js", "r/c.spec.tsx", "r/__tests__/d.js", "r/__mocks__/e.js", "r/jest.config.js", "r/lib/jest.config.js"}, `
		r [r] [wechat] native
		  config app.json
		  config project.config.json
		  file __mocks__/e.js
		  file a.ts
		  file b.js
		  file lib/jest.config.js
		skip r compiled 1
		skip r test 2
		skip r tool 1
		skip r types 1
		skip r/__tests__ test 1`},
	{"TypeScript that the developer tool does not compile", []string{`r/project.config.json={"setting":{"useCompilerPlugins":false}}`, "r/app.json", "r/a.ts", "r/a.js", "r/b.ts"}, `
		r [r] [wechat] native
		  config app.json
		  config project.config.json
		  file a.js
		  file b.ts
		skip r uncompiled 1`},
	{"TypeScript that the build compiles", []string{"r/tsconfig.json={}", "r/app.json", "r/a.ts", "r/a.js"}, `
		r [r] [wechat] native
		  config app.json
		  file a.ts
		  build tsconfig.json
		skip r compiled 1`},
	{"TypeScript that a package compiles", []string{`r/package.json={"devDependencies":{"typescript":"5"}}`, "r/mp/app.json", "r/mp/a.tsx", "r/mp/a.js"}, `
		r/mp [r/mp] [wechat] native
		  config app.json
		  file a.tsx
		skip r/mp compiled 1`},
	{"TypeScript that Alipay's tool compiles", []string{`r/mini.project.json={"compileOptions":{"typescript":true}}`, "r/app.json", "r/a.ts", "r/a.js"}, `
		r [r] [alipay] native
		  config app.json
		  config mini.project.json
		  file a.ts
		skip r compiled 1`},
	{"dotenv", []string{"r/project.config.json", "r/app.json", "r/.env", "r/.env.local", "r/.env.example", "r/.env.sample", "r/.env.template", "r/.envrc", "r/a/.env", "r/.eslintrc.js"}, `
		r [r] [wechat] native wx0123456789abcdef
		  config app.json
		  config project.config.json
		  file .env
		  file .env.local`},
	{"data", []string{"r/app.json", "r/p.json={}", "r/p.wxml", "r/d.json={}", "r/package.json", "r/package-lock.json={}", "r/sitemap46.json={}", "r/tsconfig.dev.json={}", "r/m/ext.json={}"}, `
		r [r] [wechat] native
		  config app.json
		  file d.json
		  file m/ext.json
		  file p.json
		  file p.wxml`},
	{"ignored files are read, ignored folders are not", []string{"r/.gitignore=env.js\n.env\nlocal/\n/out/*\n", "r/app.json", "r/env.js", "r/.env", "r/local/x.js", "r/out/x.js", "r/out/app.json", "r/out/.gitkeep"}, `
		r [r] [wechat] native
		  config app.json
		  file .env
		  file env.js
		skip r/local git-ignored 1
		skip r/out git-ignored 1`},
	{"packOptions", []string{`r/project.config.json={"packOptions":{"ignore":[{"type":"folder","value":"./Docs/"},{"type":"file","value":"A.js"},{"type":"suffix","value":".DEV.js"},
		{"type":"prefix","value":"test-"},{"type":"regexp","value":"^re/\\d+\\.js$"},{"type":"glob","value":"g/**/*.js"},{"type":"regexp","value":"(?<=x)y"},{"type":"x","value":"b.js"},{"value":""}],
		"include":[{"type":"file","value":"g/keep.js"}]}}`, "r/app.json", "r/docs/x.js", "r/a.js", "r/b.dev.js", "r/sub/test-x.js", "r/re/12.js", "r/re/x.js", "r/g/x.js", "r/g/h/y.js", "r/g/keep.js", "r/b.js", "r/docs2/x.js"}, `
		r [r] [wechat] native
		  config app.json
		  config project.config.json
		  file b.js
		  file docs2/x.js
		  file g/keep.js
		  file re/x.js
		skip r not-packed 7`},
	{"a folder that is not packed", []string{`r/project.config.json={"miniprogramRoot":"mp","packOptions":{"ignore":[{"type":"folder","value":"docs"}]}}`, "r/mp/app.json", "r/mp/docs/x.js", "r/mp/a/docs/x.js"}, `
		r [r/mp] [wechat] native
		  config mp/app.json
		  config project.config.json
		  file mp/a/docs/x.js
		skip r/mp/docs not-packed 1`},
	{"TypeScript is not packed, what it compiles to is", []string{`r/project.config.json={"setting":{"useCompilerPlugins":["typescript"]},"packOptions":{"ignore":[{"type":"suffix","value":".ts"}]}}`, "r/app.json", "r/a.ts", "r/a.js"}, `
		r [r] [wechat] native
		  config app.json
		  config project.config.json
		  file a.js
		skip r not-packed 1`},
	{"Alipay leaves out", []string{`r/mini.project.json={"format":2,"uploadExclude":["docs/**","**/*.demo.js"],"exclude":["old/*.js"]}`, "r/app.json", "r/docs/x.js", "r/a/x.demo.js", "r/old/x.js", "r/old/y/x.js"}, `
		r [r] [alipay] native
		  config app.json
		  config mini.project.json
		  file old/y/x.js
		skip r not-packed 2
		skip r/docs not-packed 1`},
	{"broken app.json", []string{`r/app.json={"pages":[`, "r/app.js", "r/app.wxss"}, `
		r [r] [wechat] native
		  config app.json
		  file app.js
		  file app.wxss
		problem r/app.json broken-file.json`},
	{"empty app.json with a project file", []string{`r/project.config.json={}`, "r/app.json=", "r/app.js"}, `
		r [r] [wechat] native
		  config app.json
		  config project.config.json
		  file app.js
		problem r/app.json broken-file.empty`},
	{"a folder named app.json", []string{"r/app.json/x.js", "r/app.js", "r/app.wxss"}, `
		r [r] [wechat] native
		  file app.js
		  file app.json/x.js
		  file app.wxss
		problem r/app.json unreadable-file.directory`},
	{"all of ext.json is commented out", []string{"r/app.json", "r/ext.json=// {\n// }\n"}, `
		r [r] [wechat] native
		  config app.json`},
	{"broken project file", []string{`r/project.config.json={"miniprogramRoot":`, "r/app.json"}, `
		r [r] [wechat] native
		  config app.json
		  config project.config.json
		problem r/project.config.json broken-file.json`},
	{"UTF-16, binary, video", []string{"r/app.json", "r/a.js=\xff\xfea\x00", "r/b.js=var\x20a\x00b", "r/c.ts=G\x00" + strings.Repeat("\xff", 186) + "G", "r/f.ts=G=1/*\x00*/", "r/d.wxml=<\x00v\x00", "r/e.js="}, `
		r [r] [wechat] native
		  config app.json
		  file a.js
		  file b.js
		  file c.ts
		  file d.wxml
		  file e.js
		  file f.ts
		skip r binary 1
		problem r/a.js unreadable-file.utf16
		problem r/b.js unreadable-file.binary
		problem r/d.wxml unreadable-file.utf16
		problem r/f.ts unreadable-file.binary`},
}

func TestFiles(t *testing.T) {
	for _, l := range fileLayouts {
		l.check(t)
	}
}
