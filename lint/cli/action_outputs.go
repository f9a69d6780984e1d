package cli

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/rule"
)

// actionOutput is one output of action.yml.
type actionOutput struct {
	name  string
	help  message.Text
	value func(s *session, r *lint.Result) string
}

// outputs are the outputs of action.yml, in its order. Each value is one line.
var outputs = []actionOutput{
	{
		name:  "findings",
		help:  message.Text{EN: "how many findings there are, one for each host", ZH: "问题总数，每个域名计一个"},
		value: func(_ *session, r *lint.Result) string { return strconv.Itoa(len(r.Findings)) },
	}, {
		name:  "errors",
		help:  message.Text{EN: "how many of them are errors", ZH: "其中错误的个数"},
		value: func(_ *session, r *lint.Result) string { return strconv.Itoa(r.Summary.Errors) },
	}, {
		name:  "warnings",
		help:  message.Text{EN: "how many of them are warnings", ZH: "其中警告的个数"},
		value: func(_ *session, r *lint.Result) string { return strconv.Itoa(r.Summary.Warnings) },
	}, {
		name:  "unfiled-domains",
		help:  message.Text{EN: "the hosts that no valid filing covers (none, pending, ended or revoked), as a JSON array", ZH: "没有有效备案的域名（未备案、备案中、已失效或已注销），JSON 数组"},
		value: func(_ *session, r *lint.Result) string { return unfiled(r, func(host string) string { return host }) },
	}, {
		name:  "domains-to-file",
		help:  message.Text{EN: "the registrable domains of these hosts, as a JSON array", ZH: "这些域名所属的主域名，JSON 数组"},
		value: func(_ *session, r *lint.Result) string { return unfiled(r, endpoint.FilingDomain) },
	}, {
		name:  "sarif-file",
		help:  message.Text{EN: "the file of the input sarif-file, from the workspace", ZH: "输入 sarif-file 指定的文件，相对于工作区"},
		value: sarifFile,
	},
}

func setOutputs(s *session, r *lint.Result) error {
	for i := range outputs {
		value := outputs[i].value(s, r)
		if value == "" {
			continue // as good as not set
		}
		if err := setOutput(s, outputs[i].name, value); err != nil {
			return err
		}
	}
	return nil
}

// setOutput refuses a value that could end before its end: go-githubactions
// delimits values with a fixed word on a line, so that one who can write it
// could set other outputs.
func setOutput(s *session, name, value string) error {
	if strings.ContainsAny(value, "\r\n") || strings.Contains(value, "_GitHubActionsFileCommandDelimeter_") {
		return say("cli.output-lines", name)
	}
	return toolkit("GITHUB_OUTPUT", func() { toolkitOf(s).SetOutput(name, value) })
}

// unfiled returns what is made of the hosts that no valid filing covers, each once.
func unfiled(r *lint.Result, of func(host string) string) string {
	names, seen := []string{}, map[string]bool{}
	for _, f := range r.Findings {
		name, lacking := of(f.Host), rule.FilingOf(f)
		if lacking != nil && lacking.Lacks() && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	list, _ := json.Marshal(names) // strings always have a form in JSON
	return string(list)
}

// sarifFile is the SARIF report that was written, "" when none was asked for.
func sarifFile(s *session, _ *lint.Result) string {
	if s.opt.sarifFile == "" {
		return ""
	}
	return report.Paths{Base: workspace(s)}.Show(s.dir.resolve(s.opt.sarifFile))
}
