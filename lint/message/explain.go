package message

// explain says of every rule how to put right what it finds (the message), and
// which rule of a platform or which law is behind it (the help). The facts are
// those of the pages that package platform names; the laws were read in:
// 互联网信息服务管理办法 (国务院令第292号), articles 4, 19, 20;
// 非经营性互联网信息服务备案管理办法 (信息产业部令第33号), articles 5, 12, 22;
// 工业和信息化部关于开展移动互联网应用程序备案工作的通知 (2023-08-04).
var explain = []Entry{
	{ID: "explain.unfiled-domain",
		Message: Text{
			EN: "If the domain is yours, file it and add it to the filed list with its number. If a vendor runs it and has filed it, add the vendor's domain and number with `owner=vendor`. If nobody can file it, call it through a proxy on a filed domain of your own. If the code does not need it, remove it",
			ZH: "如果域名属于您，请办理备案，并把域名和备案号加入备案清单。如果域名属于已备案的服务商，请把服务商的域名和备案号加入备案清单，并写上 `owner=vendor`。如果谁也无法为它备案，请用您自己的已备案域名做代理。如果代码并不需要它，请删除",
		},
		Help: Text{
			EN: "WeChat: a server domain and a business domain (业务域名) must have an ICP filing (“网络” and “业务域名” in the mini program's documentation). Alipay: the domain must support https and be filed (已完成备案). Douyin, Baidu and QQ ask for filed server domains in their network pages. Law: 互联网信息服务管理办法 (State Council decree 292), article 4, and 非经营性互联网信息服务备案管理办法 (decree 33 of the Ministry of Information Industry), article 5: without a filing no service may be offered in mainland China",
			ZH: "微信：服务器域名和业务域名都必须完成 ICP 备案（小程序文档《网络》《业务域名》）。支付宝：域名必须支持 https 并已完成备案。抖音、百度和 QQ 的网络文档也要求服务器域名已备案。法规：《互联网信息服务管理办法》（国务院令第 292 号）第四条，《非经营性互联网信息服务备案管理办法》（信息产业部令第 33 号）第五条：未经备案，不得在中国境内提供服务",
		},
	},
	{ID: "explain.pending-filing",
		Message: Text{
			EN: "Wait for the filing, then replace `pending` with the filing number. To let builds pass while it is reviewed, add `grace=YYYY-MM-DD` to the line: until that day it is a warning. If a filing has ended, restore it and correct `until=`, or move to a filed domain",
			ZH: "备案通过后，把备案清单中的 `pending` 换成备案号。审核期间需要放行构建时，在该行写 `grace=YYYY-MM-DD`：到那天为止只是警告。备案已经失效时，请恢复备案并更正 `until=`，或改用已备案的域名",
		},
		Help: Text{
			EN: "A filing that is only submitted does not count yet. Law: 互联网信息服务管理办法 (State Council decree 292), article 4, and 非经营性互联网信息服务备案管理办法 (decree 33 of the Ministry of Information Industry), article 5",
			ZH: "仅提交申请还不算已备案。法规：《互联网信息服务管理办法》（国务院令第 292 号）第四条，《非经营性互联网信息服务备案管理办法》（信息产业部令第 33 号）第五条",
		},
	},
	{ID: "explain.ip-address",
		Message: Text{
			EN: "Put a filed domain in front of the server, with a certificate, and use that",
			ZH: "为服务器绑定已备案的域名并配置证书，然后改用该域名",
		},
		Help: Text{
			EN: "WeChat: a server domain cannot be a public IP address, and a business domain cannot be any IP address. Alipay: my.request does not support IP addresses. Douyin, Baidu and QQ: a server domain cannot be an IP address; of Douyin those of the local network can be reached",
			ZH: "微信：服务器域名不能是公网 IP 地址，业务域名不能是 IP 地址。支付宝：my.request 不支持 IP 地址。抖音、百度、QQ：服务器域名不能是 IP 地址；抖音可以访问局域网 IP",
		},
	},
	{ID: "explain.local-address",
		Message: Text{
			EN: "Choose the server by environment and ship only the filed domain. Files for development only can be left out of the package and out of the check (`exclude`)",
			ZH: "按环境选择服务器，发布包中只保留已备案的域名。仅用于开发的文件不要打包，也可以不检查（`exclude`）",
		},
		Help: Text{
			EN: "WeChat: localhost cannot be configured; addresses of the local network can be reached from base library 2.4.0 on, but not the phone's own. Alipay: the local network cannot be reached",
			ZH: "微信：localhost 不能配置；基础库 2.4.0 起可以访问局域网地址，但不能访问本机。支付宝：不能访问局域网地址",
		},
	},
	{ID: "explain.insecure-scheme",
		Message: Text{
			EN: "Set up a certificate on the server, and write `https://` and `wss://` in the code and in the allowlist",
			ZH: "在服务器上配置证书，代码和合法域名中都改为 `https://` 和 `wss://`",
		},
		Help: Text{
			EN: "WeChat: server domains support https and wss only, TLS 1.2 or later. Alipay: my.request answers http with error 20 (请求url不支持http,请使用https), my.connectSocket takes wss only. Douyin, Baidu and QQ: https and wss; test versions of Douyin also take http",
			ZH: "微信：服务器域名只支持 https 和 wss，TLS 1.2 及以上。支付宝：my.request 使用 http 时报 error 20（请求url不支持http,请使用https），my.connectSocket 只支持 wss。抖音、百度、QQ：https 和 wss；抖音的测试版也支持 http",
		},
	},
	{ID: "explain.forbidden-domain",
		Message: Text{
			EN: "Call the platform's API from your own server, and your server from the mini program",
			ZH: "由您自己的服务器调用平台接口，小程序只访问您的服务器",
		},
		Help: Text{
			EN: "WeChat: api.weixin.qq.com cannot be configured as a server domain, and its API may not be called from the mini program. Alipay: Alibaba's own domains (taobao, tmall, alipay) cannot be added to the H5 domains (H5域名配置). Baidu: openapi.baidu.com. QQ: api.q.qq.com",
			ZH: "微信：api.weixin.qq.com 不能配置为服务器域名，相关接口不能在小程序内调用。支付宝：阿里巴巴自有域名（taobao、tmall、alipay）不能加入H5域名配置。百度：openapi.baidu.com。QQ：api.q.qq.com",
		},
	},
	{ID: "explain.unfilable-domain",
		Message: Text{
			EN: "Bind a domain of your own to the service, file it and use it; where the service does not allow that, put a proxy on a filed domain in front of it",
			ZH: "为该服务绑定您自己的域名并备案；服务不支持绑定时，用已备案的域名做反向代理",
		},
		Help: Text{
			EN: "A filing names the registrable domain and its owner (非经营性互联网信息服务备案管理办法, decree 33 of the Ministry of Information Industry)",
			ZH: "备案以可注册域名及其所有者为准（《非经营性互联网信息服务备案管理办法》，信息产业部令第 33 号）",
		},
	},
	{ID: "explain.undeclared-domain",
		Message: Text{
			EN: "Add the entry given in the finding to the box given there, in the platform's console or through its API, and update the repository's record of it. `beianlint hosts --format console` prints what each box should contain, `beianlint hosts --diff FILE` what a saved allowlist lacks. For Alipay, upload a new version afterwards: the allowlist is written into the package when it is built",
			ZH: "请在平台后台或通过接口，把问题中给出的条目添加到对应的配置项，并更新仓库中的记录。`beianlint hosts --format console` 列出每个配置项应有的内容，`beianlint hosts --diff 文件` 列出保存的合法域名缺少什么。支付宝在修改后需要重新上传版本：合法域名在构建时写入包中",
		},
		Help: Text{
			EN: "WeChat compares scheme, host and port exactly (`:443` is not the same as no port; sockets: any port; business domains: sub-domains too) and answers “request:fail url not in domain list”. Alipay compares the registrable domain for my.request and my.uploadFile and the whole host for web-view, and answers with error 11 or N22106. Douyin and QQ compare host and port exactly: without a port in the entry the URL has none, not even `:443`; Douyin its web-view domains, too. Baidu compares the host; an entry may be a wildcard (`*.example.com`). Mini games of Douyin may use every port of a host",
			ZH: "微信要求协议、域名、端口完全一致（写 `:443` 与不写端口不同；socket 不限端口；业务域名包含子域名），否则报“request:fail url not in domain list”。支付宝对 my.request 和 my.uploadFile 比较可注册域名，对 web-view 比较完整域名，否则报 error 11 或 N22106。抖音和 QQ 要求域名和端口完全一致：条目没有端口时，URL 也不能写端口，包括 `:443`；抖音的 webview 域名也是如此。百度比较域名，条目可以是通配符（`*.example.com`）。抖音小游戏可以使用域名的所有端口",
		},
	},
	{ID: "explain.malformed-domain",
		Message: Text{
			EN: "Write the entry as the box accepts it: scheme and host, no path, no wildcard, and a port only where one is allowed",
			ZH: "按配置项的要求填写：协议加域名，不带路径，不用通配符，仅在允许时写端口",
		},
		Help: Text{
			EN: "WeChat: https for request, uploadFile, downloadFile and business domains, wss for socket, `udp` and `tcp` for those two boxes, no scheme for DNS prefetch; no port for socket and business domains; business domains of letters, digits and hyphens only. Alipay: no wildcard; H5 domains of letters, digits and hyphens, without a port. Douyin: web-view domains without a scheme, each port as an entry of its own; of mini games no port. Baidu: no port, and a wildcard is an entry. QQ: https, for socket wss",
			ZH: "微信：request、uploadFile、downloadFile 和业务域名用 https，socket 用 wss，udp、tcp 用各自的协议，DNS预解析域名不写协议；socket 和业务域名不写端口；业务域名只能用字母、数字和连字符。支付宝：不支持通配符；H5 域名只能用字母、数字和连字符，不写端口。抖音：webview 域名不写协议，每个端口写一条；小游戏不写端口。百度：不写端口，可以用通配符。QQ：https，socket 用 wss",
		},
	},
	{ID: "explain.duplicate-declaration",
		Message: Text{EN: "Remove one of the two", ZH: "删除其中一个"},
		Help: Text{
			EN: "The limits are those of `too-many-domains`",
			ZH: "上限见 `too-many-domains`",
		},
	},
	{ID: "explain.too-many-domains",
		Message: Text{
			EN: "Remove entries that nothing needs (`unused-declaration` lists them), or put several services behind one domain",
			ZH: "删除不再需要的条目（见 `unused-declaration`），或把多个服务合并到同一域名下",
		},
		Help: Text{
			EN: "WeChat: 200 entries in each server box, 300 business domains, 5 for DNS prefetch; in a third-party platform's pool, 1000 server domains and 300 business domains. Alipay: the documents disagree on the limit for a mini program of your own, so nothing is reported. Baidu and QQ: 20 entries in each server box. Douyin: its API takes 20 of each type; the limit of the console is not established, so nothing is reported",
			ZH: "微信：每类服务器域名 200 个，业务域名 300 个，DNS预解析域名 5 个；第三方平台的服务器域名 1000 个，业务域名 300 个。支付宝：各文档给出的自有小程序上限不一致，因此不报告。百度和 QQ：每类服务器域名 20 个。抖音：接口每类最多 20 个，后台的上限尚无依据，因此不报告",
		},
	},
	{ID: "explain.broken-file",
		Message: Text{EN: "Correct the file at the place given", ZH: "在给出的位置改正文件"},
		Help: Text{
			EN: "WeChat and Alipay require strict JSON; comments and trailing commas are tolerated here",
			ZH: "微信和支付宝要求标准 JSON；此处容许注释和多余的逗号",
		},
	},
	{ID: "explain.unreadable-file",
		Message: Text{
			EN: "Give the user that runs beianlint permission to read the file, or leave it out with `exclude`",
			ZH: "让运行 beianlint 的用户有权读取该文件，或用 `exclude` 排除",
		},
		Help: Text{
			EN: "Not a platform rule: what cannot be read cannot be judged, and is never skipped silently",
			ZH: "这不是平台规则：读不到的内容无法判断，也不会被悄悄跳过",
		},
	},
	{ID: "explain.unapproved-suffix",
		Message: Text{
			EN: "Look up the suffix at domain.miit.gov.cn before you start a filing. If it is not approved, use a domain with another suffix",
			ZH: "备案前先在 domain.miit.gov.cn 查询该后缀。没有获得批复时，请改用其他后缀的域名",
		},
		Help: Text{
			EN: "MIIT publishes the suffixes it has approved (工信部批复)",
			ZH: "工信部公布已批复的域名后缀",
		},
	},
	{ID: "explain.filing-not-established",
		Message: Text{
			EN: "Decide whether your team wants the hosts filed. If so, set the rule to `error` in .beianlint.json and file the domains. If not, set it to `off`",
			ZH: "请由团队决定这些域名是否必须备案。需要备案时，在 .beianlint.json 中把该规则设为 `error` 并办理备案；不需要时设为 `off`",
		},
		Help: Text{
			EN: "No page of Kuaishou, JD, Xiaohongshu, Feishu or DingTalk is known that demands filed domains; DingTalk takes public IP addresses and http",
			ZH: "没有找到快手、京东、小红书、飞书、钉钉要求域名备案的公开资料；钉钉还接受公网 IP 地址和 http",
		},
	},
	{ID: "explain.domain-check-off",
		Message: Text{
			EN: "Turn the check back on in the shared file. Anyone who needs it off for a while can do that in `project.private.config.json`, which is not shared",
			ZH: "请在共享文件中重新开启校验。个人临时需要关闭时，请写在不共享的 `project.private.config.json` 中",
		},
		Help: Text{
			EN: "WeChat: `setting.urlCheck` (不校验合法域名) affects the developer tools only, never a released version. Alipay: `ignoreHttpDomainCheck` and similar keys affect the simulator, preview and remote debugging only. Douyin, Baidu, QQ, Kuaishou and Feishu: `setting.urlCheck`",
			ZH: "微信：`setting.urlCheck`（不校验合法域名）只在开发者工具中有效，对线上版本无效。支付宝：`ignoreHttpDomainCheck` 等类似的键只在模拟器、预览和真机调试时有效。抖音、百度、QQ、快手、飞书：`setting.urlCheck`",
		},
	},
	{ID: "explain.filing-number",
		Message: Text{
			EN: "Copy the number from beian.miit.gov.cn or from the foot of the site: 京ICP备12345678号-1. A number of the public security bureau (公网安备) is another registration. For a domain that its vendor has filed (owner=vendor) a missing number is only a notice",
			ZH: "从 beian.miit.gov.cn 或网站底部复制备案号：京ICP备12345678号-1。公网安备号是另一种登记。服务商备案的域名（owner=vendor）缺少备案号时只作提示",
		},
		Help: Text{
			EN: "非经营性互联网信息服务备案管理办法 (decree 33 of the Ministry of Information Industry), article 13: the number is shown at the foot of the site's home page",
			ZH: "《非经营性互联网信息服务备案管理办法》（信息产业部令第 33 号）第十三条：备案编号应标明在网站主页底部",
		},
	},
	{ID: "explain.filing-status",
		Message: Text{
			EN: "Write a status that is known, such as 已备案, 备案中 or 已注销; unhide a hidden sheet or row that should count",
			ZH: "请填写可识别的状态，例如 已备案、备案中、已注销；隐藏的工作表或行如需生效，请取消隐藏",
		},
		Help: Text{
			EN: "Not a platform rule: a domain whose own row does not say that it is filed does not count as filed",
			ZH: "这不是平台规则：所在行没有写明已备案的域名，不会当作已备案",
		},
	},
	{ID: "explain.duplicate-filing",
		Message: Text{EN: "Keep the entry that is right and remove the other", ZH: "保留正确的条目，删除另一个"},
		Help: Text{
			EN: "Not a platform rule: a list that contradicts itself is hard to maintain",
			ZH: "这不是平台规则：前后不一的备案清单很难维护",
		},
	},
	{ID: "explain.conflicting-filing",
		Message: Text{
			EN: "Look up both entries at beian.miit.gov.cn and correct or remove the wrong one",
			ZH: "在 beian.miit.gov.cn 查询两个条目，更正或删除有误的一个",
		},
		Help: Text{
			EN: "A domain is filed once, and an entity's number (主体备案号) belongs to one entity; sites, apps and mini programs of an entity share one running sequence of numbers",
			ZH: "一个域名只有一个备案，一个主体备案号只属于一个主体；同一主体的网站、App、小程序共用一个序号",
		},
	},
	{ID: "explain.stale-list",
		Message: Text{
			EN: "Export the filings again and merge them with `beianlint import`, or look up each entry at beian.miit.gov.cn and add the date: `verified=2026-11-01`",
			ZH: "重新导出备案数据并用 `beianlint import` 合并，或在 beian.miit.gov.cn 逐条核对后写上日期：`verified=2026-11-01`",
		},
		Help: Text{
			EN: "Not a platform rule: `maxAge` in the config says how old an entry may be",
			ZH: "这不是平台规则：期限由配置的 `maxAge` 决定",
		},
	},
	{ID: "explain.revoked-filing",
		Message: Text{
			EN: "File the domain again, or move to a filed one; correct the filed list if the filing was restored",
			ZH: "重新办理备案，或改用已备案的域名；如备案已恢复，请更正备案清单",
		},
		Help: Text{
			EN: "A cancelled filing (备案注销) covers nothing: the access provider blocks the domain and the platforms refuse it",
			ZH: "备案注销后不再有效：接入服务商会阻断该域名，平台也会拒绝",
		},
	},
	{ID: "explain.entity-mismatch",
		Message: Text{
			EN: "Use a domain filed by one of the entities in `projects[].entities`, mark a vendor's domain with `owner=vendor`, or add the entity to `projects[].entities`",
			ZH: "改用 `projects[].entities` 中的主体备案的域名；服务商的域名写上 `owner=vendor`；或把该主体加入 `projects[].entities`",
		},
		Help: Text{
			EN: "WeChat and Alipay have no such rule for server domains: a filing may belong to someone else. This rule checks the filed list against what the config allows",
			ZH: "微信和支付宝对服务器域名没有这一要求，备案可以属于他人。该规则按配置检查备案清单",
		},
	},
	{ID: "explain.dynamic-host",
		Message: Text{
			EN: "List the hosts that the call can reach in `.beianlint.json`, under `projects[].uses` by category: they are then checked like any other. If a server hands out addresses, let it hand out paths on a filed domain",
			ZH: "在 `.beianlint.json` 的 `projects[].uses` 中按类别写明可能访问的域名，之后会照常检查。如果地址由服务器下发，最好只下发已备案域名下的路径",
		},
		Help: Text{
			EN: "The platforms check the address when the call is made, wherever it comes from",
			ZH: "平台在请求时检查地址，不管它从哪里来",
		},
	},
	{ID: "explain.not-followed",
		Message: Text{
			EN: "Look at each place. List the hosts it contacts in `.beianlint.json`, under `projects[].uses`; write addresses as constants that the call reads; move what is generated or too large to a file of its own. If nothing is sent there, ignore the place and give the reason",
			ZH: "请逐处查看：把会访问的域名写入 `.beianlint.json` 的 `projects[].uses`；把地址写成请求直接读取的常量；把生成的或过大的内容放到单独的文件。如果那里不发送请求，可写明理由后忽略",
		},
		Help: Text{
			EN: "`\"strict\": true` in the config, `--strict` or the input `strict` makes it an error: a build then passes only if everything was followed",
			ZH: "在配置中写 `\"strict\": true`、使用 `--strict` 或输入参数 `strict` 会把它变成错误：只有全部追踪完毕才能通过",
		},
	},
	{ID: "explain.unused-declaration",
		Message: Text{
			EN: "Remove the entry once no released version needs it. If a call whose host is only known at run time needs it, list the host in `projects[].uses`",
			ZH: "确认没有线上版本需要后，删除该条目。如果某个运行时才确定域名的请求需要它，请写入 `projects[].uses`",
		},
		Help: Text{
			EN: "WeChat: 200 entries in a box and 50 edits a month",
			ZH: "微信：每个配置项 200 个，每月可修改 50 次",
		},
	},
	{ID: "explain.policy-override",
		Message: Text{
			EN: "Remove what is reported. If the repository has a good reason, ask those who keep the policy to allow it: its section `allow` says what a repository may loosen, and each message names the key",
			ZH: "请删除报告的内容。确有需要时，请联系策略的维护者放行：策略的 `allow` 一节规定仓库可以放宽什么，每条信息都写明对应的键",
		},
		Help: Text{
			EN: "Not a platform rule: only a run with `--policy FILE` or the input `policy` knows it. What hides code as a matter of course (`.gitignore`, `packOptions`, folders of cloud functions, `#ifdef`, a script beside a TypeScript file of the same name) is no more than a notice",
			ZH: "这不是平台规则：只有使用 `--policy 文件` 或输入参数 `policy` 时才有。`.gitignore`、`packOptions`、云函数目录、`#ifdef`、与脚本同名的 TypeScript 文件是常见做法，只报告为 notice",
		},
	},
	{ID: "explain.invalid-ignore",
		Message: Text{
			EN: "Write the comment as `beianlint-ignore RULE: reason`; if the rule may not be ignored, fix what it reports and remove the ignore",
			ZH: "请按 `beianlint-ignore 规则: 理由` 的格式书写；规则不允许忽略时，请修正问题并删除忽略项",
		},
		Help: Text{
			EN: "Not a platform rule: an organisation's config can mark a rule with `\"ignorable\": false`, and every attempt to silence it is then reported here",
			ZH: "这不是平台规则：组织的配置可以用 `\"ignorable\": false` 标记某条规则，此后每次试图忽略都会在此报告",
		},
	},
	{ID: "explain.unused-ignore",
		Message: Text{EN: "Remove the entry, or give it a later `until` with a reason that still holds", ZH: "删除该条目；理由仍然成立时，可以延后 `until`"},
		Help: Text{
			EN: "Not a platform rule: what is ignored forever is forgotten",
			ZH: "这不是平台规则：长期忽略的问题会被遗忘",
		},
	},
	{ID: "explain.media-domain",
		Message: Text{
			EN: "Serve pictures, fonts and sounds from a filed domain, or leave the rule off",
			ZH: "改由已备案的域名提供图片、字体和音频，或保持该规则关闭",
		},
		Help: Text{
			EN: "`wx.getImageInfo` and canvas pictures are checked (as downloadFile), and so they are here",
			ZH: "`wx.getImageInfo` 和画布图片受 downloadFile合法域名限制，这里也按此检查",
		},
	},
	{ID: "explain.unused-filing",
		Message: Text{EN: "Remove the line if the filed list is for this repository alone", ZH: "如果备案清单只用于本仓库，请删除该行"},
		Help: Text{
			EN: "Not a platform rule: it is off unless the config turns it on",
			ZH: "这不是平台规则：默认关闭，需要时在配置中开启",
		},
	},
}
