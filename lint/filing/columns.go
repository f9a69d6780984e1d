package filing

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/message"
)

// textKeys are the keys of the text format. Tables know them as columns too.
var textKeys = []struct {
	name string
	column
}{
	{"entity", colEntity},
	{"owner", colOwner},
	{"since", colSince},
	{"grace", colGrace},
	{"until", colUntil},
	{"verified", colVerified},
}

// ColumnNames says what the columns of a table and the keys of JSON may be called.
type ColumnNames struct {
	Title message.Text // what such a column holds
	Names []string     // as exports write them; case, blanks, width and punctuation do not matter

	target target
}

// Columns are the names that are known: those that exports use (MIIT's
// queryByCondition, HG-ha/ICP_Query, wongzeon/ICP-Checker, Alibaba Cloud's
// QuerySuccessIcpData, chinaz's look-up, tables of domain managers), and the
// words of our own text format.
var Columns = []ColumnNames{
	{message.Text{EN: "the domain", ZH: "域名"}, []string{
		"域名", "网站域名", "备案域名", "主域名", "一级域名", "顶级域名", "根域名", "域名名称", "域名列表", "接入域名", "服务器域名",
		"domain", "DomainList", "domains", "Domain Name", "domainName", "Root Domain", "host", "hostname",
	}, target{domain: true}},
	{message.Text{EN: "an address, if no column has the domain", ZH: "网址（没有域名列时使用）"}, []string{
		"链接", "网址", "网站地址", "网站网址", "网站首页", "首页网址", "首页地址", "目标", "站点", "url", "link", "address", "site", "website", "homeUrl", "MainPage", "target",
	}, target{domain: true, weak: true}},
	{message.Text{EN: "the filing number of the site, or the only one", ZH: "网站备案号（或唯一的备案号）"}, []string{
		"网站备案号", "服务许可证号", "ICP备案号", "备案号", "备案/许可证号", "网站备案/许可证号", "ICP备案/许可证号", "网站备案号/许可证号",
		"ICP证", "ICP号", "ICP", "ICP备案", "ICP备案编号", "ICP许可证号", "ICP备案证号", "网站ICP备案号", "域名备案号", "工信部备案号", "备案编号", "备案号码", "备案证号", "备案许可号",
		"serviceLicence", "serviceLicense", "SiteRecordNum", "AppRecordNum", "SiteLicense", "siteLicence", "webLicence",
		"number", "filing", "filingNumber", "licence", "license", "licenceNumber", "ICP License", "ICP License No.", "ICP Licence No.", "ICP No.", "ICP Number", "ICP Filing Number",
		"ICP Filing", "ICP Record Number", "ICP Record", "recordNumber", "recordNo", "beian", "beianNumber", "icpRecord", "icpCode", "icpNo",
	}, target{column: colNumber}},
	{message.Text{EN: "the number of whoever filed", ZH: "主体备案号"}, []string{
		"主体备案号", "主体许可证号", "备案许可证号", "主体备案/许可证号", "主体备案许可证号", "ICP主体备案号", "mainLicence", "mainLicense", "IcpNumber", "subjectNumber",
	}, target{column: colMain}},
	{message.Text{EN: "who filed", ZH: "备案主体"}, []string{
		"主办单位", "主办单位名称", "主办方单位名称", "主办方", "主办者", "主办者名称", "主办单位或主办人全称", "域名主办方", "主体", "主体名称", "主体单位", "备案主体", "备案主体名称", "备案单位", "备案公司", "单位名称",
		"企业名称", "公司", "公司名称", "所属公司", "持有者", "域名持有者", "unitName", "OrganizersName", "entity", "company", "companyName", "organization", "organisation", "registrant", "holder",
	}, target{column: colEntity}},
	{message.Text{EN: "whether that is a person (whose name is left out)", ZH: "主体性质（个人的姓名不写入）"}, []string{
		"natureName", "OrganizersNature", "单位性质", "主办单位性质", "主办方单位性质", "主体性质", "域名类型", "CompanyType",
	}, target{column: colNature}},
	{message.Text{EN: "the status of the filing, in words", ZH: "备案状态"}, []string{
		"状态", "当前状态", "备案状态", "备案情况", "备案进度", "备案结果", "备案阶段", "ICP备案状态", "ICP状态", "审核状态", "审核结果", "审核进度", "审核情况", "网站状态", "接入状态", "主体状态", "注销状态", "处理状态", "订单状态",
		"status", "state", "icpStatus", "icp_record_status", "recordStatus", "filingStatus", "beianStatus", "auditStatus",
	}, target{column: colStatus}},
	{message.Text{EN: "whether it is filed: yes or no", ZH: "是否已备案"}, []string{
		"是否备案", "是否已备案", "是否ICP备案", "是否完成备案", "是否通过备案", "是否有效", "isFiled", "filed", "isIcp", "hasIcp", "icpFiled", "isBeian", "isRecord", "ICP Filed",
	}, target{column: colFiled}},
	{message.Text{EN: "whether access is restricted: 是 or 否", ZH: "是否限制接入"}, []string{
		"是否限制接入", "限制访问", "限制接入", "是否限制访问", "limitAccess",
	}, target{column: colLimited}},
	{message.Text{EN: "a level of MIIT's list of violations", ZH: "违法违规级别"}, []string{"blackListLevel", "违规级别"}, target{column: colBlack}},
	{message.Text{EN: "when it was granted or last looked up", ZH: "审核通过或更新的日期"}, []string{
		"审核通过日期", "审核通过时间", "更新时间", "审核日期", "审核时间", "备案日期", "备案时间", "通过日期", "通过时间", "备案通过时间", "备案通过日期", "核准日期", "最近更新时间", "更新日期",
		"updateRecordTime", "updateTime", "VerifyTime", "approvedAt", "approvalDate", "passTime", "auditTime",
	}, target{column: colApproved}},
	{message.Text{EN: "the deadline for fixing a risk", ZH: "风险整改期限"}, []string{"DeadLine"}, target{column: colDeadline}},
	{message.Text{EN: "6, 7 or 8 for an app, a mini program or a quick app", ZH: "服务类型（6、7、8 为 App、小程序、快应用）"}, []string{"serviceType"}, target{column: colService}},
	{message.Text{EN: "a remark: only a word of refusal in it counts", ZH: "备注（只看表示未备案的词）"}, []string{
		"备注", "备注信息", "说明", "remark", "remarks", "note", "notes", "comment", "memo",
	}, target{column: colRemark}},
	{message.Text{EN: "`vendor`", ZH: "`vendor`"}, []string{"owner"}, target{column: colOwner}},
	{message.Text{EN: "days, as in the text format", ZH: "日期，与文本格式相同"}, []string{"since"}, target{column: colSince}},
	{message.Text{}, []string{"grace"}, target{column: colGrace}},
	{message.Text{}, []string{"until"}, target{column: colUntil}},
	{message.Text{}, []string{"verified"}, target{column: colVerified}},
}

// target says which part of a record a column of a table is.
type target struct {
	column column
	domain bool
	weak   bool // of a domain: only where nothing else holds one
	known  bool
}

// columnsByName are the targets by name, as written and folded.
var columnsByName = sync.OnceValue(func() map[string]target {
	byName := map[string]target{}
	for _, c := range Columns {
		t := c.target
		t.known = true
		for _, name := range c.Names {
			byName[name], byName[foldName(name)] = t, t
		}
	}
	return byName
})

// statusEnds and statusThemes make a name that is not listed that of a status:
// it ends in one of the first and holds one of the second.
var (
	statusEnds   = []string{"状态", "情况", "进度", "进展", "结果", "阶段", "status", "state"}
	statusThemes = []string{"备案", "审核", "审批", "icp", "接入", "注销", "beian", "filing", "audit", "record"}
	// otherRecords are what has a record of its own, which says nothing of the domain's.
	otherRecords = []string{"公安", "网安", "小程序", "app", "快应用", "实名", "police", "miniprogram"}
)

// targetOf returns what a header cell or JSON key stands for.
func targetOf(name string) target {
	byName := columnsByName()
	if t, ok := byName[name]; ok {
		return t
	}
	folded := foldName(name)
	if folded == "" {
		return target{}
	}
	if t, ok := byName[folded]; ok {
		return t
	}
	if outer, inner := cutBrackets(name); inner != "" {
		return qualifiedTarget(foldName(outer), foldName(inner))
	}
	if isStatusName(folded) {
		return target{column: colStatus, known: true}
	}
	return target{}
}

// qualifiedTarget returns what a name with something in brackets stands for, such
// as 备案号（网站） or 域名（主）.
func qualifiedTarget(name, qualifier string) target {
	if holdsAny(qualifier, otherRecords) {
		return target{}
	}
	t, ok := columnsByName()[name]
	switch {
	case ok && t.column == colNumber && !t.domain && strings.Contains(qualifier, "主体"):
		t.column = colMain
	case !ok && isStatusName(name):
		return target{column: colStatus, known: true}
	}
	return t
}

func isStatusName(folded string) bool {
	ends := slices.ContainsFunc(statusEnds, func(end string) bool { return strings.HasSuffix(folded, end) })
	return ends && holdsAny(folded, statusThemes) && !holdsAny(folded, otherRecords)
}

func holdsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// brackets are what stands in brackets, of any width, closed or not.
var brackets = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[(（\[【][^)）\]】]*[)）\]】]?`) })

// cutBrackets takes what stands in brackets out of a text.
func cutBrackets(text string) (outer, inner string) {
	if !strings.ContainsAny(text, "(（[【") {
		return text, ""
	}
	found := brackets().FindAllString(text, -1)
	return brackets().ReplaceAllString(text, ""), strings.Join(found, " ")
}

func (t target) isNumber() bool {
	return t.known && !t.domain && (t.column == colNumber || t.column == colMain)
}

// isSite reports whether the column holds the number of a site.
func (t target) isSite() bool { return t.known && !t.domain && t.column == colNumber }

// foldName drops what people vary in a header.
func foldName(name string) string {
	const longest = 96
	return fold(name, longest)
}

// fold drops what people vary in a text: case, width, blanks, characters that
// nobody sees, punctuation, the forms of Taiwan and Hong Kong. A text of more
// bytes than longest is nothing.
func fold(text string, longest int) string {
	if len(text) > longest {
		return ""
	}
	return strings.Map(func(r rune) rune {
		r = halfWidth(r)
		switch {
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			return unicode.ToLower(r)
		case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.IsPunct(r), unicode.IsSymbol(r):
			return -1
		}
		return simplified(r)
	}, text)
}

// halfWidth turns the ASCII in the width of Chinese, U+FF01 to U+FF5E, into ASCII.
func halfWidth(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - ('！' - '!')
	}
	return r
}

// traditional are the characters of the known names and words that differ where
// Chinese is written in traditional characters.
var traditional = map[rune]rune{
	'網': '网', '備': '备', '號': '号', '稱': '称', '單': '单', '狀': '状', '態': '态', '審': '审', '證': '证', '許': '许', '體': '体', '辦': '办',
	'質': '质', '時': '时', '間': '间', '鏈': '链', '結': '结', '註': '注', '銷': '销', '進': '进', '過': '过', '無': '无', '駁': '驳',
}

func simplified(r rune) rune {
	if s, ok := traditional[r]; ok {
		return s
	}
	return r
}

// columnKey returns the key that a column has in the text format.
func columnKey(c column) string {
	for _, k := range textKeys {
		if k.column == c {
			return k.name
		}
	}
	return ""
}

// domainNames are the names of a column for the domain, the first ones.
func domainNames() []string { return Columns[0].Names }
