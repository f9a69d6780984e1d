package platform

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/endpoint"
)

func TestPrefixes(t *testing.T) {
	for prefix, want := range map[string][]ID{
		"wx": {WeChat}, "my": {Alipay}, "uni": ids(), "Taro": ids(), "mpx": ids(),
		"tt": {"douyin", "feishu"}, "dd": {"dingtalk"}, "axios": nil, "": nil,
	} {
		if diff := cmp.Diff(want, ByPrefix(prefix)); diff != "" {
			t.Errorf("ByPrefix(%q) (-want +got):\n%s", prefix, diff)
		}
	}
	known := map[string]bool{}
	for _, prefix := range APIPrefixes() {
		known[prefix] = true
	}
	for _, p := range All() {
		if !known[p.Global] {
			t.Errorf("%s: %q is not in APIPrefixes", p.ID, p.Global)
		}
	}
	APIPrefixes()[0] = "changed"
	if APIPrefixes()[0] != "wx" {
		t.Error("a caller can change the table")
	}
}

func TestMarkupCategory(t *testing.T) {
	for _, c := range []struct {
		tag, attr string
		want      Category
	}{
		{"web-view", "src", WebView},
		{"WebView", "src", WebView},
		{"WEB-VIEW", "SRC", WebView},
		{"image", "src", Media},
		{"Image", "src", Media},
		{"cover-image", "src", Media},
		{"CoverImage", "src", Media},
		{"video", "src", Media},
		{"video", "poster", Media},
		{"audio", "src", Media},
		{"live-player", "src", Media},
		{"LivePusher", "url", Media},
		{"view", "background-image", Media},
		{"wx-web-view", "src", WebView},
		{"wx-image", "src", Media},
		{"wx-web-views", "src", ""},
		{"navigator", "url", ""},
		{"web-view", "bindmessage", ""},
		{"import", "src", ""},
		{"wxs", "src", ""},
		{"van-image", "src", ""},
		{"", "", ""},
	} {
		if got, ok := MarkupCategory([]ID{WeChat}, c.tag, c.attr); got != c.want || ok != (c.want != "") {
			t.Errorf("MarkupCategory(%q, %q) = %q, %v", c.tag, c.attr, got, ok)
		}
	}
	rows := frameworkMarkup
	for _, p := range All() {
		rows = append(rows, p.Markup...)
	}
	for _, row := range rows {
		if row.Source == "" || plainName(row.Tag) != row.Tag || plainName(row.Name) != row.Name {
			t.Errorf("row %+v", row)
		}
	}
}

func TestVendorOf(t *testing.T) {
	for host, want := range map[string]string{
		"apis.map.qq.com":           "qq.com",
		"qq.com":                    "qq.com",
		"notqq.com":                 "",
		"b.cos.x.myqcloud.com":      "myqcloud.com",
		"restapi.amap.com":          "amap.com",
		"wx.qlogo.cn":               "qlogo.cn",
		"api.next.bspapp.com":       "bspapp.com",
		"example.com":               "",
		"":                          "",
		"203.0.113.1":               "",
		"ark.cn-beijing.volces.com": "volces.com",
	} {
		got := ""
		if v := VendorOf(host); v != nil {
			got = v.Domain
		}
		if got != want {
			t.Errorf("VendorOf(%q) has the domain %q, want %q", host, got, want)
		}
	}
	for _, v := range vendors {
		checkHost(t, v.Domain)
		checkText(t, v.Domain, v.Owner)
		if v.Source == "" {
			t.Errorf("%s: no source", v.Domain)
		}
	}
}

func TestSDKHosts(t *testing.T) {
	seen := map[string]bool{}
	for _, h := range SDKHosts() {
		checkHost(t, h.Host)
		checkText(t, h.Host, h.SDK)
		checkText(t, h.Host, h.Owner)
		if h.Source == "" || len(h.Categories) == 0 {
			t.Errorf("%s: incomplete row", h.Host)
		}
		for _, c := range h.Categories {
			if ByID(WeChat).Box(c) == nil {
				t.Errorf("%s: %s is no list", h.Host, c)
			}
			if key := h.Host + " " + string(c) + " " + h.SDK.EN; seen[key] {
				t.Errorf("%s: twice", key)
			} else {
				seen[key] = true
			}
		}
		if v := VendorOf(h.Host); v == nil || v.Owner != h.Owner {
			t.Errorf("%s: owner %q here, not among the vendors: %+v", h.Host, h.Owner.EN, v)
		}
		if h.Below && endpoint.SharedDomain(h.Host) != h.Host {
			t.Errorf("%s: customers have hosts below it, but it is no shared domain", h.Host)
		}
	}
	for _, key := range []string{
		"apis.map.qq.com request Tencent maps", "relaysvr-zb2.mcs.dingtalk.com socket Aliyun DingRTC", "umini.shujupie.com request Umeng+",
		"up-z2.qiniup.com upload Qiniu upload", "a1.easemob.com download Easemob IM",
	} {
		if !seen[key] {
			t.Errorf("%s is missing", key)
		}
	}
}

// The number that a vendor's row gives can be written into a list.
func TestVendorNumbers(t *testing.T) {
	for domain, want := range map[string]string{"apis.map.qq.com": "粤B2-20090059-5", "hmma.baidu.com": "京ICP证030173号-1", "restapi.amap.com": ""} {
		if v := VendorOf(domain); v == nil || v.Number != want {
			t.Errorf("%s: %+v, want %s", domain, v, want)
		}
	}
}

func ids() (ids []ID) {
	for _, p := range All() {
		ids = append(ids, p.ID)
	}
	return ids
}
