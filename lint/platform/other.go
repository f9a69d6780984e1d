package platform

// sharedProject is WeChat's project file, whose name other tools took over.
var sharedProject = []string{"project.config.json"}

// others are the platforms that are known by their marks and not judged: what
// is for them is left out, and a mini program of theirs is named as skipped.
// Files, project files and appids: https://docs.taro.zone/docs/envs and
// https://uniapp.dcloud.net.cn/collocation/manifest.html; suffixes of files:
// https://docs.taro.zone/docs/envs, https://remaxjs.org/guide/one/platform,
// https://mpxjs.cn/guide/advance/platform.html.
var others = []*Platform{
	{
		ID: "douyin", Global: "tt", Files: Files{Markup: ".ttml", Style: ".ttss"},
		Lists:   Lists{ErrorCode: "errno"},
		Project: Project{Files: sharedProject, Owns: appIDBegins("tt")},
		Names: Names{
			Condition: "MP-TOUTIAO", Manifest: "mp-toutiao", Components: "ttcomponents",
			Taro: "tt", Remax: "toutiao", Mpx: "tt", Folders: []string{"toutiao", "tt"},
		},
	}, {
		ID: "baidu", Global: "swan", Files: Files{Markup: ".swan"},
		Lists: Lists{ErrorCode: "errno"},
		Names: Names{
			Condition: "MP-BAIDU", Manifest: "mp-baidu", Components: "swancomponents",
			Taro: "swan", Remax: "baidu", Mpx: "swan", Folders: []string{"baidu", "swan"},
		},
	}, {
		ID: "qq", Global: "qq", Files: Files{Markup: ".qml", Style: ".qss"},
		Names: Names{Condition: "MP-QQ", Manifest: "mp-qq", Taro: "qq", Mpx: "qq", Folders: []string{"qq"}},
	}, {
		ID: "kuaishou", Global: "ks", Files: Files{Markup: ".ksml"},
		Project: Project{Files: sharedProject, Owns: appIDBegins("ks")},
		Names: Names{
			Condition: "MP-KUAISHOU", Manifest: "mp-kuaishou", Components: "kscomponents",
			Mpx: "ks", Folders: []string{"ks", "kuaishou"},
		},
	}, {
		ID: "jd", Global: "jd", Files: Files{Markup: ".jxml", Style: ".jxss"},
		Names: Names{
			Condition: "MP-JD", Manifest: "mp-jd", Components: "jdcomponents",
			Taro: "jd", Mpx: "jd", Folders: []string{"jd"},
		},
	}, {
		ID: "xiaohongshu", Global: "xhs", Files: Files{Markup: ".xhsml"},
		Names: Names{Condition: "MP-XHS", Manifest: "mp-xhs", Folders: []string{"xhs"}},
	}, {
		ID: "feishu", Global: "tt", Files: Files{Markup: ".ttml", Style: ".ttss"},
		Names: Names{Condition: "MP-LARK", Manifest: "mp-lark", Folders: []string{"lark"}},
	}, {
		ID: "dingtalk", Global: "dd",
		Names: Names{Mpx: "dd", Folders: []string{"dd"}},
	}, {
		ID:    "harmony-service",
		Names: Names{Condition: "MP-HARMONY", Manifest: "mp-harmony"},
	},
}
