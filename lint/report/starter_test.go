package report_test

import (
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// TestStarter: each domain is listed once, where its reader looks for it, and
// what no filing helps is not.
func TestStarter(t *testing.T) {
	host := func(name string, enforced bool) *app.Host { return &app.Host{Host: name, Enforced: enforced} }
	local := host("192.168.1.2", true)
	local.Filing.Status = filing.Local
	r := &lint.Result{Projects: []*app.App{{Hosts: []*app.Host{
		host("api.example.com", true), host("b.example.com", true), host("a-long-name.example.net", true), host("img.example.org", false), host("img.example.com", false),
		host("bucket.cos.ap-guangzhou.myqcloud.com", true), host("apis.map.qq.com", true), host("x.github.io", true), host("203.0.113.7", true),
		host("api.weixin.qq.com", true), host("myqcloud.com", true), host("app.test", true), host("xn--fiq228c.com", true), local,
	}}}}
	list, entries := report.Starter(r, message.English)
	golden(t, "starter.golden", list)
	if entries != 6 {
		t.Errorf("%d entries, want 6", entries)
	}
}
