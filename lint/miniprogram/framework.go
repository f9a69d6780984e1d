package miniprogram

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/platform"
)

// framework is what is known of a framework.
type framework struct {
	name     Framework
	packages []string      // names, or beginnings of names, of packages in package.json
	only     []platform.ID // the platforms it builds for; empty: every one that is assumed
	output   []string      // folders of the sources that do not ship as a mini program
	other    []string      // words before the extension of files for targets that are no mini programs
	// suffix and folder return the framework's word before the extension of files,
	// and its name of the folder, that are for one platform; nil if it has none.
	suffix, folder func(platform.Names) string
	// target returns the framework's word for a platform where it takes no files by it.
	target func(platform.Names) string
	// options are the words of a command before the targets that the framework's tool
	// builds for. Without one it builds for the default platform, or for no mini program.
	options   []string
	tool      string
	byDefault bool
	config    string // the file beside package.json whose "targets" are what is built
}

// uniOutput are folders of a uni-app project that are for apps, or hold what was
// built (https://uniapp.dcloud.net.cn/tutorial/project.html).
var uniOutput = []string{"unpackage", "hybrid", "nativeplugins", "nativeResources", "AndroidResources", "harmony-configs"}

// frameworks are told apart by the packages that they need.
var frameworks = []framework{
	{name: UniApp, packages: []string{"@dcloudio/uni-"}, output: uniOutput, // https://uniapp.dcloud.net.cn/quickstart-cli.html
		folder:  func(n platform.Names) string { return n.Components },
		options: []string{"-p", "--platform", "UNI_PLATFORM"}, tool: "uni"},
	{name: Taro, packages: []string{"@tarojs/"}, // https://docs.taro.zone/docs/envs ("统一接口的多端文件")
		suffix:  func(n platform.Names) string { return n.Taro },
		other:   []string{"h5", "rn", "quickapp", "harmony", "ascf", "harmony-hybrid"},
		options: []string{"--type", "TARO_ENV"}}, // https://docs.taro.zone/docs/envs
	{name: Remax, packages: []string{"remax", "@remax/"}, // https://remaxjs.org/guide/one/platform
		suffix:  func(n platform.Names) string { return n.Remax },
		other:   []string{"web"},
		options: []string{"-t", "--target"}}, // https://www.npmjs.com/package/@remax/cli
	{name: Mpx, packages: []string{"@mpxjs/"}, // https://mpxjs.cn/guide/advance/platform.html
		suffix:  func(n platform.Names) string { return n.Mpx },
		other:   []string{"qa", "web", "ios", "android", "harmony"},
		options: []string{"--targets", "--modes"}, tool: "mpx-cli-service", byDefault: true}, // https://github.com/mpx-ecology/mpx-cli
	{name: Kbone, packages: []string{"mp-webpack-plugin", "kbone-"}, only: []platform.ID{platform.WeChat}}, // https://wechat-miniprogram.github.io/kbone/docs/
	{name: Mpvue, packages: []string{"mpvue"}, // http://mpvue.com/mpvue/, https://www.npmjs.com/package/mpvue-loader (lib/mp-compiler/templates.js)
		target:  func(n platform.Names) string { return n.Mpvue },
		options: []string{"build/build.js", "build/dev-server.js"}},
	{name: Megalo, packages: []string{"megalo", "@megalo/"}}, // https://megalojs.org
	{name: Rax, packages: []string{"rax-app", "build-plugin-rax-app"}, // https://rax.js.org, https://www.npmjs.com/package/build-plugin-rax-app (lib/constants.js)
		target: func(n platform.Names) string { return n.Rax },
		config: "build.json"},
	{name: WePY, packages: []string{"wepy", "@wepy/"}, only: []platform.ID{platform.WeChat}}, // https://wepyjs.github.io
}

// targets returns the platforms that the framework builds for where nothing says
// more, in the order of platform.All.
func (fw *framework) targets() []platform.ID {
	var ids []platform.ID
	for _, p := range platform.All() {
		if len(fw.only) == 0 && p.Assumed || slices.Contains(fw.only, p.ID) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// buildsFor reports whether the framework can build for a platform, which it must have a
// name for; without a framework there is nothing to build.
func (fw *framework) buildsFor(id platform.ID) bool {
	p := platform.ByID(id)
	switch {
	case fw == nil || p == nil || !p.IsRead():
		return false
	case len(fw.only) > 0:
		return slices.Contains(fw.only, id)
	}
	return fw.word(p) != "" || fw.name == UniApp && p.Names.Custom != ""
}

// word is what the framework's tool calls a platform, "" where it has no word for it.
func (fw *framework) word(p *platform.Platform) string {
	switch {
	case fw.suffix != nil:
		return fw.suffix(p.Names)
	case fw.target != nil:
		return fw.target(p.Names)
	case fw.name == UniApp:
		return p.Names.Manifest
	}
	return ""
}

// isOtherWord reports whether the framework takes files with the word before their
// extension for targets only that the mini program has not.
func (fw *framework) isOtherWord(word string, p *Project) bool {
	return word != "" && (slices.Contains(fw.other, word) || fw.namesOther(fw.suffix, word, p))
}

// isOutput reports whether the folder of the sources does not ship with the mini program.
func (fw *framework) isOutput(base string, p *Project) bool {
	return slices.Contains(fw.output, base) || fw.namesOther(fw.folder, base, p)
}

// namesOther reports whether a platform has that name which the mini program is not for.
// Where nothing says what it is for, no target that the framework is assumed to have is
// another one.
func (fw *framework) namesOther(nameOf func(platform.Names) string, name string, p *Project) bool {
	if nameOf == nil {
		return false
	}
	var targets []platform.ID
	if !p.Decided {
		targets = fw.targets()
	}
	return slices.ContainsFunc(platform.Known(), func(other *platform.Platform) bool {
		return nameOf(other.Names) == name && !slices.Contains(targets, other.ID) && !slices.Contains(p.Platforms, other.ID)
	})
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
		if needs(pkg, frameworks[i].packages...) {
			return &frameworks[i]
		}
	}
	return nil
}

// needs reports whether a package.json names one of some packages, to be run or built with.
func needs(pkg jsonc.Node, packages ...string) bool {
	return dependsOn(pkg.Get("dependencies"), packages) || dependsOn(pkg.Get("devDependencies"), packages)
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
