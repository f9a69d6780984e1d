package model

// Navigations are the APIs that open a page; a web-view's URL travels in the
// query of its path
// (https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html).
var Navigations = setOf("navigateTo", "redirectTo", "reLaunch", "switchTab", "navigateToPage")

// Openers are the methods of WePY's pages that open one, with an address and an object with
// its query (https://wepyjs.github.io/wepy-docs/1.x/), and the one of uView
// (https://v1.uviewui.com/js/route.html).
var Openers = setOf("$navigate", "$redirect", "$switch", "route")

// RouterMethods are the methods of routers for mini programs that open a page, as an object
// says that has its path under a name of RoutePaths and its query under one for which
// IsQuery is true
// (https://hhyang.cn/v2/start/cross/codeRoute.html, https://moonofweisheng.github.io/uni-mini-router/).
var (
	RouterMethods = setOf("push", "replace", "replaceAll", "navigateTo", "redirectTo", "reLaunch", "route")
	RoutePaths    = setOf("path", "url")
)

// Sharers return the card that people share, whose SharedPath opens a page and whose
// SharedPicture can be one of the network
// (https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html#onShareAppMessage-Object-object,
// https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/en/miniapp/component/onShareAppMessage.html,
// https://docs.taro.zone/docs/hooks#useshareappmessage,
// https://uniapp.dcloud.net.cn/api/plugins/share.html#onshareappmessage).
var Sharers = setOf("onShareAppMessage", "useShareAppMessage")

// IsTimelineSharer reports whether a function returns the query with which the page
// itself is opened
// (https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html#onShareTimeline).
func IsTimelineSharer(name string) bool {
	return name == "onShareTimeline" || name == "useShareTimeline"
}

// SharedPath, SharedPicture and SharedQuery are explained with Sharers and
// IsTimelineSharer.
const (
	SharedPath    = "path"
	SharedPicture = "imageUrl"
	SharedQuery   = "query"
)

// PageOptions is the member of a page with the query that it was opened with
// (https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html).
const PageOptions = "options"

// HasQuery reports whether a member of a page is its query, or holds it under a name for
// which IsQuery is true (https://docs.taro.zone/docs/2.x/router).
func HasQuery(name string) bool {
	switch name {
	case PageOptions, "$router", "$route", "$mp":
		return true
	}
	return false
}

// IsQuery is explained with HasQuery.
func IsQuery(name string) bool { return name == "params" || name == "query" }

// LocalFile are APIs that mostly get a file of the phone: that a host is not
// known there says nothing.
var LocalFile = setOf("getImageInfo")

// PlayerSources are the properties of players that are assigned an address
// (https://developers.weixin.qq.com/miniprogram/dev/api/media/background-audio/BackgroundAudioManager.html).
var PlayerSources = []string{"src", "coverImgUrl"}

// EntryNames are the files that a mini program starts from, without extension.
var EntryNames = []string{"app", "main", "App", "game", "app.config", "custom-tab-bar/index", PluginEntry}

// PluginEntry is also a name for the folder of a plugin, which is a mini program of its
// own.
const PluginEntry = "plugin"

// EntryUnits and EntryFolders are what the platform runs where app.json has a key
// (https://developers.weixin.qq.com/miniprogram/dev/framework/ability/functional-pages.html,
// https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/skyline/appbar.html,
// https://opendocs.alipay.com/mini/framework/custom-tabbar): a component, or all files
// of a folder. WorkersKey names the folder of its workers itself.
var (
	EntryUnits   = map[string]string{"appBar": "app-bar/index", "customize": "customize-tab-bar/index"}
	EntryFolders = map[string]string{"functionalPages": "functional-pages"}
)

// WorkersKey is explained with EntryFolders.
const WorkersKey = "workers"

// ComponentLists are the keys of a page's JSON that name components; ComponentList is that
// of those which its markup has, PlaceholderList that of the tags which stand for these until
// they are loaded, GenericList that of tags that stand for what the users of the component
// say in attributes that begin with GenericAttribute
// (https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/,
// https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/generics.html).
var ComponentLists = setOf(ComponentList, GenericList, "publicComponents", PlaceholderList)

// These are explained with ComponentLists.
const (
	ComponentList    = "usingComponents"
	PlaceholderList  = "componentPlaceholder"
	GenericList      = "componentGenerics"
	GenericAttribute = "generic:"
)

// Includes are the tags of markup that name other markup in src, on every platform
// (https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/import.html).
var Includes = setOf("import", "include", TemplateTag)

// TemplateTag is the tag of a template, and of its use with data
// (https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/template.html).
const TemplateTag = "template"
