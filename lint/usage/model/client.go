package model

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
)

// Client is a package whose instances send requests.
type Client struct {
	Package string // what the name of the package begins with
	Source  string
}

// clients are looked through in turn.
var clients = []Client{
	{"axios", "https://axios-http.com/docs/instance"},
	{"flyio", "https://www.npmjs.com/package/flyio"},
	{"luch-request", "https://www.quanzhan.co/luch-request/"},
	{"uni-ajax", "https://uniajax.ponjs.com/"},
	{"@escook/request-miniprogram", "https://www.npmjs.com/package/@escook/request-miniprogram"},
	{"miniprogram-network", "https://www.npmjs.com/package/miniprogram-network"},
	{"wx-axios", "https://www.npmjs.com/package/wx-axios"},
	{"taro-axios", "https://www.npmjs.com/package/taro-axios"},
	{"alova", "https://www.npmjs.com/package/alova"},
	{"umi-request", "https://www.npmjs.com/package/umi-request"},
	{"wechat-request", "https://www.npmjs.com/package/wechat-request"},
	{"mp-fetch", "https://www.npmjs.com/package/mp-fetch"},
	{"@mpxjs/fetch", "https://mpxjs.cn/api/extend.html#mpx-fetch"},
	{"mina-request", "https://www.npmjs.com/package/mina-request"},
	{"weapp-request", "https://www.npmjs.com/package/weapp-request"},
	{"uview-ui", "https://v1.uviewui.com/js/http.html"},
	{"uview-plus", "https://uview-plus.jiangruyi.com/js/http.html"},
	{"wefetch", "https://www.npmjs.com/package/wefetch"},
	{"ofetch", "https://www.npmjs.com/package/ofetch"},
	{"ky", "https://www.npmjs.com/package/ky"},
}

// sendNothing are packages that contact nobody with what they are given.
var sendNothing = setOf(
	"vue", "react", "vuex", "pinia", "redux", "react-redux", "@reduxjs/toolkit", "mobx", "mobx-react", "mobx-miniprogram", "zustand", "vue-i18n", "i18next", "lodash", "underscore", "ramda", "dayjs", "moment",
	"qs", "query-string", "url", "path", "crypto-js", "js-base64", "classnames", "immer", "weapp-qrcode", "weapp-qrcode-canvas-2d", "qrcode", "qrcode-generator", "uqrcodejs", "marked",
	"mitt", "tiny-emitter", "eventemitter3", "events", "@mpxjs/pinia", "@faker-js/faker",
)

// InertLibrary stands for any library in the sources that contacts nobody by itself: it may
// hand what it is given to a function that it is given, too.
const InertLibrary = "inert library"

// SendsNothing reports whether a package contacts nobody with what it is given,
// but for the loader that it has a row for.
func SendsNothing(pkg string) bool {
	return sendNothing[pkg] || slices.ContainsFunc(loaders, func(l Loader) bool { return l.Alone && strings.HasPrefix(pkg, l.Package) })
}

// Namespaces are hosts whose addresses are names that nothing contacts.
var Namespaces = setOf("www.w3.org", "schema.org", "json-schema.org", "schemas.xmlsoap.org", "purl.org", "ns.adobe.com")

// IsClient reports whether the instances of a package send requests.
func IsClient(pkg string) bool {
	for i := range clients {
		if strings.HasPrefix(pkg, clients[i].Package) {
			return true
		}
	}
	return false
}

// Verbs are the methods of such clients.
var Verbs = map[string]platform.Category{
	"get": platform.Request, "post": platform.Request, "put": platform.Request, "delete": platform.Request, "patch": platform.Request,
	"head": platform.Request, "options": platform.Request, "request": platform.Request, "fetch": platform.Request, "all": platform.Request,
	"upload": platform.Upload, "uploadFile": platform.Upload, "download": platform.Download, "downloadFile": platform.Download,
}

// BaseOptions are the options in which request libraries take the base URL.
var BaseOptions = []string{"baseURL", "baseUrl", "base_url", "BaseURL", "baseurl", "prefixUrl"}

// OptionGroups hold the options of a client, and can be assigned whole
// (https://github.com/wendux/fly, https://axios-http.com/docs/config_defaults).
var OptionGroups = []string{"config", "defaults"}

// CallBases are the options in which a single call takes a base URL.
var CallBases = []string{"baseURL", "baseUrl"}

// Loader is a function of a package that fetches what one of its options names.
type Loader struct {
	Package  string // what the name of the package begins with
	Method   string
	Option   string
	Category platform.Category
	Source   string
	// Alone: nothing else in the package contacts what it is given.
	Alone bool
}

const apolloLink = "https://www.apollographql.com/docs/react/api/link/apollo-link-http"

var loaders = []Loader{
	{"lottie-", "loadAnimation", "path", platform.Request, "https://github.com/wechat-miniprogram/lottie-miniprogram", true},
	{"@apollo/client", "createHttpLink", "uri", platform.Request, apolloLink, false},
	{"@apollo/client", "HttpLink", "uri", platform.Request, apolloLink, false},
	{"@apollo/client", "ApolloClient", "uri", platform.Request, "https://www.apollographql.com/docs/react/api/core/ApolloClient", false},
	{"apollo-link-http", "createHttpLink", "uri", platform.Request, apolloLink, false},
	{"apollo-link-http", "HttpLink", "uri", platform.Request, apolloLink, false},
}

// LoaderOf returns the loader that a method of a package is, or nil.
func LoaderOf(pkg, method string) *Loader {
	for i := range loaders {
		if l := &loaders[i]; l.Method == method && strings.HasPrefix(pkg, l.Package) {
			return l
		}
	}
	return nil
}

// IsLoader reports whether a method of some package is a loader.
func IsLoader(method string) bool {
	return slices.ContainsFunc(loaders, func(l Loader) bool { return l.Method == method })
}

// Wrappers are the names under which wrappers offer the platform's own APIs.
var Wrappers = map[string]platform.Category{
	"request": platform.Request, "httpRequest": platform.Request, "uploadFile": platform.Upload, "downloadFile": platform.Download, "connectSocket": platform.Socket,
}

// Configurers are the methods below an object of the platform that configure a
// client (https://v1.uviewui.com/js/http.html: uni.$u.http.setConfig).
var Configurers = setOf("setConfig", "create")

// RequestInterceptors ends the name of what is given functions that change the options of
// every request of a client, its AddressOption among them
// (https://axios-http.com/docs/interceptors, https://mpxjs.cn/guide/extend/fetch.html).
const (
	RequestInterceptors = "interceptors.request.use"
	AddressOption       = "url"
)

// Interceptors are the functions that put something in front of the calls of an API, with the
// function of an interceptor that changes the options
// (https://uniapp.dcloud.net.cn/api/interceptor.html,
// https://docs.taro.zone/docs/apis/network/request/addInterceptor; of WePY's app,
// https://wepyjs.github.io/wepy-docs/1.x/).
var Interceptors = map[string]string{"addInterceptor": "invoke", "intercept": "config"}

// InterceptorRemover takes interceptors away again (https://uniapp.dcloud.net.cn/api/interceptor.html).
const InterceptorRemover = "removeInterceptor"

// EngineRoots are the names under which the engines of games are given the server
// that they download from: DATA_CDN of Unity's loader
// (https://developers.weixin.qq.com/minigame/dev/guide/game-engine/unity-webgl-transform/Design/DataCDN.md),
// REMOTE_SERVER_ROOT of Cocos (https://github.com/cocos/cocos-docs/pull/701).
var EngineRoots = map[string]platform.Category{"DATA_CDN": platform.Download, "REMOTE_SERVER_ROOT": platform.Download}

// Uploader matches the upload components of user-interface libraries (uview's
// u-upload, nutui's nut-uploader and Uploader), which send to one of
// UploaderAttributes (https://nutui.jd.com/taro/react/2x/#/zh-CN/component/uploader).
var Uploader = Pattern{source: `(?i)(^|-)upload(er)?$`}

// ElementMakers are what compilers turn elements into: jsx(WebView, { src })
// (https://github.com/reactjs/rfcs/blob/createlement-rfc/text/0000-create-element-changes.md,
// https://react.dev/reference/react/createElement).
var ElementMakers = setOf("jsx", "jsxs", "jsxDEV", "createElement")

// SpreadAttributes are the attributes with addresses that an element can also get from an
// object: <WebView {...options}/>, <web-view v-bind="options"/>.
var SpreadAttributes = []string{"src", "poster", "url", "action"}

// UploaderAttributes are the attributes in which an uploader takes its address.
var UploaderAttributes = setOf("action", "url", "server-url")
