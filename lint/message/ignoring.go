package message

// ignoring is what can be wrong with an ignore, which then silences nothing, and
// with a baseline.
var ignoring = []Entry{
	// rule, file, how many there are, how many there were
	{ID: "unused-ignore.baseline",
		Message: Text{EN: `this entry is no longer needed: %[1]s finds no such place in %[2]s`, ZH: `该条目已不再需要：%[1]s 在 %[2]s 中没有发现与之对应的问题`},
		Help:    Text{EN: `it was fixed or changed: write the baseline again with --write-baseline, or remove the line`, ZH: `问题已修正或代码已改动：请用 --write-baseline 重新生成基线，或删除该行`},
	},
	// rule, file, how many there are, how many there were
	{ID: "unused-ignore.fewer",
		Message: Text{EN: `%[1]s finds only %[3]d such places in %[2]s, not %[4]d`, ZH: `%[1]s 在 %[2]s 中只发现 %[3]d 处，不是 %[4]d 处`},
		Help:    Text{EN: `write the baseline again with --write-baseline, or correct "count": otherwise it hides the next one`, ZH: `请用 --write-baseline 重新生成基线，或改正 "count"：否则下一处会被放过`},
	},
	// file, reason
	{ID: "config.baseline",
		Message: Text{EN: `cannot read the baseline %[1]s: %[2]s`, ZH: `无法读取基线 %[1]s：%[2]s`},
		Help:    Text{EN: `check the name, or write the baseline with --write-baseline`, ZH: `请检查文件名，或用 --write-baseline 生成基线`},
	},
	{ID: "config.not-baseline",
		Message: Text{EN: `this is not a baseline: it has no version`, ZH: `这不是基线文件：没有 version`},
		Help:    Text{EN: `name a file that --write-baseline wrote`, ZH: `请指定由 --write-baseline 生成的文件`},
	},
	// version, the known one
	{ID: "config.baseline-version",
		Message: Text{EN: `“%[1]s” is not a known baseline version`, ZH: `“%[1]s”不是已知的基线版本`},
		Help:    Text{EN: `the version is %[2]d: use a newer beianlint, or write the baseline again`, ZH: `版本应为 %[2]d：请升级 beianlint，或重新生成基线`},
	},
	{ID: "config.baseline-entry",
		Message: Text{EN: `this entry does not say which rule and which file it is for`, ZH: `该条目没有写明规则和文件`},
		Help:    Text{EN: `write the baseline again with --write-baseline`, ZH: `请用 --write-baseline 重新生成基线`},
	},
	// file
	{ID: "config.baselines",
		Message: Text{EN: `the configs of these folders have different baselines, one of them %[1]s`, ZH: `这些目录的配置使用不同的基线，其中之一是 %[1]s`},
		Help:    Text{EN: `name one with --baseline, or write them one folder at a time`, ZH: `请用 --baseline 指定一个，或逐个目录生成`},
	},
	{ID: "invalid-ignore.no-reason",
		Message: Text{EN: `this ignore has no reason and silences nothing`, ZH: `该忽略注释没有写明理由，不起作用`},
		Help:    Text{EN: `write it after a colon: beianlint-ignore unfiled-domain: why this is acceptable`, ZH: `请在冒号后写明理由：beianlint-ignore unfiled-domain: 为什么可以接受`},
	},
	{ID: "invalid-ignore.no-rule",
		Message: Text{EN: `this ignore names no rule and silences nothing`, ZH: `该忽略注释没有写明规则，不起作用`},
		Help:    Text{EN: `name the rule that the finding shows in brackets: beianlint-ignore unfiled-domain: why`, ZH: `请写明问题末尾方括号中的规则：beianlint-ignore unfiled-domain: 理由`},
	},
	// word
	{ID: "invalid-ignore.word",
		Message: Text{EN: `there is no comment “%[1]s”`, ZH: `没有“%[1]s”这种注释`},
		Help: Text{
			EN: `use beianlint-ignore for the same line, beianlint-ignore-next-line for the one below, or beianlint-ignore-file at the top of the file`,
			ZH: `本行用 beianlint-ignore，下一行用 beianlint-ignore-next-line，整个文件在开头用 beianlint-ignore-file`,
		},
	},
	{ID: "invalid-ignore.not-head",
		Message: Text{EN: `beianlint-ignore-file counts only at the top of a file`, ZH: `beianlint-ignore-file 只在文件开头有效`},
		Help:    Text{EN: `move it above everything but comments, or use beianlint-ignore-next-line`, ZH: `请移到文件开头（前面只能有注释），或改用 beianlint-ignore-next-line`},
	},
	// most
	{ID: "invalid-ignore.many",
		Message: Text{EN: `from here on comments do not count: a file can have at most %[1]d`, ZH: `一个文件最多 %[1]d 条忽略注释，此后的不起作用`},
		Help:    Text{EN: `use beianlint-ignore-file, or a path in the config's "ignore"`, ZH: `请使用 beianlint-ignore-file，或在配置的 "ignore" 中写明路径`},
	},
	// text
	{ID: "invalid-ignore.date",
		Message: Text{EN: `“%[1]s” is not a date, and this ignore silences nothing`, ZH: `“%[1]s”不是日期，该忽略注释不起作用`},
		Help:    Text{EN: `write it as until=2026-12-31`, ZH: `请写成 until=2026-12-31 的形式`},
	},
	// id, known ids
	{ID: "invalid-ignore.unknown-rule",
		Message: Text{EN: `this ignore names an unknown rule “%[1]s”`, ZH: `该忽略注释中的规则“%[1]s”不存在`},
		Help:    Text{EN: `the rules are %[2]s`, ZH: `可用的规则：%[2]s`},
	},
	// id, known ids, the near one
	{ID: "invalid-ignore.unknown-rule-near",
		Message: Text{EN: `this ignore names an unknown rule “%[1]s”: did you mean “%[3]s”?`, ZH: `该忽略注释中的规则“%[1]s”不存在：是否想写“%[3]s”？`},
		Help:    Text{EN: `the rules are %[2]s`, ZH: `可用的规则：%[2]s`},
	},
	// rule
	{ID: "invalid-ignore.firm",
		Message: Text{EN: `%[1]s may not be ignored: this has no effect on it`, ZH: `%[1]s 不允许忽略：此处对它不起作用`},
		Help:    Text{EN: `fix what the rule reports and remove this; the config decides what may be ignored ("ignorable": false)`, ZH: `请修正该规则发现的问题并删除此处；哪些规则可以忽略由配置决定（"ignorable": false）`},
	},
}
