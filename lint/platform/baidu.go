package platform

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// The pages that Baidu's rows are from, and the packages for its files.
const (
	bdNetwork = "https://github.com/swan-team/swan-docs @87accb3 (net_rule)"
	bdWebView = "https://github.com/swan-team/swan-docs @87accb3 (open_web-view, register_prepare)"
	bdDomain  = "https://github.com/swan-team/swan-docs @87accb3 (third/domain)"
)

var baiduProgram = Platform{
	ID:     "baidu",
	Name:   message.Text{EN: "Baidu", ZH: "百度"},
	Degree: Judged,
	Global: "swan",
	// https://www.npmjs.com/package/@dcloudio/uni-mp-baidu
	Files: Files{Markup: ".swan", Script: ".sjs", ScriptTag: "import-sjs", InlineScript: true},
	Names: Names{
		Condition: "MP-BAIDU", Manifest: "mp-baidu", Components: "swancomponents",
		Taro: "swan", Remax: "baidu", Mpx: "swan", Mpvue: "swan", Rax: "baidu-smartprogram", Variants: []string{".swan.ts", ".swan.js"}, Folders: []string{"baidu", "swan"},
	},
	Project: Project{
		Files: []string{"project.swan.json"},
		AppID: "appid", Packed: "smartProgramRoot", Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys,
	},
	Boxes:     baiduBoxes,
	Separator: ";",
	// Its tool writes the lists to appInfo of project.swan.json, domains and webview_domains.
	Lists: Lists{
		Bodies:    baiduBodies,
		ErrorCode: "errno",
		Switches: []Switch{
			{File: "project.swan.json", Path: "setting.urlCheck"},
			{File: "manifest.json", Path: "mp-baidu.setting.urlCheck"},
		},
	},
	APIs: []API{
		{Name: "request", Category: Request, Property: "url", Source: bdNetwork},
		{Name: "uploadFile", Category: Upload, Property: "url", Source: bdNetwork},
		{Name: "downloadFile", Category: Download, Property: "url", Source: bdNetwork},
		{Name: "connectSocket", Category: Socket, Property: "url", Source: bdNetwork},
		{Name: "getImageInfo", Category: Media, Property: "src", Source: uniMedia + "image.html"},
		{Name: "previewImage", Category: Media, Property: "urls[]", Source: uniMedia + "image.html"},
		{Name: "createInnerAudioContext", Category: Media, Property: "src", Assigned: true, Source: uniMedia + "audio-context.html"},
		{Name: "getBackgroundAudioManager", Category: Media, Property: "src", Assigned: true, Source: uniMedia + "background-audio-manager.html"},
	},
	Forbidden: []Forbidden{{
		Host: "openapi.baidu.com",
		Reason: message.Text{
			EN: "it is for servers, and the console does not take it",
			ZH: "该域名只供服务端调用，后台不允许配置",
		},
		Source: bdNetwork,
	}},
}

// baiduMax is the number of entries of each server list; who needs more enters a wildcard.
const baiduMax = 20

// baiduBoxes: an entry has no port. That a call with one fails is not established.
var baiduBoxes = []Box{
	baiduBox(Request, "request", "https"),
	baiduBox(Socket, "socket", "wss"),
	baiduBox(Upload, "uploadFile", "https"),
	baiduBox(Download, "downloadFile", "https"),
	{
		Category: WebView, Title: console("business", "业务域名"), Schemes: []string{"https"},
		Port: PortAny, Wildcard: true, Underscore: true, IDN: true, Source: bdWebView,
	},
}

func baiduBox(c Category, name, scheme string) Box {
	return Box{
		Category: c, Title: console(name, name+"合法域名"), Schemes: []string{scheme},
		Port: PortAny, Max: baiduMax, Wildcard: true, Underscore: true, IDN: true, Source: bdNetwork,
	}
}

// baiduCalls are the names of the calls that set domains (bdDomain). A list is one text.
type baiduCalls struct {
	ModifyDomain        baiduLists    `json:"modifydomain"`
	ModifyWebViewDomain *baiduWebView `json:"modifywebviewdomain,omitempty"`
}

type baiduLists struct {
	Action   string  `json:"action"`
	Request  *string `json:"request_domain,omitempty"`
	Socket   *string `json:"socket_domain,omitempty"`
	Upload   *string `json:"upload_domain,omitempty"`
	Download *string `json:"download_domain,omitempty"`
}

type baiduWebView struct {
	Action  string  `json:"action"`
	WebView *string `json:"web_view_domain"`
}

func baiduBodies(lists func(Category) []string) any {
	text := func(c Category) *string {
		list := lists(c)
		if list == nil {
			return nil
		}
		joined := strings.Join(list, ",")
		return &joined
	}
	calls := baiduCalls{ModifyDomain: baiduLists{
		Action: "set", Request: text(Request), Socket: text(Socket), Upload: text(Upload), Download: text(Download),
	}}
	if pages := lists(WebView); len(pages) > 0 {
		calls.ModifyWebViewDomain = &baiduWebView{"set", text(WebView)}
	}
	return calls
}
