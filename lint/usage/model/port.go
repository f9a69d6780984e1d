package model

import "github.com/beianlint/beianlint/lint/platform"

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
