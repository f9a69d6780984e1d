package model

// Windows are names of a browser's global object, BrowserObjects what it has of the
// page that is shown, and WindowOpeners its methods that open another one
// (https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-window-object).
// The logic layer of a mini program has none of them
// (https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/env.html,
// https://opendocs.alipay.com/mini/framework/implementation-detail), so that
// nothing is sent through them. plus is what uni-app's apps for phones have in its place
// (https://uniapp.dcloud.net.cn/tutorial/use-html5plus.html).
var (
	Windows        = setOf("window", "self", "top", "parent")
	BrowserObjects = setOf(Location, "document", "history", "plus")
	WindowOpeners  = setOf("open")
)

// GlobalObject is the name of the global object wherever scripts run
// (https://tc39.es/ecma262/#sec-globalthis), and GlobalObjects are the names that it has in
// mini programs and games (https://developers.weixin.qq.com/minigame/dev/guide/runtime/env.html).
const GlobalObject = "globalThis"

// GlobalObjects is explained with GlobalObject.
var GlobalObjects = setOf(GlobalObject, "global", "GameGlobal")

// Requesters are what scripts of browsers contact hosts by: XMLHttpRequest
// (https://xhr.spec.whatwg.org/), fetch (https://fetch.spec.whatwg.org/), WebSocket
// (https://websockets.spec.whatwg.org/), EventSource
// (https://html.spec.whatwg.org/multipage/server-sent-events.html), sendBeacon
// (https://w3c.github.io/beacon/), importScripts
// (https://html.spec.whatwg.org/multipage/workers.html), and by libraries for it: ajax
// (https://api.jquery.com/jQuery.ajax/), axios (https://axios-http.com/).
var Requesters = setOf("XMLHttpRequest", "fetch", "WebSocket", "EventSource", "sendBeacon", "importScripts", "ajax", "axios")

// Location is the object that a browser goes to the page of.
const Location = "location"

// PageURL is the property of a location that has the address of the page.
const PageURL = "href"

// Builtins are the functions of the language, and the objects whose methods are
// named like what sends or keeps an address: Object.create
// (https://tc39.es/ecma262/#sec-global-object).
var Builtins = setOf(
	"Object", "Array", "JSON", "Promise", "Reflect", "Math", "Date", "String", "Number", "Boolean", "RegExp", "URL", "Symbol", "Proxy",
	"Map", "Set", "WeakMap", "WeakSet", "Error", "Function", "require", "parseInt", "parseFloat", "isNaN", "setTimeout", "setInterval",
	"decodeURIComponent", "decodeURI", "unescape", "atob",
)
