package model

// Navigations are the APIs that open a page; a web-view's URL travels in the
// query of its path
// (https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html).
var Navigations = setOf("navigateTo", "redirectTo", "reLaunch", "switchTab", "navigateToPage")

// LocalFile are APIs that mostly get a file of the phone: that a host is not
// known there says nothing.
var LocalFile = setOf("getImageInfo")

// PlayerSources are the properties of players that are assigned an address
// (https://developers.weixin.qq.com/miniprogram/dev/api/media/background-audio/BackgroundAudioManager.html).
var PlayerSources = []string{"src", "coverImgUrl"}

// EntryNames are the files that a mini program starts from, without extension.
var EntryNames = []string{"app", "main", "App", "game", "app.config", "custom-tab-bar/index", "plugin"}

// ComponentLists are the keys of a page's JSON that name components
// (https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/).
var ComponentLists = setOf("usingComponents", "componentGenerics", "publicComponents", "componentPlaceholder")

// Includes are the tags of markup that name other markup in src, on every platform
// (https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/import.html).
var Includes = setOf("import", "include", "template")
