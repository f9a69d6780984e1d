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

// attributes are the categories of all attributes by tag and name.
var attributes = sync.OnceValue(func() map[[2]string]Category {
	categories := map[[2]string]Category{}
	add := func(rows []Attribute) {
		for _, row := range rows {
			categories[[2]string{row.Tag, row.Name}] = row.Category
		}
	}
	add(frameworkMarkup)
	for _, p := range all {
		add(p.Markup)
	}
	return categories
})

// MarkupCategory returns the category of the host in an attribute of a tag,
// both as written: kebab-case, or the PascalCase of JSX, in any case. False
// when the attribute is not known to hold a URL.
func MarkupCategory(tag, name string) (Category, bool) {
	tag, name = plainName(tag), plainName(name)
	if c, ok := attributes()[[2]string{tag, name}]; ok {
		return c, true
	}
	c, ok := attributes()[[2]string{"", name}]
	return c, ok
}

// plainName makes web-view, WebView and WEB-VIEW one name.
func plainName(s string) string {
	return strings.ToLower(strings.ReplaceAll(s, "-", ""))
}
