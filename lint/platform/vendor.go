package platform

import (
	"strings"

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
var vendors = map[string]Vendor{
	"qq.com":              {Owner: tencent, Source: srcTencentMap, Number: "粤B2-20090059-5"}, // MIIT's answer of 2022-09-06 in https://github.com/ye-guo/yeguo-api-sdk
	"qlogo.cn":            {Owner: tencent, Source: "https://developers.weixin.qq.com/community/ (avatars: wx.qlogo.cn, thirdwx.qlogo.cn)"},
	"servicewechat.com":   {Owner: tencent, Source: wxNetwork},
	"weixinbridge.com":    {Owner: tencent, Source: srcWXRuntime},
	"myqcloud.com":        {Owner: tencent, Source: srcCOS},
	"tencentcos.cn":       {Owner: tencent, Source: srcTencentIM},
	"qcloud.com":          {Owner: tencent, Source: srcTencentIM},
	"qcloud.la":           {Owner: tencent, Source: "https://github.com/tencentyun/wafer"},
	"tencent.com":         {Owner: tencent, Source: srcWXRuntime},
	"tencentcloudapi.com": {Owner: tencent, Source: srcWXRuntime},
	"tcloudbase.com":      {Owner: tencent, Source: "https://docs.cloudbase.net/run/develop/access/client"},
	"tcloudbaseapp.com":   {Owner: tencent, Source: "https://github.com/tencentyun/qcloud-documents"},

	"amap.com":             {Owner: amap, Source: srcAmap},
	"aliyuncs.com":         {Owner: alibaba, Source: srcDingRTC},
	"dingrtc.com":          {Owner: alibaba, Source: srcDingRTC},
	"dingtalk.com":         {Owner: alibaba, Source: srcDingRTC},
	"alicdn.com":           {Owner: alibaba, Source: "https://at.alicdn.com (iconfont), img.alicdn.com"},
	"alipay.com":           {Owner: alibaba, Source: aliDocs},
	"taobao.com":           {Owner: alibaba, Source: aliDocs},
	"tmall.com":            {Owner: alibaba, Source: aliDocs},
	"fcapp.run":            {Owner: alibaba, Source: "https://help.aliyun.com/zh/functioncompute/fc-3-0/user-guide/configure-custom-domain-names"},
	"bspapp.com":           {Owner: dcloud, Source: srcUniCloud},
	"cloudbasefunction.cn": {Owner: dcloud, Source: srcUniCloud},
	"dcloud.net.cn":        {Owner: dcloud, Source: srcUniStat},
	"dcloud.io":            {Owner: dcloud, Source: srcUniStat},
	"shujupie.com":         {Owner: umeng, Source: srcUmeng},

	"baidu.com":         {Owner: baidu, Source: srcBaiduTongji, Number: "京ICP证030173号-1"}, // MIIT's answer of 2021-08-30 in https://github.com/yuedanlabs/icp-query-extension
	"bcebos.com":        {Owner: baidu, Source: "https://cloud.baidu.com/doc/BOS/s/5jwvyrf21"},
	"myhuaweicloud.com": {Owner: huawei, Source: "https://developer.huaweicloud.com/endpoint?OBS"},
	"volcvideo.com":     {Owner: volcengine, Source: srcVolcIM},
	"volces.com":        {Owner: volcengine, Source: srcVolcIM},
	"ivolces.com":       {Owner: volcengine, Source: srcVolcIM},
	"qiniup.com":        {Owner: qiniu, Source: srcQiniu},
	"qbox.me":           {Owner: qiniu, Source: srcQiniu},
	"clouddn.com":       {Owner: qiniu, Source: "https://github.com/qiniu/qshell/issues/188"},
	"easemob.com":       {Owner: easemob, Source: srcEasemob},
	"agoraio.cn":        {Owner: agora, Source: srcAgora},
	"agora.io":          {Owner: agora, Source: srcAgora},
	"sinaapp.com":       {Owner: sina, Source: "https://publicsuffix.org/list/"},
	"vipsinaapp.com":    {Owner: sina, Source: "https://publicsuffix.org/list/"},
	"applinzi.com":      {Owner: sina, Source: "https://publicsuffix.org/list/"},
	"amazonaws.com.cn":  {Owner: awsChina, Source: "https://roopu.cloud/arns-and-endpoints-in-aws-china/"},
}

// VendorOf returns the vendor that a canonical host belongs to, and the domain
// that the vendor has filed.
func VendorOf(host string) (Vendor, bool) {
	for domain, more := host, true; more; _, domain, more = strings.Cut(domain, ".") {
		if v, ok := vendors[domain]; ok {
			v.Domain = domain
			return v, true
		}
	}
	return Vendor{}, false
}
