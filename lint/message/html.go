package message

// html are the words of the HTML report, which people read who never open the
// code.
var html = []Entry{
	{ID: "html.title", Message: Text{"Domain filing report", "小程序域名备案报告"}},

	{ID: "html.verdict-todo.one", Message: Text{"%[1]d domain needs attention", "%[1]d 个域名需要处理"}},
	{ID: "html.verdict-todo.many", Message: Text{"%[1]d domains need attention", "%[1]d 个域名需要处理"}},

	{ID: "html.verdict-silenced.one", Message: Text{
		"%[1]d domain has no valid filing, but the settings keep it from being reported",
		"%[1]d 个域名没有有效备案，但按设置未作为问题报告",
	}},
	{ID: "html.verdict-silenced.many", Message: Text{
		"%[1]d domains have no valid filing, but the settings keep them from being reported",
		"%[1]d 个域名没有有效备案，但按设置未作为问题报告",
	}},
	{ID: "html.verdict-others.many", Message: Text{"Every checked domain is filed; other findings remain", "受校验的域名都已备案，另有其他问题"}},
	{ID: "html.verdict-clean.many", Message: Text{"Every checked domain is filed", "受校验的域名都已备案"}},
	{ID: "html.verdict-none.many", Message: Text{"No domains were found", "没有找到任何域名"}},

	{ID: "html.checked-at", Message: Text{"Checked", "检查时间"}},
	{ID: "html.list", Message: Text{"Filed list", "备案清单"}},
	{ID: "html.tool", Message: Text{"Made by", "生成工具"}},
	{ID: "html.tally", Message: Text{"Domains by status", "域名状态"}},

	{ID: "html.contents", Message: Text{"Contents", "目录"}},
	{ID: "html.todo", Message: Text{"What to do", "需要处理的域名"}},
	{ID: "html.ending", Message: Text{"Filings that end within 90 days", "90 天内到期的备案"}},
	{ID: "html.ending-about", Message: Text{"By their last day on the filed list, the next first", "按备案清单中的截止日期排列，最近的在前"}},
	{ID: "html.ending-until", Message: Text{"Last day", "截止日期"}},
	{ID: "html.ending-days", Message: Text{"Time left", "剩余时间"}},
	{ID: "html.days.one", Message: Text{"%[1]d day", "%[1]d 天"}},
	{ID: "html.days.many", Message: Text{"%[1]d days", "%[1]d 天"}},
	{ID: "html.ending-hosts", Message: Text{"Domains that need it", "涉及的域名"}},
	{ID: "html.copy", Message: Text{"Copy", "复制"}},
	{ID: "html.copy-console", Message: Text{"Copy for the console", "复制到后台"}},
	{ID: "html.copied", Message: Text{"Copied", "已复制"}},
	{ID: "html.csv", Message: Text{"Table as CSV", "导出 CSV"}},
	{ID: "html.more-hosts.one", Message: Text{"%[1]d more", "还有 %[1]d 个"}},
	{ID: "html.more-hosts.many", Message: Text{"%[1]d more", "还有 %[1]d 个"}},
	{ID: "html.line", Message: Text{"Line for the filed list", "备案清单条目"}},
	{ID: "html.others", Message: Text{"Other findings", "其他问题"}},
	{ID: "html.unknown", Message: Text{"What is not known", "无法确定的域名"}},
	{ID: "html.others-about", Message: Text{"What else was found, most severe first", "备案以外的问题，按级别排列"}},
	{ID: "html.unknown-about", Message: Text{
		"Which domains these calls contact is only known at run time: ask the developers",
		"以下调用在运行时才确定域名，请向开发者确认",
	}},

	{ID: "html.filter", Message: Text{"Filter", "筛选"}},
	{ID: "html.search", Message: Text{"Search", "搜索"}},
	{ID: "html.search-in", Message: Text{"domain, number, file …", "域名、备案号、文件……"}},
	{ID: "html.all", Message: Text{"all", "全部"}},
	{ID: "html.status", Message: Text{"Status", "备案状态"}},
	{ID: "html.program", Message: Text{"Mini program", "小程序"}},
	{ID: "html.box", Message: Text{"Console list", "后台配置项"}},
	{ID: "html.severity", Message: Text{"Severity", "问题级别"}},
	{ID: "html.reset", Message: Text{"Reset", "重置"}},
	// rows shown, all rows
	{ID: "html.shown", Message: Text{"%[1]s of %[2]s entries shown", "显示 %[1]s 条，共 %[2]s 条"}},

	{ID: "html.column-filing", Message: Text{"Filing number and subject", "备案号、主体"}},
	{ID: "html.column-rule", Message: Text{"Rule", "规则"}},
	{ID: "html.column-place", Message: Text{"Where it is used", "使用位置"}},

	// platforms, folder
	{ID: "html.program-name", Message: Text{"%[1]s mini program %[2]s", "%[1]s小程序 %[2]s"}},
	{ID: "html.caption", Message: Text{"All domains, by the lists of the console", "全部域名，按后台配置项列出"}},
	{ID: "html.group-media", Message: Text{"Pictures, styles and players (the platform checks no list)", "图片、样式、播放器（平台不校验）"}},
	{ID: "html.group-unknown", Message: Text{"Base addresses (no call was seen to use them)", "基础地址（未发现使用它的请求）"}},
	// category
	{ID: "html.group-other", Message: Text{"%[1]s (the platform has no list for it)", "%[1]s（平台没有对应的配置项）"}},

	{ID: "html.declared-listed", Message: Text{"listed", "已配置"}},
	{ID: "html.declared-partly", Message: Text{"partly listed", "部分配置"}},
	{ID: "html.declared-unlisted", Message: Text{"not listed", "未配置"}},
	{ID: "html.declared-unknown", Message: Text{"not recorded", "没有记录"}},
	{ID: "html.declared-open", Message: Text{"not needed: open by default", "无需配置：平台默认放行"}},
	{ID: "html.place-declared", Message: Text{"in the allowlist", "合法域名"}},
	{ID: "html.place-literal", Message: Text{"base address", "基础地址"}},

	{ID: "html.status-filed", Message: Text{"filed", "已备案"}},
	{ID: "html.status-ending", Message: Text{"ends soon", "即将到期"}},
	{ID: "html.status-revoked", Message: Text{"filing revoked", "备案已注销"}},

	// owner
	{ID: "html.who-vendor-files", Message: Text{"%[1]s, who runs the service", "%[1]s（服务提供方）"}},
	{ID: "html.who-service", Message: Text{"whoever runs the service, according to the filed list", "服务提供方（备案清单中标为 owner=vendor）"}},
	{ID: "html.who", Message: Text{"Who can file it", "由谁办理"}},
	{ID: "html.who-owner", Message: Text{"the owner of the domain, through the server's access provider", "域名持有者，通过服务器的接入服务商办理"}},
	{ID: "html.who-nobody", Message: Text{"nobody: it has to be replaced by a filed domain", "无法办理，只能改用已备案的域名"}},
	{ID: "html.who-shared", Message: Text{"the cloud provider has filed it: only the filed list lacks it", "云服务商已备案，只需加入备案清单"}},
	// owner
	{ID: "html.who-vendor", Message: Text{"%[1]s has filed it: only the filed list lacks it", "%[1]s已备案，只需加入备案清单"}},
	// entity
	{ID: "html.who-entity", Message: Text{"%[1]s, according to the filed list", "%[1]s（备案清单所列主体）"}},

	{ID: "html.footer", Message: Text{
		"The verdict follows the filed list: beianlint queries neither a registry nor the platform",
		"结论以备案清单为准：beianlint 不联网查询备案，也不访问平台后台",
	}},
}
