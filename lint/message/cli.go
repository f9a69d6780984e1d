package message

// cli holds what the command line says: errors, --verbose, --version, help.
var cli = map[ID]Entry{
	"cli.see-help":          {Message: Text{" (see beianlint --help)", "（用法见 beianlint --help）"}},
	"cli.unknown-flag":      {Message: Text{"unknown flag %[1]s", "没有 %[1]s 这个参数"}},
	"cli.unknown-flag-near": {Message: Text{"unknown flag %[1]s, did you mean %[2]s?", "没有 %[1]s 这个参数，是不是要写 %[2]s？"}},
	"cli.unknown-command":   {Message: Text{"unknown command %[1]q, use hosts, init, import, explain or action", "没有 %[1]q 这个命令，可用的有 hosts、init、import、explain 和 action"}},
	"cli.no-value":          {Message: Text{"%[1]s needs a value", "%[1]s 后面要写一个值"}},
	"cli.bad-flag":          {Message: Text{"%[1]s", "参数有误：%[1]s"}},
	"cli.bad-value":         {Message: Text{"%[1]s can not be %[2]q, use one of: %[3]s", "%[1]s 的值不能是 %[2]q，可用的值：%[3]s"}},
	"cli.bad-glob":          {Message: Text{"--exclude can not be %[1]q, close every bracket and brace: pages/**/*.js", "--exclude 的值不能是 %[1]q，请补全括号，例如 pages/**/*.js"}},
	"cli.bad-time":          {Message: Text{"--now can not be %[1]q, write a date (2026-01-31) or a time (2026-01-31T08:00:00+08:00)", "--now 的值不能是 %[1]q，请写日期（2026-01-31）或时间（2026-01-31T08:00:00+08:00）"}},
	"cli.action-arguments":  {Message: Text{"action takes no arguments, it reads the inputs of the workflow: remove %[1]q", "action 不接受参数，它读取工作流的输入：请去掉 %[1]q"}},

	"cli.unknown-rule":      {Message: Text{"there is no rule %[1]q, beianlint explain lists them", "没有 %[1]q 这条规则，运行 beianlint explain 可列出全部规则"}},
	"cli.unknown-rule-near": {Message: Text{"there is no rule %[1]q, did you mean %[2]s?", "没有 %[1]q 这条规则，是不是要写 %[2]s？"}},
	"cli.flag-not-here":     {Message: Text{"%[1]s is a flag of beianlint %[2]s only", "只有 beianlint %[2]s 才有 %[1]s 这个参数"}},
	"cli.trace-format":      {Message: Text{"--trace has a form of its own: leave --format and --diff out", "--trace 有自己的输出格式：请去掉 --format 和 --diff"}},
	"cli.trace-host":        {Message: Text{"--trace takes a host, not %[1]q", "--trace 后面要写域名，不能是“%[1]s”"}},
	"cli.diff-format":       {Message: Text{"--diff has a form of its own: leave --format out", "--diff 有自己的输出格式：请去掉 --format"}},
	"cli.one-project":       {Message: Text{"each mini program has lists of its own: name the folder of one of %[1]s", "每个小程序有各自的域名配置：请指定其中一个的目录：%[1]s"}},
	"cli.left-out":          {Message: Text{"left out: %[1]s (%[2]s)", "未列入：%[1]s（%[2]s）"}},
	"cli.unwritable":        {Message: Text{"can not write %[1]q, check the folder and its permissions: %[2]s", "无法写入 %[1]q，请检查目录和权限：%[2]s"}},

	"cli.no-such-path":    {Message: Text{"there is no file or folder %[1]q, check the path", "找不到文件或目录 %[1]q，请检查路径"}},
	"cli.unreadable-path": {Message: Text{"can not read %[1]q, check the path and its permissions: %[2]s", "读不了 %[1]q，请检查路径和权限：%[2]s"}},
	"cli.no-project": {Message: Text{
		"no mini program in %[1]q: point to a folder with app.json or project.config.json, or pass --allow-empty if there need not be one",
		"%[1]q 中没有小程序：请指定含有 app.json 或 project.config.json 的目录；如果本来就可以没有，请加 --allow-empty",
	}},
	"cli.interrupted":   {Message: Text{"interrupted before the end, run it again", "运行被中断，请重新运行"}},
	"cli.no-randomness": {Message: Text{"can not get random bytes from the system, try again: %[1]s", "无法从系统取得随机数，请重试：%[1]s"}},
	"cli.output-lines":  {Message: Text{"output %[1]q has several lines and was not set", "输出 %[1]q 有多行，没有写入"}},
	"cli.file-command":  {Message: Text{"can not write to the file that %[1]s names, check the runner: %[2]s", "无法写入 %[1]s 指定的文件，请检查运行器：%[2]s"}},

	"cli.crashed": {Message: Text{
		"this is a mistake in beianlint, please report it at https://github.com/beianlint/beianlint/issues: %[1]s",
		"这是 beianlint 自身的错误，请报告到 https://github.com/beianlint/beianlint/issues：%[1]s",
	}},

	"cli.verbose-list":      {Message: Text{"filed list: %[1]s", "备案清单：%[1]s"}},
	"cli.verbose-no-list":   {Message: Text{"filed list: none", "备案清单：无"}},
	"cli.verbose-config":    {Message: Text{"config: %[1]s", "配置文件：%[1]s"}},
	"cli.verbose-no-config": {Message: Text{"config: none, the defaults hold", "配置文件：无，使用默认设置"}},
	"cli.verbose-project":   {Message: Text{"mini program: %[1]s (%[2]s, %[3]s), domains: %[4]d", "小程序：%[1]s（%[2]s，%[3]s），域名 %[4]d 个"}},
	"cli.verbose-skipped":   {Message: Text{"skipped: %[1]s (%[2]s), files: %[3]d", "跳过：%[1]s（%[2]s），文件 %[3]d 个"}},

	"cli.version": {Message: Text{"beianlint %[1]s (commit %[2]s, %[3]s, %[4]s)", "beianlint %[1]s（提交 %[2]s，%[3]s，%[4]s）"}},

	"cli.help":         {Message: Text{helpEN, helpZH}},
	"cli.help-hosts":   {Message: Text{helpHostsEN, helpHostsZH}},
	"cli.help-init":    {Message: Text{helpInitEN, helpInitZH}},
	"cli.help-explain": {Message: Text{helpExplainEN, helpExplainZH}},
	"cli.help-action":  {Message: Text{helpActionEN, helpActionZH}},
}

const helpEN = `beianlint checks that every domain a WeChat or Alipay mini program contacts or
declares is on your list of filed (ICP备案) domains.

Usage:
  beianlint [flags] [folder or file…]   lint the mini programs found there (default: .)
  beianlint hosts [flags] [folder…]     list every domain they contact or declare
  beianlint init [--ci] [folder…]       write a first filed list with every domain found
  beianlint import FILE…                merge exports of filings into the filed list
  beianlint explain [rule…]             why a rule is there and how to fix what it finds
  beianlint action                      run as a GitHub Action, with its inputs
  beianlint help [command]

The filed list:
  --filed FILE       a filed list; may be given several times
                     (default: the nearest filed-domains.txt, up to the repository's root)
  --config FILE      the config (default: the nearest .beianlint.json)

What is read:
  --platform NAME    wechat or alipay: only its mini programs
  --exclude GLOB     leave these files out; may be given several times
  --no-ignore        read git-ignored folders as well
  --allow-empty      no mini program is not an error

What comes out:
  --format NAME      text, github or json (default: text)
  --fail-on LEVEL    error, warning, notice or never: this and anything graver
                     fails (default: error)
  --lang LANG        en or zh (default: BEIANLINT_LANG, then the locale)
  --color WHEN       auto, always or never (default: auto)
  --now TIME         the date that filings are held against (default: now)
  --verbose          name the list, config and mini programs chosen, and what was skipped
  --version          print the version
  -h, --help         print this

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, config or
list, 3 could not run or found no mini program.`

const helpZH = `beianlint 检查微信、支付宝小程序访问和声明的每一个域名是否都在你的备案清单里。

用法：
  beianlint [参数] [目录或文件…]      检查其中的小程序（默认：当前目录）
  beianlint hosts [参数] [目录…]      列出它们访问和声明的全部域名
  beianlint init [--ci] [目录…]       把找到的全部域名写成备案清单的初稿
  beianlint import 文件…              把导出的备案数据合并到备案清单
  beianlint explain [规则…]           规则的依据和修复方法
  beianlint action                    作为 GitHub Action 运行，读取它的输入
  beianlint help [命令]

备案清单：
  --filed 文件       备案清单，可以写多次
                     （默认：最近的 filed-domains.txt，向上找到仓库根目录为止）
  --config 文件      配置文件（默认：最近的 .beianlint.json）

检查范围：
  --platform 平台    wechat 或 alipay：只检查这个平台的小程序
  --exclude 通配符   不检查这些文件，可以写多次
  --no-ignore        被 git 忽略的目录也检查
  --allow-empty      没有小程序也不算错

输出：
  --format 格式      text、github 或 json（默认：text）
  --fail-on 级别     error、warning、notice 或 never：达到或超过这个级别就不通过
                     （默认：error）
  --lang 语言        en 或 zh（默认：看 BEIANLINT_LANG，再看系统语言）
  --color 时机       auto、always 或 never（默认：auto）
  --now 时间         按哪一天判断备案是否有效（默认：现在）
  --verbose          说明用了哪个清单、配置和小程序，跳过了什么
  --version          显示版本
  -h, --help         显示本说明

退出码：0 没有达到 --fail-on 的问题，1 有问题，2 用法、配置或清单有误，
3 无法运行或没有找到小程序。`

const helpHostsEN = `beianlint hosts lists every domain that the mini programs contact or declare: for
what, under which filing, declared or not, and where. It needs no filed list and
exits 0. With a list, console and api leave out what the platform would refuse.

Usage:
  beianlint hosts [flags] [folder or file…]

  --format NAME      table, json, csv, markdown, console or api (default: table)
                     console: to be pasted into the platform's console, box by box
                     api: the bodies of the platform's own calls, of one mini program
  -o FILE            write to a file, whole or not at all
  --diff FILE        what to add to an allowlist that was saved, and what to remove
  --trace HOST       the way of one host: where it stands, through which names it
                     goes, which call contacts it, and where it does not count
  --filed FILE       a filed list; may be given several times
  --config FILE      the config (default: the nearest .beianlint.json)
  --platform NAME    wechat or alipay: only its mini programs
  --exclude GLOB     leave these files out; may be given several times
  --no-ignore        read git-ignored folders as well
  --allow-empty      no mini program is not an error
  --lang LANG, --color WHEN, --now TIME, --verbose   as for beianlint`

const helpHostsZH = `beianlint hosts 列出小程序访问和声明的全部域名：用途、备案情况、是否已配置、在代码中的位置。
不需要备案清单，退出码为 0。有清单时，console 和 api 不列出平台会拒绝的域名。

用法：
  beianlint hosts [参数] [目录或文件…]

  --format 格式      table、json、csv、markdown、console 或 api（默认：table）
                     console：按配置项列出，可直接粘贴到平台后台
                     api：平台接口的请求内容，只限一个小程序
  -o 文件            写入文件，要么完整写入，要么不写
  --diff 文件        与保存的域名配置比较，列出要添加和删除的域名
  --trace 域名       一个域名的去向：写在哪里、经过哪些名称、由哪个调用访问，哪些地方不算
  --filed 文件       备案清单，可以写多次
  --config 文件      配置文件（默认：最近的 .beianlint.json）
  --platform 平台    wechat 或 alipay：只看这个平台的小程序
  --exclude 通配符   不检查这些文件，可以写多次
  --no-ignore        被 git 忽略的目录也检查
  --allow-empty      没有小程序也不算错
  --lang、--color、--now、--verbose 的用法与 beianlint 相同`

const helpInitEN = `beianlint init writes filed-domains.txt at the repository's root: every registrable
domain that the mini programs contact or declare, marked pending, the vendors' in a group
of their own. It never overwrites a file, and says what it wrote and what to do next.

Usage:
  beianlint init [flags] [folder or file…]

  --ci               also write a workflow for GitHub and a pre-commit entry
  --platform NAME    wechat or alipay: only its mini programs
  --exclude GLOB     leave these files out; may be given several times
  --no-ignore        read git-ignored folders as well
  --lang LANG        en or zh, also for the comments in the list`

const helpInitZH = `beianlint init 在仓库根目录写入 filed-domains.txt：小程序访问和声明的每个可注册域名，
标记为 pending，服务商的域名单独成组。它从不覆盖已有文件，并说明写了什么、接下来做什么。

用法：
  beianlint init [参数] [目录或文件…]

  --ci               同时写入 GitHub 工作流和 pre-commit 配置
  --platform 平台    wechat 或 alipay：只看这个平台的小程序
  --exclude 通配符   不检查这些文件，可以写多次
  --no-ignore        被 git 忽略的目录也检查
  --lang 语言        en 或 zh，也用于清单中的注释`

const helpExplainEN = `beianlint explain prints what a rule finds, which rule of a platform or which law is
behind it, an example, how to fix it and how to silence it; for unfiled-domain and
pending-filing also who must file a domain, where, with what, and how long it takes.

Usage:
  beianlint explain            list the rules
  beianlint explain RULE…      the same pages are in docs/rules

  --lang LANG        en or zh`

const helpExplainZH = `beianlint explain 说明一条规则查什么、依据的平台规则或法规、示例、修复方法和忽略方法；
unfiled-domain 和 pending-filing 还说明谁来备案、在哪里办、需要什么材料、要多久。

用法：
  beianlint explain            列出全部规则
  beianlint explain 规则…      内容与 docs/rules 中的页面相同

  --lang 语言        en 或 zh`

const helpActionEN = `beianlint action runs as a GitHub Action. It takes no flags but reads the inputs
path, filed, config, fail-on and lang; writes annotations; sets the outputs
findings, errors, warnings and unfiled-domains; and adds a step summary.

In a workflow:
  - uses: beianlint/beianlint@v1
    with:
      path: miniprogram`

const helpActionZH = `beianlint action 作为 GitHub Action 运行。它不接受参数，读取输入 path、filed、config、
fail-on 和 lang，写出注解，设置输出 findings、errors、warnings 和 unfiled-domains，
并添加步骤摘要。

在工作流中：
  - uses: beianlint/beianlint@v1
    with:
      path: miniprogram`
