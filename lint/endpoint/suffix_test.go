package endpoint

import (
	"strings"
	"testing"
)

func TestRegistrable(t *testing.T) {
	for host, want := range map[string]string{
		"example.com":                        "example.com",
		"a.b.example.com":                    "example.com",
		"api.example.com.cn":                 "example.com.cn",
		"example.com.cn":                     "example.com.cn",
		"com.cn":                             "",
		"com":                                "",
		"localhost":                          "",
		"192.168.1.1":                        "",
		"::1":                                "",
		"":                                   "",
		"xn--fsqu00a.xn--55qx5d":             "xn--fsqu00a.xn--55qx5d",
		"a.x.xn--55qw42g.cn":                 "x.xn--55qw42g.cn",
		"x.xn--zfr164b.cn":                   "x.xn--zfr164b.cn",
		"xn--55qw42g.cn":                     "",
		"a.foo.github.io":                    "foo.github.io",
		"github.io":                          "",
		"a.city.bj.gov.cn":                   "city.bj.gov.cn",
		"www.bj.gov.cn":                      "bj.gov.cn",
		"bj.gov.cn":                          "bj.gov.cn",
		"www.city.gov.cn":                    "city.gov.cn",
		"a_b.example.com":                    "example.com",
		"b.oss-cn-hangzhou.aliyuncs.com":     "b.oss-cn-hangzhou.aliyuncs.com",
		"bkt-1.cos.ap-shanghai.myqcloud.com": "bkt-1.cos.ap-shanghai.myqcloud.com",
		"myqcloud.com":                       "myqcloud.com",
		"svc.shop.unknowntld":                "shop.unknowntld",
	} {
		if got := Registrable(host); got != want {
			t.Errorf("Registrable(%q) = %q, want %q", host, got, want)
		}
	}
}

func TestIsPublicSuffix(t *testing.T) {
	for _, host := range []string{"com", "cn", "com.cn", "gov.cn", "bj.cn", "xn--55qw42g.cn", "xn--zfr164b.cn", "xn--55qx5d", "co.uk", "github.io", "surge.sh"} {
		if !IsPublicSuffix(host) {
			t.Errorf("IsPublicSuffix(%q) = false", host)
		}
	}
	for _, host := range []string{"", "example.com", "example.com.cn", "bj.gov.cn", "localhost", "intranet", "1.1.1.1", "::1", "myqcloud.com", "sinaapp.com", "foo.github.io"} {
		if IsPublicSuffix(host) {
			t.Errorf("IsPublicSuffix(%q) = true", host)
		}
	}
}

func TestApprovedSuffix(t *testing.T) {
	for _, host := range []string{"example.com", "a.cn", "a.gs.cn", "x.top", "x.archi", "x.zone", "x.bond", "x.pw", "xn--fsqu00a.xn--55qx5d", "x.xn--nyqy26a", "1.1.1.1", "::1"} {
		if !ApprovedSuffix(host) {
			t.Errorf("ApprovedSuffix(%q) = false", host)
		}
	}
	for _, host := range []string{"example.org", "a.io", "a.me", "a.ai", "a.dev", "a.app", "a.us", "a.hk", "a.la", "a.co.uk", "x.xn--j6w193g", "a."} {
		if ApprovedSuffix(host) {
			t.Errorf("ApprovedSuffix(%q) = true", host)
		}
	}
}

// The ACE forms of the facts' table; the Unicode ones are what people read.
func TestApprovedIDN(t *testing.T) {
	for _, label := range strings.Fields("中国 中國 政务 公益 公司 网络 网址 商城 网店 中信 商标 广东 佛山 信息 手机 在线 中文网 集团 我爱你 商店 企业 娱乐 游戏 购物 餐厅 招聘 时尚 移动 网站 联通 世界 健康") {
		if e, err := Parse("例子." + label); err != nil || !ApprovedSuffix(e.Host) {
			t.Errorf("ApprovedSuffix(例子.%s = %s) = false (%v)", label, e.Host, err)
		}
	}
}

func TestCovers(t *testing.T) {
	for _, c := range []struct {
		domain, host string
		want         bool
	}{
		{"example.com", "example.com", true},
		{"example.com", "a.b.example.com", true},
		{"example.com", "notexample.com", false},
		{"example.com", "example.com.cn", false},
		{"a.example.com", "example.com", false},
		{"1.1", "1.1.1.1", false},
		{"1.1.1.1", "1.1.1.1", true},
		{"::1", "::1", true},
		{"", "example.com", false},
		{"", "", false},
	} {
		if got := Covers(c.domain, c.host); got != c.want {
			t.Errorf("Covers(%q, %q) = %v, want %v", c.domain, c.host, got, c.want)
		}
	}
}
