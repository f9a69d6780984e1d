package platform

import (
	"strings"
	"sync"
)

// Attribute is an attribute of a component that contacts a host. Names are lower
// case, without hyphens.
type Attribute struct {
	Tag, Name string // on whatever component has it if Tag is ""
	Category  Category
	Source    string
}

// The component references of WeChat, and of HTML in frameworks.
const (
	wxComponents  = "https://developers.weixin.qq.com/miniprogram/dev/component/"
	uniComponents = "https://uniapp.dcloud.net.cn/component/"
)

// kbonePrefix begins the names under which kbone has the platform's components beside
// those of HTML (https://wechat-miniprogram.github.io/kbone/docs/guide/advanced.html).
const kbonePrefix = "wx-"

// wechatMarkup are the components that the other platforms took over under the
// same names.
var wechatMarkup = []Attribute{
	{"webview", "src", WebView, wxWebView},
	{"image", "src", Media, wxComponents + "image.html"},
	{"coverimage", "src", Media, wxComponents + "cover-image.html"},
	{"coverimage", "iconpath", Media, wxComponents + "cover-image.html"},
	{"video", "src", Media, wxComponents + "video.html"},
	{"video", "poster", Media, wxComponents + "video.html"},
	{"audio", "src", Media, wxComponents + "audio.html"},
	{"audio", "poster", Media, wxComponents + "audio.html"},
	{"liveplayer", "src", Media, wxComponents + "live-player.html"},
	{"livepusher", "url", Media, wxComponents + "live-pusher.html"},
	{"livepusher", "waitingimage", Media, wxComponents + "live-pusher.html"},
}

// frameworkMarkup are attributes that frameworks know on every platform.
var frameworkMarkup = []Attribute{
	{"img", "src", Media, uniComponents + " (HTML in vue templates)"},
	{"source", "src", Media, uniComponents + " (HTML in vue templates)"},
	{"", "backgroundimage", Media, uniComponents},
}

// attributes are the categories of attributes by tag and name, for each platform; those
// of the frameworks are under "".
var attributes = sync.OnceValue(func() map[ID]map[[2]string]Category {
	categories := map[ID]map[[2]string]Category{}
	add := func(id ID, rows []Attribute) {
		categories[id] = map[[2]string]Category{}
		for _, row := range rows {
			categories[id][[2]string{row.Tag, row.Name}] = row.Category
		}
	}
	add("", frameworkMarkup)
	for _, p := range known {
		add(p.ID, p.Markup)
	}
	return categories
})

// inherited are the platforms whose components the others took over.
var inherited = sync.OnceValue(func() []ID {
	var ids []ID
	for _, p := range all {
		if p.Assumed {
			ids = append(ids, p.ID)
		}
	}
	return append(ids, "")
})

// MarkupCategory returns the category of the host in an attribute of a tag in the
// markup of a mini program for some platforms, both as written: kebab-case, or the
// PascalCase of JSX, in any case. False when the attribute is not known to hold a URL.
func MarkupCategory(platforms []ID, tag, name string) (Category, bool) {
	tag, name = plainName(strings.TrimPrefix(tag, kbonePrefix)), plainName(name)
	for _, key := range [][2]string{{tag, name}, {"", name}} {
		for _, ids := range [][]ID{platforms, inherited()} {
			for _, id := range ids {
				if c, ok := attributes()[id][key]; ok {
					return c, true
				}
			}
		}
	}
	return "", false
}

// plainName makes web-view, WebView and WEB-VIEW one name.
func plainName(s string) string {
	return strings.ToLower(strings.ReplaceAll(s, "-", ""))
}
