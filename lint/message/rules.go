package message

// rules are the findings of package lint's own rules. Arguments named host are
// as people read them, domains too.
var rules = []Entry{
	// host, domain to file
	{ID: "unfiled-domain.missing",
		Message: Text{
			EN: `no filing covers “%[1]s”: %[2]s is not on the filed list`,
			ZH: `“%[1]s”没有对应的备案：%[2]s 不在备案清单中`,
		},
		Help: Text{
			EN: `file %[2]s (ICP filing, through the server's access provider) and add it to the filed list: %[2]s <filing number>`,
			ZH: `请通过接入服务商为 %[2]s 办理 ICP 备案，然后加入备案清单：%[2]s <备案号>`,
		},
	},
	// host, domain to file, the same host below a filed domain that is nearly the same, its line
	{ID: "unfiled-domain.near",
		Message: Text{
			EN: `no filing covers “%[1]s”: %[2]s is not on the filed list; did you mean %[3]s, filed on line %[4]d?`,
			ZH: `“%[1]s”没有对应的备案：%[2]s 不在备案清单中；是不是第 %[4]d 行已备案的 %[3]s？`,
		},
		Help: Text{
			EN: `correct the domain, or file %[2]s and add it to the filed list: %[2]s <filing number>`,
			ZH: `请改正域名；或为 %[2]s 办理 ICP 备案并加入备案清单：%[2]s <备案号>`,
		},
	},
	// host, domain to file, the listed host beside it, its line
	{ID: "unfiled-domain.beside",
		Message: Text{
			EN: `no filing covers “%[1]s”: line %[4]d of the filed list covers %[3]s and its sub-domains, not all of %[2]s`,
			ZH: `“%[1]s”没有对应的备案：备案清单第 %[4]d 行只覆盖 %[3]s 及其子域名，没有覆盖整个 %[2]s`,
		},
		Help: Text{
			EN: `a filing covers the whole of %[2]s: replace %[3]s with %[2]s there`,
			ZH: `备案以主域名为单位：请把备案清单中的 %[3]s 改为 %[2]s`,
		},
	},
	// host, domain to file, provider's shared domain
	{ID: "unfiled-domain.shared",
		Message: Text{
			EN: `“%[1]s” is not on the filed list: %[3]s is filed by its provider, and each host below it needs an entry of its own`,
			ZH: `“%[1]s”不在备案清单中：%[3]s 由云服务商备案，其下的域名需要逐个列出`,
		},
		Help: Text{
			EN: `if the host is yours, add the line: %[1]s <filing number of %[3]s> owner=vendor`,
			ZH: `如果该域名由您使用，请添加一行：%[1]s <%[3]s 的备案号> owner=vendor`,
		},
	},
	// host
	{ID: "unfiled-domain.bare-shared",
		Message: Text{
			EN: `“%[1]s” is a cloud provider's shared domain, not a host of your own`,
			ZH: `“%[1]s”是云服务商的公共域名，不是您自己的域名`,
		},
		Help: Text{
			EN: `write the full host of your own bucket or service, and put that host on the filed list`,
			ZH: `请写出您自己的存储桶或服务的完整域名，并把它加入备案清单`,
		},
	},
	// host
	{ID: "unfiled-domain.public-suffix",
		Message: Text{
			EN: `“%[1]s” is a public suffix, below which others register domains, not a domain of your own`,
			ZH: `“%[1]s”是公共后缀，他人也在其下注册域名，不是您自己的域名`,
		},
		Help: Text{
			EN: `write the full host of your server, such as api.example.%[1]s`,
			ZH: `请写出服务器的完整域名，例如 api.example.%[1]s`,
		},
	},
	// host, domain to file, vendor's domain, vendor, its number
	{ID: "unfiled-domain.vendor",
		Message: Text{
			EN: `“%[1]s” is not on the filed list; %[3]s belongs to %[4]s`,
			ZH: `“%[1]s”不在备案清单中：%[3]s 属于%[4]s`,
		},
		Help: Text{
			EN: `%[4]s has filed it; add the line: %[3]s %[5]s owner=vendor`,
			ZH: `该域名由%[4]s备案，请添加一行：%[3]s %[5]s owner=vendor`,
		},
	},
	// host, domain to file, why the record of the list does not count
	{ID: "unfiled-domain.not-counted",
		Message: Text{
			EN: `no filing covers “%[1]s”: %[2]s is on the filed list, but %[3]s`,
			ZH: `“%[1]s”没有对应的备案：%[2]s 虽在备案清单中，但%[3]s`,
		},
		Help: Text{
			EN: `look the domain up at beian.miit.gov.cn, and correct the filing or the list`,
			ZH: `请在 beian.miit.gov.cn 查询该域名，并更正备案或备案清单`,
		},
	},
	// host, domain to file, platform
	{ID: "unfiled-domain.refused",
		Message: Text{
			EN: `%[3]s refused “%[1]s”: it found no ICP filing for the domain (no_icp_domain)`,
			ZH: `%[3]s拒绝了“%[1]s”：平台认定该域名没有 ICP 备案（no_icp_domain）`,
		},
		Help: Text{
			EN: `file %[2]s; if it is filed already, wait a day for the platform to catch up and save its reply again`,
			ZH: `请为 %[2]s 办理 ICP 备案；如已备案，请等待平台同步（约一天）后重新保存接口的返回结果`,
		},
	},

	// host, domain of the filing, since when
	{ID: "pending-filing.pending",
		Message: Text{
			EN: `“%[1]s” has only a pending filing (%[2]s)%[3]s`,
			ZH: `“%[1]s”的备案（%[2]s）仍在办理中%[3]s`,
		},
		Help: Text{
			EN: `replace "pending" with the filing number once it is granted (a review usually takes days to weeks), or tolerate it for a while: grace=YYYY-MM-DD`,
			ZH: `备案通过后请把 pending 换成备案号（审核通常需要几天到几周）；需要暂时放行时可写 grace=YYYY-MM-DD`,
		},
	},
	// host, domain of the filing, vendor, its number
	{ID: "pending-filing.vendor",
		Message: Text{
			EN: `“%[1]s” is listed as pending (%[2]s), but %[2]s belongs to %[3]s`,
			ZH: `“%[1]s”在备案清单中写为 pending（%[2]s），但 %[2]s 属于%[3]s`,
		},
		Help: Text{
			EN: `%[3]s has filed it; write the line as: %[2]s %[4]s owner=vendor`,
			ZH: `该域名由%[3]s备案，请将该行改为：%[2]s %[4]s owner=vendor`,
		},
	},
	// host, domain of the filing, day, since when
	{ID: "pending-filing.grace",
		Message: Text{
			EN: `“%[1]s” has only a pending filing (%[2]s)%[4]s, tolerated until %[3]s`,
			ZH: `“%[1]s”的备案（%[2]s）仍在办理中%[4]s，放行至 %[3]s`,
		},
		Help: Text{
			EN: `replace "pending" with the filing number once it is granted; a review usually takes days to weeks`,
			ZH: `备案通过后请把 pending 换成备案号；审核通常需要几天到几周`,
		},
	},
	{ID: "pending-filing.overdue",
		Message: Text{
			EN: `“%[1]s” has only a pending filing (%[2]s)%[4]s, which was tolerated until %[3]s`,
			ZH: `“%[1]s”的备案（%[2]s）仍在办理中%[4]s，放行期已于 %[3]s 结束`,
		},
		Help: Text{
			EN: `replace "pending" with the filing number, or set a later grace= day`,
			ZH: `请把 pending 换成备案号，或延后 grace= 日期`,
		},
	},
	// host, domain of the filing, last day, days left
	{ID: "pending-filing.ending",
		Message: Text{
			EN: `the filing that covers “%[1]s” (%[2]s) ends on %[3]s (days left: %[4]d)`,
			ZH: `“%[1]s”的备案（%[2]s）将于 %[3]s 失效，还剩 %[4]d 天`,
		},
		Help: Text{
			EN: `fix what ends it and correct until= on the filed list, or move to a filed domain`,
			ZH: `请处理导致失效的问题，然后更新备案清单中的 until=，或改用已备案的域名`,
		},
	},
	// host, domain of the filing, day
	{ID: "pending-filing.ended",
		Message: Text{
			EN: `the filing that covered “%[1]s” (%[2]s) ended on %[3]s`,
			ZH: `“%[1]s”的备案（%[2]s）已于 %[3]s 失效`,
		},
		Help: Text{
			EN: `restore the filing and correct until= on the filed list, or move to a filed domain`,
			ZH: `请恢复备案并更新备案清单中的 until=，或改用已备案的域名`,
		},
	},

	// address
	{ID: "ip-address.public",
		Message: Text{
			EN: `“%[1]s” is an IP address: the platforms refuse it, and it cannot be filed`,
			ZH: `“%[1]s”是 IP 地址：平台不接受，也无法备案`,
		},
		Help: Text{
			EN: `put a filed domain in front of the server and use that`,
			ZH: `请为服务器绑定已备案的域名并改用该域名`,
		},
	},
	{ID: "local-address.local",
		Message: Text{
			EN: `“%[1]s” can be reached only from the developer's machine or network`,
			ZH: `“%[1]s”只能在本机或内网访问`,
		},
		Help: Text{
			EN: `use a filed domain before the release, or keep the address out of the package`,
			ZH: `发布前请改用已备案的域名，或不要把该地址打包进小程序`,
		},
	},

	// endpoint as written, scheme to use
	{ID: "insecure-scheme.scheme",
		Message: Text{
			EN: `“%[1]s” is not encrypted: the platform accepts only %[2]s here`,
			ZH: `“%[1]s”未加密：平台在此只接受 %[2]s`,
		},
		Help: Text{
			EN: `set up a certificate on the server and write %[2]s://`,
			ZH: `请在服务器上配置证书，并改写为 %[2]s://`,
		},
	},

	// host, reason
	{ID: "forbidden-domain.host",
		Message: Text{
			EN: `“%[1]s” may never be called or listed: %[2]s`,
			ZH: `“%[1]s”禁止调用或配置：%[2]s`,
		},
		Help: Text{
			EN: `call it from your own server, and call your server from the mini program`,
			ZH: `请由您自己的服务器调用，小程序只访问您的服务器`,
		},
	},

	// host
	{ID: "unfilable-domain.suffix",
		Message: Text{
			EN: `“%[1]s” can never be filed: the domain above it belongs to someone else`,
			ZH: `“%[1]s”无法备案：其上级域名属于他人`,
		},
		Help: Text{
			EN: `serve it through a proxy on a filed domain of your own`,
			ZH: `请用您自己的已备案域名做反向代理`,
		},
	},
	{ID: "unfilable-domain.reserved",
		Message: Text{
			EN: `“%[1]s” can never be filed: this name is reserved and cannot be registered`,
			ZH: `“%[1]s”无法备案：这是保留名称，不能注册`,
		},
		Help: Text{
			EN: `use a filed domain before the release`,
			ZH: `发布前请改用已备案的域名`,
		},
	},
	{ID: "unfilable-domain.test-host",
		Message: Text{
			EN: `“%[1]s” is a cloud provider's test host: you cannot file it, and it may be switched off`,
			ZH: `“%[1]s”是云服务商提供的测试域名：您无法为它备案，且它可能被停用`,
		},
		Help: Text{
			EN: `bind a filed domain of your own to the service; to keep the host, put it on the filed list: %[1]s <the provider's filing number> owner=vendor`,
			ZH: `请为该服务绑定您自己的已备案域名；如需保留，请加入备案清单：%[1]s <服务商的备案号> owner=vendor`,
		},
	},

	// host, suffix
	{ID: "unapproved-suffix.suffix",
		Message: Text{
			EN: `“%[1]s” may not be possible to file: %[2]s is not on the known list of suffixes approved by MIIT`,
			ZH: `“%[1]s”可能无法备案：%[2]s 不在已知的工信部批复域名后缀之列`,
		},
		Help: Text{
			EN: `look the suffix up at domain.miit.gov.cn before filing`,
			ZH: `备案前请在 domain.miit.gov.cn 查询该后缀`,
		},
	},
	// API, category
	{ID: "dynamic-host.call",
		Message: Text{
			EN: `the host that %[1]s contacts is only known at run time`,
			ZH: `%[1]s 访问的域名只有在运行时才能确定`,
		},
		Help: Text{
			EN: `list the hosts it can reach in .beianlint.json, under projects[].uses.%[2]s`,
			ZH: `请在 .beianlint.json 的 projects[].uses.%[2]s 中列出可能访问的域名`,
		},
	},

	// how much was not followed
	{ID: "not-followed.rows",
		Message: Text{
			EN: `hosts may be missing: %[1]s`,
			ZH: `可能有遗漏的域名：%[1]s`,
		},
		Help: Text{
			EN: `see notFollowed in beianlint hosts --format json; list the hosts it contacts in .beianlint.json, under projects[].uses`,
			ZH: `详见 beianlint hosts --format json 的 notFollowed；会访问的域名请写入 .beianlint.json 的 projects[].uses`,
		},
	},

	// switch
	{ID: "domain-check-off.switch",
		Message: Text{
			EN: `%[1]s turns off the developer tools' domain check for everyone`,
			ZH: `%[1]s 为所有人关闭了开发者工具的域名校验`,
		},
		Help: Text{
			EN: `turn it back on here; anyone who needs it off can do that in %[2]s`,
			ZH: `请在此重新开启；个人需要关闭时，请写在%[2]s中`,
		},
	},

	// host, domain to file
	{ID: "media-domain.unfiled",
		Message: Text{
			EN: `pictures, styles or players contact “%[1]s”, which no filing covers`,
			ZH: `图片、样式或播放器访问的“%[1]s”没有备案`,
		},
		Help: Text{
			EN: `file %[2]s and add it to the filed list, or serve the files from a filed domain`,
			ZH: `请为 %[2]s 办理 ICP 备案并加入备案清单，或改由已备案的域名提供文件`,
		},
	},
	// domain
	{ID: "unused-filing.unused",
		Message: Text{
			EN: `no mini program needs the filing of “%[1]s”`,
			ZH: `没有小程序用到“%[1]s”的备案`,
		},
		Help: Text{EN: `remove the line if the list is only for this repository`, ZH: `如果备案清单只用于本仓库，请删除该行`},
	},

	// file, reason
	{ID: "unreadable-file.tenant",
		Message: Text{EN: `cannot read a tenant's %[1]s: %[2]s`, ZH: `无法读取商户的 %[1]s：%[2]s`},
		Help:    Text{EN: `check the file and its permissions`, ZH: `请检查文件及其权限`},
	},

	{ID: "unused-ignore.nothing",
		Message: Text{EN: `this ignore matches nothing`, ZH: `该忽略项没有匹配任何问题`},
		Help:    Text{EN: `remove it`, ZH: `请删除`},
	},
	// rule
	{ID: "unused-ignore.comment",
		Message: Text{EN: `this comment silences nothing: there is no finding of %[1]s here`, ZH: `该注释没有忽略任何问题：此处没有 %[1]s 的问题`},
		Help: Text{
			EN: `remove it; beianlint-ignore covers its own line, beianlint-ignore-next-line the one below`,
			ZH: `请删除；beianlint-ignore 只对本行有效，beianlint-ignore-next-line 对下一行有效`,
		},
	},
	{ID: "unused-ignore.project",
		Message: Text{EN: `this entry matches no mini program here`, ZH: `没有与该项对应的小程序`},
		Help:    Text{EN: `correct its root or appid, or remove the entry`, ZH: `请改正 root 或 appid，或删除该项`},
	},
	// call
	{ID: "unused-ignore.client",
		Message: Text{EN: `nothing here calls “%[1]s”`, ZH: `此处的代码没有调用“%[1]s”`},
		Help: Text{
			EN: `write the name as the code calls it or as its module exports it, or remove the entry`,
			ZH: `请按代码的写法或模块的导出名书写，或删除该项`,
		},
	},
	// day
	{ID: "unused-ignore.expired",
		Message: Text{
			EN: `this ignore ended on %[1]s and no longer applies`,
			ZH: `该忽略项已于 %[1]s 到期，不再生效`,
		},
		Help: Text{
			EN: `remove it, or set a later until= day with a reason that still holds`,
			ZH: `请删除；如理由仍然成立，请延后 until 日期`,
		},
	},

	// Why a run cannot begin. Name of the list that was looked for.
	{ID: "list.missing",
		Message: Text{
			EN: `there is no filed list: no %[1]s from here up to the repository's root`,
			ZH: `没有备案清单：从当前目录到仓库根目录都没有 %[1]s`,
		},
		Help: Text{
			EN: `beianlint init writes one with every domain found, beianlint import FILE makes one from an export of your filings`,
			ZH: `beianlint init 可写入找到的全部域名，beianlint import 文件 可从导出的备案数据生成备案清单`,
		},
	},
	{ID: "list.empty",
		Message: Text{
			EN: `the filed list has no entries`,
			ZH: `备案清单中没有条目`,
		},
		Help: Text{
			EN: `add your filings, one per line (example.com 京ICP备12345678号-1), or let beianlint init --add write what it finds`,
			ZH: `请添加备案，每行一个（example.com 京ICP备12345678号-1），或用 beianlint init --add 写入找到的域名`,
		},
	},
	// file, reason
	{ID: "list.unreadable",
		Message: Text{EN: `cannot read the filed list %[1]s: %[2]s`, ZH: `无法读取备案清单 %[1]s：%[2]s`},
		Help:    Text{EN: `check the name given by --filed, the input or the config`, ZH: `请检查命令行、输入参数或配置中的文件名`},
	},

	// What another place is to a finding.
	// API
	{ID: "related.called", Message: Text{EN: `contacted here by %[1]s`, ZH: `在此由 %[1]s 访问`}},
	// SDK, as it is imported
	{ID: "related.sdk", Message: Text{EN: `the SDK %[1]s contacts it`, ZH: `由 SDK %[1]s 访问`}},
	{ID: "related.used", Message: Text{EN: `also used here`, ZH: `此处也使用了`}},
	{ID: "related.declared", Message: Text{EN: `declared here`, ZH: `在此配置`}},
	{ID: "related.refused", Message: Text{EN: `refused by the platform here`, ZH: `平台在此拒绝`}},
	{ID: "related.listed", Message: Text{EN: `listed here`, ZH: `备案清单条目在此`}},
	{ID: "related.first", Message: Text{EN: `first here`, ZH: `首次出现在此`}},
	{ID: "related.again", Message: Text{EN: `and again here`, ZH: `此处再次出现`}},
	{ID: "related.dynamic", Message: Text{EN: `another such call`, ZH: `另一处同类调用`}},
}
