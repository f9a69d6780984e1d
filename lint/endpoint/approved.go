package endpoint

// approvedTLDs are the suffixes that MIIT has approved for filing: Tencent
// Cloud's list "可备案的域名后缀" (github.com/tencentyun/qcloud-documents,
// 备案域名.md, labelled 2020-07-24 and extended since), with .bond .cyou
// .school .uno of https://gist.github.com/yueim (70dcbaa5ec), .pw (reported
// 2025-01) and 世界 健康 (github.com/v2fly/domain-list-community, tld-cn). The
// live authority is https://domain.miit.gov.cn. Below .cn everything is.
const approvedTLDs = " cn" +
	" archi art asia auto baby baidu band beer bio biz black blue cab cafe cash cc center chase chat" +
	" citic city cloud club co college com company cool design email fan fans fashion fit fun fund fyi games gold" +
	" green group guru host icu info ink jpmorgan kim law life link live lotto love ltd luxe market mba media mobi" +
	" monster net news online organic pet pink plus poker press pro promo protection pub red ren rent run sale" +
	" security shop shopping show site ski social sohu space storage store studio tax team tech technology theatre" +
	" today top tv unicom video vin vip vote voto wang website wiki work world xin xyz yoga zone" +
	" bond cyou school uno pw" +
	// 中国 中國 政务 公益 公司 网络 网址 商城 网店 中信 商标 广东
	" xn--fiqs8s xn--fiqz9s xn--zfr164b xn--55qw42g xn--55qx5d xn--io0a7i" +
	" xn--ses554g xn--czru2d xn--hxt814e xn--fiq64b xn--czr694b xn--xhq521b" +
	// 佛山 信息 手机 在线 中文网 集团 我爱你 商店 企业 娱乐 游戏 购物
	" xn--1qqw23a xn--vuq861b xn--kput3i xn--3ds443g xn--fiq228c5hs xn--3bst00m" +
	" xn--6qq986b3xl xn--czrs0t xn--vhquv xn--fjq720a xn--unup4y xn--g2xx48c" +
	// 餐厅 招聘 时尚 移动 网站 联通 世界 健康
	" xn--imr513n xn--otu796d xn--9et52u xn--6frz82g xn--5tzm5g xn--8y0a063a xn--rhqv96g xn--nyqy26a "

// provinces are the second levels of .cn that stand for a province or region
// (same source).
const provinces = " bj tj sh cq he sx nm ln jl hl js zj ah fj jx sd ha hb hn gd" +
	" gx hi sc gz yn xz sn gs qh nx xj tw hk mo "
