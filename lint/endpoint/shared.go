package endpoint

// sharedDomain is a domain that a provider has filed and under which it gives
// its customers hosts. The public suffix list does not know it (or has it in
// its private section, as one of those that cannot be filed).
type sharedDomain struct {
	class  Class // Shared or TestHost
	source string
}

// sharedDomains: one row is one domain; a longer row wins over a shorter one.
// Without a row, one filing for myqcloud.com would cover every bucket of
// Tencent Cloud (measured with golang.org/x/net/publicsuffix v0.58.0).
var sharedDomains = map[string]sharedDomain{
	// Tencent Cloud
	"myqcloud.com":       {Shared, "https://www.tencentcloud.com/document/product/436/35870 (COS buckets)"},
	"tencentcos.cn":      {Shared, "https://web.sdk.qcloud.com/im/doc, tutorial 02 (COS buckets of Tencent IM)"},
	"tcloudbase.com":     {Shared, "https://docs.cloudbase.net/run/develop/access/client (services of CloudBase Run)"},
	"app.tcloudbase.com": {TestHost, "https://cloud.tencent.com/document/product/876/130728 (for development and tests only)"},
	"tcloudbaseapp.com":  {TestHost, "https://github.com/tencentyun/qcloud-documents (static hosting of CloudBase)"},
	"qcloud.la":          {Shared, "https://github.com/tencentyun/wafer (hosts that the old mini-program solution gave out)"},
	"tcb.qcloud.la":      {TestHost, "https://github.com/tencentyun/qcloud-documents (cloud storage of mini programs)"},
	"ap-shanghai.tcb-api.tencentcloudapi.com": {Shared, "https://doc.dcloud.net.cn/uniCloud/request-custom-domain.html (uniCloud spaces)"},
	// Alibaba Cloud
	"aliyuncs.com":         {Shared, "https://help.aliyun.com/document_detail/90763.html (functions), https://github.com/denghongcai/ali-oss (buckets)"},
	"fcapp.run":            {TestHost, "https://help.aliyun.com/zh/functioncompute/fc-3-0/user-guide/configure-custom-domain-names (default host of a trigger)"},
	"bspapp.com":           {Shared, "https://doc.dcloud.net.cn/uniCloud/request-custom-domain.html (uniCloud)"},
	"cloudbasefunction.cn": {Shared, "https://doc.dcloud.net.cn/uniCloud/request-custom-domain.html (uniCloud spaces)"},
	// Huawei Cloud, Volcengine, Baidu AI Cloud, Sina, AWS China
	"myhuaweicloud.com": {Shared, "https://developer.huaweicloud.com/endpoint?OBS (OBS buckets)"},
	"volces.com":        {Shared, "https://docs.textin.com/pipeline/sources/volcengine-tos (TOS buckets)"},
	"bcebos.com":        {Shared, "https://cloud.baidu.com/doc/BOS/s/5jwvyrf21 (BOS buckets)"},
	"sinaapp.com":       {Shared, "https://publicsuffix.org/list/ (private section; Sina App Engine, Beijing)"},
	"vipsinaapp.com":    {Shared, "https://publicsuffix.org/list/ (private section; Sina App Engine, Beijing)"},
	"applinzi.com":      {Shared, "https://publicsuffix.org/list/ (private section; Sina App Engine, Beijing)"},
	"amazonaws.com.cn":  {Shared, "https://roopu.cloud/arns-and-endpoints-in-aws-china/ (run by Sinnet and NWCD in the mainland)"},
	// Qiniu
	"clouddn.com":     {Shared, "https://github.com/qiniu/qshell/issues/188 (buckets)"},
	"bkt.clouddn.com": {TestHost, "https://github.com/qiniu/qshell/issues/188 (taken back after 30 days)"},
	"qiniup.com":      {Shared, "https://cnblogs.com/shenhuanjie/p/18422198/qi-niu-cloud-storage-area-description-z1d6jbe (upload gateways)"},
	"qbox.me":         {Shared, "https://github.com/gpake/qiniu-wxapp-sdk (older upload gateways)"},
}

// listRow is one name of a table and where it comes from.
type listRow struct{ name, source string }

// privateSuffixes are the ones that the list's private section lacks.
var privateSuffixes = []listRow{
	{"surge.sh", "https://surge.sh/help"},
	{"gitee.io", "https://gitee.com/help (Gitee Pages)"},
	{"loca.lt", "https://github.com/localtunnel/localtunnel"},
}

// extraSuffixes are public suffixes that the list lacks: 公益.cn and 政务.cn
// take registrations on the third level, of public-interest bodies and of
// government offices.
var extraSuffixes = []listRow{
	{"xn--55qw42g.cn", "公益.cn: https://www.conac.cn"},
	{"xn--zfr164b.cn", "政务.cn: https://www.conac.cn"},
}

// reservedNames can be registered by nobody. example.com and its kin (RFC
// 2606, section 3) are not here: they are ordinary names for documents.
var reservedNames = []listRow{
	{"test", "RFC 6761"},
	{"invalid", "RFC 6761"},
	{"example", "RFC 6761"},
	{"localhost", "RFC 6761"},
	{"local", "RFC 6762"},
	{"internal", "https://www.icann.org/en/board-activities-and-meetings/materials/approved-resolutions-special-meeting-of-the-icann-board-29-07-2024-en"},
	{"onion", "RFC 7686"},
	{"alt", "RFC 9476"},
	{"home.arpa", "RFC 8375"},
}
