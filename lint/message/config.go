package message

// config is what can be wrong with .beianlint.json.
var config = []Entry{
	// file, reason
	{ID: "config.unreadable",
		Message: Text{EN: `cannot read the config %[1]s: %[2]s`, ZH: `无法读取配置 %[1]s：%[2]s`},
		Help:    Text{EN: `the config is a file, .beianlint.json or the one that --config names`, ZH: `配置是一个文件：.beianlint.json，或 --config 指定的文件`},
	},
	// file, reason
	{ID: "config.allowlist",
		Message: Text{EN: `cannot read the allowlist %[1]s: %[2]s`, ZH: `无法读取域名配置 %[1]s：%[2]s`},
		Help:    Text{EN: `the name is relative to the config`, ZH: `文件名相对于配置文件所在的文件夹`},
	},
	// key
	{ID: "config.duplicate-key",
		Message: Text{EN: `the key “%[1]s” stands twice`, ZH: `键 “%[1]s” 出现两次`},
		Help:    Text{EN: `remove one of the two`, ZH: `请删除其中一个`},
	},
	// key, known keys
	{ID: "config.unknown-key",
		Message: Text{EN: `unknown key “%[1]s”`, ZH: `未知的键 “%[1]s”`},
		Help:    Text{EN: `the keys known here are %[2]s`, ZH: `此处可用的键：%[2]s`},
	},
	// key, known keys, the near one
	{ID: "config.unknown-key-near",
		Message: Text{EN: `unknown key “%[1]s”: did you mean “%[3]s”?`, ZH: `未知的键 “%[1]s”：是否想写 “%[3]s”？`},
		Help:    Text{EN: `the keys known here are %[2]s`, ZH: `此处可用的键：%[2]s`},
	},
	// id, known ids
	{ID: "config.unknown-rule",
		Message: Text{EN: `unknown rule “%[1]s”`, ZH: `未知的规则 “%[1]s”`},
		Help:    Text{EN: `the rules are %[2]s`, ZH: `可用的规则：%[2]s`},
	},
	{ID: "config.unknown-rule-near",
		Message: Text{EN: `unknown rule “%[1]s”: did you mean “%[3]s”?`, ZH: `未知的规则 “%[1]s”：是否想写 “%[3]s”？`},
		Help:    Text{EN: `the rules are %[2]s`, ZH: `可用的规则：%[2]s`},
	},
	// category, known categories
	{ID: "config.category",
		Message: Text{EN: `unknown category “%[1]s”`, ZH: `未知的类别 “%[1]s”`},
		Help:    Text{EN: `the categories are %[2]s`, ZH: `可用的类别：%[2]s`},
	},
	{ID: "config.category-near",
		Message: Text{EN: `unknown category “%[1]s”: did you mean “%[3]s”?`, ZH: `未知的类别 “%[1]s”：是否想写 “%[3]s”？`},
		Help:    Text{EN: `the categories are %[2]s`, ZH: `可用的类别：%[2]s`},
	},
	// rule
	{ID: "config.severity",
		Message: Text{EN: `unknown severity for %[1]s`, ZH: `%[1]s 的级别无法识别`},
		Help:    Text{EN: `use "error", "warning", "notice" or "off"`, ZH: `请使用 "error"、"warning"、"notice" 或 "off"`},
	},
	// config
	{ID: "origin.head", Message: Text{EN: "the config that holds, as it could stand in %[1]s", ZH: "生效的配置，可直接保存为 %[1]s"}},
	// config, line
	{ID: "origin.config", Message: Text{EN: "%[1]s:%[2]d", ZH: "%[1]s 第 %[2]d 行"}},
	{ID: "origin.flag", Message: Text{EN: "from the command line", ZH: "来自命令行"}},
	{ID: "origin.search", Message: Text{EN: "found, being the nearest", ZH: "自动找到的最近一个"}},
	{ID: "origin.default", Message: Text{EN: "default", ZH: "默认值"}},
	// kind
	{ID: "config.kind",
		Message: Text{EN: `this must be %[1]s`, ZH: `此处应为%[1]s`},
	},
	{ID: "config.no-reason",
		Message: Text{EN: `this ignore has no reason`, ZH: `该忽略项没有写明理由`},
		Help:    Text{EN: `say why in "reason": who reads it later must be able to decide anew`, ZH: `请在 "reason" 中写明理由，以便日后重新判断`},
	},
	{ID: "config.ignores-all",
		Message: Text{EN: `this ignore would hide every finding`, ZH: `该忽略项会隐藏所有结果`},
		Help:    Text{EN: `name a "host", a "rule" or a "path"`, ZH: `请写明 "host"、"rule" 或 "path"`},
	},
	{ID: "config.which-project",
		Message: Text{EN: `this entry does not say which mini program it is about`, ZH: `该项没有写明是哪个小程序`},
		Help:    Text{EN: `name its "root" or its "appid"`, ZH: `请写明 "root" 或 "appid"`},
	},
	// platform
	{ID: "config.platform",
		Message: Text{EN: `unknown platform “%[1]s”`, ZH: `未知的平台 “%[1]s”`},
		Help:    Text{EN: `use %[2]s`, ZH: `请使用 %[2]s`},
	},
	// text
	{ID: "config.date",
		Message: Text{EN: `“%[1]s” is not a day`, ZH: `“%[1]s” 不是日期`},
		Help:    Text{EN: `write it as 2026-12-31`, ZH: `请写成 2026-12-31 的形式`},
	},
	{ID: "config.no-path",
		Message: Text{EN: `this source does not say which file it is`, ZH: `该清单来源没有写明文件`},
		Help:    Text{EN: `name the file or folder in "path"`, ZH: `请在 "path" 中写明文件或文件夹`},
	},
	// text
	{ID: "config.authority",
		Message: Text{EN: `unknown authority “%[1]s”`, ZH: `未知的 authority “%[1]s”`},
		Help:    Text{EN: `use "org" for the organisation's list, "project" for one that only adds to it`, ZH: `组织清单写 "org"，仅作补充的项目清单写 "project"`},
	},
	// text
	{ID: "config.sha256",
		Message: Text{EN: `“%[1]s” is no SHA-256`, ZH: `“%[1]s” 不是 SHA-256`},
		Help:    Text{EN: `write its 64 hexadecimal digits, as sha256sum prints them`, ZH: `请写 64 位十六进制数字，即 sha256sum 的输出`},
	},
	// text
	{ID: "config.endpoint",
		Message: Text{EN: `“%[1]s” is not a domain`, ZH: `“%[1]s” 不是域名`},
		Help:    Text{EN: `write it as https://api.example.com`, ZH: `请写成 https://api.example.com 的形式`},
	},
	// name
	{ID: "config.no-folder",
		Message: Text{EN: `there is no folder “%[1]s”`, ZH: `文件夹 “%[1]s” 不存在`},
		Help:    Text{EN: `the name is relative to the config`, ZH: `名称相对于配置文件所在的文件夹`},
	},
	// pattern
	{ID: "config.tenants-name",
		Message: Text{EN: `“%[1]s” does not end in ext.json`, ZH: `“%[1]s” 不以 ext.json 结尾`},
		Help:    Text{EN: `name the ext.json of every tenant: tenants/*/ext.json`, ZH: `请写明每个商户的 ext.json：tenants/*/ext.json`},
	},
	{ID: "config.tenants-none",
		Message: Text{EN: `no ext.json of a tenant is there`, ZH: `没有找到商户的 ext.json`},
		Help:    Text{EN: `the pattern is relative to the config`, ZH: `匹配模式相对于配置文件所在的文件夹`},
	},
	// found, most
	{ID: "config.tenants-many",
		Message: Text{EN: `this names %[1]d tenants, more than %[2]d`, ZH: `匹配到 %[1]d 个商户，超过 %[2]d 个`},
		Help:    Text{EN: `lint them in several runs, each with a config of its own`, ZH: `请分多次检查，每次使用单独的配置`},
	},
	// pattern
	{ID: "config.glob",
		Message: Text{EN: `“%[1]s” is not a pattern`, ZH: `“%[1]s” 不是有效的匹配模式`},
		Help:    Text{EN: `* stands for part of a name, ** for any folders: pages/**/*.js`, ZH: `* 代表名称的一部分，** 代表任意层文件夹：pages/**/*.js`},
	},
}
