package message

// starting is what beianlint init says and writes.
var starting = []Entry{
	// file, entries
	{ID: "init.list-written", Message: Text{"wrote %[1]s, domains: %[2]d", "已写入 %[1]s，域名 %[2]d 个"}},
	{ID: "init.written", Message: Text{"wrote %[1]s", "已写入 %[1]s"}},
	{ID: "init.kept", Message: Text{"%[1]s is there already and was left as it is", "%[1]s 已经存在，没有改动"}},
	{ID: "init.add-entry", Message: Text{"add this below repos: in %[1]s", "请在 %[1]s 的 repos: 下添加"}},
	{ID: "init.add", Message: Text{"beianlint init --add adds the missing domains", "beianlint init --add 可补充其中缺少的域名"}},
	// file, entries
	{ID: "init.added", Message: Text{"added to %[1]s, domains: %[2]d", "已添加到 %[1]s，域名 %[2]d 个"}},
	// file
	{ID: "init.nothing-to-add", Message: Text{"%[1]s lacks nothing that was found", "%[1]s 没有缺少的域名"}},
	{ID: "init.add-lines", Message: Text{
		"%[1]s is not a list in the text format in this repository: add these lines yourself",
		"%[1]s 不是本仓库中的文本格式备案清单：请自行添加以下内容",
	}},
	{ID: "init.next", Message: Text{
		"next: replace each pending with the filing number (beianlint import FILE takes them from an export of your filings; beianlint explain pending-filing says how to get one), run beianlint, and commit",
		"接下来：把每个 pending 换成备案号（beianlint import 文件 可从导出的备案数据中读取；如何办理见 beianlint explain pending-filing），运行 beianlint，然后提交",
	}},

	{ID: "init.list-head", Message: Text{
		"Domains with an ICP filing (备案): one per line, with the filing number.\nA filing covers the domain and everything below it.\nReplace each pending with its number: example.com  京ICP备12345678号-1",
		"已完成 ICP 备案的域名：每行一个，后面写备案号。\n一个备案覆盖该域名及其所有子域名。\n请把每个 pending 换成备案号：example.com  京ICP备12345678号-1",
	}},
	{ID: "init.list-own", Message: Text{"contacted or declared by the mini programs", "小程序访问或配置的域名"}},
	{ID: "init.list-vendors", Message: Text{"filed by their vendors: look up missing numbers at beian.miit.gov.cn and put them before owner=", "服务商的域名，由服务商备案：缺少的备案号可在 beian.miit.gov.cn 查询，写在 owner= 之前"}},
	{ID: "init.list-media", Message: Text{"only pictures, styles and players: no platform asks for a filing, remove what you do not need", "只有图片、样式和播放器访问：平台不要求备案，不需要的可以删除"}},
	{ID: "init.list-unfilable", Message: Text{"left out because nobody can file these: call them through a filed domain of your own", "没有列入，无法备案：请用您自己的已备案域名转发"}},
}
