package platform

import (
	"slices"

	"github.com/beianlint/beianlint/lint/message"
)

// SDKHost is a host that an SDK contacts without the app's sources naming it.
type SDKHost struct {
	Host       string // the host; where Below is set, a host of the customer below it
	Below      bool
	SDK        message.Text
	Owner      message.Text
	Categories []Category
	On         ID // the only platform that it is contacted on; "" for all
	// By is how a customer names a server of its own, which then stands for it.
	By     Replaced
	Source string
}

// Replaced is the options of an SDK that name another server, while the option Off is
// false, if there is one. Call makes its client.
type Replaced struct {
	Call    string
	Options [2]string
	Off     string
}

// The pages that tell developers which hosts to list.
const (
	srcTencentMap  = "https://lbs.qq.com/product/miniapp/jssdk"
	srcAmap        = "https://github.com/AlipayDocs/open-docs (map FAQ)"
	srcTencentIM   = "https://web.sdk.qcloud.com/im/doc (tutorial 02)"
	srcTencentOld  = "https://segmentfault.com/a/1190000020394687"
	srcTRTC        = "https://cloud.tencent.com/developer (TRTC room component)"
	srcCOS         = "https://www.npmjs.com/package/cos-wx-sdk-v5-taro"
	srcCOSCode     = "https://www.npmjs.com/package/cos-wx-sdk-v5?activeTab=code (1.8.0: src/cos.js, src/base.js)"
	srcEasemob     = "https://doc.easemob.com"
	srcEasemobInit = "https://doc.easemob.com/document/applet/initialization.html"
	srcAgora       = "https://docs.agora.io (firewall page)"
	srcVolcIM      = "https://www.volcengine.com/docs/6348/291368"
	srcDingRTC     = "https://help.aliyun.com/document_detail/3028352.html"
	srcUmeng       = "https://developers.weixin.qq.com/community/develop/article/doc/000e280df20c10f6a03b2aa0256c13"
	srcBaiduTongji = "https://docs.taro.zone (report)"
	srcUniStat     = "https://uniapp.dcloud.net.cn/uni-stat-public"
	srcUniCloud    = "https://doc.dcloud.net.cn/uniCloud/request-custom-domain.html"
	srcUniPublish  = "https://doc.dcloud.net.cn/uniCloud/publish.html"
	srcUniSpace    = "https://doc.dcloud.net.cn/uniCloud/concepts/space.html"
	srcQiniu       = "https://github.com/gpake/qiniu-wxapp-sdk"
	srcOSS         = "https://ext.dcloud.net.cn/plugin?id=16804"
	srcWXRuntime   = "https://developers.weixin.qq.com/community/develop/doc/0006e61b004900a76bed51bd95b400"
)

// The SDKs.
var (
	sdkTencentMap = message.Text{EN: "Tencent maps", ZH: "腾讯位置服务"}
	sdkAmap       = message.Text{EN: "Amap", ZH: "高德地图"}
	sdkTencentIM  = message.Text{EN: "Tencent IM", ZH: "腾讯云即时通信 IM"}
	sdkTencentOld = message.Text{EN: "Tencent IM and MTA (older)", ZH: "旧版腾讯云 IM、MTA"}
	sdkTRTC       = message.Text{EN: "Tencent RTC", ZH: "腾讯云实时音视频 TRTC"}
	sdkCOS        = message.Text{EN: "Tencent COS", ZH: "腾讯云对象存储 COS"}
	sdkEasemob    = message.Text{EN: "Easemob IM", ZH: "环信即时通讯"}
	sdkAgora      = message.Text{EN: "Agora RTC", ZH: "声网实时音视频"}
	sdkVolcIM     = message.Text{EN: "Volcengine IM", ZH: "火山引擎即时通讯"}
	sdkArk        = message.Text{EN: "Volcengine Ark", ZH: "火山方舟"}
	sdkDingRTC    = message.Text{EN: "Aliyun DingRTC", ZH: "阿里云音视频通信 DingRTC"}
	sdkUmeng      = message.Text{EN: "Umeng+", ZH: "友盟+"}
	sdkTongji     = message.Text{EN: "Baidu Tongji", ZH: "百度统计"}
	sdkUniStat    = message.Text{EN: "uni statistics", ZH: "uni 统计"}
	sdkUniAliyun  = message.Text{EN: "uniCloud (Alibaba Cloud)", ZH: "uniCloud（阿里云）"}
	sdkUniTencent = message.Text{EN: "uniCloud (Tencent Cloud)", ZH: "uniCloud（腾讯云）"}
	sdkUniAlipay  = message.Text{EN: "uniCloud (Alipay Cloud)", ZH: "uniCloud（支付宝云）"}
	sdkQiniu      = message.Text{EN: "Qiniu upload", ZH: "七牛云上传"}
	sdkOSS        = message.Text{EN: "Alibaba Cloud OSS", ZH: "阿里云对象存储 OSS"}
	sdkAlicdn     = message.Text{EN: "Alibaba CDN", ZH: "阿里 CDN"}
)

var (
	onRequest  = []Category{Request}
	onSocket   = []Category{Socket}
	onUpload   = []Category{Upload}
	onDownload = []Category{Download}
	onFiles    = []Category{Upload, Download}
)

// sdkGroup is the hosts that one page gives for one SDK and category.
type sdkGroup struct {
	sdk, owner message.Text
	categories []Category
	source     string
	hosts      []string
	below      bool
	on         ID // the only platform; "" for all
	by         Replaced
}

// What names the servers of Easemob's customers (srcEasemobInit).
var (
	easemobREST   = Replaced{"connection", [2]string{"apiUrl"}, "isHttpDNS"}
	easemobSocket = Replaced{"connection", [2]string{"url"}, "isHttpDNS"}
)

var sdkGroups = []sdkGroup{
	{sdk: sdkTencentMap, owner: tencent, categories: onRequest, source: srcTencentMap, hosts: []string{"apis.map.qq.com"}},
	{sdk: sdkAmap, owner: amap, categories: onRequest, source: srcAmap, hosts: []string{"restapi.amap.com"}},
	{sdk: sdkTencentIM, owner: tencent, categories: onSocket, source: srcTencentIM, hosts: []string{"wss.im.qcloud.com", "wss.tim.qq.com"}},
	{sdk: sdkTencentIM, owner: tencent, categories: onRequest, source: srcTencentIM, hosts: []string{"web.sdk.qcloud.com", "webim.tim.qq.com", "api.im.qcloud.com"}},
	{sdk: sdkTencentIM, owner: tencent, categories: onFiles, source: srcTencentIM, hosts: []string{"cos.ap-shanghai.myqcloud.com", "cos.ap-shanghai.tencentcos.cn", "cos.ap-guangzhou.myqcloud.com"}},
	{sdk: sdkTencentOld, owner: tencent, categories: onRequest, source: srcTencentOld, hosts: []string{"yun.tim.qq.com", "pingtas.qq.com"}},
	{sdk: sdkTRTC, owner: tencent, categories: []Category{Request, Download}, source: srcTRTC, hosts: []string{"cloud.tim.qq.com", "avc.qcloud.com", "gz.file.myqcloud.com"}},
	{sdk: sdkCOS, owner: tencent, categories: onFiles, source: srcCOS, hosts: []string{"myqcloud.com"}, below: true},
	{sdk: sdkEasemob, owner: easemob, categories: []Category{Request, Upload, Download}, source: srcEasemobInit, by: easemobREST, hosts: []string{"a1.easemob.com", "a1-v2.easemob.com"}},
	{sdk: sdkEasemob, owner: easemob, categories: onDownload, source: srcEasemob, hosts: []string{"a1-chatfile.easemob.com", "ngi-chatfile.easemob.com"}},
	{sdk: sdkEasemob, owner: easemob, categories: onSocket, source: srcEasemobInit, by: easemobSocket, on: WeChat, hosts: []string{"im-api-wechat.easemob.com"}},
	{sdk: sdkEasemob, owner: easemob, categories: onSocket, source: srcEasemobInit, by: easemobSocket, on: Alipay, hosts: []string{"im-api-alipay.easemob.com"}},
	{sdk: sdkAgora, owner: agora, categories: []Category{Request, Socket}, source: srcAgora, hosts: []string{
		"miniapp.agoraio.cn", "miniapp-1.agoraio.cn", "miniapp-2.agoraio.cn", "miniapp-3.agoraio.cn", "miniapp-4.agoraio.cn", "uni-webcollector.agora.io",
	}},
	{sdk: sdkVolcIM, owner: volcengine, categories: onRequest, source: srcVolcIM, hosts: []string{"imapi.volcvideo.com", "apmplus.volces.com", "gator.volces.com"}},
	{sdk: sdkVolcIM, owner: volcengine, categories: onSocket, source: srcVolcIM, hosts: []string{"frontier-sinf.ivolces.com"}},
	{sdk: sdkDingRTC, owner: alibaba, categories: onRequest, source: srcDingRTC, hosts: []string{
		"gslb.dingrtc.com", "gslb-bk.dingrtc.com", "onertc-client-zb.cn-zhangjiakou.log.aliyuncs.com",
	}},
	{sdk: sdkDingRTC, owner: alibaba, categories: onSocket, source: srcDingRTC, hosts: []string{
		"relaysvr-ff1.mcs.dingtalk.com", "relaysvr-ff2.mcs.dingtalk.com", "relaysvr-hk1.mcs.dingtalk.com", "relaysvr-hk2.mcs.dingtalk.com",
		"relaysvr-sg1.mcs.dingtalk.com", "relaysvr-sg2.mcs.dingtalk.com", "relaysvr-sh1.mcs.dingtalk.com", "relaysvr-sh2.mcs.dingtalk.com",
		"relaysvr-sv1.mcs.dingtalk.com", "relaysvr-sv2.mcs.dingtalk.com", "relaysvr-zb1.mcs.dingtalk.com", "relaysvr-zb2.mcs.dingtalk.com",
	}},
	{sdk: sdkUmeng, owner: umeng, categories: onRequest, source: srcUmeng, hosts: []string{"umini.shujupie.com"}},
	{sdk: sdkTongji, owner: baidu, categories: onRequest, source: srcBaiduTongji, hosts: []string{"hmma.baidu.com"}},
	{sdk: sdkUniStat, owner: dcloud, categories: onRequest, source: srcUniStat, hosts: []string{"tongji-collector.dcloud.net.cn", "tongji.dcloud.io"}},
	{sdk: sdkUniAliyun, owner: dcloud, categories: onRequest, source: srcUniPublish, hosts: []string{"api.next.bspapp.com"}},
	{sdk: sdkUniTencent, owner: tencent, categories: onRequest, source: srcUniPublish, hosts: []string{"tcb-api.tencentcloudapi.com"}},
	{sdk: sdkUniTencent, owner: tencent, categories: onUpload, source: srcUniPublish, hosts: []string{"cos.ap-shanghai.myqcloud.com"}},
	{sdk: sdkUniAlipay, owner: dcloud, categories: onRequest, source: srcUniPublish, hosts: []string{"cloudbasefunction.cn"}, below: true},
	{sdk: sdkQiniu, owner: qiniu, categories: onUpload, source: srcQiniu, hosts: []string{
		"up.qiniup.com", "up-z1.qiniup.com", "up-z2.qiniup.com", "up-na0.qiniup.com", "up-as0.qiniup.com",
		"up.qbox.me", "up-z1.qbox.me", "up-z2.qbox.me", "up-na0.qbox.me", "up-as0.qbox.me",
	}},
	{sdk: sdkOSS, owner: alibaba, categories: onFiles, source: srcOSS, hosts: []string{"aliyuncs.com"}, below: true},
	{sdk: sdkAlicdn, owner: alibaba, categories: onDownload, source: "integrators' guides", hosts: []string{"img.alicdn.com"}},
	{sdk: sdkArk, owner: volcengine, categories: onRequest, source: "public repositories", hosts: []string{"ark.cn-beijing.volces.com"}},
}

// SDKHosts returns the hosts that SDKs of others contact, in a fixed order.
// Hosts that each customer runs for itself (Sentry, SensorsData …) are not in
// it.
func SDKHosts() []SDKHost {
	var hosts []SDKHost
	for _, g := range sdkGroups {
		for _, h := range g.hosts {
			hosts = append(hosts, SDKHost{
				Host: h, Below: g.below, SDK: g.sdk, Owner: g.owner, Categories: slices.Clone(g.categories), On: g.on, By: g.by, Source: g.source,
			})
		}
	}
	return hosts
}
