package platform

import (
	"regexp"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
)

// The pages that the rows of the platforms are from of which it is not established
// that hosts must be filed.
const (
	ksInfo   = "https://open.kuaishou.com/docs/saas/develop/api/authMiniapp/basicInfo"
	jdDocs   = "https://mp-docs.jd.com (copy of 2020-04-23)"
	xhsLists = "https://github.com/redengineer/redmini #93, #768, #1642"
	fsView   = "https://open.feishu.cn (web-view, application-v7 config)"
	fsAPI    = "https://open.feishu.cn (request, uploadFile, downloadFile, connectSocket: they name no list)"
	ddAPI    = "https://open.dingtalk.com (jsapi-http-request, uploadFile)"
	ddLists  = "https://open.dingtalk.com (customize-application-development-process)"
)

// likeWeChat are the APIs that the platforms took over under WeChat's names.
func likeWeChat(source string) []API {
	return []API{
		{Name: "request", Category: Request, Property: "url", Source: source},
		{Name: "uploadFile", Category: Upload, Property: "url", Source: source},
		{Name: "downloadFile", Category: Download, Property: "url", Source: source},
		{Name: "connectSocket", Category: Socket, Property: "url", Source: source},
		{Name: "getImageInfo", Category: Media, Property: "src", Source: uniMedia + "image.html"},
		{Name: "previewImage", Category: Media, Property: "urls[]", Source: uniMedia + "image.html"},
		{Name: "createInnerAudioContext", Category: Media, Property: "src", Assigned: true, Source: uniMedia + "audio-context.html"},
	}
}

// kuaishou: how an entry is compared is not established, so that one lets sub-domains
// pass, too.
var kuaishou = Platform{
	ID:     "kuaishou",
	Name:   message.Text{EN: "Kuaishou", ZH: "快手"},
	Degree: Listed,
	Global: "ks",
	Files:  Files{Markup: ".ksml"}, // https://www.npmjs.com/package/@dcloudio/uni-mp-kuaishou
	Names: Names{
		Condition: "MP-KUAISHOU", Manifest: "mp-kuaishou", Components: "kscomponents",
		Taro: "kwai", Mpx: "ks", Rax: "kuaishou-miniprogram", Variants: []string{".kwai.ts", ".kwai.js", ".ks.ts", ".ks.js"},
		Folders: []string{"ks", "kuaishou"},
	},
	Project: Project{
		Files: append([]string{"project.ks.json", "project.kwai.json"}, sharedProject...), Owns: appIDBegins("ks"),
		AppID: "appid", Packed: packedKey, Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys,
	},
	Boxes: []Box{
		looseBox(Request, console("request", "request 域名"), ksInfo),
		looseBox(Socket, console("socket", "socket 域名"), ksInfo),
		looseBox(Upload, console("uploadFile", "uploadFile 域名"), ksInfo),
		looseBox(Download, console("downloadFile", "downloadFile 域名"), ksInfo),
		looseBox(UDP, console("udp", "udp 域名"), ksInfo),
		looseBox(WebView, console("business", "业务域名"), ksInfo),
	},
	Separator: ";",
	Lists: Lists{Bodies: kuaishouBodies, Switches: []Switch{
		{File: "project.ks.json", Path: "setting.urlCheck"},
		{File: "project.config.json", Path: "setting.urlCheck"},
		{File: "manifest.json", Path: "mp-kuaishou.setting.urlCheck"},
	}},
	APIs: likeWeChat(ksInfo + " (its lists)"),
}

// looseBox is a list of which no more is established than that it is there.
func looseBox(c Category, title message.Text, source string) Box {
	return Box{Category: c, Title: title, Port: PortUnknown, Below: true, Wildcard: true, Underscore: true, IDN: true, Source: source}
}

func kuaishouBodies(lists func(Category) []string) any {
	type body struct {
		Action   string   `json:"action"`
		Request  []string `json:"request,omitzero"`
		Socket   []string `json:"socket,omitzero"`
		Upload   []string `json:"upload_file,omitzero"`
		Download []string `json:"download_file,omitzero"`
		UDP      []string `json:"udp,omitzero"`
	}
	return struct {
		ServerDomain body `json:"server_domain"`
	}{body{
		Action: "set", Request: bareHosts(lists(Request)), Socket: bareHosts(lists(Socket)),
		Upload: bareHosts(lists(Upload)), Download: bareHosts(lists(Download)), UDP: bareHosts(lists(UDP)),
	}}
}

// jd has lists of which nothing is established.
var jd = Platform{
	ID:     "jd",
	Name:   message.Text{EN: "JD", ZH: "京东"},
	Degree: Listed,
	Global: "jd",
	// https://www.npmjs.com/package/@dcloudio/uni-mp-jd
	Files: Files{Markup: ".jxml", Style: ".jxss", Script: ".jds", ScriptTag: "jds", InlineScript: true},
	Names: Names{
		Condition: "MP-JD", Manifest: "mp-jd", Components: "jdcomponents",
		Taro: "jd", Mpx: "jd", Variants: []string{".jd.ts", ".jd.js"}, Folders: []string{"jd"},
	},
	Project: Project{
		Files: append([]string{"project.jd.json"}, sharedProject...),
		AppID: "appid", Packed: packedKey, Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys,
	},
	Separator: ";",
	APIs:      likeWeChat(jdDocs),
}

// xiaohongshu limits web-views only.
var xiaohongshu = Platform{
	ID:     "xiaohongshu",
	Name:   message.Text{EN: "Xiaohongshu", ZH: "小红书"},
	Degree: Listed,
	Global: "xhs",
	// https://www.npmjs.com/package/@dcloudio/uni-mp-xhs
	Files: Files{Markup: ".xhsml", Script: ".sjs", ScriptTag: "sjs"},
	Names: Names{Condition: "MP-XHS", Manifest: "mp-xhs", Taro: "xhs", Variants: []string{".xhs.ts", ".xhs.js"}, Folders: []string{"xhs"}},
	Project: Project{
		Files: append([]string{"project.xhs.json"}, sharedProject...), Owns: appIDIs(`^[0-9a-f]{24}$`),
		AppID: "appid", Packed: packedKey, Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys,
	},
	Boxes:     []Box{looseBox(WebView, console("business", "业务域名"), xhsLists)},
	Separator: ";",
	APIs:      likeWeChat(xhsLists + " (no list)"),
}

// feishu: whether its list of server domains limits requests is not established.
var feishu = Platform{
	ID:     "feishu",
	Name:   message.Text{EN: "Feishu", ZH: "飞书"},
	Degree: Listed,
	Global: "tt",
	// https://www.npmjs.com/package/@dcloudio/uni-mp-lark
	Files: Files{Markup: ".ttml", Style: ".ttss", Script: ".sjs", ScriptTag: "sjs", InlineScript: true},
	Names: Names{Condition: "MP-LARK", Manifest: "mp-lark", Taro: "lark", Variants: []string{".lark.ts", ".lark.js"}, Folders: []string{"lark"}},
	Project: Project{
		// https://www.npmjs.com/package/@tarojs/plugin-platform-lark
		Files: append([]string{"project.lark.json", "project.tt.json"}, sharedProject...), Owns: appIDBegins("cli_"),
		AppID: "appid", Packed: packedKey, Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys,
	},
	Boxes: []Box{{
		Category: WebView, Title: console("trusted web-view", "Web-view 可信域名"), Schemes: []string{"https"},
		Port: PortUnknown, Below: true, Wildcard: true, Underscore: true, IDN: true, Source: fsView,
	}},
	Separator: ";",
	Lists: Lists{
		Keys: []ListKey{{Key: "webviewtrusteddomain", Category: WebView, Own: true}},
		Switches: []Switch{
			{File: "project.lark.json", Path: "setting.urlCheck"},
			{File: "manifest.json", Path: "mp-lark.setting.urlCheck"},
		},
	},
	APIs: likeWeChat(fsAPI),
}

// dingtalk takes public addresses and http. It shares its files with Alipay, and no
// field of a project file tells them apart: what a framework's project is built for does,
// and the config.
var dingtalk = Platform{
	ID:     "dingtalk",
	Name:   message.Text{EN: "DingTalk", ZH: "钉钉"},
	Degree: Listed,
	Global: "dd",
	// https://www.npmjs.com/package/@tarojs/plugin-platform-alipay-dd
	Files: Files{Markup: ".axml", Style: ".acss", Script: ".sjs", ScriptTag: "import-sjs"},
	Names: Names{
		Custom: "MP-DINGTALK", Base: Alipay, // the example of https://uniapp.dcloud.net.cn/collocation/package.html
		Taro: "dd", Mpx: "dd", Variants: []string{".dd.ts", ".dd.js"}, Folders: []string{"dd"},
	},
	Project: Project{
		Files: []string{"mini.project.json"}, Owns: func(jsonc.Node) bool { return false },
		AppID: "appid", Packed: packedKey, Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys, Pack: alipayPacking,
	},
	Boxes: []Box{
		{
			Category: Request, Shares: []Category{Upload}, Title: console("HTTP", "HTTP安全域名"),
			Port: PortUnknown, Below: true, Wildcard: true, Underscore: true, IDN: true, Source: ddLists,
		},
		looseBox(WebView, console("web-view", "Webview安全域名"), ddLists),
	},
	Separator: ";",
	APIs:      append(likeWeChat(ddAPI), API{Name: "httpRequest", Category: Request, Property: "url", Source: ddAPI}),
}

// appIDIs returns an Owns for appids of a form.
func appIDIs(form string) func(jsonc.Node) bool {
	pattern := regexp.MustCompile(form)
	return func(project jsonc.Node) bool { return pattern.MatchString(project.Get("appid").String()) }
}
