package platform

// wechatCalls are the names of the calls that set domains
// (https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/domain-management/).
type wechatCalls struct {
	ModifyDomain     modifyDomain      `json:"modify_domain"`
	SetWebViewDomain *setWebViewDomain `json:"setwebviewdomain,omitempty"`
}

// modifyDomain is the body of a call.
type modifyDomain struct {
	Action   string   `json:"action"`
	Request  []string `json:"requestdomain,omitzero"`
	Socket   []string `json:"wsrequestdomain,omitzero"`
	Upload   []string `json:"uploaddomain,omitzero"`
	Download []string `json:"downloaddomain,omitzero"`
	UDP      []string `json:"udpdomain,omitzero"`
	TCP      []string `json:"tcpdomain,omitzero"`
}

type setWebViewDomain struct {
	Action  string   `json:"action"`
	WebView []string `json:"webviewdomain"`
}

func wechatBodies(lists func(Category) []string) any {
	calls := wechatCalls{ModifyDomain: modifyDomain{
		Action: "set", Request: lists(Request), Socket: lists(Socket), Upload: lists(Upload),
		Download: lists(Download), UDP: lists(UDP), TCP: lists(TCP),
	}}
	if pages := lists(WebView); len(pages) > 0 {
		calls.SetWebViewDomain = &setWebViewDomain{Action: "set", WebView: pages}
	}
	return calls
}
