package message

// report holds what surrounds the findings: labels, counts, the summary.
var report = []Entry{
	{ID: "report.severity-error", Message: Text{"error", "错误"}},
	{ID: "report.severity-warning", Message: Text{"warning", "警告"}},
	{ID: "report.severity-notice", Message: Text{"notice", "提示"}},

	{ID: "report.help", Message: Text{"help: ", "修复建议："}},
	{ID: "report.related", Message: Text{"also: ", "另见："}},

	{ID: "report.more-places.one", Message: Text{"and %[1]d more place", "还有 %[1]d 处"}},
	{ID: "report.more-places.many", Message: Text{"and %[1]d more places", "还有 %[1]d 处"}},
	{ID: "report.more-of-domain.one", Message: Text{"and %[1]d more finding about this domain", "该域名还有 %[1]d 个问题"}},
	{ID: "report.more-of-domain.many", Message: Text{"and %[1]d more findings about this domain", "该域名还有 %[1]d 个问题"}},
	{ID: "report.more-in-log.one", Message: Text{"… and %[1]d more finding, see the log", "……还有 %[1]d 个问题，见日志"}},
	{ID: "report.more-in-log.many", Message: Text{"… and %[1]d more findings, see the log", "……还有 %[1]d 个问题，见日志"}},
	{ID: "report.more-in-summary.one", Message: Text{"… and %[1]d more finding, see the step summary", "……还有 %[1]d 个问题，见步骤摘要"}},
	{ID: "report.left-out.one", Message: Text{"%[1]d more finding is not in this file: it has reached GitHub's limit", "还有 %[1]d 个问题不在此文件中：已达到 GitHub 的上限"}},
	{ID: "report.left-out.many", Message: Text{"%[1]d more findings are not in this file: it has reached GitHub's limit", "还有 %[1]d 个问题不在此文件中：已达到 GitHub 的上限"}},
	{ID: "report.more-in-summary.many", Message: Text{"… and %[1]d more findings, see the step summary", "……还有 %[1]d 个问题，见步骤摘要"}},

	{ID: "report.project.one", Message: Text{"%[1]d mini program", "%[1]d 个小程序"}},
	{ID: "report.project.many", Message: Text{"%[1]d mini programs", "%[1]d 个小程序"}},
	{ID: "report.file.one", Message: Text{"%[1]d file", "%[1]d 个文件"}},
	{ID: "report.file.many", Message: Text{"%[1]d files", "%[1]d 个文件"}},
	{ID: "report.place.one", Message: Text{"%[1]d place", "%[1]d 处"}},
	{ID: "report.place.many", Message: Text{"%[1]d places", "%[1]d 处"}},
	{ID: "report.host.one", Message: Text{"%[1]d host", "%[1]d 个域名"}},
	{ID: "report.host.many", Message: Text{"%[1]d hosts", "%[1]d 个域名"}},
	{ID: "report.error.one", Message: Text{"%[1]d error", "%[1]d 个错误"}},
	{ID: "report.error.many", Message: Text{"%[1]d errors", "%[1]d 个错误"}},
	{ID: "report.warning.one", Message: Text{"%[1]d warning", "%[1]d 个警告"}},
	{ID: "report.warning.many", Message: Text{"%[1]d warnings", "%[1]d 个警告"}},
	{ID: "report.notice.one", Message: Text{"%[1]d notice", "%[1]d 个提示"}},
	{ID: "report.notice.many", Message: Text{"%[1]d notices", "%[1]d 个提示"}},

	{ID: "report.summary", Message: Text{
		"checked %[1]s, %[2]s and %[3]s, %[4]d of them filed: %[5]s, %[6]s, %[7]s",
		"检查了 %[1]s、%[2]s、%[3]s（已备案 %[4]d 个）：%[5]s，%[6]s，%[7]s",
	}},
	// findings
	{ID: "report.ignored.one", Message: Text{"; %[1]d finding is ignored", "；另有 %[1]d 个问题被忽略"}},
	{ID: "report.ignored.many", Message: Text{"; %[1]d findings are ignored", "；另有 %[1]d 个问题被忽略"}},
	{ID: "report.baselined.one", Message: Text{"; %[1]d finding is in the baseline", "；另有 %[1]d 个问题在基线中"}},
	{ID: "report.baselined.many", Message: Text{"; %[1]d findings are in the baseline", "；另有 %[1]d 个问题在基线中"}},
	{ID: "report.unchanged.one", Message: Text{"; %[1]d finding unrelated to the change is left out", "；另有 %[1]d 个与改动无关的问题未显示"}},
	{ID: "report.unchanged.many", Message: Text{"; %[1]d findings unrelated to the change are left out", "；另有 %[1]d 个与改动无关的问题未显示"}},
	// how much was not followed
	{ID: "report.not-followed", Message: Text{"; %[1]s", "；另%[1]s"}},
	{ID: "report.failing.one", Message: Text{
		"failing because %[1]d finding is at or above --fail-on %[2]s",
		"未通过：%[1]d 个问题达到或超过 --fail-on %[2]s",
	}},
	{ID: "report.failing.many", Message: Text{
		"failing because %[1]d findings are at or above --fail-on %[2]s",
		"未通过：%[1]d 个问题达到或超过 --fail-on %[2]s",
	}},

	{ID: "report.todo", Message: Text{"to do: %[1]s", "待办：%[1]s"}},
	// mini programs, hosts, filed
	{ID: "report.digest-checked", Message: Text{" (%[1]s, %[2]s, %[3]d of them filed)", "（%[1]s，%[2]s，其中 %[3]d 个已备案）"}},
	{ID: "report.digest-more.one", Message: Text{"and %[1]d more finding", "另有 %[1]d 个问题"}},
	{ID: "report.digest-more.many", Message: Text{"and %[1]d more findings", "另有 %[1]d 个问题"}},
	{ID: "report.todo-file.one", Message: Text{"%[1]d domain to file", "%[1]d 个主域名需要备案"}},
	{ID: "report.todo-file.many", Message: Text{"%[1]d domains to file", "%[1]d 个主域名需要备案"}},
	{ID: "report.todo-vendor.one", Message: Text{"%[1]d vendor domain to list", "%[1]d 个服务商域名需要加入备案清单"}},
	{ID: "report.todo-vendor.many", Message: Text{"%[1]d vendor domains to list", "%[1]d 个服务商域名需要加入备案清单"}},
	{ID: "report.todo-pending.one", Message: Text{"%[1]d pending filing to complete", "%[1]d 个备案待完成"}},
	{ID: "report.todo-pending.many", Message: Text{"%[1]d pending filings to complete", "%[1]d 个备案待完成"}},
	{ID: "report.todo-renew.one", Message: Text{"%[1]d filing to restore or update", "%[1]d 个备案需要恢复或更新"}},
	{ID: "report.todo-renew.many", Message: Text{"%[1]d filings to restore or update", "%[1]d 个备案需要恢复或更新"}},
	{ID: "report.todo-replace.one", Message: Text{"%[1]d host to replace", "%[1]d 个域名需要更换"}},
	{ID: "report.todo-replace.many", Message: Text{"%[1]d hosts to replace", "%[1]d 个域名需要更换"}},
	{ID: "report.todo-add", Message: Text{"; beianlint init --add writes the lines", "；beianlint init --add 可将其写入备案清单"}},

	{ID: "report.failed", Message: Text{"beianlint: failed", "beianlint：未通过"}},
	{ID: "report.passed", Message: Text{"beianlint: passed", "beianlint：通过"}},
	{ID: "report.guide", Message: Text{"Who files a domain, where, with what, and how long it takes", "域名由谁备案、在哪里办理、需要什么材料、要多久"}},
	{ID: "report.next-steps", Message: Text{"What to do next", "接下来怎么做"}},

	{ID: "report.column-domain", Message: Text{"domain", "域名"}},
	{ID: "report.column-category", Message: Text{"used for", "用途"}},
	{ID: "report.column-filing", Message: Text{"filing", "备案"}},
	{ID: "report.column-declared", Message: Text{"in the allowlist", "合法域名"}},
	{ID: "report.column-platform", Message: Text{"platforms", "平台"}},
	{ID: "report.all-platforms", Message: Text{"all", "全部"}},
	{ID: "report.column-place", Message: Text{"where", "位置"}},
	{ID: "report.column-findings", Message: Text{"findings", "问题"}},
	{ID: "report.column-hosts", Message: Text{"hosts", "域名数"}},
	{ID: "report.column-places", Message: Text{"places", "位置数"}},
	{ID: "report.column-rules", Message: Text{"rules", "规则"}},
	{ID: "report.column-finding", Message: Text{"what is wrong", "问题"}},

	{ID: "report.no-hosts", Message: Text{"no domains", "没有域名"}},
	{ID: "report.no-entries", Message: Text{"nothing to list", "没有需要配置的域名"}},
	{ID: "report.no-changes", Message: Text{"nothing to add or remove", "无需增删"}},
	// title of the box
	{ID: "report.box-not-recorded", Message: Text{"%[1]s, not in the saved allowlist", "%[1]s（保存的合法域名中没有此项）"}},

	{ID: "report.declared-listed", Message: Text{"yes", "已配置"}},
	{ID: "report.declared-partly", Message: Text{"partly", "部分配置"}},
	{ID: "report.declared-unlisted", Message: Text{"no", "未配置"}},
	{ID: "report.declared-unknown", Message: Text{"not recorded", "没有记录"}},
	{ID: "report.declared-open", Message: Text{"not needed: open by default", "无需配置：平台默认放行"}},

	// title, severity, version
	{ID: "report.page-about", Message: Text{"%[1]s Default severity: %[2]s. Since %[3]s", "%[1]s默认级别：%[2]s。始于版本 %[3]s"}},
	{ID: "report.page-why", Message: Text{"Why", "为什么"}},
	{ID: "report.page-example", Message: Text{"Example", "示例"}},
	{ID: "report.page-before", Message: Text{"This is reported:", "会报告："}},
	{ID: "report.page-after", Message: Text{"This is not:", "不会报告："}},
	{ID: "report.page-platforms", Message: Text{"Platforms", "各平台"}},
	{ID: "platforms.name", Message: Text{"Platform", "平台"}},
	{ID: "platforms.degree", Message: Text{"How far it is judged", "判断到什么程度"}},
	{ID: "platforms.lists", Message: Text{"Lists that are checked", "对照的域名列表"}},
	{ID: "platforms.marks", Message: Text{"Its files", "识别依据"}},
	{ID: "platforms.judged", Message: Text{"judged: hosts must be filed", "判断：域名必须备案"}},
	{ID: "platforms.listed", Message: Text{"hosts are listed; that they must be filed is not established", "列出域名；是否必须备案尚无依据"}},
	{ID: "platforms.unjudged", Message: Text{"named as skipped, not judged", "只提示已跳过，不作判断"}},
	{ID: "platforms.no-lists", Message: Text{"none established", "尚无依据"}},
	{ID: "report.page-fix", Message: Text{"How to fix it", "如何修复"}},
	{ID: "report.page-silence", Message: Text{"How to silence it", "如何忽略"}},
	// rule
	{ID: "report.page-silence-how", Message: Text{pageSilenceEN, pageSilenceZH}},
	{ID: "report.page-silence-policy", Message: Text{
		"Nothing in the repository silences it. The policy can, by its key in `allow`, or with \"error\", \"warning\", \"notice\" or \"off\":\n\n    { \"rules\": { \"%[1]s\": \"notice\" } }",
		"仓库中任何内容都不能忽略它。策略可以用 `allow` 中对应的键放行，或设置级别 \"error\"、\"warning\"、\"notice\"、\"off\"：\n\n    { \"rules\": { \"%[1]s\": \"notice\" } }",
	}},
	{ID: "report.page-silence-comment", Message: Text{
		"In one place, with a comment on the line above that gives a reason (markup and styles have comments of their own):\n\n    // beianlint-ignore-next-line %[1]s: why this is acceptable",
		"只忽略一处：在上一行写注释并说明理由（模板和样式使用各自的注释）：\n\n    // beianlint-ignore-next-line %[1]s: 为什么可以接受",
	}},

	{ID: "report.left-forbidden", Message: Text{"the platform never allows it", "平台禁止使用"}},
	{ID: "report.left-unknown", Message: Text{"no call was seen to use it", "没有发现使用它的网络请求"}},
	{ID: "report.left-form", Message: Text{"the box does not accept such an entry", "该配置项不接受这种写法"}},

	{ID: "report.status-filed", Message: Text{"filed, number not given", "已备案，未写备案号"}},
	{ID: "report.status-pending", Message: Text{"pending", "备案中"}},
	{ID: "report.status-expired", Message: Text{"filing has ended", "备案已失效"}},
	{ID: "report.status-vendor", Message: Text{"filed by its vendor", "由服务商备案"}},
	// vendor
	{ID: "report.filed-by", Message: Text{"filed by %[1]s", "由%[1]s备案"}},
	{ID: "report.status-unfiled", Message: Text{"not filed", "未备案"}},
	{ID: "report.status-unfilable", Message: Text{"cannot be filed", "无法备案"}},
	{ID: "report.status-local", Message: Text{"local address", "本机或内网地址"}},
	{ID: "report.status-unknown", Message: Text{"no filed list", "没有备案清单"}},
}

const pageSilenceEN = `In .beianlint.json, for a file or a host, with a reason and a last day:

    { "ignore": [{ "rule": "%[1]s", "path": "%[2]s", "reason": "why this is acceptable", "until": "2026-12-31" }] }

or everywhere, with "error", "warning", "notice" or "off":

    { "rules": { "%[1]s": "off" } }`

const pageSilenceZH = `在 .beianlint.json 中针对某个文件或域名忽略，写明理由和期限：

    { "ignore": [{ "rule": "%[1]s", "path": "%[2]s", "reason": "为什么可以接受", "until": "2026-12-31" }] }

或整体调整级别，可用 "error"、"warning"、"notice"、"off"：

    { "rules": { "%[1]s": "off" } }`
