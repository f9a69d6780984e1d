package platform

import "testing"

func TestAccepts(t *testing.T) {
	for _, c := range []struct {
		platform       ID
		category       Category
		declared, used string
		want           bool
	}{
		{WeChat, Request, "https://api.example.com", "https://api.example.com/v1", true},
		{WeChat, Request, "https://api.example.com/", "https://API.example.com", true},
		{WeChat, Request, "api.example.com", "https://api.example.com", true}, // a list of the third-party platform
		{WeChat, Request, "https://api.example.com", "//api.example.com", true},
		{WeChat, Request, "https://api.example.com", "http://api.example.com", false},
		{WeChat, Request, "https://api.example.com", "wss://api.example.com", false},
		{WeChat, Request, "http://api.example.com", "http://api.example.com", false}, // no entry of this box
		{WeChat, Request, "wss://api.example.com", "https://api.example.com", false},
		{WeChat, Request, "https://api.example.com", "https://api.example.com:443", false},
		{WeChat, Request, "https://api.example.com:443", "https://api.example.com", false},
		{WeChat, Request, "https://api.example.com:8443", "https://api.example.com:8443", true},
		{WeChat, Request, "https://api.example.com:8443", "https://api.example.com:9443", false},
		{WeChat, Request, "https://example.com", "https://api.example.com", false}, // parent domains do not count
		{WeChat, Request, "https://*.example.com", "https://api.example.com", false},
		{WeChat, Upload, "https://up.example.com:8443", "https://up.example.com", false},
		{WeChat, Download, "https://cdn.example.com", "https://cdn.example.com", true},
		{WeChat, Socket, "wss://ws.example.com", "wss://ws.example.com:8443", true},
		{WeChat, Socket, "wss://ws.example.com", "ws://ws.example.com", false},
		{WeChat, Socket, "https://ws.example.com", "wss://ws.example.com", false},
		{WeChat, Socket, "wss://example.com", "wss://ws.example.com", false},
		{WeChat, UDP, "udp://u.example.com", "u.example.com", true},
		{WeChat, UDP, "udp://u.example.com", "udp://u.example.com:9", true},
		{WeChat, TCP, "tcp://t.example.com", "x.example.com", false},
		{WeChat, WebView, "https://example.com", "https://m.example.com/a", true},
		{WeChat, WebView, "https://m.example.com", "https://example.com", false},
		{WeChat, WebView, "https://example.com", "https://notexample.com", false},
		{WeChat, WebView, "https://example.com", "https://m.example.com:8443", false},
		{WeChat, WebView, "https://example.com", "http://m.example.com", false},
		{WeChat, Prefetch, "api.example.com", "https://api.example.com", true},

		{Alipay, Request, "example.com", "https://api.example.com:8443/v1", true},
		{Alipay, Request, "a.example.com", "https://b.example.com", true},
		{Alipay, Upload, "example.com", "https://up.example.com", true},
		{Alipay, Request, "example.com", "http://api.example.com", false},
		{Alipay, Request, "example.com", "https://notexample.com", false},
		{Alipay, Request, "example.com.cn", "https://example.net.cn", false},
		{Alipay, Request, "aliyuncs.com", "https://b.oss-cn-hangzhou.aliyuncs.com", true},
		{Alipay, Request, "a.oss-cn-hangzhou.aliyuncs.com", "https://b.oss-cn-hangzhou.aliyuncs.com", false},
		{Alipay, Request, "*.example.com", "https://api.example.com", false},
		{Alipay, Request, "203.0.113.1", "https://203.0.113.2", false},
		{Alipay, WebView, "https://m.example.com", "https://m.example.com/a", true},
		{Alipay, WebView, "https://example.com", "https://m.example.com", false},
		{Alipay, WebView, "https://m.example.com", "https://m.example.com:8443", false},
		{Alipay, Socket, "example.com", "wss://ws.example.com", true}, // no box: only the host

		{"douyin", Request, "https://api.example.com", "https://api.example.com/v1", true},
		{"douyin", Request, "api.example.com", "https://api.example.com:443", false},
		{"douyin", Socket, "wss://ws.example.com", "wss://ws.example.com:8443", false},
		{"douyin", WebView, "m.example.com", "https://m.example.com/a", true},
		{"douyin", WebView, "m.example.com", "https://a.m.example.com", false},
		{"douyin", WebView, "m.example.com", "https://m.example.com:8443", false},
		{"douyin", WebView, "m.example.com:8443", "https://m.example.com:8443", true},
		{"baidu", Request, "https://*.example.com", "https://api.example.com", true},
		{"baidu", Request, "https://*.example.com", "https://example.com", false},
		{"baidu", Request, "https://example.com", "https://api.example.com", false},
		{"baidu", Request, "https://*.example.com", "https://notexample.com", false},
		{"qq", Request, "https://api.example.com", "https://api.example.com:8443", false},
		{"kuaishou", Request, "example.com", "http://api.example.com:8443", true}, // how is not established
		{"xiaohongshu", WebView, "https://m.example.com", "https://other.example.com", false},
		{"dingtalk", Upload, "https://example.com", "http://up.example.com", true},
	} {
		got := ByID(c.platform).Accepts(parse(t, c.declared), parse(t, c.used), c.category)
		if got != c.want {
			t.Errorf("%s %s: %q accepts %q = %v", c.platform, c.category, c.declared, c.used, got)
		}
	}
}
