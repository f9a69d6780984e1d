package platform

// wechatLists: the source of each key is a row of section 2 of the platform
// facts, and the page of the call.
var wechatLists = Lists{
	Keys: []ListKey{
		// modify_domain, modify_domain_directly, get_effective_domain, getwxadevinfo
		// https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/domain-management/
		// authorizer_info.MiniProgramInfo.network and the developer tools' Network have the same in PascalCase.
		{Key: "requestdomain", Category: Request},
		{Key: "wsrequestdomain", Category: Socket},
		{Key: "uploaddomain", Category: Upload},
		{Key: "downloaddomain", Category: Download},
		{Key: "udpdomain", Category: UDP},
		{Key: "tcpdomain", Category: TCP},

		// setwebviewdomain, getwxadevinfo, get_effective_webviewdomain
		{Key: "webviewdomain", Category: WebView},
		{Key: "bizdomain", Category: WebView},
		{Key: "effectivewebviewdomain", Category: WebView},
		{Key: "mpwebviewdomain", Category: WebView},
		{Key: "thirdwebviewdomain", Category: WebView},
		{Key: "directwebviewdomain", Category: WebView},

		// modify_wxa_server_domain, modify_wxa_jump_domain: the pool of a third-party platform
		// https://developers.weixin.qq.com/doc/oplatform/openApi/thirdparty-management/domain-mgnt/
		{Key: "wxaserverdomain", Category: Request, Own: true, Pool: true},
		{Key: "publishedwxaserverdomain", Category: Request, Own: true, Pool: true},
		{Key: "testingwxaserverdomain", Category: Request, Own: true, Pool: true},
		{Key: "wxajumph5domain", Category: WebView, Own: true, Pool: true},
		{Key: "publishedwxajumph5domain", Category: WebView, Own: true, Pool: true},
		{Key: "testingwxajumph5domain", Category: WebView, Own: true, Pool: true},

		// set_prefetchdnsdomain, get_prefetchdnsdomain
		{Key: "prefetchdnsdomain", Category: Prefetch},
	},
	Pool: []Category{Request, Socket, Upload, Download},
	// get_effective_domain gives three sources and the result; a pool has a list
	// for testing and the one in force.
	Preferred: []Preference{
		{"effectivedomain", []string{"mpdomain", "thirddomain", "directdomain"}},
		{"effectivewebviewdomain", []string{"mpwebviewdomain", "thirdwebviewdomain", "directwebviewdomain"}},
		{"publishedwxaserverdomain", []string{"testingwxaserverdomain"}},
		{"publishedwxajumph5domain", []string{"testingwxajumph5domain"}},
	},
	Refused: "noicpdomain", ErrorCode: "errcode", Sections: []string{"weixin"},
	// https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html;
	// uni-app makes the project file from its manifest.
	Switches: []Switch{
		{File: "project.config.json", Path: "setting.urlCheck"},
		{File: "project.private.config.json", Path: "setting.urlCheck", Private: true},
		{File: "manifest.json", Path: "mp-weixin.setting.urlCheck"},
	},
	Bodies: wechatBodies,
}
