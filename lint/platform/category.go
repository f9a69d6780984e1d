package platform

// Category says which platform list an endpoint belongs to.
type Category string

// The categories. Media is contacted by pictures, styles and players and has
// no platform list; Unknown is a base URL that no call was seen to use.
const (
	Request  Category = "request"
	Socket   Category = "socket"
	Upload   Category = "upload"
	Download Category = "download"
	UDP      Category = "udp"
	TCP      Category = "tcp"
	WebView  Category = "webview"
	Prefetch Category = "prefetch"
	Media    Category = "media"
	Unknown  Category = "unknown"
)

// Enforced reports whether an unfiled host in this category fails the build:
// every network category, and Unknown, which is a base URL.
func (c Category) Enforced() bool { return c != Media }

// ID names a platform.
type ID string

// The platforms that frameworks, and hosts of SDKs, are for.
const (
	WeChat ID = "wechat"
	Alipay ID = "alipay"
)
