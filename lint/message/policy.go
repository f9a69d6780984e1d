package message

// policy is what a repository tries against a policy, and what can be wrong with one.
// The last argument of an attempt is the name of the policy.
var policy = []Entry{
	// file, reason
	{ID: "config.policy",
		Message: Text{EN: `cannot read the policy %[1]s: %[2]s`, ZH: `无法读取策略 %[1]s：%[2]s`},
		Help:    Text{EN: `check the file that --policy or the input policy names`, ZH: `请检查 --policy 或输入参数 policy 指定的文件`},
	},
	// file, line
	{ID: "config.policy-invalid",
		Message: Text{EN: `the policy %[1]s cannot be used, see its line %[2]d`, ZH: `策略 %[1]s 无法使用，见其第 %[2]d 行`},
		Help: Text{
			EN: `a file outside the repository is not shown: check it against https://raw.githubusercontent.com/beianlint/beianlint/main/docs/beianlint.policy.schema.json`,
			ZH: `不显示仓库之外的文件内容：请对照 https://raw.githubusercontent.com/beianlint/beianlint/main/docs/beianlint.policy.schema.json 检查`,
		},
	},
	// rule, severity, that of the policy
	{ID: "policy-override.severity",
		Message: Text{EN: `“%[2]s” has no effect on %[1]s: the policy %[4]s keeps it at “%[3]s”`, ZH: `把 %[1]s 设为“%[2]s”不起作用：策略 %[4]s 规定为“%[3]s”`},
		Help:    Text{EN: `remove this; the policy may allow it with "lower"`, ZH: `请删除此处；策略可以用 "lower" 允许`},
	},
	// key
	{ID: "policy-override.key",
		Message: Text{EN: `“%[1]s” has no effect here: the policy %[2]s decides it`, ZH: `“%[1]s”在此不起作用：由策略 %[2]s 规定`},
		Help:    Text{EN: `remove the key, or have the policy changed`, ZH: `请删除该键，或请求修改策略`},
	},
	// rule
	{ID: "policy-override.ignore",
		Message: Text{EN: `%[1]s is not ignored here: the policy %[2]s does not allow it`, ZH: `%[1]s 在此不会被忽略：策略 %[2]s 不允许`},
		Help:    Text{EN: `fix what the rule reports and remove this, or allow "ignore" in the policy`, ZH: `请修正该规则发现的问题并删除此处，或在策略中允许 "ignore"`},
	},
	// rule
	{ID: "policy-override.baseline",
		Message: Text{EN: `baselines in the repository do not apply to %[1]s: the policy %[2]s does not allow it`, ZH: `仓库的基线对 %[1]s 不起作用：策略 %[2]s 不允许`},
		Help:    Text{EN: `write the baseline again with --policy, or allow "baseline" in the policy`, ZH: `请加上 --policy 重新生成基线，或在策略中允许 "baseline"`},
	},
	{ID: "policy-override.exclude",
		Message: Text{EN: `this leaves nothing out: the policy %[1]s does not allow it`, ZH: `此处不起作用，文件仍然读取：策略 %[1]s 不允许排除`},
		Help:    Text{EN: `remove it; the policy may leave files out itself, or allow "exclude"`, ZH: `请删除此处；策略可以自行排除文件，或允许 "exclude"`},
	},
	// platform
	{ID: "policy-override.platform",
		Message: Text{EN: `this mini program is not checked as one for %[1]s only: the policy %[2]s does not allow it`, ZH: `该小程序不会只按 %[1]s 检查：策略 %[2]s 不允许`},
		Help:    Text{EN: `remove the platform, it is detected by itself, or allow "platform" in the policy`, ZH: `请删除平台，会自动识别，或在策略中允许 "platform"`},
	},
	// category
	{ID: "policy-override.uses",
		Message: Text{EN: `calls of category %[1]s are still reported, whatever is listed here: the policy %[2]s does not allow it`, ZH: `无论此处列出什么，%[1]s 类的调用仍会报告：策略 %[2]s 不允许`},
		Help:    Text{EN: `nothing needs to be done, the hosts are checked all the same; to keep the calls from being reported, allow "uses" in the policy`, ZH: `无需处理，列出的域名照常检查；如不再报告这些调用，请在策略中允许 "uses"`},
	},
	// domain, how many
	{ID: "policy-override.filing",
		Message: Text{EN: `entries that do not count because the filed lists of the policy lack them: %[2]d, the first for %[1]s`, ZH: `策略的备案清单中没有、因而不算数的条目：%[2]d 条，第一条为 %[1]s`},
		Help:    Text{EN: `have the domain added to the filed list of the organisation, or allow "allowLocal" in the policy`, ZH: `请把域名加入组织的备案清单，或在策略中允许 "allowLocal"`},
	},
	// folder, how many
	{ID: "policy-override.gitignore",
		Message: Text{EN: `git ignores %[1]s, which is read: the policy %[3]s does not allow it to be left out`, ZH: `git 忽略 %[1]s，但仍然读取：策略 %[3]s 不允许排除它`},
		Help:    Text{EN: `remove the line, or the folder from the repository, or allow "gitignore" in the policy`, ZH: `请删除这一行，或从仓库中删除该目录，或在策略中允许 "gitignore"`},
	},
	// file, how many
	{ID: "policy-override.pack",
		Message: Text{EN: `%[1]s is not packed but read: the policy %[3]s does not allow files to be left out (here: %[2]d)`, ZH: `%[1]s 不打包，但仍然读取：策略 %[3]s 不允许排除（此处共 %[2]d 个文件）`},
		Help:    Text{EN: `if it may be left out, allow "packOptions" in the policy`, ZH: `如可以不读取，请在策略中允许 "packOptions"`},
	},
	// folder, how many
	{ID: "policy-override.cloud",
		Message: Text{EN: `%[1]s counts as code of a server but is read: the policy %[3]s does not allow it to be left out`, ZH: `%[1]s 是服务器代码的目录，但仍然读取：策略 %[3]s 不允许排除它`},
		Help:    Text{EN: `if it may be left out, allow "cloud" in the policy`, ZH: `如可以不读取，请在策略中允许 "cloud"`},
	},
	// how many
	{ID: "policy-override.ifdef",
		Message: Text{EN: `code for other platforms counts as well: the policy %[2]s does not allow it to be left out (in this mini program: %[1]d)`, ZH: `只用于其他平台的代码也算在内：策略 %[2]s 不允许排除（该小程序中共 %[1]d 段）`},
		Help:    Text{EN: `if it may be left out, allow "ifdef" in the policy`, ZH: `如可以不计，请在策略中允许 "ifdef"`},
	},
	// file, how many
	{ID: "policy-override.twin",
		Message: Text{EN: `%[1]s is read as well as its twin: the policy %[3]s does not allow one of them to be left out (in all: %[2]d)`, ZH: `%[1]s 与同名文件都读取：策略 %[3]s 不允许只读一个（共 %[2]d 处）`},
		Help:    Text{EN: `remove the one that is not built, or allow "twins" in the policy`, ZH: `请删除不参与构建的那个，或在策略中允许 "twins"`},
	},
	// folder, how many
	{ID: "policy-override.build",
		Message: Text{EN: `%[1]s is read as well as the committed build: the policy %[3]s does not allow the sources to be left out`, ZH: `%[1]s 与已提交的构建结果都读取：策略 %[3]s 要求也读取源码`},
		Help:    Text{EN: `remove the build from the repository, or allow "builds" in the policy`, ZH: `请从仓库中删除构建结果，或在策略中允许 "builds"`},
	},
}
