package allowlist

import (
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
)

// fold brings the spellings of a key together: requestDomain, request_domains,
// Request-Domain and requestdomain are the same.
func fold(key string) string {
	key = strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToLower(key))
	return strings.TrimSuffix(key, "s")
}

// box is what a key says about the list under it.
type box struct {
	key      string
	category platform.Category
	platform platform.ID // whose list it is; "" for the main platform of the mini program
	pool     bool
	single   bool // a lone string is the body of a call that adds it, not the whole list
}

// boxes are the keys, folded, that name a list wherever they stand. The source
// of each is the row of section 2 of the platform facts, or a convention.
var boxes = []box{
	// modify_domain, modify_domain_directly, get_effective_domain, getwxadevinfo
	// https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/domain-management/
	// authorizer_info.MiniProgramInfo.network and the developer tools' Network have the same in PascalCase.
	{key: "requestdomain", category: platform.Request},
	{key: "wsrequestdomain", category: platform.Socket},
	{key: "uploaddomain", category: platform.Upload},
	{key: "downloaddomain", category: platform.Download},
	{key: "udpdomain", category: platform.UDP},
	{key: "tcpdomain", category: platform.TCP},

	// convention: the name of the API or of the console's box
	{key: "socketdomain", category: platform.Socket},
	{key: "uploadfiledomain", category: platform.Upload},
	{key: "downloadfiledomain", category: platform.Download},
	{key: "businessdomain", category: platform.WebView},
	{key: "jumpdomain", category: platform.WebView},

	// setwebviewdomain, getwxadevinfo, get_effective_webviewdomain
	{key: "webviewdomain", category: platform.WebView},
	{key: "bizdomain", category: platform.WebView},
	{key: "effectivewebviewdomain", category: platform.WebView},
	{key: "mpwebviewdomain", category: platform.WebView},
	{key: "thirdwebviewdomain", category: platform.WebView},
	{key: "directwebviewdomain", category: platform.WebView},

	// modify_wxa_server_domain, modify_wxa_jump_domain: the pool of a third-party platform
	// https://developers.weixin.qq.com/doc/oplatform/openApi/thirdparty-management/domain-mgnt/
	{key: "wxaserverdomain", category: platform.Request, platform: platform.WeChat, pool: true},
	{key: "publishedwxaserverdomain", category: platform.Request, platform: platform.WeChat, pool: true},
	{key: "testingwxaserverdomain", category: platform.Request, platform: platform.WeChat, pool: true},
	{key: "wxajumph5domain", category: platform.WebView, platform: platform.WeChat, pool: true},
	{key: "publishedwxajumph5domain", category: platform.WebView, platform: platform.WeChat, pool: true},
	{key: "testingwxajumph5domain", category: platform.WebView, platform: platform.WeChat, pool: true},

	// set_prefetchdnsdomain, get_prefetchdnsdomain
	{key: "prefetchdnsdomain", category: platform.Prefetch},

	// alipay.open.mini.safedomain.create, alipay.open.mini.baseinfo.query
	{key: "safedomain", category: platform.Request, platform: platform.Alipay, single: true},
}

// bareBoxes are the keys of Douyin's modify_server_domain and
// modify_webview_domain, and of beianlint's own config. They name a list only
// where the object around them is one for certain.
var bareBoxes = []box{
	{key: "request", category: platform.Request},
	{key: "socket", category: platform.Socket},
	{key: "upload", category: platform.Upload},
	{key: "uploadfile", category: platform.Upload},
	{key: "download", category: platform.Download},
	{key: "downloadfile", category: platform.Download},
	{key: "udp", category: platform.UDP},
	{key: "tcp", category: platform.TCP},
	{key: "webview", category: platform.WebView},
	{key: "prefetch", category: platform.Prefetch},
}

// boxOf returns the box of a folded key where bare keys count; nil for any other.
func boxOf(name string) *box {
	if b := find(boxes, name); b != nil {
		return b
	}
	return find(bareBoxes, name)
}

func find(boxes []box, name string) *box {
	for i := range boxes {
		if boxes[i].key == name {
			return &boxes[i]
		}
	}
	return nil
}

// provenance are parts of an answer that only say where another part of it, the
// first of a row, comes from: they are not read beside it. get_effective_domain
// gives three sources and the result; a pool has a list for testing and the one
// in force.
var provenance = [...]struct{ result, sources string }{
	{"effectivedomain", "mpdomain thirddomain directdomain"},
	{"effectivewebviewdomain", "mpwebviewdomain thirdwebviewdomain directwebviewdomain"},
	{"publishedwxaserverdomain", "testingwxaserverdomain"},
	{"publishedwxajumph5domain", "testingwxajumph5domain"},
}

// holder says how sure it is that an object under a key holds bare boxes.
type holder uint8

const (
	notHolder   holder = iota
	maybeHolder        // if the file is a project file and the values look like domains
	sureHolder         // in any file
)

// holderOf says it of a folded key.
func holderOf(name string) holder {
	switch name {
	case "serverdomain":
		return sureHolder
	case "domain", "domainlist", "allowlist", "whitelist", "domainallowlist", "domainwhitelist":
		return maybeHolder
	}
	return notHolder
}

// skipped are keys, folded, below which nothing is declared.
var skipped = []string{
	"networktimeout", // numbers by category (app.json, manifest.json)
	"condition",      // entries for debugging (project.config.json)
	"devserver",      // of H5 (manifest.json)

	// mini programs of other platforms (manifest.json)
	"mpbaidu", "mptoutiao", "mplark", "mpqq", "mpkuaishou", "mpharmony", "mpjd", "mpxh",
}

// noMiniProgram are the parts of a uni-app manifest for other targets.
// https://uniapp.dcloud.net.cn/collocation/manifest.html
var noMiniProgram = []string{"h5", "web", "appplu", "appharmony", "quickapp"}

// platformOf returns the platform whose lists a folded key says to stand below
// it, "" for any other key: parts of a uni-app manifest, and what people write in
// a file of their own.
func platformOf(name string) platform.ID {
	switch name {
	case "mpweixin", "weixin", "wechat":
		return platform.WeChat
	case "mpalipay", "alipay":
		return platform.Alipay
	}
	return ""
}
