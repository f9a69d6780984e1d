package sink

import "testing"

// TestReplaced has the hosts of an SDK for which its options name servers of a
// customer, while they count.
func TestReplaced(t *testing.T) {
	const (
		sockets   = "socket im-api-alipay.easemob.com, socket im-api-wechat.easemob.com"
		published = "download a1-chatfile.easemob.com, download a1-v2.easemob.com, download a1.easemob.com, download ngi-chatfile.easemob.com, " +
			"request a1-v2.easemob.com, request a1.easemob.com, "
		uploads  = ", upload a1-v2.easemob.com, upload a1.easemob.com"
		own      = "download a1-chatfile.easemob.com, download ngi-chatfile.easemob.com, "
		standard = published + sockets + uploads
	)
	tests := []struct{ src, want string }{
		{"new im.connection({ appKey: k })", standard},
		{"new im.connection({ url: 'wss://a.example.com/ws' })", published + "socket a.example.com?, " + sockets + uploads},
		{"new im.connection({ url: 'wss://a.example.com/ws', isHttpDNS: true })", published + "socket a.example.com?, " + sockets + uploads},
		{"new im.connection({ url: 'wss://a.example.com/ws', isHttpDNS: x })", published + "socket a.example.com?, " + sockets + uploads},
		{"new im.connection({ url: 'wss://a.example.com/ws', isHttpDNS: false })", published + "socket a.example.com?" + uploads},
		{"new im.connection({ apiUrl: 'https://b.example.com', url: 'wss://a.example.com/ws', isHttpDNS: false })", own + "socket a.example.com?, unknown b.example.com?"},
		{"const make = o => new im.connection(o); make({ url: 'wss://a.example.com/ws', isHttpDNS: false })", published + "socket a.example.com?" + uploads},
		{"const make = o => new im.connection(o); x({ url: 'wss://a.example.com/ws', isHttpDNS: false })", published + "socket a.example.com?" + uploads},
		{"new im.connection({ url: 'wss://a.example.com/ws', isHttpDNS: false }); new im.connection({})", published + "socket a.example.com?, " + sockets + uploads},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			if got := contacts("-- app.json --\n{}\n-- app.js --\nimport im from 'easemob-websdk'\n" + tt.src); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
