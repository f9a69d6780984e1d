package platform

import "strings"

// markupRow is an attribute of a component that contacts a host.
type markupRow struct {
	tag, attr string // lower case, without hyphens
	category  Category
	source    string
}

// The component references of the two platforms and of HTML in frameworks.
const (
	wxComponents  = "https://developers.weixin.qq.com/miniprogram/dev/component/"
	uniComponents = "https://uniapp.dcloud.net.cn/component/"
)

var markupRows = [...]markupRow{
	{"webview", "src", WebView, wxWebView},
	{"image", "src", Media, wxComponents + "image.html"},
	{"img", "src", Media, uniComponents + " (HTML in vue templates)"},
	{"coverimage", "src", Media, wxComponents + "cover-image.html"},
	{"coverimage", "iconpath", Media, wxComponents + "cover-image.html"},
	{"video", "src", Media, wxComponents + "video.html"},
	{"video", "poster", Media, wxComponents + "video.html"},
	{"audio", "src", Media, wxComponents + "audio.html"},
	{"audio", "poster", Media, wxComponents + "audio.html"},
	{"source", "src", Media, uniComponents + " (HTML in vue templates)"},
	{"liveplayer", "src", Media, wxComponents + "live-player.html"},
	{"livepusher", "url", Media, wxComponents + "live-pusher.html"},
	{"livepusher", "waitingimage", Media, wxComponents + "live-pusher.html"},
	{"lottie", "path", Media, aliDocs},
	{"lottie", "placeholder", Media, aliDocs},
}

// anyTag are attributes that hold a picture on whatever component has them.
var anyTag = [...]markupRow{
	{"", "backgroundimage", Media, uniComponents},
}

// MarkupCategory returns the category of the host in an attribute of a tag,
// both as written: kebab-case, or the PascalCase of JSX, in any case. False
// when the attribute is not known to hold a URL.
func MarkupCategory(tag, attr string) (Category, bool) {
	tag, attr = plainName(tag), plainName(attr)
	for _, row := range markupRows {
		if row.tag == tag && row.attr == attr {
			return row.category, true
		}
	}
	for _, row := range anyTag {
		if row.attr == attr {
			return row.category, true
		}
	}
	return "", false
}

// plainName makes web-view, WebView and WEB-VIEW one name.
func plainName(s string) string {
	return strings.ToLower(strings.ReplaceAll(s, "-", ""))
}
