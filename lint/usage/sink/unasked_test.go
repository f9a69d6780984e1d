package sink

import (
	"fmt"
	"strings"
	"testing"
)

// TestUnasked has the servers that the source of an SDK names, and what it is given.
func TestUnasked(t *testing.T) {
	const (
		head    = "-- app.json --\n{}\n-- sdk.js --\n"
		leanSDK = "export const init = (options, more) => { if (!options.serverURL) wx.request({ url: 'https://app-router.com/2/route' }) }; export const initialize = init; unknown.AV = { init }\n"
		oldSDK  = "export const init = (options, more) => { wx.request({ url: 'https://app-router.com/2/route' }) }; unknown.AV = { init }\n"
		imSDK   = "export class connection { constructor(o) { this.isHttpDNS = o.isHttpDNS; this.apiUrl = o.apiUrl; this.hosts = ['https://rs.easemob.com']; wx.request({ url: this.hosts[0] }) } }; unknown.im = connection\n"
		cloud   = "const h = u => wx.request({ url: 'https:' + u + '/web' }); export const init = o => o; h('//tcb-api.tencentcloudapi.com'); unknown.x(h, 'uniCloud.init.paramRequired')\n"
		cos     = "const url = (bucket, region, o) => { const r = o.UseAccelerate ? 'accelerate' : region; let u = `https://cos.${r}.myqcloud.com/`; if (o.AutoSwitchHost) u = u.replace('myqcloud.com', 'tencentcos.cn'); return u }\nconst defaults = { UseAccelerate: false, AutoSwitchHost: !1 }; export class COS { constructor(o) { this.o = Object.assign({}, defaults, o, { UseAccelerate: o.UseAccelerate }) } put(region) { wx.request({ url: url('b', region, this.o) }) } }; COS.prototype['get' + 'Service'] = () => wx.request({ url: 'https://service.cos.myqcloud.com/getService' }); unknown.COS = COS\n"
		url     = "const read = m => (m[6] || 'taro.com') + m[9]; const base = 'https://taro.com'; wx.request({ url: unknown.u }); unknown.x(read, unknown.wrap(base))\n"
		taro    = "request *, unknown taro.com?"
		use     = "import { COS } from './sdk'; "
		region  = "request cos.a.myqcloud.com"
		fast    = "request cos.accelerate.myqcloud.com"
		other   = "request cos.a.tencentcos.cn"
		service = "request service.cos.myqcloud.com"
		router  = "request app-router.com"
		tcb     = "request tcb-api.tencentcloudapi.com"
	)
	tests := []struct{ sdk, src, want string }{
		{leanSDK, "import * as AV from './sdk'; AV.init({ appId: 'a' })", router},
		{leanSDK, "import * as AV from './sdk'; AV.init({ appId: 'a', serverURL: 'https://a.example.com' })", "request a.example.com"},
		{leanSDK, "import * as AV from './sdk'; AV.init({ appId: 'a', serverURLs: 'https://a.example.com' })", "request a.example.com"},
		{leanSDK, "import * as AV from './sdk'; AV.initialize('a', 'b')", router},
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com' }); AV.initialize('a', 'b')", "request a.example.com, " + router},
		{leanSDK, "import * as AV from './sdk'; const o = x(); AV.init(o)", router},
		{leanSDK, "import * as AV from './sdk'; AV.init()", router},
		{leanSDK, "import * as AV from './sdk'; const o = { serverURL: 'https://a.example.com' }; AV.init(x ? o : { appId: 'a' })", "request a.example.com, " + router},
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com' }); const { init } = AV; init({ appId: 'a' })", "request a.example.com, " + router},
		{leanSDK, "import * as other from './sdk'; other.init({ serverURL: 'https://a.example.com' })", ""},
		// what may make a client without a server, or is not seen to give it one
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: x ? 'https://a.example.com' : undefined })", "request a.example.com, " + router},
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: '' })", router},
		{leanSDK, "import * as AV from './sdk'; const o = {}; if (x) o.serverURL = 'https://a.example.com'; AV.init(o)", "request a.example.com, " + router},
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com', ...x })", "request a.example.com, " + router},
		{leanSDK, "import * as AV from './sdk'; import * as LC from './sdk'; AV.init({ serverURL: 'https://a.example.com' }); LC.init({ appId: 'a' })", "request a.example.com, " + router},
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com' }); AV.init.call(AV, { appId: 'a' })", "request a.example.com, " + router},
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com' }); f(AV)", "request a.example.com, " + router},
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com' }); AV['in' + x]({ appId: 'a' })", "request a.example.com, " + router},
		{leanSDK, "import * as AV from './sdk'; import { init } from './sdk'; AV.init({ serverURL: 'https://a.example.com' }); init({ appId: 'a' })", "request a.example.com, " + router},
		{leanSDK, "const AV = require('./sdk'); AV.init({ serverURL: 'https://a.example.com' }); require('./sdk').init({ appId: 'a' })", "request a.example.com, " + router},
		{leanSDK, "const AV = require('./sdk'); AV.init({ serverURL: 'https://a.example.com' }); const { Realtime } = require('./sdk'); new Realtime({ appId: 'a' })", "request a.example.com, " + router},
		{leanSDK, "const AV = require('./sdk'), host = 'https://a.example.com'; AV.init({ serverURL: `${host}` }); new AV.Query('b')", "request a.example.com"},
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com' }); wx.request({ url: 'https://app-router.com' })", "request a.example.com, " + router},
		{oldSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com' })", "request a.example.com, " + router},
		{imSDK, "import * as im from './sdk'; new im.connection({ apiUrl: 'https://a.example.com', isHttpDNS: true })", "request rs.easemob.com"},
		{imSDK, "import * as im from './sdk'; new im.connection({ apiUrl: 'https://a.example.com', isHttpDNS: false })", ""},
		{cos, use + "new COS({}).put('a')", region + ", " + other},
		{cos, use + "new COS({ UseAccelerate: false }).put('a')", region + ", " + other},
		{cos, use + "new COS({ UseAccelerate: true }).put('a')", region + ", " + other + ", " + fast + ", request cos.accelerate.tencentcos.cn"},
		{cos, use + "const c = new COS({}); c.options.UseAccelerate = x; c.put('a')", region + ", " + other + ", " + fast + ", request cos.accelerate.tencentcos.cn"},
		{cos, use + "new COS({ AutoSwitchHost: true }).put('a')", region + ", " + other},
		{cos, use + "const c = new COS({}); c.put('a'); c.getService()", region + ", " + other + ", " + service},
		{cos, use + "const c = new COS({}); c.put('a'); const { getService } = c", region + ", " + other + ", " + service},
		{cos, use + "new COS({}).put('a'); wx.request({ url: 'https://service.cos.myqcloud.com' })", region + ", " + other + ", " + service},
		{url, "import './sdk'", "request *"},
		{strings.Replace(url, "m[6] ||", "m.host ||", 1), "import './sdk'", taro},
		{strings.Replace(url, "unknown.x", "const list = 'https://taro.com/list'; unknown.x", 1), "import './sdk'", taro},
		{url + "wx.request({ url: base + '/list' })", "import './sdk'", "request *, request taro.com"},
		{url, "import './sdk'; wx.request({ url: 'https://taro.com/list' })", "request *, request taro.com"},
		{cloud, "import './sdk'", ""},
		{strings.Replace(cloud, "uniCloud.init", "tcb.init", 1), "import './sdk'", tcb},
		{strings.Replace(cloud, "uniCloud.init", "tcb.init", 1) + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]')`, "import './sdk'", tcb},
		{cloud, "import { init } from './sdk'; init({ provider: 'tencent', spaceId: 'b' })", tcb},
		{cloud, "import { init } from './sdk'; init({ env: 'b' })", tcb},
		{cloud, "import { init } from './sdk'; init(x)", tcb},
		{cloud, "import { init } from './sdk'; init({ ...x })", tcb},
		{cloud, "import { init } from './sdk'; init('a')", ""},
		{cloud, "import './sdk'; export default { created() { this.init(x) }, f() { g.init(!0); h.init(this) } }", ""},
		{cloud, "import { init } from './sdk'; const o = {}; o.provider = x; f(o)", tcb},
		{cloud + `JSON.parse('{"provider":"tencent","spaceId":"b"}')`, "import './sdk'", tcb},
		{cloud + `JSON.parse('{"provider":"aliyun","spaceId":"b"}')`, "import './sdk'", ""},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]')`, "import './sdk'", ""},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"},{"provider":"tencent","spaceId":"b"}]')`, "import './sdk'", tcb},
		{cloud + `JSON.parse('[{"provider":"tcb","spaceId":"b"}]')`, "import './sdk'", tcb},
		{cloud + `JSON.parse('[{"spaceId":"b"}]')`, "import './sdk'", tcb},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":')`, "import './sdk'", tcb},
		{cloud + `JSON.parse('[]')`, "import './sdk'", ""},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]')`, "import { init } from './sdk'; init({ provider: 'tencent', spaceId: 'b' })", tcb},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]')`, "import { init } from './sdk'; init({ provider: x, spaceId: 'b' })", tcb},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]')`, "import { init } from './sdk'; init({ provider: 'aliyun', spaceId: 'b' })", ""},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]'); unknown.x({ provider: p, spaceId: s })`, "import './sdk'", ""},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]'); init({ provider: unknown.p, spaceId: s })`, "import './sdk'", tcb},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]'); unknown.y = e => init({ provider: e.provider, spaceId: e.spaceId })`, "import './sdk'", ""},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]'); unknown.y = (e, o) => init({ provider: o.provider, spaceId: e.spaceId })`, "import './sdk'", tcb},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]'); unknown.y = e => init({ provider: e.provider, spaceId: 'b' })`, "import './sdk'", tcb},
		{cloud + `JSON.parse('[{"provider":"tencent","spaceId":"a"}]'); unknown.y = e => init({ provider: e.provider, spaceId: e.spaceId })`, "import './sdk'", tcb},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]')`, "import { init } from './sdk'; const again = e => init({ provider: e.provider, spaceId: e.spaceId }); again(x)", tcb},
		{strings.Replace(cloud, "uniCloud.init.paramRequired", "use uniCloud.init for one of them", 1), "import './sdk'", ""},
		{cloud + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]'); init({ provider: 'tencent', spaceId: s })`, "import './sdk'", tcb},
	}
	for _, tt := range tests {
		t.Run(tt.sdk+tt.src, func(t *testing.T) {
			if got := contacts(head + tt.sdk + "\n-- app.js --\n" + tt.src); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestUnaskedIsBounded: of more SDKs than a mini program has all servers count.
func TestUnaskedIsBounded(t *testing.T) {
	for n, want := range map[int]string{maxUnasked: "", maxUnasked + 1: "request app-router.com"} {
		var files, app strings.Builder
		for i := range n {
			fmt.Fprintf(&files, "-- sdk%d.js --\nexport const init = o => { if (!o.serverURL) wx.request({ url: 'https://app-router.com/2/route' }) }\n", i)
			fmt.Fprintf(&app, "import * as AV%[1]d from './sdk%[1]d'; AV%[1]d.init({ serverURL: 'https://a.example.com' })\n", i)
		}
		if got := contacts("-- app.json --\n{}\n" + files.String() + "-- app.js --\n" + app.String()); got != want {
			t.Errorf("%d SDKs: got %q, want %q", n, got, want)
		}
	}
}
