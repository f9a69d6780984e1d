package endpoint

import (
	"strings"
	"testing"
)

func TestParseURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://api.example.com":                    "https://api.example.com",
		"https://api.example.com/v1?a=${b}":          "https://api.example.com",
		"HTTPS://API.Example.COM/":                   "https://api.example.com",
		"http://api.example.com:8080/a":              "http://api.example.com:8080",
		"https://api.example.com:443":                "https://api.example.com:443",
		"https://api.example.com:":                   "https://api.example.com",
		"wss://ws.example.com/s":                     "wss://ws.example.com",
		"ws://ws.example.com":                        "ws://ws.example.com",
		"udp://u.example.com:9":                      "udp://u.example.com:9",
		"tcp://t.example.com":                        "tcp://t.example.com",
		`https:\/\/api.example.com\/v1`:              "https://api.example.com",
		"//at.alicdn.com/t/font.css":                 "//at.alicdn.com",
		"//a.b.公益.cn":                                "//a.b.xn--55qw42g.cn",
		"//192.168.1.1/x":                            "//192.168.1.1",
		"https://filed.com@evil.com/":                "https://evil.com",
		`https://evil.com\@filed.com`:                "https://evil.com",
		"https://%61pi.example.com":                  "https://api.example.com",
		"https://例子.公司/a":                            "https://xn--fsqu00a.xn--55qx5d",
		"https://ｅｘａｍｐｌｅ．ｃｏｍ":                        "https://example.com",
		"https://a_b.example.com":                    "https://a_b.example.com",
		"https://r3---sn-x.example.com":              "https://r3---sn-x.example.com",
		"https://api.example.com.":                   "https://api.example.com",
		"https://api.example.com \n":                 "https://api.example.com",
		"https://example.com@":                       "",
		"http://localhost:3000/api":                  "http://localhost:3000",
		"http://127.0.0.1":                           "http://127.0.0.1",
		"http://2130706433/":                         "http://127.0.0.1",
		"http://[::1]:80/":                           "http://[::1]:80",
		"https://shop.test":                          "https://shop.test",
		"https://u.example/a中文":                      "https://u.example",
		"https://api.example.com。":                   "https://api.example.com",
		"https://api.example.com这里":                  "",
		"https://api.example.com:443这里":              "",
		"https://api.example.comを見る/a":               "",
		"https://api.example.com/\x00\xff":           "https://api.example.com",
		"https://bkt-1.cos.ap-shanghai.myqcloud.com": "https://bkt-1.cos.ap-shanghai.myqcloud.com",

		"":                                "",
		"/":                               "",
		"//":                              "",
		"///a.example.com":                "",
		"// a comment":                    "",
		"//utils.request":                 "",
		"//localhost/x":                   "",
		"//img/a.png":                     "",
		"http":                            "",
		"http:":                           "",
		"http://":                         "",
		"https://":                        "",
		"https:/api.example.com":          "",
		"https:api.example.com":           "",
		"httpss://api.example.com":        "",
		"ftp://example.com":               "",
		"wxfile://tmp":                    "",
		"weixin://dl/business":            "",
		"data:image/png;base64,//8A":      "",
		"api.example.com":                 "",
		" https://api.example.com":        "",
		"http://xxx":                      "",
		"http://xxx/api":                  "",
		"https://your-host":               "",
		"https://your_server_address/api": "",
		"https://${host}":                 "",
		"https://${host}/api":             "",
		"https://{host}.example.com":      "",
		"https://{{host}}/api":            "",
		"https://%s":                      "",
		"https://%s/api":                  "",
		"https://<host>":                  "",
		"https://<host>.example.com":      "",
		"https://[host]/":                 "",
		"https://你的域名":                    "",
		"https://你的域名/api":                "",
		"https://*.example.com":           "",
		"https://__HOST__.com":            "",
		"https://a._b.com":                "",
		"https://-a.example.com":          "",
		"https://a-.example.com":          "",
		"https://.example.com":            "",
		"https://a..example.com":          "",
		"https://api.":                    "",
		"https://...":                     "",
		"https://a.b":                     "",
		"https://a.b1":                    "",
		"https://index.x_y":               "",
		"https://1.2.3":                   "https://1.2.0.3",
		"https://1":                       "",
		"https://256.256.256.256":         "",
		"https://api.example.com:abc":     "",
		"https://api.example.com:99999":   "",
		"https://a.com,https://b.com":     "",
		"https://a.com，说明":                "",
		"https://a.com is the host":       "",
		"https://https://a.com":           "",
		"https://" + strings.Repeat("a", 64) + ".com": "",
	} {
		e, ok := ParseURL(in)
		got := ""
		if ok {
			got = e.String()
		}
		if got != want {
			t.Errorf("ParseURL(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestParseURLKeepsThePath(t *testing.T) {
	e, ok := ParseURL("https://u@api.example.com:8443/v1?x#y")
	if want := (Endpoint{Scheme: "https", Host: "api.example.com", Port: 8443, UserInfo: true, Path: "/v1?x#y"}); !ok || e != want {
		t.Errorf("got %+v, %v; want %+v", e, ok, want)
	}
	if e, ok := ParseURL("//at.alicdn.com"); !ok || !e.Relative || e.Scheme != "" {
		t.Errorf("got %+v, %v; want a relative endpoint", e, ok)
	}
}

func TestHostEnd(t *testing.T) {
	for in, want := range map[string]int{
		"https://api.example.com/a": len("https://api.example.com"),
		"https://api.example.com":   len("https://api.example.com"),
		"https://api.":              len("https://api."),
		"https://":                  len("https://"),
		"//api.example.com:80?a":    len("//api.example.com:80"),
		`https:\/\/a.example\/b`:    len(`https:\/\/a.example`),
		"https://a b":               len("https://a"),
		"api.example.com/a":         0,
		"/a":                        0,
		"":                          0,
	} {
		if got := HostEnd(in); got != want {
			t.Errorf("HostEnd(%q) = %d, want %d", in, got, want)
		}
	}
}

// plainStrings are what a scanner of sources meets most: none is a URL.
var plainStrings = []string{
	"", "use strict", "/pages/index/index", "http", "https://", "http://xxx", "https://your-host", "https://${host}/api",
	"https://%s/api", "https://<host>", "https://[host]", "https://你的域名/api", "//utils.request", "// a comment",
	"wx.request", "application/json", "https://a b.com", "https://256.1.1.1", "https://1.2.3.4.5", "https://example.com:x",
}

func TestParseURLDoesNotAllocate(t *testing.T) {
	for _, s := range append([]string{"https://api.example.com:8443/v1"}, plainStrings...) {
		if strings.HasPrefix(s, "//") {
			continue // publicsuffix.PublicSuffix allocates an error
		}
		if n := testing.AllocsPerRun(100, func() { ParseURL(s) }); n != 0 {
			t.Errorf("ParseURL(%q): %v allocations, want none", s, n)
		}
	}
}

func BenchmarkParseURL(b *testing.B) {
	for name, s := range map[string]string{
		"plain":       "/pages/index/index",
		"placeholder": "https://${host}/api",
		"ascii":       "https://api.example.com/v1/users",
		"relative":    "//at.alicdn.com/t/font.css",
		"upper":       "https://API.example.com/v1/users",
		"chinese":     "https://例子.公司/a",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ParseURL(s)
			}
		})
	}
}

func BenchmarkClassify(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Classify("api.shop.example.com.cn")
	}
}

func FuzzParseURL(f *testing.F) {
	for _, s := range append([]string{"https://api.example.com:8443/v1", "//at.alicdn.com", `https:\/\/a.cn`, "https://a.cn x", "http://[::1]"}, plainStrings...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if end := HostEnd(s); end < 0 || end > len(s) {
			t.Fatalf("HostEnd(%q) = %d", s, end)
		}
		e, ok := ParseURL(s)
		if !ok {
			if e != (Endpoint{}) {
				t.Fatalf("ParseURL(%q) = %+v, false; want nothing", s, e)
			}
			return
		}
		checkCanonical(t, s, e)
		e.UserInfo, e.Path = false, ""
		for _, again := range []func(string) (Endpoint, bool){ParseURL, parsed} {
			if got, ok := again(e.String()); !ok || got != e {
				t.Fatalf("ParseURL(%q) = %+v, which reads back as %+v, %v", s, e, got, ok)
			}
		}
	})
}

func parsed(s string) (Endpoint, bool) {
	e, err := Parse(s)
	return e, err == nil
}
