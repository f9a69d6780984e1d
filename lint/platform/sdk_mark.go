package platform

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// sdkMark is a name under which sources import an SDK: of a package, or of the
// file that its makers hand out.
type sdkMark struct {
	name   string // lower case; an import, or its last part, starts with it
	sdk    message.Text
	source string
}

const npm = "https://www.npmjs.com/package/"

var sdkMarks = []sdkMark{
	{"qqmap-wx-jssdk", sdkTencentMap, srcTencentMap},
	{"amap-wx", sdkAmap, npm + "amap-wx"},
	{"tim-wx-sdk", sdkTencentIM, npm + "tim-wx-sdk"},
	{"tim-js-sdk", sdkTencentIM, npm + "tim-js-sdk"},
	{"@tencentcloud/chat", sdkTencentIM, npm + "@tencentcloud/chat"},
	{"webim_wx", sdkTencentOld, srcTencentOld},
	{"mta-wechat-analysis", sdkTencentOld, npm + "mta-wechat-analysis"},
	{"mta_analysis", sdkTencentOld, npm + "mta-wechat-analysis"},
	{"trtc-wx", sdkTRTC, npm + "trtc-wx-sdk"},
	{"cos-wx-sdk-v5", sdkCOS, srcCOS},
	{"easemob-websdk", sdkEasemob, npm + "easemob-websdk"},
	{"easemob-chat", sdkEasemob, srcEasemob},
	{"agora-miniapp-sdk", sdkAgora, srcAgora},
	{"agora_miniapp_sdk", sdkAgora, srcAgora},
	{"@volcengine/im-", sdkVolcIM, srcVolcIM},
	{"dingrtc", sdkDingRTC, npm + "dingrtc"},
	{"umtrack-", sdkUmeng, srcUmeng},
	{"mtj-wx-sdk", sdkTongji, npm + "mtj-wx-sdk"},
	{"qiniu-wxapp-sdk", sdkQiniu, srcQiniu},
	{"qiniuuploader", sdkQiniu, srcQiniu},
}

// UniStatistics is the name of uni-app's statistics in SDKHosts; a project
// switches it on with uniStatistics.enable in manifest.json.
func UniStatistics() []SDKHost { return hostsOf(sdkUniStat) }

// UniCloud is the object through which uni-app contacts service spaces.
const UniCloud = "uniCloud"

// AppProvider is a provider of logins that apps alone have
// (https://uniapp.dcloud.io/univerify).
const AppProvider = "univerify"

// UniCloudFolders are the folders that a service space has in a project, by whose it is,
// with what contacts it.
var UniCloudFolders = map[string]message.Text{"uniCloud-aliyun": sdkUniAliyun, "uniCloud-tcb": sdkUniTencent, "uniCloud-alipay": sdkUniAlipay}

// HostsOf returns the hosts that an SDK contacts.
func HostsOf(sdk message.Text) []SDKHost { return hostsOf(sdk) }

// SDKByImport returns the hosts that the SDK contacts which an import names,
// and whether it names one. Some SDKs contact a host of the customer's or one
// that depends on a region: of these no host is certain, and none is returned.
func SDKByImport(spec string) (sdk message.Text, hosts []SDKHost, ok bool) {
	spec = strings.ToLower(spec)
	base := path.Base(spec)
	for _, m := range sdkMarks {
		if strings.HasPrefix(spec, m.name) || strings.HasPrefix(base, m.name) {
			return m.sdk, certain(hostsOf(m.sdk)), true
		}
	}
	return message.Text{}, nil, false
}

func hostsOf(sdk message.Text) []SDKHost {
	var hosts []SDKHost
	for _, h := range SDKHosts() {
		if h.SDK == sdk {
			hosts = append(hosts, h)
		}
	}
	return hosts
}

// certain drops the hosts of SDKs that choose one of them by bucket or region.
func certain(hosts []SDKHost) []SDKHost {
	var out []SDKHost
	for _, h := range hosts {
		if !h.Below && h.SDK != sdkQiniu {
			out = append(out, h)
		}
	}
	return out
}
