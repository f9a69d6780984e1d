package endpoint_test

import (
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/endpoint"
)

func TestFlawOf(t *testing.T) {
	long := strings.Repeat("a", 64) + ".example.net"
	for _, c := range []struct {
		text string
		open bool
		flaw endpoint.Flaw
		host string
	}{
		{text: "https：//api.example.net/a", flaw: endpoint.WideCharacters, host: "api.example.net"},
		{text: "https:／／api.example.net/a", flaw: endpoint.WideCharacters, host: "api.example.net"},
		{text: "https//api.example.net/a", flaw: endpoint.NoColon, host: "api.example.net"},
		{text: "https:/api.example.net/a", flaw: endpoint.FewSlashes, host: "api.example.net"},
		{text: `http:\api.example.net/a`, flaw: endpoint.FewSlashes, host: "api.example.net"},
		{text: "wss:/api.example.net", flaw: endpoint.FewSlashes, host: "api.example.net"},
		{text: "https://api.example.net:99999/x", flaw: endpoint.BadPort, host: "api.example.net"},
		{text: "https://api.example.net:0/x", flaw: endpoint.BadPort, host: "api.example.net"},
		{text: "https://api.exam\nple.net/x", flaw: endpoint.BlankInside, host: "api.example.net"},
		{text: "https://api.exam\x00ple.net/x", flaw: endpoint.BlankInside, host: "api.example.net"},
		{text: "https:// api.example.net/x", flaw: endpoint.BlankInside, host: "api.example.net"},
		{text: "https://[api.example.net]/x", flaw: endpoint.BadName, host: "api.example.net"},
		{text: "https://" + long + "/x", flaw: endpoint.LongLabel, host: long},
		{text: "api.example.net/x", flaw: endpoint.NoScheme, host: "api.example.net"},
		{text: "api.example.net", flaw: endpoint.NoScheme, host: "api.example.net"},
		{text: "api.example.net:8080/x", flaw: endpoint.NoScheme, host: "api.example.net"},
		{text: "api.example.com.cn?x=1", flaw: endpoint.NoScheme, host: "api.example.com.cn"},

		{text: "htps://api.example.net/x", flaw: endpoint.StrangeScheme, host: "api.example.net"},
		{text: "ftp://api.example.net:21/x", flaw: endpoint.StrangeScheme, host: "api.example.net"},
		{text: "FTP://api.example.net", flaw: endpoint.StrangeScheme, host: "api.example.net"},

		{text: "ftp://api.example.net", open: true},
		{text: "wxfile://tmp_a.example.net/x"},
		{text: "cloud://prod-1.7072-prod-1/x.png"},
		{text: "weixin://dl/business"},
		{text: "api.example.net", open: true},
		{text: "https:/api.example", open: true},
		{text: "https://api.example.net/全角：路径"},
		{text: "https://api.example.net"},
		{text: "https://{host}/x"},
		{text: "https://${host}/x"},
		{text: "https://your-host/x"},
		{text: "https://host:port/x"},
		{text: "https://" + strings.Repeat("x", 70)},
		{text: "/api/x"},
		{text: "user/list"},
		{text: "list.do?id=1"},
		{text: "index.php"},
		{text: "http-client/x"},
		{text: "wxfile://tmp/x"},
		{text: ""},
	} {
		flaw, meant, ok := endpoint.FlawOf(c.text, !c.open)
		if ok != (c.flaw != "") || ok && (flaw != c.flaw || meant.Host != c.host) {
			t.Errorf("FlawOf(%q) = %q, %q, %v; want %q, %q", c.text, flaw, meant.Host, ok, c.flaw, c.host)
		}
	}
}
