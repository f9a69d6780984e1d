package cli

import (
	"strings"

	"github.com/spf13/pflag"

	"github.com/beianlint/beianlint/lint/message"
)

// inputs are the inputs of action.yml, in its order. One that sets nothing sets
// what the flag of its name sets. That a workflow gives others is for the runner to say,
// which warns of them: what it hands on does not tell them from other variables.
var inputs = []flag{
	{
		name: "path", many: true, standard: ".",
		help: message.Text{EN: "folders to lint, one per line", ZH: "要检查的目录，每行一个"},
		to:   func(o *options) pflag.Value { return texts(&o.args) },
	}, {
		name: "working-directory", standard: ".",
		help: message.Text{EN: "folder of the workspace that paths are relative to", ZH: "工作区中的目录，路径都相对于它"},
		to:   func(o *options) pflag.Value { return text(&o.workDir) },
	}, {
		name: "filed", many: true,
		help: message.Text{EN: "filed lists, one per line (default: nearest filed-domains.txt)", ZH: "备案清单，每行一个（默认：最近的 filed-domains.txt）"},
		to:   func(o *options) pflag.Value { return texts(&o.run.Filed) },
	},
	{name: "config", help: message.Text{EN: "config (default: nearest .beianlint.json)", ZH: "配置文件（默认：最近的 .beianlint.json）"}},
	{name: "policy"},
	{name: "platform", many: true, help: message.Text{EN: "only mini programs for these platforms, one per line", ZH: "只检查这些平台的小程序，每行一个"}},
	{name: "baseline"},
	{name: "fail-on", standard: "error"},
	{
		name: "strict", values: yesNo, standard: "false",
		help: message.Text{EN: "treat what could not be followed as an error", ZH: "无法追踪的内容算作错误"},
		to:   func(o *options) pflag.Value { return toggle{&o.run.Strict} },
	}, {
		name: "lang", values: []string{"en", "zh"}, standard: "en",
		help: message.Text{EN: "language of the messages", ZH: "信息的语言"},
		to:   func(o *options) pflag.Value { return text(&o.lang) },
	}, {
		name: "annotations", values: yesNo, standard: "true",
		help: message.Text{EN: "annotate findings", ZH: "把问题写成注解"},
		to:   func(o *options) pflag.Value { return toggle{&o.annotations} },
	}, {
		name: "summary", values: yesNo, standard: "true",
		help: message.Text{EN: "write a step summary", ZH: "写出步骤摘要"},
		to:   func(o *options) pflag.Value { return toggle{&o.summary} },
	}, {
		name: "sarif-file",
		help: message.Text{EN: "also write the findings to this file, as SARIF", ZH: "另把问题以 SARIF 格式写入这个文件"},
		to:   func(o *options) pflag.Value { return text(&o.sarifFile) },
	},
}

// yesNo are the values of a boolean.
var yesNo = []string{"true", "false"}

// effective is an input with all that it takes from the flag of its name.
func (f *flag) effective() *flag {
	if f.to != nil {
		return f
	}
	e := *flagOf(f.name, modeLint)
	if e.standard = f.standard; f.help.EN != "" {
		e.help = f.help
	}
	return &e
}

// readInputs fills in the options from the inputs. Paths start from the working
// directory, which starts from the workspace.
func readInputs(s *session) error {
	in := toolkitOf(s)
	if v := in.GetInput("lang"); v != "" {
		s.con.lang = message.Lang(v) // English, where it is none
	}
	for i := range inputs {
		value := in.GetInput(inputs[i].name)
		if value == "" {
			value = inputs[i].standard
		}
		if err := inputs[i].read(s.opt, value); err != nil {
			return err
		}
	}
	s.opt.format, s.opt.color = "github", "never"
	if err := enterWorkDir(s); err != nil || s.opt.sarifFile == "" {
		return err
	}
	return addSARIF(s)
}

// read sets the value of an input; an empty one is as good as none. Nothing is
// ever split like a shell does.
func (f *flag) read(o *options, input string) error {
	values := []string{input}
	switch {
	case f.many:
		values = strings.FieldsFunc(input, func(r rune) bool { return r == '\n' || r == '\r' })
	case strings.ContainsAny(input, "\r\n"):
		return say("cli.input-lines", f.name)
	case input == "True", input == "TRUE", input == "False", input == "FALSE":
		if f.standard == "true" { // the spellings of YAML, which the runner's own toolkit takes
			values[0] = strings.ToLower(input)
		}
	}
	for _, v := range values {
		if v = strings.TrimSpace(v); v == "" {
			continue
		}
		if err := f.effective().give(o, f.name, v); err != nil {
			return err
		}
	}
	return nil
}
