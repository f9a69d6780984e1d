package filing

import (
	"slices"
	"strings"
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

// domainNames and columnNames are the headers and JSON keys that exports use,
// folded. Sources: the "header synonyms" of the filing records' notes (MIIT's
// queryByCondition, HG-ha/ICP_Query, wongzeon/ICP-Checker, Alibaba Cloud's
// QuerySuccessIcpData), and the words of our own text format.
var domainNames = []string{"域名", "网站域名", "备案域名", "domain", "domainlist", "domains"}

var columnNames = map[string]column{
	"网站备案号": colNumber, "服务许可证号": colNumber, "icp备案号": colNumber, "备案号": colNumber, "备案/许可证号": colNumber,
	"servicelicence": colNumber, "siterecordnum": colNumber, "apprecordnum": colNumber,
	"网站备案/许可证号": colNumber, "icp备案/许可证号": colNumber, "网站备案号/许可证号": colNumber,
	"number": colNumber, "filing": colNumber, "filingnumber": colNumber, "licence": colNumber, "license": colNumber, "icp": colNumber,

	"主体备案号": colMain, "主体许可证号": colMain, "备案许可证号": colMain, "mainlicence": colMain, "icpnumber": colMain,

	"主办单位": colEntity, "主办单位名称": colEntity, "域名主办方": colEntity, "主体": colEntity, "主体名称": colEntity,
	"unitname": colEntity, "organizersname": colEntity, "entity": colEntity,

	"审核通过日期": colApproved, "审核通过时间": colApproved, "更新时间": colApproved, "updaterecordtime": colApproved,

	"是否限制接入": colLimited, "限制访问": colLimited, "限制接入": colLimited, "limitaccess": colLimited,

	"blacklistlevel": colBlack, "违规级别": colBlack,
	"deadline":   colDeadline,
	"naturename": colNature, "organizersnature": colNature, "单位性质": colNature, "主办单位性质": colNature, "域名类型": colNature,
	"servicetype": colService,

	"备案状态": colStatus, "status": colStatus,
	"owner": colOwner, "since": colSince, "grace": colGrace, "until": colUntil, "verified": colVerified,
}

// target says which part of a record a column of a table is.
type target struct {
	column column
	domain bool
	known  bool
}

// targetOf returns what a header cell or JSON key stands for.
func targetOf(name string) target {
	if t := exactTarget(name); t.known {
		return t
	}
	return exactTarget(foldName(name))
}

func exactTarget(name string) target {
	if c, ok := columnNames[name]; ok {
		return target{column: c, known: true}
	}
	isDomain := slices.Contains(domainNames, name)
	return target{domain: isDomain, known: isDomain}
}

func (t target) isNumber() bool {
	return t.known && !t.domain && (t.column == colNumber || t.column == colMain)
}

// foldName drops what people vary in a header: case, blanks, _ and -.
func foldName(name string) string {
	const longest = 64
	if len(name) > longest {
		return ""
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '_', '-', '\t', '\u3000':
			return -1
		}
		return r
	}, strings.ToLower(name))
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
