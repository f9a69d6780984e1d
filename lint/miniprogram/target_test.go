package miniprogram

import (
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
)

// What a project is built for is what its scripts and its manifest say; WeChat and Alipay
// where they say nothing, or where some script may build for anything.
func TestTargets(t *testing.T) {
	const (
		taro = `r/src/app.config.ts=defineAppConfig({})`
		uni  = `r/src/pages.json={"pages":[]}`
		mpx  = `r/src/app.mpx`
	)
	for _, tt := range []struct {
		name, app, needs, scripts, manifest string
		want                                string
	}{
		{"nothing", taro, "@tarojs/taro", ``, "", "wechat alipay"},
		{"by option", taro, "@tarojs/taro", `"build:weapp":"taro build --type weapp","x":"taro build --type=swan --watch"`, "", "wechat baidu by package.json !"},
		{"by name", taro, "@tarojs/taro", `"build:kwai":"node build.js"`, "", "kuaishou by package.json !"},
		{"by a flag's name", taro, "@tarojs/taro", `"build:douyin":"node build.js"`, "", "douyin by package.json !"},
		{"in a variable", taro, "@tarojs/taro", `"a":"cross-env TARO_ENV='tt' node build.js"`, "", "douyin by package.json !"},
		{"of a plugin", taro, "@tarojs/taro", `"build:dd":"taro build --type dd"`, "", "dingtalk by package.json !"},
		{"others only", taro, "@tarojs/taro", `"build:h5":"taro build --type h5","test":"jest tt"`, "", "wechat alipay"},
		{"a path is no target", taro, "@tarojs/taro", `"build:weapp":"taro build --type weapp","upload":"scp dist/tt tt"`, "", "wechat by package.json !"},
		{"unknown build", taro, "@tarojs/taro", `"build:tt":"taro build --type tt","build":"node build.js"`, "", "wechat alipay douyin by package.json"},
		{"references", taro, "@tarojs/taro", `"build:tt":"taro build --type tt","build":"npm run build:tt","dev":"yarn build:tt","watch":"run-p build:*"`, "", "douyin by package.json !"},
		{"uni-app", uni, "@dcloudio/uni-app", `"dev:mp-weixin":"uni -p mp-weixin","a":"uni build --platform mp-xhs","b":"uni build"`, "", "wechat xiaohongshu by package.json !"},
		{"uni-app of Vue 2", uni, "@dcloudio/uni-app", `"build":"cross-env UNI_PLATFORM=mp-toutiao vue-cli-service uni-build"`, "", "douyin by package.json !"},
		{"manifest", uni, "@dcloudio/uni-app", ``, `"mp-baidu":{"appid":"1"},"mp-qq":{"permission":{}}`, "wechat alipay baidu qq by manifest.json !"},
		{"both", uni, "@dcloudio/uni-app", `"build:mp-weixin":"uni build -p mp-weixin"`, `"mp-jd":{"appid":"1"}`, "wechat jd by package.json, manifest.json !"},
		{"new project", uni, "@dcloudio/uni-app", ``, `"mp-weixin":{"appid":"","setting":{"urlCheck":false},"usingComponents":true},"mp-baidu":{"usingComponents":true},"mp-toutiao":{"usingComponents":true}`, "wechat alipay"},
		{"build of the project's own", uni, "@dcloudio/uni-app", `"build:dd":"uni build -p mp-dd"`, "", "dingtalk by package.json !"},
		{"mpx", mpx, "@mpxjs/core", `"build":"mpx-cli-service build --targets=wx,swan,web"`, "", "wechat baidu by package.json !"},
		{"mpx by default", mpx, "@mpxjs/core", `"build":"mpx-cli-service build","build:qq":"mpx-cli-service build --targets qq"`, "", "wechat qq by package.json !"},
		{"mpvue", "r/src/App.vue", "mpvue", `"dev:swan":"node build/dev-server.js swan","build":"node build/build.js wx","start":"npm run dev:swan"`, "", "wechat baidu by package.json !"},
		{"mpvue 1", "r/src/App.vue", "mpvue", `"dev":"node build/dev-server.js","build":"node build/build.js"`, "", "wechat alipay"},
		{"rax", `r/build.json={"targets":["web","miniapp","bytedance-microapp"]}`, "rax-app", `"build":"rax-app build"`, "", "alipay douyin by build.json !"},
		{"rax with a plugin", `r/build.json={"plugins":[["build-plugin-rax-app",{"targets":["wechat-miniprogram","kuaishou-miniprogram"]}],"other"]}`, "rax-app", `"build":"build-scripts build"`, "", "wechat kuaishou by build.json !"},
		{"rax for the web", `r/build.json={"targets":["web"]}`, "rax-app", `"build":"rax-app build"`, "", "wechat alipay"},
		{"megalo", "r/src/App.vue", "megalo", `"build:toutiao":"megalo build"`, "", "wechat alipay"},
		{"wepy", "r/src/app.wpy", "wepy", `"build:tt":"x"`, "", "wechat"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := load(t, tree(
				`r/package.json={"dependencies":{"`+tt.needs+`":"1"},"scripts":{`+tt.scripts+`},"uni-app":{"scripts":{"mp-dd":{"env":{"UNI_PLATFORM":"mp-alipay"},"define":{"MP-DINGTALK":true}}}}}`,
				"r/src/app.js", "r/src/pages/a.js", tt.app, "r/src/manifest.json={"+tt.manifest+"}",
			), Options{Dir: "."})
			if len(r.Projects) != 1 {
				t.Fatalf("%d mini programs", len(r.Projects))
			}
			p := r.Projects[0]
			got := strings.Join(idsOf(p.Platforms), " ")
			if p.Evidence != "" {
				got += " by " + p.Evidence
			}
			if p.Decided {
				got += " !"
			}
			if got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func idsOf(ids []platform.ID) (list []string) {
	for _, id := range ids {
		list = append(list, string(id))
	}
	return list
}

// The files of other targets are left out of what is built for one.
func TestFor(t *testing.T) {
	r := load(t, tree(
		`r/package.json={"dependencies":{"@tarojs/taro":"1"},"scripts":{"a:weapp":"","b:tt":""}}`,
		"r/src/app.config.ts=defineAppConfig({})", "r/src/pages/a.ts", "r/src/pages/b.ts", "r/src/pages/b.tt.ts", "r/src/pages/b.weapp.ts", "r/src/pages/b.swan.ts", "r/src/pages/b.h5.ts",
		`u/package.json={"dependencies":{"@dcloudio/uni-app":"1"},"scripts":{"a:mp-weixin":"","b:mp-toutiao":""}}`,
		`u/src/pages.json={"pages":[]}`, "u/src/manifest.json={}", "u/src/wxcomponents/a.js", "u/src/ttcomponents/a.js", "u/src/swancomponents/a.js", "u/src/platforms/mp-toutiao/a.js",
	), Options{Dir: "."})
	for i, want := range []string{
		"src/app.config.ts src/pages/a.ts src/pages/b.ts src/pages/b.tt.ts",
		"src/ttcomponents/a.js src/platforms/mp-toutiao/a.js",
	} {
		p := r.Projects[i]
		built := p.For([]platform.ID{"douyin"})
		var own []string
		for _, f := range built.Files {
			if p.Variant(f) != nil || i == 0 {
				own = append(own, f.Path)
			}
		}
		slices.Sort(own)
		got := strings.Fields(want)
		slices.Sort(got)
		if !slices.Equal(own, got) || len(p.Platforms) != 2 || !built.Decided || len(built.Platforms) != 1 {
			t.Errorf("%v: %v, want %v", p.Platforms, own, got)
		}
	}
}

// TestHeldPlatforms: where a policy holds, what the config says a framework's project is
// for adds to what it is built for, and takes nothing from it.
func TestHeldPlatforms(t *testing.T) {
	fsys := tree(`r/package.json={"scripts":{"build:weapp":"taro build --type weapp"},"dependencies":{"@tarojs/taro":"4.0.0"}}`, "r/src/app.config.ts", "r/src/app.ts", "r/.git/HEAD")
	hints := []RootHint{{Root: "r", Platforms: []platform.ID{"douyin"}}}
	for _, tt := range []struct {
		hold Hold
		want []platform.ID
	}{
		{Hold{}, []platform.ID{"douyin"}},
		{Hold{Platforms: true}, []platform.ID{"wechat", "douyin"}},
	} {
		r := load(t, fsys, Options{Dir: "r", Hold: tt.hold, Roots: hints})
		if len(r.Projects) != 1 || !slices.Equal(r.Projects[0].Platforms, tt.want) {
			t.Errorf("%+v: %v, want one for %v", tt.hold, r.Projects, tt.want)
		}
	}
}
