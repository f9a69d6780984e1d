package cli

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
)

// settings are the flags that only an Action has, as inputs.
type settings struct {
	workDir, sarifFile   string
	summary, annotations bool
}

// inputs are the inputs of action.yml, in its order. One that sets nothing sets
// what the flag of its name sets. That a workflow gives others is for the runner to say,
// which warns of them: what it hands on does not tell them from other variables.
var inputs = []option{
	{
		name: "path", many: true, standard: ".",
		help: message.Text{EN: "folders to lint, one a line", ZH: "要检查的目录，每行一个"},
		to:   func(f *flags) any { return &f.args },
	}, {
		name: "working-directory", standard: ".",
		help: message.Text{EN: "folder of the workspace where paths start", ZH: "工作区中的目录，路径都相对于它"},
		to:   func(f *flags) any { return &f.workDir },
	}, {
		name: "filed", many: true,
		help: message.Text{EN: "filed lists, one a line (else nearest filed-domains.txt)", ZH: "备案清单，每行一个（默认：最近的 filed-domains.txt）"},
		to:   func(f *flags) any { return &f.filed },
	},
	{name: "config", help: message.Text{EN: "the config (else nearest .beianlint.json)", ZH: "配置文件（默认：最近的 .beianlint.json）"}},
	{name: "platform", help: message.Text{EN: "only mini programs of this platform", ZH: "只检查这个平台的小程序"}},
	{name: "baseline"},
	{name: "fail-on", standard: "error"},
	{
		name: "lang", values: []string{"en", "zh"}, standard: "en",
		help: message.Text{EN: "language of the messages", ZH: "信息的语言"},
		to:   func(f *flags) any { return &f.lang },
	}, {
		name: "annotations", values: yesNo, standard: "true",
		help: message.Text{EN: "annotate findings", ZH: "为问题写出注解"},
		to:   func(f *flags) any { return &f.annotations },
	}, {
		name: "summary", values: yesNo, standard: "true",
		help: message.Text{EN: "write a step summary", ZH: "写出步骤摘要"},
		to:   func(f *flags) any { return &f.summary },
	}, {
		name: "sarif-file",
		help: message.Text{EN: "also write the findings to this file, as SARIF", ZH: "另把问题以 SARIF 格式写入这个文件"},
		to:   func(f *flags) any { return &f.sarifFile },
	},
}

// yesNo are the values of a boolean.
var yesNo = []string{"true", "false"}

// effective is an input with all that it takes from the flag of its name.
func (o *option) effective() *option {
	if o.to != nil {
		return o
	}
	e := *optionOf(o.name, modeLint)
	if e.standard = o.standard; o.help.EN != "" {
		e.help = o.help
	}
	return &e
}

// readInputs fills in the flags from the inputs. Paths start from the working
// directory, which starts from the workspace.
func (c *command) readInputs(f *flags) error {
	in := c.github()
	if v := in.GetInput("lang"); v != "" {
		c.lang = message.Lang(v) // English, where it is none
	}
	for i := range inputs {
		o := &inputs[i]
		value := in.GetInput(o.name)
		if value == "" {
			value = o.standard
		}
		if err := o.give(f, value); err != nil {
			return err
		}
	}
	f.format, f.color = "github", "never"
	if err := c.enter(f); err != nil || f.sarifFile == "" {
		return err
	}
	return c.addSARIF(f)
}

// give sets the value of an input; an empty one is as good as none. Nothing is
// ever split like a shell does.
func (o *option) give(f *flags, input string) error {
	values := []string{input}
	switch {
	case o.many:
		values = strings.FieldsFunc(input, func(r rune) bool { return r == '\n' || r == '\r' })
	case strings.ContainsAny(input, "\r\n"):
		return say("cli.input-lines", o.name)
	case input == "True", input == "TRUE", input == "False", input == "FALSE":
		if o.standard == "true" { // the spellings of YAML, which the runner's own toolkit takes
			values[0] = strings.ToLower(input)
		}
	}
	for _, v := range values {
		if v = strings.TrimSpace(v); v == "" {
			continue
		}
		if err := o.effective().set(f, o.name, v); err != nil {
			return err
		}
	}
	return nil
}
