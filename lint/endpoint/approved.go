package endpoint

// approvedTLDs are the suffixes that MIIT has approved for filing: Tencent
// Cloud's list "可备案的域名后缀" (github.com/tencentyun/qcloud-documents,
// 备案域名.md, labelled 2020-07-24 and extended since), with .bond .cyou
// .school .uno of https://gist.github.com/yueim (70dcbaa5ec), .pw (reported
// 2025-01) and 世界 健康 (github.com/v2fly/domain-list-community, tld-cn). The
// live authority is https://domain.miit.gov.cn. Below .cn everything is.
var approvedTLDs = []string{
	"cn",
	"archi", "art", "asia", "auto", "baby", "baidu", "band", "beer", "bio", "biz", "black", "blue", "cab", "cafe", "cash", "cc", "center", "chase", "chat",
	"citic", "city", "cloud", "club", "co", "college", "com", "company", "cool", "design", "email", "fan", "fans", "fashion", "fit", "fun", "fund", "fyi", "games", "gold",
	"green", "group", "guru", "host", "icu", "info", "ink", "jpmorgan", "kim", "law", "life", "link", "live", "lotto", "love", "ltd", "luxe", "market", "mba", "media", "mobi",
	"monster", "net", "news", "online", "organic", "pet", "pink", "plus", "poker", "press", "pro", "promo", "protection", "pub", "red", "ren", "rent", "run", "sale",
	"security", "shop", "shopping", "show", "site", "ski", "social", "sohu", "space", "storage", "store", "studio", "tax", "team", "tech", "technology", "theatre",
	"today", "top", "tv", "unicom", "video", "vin", "vip", "vote", "voto", "wang", "website", "wiki", "work", "world", "xin", "xyz", "yoga", "zone",
	"bond", "cyou", "school", "uno", "pw",
	"xn--fiqs8s",     // 中国
	"xn--fiqz9s",     // 中國
	"xn--zfr164b",    // 政务
	"xn--55qw42g",    // 公益
	"xn--55qx5d",     // 公司
	"xn--io0a7i",     // 网络
	"xn--ses554g",    // 网址
	"xn--czru2d",     // 商城
	"xn--hxt814e",    // 网店
	"xn--fiq64b",     // 中信
	"xn--czr694b",    // 商标
	"xn--xhq521b",    // 广东
	"xn--1qqw23a",    // 佛山
	"xn--vuq861b",    // 信息
	"xn--kput3i",     // 手机
	"xn--3ds443g",    // 在线
	"xn--fiq228c5hs", // 中文网
	"xn--3bst00m",    // 集团
	"xn--6qq986b3xl", // 我爱你
	"xn--czrs0t",     // 商店
	"xn--vhquv",      // 企业
	"xn--fjq720a",    // 娱乐
	"xn--unup4y",     // 游戏
	"xn--g2xx48c",    // 购物
	"xn--imr513n",    // 餐厅
	"xn--otu796d",    // 招聘
	"xn--9et52u",     // 时尚
	"xn--6frz82g",    // 移动
	"xn--5tzm5g",     // 网站
	"xn--8y0a063a",   // 联通
	"xn--rhqv96g",    // 世界
	"xn--nyqy26a",    // 健康
}

// provinces are the second levels of .cn that stand for a province or region
// (same source).
var provinces = []string{
	"bj", "tj", "sh", "cq", "he", "sx", "nm", "ln", "jl", "hl", "js", "zj", "ah", "fj", "jx", "sd", "ha", "hb",
	"hn", "gd", "gx", "hi", "sc", "gz", "yn", "xz", "sn", "gs", "qh", "nx", "xj", "tw", "hk", "mo",
}
