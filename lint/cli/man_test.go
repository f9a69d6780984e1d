package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"

	"github.com/beianlint/beianlint/lint/message"
)

// manFolders hold the manual in every language.
var manFolders = map[message.Lang]string{
	message.English: "../../docs/man/",
	message.Chinese: "../../docs/man/zh_CN/",
}

// TestManual keeps the manual and the command line together.
func TestManual(t *testing.T) {
	for lang, folder := range manFolders {
		pages := manual(t, lang)
		for name, want := range pages {
			if *update {
				if err := os.WriteFile(folder+name, []byte(want), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			got, err := os.ReadFile(folder + name)
			if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
				t.Errorf("%s, -want +got (go test ./lint/cli -update rewrites it): %v\n%s", folder+name, err, diff)
			}
		}
		for _, name := range manFiles(t, folder) {
			if pages[filepath.Base(name)] == "" {
				t.Errorf("%s is the page of no command", name)
			}
		}
	}
}

func manFiles(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(folder + "*.1")
	if err != nil || len(files) == 0 {
		t.Fatalf("no manual in %s: %v", folder, err)
	}
	return files
}

// TestManualSyntax lets mandoc look for mistakes.
func TestManualSyntax(t *testing.T) {
	mandoc, err := exec.LookPath("mandoc")
	if err != nil {
		t.Skip("mandoc is not installed")
	}
	for _, folder := range manFolders {
		for _, file := range manFiles(t, folder) {
			if out, err := exec.Command(mandoc, "-T", "lint", "-W", "warning", file).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%v\n%s", err, out)
			}
		}
	}
}

// manDate is when the manual last changed in earnest.
var manDate = time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)

// manual is the manual in a language: a page for each command, by file name.
func manual(t *testing.T, lang message.Lang) map[string]string {
	t.Helper()
	root := tree(lang)
	root.Short = manName.In(lang)
	root.Long += "\n\n" + manText.In(lang) + "\n"
	for _, cmd := range root.Commands() {
		if sub, ok := subcommandOf(cmd.Name()); ok && sub.notes.EN != "" {
			cmd.Long += "\n\n" + sub.notes.In(lang)
		}
	}
	for _, list := range manLists {
		root.Long += "\n# " + list.title.In(lang) + "\n" + manList(list.items, lang)
	}
	for _, e := range manExamples {
		root.Example += e.name + "\n    # " + e.about.In(lang) + "\n"
	}
	root.Example = strings.TrimSuffix(root.Example, "\n")
	pages := map[string]string{}
	for _, cmd := range append(root.Commands(), root) {
		if cmd.Name() == "help" {
			continue
		}
		cmd.Long = strings.ReplaceAll(cmd.Long, "\n  ", "\n    ") // an example, in Markdown
		cmd.DisableAutoGenTag = true
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if option := flagOf(f.Name, anyMode); !option.isSwitch() {
				f.DefValue = option.value.In(lang)
			}
		})
		var page strings.Builder
		if err := doc.GenMan(cmd, &doc.GenManHeader{Section: "1", Date: &manDate, Source: "beianlint"}, &page); err != nil {
			t.Fatal(err)
		}
		pages[strings.ReplaceAll(cmd.CommandPath(), " ", "-")+".1"] = inLanguage(page.String(), lang)
	}
	return pages
}

// tree are the commands in a language.
func tree(lang message.Lang) *cobra.Command {
	l := commandLine{session: &session{con: &console{lang: lang}, dir: &folder{}}, explains: true, flagged: true}
	return l.commands()
}

func manList(items []manItem, lang message.Lang) (text string) {
	for _, item := range items {
		text += "**" + item.name + "**\n\t" + item.about.In(lang) + "\n\n"
	}
	return text
}

// manHeadings are the headings of cobra/doc.
var manHeadings = strings.NewReplacer(
	"\n.SH NAME\n", "\n.SH 名称\n", "\n.SH SYNOPSIS\n", "\n.SH 概要\n", "\n.SH DESCRIPTION\n", "\n.SH 说明\n",
	"\n.SH OPTIONS\n", "\n.SH 参数\n", "\n.SH EXAMPLE\n", "\n.SH 示例\n", "\n.SH SEE ALSO\n", "\n.SH 另见\n",
)

// inLanguage puts headings into Chinese, and says where lines may be broken beside
// Chinese characters: roff does not know.
func inLanguage(page string, lang message.Lang) string {
	if lang != message.Chinese {
		return page
	}
	var b strings.Builder
	for line := range strings.Lines(manHeadings.Replace(page)) {
		if !strings.HasPrefix(line, ".") {
			line = breakable(line)
		}
		b.WriteString(line)
	}
	return b.String()
}

func breakable(s string) string {
	var b strings.Builder
	for s != "" {
		n := unit(s)
		b.WriteString(s[:n])
		if s = s[n:]; s != "" && s != "\n" && b.String()[b.Len()-1] != ' ' {
			b.WriteString(`\:`)
		}
	}
	return b.String()
}

var (
	manName = message.Text{EN: "check that every domain of a mini program has an ICP filing", ZH: "检查小程序用到的域名是否都已完成 ICP 备案"}
	manText = message.Text{
		EN: "It reads the sources and the project files of the mini programs below the folders that are named, or below the current one, finds every host that they contact or declare, and compares the domains with the filed list. It never uses the network. Flags may be before, between and after folders; -- ends them.",
		ZH: "它读取指定目录（默认为当前目录）下小程序的源代码和项目文件，找出其中访问或配置的每一个域名，与备案清单比较。它从不访问网络。参数可以写在目录之前、之间或之后；-- 之后的都不是参数。",
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
		{"2", message.Text{EN: "wrong usage, config or filed list", ZH: "用法、配置或备案清单有误"}},
		{"3", message.Text{EN: "could not run, or found no mini program", ZH: "无法运行，或没有找到小程序"}},
	}},
	{message.Text{EN: "ENVIRONMENT", ZH: "环境变量"}, []manItem{
		{"BEIANLINT_LANG", message.Text{EN: "the language, en or zh, if --lang is not given; without it the first of LC_ALL, LC_MESSAGES and LANG that is set decides", ZH: "没有写 --lang 时的语言，en 或 zh；没有设置时看 LC_ALL、LC_MESSAGES、LANG 中第一个已设置的"}},
		{"FORCE_COLOR", message.Text{EN: "colours even if the output is not a terminal; 0 turns them off", ZH: "输出不是终端时也使用颜色；0 表示不使用"}},
		{"NO_COLOR", message.Text{EN: "no colours, unless FORCE_COLOR is set", ZH: "不使用颜色，除非设置了 FORCE_COLOR"}},
	}},
	{message.Text{EN: "FILES", ZH: "文件"}, []manItem{
		{"filed-domains.txt", message.Text{EN: "the filed list, looked for in the linted folder and above, up to the root of the repository; in each of these folders also in .github", ZH: "备案清单，从被检查的目录向上找到仓库根目录，每一级也找 .github"}},
		{".beianlint.json", message.Text{EN: "the config, looked for in the same places", ZH: "配置文件，查找位置相同"}},
	}},
}

// manExamples are the examples.
var manExamples = []manItem{
	{"beianlint", message.Text{EN: "lint the mini programs in the current folder", ZH: "检查当前目录中的小程序"}},
	{"beianlint hosts --format console", message.Text{EN: "what to paste into the platform's console", ZH: "输出可粘贴到平台后台的域名"}},
	{"beianlint explain unfiled-domain", message.Text{EN: "who must file a domain, where and with what", ZH: "说明域名由谁备案、在哪里办、需要什么材料"}},
}

type manItem struct {
	name  string
	about message.Text
}
