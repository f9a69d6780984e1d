package platform

import "github.com/beianlint/beianlint/lint/message"

// The pages that WeChat's rows are from.
const (
	wxNetwork = "https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html"
	wxWebView = "https://developers.weixin.qq.com/miniprogram/dev/framework/ability/domain.html"
	wxManage  = "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/domain-management/"
	wxInfo    = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getDomainInfo.html"
	wxTypings = "https://github.com/wechat-miniprogram/api-typings @98d9c5b"
)

var wechat = Platform{
	ID:      WeChat,
	Name:    message.Text{EN: "WeChat", ZH: "微信"},
	Degree:  Judged,
	Global:  "wx",
	Assumed: true,
	Files:   Files{Markup: ".wxml", Style: ".wxss", Script: ".wxs", ScriptTag: "wxs", InlineScript: true},
	Names: Names{
		Condition: "MP-WEIXIN", Manifest: "mp-weixin", Taro: "weapp", Remax: "wechat", Mpx: "wx", Mpvue: "wx", Rax: "wechat-miniprogram",
		Variants: []string{".weapp.ts", ".weapp.js", ".weapp.tsx", ".weapp.jsx", ".wx.js", ".wx.ts"},
		Modules:  []string{"remax/wechat", "remax/one", "wepy"},
	},
	Project: Project{
		Files: []string{"project.config.json"}, Private: "project.private.config.json",
		AppID: "appid", Packed: packedKey, Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys,
		Pack: wechatPacking, TypeScript: wechatCompiles,
	},
	Boxes:     wechatBoxes,
	Separator: ";",
	Lists:     wechatLists,
	Markup:    wechatMarkup,
	APIs:      wechatAPIs,
	Forbidden: []Forbidden{{
		Host: "api.weixin.qq.com",
		Reason: message.Text{
			EN: "calls to it need the AppSecret, which may not leave your server",
			ZH: "调用它需要 AppSecret，而 AppSecret 不能离开自己的服务器",
		},
		Source: wxNetwork,
	}},
	Open: []Open{{
		Host: "mp.weixin.qq.com", Category: WebView,
		Source: "https://developers.weixin.qq.com/miniprogram/dev/component/web-view.html (articles of the linked official account)",
	}},
}

// wechatServerMax is the number of entries of each server list: 200 today, 20
// on older pages.
const wechatServerMax = 200

var wechatBoxes = []Box{
	{
		Category: Request, Title: console("request", "request合法域名"), Schemes: []string{"https"},
		Port: PortExact, Max: wechatServerMax, PoolMax: 1000, Underscore: true, IDN: true, Source: wxNetwork,
	},
	{
		Category: Socket, Title: console("socket", "socket合法域名"), Schemes: []string{"wss"},
		Port: PortAny, Max: wechatServerMax, Underscore: true, IDN: true, Source: wxNetwork,
	},
	{
		Category: Upload, Title: console("uploadFile", "uploadFile合法域名"), Schemes: []string{"https"},
		Port: PortExact, Max: wechatServerMax, Underscore: true, IDN: true, Source: wxNetwork,
	},
	{
		Category: Download, Title: console("downloadFile", "downloadFile合法域名"), Schemes: []string{"https"},
		Port: PortExact, Max: wechatServerMax, Underscore: true, IDN: true, Source: wxNetwork,
	},
	{
		Category: UDP, Title: console("udp", "udp合法域名"), Schemes: []string{"udp"},
		Port: PortUnknown, Max: wechatServerMax, Underscore: true, IDN: true,
		Open: true, Source: wxInfo + "; " + wxTypings + " (base libraries after 2.9.3 take any host)",
	},
	{
		Category: TCP, Title: console("tcp", "tcp合法域名"), Schemes: []string{"tcp"},
		Port: PortUnknown, Max: wechatServerMax, Underscore: true, IDN: true, Source: wxManage + " (the prefix is from a forum's payload)",
	},
	{
		Category: Prefetch, Title: console("prefetch DNS", "DNS预解析域名"),
		Port: PortIgnored, Max: 5, Underscore: true, IDN: true, Source: wxManage + " (size_limit)",
	},
	{
		Category: WebView, Title: console("business", "业务域名"), Schemes: []string{"https"},
		Port: PortNone, Max: 300, PoolMax: 300, Below: true, Source: wxWebView,
	},
}

// console is a box's title: the consoles exist in Chinese only, so English
// readers need that name too.
func console(english, chinese string) message.Text {
	return message.Text{EN: english + " domains (" + chinese + ")", ZH: chinese}
}

// wechatAPIs hold what the platform checks and, as media, what it is not known
// to check. wx.cloud and callContainer need no domain (wxNetwork) and are not
// here, nor is wx.preloadAssets, of which nothing is known.
var wechatAPIs = []API{
	{Name: "request", Category: Request, Property: "url", Source: wxNetwork},
	{Name: "xfetch.fetch", Category: Request, Property: "url", Source: "https://mpxjs.cn/guide/extend/fetch.html"},
	{Name: "uploadFile", Category: Upload, Property: "url", Source: wxNetwork},
	{Name: "downloadFile", Category: Download, Property: "url", Source: wxNetwork},
	{Name: "connectSocket", Category: Socket, Property: "url", Source: wxNetwork},
	{Name: "createTCPSocket.connect", Category: TCP, Property: "address", Source: wxTypings},
	{Name: "createUDPSocket.send", Category: UDP, Property: "address", Source: wxTypings + " (base libraries after 2.9.3 take any host)"},
	{Name: "createUDPSocket.connect", Category: UDP, Property: "address", Source: wxTypings + " (base libraries after 2.9.3 take any host)"},
	{Name: "getImageInfo", Category: Download, Property: "src", Source: wxTypings},
	{Name: "loadFontFace", Category: Media, Property: "source", Source: wxTypings + " (https and CORS, no list)"},
	{Name: "previewImage", Category: Media, Property: "urls[]", Source: wxTypings + " (not documented as checked)"},
	{Name: "previewMedia", Category: Media, Property: "sources[].url", Source: wxTypings + " (not documented as checked)"},
	{Name: "createInnerAudioContext", Category: Media, Property: "src", Assigned: true, Source: wxTypings + " (reports conflict)"},
	{Name: "getBackgroundAudioManager", Category: Media, Property: "src", Assigned: true, Source: wxTypings + " (reports conflict)"},
	{Name: "playBackgroundAudio", Category: Media, Property: "dataUrl", Source: wxTypings + " (older form)"},
}
