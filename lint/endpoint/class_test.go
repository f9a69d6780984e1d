package endpoint

import "testing"

func TestClassify(t *testing.T) {
	for host, want := range map[string]Class{
		"example.com":                        Ordinary,
		"www.example.org":                    Ordinary,
		"a.example.com.cn":                   Ordinary,
		"apis.map.qq.com":                    Ordinary,
		"api.github.com":                     Ordinary,
		"com.cn":                             Ordinary, // a public suffix: IsPublicSuffix
		"com":                                Ordinary,
		"notmyqcloud.com":                    Ordinary,
		"8.8.8.8":                            PublicIP,
		"203.0.113.7":                        PublicIP,
		"2001:db8::1":                        PublicIP,
		"localhost":                          LocalAddress,
		"127.0.0.1":                          LocalAddress,
		"0.0.0.0":                            LocalAddress,
		"10.1.2.3":                           LocalAddress,
		"172.16.0.1":                         LocalAddress,
		"172.32.0.1":                         PublicIP,
		"192.168.1.1":                        LocalAddress,
		"169.254.1.1":                        LocalAddress,
		"100.64.0.1":                         LocalAddress,
		"255.255.255.255":                    LocalAddress,
		"::1":                                LocalAddress,
		"fe80::1":                            LocalAddress,
		"fd00::1":                            LocalAddress,
		"::ffff:192.168.1.1":                 LocalAddress,
		"shop.test":                          Reserved,
		"a.invalid":                          Reserved,
		"printer.local":                      Reserved,
		"api.internal":                       Reserved,
		"shop.example":                       Reserved,
		"a.localhost":                        Reserved,
		"router.home.arpa":                   Reserved,
		"intranet":                           Reserved,
		"test.com":                           Ordinary,
		"foo.github.io":                      PrivateSuffix,
		"github.io":                          PrivateSuffix,
		"a.vercel.app":                       PrivateSuffix,
		"a.onrender.com":                     PrivateSuffix,
		"x.netlify.app":                      PrivateSuffix,
		"x.pages.dev":                        PrivateSuffix,
		"x.workers.dev":                      PrivateSuffix,
		"x.ngrok.io":                         PrivateSuffix,
		"x.ngrok-free.app":                   PrivateSuffix,
		"d1.cloudfront.net":                  PrivateSuffix,
		"x.s3.amazonaws.com":                 PrivateSuffix,
		"x.azureedge.net":                    PrivateSuffix,
		"a.surge.sh":                         PrivateSuffix,
		"env.tcloudbaseapp.com":              TestHost,
		"636c.tcb.qcloud.la":                 TestHost,
		"x.bkt.clouddn.com":                  TestHost,
		"a.b.app.tcloudbase.com":             TestHost,
		"bkt-1.cos.ap-shanghai.myqcloud.com": Shared,
		"myqcloud.com":                       Shared,
		"x.tencentcos.cn":                    Shared,
		"b.oss-cn-hangzhou.aliyuncs.com":     Shared,
		"x.fc.aliyuncs.com":                  Shared,
		"svc.run.tcloudbase.com":             Shared,
		"up.qiniup.com":                      Shared,
		"cdn.clouddn.com":                    Shared,
		"a.qcloud.la":                        Shared,
		"x.myhuaweicloud.com":                Shared,
		"x.sinaapp.com":                      Shared, // in the list's private section
		"b.s3.cn-north-1.amazonaws.com.cn":   Shared, // in the list's private section
	} {
		if got := Classify(host); got != want {
			t.Errorf("Classify(%q) = %v, want %v", host, got, want)
		}
	}
}

func TestSharedDomain(t *testing.T) {
	for host, want := range map[string]string{
		"a.b.myqcloud.com":    "myqcloud.com",
		"myqcloud.com":        "myqcloud.com",
		"notmyqcloud.com":     "",
		"x.bkt.clouddn.com":   "bkt.clouddn.com",
		"x.clouddn.com":       "clouddn.com",
		"tencentcloudapi.com": "",
		"example.com":         "",
		"192.168.1.1":         "",
		"":                    "",
	} {
		if got := SharedDomain(host); got != want {
			t.Errorf("SharedDomain(%q) = %q, want %q", host, got, want)
		}
	}
}

// A row that is not canonical or lacks its source would never be found out.
func TestTables(t *testing.T) {
	for name, row := range sharedDomains {
		if row.source == "" || row.class != Shared && row.class != TestHost {
			t.Errorf("%s: incomplete row %+v", name, row)
		}
		checkCanonicalName(t, name)
	}
	for _, table := range [][]listRow{privateSuffixes, extraSuffixes, reservedNames} {
		for _, row := range table {
			if row.source == "" {
				t.Errorf("%s: no source", row.name)
			}
			checkCanonicalName(t, row.name)
		}
	}
	if len(classNames) != int(PrivateSuffix)+1 {
		t.Errorf("%d class names for %d classes", len(classNames), int(PrivateSuffix)+1)
	}
}

func checkCanonicalName(t *testing.T, name string) {
	t.Helper()
	if e, err := Parse(name); err != nil || e.Host != name {
		t.Errorf("%q is not canonical: %q, %v", name, e.Host, err)
	}
}
