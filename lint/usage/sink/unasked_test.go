package sink

import (
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
		{leanSDK, "import * as other from './sdk'; other.init({ serverURL: 'https://a.example.com' })", router},
		{leanSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com' }); wx.request({ url: 'https://app-router.com' })", "request a.example.com, " + router},
		{oldSDK, "import * as AV from './sdk'; AV.init({ serverURL: 'https://a.example.com' })", "request a.example.com, " + router},
		{imSDK, "import * as im from './sdk'; new im.connection({ apiUrl: 'https://a.example.com', isHttpDNS: true })", "request rs.easemob.com"},
		{imSDK, "import * as im from './sdk'; new im.connection({ apiUrl: 'https://a.example.com', isHttpDNS: false })", ""},
		{cloud, "import './sdk'", ""},
		{strings.Replace(cloud, "uniCloud.init", "tcb.init", 1), "import './sdk'", tcb},
		{strings.Replace(cloud, "uniCloud.init", "tcb.init", 1) + `JSON.parse('[{"provider":"aliyun","spaceId":"a"}]')`, "import './sdk'", tcb},
		{cloud, "import { init } from './sdk'; init({ provider: 'tencent', spaceId: 'b' })", tcb},
		{cloud, "import { init } from './sdk'; init({ env: 'b' })", tcb},
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
