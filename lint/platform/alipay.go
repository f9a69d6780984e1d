package platform

import "github.com/beianlint/beianlint/lint/message"

// The pages that Alipay's rows are from.
const (
	aliServer = "https://opendocs.alipay.com/mini/008gq6"
	aliDocs   = "https://github.com/AlipayDocs/open-docs @a74facf"
)

var alipay = Platform{
	ID:      Alipay,
	Name:    message.Text{EN: "Alipay", ZH: "支付宝"},
	Degree:  Judged,
	Global:  "my",
	Assumed: true,
	Files:   Files{Markup: ".axml", Style: ".acss", Script: ".sjs", ScriptTag: "import-sjs"},
	Names: Names{
		Condition: "MP-ALIPAY", Manifest: "mp-alipay", Taro: "alipay", Remax: "ali", Mpx: "ali", Mpvue: "my", Rax: "miniapp",
		Variants: []string{".alipay.ts", ".alipay.js", ".my.js"},
		Modules:  []string{"remax/ali"},
	},
	Project: Project{
		Files: []string{"mini.project.json"},
		AppID: "appid", Packed: packedKey, Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys,
		Pack: alipayPacking, TypeScript: alipayCompiles,
		// The switches of the domain check are in the only file that is read
		// (platform facts, section 4.3).
		Tool: Tool{
			Folder: ".mini-ide", File: "project-ide.json", Skipped: "report.skip-mini-ide",
			Cache: ".tea", CacheSkip: "report.skip-tea",
		},
	},
	Boxes:     alipayBoxes,
	Separator: "\n",
	Lists:     alipayLists,
	Markup: []Attribute{
		{"lottie", "path", Media, aliDocs},
		{"lottie", "placeholder", Media, aliDocs},
	},
	APIs:      alipayAPIs,
	Forbidden: alipayForbidden,
	Open: []Open{{
		Host: "render.alipay.com", Path: "/p/", Category: WebView, Source: aliDocs + " (open by default since client 10.2.63)",
	}},
	Unboxed: Box{Domain: true},
}

// alipayBoxes: how many entries an own mini program may have is not
// established (3 on a page of 2017, 20 and 50 for H5), and whether
// my.downloadFile and my.connectSocket are checked is not either: no box.
var alipayBoxes = []Box{
	{
		Category: Request, Shares: []Category{Upload}, Title: console("server", "服务器域名白名单"), Schemes: []string{"https"},
		Port: PortIgnored, Domain: true, Underscore: true, IDN: true, Source: aliServer,
	},
	{
		Category: WebView, Title: console("H5", "H5域名配置"), Schemes: []string{"https"},
		Port: PortNone, Source: aliDocs,
	},
}

var alipayForbidden = []Forbidden{
	alibabaHost("taobao.com"),
	alibabaHost("tmall.com"),
	alibabaHost("alipay.com"),
}

// alibabaHost is one of the company's own domains, which the H5 list refuses.
func alibabaHost(host string) Forbidden {
	return Forbidden{
		Host: host, Categories: []Category{WebView},
		Reason: message.Text{
			EN: "Alibaba's own domains cannot be added to the H5 domains",
			ZH: "阿里巴巴自有域名不能加入 H5 域名配置",
		},
		Source: aliDocs,
	}
}

var alipayAPIs = []API{
	{Name: "request", Category: Request, Property: "url", Source: aliServer},
	{Name: "xfetch.fetch", Category: Request, Property: "url", Source: "https://mpxjs.cn/guide/extend/fetch.html"},
	{Name: "httpRequest", Category: Request, Property: "url", Source: aliDocs + " (older form)"},
	{Name: "uploadFile", Category: Upload, Property: "url", Source: aliServer},
	{Name: "downloadFile", Category: Download, Property: "url", Source: aliDocs + " (https required, no list named)"},
	{Name: "connectSocket", Category: Socket, Property: "url", Source: aliDocs + " (pages conflict about a list)"},
	{Name: "getImageInfo", Category: Media, Property: "src", Source: aliDocs},
	{Name: "loadFontFace", Category: Media, Property: "source", Source: aliDocs},
	{Name: "previewImage", Category: Media, Property: "urls[]", Source: aliDocs},
	{Name: "previewMedia", Category: Media, Property: "sources[].url", Source: aliDocs},
	{Name: "saveImage", Category: Media, Property: "url", Source: aliDocs},
	{Name: "createInnerAudioContext", Category: Media, Property: "src", Assigned: true, Source: aliDocs},
	{Name: "getBackgroundAudioManager", Category: Media, Property: "src", Assigned: true, Source: aliDocs},
}
