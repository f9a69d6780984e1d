package message

// report holds what surrounds the findings: labels, counts, the summary.
var report = map[ID]Entry{
	"report.severity-error":   {Message: Text{"error", "错误"}},
	"report.severity-warning": {Message: Text{"warning", "警告"}},
	"report.severity-notice":  {Message: Text{"notice", "提示"}},

	"report.help":    {Message: Text{"help: ", "怎么办："}},
	"report.related": {Message: Text{"also: ", "另见："}},

	"report.more-places.one":      {Message: Text{"and %[1]d more place", "还有 %[1]d 处"}},
	"report.more-places.many":     {Message: Text{"and %[1]d more places", "还有 %[1]d 处"}},
	"report.more-of-domain.one":   {Message: Text{"and %[1]d more finding about this domain", "该域名还有 %[1]d 个问题"}},
	"report.more-of-domain.many":  {Message: Text{"and %[1]d more findings about this domain", "该域名还有 %[1]d 个问题"}},
	"report.more-in-log.one":      {Message: Text{"… and %[1]d more finding, see the log", "……还有 %[1]d 个问题，见日志"}},
	"report.more-in-log.many":     {Message: Text{"… and %[1]d more findings, see the log", "……还有 %[1]d 个问题，见日志"}},
	"report.more-in-summary.one":  {Message: Text{"… and %[1]d more finding, see the step summary", "……还有 %[1]d 个问题，见步骤摘要"}},
	"report.left-out.one":         {Message: Text{"%[1]d more finding is not in this file, which is as large as GitHub takes it", "还有 %[1]d 个问题不在此文件中：已达到 GitHub 的上限"}},
	"report.left-out.many":        {Message: Text{"%[1]d more findings are not in this file, which is as large as GitHub takes it", "还有 %[1]d 个问题不在此文件中：已达到 GitHub 的上限"}},
	"report.more-in-summary.many": {Message: Text{"… and %[1]d more findings, see the step summary", "……还有 %[1]d 个问题，见步骤摘要"}},

	"report.project.one":  {Message: Text{"%[1]d mini program", "%[1]d 个小程序"}},
	"report.project.many": {Message: Text{"%[1]d mini programs", "%[1]d 个小程序"}},
	"report.file.one":     {Message: Text{"%[1]d file", "%[1]d 个文件"}},
	"report.file.many":    {Message: Text{"%[1]d files", "%[1]d 个文件"}},
	"report.domain.one":   {Message: Text{"%[1]d domain", "%[1]d 个域名"}},
	"report.domain.many":  {Message: Text{"%[1]d domains", "%[1]d 个域名"}},
	"report.error.one":    {Message: Text{"%[1]d error", "%[1]d 个错误"}},
	"report.error.many":   {Message: Text{"%[1]d errors", "%[1]d 个错误"}},
	"report.warning.one":  {Message: Text{"%[1]d warning", "%[1]d 个警告"}},
	"report.warning.many": {Message: Text{"%[1]d warnings", "%[1]d 个警告"}},
	"report.notice.one":   {Message: Text{"%[1]d notice", "%[1]d 个提示"}},
	"report.notice.many":  {Message: Text{"%[1]d notices", "%[1]d 个提示"}},

	"report.summary": {Message: Text{
		"checked %[1]s, %[2]s and %[3]s, %[4]d of them filed: %[5]s, %[6]s, %[7]s",
		"检查了 %[1]s、%[2]s、%[3]s（已备案 %[4]d 个）：%[5]s，%[6]s，%[7]s",
	}},
	// findings
	"report.ignored.one":    {Message: Text{"; %[1]d finding is ignored", "；另有 %[1]d 个问题被忽略"}},
	"report.ignored.many":   {Message: Text{"; %[1]d findings are ignored", "；另有 %[1]d 个问题被忽略"}},
	"report.baselined.one":  {Message: Text{"; %[1]d finding is in the baseline", "；另有 %[1]d 个问题在基线中"}},
	"report.baselined.many": {Message: Text{"; %[1]d findings are in the baseline", "；另有 %[1]d 个问题在基线中"}},
	"report.unchanged.one":  {Message: Text{"; %[1]d finding that did not change is left out", "；另有 %[1]d 个与改动无关的问题未显示"}},
	"report.unchanged.many": {Message: Text{"; %[1]d findings that did not change are left out", "；另有 %[1]d 个与改动无关的问题未显示"}},
	"report.failing.one": {Message: Text{
		"failing because %[1]d finding is at or above --fail-on %[2]s",
		"未通过：%[1]d 个问题达到或超过 --fail-on %[2]s",
	}},
	"report.failing.many": {Message: Text{
		"failing because %[1]d findings are at or above --fail-on %[2]s",
		"未通过：%[1]d 个问题达到或超过 --fail-on %[2]s",
	}},

	"report.failed":     {Message: Text{"beianlint: not passed", "beianlint：未通过"}},
	"report.passed":     {Message: Text{"beianlint: passed", "beianlint：通过"}},
	"report.guide":      {Message: Text{"Who files a domain, where, with what, and how long it takes", "域名由谁备案、在哪里办理、需要什么材料、要多久"}},
	"report.next-steps": {Message: Text{"What to do next", "接下来怎么做"}},

	"report.column-domain":   {Message: Text{"domain", "域名"}},
	"report.column-category": {Message: Text{"used for", "用途"}},
	"report.column-filing":   {Message: Text{"filing", "备案"}},
	"report.column-declared": {Message: Text{"in the allowlist", "域名配置"}},
	"report.column-place":    {Message: Text{"where", "位置"}},
	"report.column-finding":  {Message: Text{"what is wrong", "问题"}},

	"report.no-hosts":   {Message: Text{"no domains", "没有域名"}},
	"report.no-entries": {Message: Text{"nothing to list", "没有需要配置的域名"}},
	"report.no-changes": {Message: Text{"nothing to add or remove", "无需增删"}},
	// title of the box
	"report.box-not-recorded": {Message: Text{"%[1]s, not in the saved allowlist", "%[1]s（保存的配置中没有此项）"}},

	"report.declared-listed":   {Message: Text{"yes", "已配置"}},
	"report.declared-partly":   {Message: Text{"partly", "部分配置"}},
	"report.declared-unlisted": {Message: Text{"no", "未配置"}},
	"report.declared-unknown":  {Message: Text{"not recorded", "没有记录"}},

	// title, severity, version
	"report.page-about":   {Message: Text{"%[1]s Default severity: %[2]s. Since %[3]s", "%[1]s默认级别：%[2]s。始于版本 %[3]s"}},
	"report.page-why":     {Message: Text{"Why", "为什么"}},
	"report.page-example": {Message: Text{"Example", "示例"}},
	"report.page-before":  {Message: Text{"It fires on this:", "会报告："}},
	"report.page-after":   {Message: Text{"and not on this:", "不会报告："}},
	"report.page-fix":     {Message: Text{"How to fix it", "如何修复"}},
	"report.page-silence": {Message: Text{"How to silence it", "如何忽略"}},
	// rule
	"report.page-silence-how": {Message: Text{pageSilenceEN, pageSilenceZH}},
	"report.page-silence-comment": {Message: Text{
		"At one place, with a comment on the line above it and a reason (for markup and styles in their own comments):\n\n    // beianlint-ignore-next-line %[1]s: why this is all right",
		"只在一处：在其上一行写注释并说明理由（标记和样式使用各自的注释）：\n\n    // beianlint-ignore-next-line %[1]s: 为什么可以接受",
	}},

	"report.left-forbidden": {Message: Text{"the platform never allows it", "平台禁止使用"}},
	"report.left-unknown":   {Message: Text{"no call was seen to use it", "没有发现使用它的网络请求"}},
	"report.left-form":      {Message: Text{"the list takes no such entry", "该配置项不接受这种写法"}},

	"report.status-filed":     {Message: Text{"filed, number not given", "已备案，未写备案号"}},
	"report.status-pending":   {Message: Text{"pending", "备案中"}},
	"report.status-expired":   {Message: Text{"filing has ended", "备案已到期"}},
	"report.status-vendor":    {Message: Text{"filed by its vendor", "由服务商备案"}},
	"report.status-unfiled":   {Message: Text{"not filed", "未备案"}},
	"report.status-unfilable": {Message: Text{"can not be filed", "无法备案"}},
	"report.status-local":     {Message: Text{"local address", "本地地址"}},
	"report.status-unknown":   {Message: Text{"no filed list", "没有备案清单"}},
}

const pageSilenceEN = `In .beianlint.json, at one host or file for a while and with a reason:

    { "ignore": [{ "rule": "%[1]s", "path": "demo/**", "reason": "why this is all right", "until": "2026-12-31" }] }

or for everything, as "error", "warning", "notice" or "off":

    { "rules": { "%[1]s": "off" } }`

const pageSilenceZH = `在 .beianlint.json 中针对某个域名或文件忽略，写明理由和期限：

    { "ignore": [{ "rule": "%[1]s", "path": "demo/**", "reason": "为什么可以接受", "until": "2026-12-31" }] }

或整体调整级别，可用 "error"、"warning"、"notice"、"off"：

    { "rules": { "%[1]s": "off" } }`
