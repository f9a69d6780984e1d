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
	category platform.Category
	platform platform.ID // whose list it is; "" for the main platform of the mini program
	pool     bool
	single   bool // a lone string is the body of a call that adds it, not the whole list
}

// boxes are the keys, folded, that name a list wherever they stand. The source
// of each is the row of section 2 of the platform facts, or a convention.
var boxes = map[string]box{
	// modify_domain, modify_domain_directly, get_effective_domain, getwxadevinfo
	// https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/domain-management/
	// authorizer_info.MiniProgramInfo.network and the developer tools' Network have the same in PascalCase.
	"requestdomain":   {category: platform.Request},
	"wsrequestdomain": {category: platform.Socket},
	"uploaddomain":    {category: platform.Upload},
	"downloaddomain":  {category: platform.Download},
	"udpdomain":       {category: platform.UDP},
	"tcpdomain":       {category: platform.TCP},

	// convention: the name of the API or of the console's box
	"socketdomain":       {category: platform.Socket},
	"uploadfiledomain":   {category: platform.Upload},
	"downloadfiledomain": {category: platform.Download},
	"businessdomain":     {category: platform.WebView},
	"jumpdomain":         {category: platform.WebView},

	// setwebviewdomain, getwxadevinfo, get_effective_webviewdomain
	"webviewdomain":          {category: platform.WebView},
	"bizdomain":              {category: platform.WebView},
	"effectivewebviewdomain": {category: platform.WebView},
	"mpwebviewdomain":        {category: platform.WebView},
	"thirdwebviewdomain":     {category: platform.WebView},
	"directwebviewdomain":    {category: platform.WebView},

	// modify_wxa_server_domain, modify_wxa_jump_domain: the pool of a third-party platform
	// https://developers.weixin.qq.com/doc/oplatform/openApi/thirdparty-management/domain-mgnt/
	"wxaserverdomain":          {category: platform.Request, platform: platform.WeChat, pool: true},
	"publishedwxaserverdomain": {category: platform.Request, platform: platform.WeChat, pool: true},
	"testingwxaserverdomain":   {category: platform.Request, platform: platform.WeChat, pool: true},
	"wxajumph5domain":          {category: platform.WebView, platform: platform.WeChat, pool: true},
	"publishedwxajumph5domain": {category: platform.WebView, platform: platform.WeChat, pool: true},
	"testingwxajumph5domain":   {category: platform.WebView, platform: platform.WeChat, pool: true},

	// set_prefetchdnsdomain, get_prefetchdnsdomain
	"prefetchdnsdomain": {category: platform.Prefetch},

	// alipay.open.mini.safedomain.create, alipay.open.mini.baseinfo.query
	"safedomain": {category: platform.Request, platform: platform.Alipay, single: true},
}

// bareBoxes are the keys of Douyin's modify_server_domain and
// modify_webview_domain, and of beianlint's own config. They name a list only
// where the object around them is one for certain.
var bareBoxes = map[string]box{
	"request":      {category: platform.Request},
	"socket":       {category: platform.Socket},
	"upload":       {category: platform.Upload},
	"uploadfile":   {category: platform.Upload},
	"download":     {category: platform.Download},
	"downloadfile": {category: platform.Download},
	"udp":          {category: platform.UDP},
	"tcp":          {category: platform.TCP},
	"webview":      {category: platform.WebView},
	"prefetch":     {category: platform.Prefetch},
}

// boxOf returns the box of a folded key where bare keys count.
func boxOf(name string) (box, bool) {
	if b, ok := boxes[name]; ok {
		return b, true
	}
	b, ok := bareBoxes[name]
	return b, ok
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

var holders = map[string]holder{
	"serverdomain":    sureHolder,
	"domain":          maybeHolder,
	"domainlist":      maybeHolder,
	"allowlist":       maybeHolder,
	"whitelist":       maybeHolder,
	"domainallowlist": maybeHolder,
	"domainwhitelist": maybeHolder,
}

// skipped are keys, folded, below which nothing is declared.
var skipped = map[string]bool{
	"networktimeout": true, // numbers by category (app.json, manifest.json)
	"condition":      true, // entries for debugging (project.config.json)
	"devserver":      true, // of H5 (manifest.json)

	// mini programs of other platforms (manifest.json)
	"mpbaidu": true, "mptoutiao": true, "mplark": true, "mpqq": true,
	"mpkuaishou": true, "mpharmony": true, "mpjd": true, "mpxh": true,
}

// noMiniProgram are the parts of a uni-app manifest for other targets.
// https://uniapp.dcloud.net.cn/collocation/manifest.html
var noMiniProgram = map[string]bool{"h5": true, "web": true, "appplu": true, "appharmony": true, "quickapp": true}

// platformKeys, folded, say whose lists stand below: parts of a uni-app
// manifest, and what people write in a file of their own.
var platformKeys = map[string]platform.ID{
	"mpweixin": platform.WeChat,
	"weixin":   platform.WeChat,
	"wechat":   platform.WeChat,
	"mpalipay": platform.Alipay,
	"alipay":   platform.Alipay,
}
