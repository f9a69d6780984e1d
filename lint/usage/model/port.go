package model

import "github.com/beianlint/beianlint/lint/platform"

// SocketSchemes are the schemes under which clients that were ported to mini
// programs take the address of a socket, to the scheme that is meant
// (https://www.npmjs.com/package/mqtt: WeChat and Ali Mini Program).
var SocketSchemes = map[string]string{"wxs": "wss", "wx": "ws", "alis": "wss", "ali": "ws"}

// CallByName are the objects whose method call calls the API that its first
// argument names, to the platform's object
// (https://docs.antom.com/ac/integration-guide/ios_use_custom_jsapi,
// https://docs.antom.com/ac/3rdpartryqrcode/standard_4).
var CallByName = map[string]string{"my": "my", "AlipayJSBridge": "my"}

// CallerByName is the method of CallByName.
const CallerByName = "call"

// WebRequest is a function or a method of a class of the web that a plugin of the
// build gives to a mini program.
type WebRequest struct {
	Plugin   string // as the build's configuration names it
	Class    string // "" for a function
	Name     string
	Argument int // which one is the address
	Category platform.Category
	Source   string
}

// WebRequests are looked through in turn.
var WebRequests = []WebRequest{
	{"@tarojs/plugin-http", "", "fetch", 0, platform.Request, "https://docs.taro.zone/docs/request"},
	{"@tarojs/plugin-http", "XMLHttpRequest", "open", 1, platform.Request, "https://docs.taro.zone/docs/request"},
}
