package message

// declared are the findings about the allowlists of a platform: what is missing
// in a box, what is not used, and what the platform refuses. Arguments named
// host are as people read them.
var declared = []Entry{
	// endpoint, title of the box, entry to add, platform; entry that comes near, its box
	{ID: "undeclared-domain.missing",
		Message: Text{
			EN: `“%[1]s” is not in %[2]s: %[4]s blocks it on users' phones`,
			ZH: `“%[1]s”不在%[2]s中：%[4]s会在用户手机上拦截`,
		},
		Help: Text{EN: `add %[3]s to %[2]s`, ZH: `请将 %[3]s 添加到%[2]s`},
	},
	{ID: "undeclared-domain.other-box",
		Message: Text{
			EN: `“%[1]s” is not in %[2]s: it is listed in %[6]s, which does not count here`,
			ZH: `“%[1]s”不在%[2]s中：它只列在%[6]s中，对此处无效`,
		},
		Help: Text{EN: `add %[3]s to %[2]s`, ZH: `请将 %[3]s 添加到%[2]s`},
	},
	{ID: "undeclared-domain.port",
		Message: Text{
			EN: `“%[1]s” is not in %[2]s: it is listed as “%[5]s”, and %[4]s compares ports exactly`,
			ZH: `“%[1]s”不在%[2]s中：列出的是“%[5]s”，而%[4]s要求端口完全一致`,
		},
		Help: Text{
			EN: `add %[3]s to %[2]s, or use the port that is listed`,
			ZH: `请将 %[3]s 添加到%[2]s，或改用已列出的端口`,
		},
	},
	{ID: "undeclared-domain.default-port",
		Message: Text{
			EN: `“%[1]s” is not in %[2]s: it is listed as “%[5]s”, and %[4]s treats :443 and no port as different`,
			ZH: `“%[1]s”不在%[2]s中：列出的是“%[5]s”，而%[4]s认为写了 :443 与不写端口不同`,
		},
		Help: Text{
			EN: `write the port in both places or in neither`,
			ZH: `请两处都写端口，或都不写`,
		},
	},
	{ID: "undeclared-domain.web-view-port",
		Message: Text{
			EN: `“%[1]s” cannot be opened: %[2]s do not take ports`,
			ZH: `“%[1]s”无法打开：%[2]s不支持端口`,
		},
		Help: Text{EN: `serve the page on the default port`, ZH: `请用默认端口提供该页面`},
	},
	{ID: "undeclared-domain.parent",
		Message: Text{
			EN: `“%[1]s” is not in %[2]s: “%[5]s” is listed, which does not open its sub-domains`,
			ZH: `“%[1]s”不在%[2]s中：列出的是上级域名“%[5]s”，不包含其子域名`,
		},
		Help: Text{EN: `add %[3]s to %[2]s`, ZH: `请将 %[3]s 添加到%[2]s`},
	},
	{ID: "undeclared-domain.wildcard",
		Message: Text{
			EN: `“%[1]s” is not in %[2]s: “%[5]s” has a wildcard, which %[4]s does not support`,
			ZH: `“%[1]s”不在%[2]s中：“%[5]s”使用了通配符，而%[4]s不支持`,
		},
		Help: Text{EN: `replace it with %[3]s`, ZH: `请改为 %[3]s`},
	},
	// further: the endpoint with the scheme that the box takes
	{ID: "undeclared-domain.used-scheme",
		Message: Text{
			EN: `“%[1]s” is not in %[2]s: “%[5]s” is listed, which only %[7]s matches`,
			ZH: `“%[1]s”不在%[2]s中：列出的是“%[5]s”，只有 %[7]s 与之匹配`,
		},
		Help: Text{EN: `write %[7]s in the code`, ZH: `请在代码中改用 %[7]s`},
	},
	{ID: "undeclared-domain.listed-scheme",
		Message: Text{
			EN: `“%[1]s” is not in %[2]s: it is listed as “%[5]s”, and the scheme has to be the same`,
			ZH: `“%[1]s”不在%[2]s中：列出的是“%[5]s”，协议必须一致`,
		},
		Help: Text{EN: `list it as %[3]s`, ZH: `请改为列出 %[3]s`},
	},
	{ID: "undeclared-domain.unlistable",
		Message: Text{
			EN: `“%[1]s” is not in %[2]s, and cannot be: that box takes letters, digits and hyphens`,
			ZH: `“%[1]s”不在%[2]s中，也无法添加：此处只允许字母、数字和连字符`,
		},
		Help: Text{
			EN: `give the server a name of ASCII letters, digits and hyphens`,
			ZH: `请为服务器使用由英文字母、数字和连字符组成的域名`,
		},
	},
	// entry, title of the box
	{ID: "unused-declaration.unused",
		Message: Text{
			EN: `nothing in the code contacts “%[1]s”, which is listed in %[2]s`,
			ZH: `代码没有访问%[2]s中的“%[1]s”`,
		},
		Help: Text{
			EN: `remove it once no released version needs it; if the code gets this host at run time, list it in projects[].uses`,
			ZH: `确认没有线上版本使用后请删除；如果是运行时才得到的域名，请写入 projects[].uses`,
		},
	},

	// entry as written, title of the box; further arguments as said
	{ID: "malformed-domain.unreadable",
		Message: Text{
			EN: `“%[1]s” in %[2]s is not a domain`,
			ZH: `%[2]s中的“%[1]s”不是域名`,
		},
		Help: Text{
			EN: `write it as https://api.example.com`,
			ZH: `请写成 https://api.example.com 的形式`,
		},
	},
	{ID: "malformed-domain.port-number",
		Message: Text{
			EN: `the port of “%[1]s” in %[2]s is not a number from 1 to 65535`,
			ZH: `%[2]s中的“%[1]s”端口不是 1 到 65535 之间的数字`,
		},
		Help: Text{EN: `correct the port or leave it out`, ZH: `请改正或去掉端口`},
	},
	{ID: "malformed-domain.double-scheme",
		Message: Text{
			EN: `“%[1]s” in %[2]s has two schemes`,
			ZH: `%[2]s中的“%[1]s”重复写了协议头`,
		},
		Help: Text{EN: `leave one of the two out`, ZH: `请去掉多余的协议头`},
	},
	{ID: "malformed-domain.no-colon",
		Message: Text{
			EN: `the scheme of “%[1]s” in %[2]s lacks its colon`,
			ZH: `%[2]s中的“%[1]s”协议头缺少冒号`,
		},
		Help: Text{EN: `write ://`, ZH: `请写成 ://`},
	},
	// address, API, what was meant
	{ID: "malformed-domain.call-wide",
		Message: Text{EN: `%[2]s cannot contact “%[1]s”: its “://” is written in full-width characters`, ZH: `%[2]s 无法访问“%[1]s”：其中的“://”是全角字符`},
		Help:    Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.call-colon",
		Message: Text{EN: `%[2]s cannot contact “%[1]s”: the scheme lacks its colon`, ZH: `%[2]s 无法访问“%[1]s”：协议头缺少冒号`},
		Help:    Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.call-slashes",
		Message: Text{EN: `%[2]s cannot contact “%[1]s”: the colon of a scheme is followed by two slashes`, ZH: `%[2]s 无法访问“%[1]s”：协议头的冒号后应有两个斜杠`},
		Help:    Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.call-port",
		Message: Text{EN: `%[2]s cannot contact “%[1]s”: its port is not a number from 1 to 65535`, ZH: `%[2]s 无法访问“%[1]s”：端口不是 1 到 65535 之间的数字`},
		Help:    Text{EN: `correct the port or leave it out: %[3]s`, ZH: `请改正或去掉端口：%[3]s`},
	},
	{ID: "malformed-domain.call-blank",
		Message: Text{EN: `%[2]s cannot contact “%[1]s”: the host contains a blank or a control character`, ZH: `%[2]s 无法访问“%[1]s”：域名中有空格或控制字符`},
		Help:    Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.call-label",
		Message: Text{EN: `%[2]s cannot contact “%[1]s”: a host has at most 63 characters between two dots`, ZH: `%[2]s 无法访问“%[1]s”：域名两个点之间最多 63 个字符`},
		Help:    Text{EN: `correct the host`, ZH: `请改正域名`},
	},
	{ID: "malformed-domain.call-name",
		Message: Text{EN: `%[2]s cannot contact “%[1]s”: brackets are for IPv6 addresses`, ZH: `%[2]s 无法访问“%[1]s”：方括号只用于 IPv6 地址`},
		Help:    Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.call-scheme",
		Message: Text{EN: `%[2]s cannot contact “%[1]s”: it has no scheme`, ZH: `%[2]s 无法访问“%[1]s”：缺少协议头`},
		Help:    Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.call-strange",
		Message: Text{EN: `%[2]s cannot contact “%[1]s”: no platform knows its scheme`, ZH: `%[2]s 无法访问“%[1]s”：平台不支持该协议头`},
		Help:    Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.wildcard",
		Message: Text{
			EN: `“%[1]s” in %[2]s has a wildcard, which the platform does not support`,
			ZH: `%[2]s中的“%[1]s”使用了通配符，平台不支持`,
		},
		Help: Text{
			EN: `list each host by its full name`,
			ZH: `请逐个填写完整的域名`,
		},
	},
	{ID: "malformed-domain.path",
		Message: Text{
			EN: `“%[1]s” in %[2]s has a path: an entry ends after the host`,
			ZH: `%[2]s中的“%[1]s”带有路径：只能填写到域名为止`,
		},
		// canonical endpoint
		Help: Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.user-info",
		Message: Text{
			EN: `“%[1]s” in %[2]s has a user name before the host`,
			ZH: `%[2]s中的“%[1]s”在域名前带有用户名`,
		},
		Help: Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	// schemes
	{ID: "malformed-domain.scheme",
		Message: Text{
			EN: `“%[1]s” has the wrong scheme for %[2]s, which takes %[3]s`,
			ZH: `“%[1]s”的协议不适用于%[2]s，应为 %[3]s`,
		},
		Help: Text{
			EN: `write %[3]s, or move the entry to the box that it belongs to`,
			ZH: `请改为 %[3]s，或移到对应的配置项`,
		},
	},
	{ID: "malformed-domain.needless-scheme",
		Message: Text{
			EN: `“%[1]s” in %[2]s has a scheme: this box takes domains only`,
			ZH: `%[2]s中的“%[1]s”带有协议头：此处只填写域名`,
		},
		Help: Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.port",
		Message: Text{
			EN: `“%[1]s” in %[2]s has a port: this box takes none`,
			ZH: `%[2]s中的“%[1]s”带有端口：此处不能填写端口`,
		},
		Help: Text{EN: `write %[3]s`, ZH: `请写成 %[3]s`},
	},
	{ID: "malformed-domain.underscore",
		Message: Text{
			EN: `“%[1]s” in %[2]s has an underscore: this box takes letters, digits and hyphens`,
			ZH: `%[2]s中的“%[1]s”含有下划线：此处只允许字母、数字和连字符`,
		},
		Help: Text{EN: `give the server a name without underscores`, ZH: `请为服务器使用不含下划线的域名`},
	},
	{ID: "malformed-domain.idn",
		Message: Text{
			EN: `“%[1]s” in %[2]s has characters other than letters, digits and hyphens`,
			ZH: `%[2]s中的“%[1]s”含有字母、数字和连字符以外的字符`,
		},
		Help: Text{EN: `use a domain of ASCII letters, digits and hyphens`, ZH: `请使用由英文字母、数字和连字符组成的域名`},
	},

	// entry, title of the box
	{ID: "duplicate-declaration.twice",
		Message: Text{
			EN: `“%[1]s” is listed twice in %[2]s`,
			ZH: `“%[1]s”在%[2]s中出现两次`,
		},
		Help: Text{EN: `remove one of the two`, ZH: `请删除其中一个`},
	},
	// count, title of the box, limit, platform
	{ID: "too-many-domains.count",
		Message: Text{
			EN: `too many entries in %[2]s: there are %[1]d, %[4]s accepts %[3]d`,
			ZH: `%[2]s有 %[1]d 个域名，%[4]s最多允许 %[3]d 个`,
		},
		Help: Text{
			EN: `remove entries that are no longer used, or put several hosts behind one domain`,
			ZH: `请删除不再使用的域名，或将多个服务合并到同一域名下`,
		},
	},

	{ID: "too-many-domains.pool",
		Message: Text{
			EN: `too many entries in the third-party platform's pool for %[2]s: there are %[1]d, %[4]s accepts %[3]d`,
			ZH: `第三方平台的%[2]s有 %[1]d 个域名，%[4]s最多允许 %[3]d 个`,
		},
		Help: Text{
			EN: `remove entries that no tenant uses any more`,
			ZH: `请删除不再有商户使用的域名`,
		},
	},
}
