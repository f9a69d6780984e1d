package message

// cli holds what the command line says: errors, --verbose, --version, help.
var cli = []Entry{
	{ID: "cli.see-help", Message: Text{" (see %[1]s --help)", "（用法见 %[1]s --help）"}},
	{ID: "cli.usage", Message: Text{"Usage: %[1]s [flags] %[2]s", "用法：%[1]s [参数] %[2]s"}},
	{ID: "cli.usage-command", Message: Text{"Commands (beianlint help COMMAND shows their flags):", "命令（beianlint help 命令 显示它的参数）："}},
	{ID: "cli.usage-reading", Message: Text{"What is read:", "读取范围："}},
	{ID: "cli.usage-writing", Message: Text{"What comes out:", "输出："}},
	{ID: "cli.default", Message: Text{"%[1]s (default)", "%[1]s（默认）"}},
	{ID: "cli.default-is", Message: Text{" (default: %[1]s)", "（默认：%[1]s）"}},
	{ID: "cli.unknown-flag", Message: Text{"%[2]s has no flag %[1]s", "%[2]s 没有 %[1]s 这个参数"}},
	{ID: "cli.unknown-flag-near", Message: Text{"unknown flag %[1]s, did you mean %[2]s?", "没有 %[1]s 这个参数，是不是要写 %[2]s？"}},
	{ID: "cli.unknown-command-near", Message: Text{"unknown command %[1]q, did you mean %[2]s?", "没有 %[1]q 这个命令，是不是要写 %[2]s？"}},
	{ID: "cli.unknown-command", Message: Text{"unknown command %[1]q, use one of: %[2]s", "没有 %[1]q 这个命令，可用的有：%[2]s"}},
	{ID: "cli.no-value", Message: Text{"%[1]s needs a value", "%[1]s 后面要写一个值"}},
	{ID: "cli.bad-flag", Message: Text{"%[1]q is not a flag", "%[1]q 不是参数"}},
	{ID: "cli.bad-value", Message: Text{"%[1]s cannot be %[2]q, use one of: %[3]s", "%[1]s 的值不能是 %[2]q，可用的值：%[3]s"}},
	{ID: "cli.bad-duration", Message: Text{"%[1]s cannot be %[2]q, write a time like 90s or 5m", "%[1]s 的值不能是 %[2]q，请写成 90s、5m 这样的时长"}},
	{ID: "cli.bad-value-near", Message: Text{"%[1]s cannot be %[2]q, did you mean %[3]s?", "%[1]s 的值不能是 %[2]q，是不是要写 %[3]s？"}},
	{ID: "cli.one-shell", Message: Text{"completion needs one shell: %[1]s", "completion 后面要写一个 shell：%[1]s"}},
	{ID: "cli.bad-address", Message: Text{"%[1]s cannot be %[2]q, write where the repository's files are: https://gitee.com/acme/shop/blob/main", "%[1]s 的值不能是 %[2]q，请写仓库文件的网址，例如 https://gitee.com/acme/shop/blob/main"}},
	{ID: "cli.bad-glob", Message: Text{"--exclude cannot be %[1]q, close every bracket and brace: pages/{cart,order}/*.js", "--exclude 的值不能是 %[1]q，请补全括号，例如 pages/{cart,order}/*.js"}},
	{ID: "cli.bad-time", Message: Text{"--now cannot be %[1]q, write a date (2026-01-31) or a time (2026-01-31T08:00:00+08:00)", "--now 的值不能是 %[1]q，请写日期（2026-01-31）或时间（2026-01-31T08:00:00+08:00）"}},

	{ID: "cli.unknown-rule", Message: Text{"there is no rule %[1]q, beianlint explain lists all rules", "没有 %[1]q 这条规则，运行 beianlint explain 可列出全部规则"}},
	{ID: "cli.unknown-rule-near", Message: Text{"there is no rule %[1]q, did you mean %[2]s?", "没有 %[1]q 这条规则，是不是要写 %[2]s？"}},
	{ID: "cli.flag-not-here", Message: Text{"%[1]s is a flag of %[2]s, not of %[3]s", "%[1]s 是 %[2]s 的参数，不能用于 %[3]s"}},
	{ID: "cli.apart", Message: Text{"%[1]s cannot be used with %[2]s, leave one of them out", "%[1]s 不能与 %[2]s 同时使用，请去掉其中一个"}},
	{ID: "cli.needs", Message: Text{"%[1]s needs %[2]s as well", "使用 %[1]s 时还要写 %[2]s"}},
	{ID: "cli.no-pair", Message: Text{"%[1]s takes %[2]s, not %[3]q", "%[1]s 的值要写成 %[2]s，不能是 %[3]q"}},
	{ID: "cli.trace-host", Message: Text{"--trace takes a host, not %[1]q", "--trace 后面要写域名，不能是“%[1]s”"}},
	{ID: "cli.no-api", Message: Text{"no call is known that sets the lists of %[1]s: use --format console", "没有已知的接口可以设置%[1]s的域名列表：请使用 --format console"}},
	{ID: "cli.one-project", Message: Text{"each mini program has an allowlist of its own: name the folder of one of %[1]s", "每个小程序有各自的合法域名：请指定其中一个的目录：%[1]s"}},
	{ID: "cli.one-config", Message: Text{"the folders have different configs, %[1]s and %[2]s: choose one", "这些目录使用不同的配置（%[1]s 和 %[2]s）：请只指定一个"}},
	{ID: "cli.left-out", Message: Text{"left out: %[1]s (%[2]s)", "未列入：%[1]s（%[2]s）"}},
	{ID: "cli.two-outputs", Message: Text{"--report %[1]s would be mixed with another report on the standard output: leave out --format, or name a file", "--report %[1]s 会与另一份报告混在标准输出中：请去掉 --format，或指定文件"}},
	{ID: "cli.same-file", Message: Text{"two reports cannot be written to %[1]q, name a file for each", "两份报告不能写入同一个文件 %[1]q，请分别指定文件"}},
	{ID: "cli.unwritable", Message: Text{"cannot write %[1]q, check the folder and its permissions: %[2]s", "无法写入 %[1]q，请检查目录和权限：%[2]s"}},

	{ID: "cli.no-such-command", Message: Text{"there is no file, folder or command %[1]q, did you mean %[2]s?", "没有 %[1]q 这个文件、目录或命令，是不是要写 %[2]s？"}},
	// findings, file
	{ID: "cli.baseline-written.one", Message: Text{"wrote %[1]d finding to %[2]s", "已将 %[1]d 个问题写入 %[2]s"}},
	{ID: "cli.baseline-written.many", Message: Text{"wrote %[1]d findings to %[2]s", "已将 %[1]d 个问题写入 %[2]s"}},
	{ID: "cli.baseline-left.one", Message: Text{"left out %[1]d finding that cannot be in a baseline: its rule may not be ignored, or it is about an ignore", "另有 %[1]d 个问题不能写入基线：其规则不允许忽略，或与忽略项有关"}},
	{ID: "cli.baseline-left.many", Message: Text{"left out %[1]d findings that cannot be in a baseline: their rules may not be ignored, or they are about ignores", "另有 %[1]d 个问题不能写入基线：其规则不允许忽略，或与忽略项有关"}},
	{ID: "cli.baseline-use", Message: Text{"to leave these out from now on: --baseline %[1]s, or \"baseline\" in .beianlint.json", "检查时加 --baseline %[1]s，或在 .beianlint.json 中写 \"baseline\"，即可不再报告这些问题"}},

	{ID: "cli.no-cwd", Message: Text{"the current folder is gone, change to another", "当前目录已不存在，请切换到其他目录"}},
	{ID: "cli.no-such-path", Message: Text{"there is no file or folder %[1]q, check the path", "找不到文件或目录 %[1]q，请检查路径"}},
	{ID: "cli.unreadable-path", Message: Text{"cannot read %[1]q, check the path and its permissions: %[2]s", "无法读取 %[1]q，请检查路径和权限：%[2]s"}},
	{ID: "cli.no-project-at-all", Message: Text{
		"no mini program in %[1]q: point to a folder with app.json or project.config.json",
		"%[1]q 中没有小程序：请指定含有 app.json 或 project.config.json 的目录",
	}},
	{ID: "cli.no-project", Message: Text{
		"no mini program in %[1]q: point to a folder with app.json or project.config.json, or pass --allow-empty if there need not be one",
		"%[1]q 中没有小程序：请指定含有 app.json 或 project.config.json 的目录；如果本来就可以没有，请加 --allow-empty",
	}},
	// the folder, the folder within that is ignored
	{ID: "cli.project-ignored", Message: Text{
		"no mini program in %[1]q, but there is one in %[2]q, which git ignores: pass --no-ignore to read it, or point to that folder",
		"%[1]q 中没有小程序，但被 git 忽略的 %[2]q 中有：加 --no-ignore 读取它，或直接指定该目录",
	}},
	{ID: "cli.project-ignored-at", Message: Text{
		"no mini program in %[1]q, but there is one in %[2]q, which git ignores: point to that folder",
		"%[1]q 中没有小程序，但被 git 忽略的 %[2]q 中有：请指定该目录",
	}},
	{ID: "cli.failed", Message: Text{"cannot finish: %[1]s", "无法完成：%[1]s"}},
	// files, mini programs done, of how many
	{ID: "cli.progress", Message: Text{"beianlint: files read: %[1]d, mini programs checked: %[2]d of %[3]d", "beianlint：已读取 %[1]d 个文件，已检查小程序 %[2]d/%[3]d 个"}},
	{ID: "cli.interrupted", Message: Text{"interrupted before the end, run it again", "运行被中断，请重新运行"}},
	// the time, files read, mini programs done, of how many, where
	{ID: "cli.timed-out", Message: Text{
		"no result within %[1]s (--timeout): files read: %[2]d, mini programs checked: %[3]d of %[4]d%[5]s",
		"在 %[1]s 内没有完成（--timeout）：已读取 %[2]d 个文件，已检查小程序 %[3]d/%[4]d 个%[5]s",
	}},
	{ID: "cli.timed-out-at", Message: Text{"; still at %[1]s", "，正在检查 %[1]s"}},
	{ID: "cli.no-randomness", Message: Text{"cannot get random bytes from the system, try again: %[1]s", "无法从系统取得随机数，请重试：%[1]s"}},

	{ID: "cli.crashed", Message: Text{
		"this is a bug in beianlint, please report it at https://github.com/beianlint/beianlint/issues: %[1]s",
		"这是 beianlint 自身的错误，请报告到 https://github.com/beianlint/beianlint/issues：%[1]s",
	}},

	{ID: "cli.verbose-list", Message: Text{"filed list: %[1]s", "备案清单：%[1]s"}},
	{ID: "cli.verbose-no-list", Message: Text{"filed list: none", "备案清单：无"}},
	{ID: "cli.verbose-config", Message: Text{"config: %[1]s", "配置文件：%[1]s"}},
	{ID: "cli.verbose-no-config", Message: Text{"config: none, using the defaults", "配置文件：无，使用默认设置"}},
	{ID: "cli.verbose-project", Message: Text{"mini program: %[1]s (%[2]s, %[3]s), domains: %[4]d", "小程序：%[1]s（%[2]s，%[3]s），域名 %[4]d 个"}},
	{ID: "cli.verbose-evidence", Message: Text{"platform of %[1]s: %[2]s, by %[3]s", "%[1]s 的平台：%[2]s，依据 %[3]s"}},
	{ID: "cli.verbose-skipped", Message: Text{"skipped: %[1]s (%[2]s), files: %[3]d", "跳过：%[1]s（%[2]s），文件 %[3]d 个"}},

	{ID: "cli.version", Message: Text{"beianlint %[1]s (commit %[2]s, %[3]s, %[4]s)", "beianlint %[1]s（提交 %[2]s，%[3]s，%[4]s）"}},
}
