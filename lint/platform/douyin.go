package platform

import "github.com/beianlint/beianlint/lint/message"

// The pages that Douyin's rows are from.
const (
	dyNetwork = "https://developer.open-douyin.com (mini app: network, tt.request)"
	dyGame    = "https://developer.open-douyin.com (mini game: network)"
	dyWebView = "https://developer.open-douyin.com (mini app: web-view tutorial)"
	dyDomain  = "https://developer.open-douyin.com (third-party apps: modify_server_domain, modify_webview_domain)"
	uniTT     = "https://www.npmjs.com/package/@dcloudio/uni-mp-toutiao"
	uniMedia  = "https://uniapp.dcloud.net.cn/api/media/"
)

var douyin = Platform{
	ID:     "douyin",
	Name:   message.Text{EN: "Douyin", ZH: "抖音"},
	Degree: Judged,
	Global: "tt",
	Files:  Files{Markup: ".ttml", Style: ".ttss", Script: ".sjs", ScriptTag: "sjs", InlineScript: true}, // uniTT
	Names: Names{
		Condition: "MP-TOUTIAO", Manifest: "mp-toutiao", Components: "ttcomponents",
		Taro: "tt", Remax: "toutiao", Mpx: "tt", Mpvue: "tt", Rax: "bytedance-microapp", Variants: []string{".tt.ts", ".tt.js"}, Folders: []string{"toutiao", "tt"},
	},
	Project: Project{
		// Sources have the first name, what is built of them the other
		// (https://www.npmjs.com/package/@tarojs/plugin-platform-tt).
		Files: append([]string{"project.tt.json"}, sharedProject...), Owns: appIDBegins("tt"),
		Private: "project.private.config.json", // uniTT
		AppID:   "appid", Packed: packedKey, Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys,
	},
	Boxes:     douyinBoxes,
	Games:     douyinGames,
	Separator: ";",
	Lists: Lists{
		Bodies:    douyinBodies,
		ErrorCode: "errno", // and err_no
		// https://uniapp.dcloud.net.cn/collocation/manifest.html#mp-toutiao
		Switches: []Switch{
			{File: "project.tt.json", Path: "setting.urlCheck"},
			{File: "project.config.json", Path: "setting.urlCheck"},
			{File: "project.private.config.json", Path: "setting.urlCheck", Private: true},
			{File: "manifest.json", Path: "mp-toutiao.setting.urlCheck"},
		},
	},
	APIs: []API{
		{Name: "request", Category: Request, Property: "url", Source: dyNetwork},
		{Name: "uploadFile", Category: Upload, Property: "url", Source: dyNetwork},
		{Name: "downloadFile", Category: Download, Property: "url", Source: dyNetwork},
		{Name: "connectSocket", Category: Socket, Property: "url", Source: dyNetwork},
		{Name: "getImageInfo", Category: Download, Property: "src", Source: uniMedia + "image.html (for all mini programs)"},
		{Name: "previewImage", Category: Media, Property: "urls[]", Source: uniMedia + "image.html"},
		{Name: "createInnerAudioContext", Category: Media, Property: "src", Assigned: true, Source: uniMedia + "audio-context.html"},
		{Name: "getBackgroundAudioManager", Category: Media, Property: "src", Assigned: true, Source: uniMedia + "background-audio-manager.html"},
		{Name: "loadFontFace", Category: Media, Property: "source", Source: "https://uniapp.dcloud.net.cn/api/ui/font.html"},
	},
}

// douyinBoxes: how many entries the console takes is not established; the API takes 20
// of each type.
var douyinBoxes = []Box{
	douyinBox(Request, "request", "https"),
	douyinBox(Socket, "socket", "wss"),
	douyinBox(Upload, "upload", "https"),
	douyinBox(Download, "download", "https"),
	{
		// Hosts are entered without a scheme, each port as an entry of its own.
		Category: WebView, Title: console("web-view", "webview 域名"), Port: PortExact, Underscore: true, IDN: true, Source: dyWebView,
	},
}

// douyinGames: an entry has no port, and stands for every port of its host. Whether a mini
// game has a list for web-views is not established.
var douyinGames = []Box{
	douyinGame(Request, "request", "https"),
	douyinGame(Socket, "socket", "wss"),
	douyinGame(Upload, "upload", "https"),
	douyinGame(Download, "download", "https"),
}

func douyinGame(c Category, name, scheme string) Box {
	b := douyinBox(c, name, scheme)
	b.Port, b.Source = PortAny, dyGame
	return b
}

func douyinBox(c Category, name, scheme string) Box {
	return Box{
		Category: c, Title: console(name, name+" 域名"), Schemes: []string{scheme},
		Port: PortExact, Underscore: true, IDN: true, Source: dyNetwork,
	}
}

// douyinCalls are the names of the calls that set domains (dyDomain). The field of
// business domains is not established.
type douyinCalls struct {
	ModifyServerDomain serverLists `json:"modify_server_domain"`
}

type serverLists struct {
	Action   string   `json:"action"`
	Request  []string `json:"request,omitzero"`
	Socket   []string `json:"socket,omitzero"`
	Upload   []string `json:"upload,omitzero"`
	Download []string `json:"download,omitzero"`
}

func douyinBodies(lists func(Category) []string) any {
	return douyinCalls{serverLists{
		Action: "set", Request: bareHosts(lists(Request)), Socket: bareHosts(lists(Socket)),
		Upload: bareHosts(lists(Upload)), Download: bareHosts(lists(Download)),
	}}
}
