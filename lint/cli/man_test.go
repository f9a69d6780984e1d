package cli

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/message"
)

// manPages are the manual in every language.
var manPages = map[message.Lang]string{
	message.English: "../../docs/man/beianlint.1",
	message.Chinese: "../../docs/man/beianlint.zh.1",
}

// TestManPage keeps the manual and the command line together.
func TestManPage(t *testing.T) {
	for lang, file := range manPages {
		want := manual(lang)
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
			t.Errorf("%s, -want +got (go test ./lint/cli -update rewrites it): %v\n%s", file, err, diff)
		}
	}
}

// TestManPageSyntax lets mandoc look for mistakes.
func TestManPageSyntax(t *testing.T) {
	mandoc, err := exec.LookPath("mandoc")
	if err != nil {
		t.Skip("mandoc is not installed")
	}
	for _, file := range manPages {
		if out, err := exec.Command(mandoc, "-T", "lint", "-W", "warning", file).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%v\n%s", err, out)
		}
	}
}

// manDate is when the manual last changed in earnest.
const manDate = "2026-11-22"

// manual is the manual in the language of man(7).
func manual(lang message.Lang) string {
	var b roff
	lint := modeLint.subcommand()
	b.line(`.\" Made by go test ./lint/cli -update from the table of flags: do not edit.`)
	b.line(".TH BEIANLINT 1 " + manDate + " beianlint")
	b.line(".ad l\n.nh")
	b.section(lang, "NAME", "名称")
	b.text("beianlint - " + manName.In(lang))
	b.section(lang, "SYNOPSIS", "概要")
	for i := range subcommands {
		s := &subcommands[i]
		if i > 0 {
			b.line(".br")
		}
		b.line(".B " + escape(s.mode.String()))
		b.text("[" + manFlags.In(lang) + "] " + s.operands(lang))
	}
	b.section(lang, "DESCRIPTION", "说明")
	b.text(lint.about.In(lang))
	b.line(".PP")
	b.text(manText.In(lang))
	b.section(lang, "OPTIONS", "参数")
	b.options(modeLint, lang)
	b.section(lang, "COMMANDS", "命令")
	for i := range subcommands[1:] {
		s := &subcommands[i+1]
		b.line(".SS " + quote(s.name+" "+s.operands(lang)))
		if s.mode == modeHelp {
			b.text(s.short.In(lang))
			continue
		}
		b.text(s.about.In(lang))
		b.options(s.mode, lang)
		if notes := s.notes.In(lang); notes != "" {
			b.line(".PP")
			b.text(notes)
		}
	}
	for _, list := range manLists {
		b.section(lang, list.title.EN, list.title.ZH)
		for _, item := range list.items {
			b.line(".TP")
			b.line(".B " + escape(item.name))
			b.text(item.about.In(lang))
		}
	}
	return string(b)
}

// roff is a page that is being written.
type roff string

func (b *roff) line(s string) { *b += roff(strings.TrimRight(s, " ") + "\n") }

func (b *roff) section(lang message.Lang, en, zh string) {
	b.line(".SH " + quote(message.Text{EN: en, ZH: zh}.In(lang)))
}

// text writes a paragraph; what follows an empty line in it is an example.
func (b *roff) text(s string) {
	text, example, ok := strings.Cut(s, "\n\n")
	b.line(breakable(escape(text)))
	if ok {
		b.line(".PP\n.nf")
		b.line(escape(example))
		b.line(".fi")
	}
}

func (b *roff) options(m mode, lang message.Lang) {
	for i := range options {
		o := &options[i]
		if o.in&m == 0 {
			continue
		}
		b.line(".TP")
		b.line(".B " + escape(o.label(lang)))
		text := o.sentence(lang)
		if o.paired {
			text += colon.In(lang) + strings.Join(o.allowed(), ", ")
		}
		b.text(text)
	}
}

// breakable says where lines may be broken beside Chinese characters: roff does
// not know.
func breakable(s string) string {
	var b strings.Builder
	for s != "" {
		n := unit(s)
		b.WriteString(s[:n])
		if s = s[n:]; s != "" && b.String()[b.Len()-1] != ' ' {
			b.WriteString(`\:`)
		}
	}
	return b.String()
}

// escape keeps a text from being read as roff: backslashes, hyphens that are to
// be copied as such, and control characters at the start of a line.
func escape(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

func quote(s string) string {
	return `"` + strings.ReplaceAll(escape(strings.TrimSpace(s)), `"`, `\(dq`) + `"`
}

var (
	manName  = message.Text{EN: "check that every domain of a mini program has an ICP filing", ZH: "检查小程序用到的域名是否都已完成ICP备案"}
	manFlags = message.Text{EN: "flags", ZH: "参数"}
	manText  = message.Text{
		EN: "It reads the sources and the project files of the mini programs below the folders that are named, or below the current one, finds every host that they contact or declare, and compares the domains with the filed list. It never asks the network. Flags may stand before, between and behind folders; -- ends them.",
		ZH: "它读取指定目录（默认为当前目录）下小程序的源代码和项目文件，找出其中访问或声明的每一个域名，与备案清单比较。它从不访问网络。参数可以写在目录之前、之间或之后；-- 之后的都不是参数。",
	}
)

// manLists are the sections that are lists.
var manLists = []struct {
	title message.Text
	items []manItem
}{
	{message.Text{EN: "EXIT STATUS", ZH: "退出码"}, []manItem{
		{"0", message.Text{EN: "nothing at or above the level of --fail-on", ZH: "没有达到 --fail-on 级别的问题"}},
		{"1", message.Text{EN: "findings", ZH: "有问题"}},
		{"2", message.Text{EN: "wrong usage, config or filed list", ZH: "用法、配置或清单有误"}},
		{"3", message.Text{EN: "could not run, or found no mini program", ZH: "无法运行，或没有找到小程序"}},
	}},
	{message.Text{EN: "ENVIRONMENT", ZH: "环境变量"}, []manItem{
		{"BEIANLINT_LANG", message.Text{EN: "the language, en or zh, where --lang is not given; else the first of LC_ALL, LC_MESSAGES and LANG that is set decides", ZH: "没有写 --lang 时的语言，en 或 zh；没有设置时看 LC_ALL、LC_MESSAGES、LANG 中第一个已设置的"}},
		{"FORCE_COLOR", message.Text{EN: "colours also where nobody looks; 0 turns them off", ZH: "输出不是终端时也使用颜色；0 表示不使用"}},
		{"NO_COLOR", message.Text{EN: "no colours, unless FORCE_COLOR is set", ZH: "不使用颜色，除非设置了 FORCE_COLOR"}},
	}},
	{message.Text{EN: "FILES", ZH: "文件"}, []manItem{
		{"filed-domains.txt", message.Text{EN: "the filed list, looked for in the linted folder and above, up to the root of the repository, in each also below .github", ZH: "备案清单，从被检查的目录向上找到仓库根目录，每一级也找 .github"}},
		{".beianlint.json", message.Text{EN: "the config, looked for in the same places", ZH: "配置文件，查找位置相同"}},
	}},
	{message.Text{EN: "EXAMPLES", ZH: "示例"}, []manItem{
		{"beianlint", message.Text{EN: "lint the mini programs in the current folder", ZH: "检查当前目录中的小程序"}},
		{"beianlint hosts --format console", message.Text{EN: "what to paste into the platform's console", ZH: "输出可粘贴到平台后台的域名"}},
		{"beianlint explain unfiled-domain", message.Text{EN: "who must file a domain, where and with what", ZH: "说明域名由谁备案、在哪里办、需要什么材料"}},
	}},
}

type manItem struct {
	name  string
	about message.Text
}
