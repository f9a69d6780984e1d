package message

// filing is what can be wrong with a filed list. "list." makes the list
// unusable; the others are findings.
var filing = map[ID]Entry{
	// The file. MiB of the file, MiB that are read
	"list.too-large": {
		Message: Text{EN: `the filed list has %[1]d MiB, more than %[2]d MiB are not read`, ZH: `备案清单有 %[1]d MiB，超过 %[2]d MiB 的清单不会读取`},
		Help:    Text{EN: `split the list into several files, or keep only the domains that your mini programs need`, ZH: `请拆分成多个文件，或只保留小程序需要的域名`},
	},
	"list.workbook": {
		Message: Text{EN: `this is an old Excel workbook (.xls) or one with a password, which is not read`, ZH: `这是旧版 Excel 工作簿（.xls）或加了密码的工作簿，无法读取`},
		Help:    Text{EN: `save it as .xlsx without a password, or as CSV (UTF-8), and give that file`, ZH: `请另存为不加密码的 .xlsx 或 CSV（UTF-8）格式，再使用该文件`},
	},
	"list.not-a-workbook": {
		Message: Text{EN: `the file is a zip archive, but no Excel workbook`, ZH: `该文件是 zip 压缩包，但不是 Excel 工作簿`},
		Help:    Text{EN: `give an .xlsx workbook, a text, CSV or JSON file`, ZH: `请使用 .xlsx 工作簿，或文本、CSV、JSON 文件`},
	},
	"list.workbook-damaged": {
		Message: Text{EN: `the Excel workbook is damaged: it cannot be read to its end`, ZH: `Excel 工作簿已损坏，无法完整读取`},
		Help:    Text{EN: `open it in Excel and save it again, or save it as CSV (UTF-8)`, ZH: `请用 Excel 打开后重新保存，或另存为 CSV（UTF-8）格式`},
	},
	// MiB that are unpacked
	"list.workbook-too-large": {
		Message: Text{EN: `the Excel workbook has more than %[1]d MiB once it is unpacked, and was not read`, ZH: `Excel 工作簿解压后超过 %[1]d MiB，没有读取`},
		Help:    Text{EN: `keep only the sheet with the filings, or save it as CSV (UTF-8)`, ZH: `请只保留备案所在的工作表，或另存为 CSV（UTF-8）格式`},
	},
	"list.binary": {
		Message: Text{EN: `the filed list is not a text file: there is a zero byte here`, ZH: `备案清单不是文本文件：此处有零字节`},
		Help:    Text{EN: `give a text, CSV or JSON file, best saved as UTF-8`, ZH: `请使用文本、CSV 或 JSON 文件，建议保存为 UTF-8 编码`},
	},
	"list.encoding": {
		Message: Text{EN: `the text here is neither UTF-8 nor GB18030 (GBK)`, ZH: `此处的文本既不是 UTF-8，也不是 GB18030（GBK）编码`},
		Help:    Text{EN: `open the file in an editor and save it as UTF-8`, ZH: `请用编辑器打开文件并另存为 UTF-8 编码`},
	},

	// A line of the text format.
	"list.carriage-return": {
		Message: Text{EN: `a carriage return stands inside the line: what follows would be read as the same entry`, ZH: `行内有回车符（CR）：其后的内容会被当作同一条目`},
		Help:    Text{EN: `save the file with Unix (LF) or Windows (CRLF) line ends`, ZH: `请使用 Unix（LF）或 Windows（CRLF）换行符保存文件`},
	},
	// key, known keys
	"list.unknown-key": {
		Message: Text{EN: `unknown key “%[1]s”`, ZH: `未知的键“%[1]s”`},
		Help:    Text{EN: `the keys known here are %[2]s`, ZH: `可用的键：%[2]s`},
	},
	// key, the near one
	"list.unknown-key-near": {
		Message: Text{EN: `unknown key “%[1]s”: did you mean “%[2]s”?`, ZH: `未知的键“%[1]s”：是否想写“%[2]s”？`},
		Help:    Text{EN: `write %[2]s=…`, ZH: `请写成 %[2]s=…`},
	},
	// key
	"list.repeated-key": {
		Message: Text{EN: `the key “%[1]s” stands twice on this line`, ZH: `同一行中键“%[1]s”出现两次`},
		Help:    Text{EN: `keep one of the two; write a second domain on a line of its own`, ZH: `请保留其中一个；第二个域名请另起一行`},
	},
	// key
	"list.empty-value": {
		Message: Text{EN: `the key “%[1]s” has no value`, ZH: `键“%[1]s”没有值`},
		Help:    Text{EN: `write the value right after the =, or remove the key`, ZH: `请在 = 后紧接着写值，或删除该键`},
	},
	// key
	"list.bad-quote": {
		Message: Text{EN: `the quotes of “%[1]s” do not match`, ZH: `“%[1]s”的引号不成对`},
		Help:    Text{EN: `write %[1]s="…": a straight quote at both ends and none between`, ZH: `请写成 %[1]s="…"：首尾各一个半角引号，中间没有引号`},
	},
	// word
	"list.stray-word": {
		Message: Text{EN: `“%[1]s” is no key=value and stands after one`, ZH: `“%[1]s”不是“键=值”，却出现在“键=值”之后`},
		Help:    Text{EN: `put a value with blanks into quotes: entity="Example Ltd"; start a comment with #`, ZH: `含空格的值请加引号，例如 entity="示例 公司"；注释请以 # 开头`},
	},
	// domain, what stands in the place of the number
	"list.not-filed": {
		Message: Text{EN: `the entry for “%[1]s” says that it is not filed: “%[2]s”`, ZH: `“%[1]s”的条目写明没有备案：“%[2]s”`},
		Help:    Text{EN: `remove the line; write pending in the place of the number once the filing has been handed in`, ZH: `请删除该行；提交备案后，可在备案号的位置写 pending`},
	},

	// CSV and JSON. the names of a domain column
	"list.no-domain-column": {
		Message: Text{EN: `the table's header names no column for the domain`, ZH: `表头中没有域名列`},
		Help:    Text{EN: `call the column one of: %[1]s`, ZH: `请使用以下列名之一：%[1]s`},
	},
	"list.open-quote": {
		Message: Text{EN: `the quote that opens here is never closed`, ZH: `此处的引号没有结束`},
		Help:    Text{EN: `close it with "; a quote inside a quoted cell is written twice`, ZH: `请用 " 结束；引号内的引号要写两次`},
	},
	// text
	"list.after-quote": {
		Message: Text{EN: `“%[1]s” stands between a closing quote and the end of its cell`, ZH: `引号结束后、单元格结束前还有“%[1]s”`},
		Help:    Text{EN: `put all of the cell into the quotes; a quote inside is written twice`, ZH: `请把整个单元格放进引号；其中的引号要写两次`},
	},
	// what the decoder says
	"list.json": {
		Message: Text{EN: `the filed list is not valid JSON from here on`, ZH: `备案清单从这里开始不是有效的 JSON`},
		Help:    Text{EN: `correct the file here; it may have no comments and no comma after the last item`, ZH: `请在此处修改；不能有注释，最后一项之后不能有逗号`},
	},
	"list.json-shape": {
		Message: Text{EN: `the filed list is a JSON object of no known shape`, ZH: `备案清单是 JSON 对象，但不是已知的格式`},
		Help:    Text{EN: `give the reply of MIIT, ICP_Query or Alibaba Cloud (QuerySuccessIcpData), or an array of domains or of objects such as {"domain":"example.com","number":"京ICP备12345678号-1"}`, ZH: `请使用工信部、ICP_Query 或阿里云（QuerySuccessIcpData）的返回结果，或域名数组，或对象数组，例如 {"domain":"example.com","number":"京ICP备12345678号-1"}`},
	},
	// what the reply says
	"list.json-failed": {
		Message: Text{EN: `this is the reply of a query that has failed, it holds no records: “%[1]s”`, ZH: `这是查询失败的返回结果，没有备案记录：“%[1]s”`},
		Help:    Text{EN: `run the query again; a failed query does not mean that a domain is not filed`, ZH: `请重新查询；查询失败不代表域名没有备案`},
	},
	// file, its SHA-256, the one of the config
	"list.sha256": {
		Message: Text{EN: `%[1]s is not the list that the config pins: its SHA-256 is %[2]s, not %[3]s`, ZH: `%[1]s 与配置中固定的清单不一致：其 SHA-256 为 %[2]s，而不是 %[3]s`},
		Help:    Text{EN: `check what has changed in the list, then correct "sha256" in the config`, ZH: `请核对清单的改动，然后更正配置中的 "sha256"`},
	},
	// folder
	"list.pinned-folder": {
		Message: Text{EN: `%[1]s is a folder, and "sha256" pins a file`, ZH: `%[1]s 是文件夹，而 "sha256" 只能固定单个文件`},
		Help:    Text{EN: `name the file of the list in "path", or remove "sha256"`, ZH: `请在 "path" 中写清单文件，或删除 "sha256"`},
	},
	// folder, how the names of lists end
	"list.empty-folder": {
		Message: Text{EN: `the folder %[1]s holds no filed list`, ZH: `文件夹 %[1]s 中没有备案清单`},
		Help:    Text{EN: `put a filed-domains.txt there, or files that end in %[2]s`, ZH: `请放入 filed-domains.txt，或以 %[2]s 结尾的文件`},
	},
	"list.not-text": {
		Message: Text{EN: `the list to merge into is a table or JSON, not a list in the text format`, ZH: `要合并到的清单是表格或 JSON，不是文本格式的清单`},
		Help:    Text{EN: `name another file with -o: one filing a line, example.com 京ICP备12345678号-1`, ZH: `请用 -o 指定另一个文件：每行一个备案，example.com 京ICP备12345678号-1`},
	},
	// item
	"list.json-item": {
		Message: Text{EN: `“%[1]s” is neither a domain in quotes nor an object`, ZH: `“%[1]s”既不是带引号的域名，也不是对象`},
		Help:    Text{EN: `write "example.com" or {"domain":"example.com","number":"京ICP备12345678号-1"}`, ZH: `请写成 "example.com" 或 {"domain":"example.com","number":"京ICP备12345678号-1"}`},
	},
	"list.no-domain": {
		Message: Text{EN: `the entry has no domain`, ZH: `条目没有域名`},
		Help:    Text{EN: `give it one (JSON: the key "domain"), or remove the entry`, ZH: `请填写域名（JSON 用键 "domain"），或删除该条目`},
	},
	// status
	"list.bad-status": {
		Message: Text{EN: `“%[1]s” is no status of a filing`, ZH: `“%[1]s”不是备案状态`},
		Help:    Text{EN: `write filed, pending or revoked`, ZH: `请写 已备案、备案中 或 已注销`},
	},
	// owner
	"list.bad-owner": {
		Message: Text{EN: `“%[1]s” is no owner: vendor is the only one`, ZH: `owner 不能是“%[1]s”，只能是 vendor`},
		Help:    Text{EN: `write owner=vendor for a domain that its provider has filed, entity= for who else holds the filing`, ZH: `由服务商备案的域名写 owner=vendor；备案主体写在 entity= 中`},
	},
	// value, key
	"list.bad-date": {
		Message: Text{EN: `%[2]s: “%[1]s” is no date`, ZH: `%[2]s：“%[1]s”不是日期`},
		Help:    Text{EN: `write an existing day as year-month-day with all digits: %[2]s=2026-01-31`, ZH: `请按“年-月-日”写一个存在的日期，位数补齐：%[2]s=2026-01-31`},
	},

	// The domain: as written, and its host as people read it.
	"list.bad-domain": {
		Message: Text{EN: `“%[1]s” cannot be a domain`, ZH: `“%[1]s”不是有效的域名`},
		Help:    Text{EN: `write the domain that the filing is for, such as example.com, first on the line`, ZH: `请在行首写备案的域名，例如 example.com`},
	},
	"list.separator": {
		Message: Text{EN: `“%[1]s” is more than a domain: in this format, columns are separated by blanks`, ZH: `“%[1]s”不只是一个域名：此格式以空格分隔各列`},
		Help:    Text{EN: `one filing a line: example.com 京ICP备12345678号-1; a CSV table begins with a header such as 域名,备案号`, ZH: `每行一个备案：example.com 京ICP备12345678号-1；CSV 表格需以表头开始，例如 域名,备案号`},
	},
	"list.wildcard": {
		Message: Text{EN: `“%[1]s” has a wildcard: a filing covers everything below its domain anyway`, ZH: `“%[1]s”含有通配符：备案本来就覆盖其下所有子域名`},
		Help:    Text{EN: `write %[2]s`, ZH: `请写 %[2]s`},
	},
	"list.user-info": {
		Message: Text{EN: `“%[1]s” has a user name before @: its host is “%[2]s”`, ZH: `“%[1]s”在 @ 前含有用户信息：实际主机是“%[2]s”`},
		Help:    Text{EN: `write only the domain that is filed`, ZH: `请只写已备案的域名`},
	},
	"list.path": {
		Message: Text{EN: `“%[1]s” is an address with a path: a filing is made for a domain`, ZH: `“%[1]s”是带路径的网址：备案针对的是域名`},
		Help:    Text{EN: `write %[2]s`, ZH: `请写 %[2]s`},
	},
	"list.ip-address": {
		Message: Text{EN: `“%[1]s” is an IP address: mini programs cannot use one, filed or not`, ZH: `“%[1]s”是 IP 地址：无论是否备案，小程序都不能使用`},
		Help:    Text{EN: `give the server a domain, file that and list it`, ZH: `请为服务器配置域名，备案后写入清单`},
	},
	"list.local-address": {
		Message: Text{EN: `“%[1]s” is an address of the own machine or network: it cannot be filed`, ZH: `“%[1]s”是本机或内网地址：无法备案`},
		Help:    Text{EN: `remove the line; an ignore entry in .beianlint.json silences local-address where that is meant`, ZH: `请删除该行；确需使用时，可在 .beianlint.json 的 ignore 中忽略 local-address`},
	},
	"list.single-label": {
		Message: Text{EN: `“%[1]s” has no dot: it is not a domain that can be filed`, ZH: `“%[1]s”没有点号：不是可以备案的域名`},
		Help:    Text{EN: `write the whole domain, such as example.com`, ZH: `请写完整的域名，例如 example.com`},
	},
	"list.public-suffix": {
		Message: Text{EN: `“%[1]s” is a public suffix: the entry would cover the domains of everybody below it`, ZH: `“%[1]s”是公共后缀：该条目会覆盖其下所有人的域名`},
		Help:    Text{EN: `write the domain that is filed, one label more: example.%[2]s`, ZH: `请写已备案的域名（再多一级），例如 example.%[2]s`},
	},
	"list.shared-domain": {
		Message: Text{EN: `“%[1]s” is shared by all customers of its provider: the entry would cover every one of them`, ZH: `“%[1]s”由云服务商的所有客户共用：该条目会覆盖所有客户的域名`},
		Help:    Text{EN: `list the hosts that you use, each on a line: <your bucket or service>.%[2]s <filing number> owner=vendor`, ZH: `请逐行列出您使用的域名：<您的存储桶或服务>.%[2]s <备案号> owner=vendor`},
	},
	// how many
	"list.more": {
		Message: Text{EN: `%[1]d more problems in this list are not shown`, ZH: `该清单还有 %[1]d 个问题未显示`},
		Help:    Text{EN: `correct the ones above first; so many may mean that this is not a filed list`, ZH: `请先修正以上问题；问题过多可能说明该文件不是备案清单`},
	},

	// The number: domain as written, number as written.
	"filing-number.missing": {
		Message: Text{EN: `“%[1]s” has no filing number`, ZH: `“%[1]s”没有备案号`},
		Help:    Text{EN: `write it after the domain: %[1]s 京ICP备12345678号-1; pending while it has not been granted`, ZH: `请写在域名之后：%[1]s 京ICP备12345678号-1；尚未通过时写 pending`},
	},
	"filing-number.malformed": {
		Message: Text{EN: `“%[2]s” of “%[1]s” is not a filing number`, ZH: `“%[1]s”的“%[2]s”不是备案号`},
		Help:    Text{EN: `copy it from https://beian.miit.gov.cn; it looks like 京ICP备12345678号-1`, ZH: `请从 https://beian.miit.gov.cn 复制，格式如 京ICP备12345678号-1`},
	},
	"filing-number.province": {
		Message: Text{EN: `“%[2]s” of “%[1]s” does not begin with the one character of a province`, ZH: `“%[1]s”的备案号“%[2]s”不是以省份简称开头`},
		Help:    Text{EN: `begin it with the province's short name, such as 京, 沪 or 粤`, ZH: `请以省份简称开头，例如 京、沪、粤`},
	},
	"filing-number.digits": {
		Message: Text{EN: `“%[2]s” of “%[1]s” has too few or too many digits`, ZH: `“%[1]s”的备案号“%[2]s”位数不对`},
		Help:    Text{EN: `compare it with https://beian.miit.gov.cn: 8 to 12 digits after ICP备, 6 to 8 after ICP证, 8 after B2-`, ZH: `请与 https://beian.miit.gov.cn 核对：ICP备 后 8 至 12 位，ICP证 后 6 至 8 位，B2- 后 8 位`},
	},
	"filing-number.police": {
		Message: Text{EN: `“%[2]s” of “%[1]s” is a public-security number (公网安备), not an ICP filing number`, ZH: `“%[1]s”的“%[2]s”是公安备案号，不是ICP备案号`},
		Help:    Text{EN: `write the ICP number of the domain, such as 京ICP备12345678号-1`, ZH: `请填写该域名的ICP备案号，例如 京ICP备12345678号-1`},
	},
	"filing-number.app": {
		Message: Text{EN: `“%[2]s” of “%[1]s” is the number of an app (-A), not of a website`, ZH: `“%[1]s”的“%[2]s”是 App 备案号（-A），不是网站备案号`},
		Help:    Text{EN: `the domain needs its own filing: write the number that ends in digits only`, ZH: `域名需要单独备案：请填写仅以数字结尾的备案号`},
	},
	"filing-number.mini-program": {
		Message: Text{EN: `“%[2]s” of “%[1]s” is the number of a mini program (-X), not of a website`, ZH: `“%[1]s”的“%[2]s”是小程序备案号（-X），不是网站备案号`},
		Help:    Text{EN: `filing the mini program does not file its server domains: write the domain's own number`, ZH: `小程序备案不等于服务器域名备案：请填写域名自己的备案号`},
	},
	"filing-number.quick-app": {
		Message: Text{EN: `“%[2]s” of “%[1]s” is the number of a quick app (-K), not of a website`, ZH: `“%[1]s”的“%[2]s”是快应用备案号（-K），不是网站备案号`},
		Help:    Text{EN: `the domain needs its own filing: write the number that ends in digits only`, ZH: `域名需要单独备案：请填写仅以数字结尾的备案号`},
	},
	// how many
	"filing-number.several": {
		Message: Text{EN: `%[1]d entries of the filed list have no valid filing number`, ZH: `备案清单中有 %[1]d 个条目没有有效的备案号`},
		Help:    Text{EN: `add or correct the numbers, such as 京ICP备12345678号-1; https://beian.miit.gov.cn shows them`, ZH: `请补充或更正备案号（如 京ICP备12345678号-1），可在 https://beian.miit.gov.cn 查询`},
	},

	// A domain that stands twice: as written the second time.
	"duplicate-filing.repeated": {
		Message: Text{EN: `“%[1]s” stands in the filed list twice`, ZH: `“%[1]s”在备案清单中出现两次`},
		Help:    Text{EN: `remove one of the two`, ZH: `请删除其中一个`},
	},
	"duplicate-filing.different": {
		Message: Text{EN: `“%[1]s” stands in the filed list twice, and the entries differ: the first one counts`, ZH: `“%[1]s”在备案清单中出现两次且内容不同：以第一个为准`},
		Help:    Text{EN: `keep the entry that is right and remove the other`, ZH: `请保留正确的条目，删除另一个`},
	},
	// A domain or a number that contradicts itself. domain, first number, this number
	"conflicting-filing.numbers": {
		Message: Text{EN: `“%[1]s” stands in the filed list twice, with the numbers %[2]s and %[3]s: the first one counts`, ZH: `“%[1]s”在备案清单中出现两次，备案号分别为 %[2]s 和 %[3]s：以第一个为准`},
		Help:    Text{EN: `look the domain up at https://beian.miit.gov.cn and remove the entry that is wrong`, ZH: `请在 https://beian.miit.gov.cn 查询该域名，删除错误的条目`},
	},
	"conflicting-filing.lists": {
		Message: Text{EN: `two lists give “%[1]s” different numbers, %[2]s and %[3]s: the first list counts`, ZH: `两份清单中“%[1]s”的备案号不同，分别为 %[2]s 和 %[3]s：以第一份清单为准`},
		Help:    Text{EN: `look the domain up at https://beian.miit.gov.cn and correct the list that is wrong`, ZH: `请在 https://beian.miit.gov.cn 查询该域名，更正错误的清单`},
	},
	// number of the subject, first name, this name
	"conflicting-filing.entities": {
		Message: Text{EN: `the number %[1]s belongs to “%[2]s” further up and to “%[3]s” here: a number has one subject`, ZH: `备案号 %[1]s 在前面属于“%[2]s”，在此属于“%[3]s”：一个备案号只有一个主体`},
		Help:    Text{EN: `correct the number or the entity= that is wrong`, ZH: `请更正错误的备案号或 entity=`},
	},
	// how many
	"conflicting-filing.more": {
		Message: Text{EN: `%[1]d more domains have different numbers in these lists`, ZH: `这些清单中还有 %[1]d 个域名的备案号不同`},
		Help:    Text{EN: `correct the lists, the most authoritative one first`, ZH: `请先更正最权威的清单，再更正其他清单`},
	},
	// how many
	"duplicate-filing.more": {
		Message: Text{EN: `%[1]d more domains stand in the filed list twice`, ZH: `备案清单中还有 %[1]d 个域名重复`},
		Help:    Text{EN: `remove the repeated lines`, ZH: `请删除重复的行`},
	},
}
