package platform

import (
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
)

// The pages that QQ's rows are from.
const (
	qqNetwork = "https://q.qq.com/wiki (basic_network)"
	qqDomain  = "https://sp.q.qq.com/wiki/mini_programs (modify_domain)"
)

var qq = Platform{
	ID:     "qq",
	Name:   message.Text{EN: "QQ", ZH: "QQ"},
	Degree: Judged,
	Global: "qq",
	// https://www.npmjs.com/package/@dcloudio/uni-mp-qq; Taro writes WeChat's .wxs.
	Files: Files{Markup: ".qml", Style: ".qss", Script: ".qs", ScriptTag: "qs", InlineScript: true},
	Names: Names{Condition: "MP-QQ", Manifest: "mp-qq", Taro: "qq", Mpx: "qq", Variants: []string{".qq.ts", ".qq.js"}, Folders: []string{"qq"}},
	Project: Project{
		Files: append([]string{"project.qq.json"}, sharedProject...), Owns: isQQ,
		AppID: "qqappid", Packed: packedKey, Sources: sourceKeys, Plugin: pluginKey, Servers: serverKeys,
	},
	Boxes: []Box{ // whether there is a list for web-views is not established
		qqBox(Request, "request", "https"),
		qqBox(Socket, "socket", "wss"),
		qqBox(Upload, "uploadFile", "https"),
		qqBox(Download, "downloadFile", "https"),
	},
	Separator: ";",
	Lists: Lists{
		Bodies:    qqBodies,
		ErrorCode: "errcode",
		// https://uniapp.dcloud.net.cn/collocation/manifest.html#mp-qq
		Switches: []Switch{
			{File: "project.qq.json", Path: "setting.urlCheck"},
			{File: "project.config.json", Path: "setting.urlCheck"},
			{File: "manifest.json", Path: "mp-qq.setting.urlCheck"},
		},
	},
	APIs: []API{
		{Name: "request", Category: Request, Property: "url", Source: qqNetwork},
		{Name: "uploadFile", Category: Upload, Property: "url", Source: qqNetwork},
		{Name: "downloadFile", Category: Download, Property: "url", Source: qqNetwork},
		{Name: "connectSocket", Category: Socket, Property: "url", Source: qqNetwork},
		{Name: "getImageInfo", Category: Media, Property: "src", Source: uniMedia + "image.html"},
		{Name: "previewImage", Category: Media, Property: "urls[]", Source: uniMedia + "image.html"},
		{Name: "createInnerAudioContext", Category: Media, Property: "src", Assigned: true, Source: uniMedia + "audio-context.html"},
		{Name: "getBackgroundAudioManager", Category: Media, Property: "src", Assigned: true, Source: uniMedia + "background-audio-manager.html"},
	},
	Forbidden: []Forbidden{{
		Host: "api.q.qq.com",
		Reason: message.Text{
			EN: "calls to it need the AppSecret, which may not leave your server",
			ZH: "调用它需要 AppSecret，而 AppSecret 不能离开自己的服务器",
		},
		Source: qqNetwork,
	}},
}

// isQQ reports whether a project file has the keys that QQ's tools have in the place
// of WeChat's appid and libVersion.
func isQQ(project jsonc.Node) bool {
	return project.Get("qqappid").Exists() || project.Get("qqLibVersion").Exists()
}

func qqBox(c Category, name, scheme string) Box {
	return Box{
		Category: c, Title: console(name, name+"合法域名"), Schemes: []string{scheme},
		Port: PortExact, Max: 20, Underscore: true, IDN: true, Source: qqNetwork,
	}
}

// qqBodies has WeChat's names (qqDomain).
func qqBodies(lists func(Category) []string) any {
	return struct {
		ModifyDomain modifyDomain `json:"modify_domain"`
	}{modifyDomain{
		Action: "set", Request: lists(Request), Socket: lists(Socket), Upload: lists(Upload), Download: lists(Download),
	}}
}
