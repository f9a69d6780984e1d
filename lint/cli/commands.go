package cli

import (
	"cmp"
	"errors"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/suggest"
)

// mode is what beianlint is asked to do: its first argument. Modes are bits, so
// that a flag can name all that have it.
type mode uint16

const (
	modeLint mode = 1 << iota
	modeHosts
	modeInit
	modeImport
	modeExplain
	modeAction
	modeCompletion
	modeHelp

	anyMode = 1<<iota - 1
)

// subcommand is one mode: what parsing, help and completion know of it.
type subcommand struct {
	mode      mode
	name      string        // its first argument, "" for linting
	arguments *message.Text // what stands behind the flags
	short     message.Text  // one line for the list of subcommands
	about     message.Text  // the head of its own help
	notes     message.Text  // its end
}

// subcommandOf returns the subcommand of that name.
func subcommandOf(name string) (*subcommand, bool) {
	for i := range subcommands[1:] {
		if s := &subcommands[i+1]; s.name == name {
			return s, true
		}
	}
	return nil, false
}

// subcommand returns what is known of a mode.
func (m mode) subcommand() *subcommand {
	for i := range subcommands {
		if subcommands[i].mode == m {
			return &subcommands[i]
		}
	}
	return &subcommands[0]
}

// String is the command as it is typed: beianlint hosts.
func (m mode) String() string {
	if name := m.subcommand().name; name != "" {
		return "beianlint " + name
	}
	return "beianlint"
}

// word is the name that a command is called by.
func (m mode) word() string { return cmp.Or(m.subcommand().name, "beianlint") }

// operands are the words for what stands behind the flags.
func (s *subcommand) operands(lang message.Lang) string {
	if s.arguments == nil {
		return ""
	}
	return s.arguments.In(lang)
}

// commands are the names of the subcommands.
func commands() []string {
	var names []string
	for i := range subcommands[1:] {
		names = append(names, subcommands[i+1].name)
	}
	return names
}

// unknownCommand says which subcommand may have been meant.
func unknownCommand(name string) error {
	if near := suggest.Name(name, commands()); near != "" {
		return say("cli.unknown-command-near", name, near)
	}
	return say("cli.unknown-command", name, strings.Join(commands(), ", "))
}

// meantCommand says so when a path that is not there may be a slip of a
// subcommand's name, or a flag without its dashes: version.
func meantCommand(o *options, err error) error {
	var s *said
	if o.mode != modeLint || len(o.args) == 0 || !errors.As(err, &s) || s.id != "cli.no-such-path" || s.args[0] != o.args[0] {
		return err
	}
	if near := suggest.Name(o.args[0], commands()); near != "" {
		return say("cli.no-such-command", o.args[0], near)
	}
	if f := flagOf(o.args[0], o.mode); f != nil {
		return say("cli.no-such-command", o.args[0], dashed(f.name))
	}
	return err
}

var folders = message.Text{EN: "[FOLDER or FILE…]", ZH: "[目录或文件…]"}

// subcommands are all there are, linting first.
var subcommands = []subcommand{
	{
		mode:      modeLint,
		arguments: &folders,
		about: message.Text{
			EN: "beianlint checks that every domain a mini program contacts or declares is on your list of filed (ICP备案) domains.",
			ZH: "beianlint 检查小程序访问和配置的每一个域名是否都在您的备案清单里。",
		},
		notes: message.Text{
			EN: "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, config or filed list, 3 could not run or found no mini program.",
			ZH: "退出码：0 没有达到 --fail-on 的问题，1 有问题，2 用法、配置或备案清单有误，3 无法运行或没有找到小程序。",
		},
	},
	{
		mode:      modeHosts,
		name:      "hosts",
		arguments: &folders,
		short:     message.Text{EN: "list every domain that mini programs contact or declare", ZH: "列出访问和配置的全部域名"},
		about: message.Text{
			EN: "beianlint hosts lists every domain the mini programs contact or declare: for what, under which filing, declared or not, where. It needs no filed list.",
			ZH: "beianlint hosts 列出小程序访问和配置的全部域名：用途、备案、是否已配置、在代码中的位置。不需要备案清单。",
		},
		notes: message.Text{
			EN: "console: to paste into the platform's console; api: the bodies of its calls, of one mini program. With a filed list, both leave out what would be refused.",
			ZH: "console 可直接粘贴到平台后台；api 是平台接口的请求内容，只限一个小程序。有备案清单时，两者都不列出平台会拒绝的域名。",
		},
	},
	{
		mode:      modeInit,
		name:      "init",
		arguments: &folders,
		short:     message.Text{EN: "write a first filed list with every domain found", ZH: "把找到的全部域名写成备案清单的初稿"},
		about: message.Text{
			EN: "beianlint init writes filed-domains.txt at the repository's root: every registrable domain found, the team's marked pending, the vendors' as owner=vendor. It never overwrites a file, and says what it wrote and what to do next.",
			ZH: "beianlint init 在仓库根目录写入 filed-domains.txt：找到的每个可注册域名，您团队的标记为 pending，服务商的写为 owner=vendor。它从不覆盖已有文件，并说明写了什么、接下来做什么。",
		},
	},
	{
		mode:      modeImport,
		name:      "import",
		arguments: &message.Text{EN: "FILE…", ZH: "文件…"},
		short:     message.Text{EN: "merge exports of filings into the filed list", ZH: "把导出的备案数据合并到备案清单"},
		about: message.Text{
			EN: "beianlint import reads the files of your operations team (Excel or CSV exports, the replies of MIIT, ICP_Query, ICP-Checker and Alibaba Cloud, in any of their encodings) and merges them into the filed list, whose comments and order stay. Only rows with a valid filing number count; the names of people and addresses are never written.",
			ZH: "beianlint import 读取运维人员手里的备案数据（Excel 或 CSV 表格，工信部、ICP_Query、ICP-Checker、阿里云的查询结果，编码不限），合并到备案清单。备案清单中的注释和顺序不变。只有备案号有效的行才算已备案；人名和地址一律不写入。",
		},
		notes: message.Text{
			EN: "Exit codes: 0 merged, 2 wrong usage or a file that cannot be read, 3 could not write.",
			ZH: "退出码：0 已合并，2 用法有误或文件无法读取，3 无法写入。",
		},
	},
	{
		mode:      modeExplain,
		name:      "explain",
		arguments: &message.Text{EN: "[RULE…]", ZH: "[规则…]"},
		short:     message.Text{EN: "why a rule is there and how to fix what it finds", ZH: "规则的依据和修复方法"},
		about: message.Text{
			EN: "beianlint explain prints what a rule finds, which rule of a platform or which law is behind it, an example, how to fix it and how to silence it; for unfiled-domain and pending-filing also who must file a domain, where, with what, and how long it takes. Without a rule it lists them. The same pages: https://github.com/beianlint/beianlint/tree/main/docs/rules",
			ZH: "beianlint explain 说明一条规则查什么、依据的平台规则或法规、示例、修复方法和忽略方法；unfiled-domain 和 pending-filing 还说明谁来备案、在哪里办、需要什么材料、要多久。不写规则时列出全部规则。同样的页面：https://github.com/beianlint/beianlint/tree/main/docs/rules",
		},
	},
	{
		mode:  modeAction,
		name:  "action",
		short: message.Text{EN: "run as a GitHub Action, with its inputs", ZH: "作为 GitHub Action 运行，读取它的输入"},
		about: message.Text{
			EN: "beianlint action runs as a GitHub Action: it reads inputs, annotates, sets outputs and adds a step summary.",
			ZH: "beianlint action 作为 GitHub Action 运行：读取输入，把问题写成注解，设置输出，添加步骤摘要。",
		},
	},
	{
		mode:      modeCompletion,
		name:      "completion",
		arguments: &message.Text{EN: "SHELL", ZH: "SHELL"},
		short:     message.Text{EN: "a script that completes commands and flags", ZH: "输出命令和参数的补全脚本"},
		about: message.Text{
			EN: "beianlint completion prints the script with which a shell completes commands, flags, their values, files and rules. Load it where the shell starts:\n\n  bash   source <(beianlint completion bash)   # ~/.bashrc\n  zsh    source <(beianlint completion zsh)    # ~/.zshrc, below compinit\n  fish   beianlint completion fish | source    # ~/.config/fish/config.fish\n  pwsh   beianlint completion powershell | Out-String | iex   # $PROFILE",
			ZH: "beianlint completion 输出补全脚本：命令、参数、参数的值、文件和规则。在 shell 启动时加载：\n\n  bash   source <(beianlint completion bash)   # ~/.bashrc\n  zsh    source <(beianlint completion zsh)    # ~/.zshrc，放在 compinit 之后\n  fish   beianlint completion fish | source    # ~/.config/fish/config.fish\n  pwsh   beianlint completion powershell | Out-String | iex   # $PROFILE",
		},
	},
	{
		mode:      modeHelp,
		name:      "help",
		arguments: &message.Text{EN: "[COMMAND]", ZH: "[命令]"},
		short:     message.Text{EN: "the flags of a command", ZH: "显示命令的参数"},
	},
}
