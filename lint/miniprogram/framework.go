package miniprogram

import (
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
)

// framework is what is known of a framework.
type framework struct {
	name      Framework
	packages  []string // names, or beginnings of names, of packages in package.json
	platforms []platform.ID
	output    []string // folders of the sources that do not ship on these platforms
	other     []string // what stands before the extension of other platforms' files
}

var both = []platform.ID{platform.WeChat, platform.Alipay}
var weChatOnly = []platform.ID{platform.WeChat}

// uniOutput are folders of a uni-app project that are for apps, for other
// platforms, or hold what was built (https://uniapp.dcloud.net.cn/tutorial/project.html).
var uniOutput = []string{
	"unpackage", "hybrid", "nativeplugins", "nativeResources", "AndroidResources", "harmony-configs",
	"swancomponents", "ttcomponents", "kscomponents", "jdcomponents",
}

// frameworks are told apart by the packages that they need.
var frameworks = []framework{
	{name: UniApp, packages: []string{"@dcloudio/uni-"}, platforms: both, output: uniOutput}, // https://uniapp.dcloud.net.cn/quickstart-cli.html
	{name: Taro, packages: []string{"@tarojs/"}, platforms: both, // https://docs.taro.zone/docs/envs ("统一接口的多端文件")
		other: []string{".h5", ".rn", ".swan", ".tt", ".qq", ".jd", ".quickapp", ".harmony", ".ascf", ".harmony-hybrid"}},
	{name: Remax, packages: []string{"remax", "@remax/"}, platforms: both, // https://remaxjs.org/guide/one/platform
		other: []string{".toutiao", ".web", ".baidu"}},
	{name: Mpx, packages: []string{"@mpxjs/"}, platforms: both, // https://mpxjs.cn/guide/advance/platform.html
		other: []string{".swan", ".tt", ".qq", ".jd", ".qa", ".web", ".dd", ".ks", ".ios", ".android", ".harmony"}},
	{name: Kbone, packages: []string{"mp-webpack-plugin", "kbone-"}, platforms: weChatOnly}, // https://wechat-miniprogram.github.io/kbone/docs/
	{name: Mpvue, packages: []string{"mpvue"}, platforms: both},                             // http://mpvue.com/mpvue/
	{name: Megalo, packages: []string{"megalo", "@megalo/"}, platforms: both},               // https://megalojs.org
	{name: Rax, packages: []string{"rax-app", "build-plugin-rax-app"}, platforms: both},     // https://rax.js.org
	{name: WePY, packages: []string{"wepy", "@wepy/"}, platforms: weChatOnly},               // https://wepyjs.github.io
}

// singles are the entry files that only one framework has.
var singles = []struct {
	file string
	name Framework
}{{"app.wpy", WePY}, {"app.mpx", Mpx}}

func frameworkNamed(name Framework) *framework {
	for i := range frameworks {
		if frameworks[i].name == name {
			return &frameworks[i]
		}
	}
	return nil
}

// frameworkOf returns the framework that a package.json depends on, or nil.
func frameworkOf(pkg jsonc.Node) *framework {
	for i := range frameworks {
		for _, key := range []string{"dependencies", "devDependencies"} {
			if dependsOn(pkg.Get(key), frameworks[i].packages) {
				return &frameworks[i]
			}
		}
	}
	return nil
}

func dependsOn(dependencies jsonc.Node, packages []string) (found bool) {
	dependencies.Each(func(name, _ jsonc.Node) bool {
		for _, p := range packages {
			begins := strings.HasSuffix(p, "/") || strings.HasSuffix(p, "-")
			found = found || name.String() == p || begins && strings.HasPrefix(name.String(), p)
		}
		return !found
	})
	return found
}
