package message

// first is what beianlint says where there is no filed list yet.
var first = []Entry{
	// mini programs, hosts
	{ID: "first.head", Message: Text{"found in %[1]s: %[2]s, by the domain that a filing is made for", "在 %[1]s中找到 %[2]s，按备案的主域名列出"}},
	{ID: "first.own", Message: Text{"to be filed by your team, unless they already are", "由您的团队备案（或已经备案）"}},
	{ID: "first.vendors", Message: Text{"filed by their vendors: they only need to be on the filed list", "由服务商备案，只需写入备案清单"}},
	{ID: "first.unfilable", Message: Text{"nobody can file these: call them through a filed domain of your own", "无法备案：请用您自己的已备案域名转发"}},
	{ID: "first.forbidden", Message: Text{"the platform never allows these", "平台禁止使用"}},
	{ID: "first.local", Message: Text{"local addresses, reached only from a developer's machine or network", "本机或内网地址，用户无法访问"}},
	{ID: "first.media", Message: Text{"only pictures, styles and players contact these: no platform asks for a filing", "只有图片、样式和播放器访问：平台不要求备案"}},
	{ID: "first.open", Message: Text{"calls to look into: their host is only known at run time", "域名在运行时才能确定的调用"}},
	{ID: "first.more.one", Message: Text{"and %[1]d more: beianlint hosts lists all", "还有 %[1]d 个：beianlint hosts 可列出全部"}},
	{ID: "first.more.many", Message: Text{"and %[1]d more: beianlint hosts lists all", "还有 %[1]d 个：beianlint hosts 可列出全部"}},
	{ID: "first.next", Message: Text{"next", "接下来"}},
	{ID: "first.init", Message: Text{"writes filed-domains.txt with these domains; then fill in the filing numbers", "把这些域名写入 filed-domains.txt，再填上备案号"}},
	{ID: "first.import-command", Message: Text{"beianlint import FILE", "beianlint import 文件"}},
	{ID: "first.import", Message: Text{"takes the numbers from an export of your filings: Excel, CSV, JSON", "从导出的备案数据（Excel、CSV、JSON）中读取备案号"}},
	{ID: "first.hosts", Message: Text{"shows every host: for what and where", "列出每个域名的用途和位置"}},
}
