package model

import (
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/platform"
)

// TeamCall is a call of which a team says in its config what it contacts.
type TeamCall struct {
	// Call is the name of what is called, as code writes it or as its module exports it:
	// myHttp.send, @acme/http.send.
	Call     string
	Argument int    // which argument has the address
	Option   string // the member of the argument that has it; "" for the argument itself
	Category platform.Category
}

// Last returns the name that the name of what is called ends with.
func (c *TeamCall) Last() string { return c.Call[strings.LastIndexAny(c.Call, "./")+1:] }

// Is reports whether a dotted name is the one of the call. One with dots or slashes can
// have more in front of it, as in this.$http.get and ../utils/http.send; a bare one
// can only have a folder there, since ws.send is not send.
func (c *TeamCall) Is(name string) bool {
	head, ok := strings.CutSuffix(name, c.Call)
	switch {
	case !ok:
		return false
	case head == "" || strings.HasSuffix(head, "/"):
		return true
	}
	return strings.HasSuffix(head, ".") && strings.ContainsAny(c.Call, "./")
}

// KnownCall is a call of which somebody says what it contacts: the team, or the
// makers of a client.
type KnownCall struct {
	TeamCall
	// Host: the address can be a host alone, whose protocol the option Protocol of the
	// first argument names.
	Host     bool
	Protocol string
	// Assigned: what is assigned to the member is contacted, not what it is called with.
	Assigned bool
	// Kinds: an argument may say what is loaded, and so by what.
	Kinds Kinds
}

// Kinds are the categories of what a loader loads, by the name of the constant that an
// argument is, or its value.
type Kinds struct {
	Argument int
	Of       map[string]platform.Category
	// Pictures: what says no kind and ends like a picture or a sound is loaded as one.
	Pictures bool
}

// KnownCalls are the calls of clients. Those that a repository holds a copy of are
// known by the names of their files.
var KnownCalls = sync.OnceValue(func() (all []KnownCall) {
	for _, g := range slices.Concat(knownGroups, engineGroups) {
		for _, call := range g.calls {
			for _, option := range g.options {
				of := TeamCall{Call: call, Argument: g.at, Option: option, Category: g.category}
				all = append(all, KnownCall{TeamCall: of, Host: g.host, Protocol: g.protocol, Assigned: g.assigned, Kinds: g.kinds})
			}
		}
	}
	return all
})

// knownGroup is what one source says of calls that take the same.
type knownGroup struct {
	calls    []string
	at       int      // which argument has the address
	options  []string // "" for the first argument itself
	category platform.Category
	host     bool
	protocol string
	assigned bool
	kinds    Kinds
	source   string
}

var (
	argument = []string{""}
	mqtt     = []string{"mqtt.connect", "mqtt.connectAsync"}
)

const stomp = "https://stomp-js.github.io/api-docs/latest/classes/StompConfig.html"

var knownGroups = []knownGroup{
	{calls: mqtt, options: argument, category: platform.Socket, source: "https://www.npmjs.com/package/mqtt#weapp"},
	{
		calls: mqtt, options: []string{"host", "hostname", "servers[].host"}, category: platform.Socket, host: true, protocol: "protocol",
		source: "https://github.com/mqttjs/MQTT.js#connect",
	},
	{
		calls: []string{"Paho.Client", "Paho.MQTT.Client", "paho-mqtt.Client", "mqttws31.Client"}, options: argument, category: platform.Socket, host: true,
		source: "https://eclipse.dev/paho/files/jsdoc/Paho.MQTT.Client.html",
	},
	{
		calls:   []string{"weapp.socket.io", "weapp.socket.io.connect", "socket.io-client", "socket.io-client.io", "socket.io-client.connect", "socket.io"},
		options: argument, category: platform.Socket, source: "https://www.npmjs.com/package/@joyu/weapp.socket.io",
	},
	{calls: []string{"uni-socket.io"}, options: argument, category: platform.Socket, source: "https://npmjs.com/package/%40hyoga%2Funi-socket.io"},
	{calls: []string{"socket.io-mp-client", "socket.io-mp-client.connect"}, options: argument, category: platform.Socket, source: "https://npmjs.com/package/socket.io-mp-client"},
	{calls: []string{"wxmp-socket.io-client", "wxmp-socket.io-client.connect"}, options: argument, category: platform.Socket, source: "https://developers.weixin.qq.com/community/develop/article/doc/0002042bb204d0ceb2696e79d5b013"},
	{calls: []string{"socket.io-client-wxmp"}, options: argument, category: platform.Socket, source: "https://app.unpkg.com/socket.io-client-wxmp@3.0.5/files/README.md"},
	{calls: []string{"laravel-echo"}, options: []string{"host", "wsHost"}, category: platform.Socket, host: true, source: "https://laravel.com/docs/broadcasting"},
	{calls: []string{"stompjs.Client", "stompjs.Client.configure"}, options: []string{"brokerURL"}, category: platform.Socket, source: stomp},
	{calls: []string{"stompjs.Client.brokerURL"}, options: argument, category: platform.Socket, assigned: true, source: stomp},
	{
		calls: []string{"Stomp.client", "stompjs.client", "stomp.client"}, options: argument, category: platform.Socket,
		source: "https://stomp-js.github.io/stomp-websocket/codo/extra/docs-src/Usage.md.html",
	},
	{
		calls: []string{"Sentry.init", "sentry-miniapp.init", "sentry-miniapp2.init"}, options: []string{"dsn"}, category: platform.Request,
		source: "https://classic.yarnpkg.com/en/package/sentry-miniapp",
	},
	{calls: []string{"sentry-mina.init"}, options: []string{"dsn"}, category: platform.Request, source: "https://blog.csdn.net/kiscon/article/details/130549933"},
	{calls: []string{"sentry-uniapp.init"}, options: []string{"dsn"}, category: platform.Request, source: "https://app.unpkg.com/sentry-uniapp@1.0.10/files/README.md"},
	{calls: []string{"$u.http.setConfig"}, options: []string{"baseUrl", "baseURL"}, category: platform.Request, source: "https://v1.uviewui.com/js/http.html"},
	{calls: []string{"Raven.config", "raven.config", "raven-weapp.config"}, options: argument, category: platform.Request, source: "https://github.com/guoyu07/raven-weapp"},
	{calls: []string{"apollo-boost"}, options: []string{"uri"}, category: platform.Request, source: "https://unpkg.com/browse/apollo-boost@0.3.1/README.md"},
	{
		calls: []string{"AV.init", "leancloud-storage.init", "av-core.init"}, options: []string{"serverURLs", "serverURLs.*"}, category: platform.Request,
		source: "https://zh-docs.leancloud.app/weapp.html",
	},
	{
		calls: []string{"AV.init", "leancloud-storage.init", "av-core.init"}, options: []string{"serverURL"}, category: platform.Request,
		source: "https://app.unpkg.com/leanengine@3.8.0/files/test/fixtures/app-info.js",
	},
	{calls: []string{"AV.setServerURLs"}, options: argument, category: platform.Request, source: "https://app.unpkg.com/leanengine@3.8.0/files/lib/storage-extra.js"},
	{calls: []string{"Parse.serverURL", "parse.serverURL", "parse/weapp.serverURL"}, options: argument, category: platform.Request, assigned: true, source: parseSource},
	{
		calls: []string{"supabase-js.createClient", "supabase.createClient"}, options: argument, category: platform.Request,
		source: "https://supabase.com/docs/reference/javascript/v1/initializing",
	},
	{
		calls: []string{"supabase-wechat-stable.createClient", "supabase-wechat-stable-v2.createClient"}, options: argument, category: platform.Request,
		source: "https://www.npmjs.com/package/supabase-wechat-xhs",
	},
	{calls: []string{"pocketbase"}, options: argument, category: platform.Request, source: "https://github.com/pocketbase/js-sdk"},
	{
		calls: []string{"lottie.loadAnimation", "lottie-miniprogram.loadAnimation"}, options: []string{"path"}, category: platform.Request,
		source: "https://github.com/wechat-miniprogram/lottie-miniprogram",
	},
	{calls: []string{"uniCloud.init"}, options: []string{"endpoint"}, category: platform.Request, source: "https://doc.dcloud.net.cn/uniCloud/request-custom-domain.html"},
}

const parseSource = "https://github.com/parse-community/Parse-SDK-JS/blob/039d9874dc91190266fd38c2763c6b7443b09ef1/src/Parse.js"
