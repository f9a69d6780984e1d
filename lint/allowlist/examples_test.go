package allowlist

import (
	"fmt"
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
)

// TestMinimalExamples reads section 2.1 of the platform facts.
func TestMinimalExamples(t *testing.T) {
	const all = "download request socket tcp udp upload"
	for _, tt := range []struct {
		name, text             string
		main                   platform.ID
		declared, known, noICP string
	}{
		{
			name: "1 modify_domain request",
			text: `{"action":"set","requestdomain":["https://api.example.com","https://api.example.com:8443"],
 "wsrequestdomain":["wss://ws.example.com"],"uploaddomain":["https://up.example.com"],
 "downloaddomain":["https://cdn.example.com"],"udpdomain":["udp://u.example.com"],"tcpdomain":["tcp://t.example.com"]}`,
			declared: `request|https://api.example.com request|https://api.example.com:8443 socket|wss://ws.example.com
 upload|https://up.example.com download|https://cdn.example.com udp|udp://u.example.com tcp|tcp://t.example.com`,
			known: all,
		},
		{
			name: "1 modify_domain reply when nothing was accepted",
			text: `{"errcode":85301,"errmsg":"…","requestdomain":[],"wsrequestdomain":[],"uploaddomain":[],"downloaddomain":[],
 "udpdomain":[],"tcpdomain":[],"invalid_requestdomain":["https://bad.example.com"],"invalid_wsrequestdomain":[],
 "invalid_uploaddomain":[],"invalid_downloaddomain":[],"invalid_udpdomain":[],"invalid_tcpdomain":[],"no_icp_domain":[]}`,
		},
		{
			name:  "1 modify_domain reply with an unfiled domain",
			text:  `{"errcode":85301,"requestdomain":["https://a.example.com"],"no_icp_domain":["https://unfiled.example.com"]}`,
			noICP: `unknown|https://unfiled.example.com`,
		},
		{
			name:     "1 modify_domain reply that took all but one",
			text:     `{"errcode":0,"requestdomain":["https://ok.example.com"],"invalid_requestdomain":["https://bad.example.com"],"no_icp_domain":["bad.example.com"]}`,
			declared: `request|https://ok.example.com`, known: "request", noICP: `unknown|bad.example.com`,
		},
		{
			name:     "1 answer to get that repeats the action",
			text:     `{"errcode":0,"errmsg":"ok","action":"get","requestdomain":["https://api.example.com"],"wsrequestdomain":[]}`,
			declared: `request|https://api.example.com`, known: "request socket",
		},
		{
			name:     "1 body that adds",
			text:     `{"action":"add","requestdomain":["https://api.example.com"]}`,
			declared: `request|https://api.example.com`,
		},
		{name: "1 body that deletes", text: `{"action":"delete","requestdomain":["https://old.example.com"]}`},
		{name: "1 body that asks", text: `{"action":"get","requestdomain":["https://old.example.com"]}`},
		{
			name:     "2 modify_domain_directly with texts instead of arrays",
			text:     `{"action":"set","requestdomain":"https://api.example.com","wsrequestdomain":"wss://api.example.com"}`,
			declared: `request|https://api.example.com socket|wss://api.example.com`, known: "request socket",
		},
		{
			name: "3 get_effective_domain",
			text: `{"errcode":0,"errmsg":"ok","mp_domain":{"requestdomain":["https://a.example.com"]},
 "third_domain":{"requestdomain":[]},"direct_domain":{"requestdomain":[]},
 "effective_domain":{"requestdomain":["https://a.example.com"],"wsrequestdomain":["wss://a.example.com"]}}`,
			declared: `request|https://a.example.com socket|wss://a.example.com`, known: "request socket",
		},
		{
			name:     "3 only one of the sources was saved",
			text:     `{"mp_domain":{"requestdomain":["https://a.example.com"]}}`,
			declared: `request|https://a.example.com`, known: "request",
		},
		{
			name: "4 setwebviewdomain", text: `{"action":"add","webviewdomain":["https://m.example.com"]}`,
			declared: `webview|https://m.example.com`,
		},
		{
			name: "5 get_effective_webviewdomain",
			text: `{"errcode":0,"errmsg":"ok","mp_webviewdomain":["https://m.example.com/"],"third_webviewdomain":[],
 "direct_webviewdomain":[],"effective_webviewdomain":["https://m.example.com/"]}`,
			declared: `webview|https://m.example.com/`, known: "webview",
		},
		{
			name: "6 getwxadevinfo",
			text: `{"errcode":0,"errmsg":"ok","requestdomain":["https://api.example.com"],"wsrequestdomain":[],"uploaddomain":[],
 "downloaddomain":[],"udpdomain":["udp://u.example.com"],"bizdomain":["https://m.example.com"]}`,
			declared: `request|https://api.example.com udp|udp://u.example.com webview|https://m.example.com`,
			known:    "download request socket udp upload webview",
		},
		{name: "6 getwxadevinfo request", text: `{"action":"getbizdomain","bizdomain":["https://m.example.com"]}`},
		{
			name:     "7 pool",
			text:     `{"action":"set","is_modify_published_together":true,"wxa_server_domain":"api.example.com;cdn.example.com"}`,
			declared: `request|api.example.com request|cdn.example.com`, known: "download request socket upload",
		},
		{
			name:     "7 pool, answer",
			text:     `{"errcode":0,"published_wxa_server_domain":"a.example.com","testing_wxa_server_domain":"a.example.com;b.example.com","invalid_wxa_server_domain":"c.example.com"}`,
			declared: `request|a.example.com`, known: "download request socket upload",
		},
		{
			name:     "7 pool, never published",
			text:     `{"errcode":0,"published_wxa_server_domain":"","testing_wxa_server_domain":"b.example.com;"}`,
			declared: `request|b.example.com`, known: "download request socket upload",
		},
		{
			name:     "8 pool of H5",
			text:     `{"action":"set","is_modify_published_together":true,"wxa_jump_h5_domain":"m.example.com;h5.example.com"}`,
			declared: `webview|m.example.com webview|h5.example.com`, known: "webview",
		},
		{
			name:     "9 prefetch",
			text:     `{"errcode":0,"errmsg":"ok","prefetch_dns_domain":[{"url":"api.example.com","status":0}],"size_limit":5}`,
			declared: `prefetch|api.example.com`, known: "prefetch",
		},
		{
			name: "10 api_get_authorizer_info",
			text: `{"authorizer_info":{"MiniProgramInfo":{"network":{"RequestDomain":["https://api.example.com"],
 "WsRequestDomain":[],"UploadDomain":[],"DownloadDomain":[],"BizDomain":[],"UDPDomain":[]}}}}`,
			declared: `request|https://api.example.com`, known: "download request socket udp upload webview",
		},
		{
			name:     "11 developer tools",
			text:     `{"projectConfig":{"Network":{"RequestDomain":["https://api.example.com"],"TCPDomain":["tcp://t.example.com"],"PrefetchDNSDomain":["p.example.com"]}}}`,
			declared: `request|https://api.example.com tcp|tcp://t.example.com prefetch|p.example.com`, known: "prefetch request tcp",
		},
		{
			name: "13 safedomain.create", text: `{"biz_content":{"safe_domain":"example.com"}}`, main: platform.Alipay,
			declared: `request|example.com`,
		},
		{
			name: "13 safedomain.delete", text: `{"method":"alipay.open.mini.safedomain.delete","biz_content":{"safe_domain":"example.com"}}`,
			main: platform.Alipay,
		},
		{
			name: "14 baseinfo.query", text: `{"safe_domains":["example.com"],"package_names":[]}`, main: platform.Alipay,
			declared: `request|example.com`, known: "request upload",
		},
		{
			name: "14 in a project for WeChat first", text: `{"safe_domains":["example.com"]}`,
			declared: `request|example.com`,
		},
		{
			name:     "16 Douyin",
			text:     `{"action":"add","request":["api.example.com"],"socket":["ws.example.com"],"upload":[],"download":[]}`,
			declared: `request|api.example.com socket|ws.example.com`,
		},
		{
			name:     "16 Douyin, answer",
			text:     `{"err_no":0,"err_tips":"","data":{"request":["api.example.com"],"socket":[]}}`,
			declared: `request|api.example.com`, known: "request socket",
		},
		{name: "16 Douyin, error", text: `{"err_no":28001,"data":{"request":["api.example.com"]}}`},
		{
			name: "17 Douyin", text: `{"action":"set","webview":["m.example.com"]}`,
			declared: `webview|m.example.com`, known: "webview",
		},
	} {
		for _, kind := range []Source{Named, ServerDomains, ProjectConfig, ProjectPrivate, MiniProject} {
			t.Run(fmt.Sprintf("%s/%s", tt.name, kind), func(t *testing.T) {
				if tt.main == "" {
					tt.main = platform.WeChat
				}
				got := read(t, tt.text, kind, tt.main)
				check(t, got, summary{Declared: words(tt.declared), Known: words(tt.known), NoICP: words(tt.noICP)})
			})
		}
	}
}
