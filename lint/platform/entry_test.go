package platform

import (
	"testing"

	"github.com/beianlint/beianlint/lint/endpoint"
)

func TestEntry(t *testing.T) {
	for _, c := range []struct {
		platform *Platform
		category Category
		used     string
		want     string // "" when there is none
	}{
		{&wechat, Request, "https://api.example.com/v1", "https://api.example.com"},
		{&wechat, Request, "http://api.example.com", "https://api.example.com"},
		{&wechat, Request, "https://api.example.com:8443/", "https://api.example.com:8443"},
		{&wechat, Request, "https://api.example.com:443/", "https://api.example.com:443"},
		{&wechat, Socket, "wss://ws.example.com:9000/", "wss://ws.example.com"},
		{&wechat, TCP, "t.example.com", "tcp://t.example.com"},
		{&wechat, UDP, "udp://u.example.com:9000", "udp://u.example.com"},
		{&wechat, Prefetch, "https://api.example.com", "api.example.com"},
		{&wechat, WebView, "https://m.example.com/a", "https://m.example.com"},
		{&wechat, WebView, "https://m.example.com:8443/a", ""},
		{&wechat, WebView, "https://m_1.example.com/", ""},
		{&wechat, WebView, "https://例子.公司/", ""},
		{&wechat, Request, "https://例子.公司/", "https://xn--fsqu00a.xn--55qx5d"},
		{&wechat, Request, "https://api.weixin.qq.com/", ""},
		{&wechat, Request, "https://203.0.113.7/", ""},
		{&wechat, Request, "https://intranet/", ""},
		{&wechat, Media, "https://img.example.com/", ""},
		{&alipay, Request, "https://api.example.com:8443/v1", "example.com"},
		{&alipay, Upload, "https://up.example.com.cn/", "example.com.cn"},
		{&alipay, Request, "https://b.oss-cn-hangzhou.aliyuncs.com/", "b.oss-cn-hangzhou.aliyuncs.com"},
		{&alipay, WebView, "https://m.example.com/a", "https://m.example.com"},
		{&alipay, WebView, "https://render.alipay.com/p/x", ""},
		{&alipay, Socket, "wss://ws.example.com", ""},
	} {
		used, err := endpoint.Parse(c.used)
		if err != nil {
			t.Fatal(err)
		}
		entry, ok := c.platform.Entry(used, c.category)
		if ok != (c.want != "") || ok && entry.String() != c.want {
			t.Errorf("%s %s %s: got %q, %v, want %q", c.platform.ID, c.category, c.used, entry, ok, c.want)
		}
		if !ok {
			continue
		}
		secure := used
		if used.Scheme == "http" {
			secure.Scheme = "https"
		}
		if c.category != Prefetch && !c.platform.Accepts(entry, secure, c.category) {
			t.Errorf("%s %s: the entry %s does not let %s pass", c.platform.ID, c.category, entry, c.used)
		}
	}
}
