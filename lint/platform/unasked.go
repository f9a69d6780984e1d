package platform

// Unasked is a server that the source of an SDK names, and that nothing asks where what the
// SDK is given says so.
type Unasked struct {
	Hosts []string
	// By are the options that name others; each call that has them is to name some.
	By []Replaced
	// Providers are those of service spaces of uniCloud whose server it is: nothing asks
	// it where all spaces are of others, or uniCloud has none.
	Providers []string
	// Options are those of which one has to be set, and Methods those of which one has to
	// be called, for it to be asked.
	Options, Methods []string
	// StandsIn: a framework puts it in the place of a host that an address has not.
	StandsIn bool
	Source   string
}

// unasked holds what tells developers when which server is asked.
var unasked = []Unasked{
	{
		Hosts:  []string{"app-router.com", "app-router.leancloud.cn"},
		By:     []Replaced{{Call: "AV.init", Options: [2]string{"serverURL", "serverURLs"}}, {Call: "AV.initialize", Options: [2]string{"serverURL", "serverURLs"}}, {Call: "AV.Realtime", Options: [2]string{"server", ""}}},
		Source: "https://github.com/leancloud/javascript-sdk/pull/463",
	},
	{Hosts: []string{"rs.easemob.com", "rs.chat.agora.io"}, By: []Replaced{easemobREST}, Source: srcEasemobInit},
	{Hosts: []string{"tcb-api.tencentcloudapi.com"}, Providers: []string{"tencent", "tcb"}, Source: srcUniSpace},
	{Hosts: []string{"service.cos.myqcloud.com", "service.cos.tencentcos.cn"}, Methods: []string{"getService"}, Source: srcCOSCode},
	{
		Hosts:   []string{"cos.accelerate.myqcloud.com", "accelerate.myqcloud.com", "cos.accelerate.tencentcos.cn", "accelerate.tencentcos.cn"},
		Options: []string{"UseAccelerate"},
		Source:  srcCOSCode,
	},
	{Hosts: []string{"taro.com"}, StandsIn: true, Source: "https://github.com/NervJS/taro/blob/main/packages/taro-runtime/src/bom/location.ts"},
	{Hosts: []string{"api.bspapp.com", "api.next.bspapp.com"}, Providers: []string{"aliyun"}, Source: srcUniSpace},
}

// UnaskedFor returns what is known of when a host is not asked, nil for nothing.
func UnaskedFor(host string) *Unasked {
	for i := range unasked {
		for _, h := range unasked[i].Hosts {
			if h == host {
				return &unasked[i]
			}
		}
	}
	return nil
}
