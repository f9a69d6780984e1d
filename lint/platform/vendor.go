package platform

import (
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
)

// Vendor is a company whose domain mini programs use and which has filed it.
type Vendor struct {
	Domain string // and every host below it
	Owner  message.Text
	Source string
	Number string // of the filing, "" where no source that can be named gives it
}

// The owners.
var (
	tencent    = message.Text{EN: "Tencent", ZH: "腾讯"}
	alibaba    = message.Text{EN: "Alibaba", ZH: "阿里巴巴"}
	amap       = message.Text{EN: "Amap", ZH: "高德"}
	baidu      = message.Text{EN: "Baidu", ZH: "百度"}
	huawei     = message.Text{EN: "Huawei Cloud", ZH: "华为云"}
	volcengine = message.Text{EN: "Volcengine", ZH: "火山引擎"}
	qiniu      = message.Text{EN: "Qiniu", ZH: "七牛云"}
	easemob    = message.Text{EN: "Easemob", ZH: "环信"}
	agora      = message.Text{EN: "Agora", ZH: "声网"}
	umeng      = message.Text{EN: "Umeng+", ZH: "友盟+"}
	dcloud     = message.Text{EN: "DCloud", ZH: "DCloud（数字天堂）"}
	sina       = message.Text{EN: "Sina", ZH: "新浪"}
	awsChina   = message.Text{EN: "AWS China (Sinnet, NWCD)", ZH: "亚马逊云科技中国（光环新网、西云数据）"}
)

// vendors: the owners of the domains in the SDK table and of the shared
// domains of package endpoint. Who owns what is read from the page that tells
// developers to list the host.
var vendors = []Vendor{
	{Domain: "qq.com", Owner: tencent, Source: srcTencentMap, Number: "粤B2-20090059-5"}, // MIIT's answer of 2022-09-06 in https://github.com/ye-guo/yeguo-api-sdk
	{Domain: "qlogo.cn", Owner: tencent, Source: "https://developers.weixin.qq.com/community/ (avatars: wx.qlogo.cn, thirdwx.qlogo.cn)"},
	{Domain: "servicewechat.com", Owner: tencent, Source: wxNetwork},
	{Domain: "weixinbridge.com", Owner: tencent, Source: srcWXRuntime},
	{Domain: "myqcloud.com", Owner: tencent, Source: srcCOS},
	{Domain: "tencentcos.cn", Owner: tencent, Source: srcTencentIM},
	{Domain: "qcloud.com", Owner: tencent, Source: srcTencentIM},
	{Domain: "qcloud.la", Owner: tencent, Source: "https://github.com/tencentyun/wafer"},
	{Domain: "tencent.com", Owner: tencent, Source: srcWXRuntime},
	{Domain: "tencentcloudapi.com", Owner: tencent, Source: srcWXRuntime},
	{Domain: "tcloudbase.com", Owner: tencent, Source: "https://docs.cloudbase.net/run/develop/access/client"},
	{Domain: "tcloudbaseapp.com", Owner: tencent, Source: "https://github.com/tencentyun/qcloud-documents"},

	{Domain: "amap.com", Owner: amap, Source: srcAmap},
	{Domain: "aliyuncs.com", Owner: alibaba, Source: srcDingRTC},
	{Domain: "dingrtc.com", Owner: alibaba, Source: srcDingRTC},
	{Domain: "dingtalk.com", Owner: alibaba, Source: srcDingRTC},
	{Domain: "alicdn.com", Owner: alibaba, Source: "https://at.alicdn.com (iconfont), img.alicdn.com"},
	{Domain: "alipay.com", Owner: alibaba, Source: aliDocs},
	{Domain: "taobao.com", Owner: alibaba, Source: aliDocs},
	{Domain: "tmall.com", Owner: alibaba, Source: aliDocs},
	{Domain: "fcapp.run", Owner: alibaba, Source: "https://help.aliyun.com/zh/functioncompute/fc-3-0/user-guide/configure-custom-domain-names"},
	{Domain: "bspapp.com", Owner: dcloud, Source: srcUniCloud},
	{Domain: "cloudbasefunction.cn", Owner: dcloud, Source: srcUniCloud},
	{Domain: "dcloud.net.cn", Owner: dcloud, Source: srcUniStat},
	{Domain: "dcloud.io", Owner: dcloud, Source: srcUniStat},
	{Domain: "shujupie.com", Owner: umeng, Source: srcUmeng},

	{Domain: "baidu.com", Owner: baidu, Source: srcBaiduTongji, Number: "京ICP证030173号-1"}, // MIIT's answer of 2021-08-30 in https://github.com/yuedanlabs/icp-query-extension
	{Domain: "bcebos.com", Owner: baidu, Source: "https://cloud.baidu.com/doc/BOS/s/5jwvyrf21"},
	{Domain: "myhuaweicloud.com", Owner: huawei, Source: "https://developer.huaweicloud.com/endpoint?OBS"},
	{Domain: "volcvideo.com", Owner: volcengine, Source: srcVolcIM},
	{Domain: "volces.com", Owner: volcengine, Source: srcVolcIM},
	{Domain: "ivolces.com", Owner: volcengine, Source: srcVolcIM},
	{Domain: "qiniup.com", Owner: qiniu, Source: srcQiniu},
	{Domain: "qbox.me", Owner: qiniu, Source: srcQiniu},
	{Domain: "clouddn.com", Owner: qiniu, Source: "https://github.com/qiniu/qshell/issues/188"},
	{Domain: "easemob.com", Owner: easemob, Source: srcEasemob},
	{Domain: "agoraio.cn", Owner: agora, Source: srcAgora},
	{Domain: "agora.io", Owner: agora, Source: srcAgora},
	{Domain: "sinaapp.com", Owner: sina, Source: "https://publicsuffix.org/list/"},
	{Domain: "vipsinaapp.com", Owner: sina, Source: "https://publicsuffix.org/list/"},
	{Domain: "applinzi.com", Owner: sina, Source: "https://publicsuffix.org/list/"},
	{Domain: "amazonaws.com.cn", Owner: awsChina, Source: "https://roopu.cloud/arns-and-endpoints-in-aws-china/"},
}

// VendorOf returns the vendor that a canonical host belongs to, with the domain
// that the vendor has filed; nil when it is nobody's.
func VendorOf(host string) *Vendor {
	var found *Vendor
	for i := range vendors {
		if v := &vendors[i]; endpoint.Covers(v.Domain, host) && (found == nil || len(v.Domain) > len(found.Domain)) {
			found = v
		}
	}
	return found
}
