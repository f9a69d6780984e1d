package model

import "github.com/beianlint/beianlint/lint/platform"

const (
	cocosSource = "https://docs.cocos.com/creator/2.4/manual/zh/scripting/asset-bundle"
	egretSource = "https://egret-docs.pages.dev/loadConfig.html"
	egretDocs   = "https://github.com/egret-labs/egret-docs/blob/master/"
	layaSource  = "https://github.com/LayaCharley/LayaAir3Doc-EN/blob/LayaAir3.2/basics/common/Loader/readme.md"
	threeSource = "https://github.com/mrdoob/three.js/tree/master/src/loaders"
)

// layaKinds are what the fourth argument of Laya's loader says that is no file: text and
// data are requested, as MiniLoader does
// (https://github.com/layabox/LayaAir/blob/master/build/ts/libs/laya.wxmini.js).
var layaKinds = Kinds{Argument: 3, Of: map[string]platform.Category{
	"TEXT": platform.Request, "JSON": platform.Request, "XML": platform.Request, "BUFFER": platform.Request,
	"text": platform.Request, "json": platform.Request, "xml": platform.Request, "arraybuffer": platform.Request,
}}

// egretKinds are what the fourth argument of RES.getResByUrl says that is no picture
// (https://github.com/egret-labs/egret-docs/blob/master/extension/RES/typeResolver/README.md).
var egretKinds = Kinds{Argument: 3, Pictures: true, Of: map[string]platform.Category{
	"TYPE_TEXT": platform.Request, "TYPE_JSON": platform.Request, "TYPE_XML": platform.Request, "TYPE_BIN": platform.Request,
	"text": platform.Request, "json": platform.Request, "xml": platform.Request, "bin": platform.Request,
	"TYPE_IMAGE": platform.Media, "image": platform.Media, "TYPE_SOUND": platform.Media, "sound": platform.Media,
}}

// engineGroups are the loaders of the engines of games and scenes. A picture of a scene is
// one that a canvas makes.
var engineGroups = []knownGroup{
	{calls: []string{"cc.assetManager.loadBundle", "cc.assetManager.loadRemote"}, options: argument, category: platform.Download, source: cocosSource},
	{
		calls: []string{"cc.assetManager.init"}, options: []string{"server"}, category: platform.Download,
		source: "https://github.com/cocos-creator-packages/adapters",
	},
	{calls: []string{"RES.loadConfig"}, options: argument, category: platform.Request, source: egretSource},
	{calls: []string{"RES.loadConfig"}, at: 1, options: argument, category: platform.Download, source: egretSource},
	{calls: []string{"RES.getResByUrl"}, options: argument, category: platform.Request, kinds: egretKinds, source: egretDocs + "extension/RES/typeResolver/README.md"},
	{calls: []string{"egret.HttpRequest.open"}, options: argument, category: platform.Request, source: egretDocs + "Engine2D/net/loadText/README.md"},
	{calls: []string{"egret.URLRequest"}, options: argument, category: platform.Request, source: egretDocs + "extension/game/URLLoaderNetwork/README.md"},
	{
		calls: []string{"egret.URLRequest.url"}, options: argument, category: platform.Request, assigned: true,
		source: egretDocs + "extension/game/URLLoaderNetwork/README.md",
	},
	{
		calls: []string{"egret.WebSocket.connect", "egret.WebSocket.connectByUrl"}, options: argument, category: platform.Socket, host: true,
		source: egretDocs + "extension/WebSocket/WebSocket/README.md",
	},
	{calls: []string{"Laya.loader.load"}, options: []string{"", "url"}, category: platform.Download, kinds: layaKinds, source: layaSource},
	{
		calls: []string{"Laya.URL.basePath"}, options: argument, category: platform.Download, assigned: true,
		source: "https://blog.csdn.net/weixin_30468137/article/details/101924461",
	},
	{
		calls: []string{
			"FileLoader.load", "GLTFLoader.load", "OBJLoader.load", "FBXLoader.load", "FileLoader.loadAsync", "GLTFLoader.loadAsync", "OBJLoader.loadAsync",
			"FBXLoader.loadAsync",
		},
		options: argument, category: platform.Request, source: threeSource,
	},
	{
		calls:   []string{"TextureLoader.load", "TextureLoader.loadAsync", "ImageLoader.load", "ImageLoader.loadAsync"},
		options: argument, category: platform.Media, source: threeSource,
	},
}
