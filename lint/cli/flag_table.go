package cli

import (
	"github.com/spf13/pflag"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
)

// The subcommands that flags belong to.
const (
	linting  = modeLint
	running  = modeLint | modeHosts
	starting = modeLint | modeHosts | modeInit
)

// The words for values.
var (
	wordFile     = message.Text{EN: "FILE", ZH: "文件"}
	wordFormat   = message.Text{EN: "NAME", ZH: "格式"}
	wordPair     = message.Text{EN: "FORMAT=FILE", ZH: "格式=文件"}
	wordRef      = message.Text{EN: "REF", ZH: "版本"}
	wordPlatform = message.Text{EN: "NAME", ZH: "平台"}
	wordGlob     = message.Text{EN: "GLOB", ZH: "通配符"}
	wordLevel    = message.Text{EN: "LEVEL", ZH: "级别"}
	wordHost     = message.Text{EN: "HOST", ZH: "域名"}
	wordLang     = message.Text{EN: "LANG", ZH: "语言"}
	wordWhen     = message.Text{EN: "WHEN", ZH: "时机"}
	wordDuration = message.Text{EN: "DURATION", ZH: "时长"}
	wordURL      = message.Text{EN: "URL", ZH: "网址"}
	wordRule     = message.Text{EN: "ID", ZH: "规则"}
	wordTime     = message.Text{EN: "TIME", ZH: "时间"}
)

// flagTable has all flags, in the order of the help. Parsing, help, completion
// and the manual come from here: a new flag is one row and one field.
var flagTable = []flag{
	{
		name: "filed", in: running, section: reading, value: &wordFile, many: true, file: true,
		help: message.Text{EN: "filed list, repeatable (default: nearest filed-domains.txt)", ZH: "备案清单，可写多次（默认：最近的 filed-domains.txt）"},
		to:   func(o *options) pflag.Value { return texts(&o.run.Filed) },
	}, {
		name: "config", in: starting, section: reading, value: &wordFile, file: true,
		help: message.Text{EN: "config (default: nearest .beianlint.json)", ZH: "配置文件（默认：最近的 .beianlint.json）"},
		to:   func(o *options) pflag.Value { return text(&o.run.Config) },
	}, {
		name: "policy", in: running, section: reading, value: &wordFile, file: true, apart: []string{"print-config"},
		help: message.Text{EN: "config that nothing in the repository can loosen", ZH: "仓库中任何内容都不能放宽的配置"},
		to:   func(o *options) pflag.Value { return text(&o.run.Policy) },
	}, {
		name: "platform", in: starting, section: reading, value: &wordPlatform, values: platform.Words(), many: true,
		help: message.Text{EN: "only mini programs for this platform, repeatable", ZH: "只看这个平台的小程序，可写多次"},
		to:   func(o *options) pflag.Value { return texts(&o.run.Platforms) },
	}, {
		name: "exclude", in: starting, section: reading, value: &wordGlob, many: true,
		help:  message.Text{EN: "leave these files out, repeatable", ZH: "不看这些文件，可写多次"},
		check: checkGlob,
		to:    func(o *options) pflag.Value { return texts(&o.run.Exclude) },
	}, {
		name: "no-ignore", in: starting, section: reading,
		help: message.Text{EN: "read git-ignored folders as well", ZH: "被 git 忽略的目录也读取"},
		to:   func(o *options) pflag.Value { return toggle{&o.run.NoIgnore} },
	}, {
		name: "allow-empty", in: running, section: reading,
		help: message.Text{EN: "finding no mini program is not an error", ZH: "没有小程序也不算错"},
		to:   func(o *options) pflag.Value { return toggle{&o.allowEmpty} },
	}, {
		name: "timeout", in: running, section: reading, value: &wordDuration,
		help: message.Text{EN: "give up after this time (90s, 5m) with exit code 3", ZH: "超过这个时长（90s、5m）就放弃，退出码为 3"},
		to:   func(o *options) pflag.Value { return duration{&o.timeout} },
	}, {
		name: "since", in: linting, section: reading, value: &wordRef,
		help: message.Text{EN: "only findings on lines changed since a git revision", ZH: "只报告 git 版本之后改动的行"},
		to:   func(o *options) pflag.Value { return text(&o.since) },
	}, {
		name: "baseline", in: linting, section: reading, value: &wordFile, file: true,
		help: message.Text{EN: "leave out the findings in this file", ZH: "不报告这个文件中已有的问题"},
		to:   func(o *options) pflag.Value { return text(&o.run.Baseline) },
	}, {
		name: "write-baseline", in: linting, section: reading, apart: []string{"since", "report", "format", "rule", "ignore-rule", "statistics"},
		help: message.Text{EN: "write all findings into the baseline", ZH: "把全部问题写入基线文件"},
		to:   func(o *options) pflag.Value { return toggle{&o.run.Record} },
	}, {
		name: "format", in: linting, section: writing, value: &wordFormat, names: report.Findings.Names, standard: "text",
		help: message.Text{EN: "what to print", ZH: "输出格式"},
		to:   func(o *options) pflag.Value { return text(&o.format) },
	}, {
		name: "format", in: modeHosts, section: writing, value: &wordFormat, names: report.Hosts.Names, standard: "table",
		help: message.Text{EN: "what to print", ZH: "输出格式"},
		to:   func(o *options) pflag.Value { return text(&o.format) },
	}, {
		name: "report", in: linting, section: writing, value: &wordPair, names: report.Findings.Names, many: true, paired: true, file: true,
		help: message.Text{EN: "write a report to a file as well, repeatable", ZH: "另把报告写入文件，可写多次"},
		to:   func(o *options) pflag.Value { return texts(&o.reports) },
	}, {
		name: "source-url", in: linting, section: writing, value: &wordURL,
		help: message.Text{EN: "where reports link to: the repository's files on the web", ZH: "报告中的位置链接到这个网址下的文件"},
		to:   func(o *options) pflag.Value { return webAddress{&o.sourceURL} },
	}, {
		name: "output", alias: "o", in: modeHosts, section: writing, value: &wordFile, file: true,
		help: message.Text{EN: "write to a file, whole or not at all", ZH: "写入文件，要么完整写入，要么不写"},
		to:   func(o *options) pflag.Value { return text(&o.file) },
	}, {
		name: "output", alias: "o", in: modeImport, section: writing, value: &wordFile, file: true, standard: listFile,
		help: message.Text{EN: "the filed list to merge into", ZH: "合并到这份备案清单"},
		to:   func(o *options) pflag.Value { return text(&o.file) },
	}, {
		name: "dry-run", in: modeImport, section: writing,
		help: message.Text{EN: "show what would change, write nothing", ZH: "只显示会有什么改动，不写入"},
		to:   func(o *options) pflag.Value { return toggle{&o.dryRun} },
	}, {
		name: "explain", in: modeImport, section: writing,
		help: message.Text{EN: "for each row, what was taken from which column, and what it became", ZH: "逐行说明从哪一列取了什么、理解成什么"},
		to:   func(o *options) pflag.Value { return toggle{&o.explain} },
	}, {
		name: "ci", in: modeInit, section: writing,
		help: message.Text{EN: "also write a workflow for GitHub and a pre-commit entry", ZH: "同时写入 GitHub 工作流和 pre-commit 配置"},
		to:   func(o *options) pflag.Value { return toggle{&o.ci} },
	}, {
		name: "add", in: modeInit, section: writing,
		help: message.Text{EN: "add the domains that the filed list lacks, at its end", ZH: "把备案清单中缺少的域名添加到末尾"},
		to:   func(o *options) pflag.Value { return toggle{&o.add} },
	}, {
		name: "diff", in: modeHosts, section: writing, value: &wordFile, file: true, apart: []string{"format"},
		help: message.Text{EN: "what to add to a saved allowlist, and what to remove", ZH: "与保存的合法域名比较，列出要添加和删除的域名"},
		to:   func(o *options) pflag.Value { return text(&o.diff) },
	}, {
		name: "trace", in: modeHosts, section: writing, value: &wordHost, apart: []string{"format", "diff"},
		help: message.Text{EN: "how one host gets from where it is written to its call", ZH: "一个域名的去向：从写下的位置到访问它的调用"},
		to:   func(o *options) pflag.Value { return text(&o.trace) },
	}, {
		name: "rule", in: linting, section: writing, value: &wordRule, many: true, check: checkRule,
		help: message.Text{EN: "report only this rule, repeatable", ZH: "只报告这条规则，可写多次"},
		to:   func(o *options) pflag.Value { return texts(&o.rules) },
	}, {
		name: "ignore-rule", in: linting, section: writing, value: &wordRule, many: true, check: checkRule,
		help: message.Text{EN: "do not report this rule, repeatable", ZH: "不报告这条规则，可写多次"},
		to:   func(o *options) pflag.Value { return texts(&o.ignoreRules) },
	}, {
		name: "statistics", in: linting, section: writing, apart: []string{"format"},
		help: message.Text{EN: "only count the findings, by rule and by filing", ZH: "只按规则和备案统计问题"},
		to:   func(o *options) pflag.Value { return toggle{&o.out.Statistics} },
	}, {
		name: "fail-on", in: linting, section: writing, value: &wordLevel, values: []string{"error", "warning", "notice", "never"}, standard: "error",
		help: message.Text{EN: "lowest severity that fails", ZH: "不通过的最低级别"},
		to:   func(o *options) pflag.Value { return text(&o.out.FailOn) },
	}, {
		name: "strict", in: linting, section: writing,
		help: message.Text{EN: "treat what could not be followed as an error", ZH: "无法追踪的内容算作错误"},
		to:   func(o *options) pflag.Value { return toggle{&o.run.Strict} },
	}, {
		name: "list-files", in: linting, section: writing, apart: []string{"print-config", "format", "report", "write-baseline"},
		help: message.Text{EN: "print the files that are read, lint nothing", ZH: "只列出读取的文件，不检查"},
		to:   func(o *options) pflag.Value { return toggle{&o.listFiles} },
	}, {
		name: "print-config", in: linting, section: writing, apart: []string{"format", "report", "write-baseline"},
		help: message.Text{EN: "print the effective config, lint nothing", ZH: "只显示生效的配置，不检查"},
		to:   func(o *options) pflag.Value { return toggle{&o.printConfig} },
	}, {
		name: "quiet", alias: "q", in: linting, section: writing, apart: []string{"verbose"},
		help: message.Text{EN: "print only what fails, no summary", ZH: "只输出导致不通过的问题，不输出汇总"},
		to:   func(o *options) pflag.Value { return toggle{&o.quiet} },
	}, {
		name: "verbose", alias: "v", in: starting, section: writing,
		help: message.Text{EN: "say what was chosen and skipped, and show all places", ZH: "说明用了哪份备案清单、哪个配置和哪些小程序，跳过了什么，并列出全部位置"},
		to:   func(o *options) pflag.Value { return toggle{&o.verbose} },
	}, {
		name: "now", in: running, section: writing, value: &wordTime,
		help:  message.Text{EN: "the date at which filings must be valid (default: now)", ZH: "按哪一天判断备案是否有效（默认：现在）"},
		check: checkTime,
		to:    func(o *options) pflag.Value { return moment{&o.run.Now} },
	}, {
		name: "color", in: running, section: writing, value: &wordWhen, values: []string{"auto", "always", "never"}, standard: "auto",
		help: message.Text{EN: "use colours", ZH: "是否使用颜色"},
		to:   func(o *options) pflag.Value { return text(&o.color) },
	}, {
		name: "lang", in: anyMode, section: writing, value: &wordLang, values: []string{"en", "zh"},
		help: message.Text{EN: "language, else BEIANLINT_LANG, else the locale", ZH: "语言，默认看 BEIANLINT_LANG，再看系统语言"},
		to:   func(o *options) pflag.Value { return text(&o.lang) },
	}, {
		name: "version", in: modeLint, section: writing,
		help: message.Text{EN: "print the version", ZH: "显示版本"},
		to:   func(o *options) pflag.Value { return toggle{&o.version} },
	}, {
		name: "help", alias: "h", in: anyMode, section: writing,
		help: message.Text{EN: "print this", ZH: "显示本说明"},
		to:   func(o *options) pflag.Value { return toggle{&o.help} },
	},
}
