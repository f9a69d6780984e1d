package platform

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
)

func TestAll(t *testing.T) {
	var ids []ID
	for _, p := range All() {
		ids = append(ids, p.ID)
		if ByID(p.ID) != p {
			t.Errorf("ByID(%q) is another platform", p.ID)
		}
	}
	if diff := cmp.Diff([]ID{WeChat, Alipay, "douyin", "baidu", "qq", "kuaishou", "jd", "xiaohongshu", "feishu", "dingtalk"}, ids); diff != "" {
		t.Error(diff)
	}
	if ByID("") != nil || ByID("nothing") != nil {
		t.Error("ByID knows a platform that there is not")
	}
}

// The limits and schemes of the platforms' documentation, as read in 2026.
func TestBoxes(t *testing.T) {
	type row struct {
		Title   string
		Schemes []string
		Port    PortRule
		Max     int
	}
	got := map[ID]map[Category]row{}
	for _, p := range All() {
		got[p.ID] = map[Category]row{}
		for _, c := range []Category{Request, Socket, Upload, Download, UDP, TCP, WebView, Prefetch, Media, Unknown} {
			if b := p.Box(c); b != nil {
				got[p.ID][c] = row{b.Title.ZH, b.Schemes, b.Port, b.Max}
			}
		}
	}
	want := map[ID]map[Category]row{
		WeChat: {
			Request:  {"request合法域名", []string{"https"}, PortExact, 200},
			Socket:   {"socket合法域名", []string{"wss"}, PortAny, 200},
			Upload:   {"uploadFile合法域名", []string{"https"}, PortExact, 200},
			Download: {"downloadFile合法域名", []string{"https"}, PortExact, 200},
			UDP:      {"udp合法域名", []string{"udp"}, PortUnknown, 200},
			TCP:      {"tcp合法域名", []string{"tcp"}, PortUnknown, 200},
			WebView:  {"业务域名", []string{"https"}, PortNone, 300},
			Prefetch: {"DNS预解析域名", nil, PortIgnored, 5},
		},
		Alipay: {
			Request: {"服务器域名白名单", []string{"https"}, PortIgnored, 0},
			Upload:  {"服务器域名白名单", []string{"https"}, PortIgnored, 0},
			WebView: {"H5域名配置", []string{"https"}, PortNone, 0},
		},
		"douyin": {
			Request:  {"request 域名", []string{"https"}, PortExact, 0},
			Socket:   {"socket 域名", []string{"wss"}, PortExact, 0},
			Upload:   {"upload 域名", []string{"https"}, PortExact, 0},
			Download: {"download 域名", []string{"https"}, PortExact, 0},
			WebView:  {"webview 域名", nil, PortExact, 0},
		},
		"baidu": {
			Request:  {"request合法域名", []string{"https"}, PortAny, 20},
			Socket:   {"socket合法域名", []string{"wss"}, PortAny, 20},
			Upload:   {"uploadFile合法域名", []string{"https"}, PortAny, 20},
			Download: {"downloadFile合法域名", []string{"https"}, PortAny, 20},
			WebView:  {"业务域名", []string{"https"}, PortAny, 0},
		},
		"qq": {
			Request:  {"request合法域名", []string{"https"}, PortExact, 20},
			Socket:   {"socket合法域名", []string{"wss"}, PortExact, 20},
			Upload:   {"uploadFile合法域名", []string{"https"}, PortExact, 20},
			Download: {"downloadFile合法域名", []string{"https"}, PortExact, 20},
		},
		"kuaishou": {
			Request: {Title: "request 域名"}, Socket: {Title: "socket 域名"}, Upload: {Title: "uploadFile 域名"},
			Download: {Title: "downloadFile 域名"}, UDP: {Title: "udp 域名"}, WebView: {Title: "业务域名"},
		},
		"jd":          {},
		"xiaohongshu": {WebView: {Title: "业务域名"}},
		"feishu":      {WebView: {Title: "Web-view 可信域名", Schemes: []string{"https"}}},
		"dingtalk":    {Request: {Title: "HTTP安全域名"}, Upload: {Title: "HTTP安全域名"}, WebView: {Title: "Webview安全域名"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestBoxCharacters(t *testing.T) {
	for _, p := range []*Platform{&wechat, &alipay} { // of the others it is not established
		for _, b := range p.Boxes {
			if server := b.Category != WebView; b.Underscore != server || b.IDN != server {
				t.Errorf("%s %s: underscore %v, IDN %v", p.ID, b.Category, b.Underscore, b.IDN)
			}
		}
	}
	for rule, want := range map[PortRule]bool{PortUnknown: true, PortExact: true, PortAny: false, PortNone: false, PortIgnored: false} {
		if rule.Allowed() != want {
			t.Errorf("PortRule(%d).Allowed() = %v", rule, !want)
		}
	}
}

func TestAPI(t *testing.T) {
	for _, c := range []struct {
		platform ID
		name     string
		category Category
		property string
	}{
		{WeChat, "request", Request, "url"},
		{WeChat, "uploadFile", Upload, "url"},
		{WeChat, "downloadFile", Download, "url"},
		{WeChat, "connectSocket", Socket, "url"},
		{WeChat, "createTCPSocket.connect", TCP, "address"},
		{WeChat, "createUDPSocket.send", UDP, "address"},
		{WeChat, "createUDPSocket.connect", UDP, "address"},
		{WeChat, "getImageInfo", Download, "src"},
		{WeChat, "loadFontFace", Media, "source"},
		{WeChat, "previewImage", Media, "urls[]"},
		{WeChat, "previewMedia", Media, "sources[].url"},
		{WeChat, "createInnerAudioContext", Media, "src"},
		{WeChat, "httpRequest", "", ""},
		{WeChat, "navigateTo", "", ""},
		{WeChat, "cloud.callFunction", "", ""},
		{Alipay, "request", Request, "url"},
		{Alipay, "httpRequest", Request, "url"},
		{Alipay, "uploadFile", Upload, "url"},
		{Alipay, "downloadFile", Download, "url"},
		{Alipay, "connectSocket", Socket, "url"},
		{Alipay, "getImageInfo", Media, "src"},
	} {
		a, ok := ByID(c.platform).API(c.name)
		if a.Category != c.category || a.Property != c.property || ok != (c.category != "") {
			t.Errorf("%s %s: %+v, %v", c.platform, c.name, a, ok)
		}
	}
}

func TestForbidden(t *testing.T) {
	for _, c := range []struct {
		platform    ID
		host        string
		always, web bool
	}{
		{WeChat, "api.weixin.qq.com", true, true},
		{WeChat, "sh.api.weixin.qq.com", true, true},
		{WeChat, "notapi.weixin.qq.com", false, false},
		{WeChat, "weixin.qq.com", false, false},
		{WeChat, "www.taobao.com", false, false},
		{Alipay, "api.weixin.qq.com", false, false},
		{Alipay, "www.taobao.com", false, true},
		{Alipay, "detail.tmall.com", false, true},
		{Alipay, "render.alipay.com", false, true},
		{Alipay, "example.com", false, false},
	} {
		p := ByID(c.platform)
		if got := p.Forbids(c.host) != nil; got != c.always {
			t.Errorf("%s: forbids %s: %v", c.platform, c.host, got)
		}
		if got := p.ForbidsIn(WebView, c.host) != nil; got != c.web {
			t.Errorf("%s: forbids %s in a web-view: %v", c.platform, c.host, got)
		}
	}
}

func TestIsOpen(t *testing.T) {
	for _, c := range []struct {
		platform ID
		url      string
		category Category
		want     bool
	}{
		{WeChat, "https://mp.weixin.qq.com/s/abc", WebView, true},
		{WeChat, "https://mp.weixin.qq.com/s/abc", Request, false},
		{WeChat, "https://render.alipay.com/p/x", WebView, false},
		{Alipay, "https://render.alipay.com/p/x", WebView, true},
		{Alipay, "https://render.alipay.com/q", WebView, false},
	} {
		if got := ByID(c.platform).IsOpen(parse(t, c.url), c.category); got != c.want {
			t.Errorf("%s IsOpen(%s, %s) = %v", c.platform, c.url, c.category, got)
		}
	}
}

// Every row has its source and both languages, and rows do not repeat.
func TestRows(t *testing.T) {
	for _, p := range All() {
		seen := map[string]bool{}
		once := func(key, source string, texts ...message.Text) {
			t.Helper()
			if seen[key] || source == "" {
				t.Errorf("%s %s: twice, or without a source", p.ID, key)
			}
			seen[key] = true
			for _, text := range texts {
				checkText(t, key, text)
			}
		}
		once("name", "-", p.Name)
		for _, b := range p.Boxes {
			once("box "+string(b.Category), b.Source, b.Title)
		}
		for _, a := range p.APIs {
			once("api "+a.Name, a.Source)
		}
		for _, f := range p.Forbidden {
			once("forbidden "+f.Host, f.Source, f.Reason)
			checkHost(t, f.Host)
		}
		for _, o := range p.Open {
			once("open "+o.Host, o.Source)
			checkHost(t, o.Host)
		}
	}
}

func checkText(t *testing.T, key string, text message.Text) {
	t.Helper()
	if text.EN == "" || text.ZH == "" {
		t.Errorf("%s: a language is missing: %+v", key, text)
	}
}

func checkHost(t *testing.T, host string) {
	t.Helper()
	if e := parse(t, host); e.Host != host {
		t.Errorf("%q is not canonical: %q", host, e.Host)
	}
}

func parse(t *testing.T, s string) endpoint.Endpoint {
	t.Helper()
	e, err := endpoint.Parse(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return e
}
