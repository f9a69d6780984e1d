package cli

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
)

// parse returns the options that a command line asks for, nil where it asks for
// help or is wrong, and what is printed.
func parse(args []string) (opt *options, printed string, err error) {
	var out strings.Builder
	s := &session{con: &console{out: &out, lang: message.English}, dir: &folder{}}
	l := commandLine{session: s, given: args, do: func(_ context.Context, s *session) int { opt = s.opt; return exitOK }}
	err = l.execute(context.Background())
	return opt, out.String(), err
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		args string
		want func(*options)
	}{
		{"", func(f *options) { f.format = "text" }},
		{"a b", func(f *options) { f.format, f.args = "text", []string{"a", "b"} }},
		{"a --filed x b --filed=y -exclude *.js", func(f *options) {
			f.format, f.args, f.run.Filed, f.run.Exclude = "text", []string{"a", "b"}, []string{"x", "y"}, []string{"*.js"}
		}},
		{"--filed -lists a", func(f *options) { f.format, f.run.Filed, f.args = "text", []string{"-lists"}, []string{"a"} }},
		{"-- -a --verbose", func(f *options) { f.format, f.args = "text", []string{"-a", "--verbose"} }},
		{"-- hosts", func(f *options) { f.format, f.args = "text", []string{"hosts"} }},
		{"a -- -b", func(f *options) { f.format, f.args = "text", []string{"a", "-b"} }},
		{"hosts", func(f *options) { f.mode, f.format, f.args = modeHosts, "table", nil }},
		{"--lang zh hosts a --format json", func(f *options) {
			f.mode, f.format, f.lang, f.args = modeHosts, "json", "zh", []string{"a"}
		}},
		{"hosts --format api -o out.json", func(f *options) { f.mode, f.format, f.file, f.args = modeHosts, "api", "out.json", nil }},
		{"hosts --diff saved.json a", func(f *options) {
			f.mode, f.format, f.diff, f.args = modeHosts, "table", "saved.json", []string{"a"}
		}},
		{"./hosts", func(f *options) { f.format, f.args = "text", []string{"./hosts"} }},
		{"--fail-on never --platform alipay --platform wechat --color always --no-ignore --allow-empty --verbose", func(f *options) {
			f.format, f.out.FailOn, f.color, f.run.Platforms = "text", "never", "always", []platform.ID{platform.Alipay, platform.WeChat}
			f.run.NoIgnore, f.allowEmpty, f.verbose = true, true, true
		}},
		{"action", func(f *options) { f.mode, f.format, f.args = modeAction, "text", nil }},
		{"import -o a b", func(f *options) { f.mode, f.format, f.file, f.args = modeImport, "text", "a", []string{"b"} }},
		{"import b", func(f *options) { f.mode, f.format, f.file, f.args = modeImport, "text", listFile, []string{"b"} }},
		{"help action", func(f *options) { f.mode, f.format, f.args = modeHelp, "text", []string{"action"} }},
	} {
		got, _, err := parse(strings.Fields(c.args))
		if err != nil {
			t.Errorf("%q: %v", c.args, err)
		}
		want := &options{mode: modeLint, out: report.Options{FailOn: "error"}, output: output{color: "auto"}}
		c.want(want)
		equal := cmp.Options{cmp.AllowUnexported(options{}, output{}, tasks{}, inputOptions{}), cmpopts.EquateEmpty()}
		if diff := cmp.Diff(want, got, equal); diff != "" {
			t.Errorf("%q, -want +got:\n%s", c.args, diff)
		}
	}
}

// TestParseHelp: nothing else is looked at once help is asked for.
func TestParseHelp(t *testing.T) {
	for args, want := range map[string]mode{
		"-h": modeLint, "--help": modeLint, "hosts -h": modeHosts, "-h hosts": modeHosts,
		"hosts --ci --format xml --help": modeHosts, "import -h --bad": modeImport,
	} {
		if _, printed, err := parse(strings.Fields(args)); err != nil || printed != page(want, message.English) {
			t.Errorf("%q: %v, not the help of %s: %s", args, err, want, printed)
		}
	}
	for _, args := range []string{"--version --bad", "--version --format xml"} {
		if opt, printed, err := parse(strings.Fields(args)); err != nil || opt != nil || !strings.HasPrefix(printed, "beianlint ") {
			t.Errorf("%s: %v, %q", args, err, printed)
		}
	}
	for _, args := range []string{"--version", "--version --quiet --verbose"} {
		if opt, _, err := parse(strings.Fields(args)); err != nil || opt == nil || !opt.version {
			t.Errorf("%s: %v, %+v", args, err, opt)
		}
	}
}

// TestSwitchedOff: a switch can be turned off, as where a script turned it on.
func TestSwitchedOff(t *testing.T) {
	f, _, err := parse([]string{"-q", "--help=false", "--version=false", "--quiet=false", "--verbose"})
	if err != nil || f == nil || f.help || f.version || f.quiet || !f.verbose {
		t.Errorf("%v, %+v", err, f)
	}
}

func TestParseErrors(t *testing.T) {
	for args, want := range map[string]string{
		"--fomat json":                  "unknown flag --fomat, did you mean --format?",
		"--file x":                      "unknown flag --file, did you mean --filed?",
		"--ouput x":                     "beianlint has no flag --ouput",
		"hosts --ouput x":               "unknown flag --ouput, did you mean --output?",
		"import --fomat x":              "beianlint import has no flag --fomat",
		"--write":                       "unknown flag --write, did you mean --write-baseline?",
		"--json":                        "unknown flag --json, did you mean --format json?",
		"hosts --csv":                   "unknown flag --csv, did you mean --format csv?",
		"--format jsno":                 `--format cannot be "jsno", did you mean json?`,
		"--fail-on warn":                `--fail-on cannot be "warn", did you mean warning?`,
		"--platform weixin":             `--platform cannot be "weixin", use one of: wechat, alipay, douyin, baidu, qq, kuaishou, jd, xiaohongshu, feishu, dingtalk`,
		"--halp":                        "unknown flag --halp, did you mean --help?",
		"-x":                            "beianlint has no flag -x",
		"-qv":                           "beianlint has no flag -qv",
		"--recursive":                   "beianlint has no flag --recursive",
		"a b --filed":                   "--filed needs a value",
		"--format xml":                  `--format cannot be "xml", use one of: text, oneline, json, github, `,
		"hosts --format text":           `--format cannot be "text", use one of: table, json, csv, markdown, console, api`,
		"--format table":                `--format cannot be "table", use one of: text, oneline, json, github, `,
		"hosts --diff a --format json":  "--diff cannot be used with --format",
		"hosts --format json --diff a":  "--diff cannot be used with --format",
		"-o file":                       "-o is a flag of beianlint hosts, beianlint import, not of beianlint",
		"action --diff a":               "--diff is a flag of beianlint hosts, not of beianlint action",
		"init --since x":                "--since is a flag of beianlint, not of beianlint init",
		"--filed=":                      "--filed needs a value",
		"--bad -h":                      "beianlint has no flag --bad",
		"--fail-on info":                `--fail-on cannot be "info", use one of: error, warning, notice, never`,
		"--platform 360":                `--platform cannot be "360", use one of: wechat, alipay, douyin, baidu, qq, kuaishou, jd, xiaohongshu, feishu, dingtalk`,
		"--lang fr":                     `--lang cannot be "fr", use one of: en, zh`,
		"--now 31.1.2026":               `--now cannot be "31.1.2026", write a date`,
		"--verbose=perhaps":             `--verbose cannot be "perhaps", use one of: true, false`,
		"action miniprogram":            "action takes no arguments",
		"-q=perhaps":                    `-q cannot be "perhaps"`,
		"-q=":                           `-q cannot be "", use one of: true, false`,
		"hosts -o=":                     "-o needs a value",
		"hosts -o":                      "-o needs a value",
		"hosts --output":                "--output needs a value",
		"---x":                          `"---x" is not a flag`,
		"--=x":                          `"--=x" is not a flag`,
		"--format xml --bad":            "beianlint has no flag --bad",
		"-lnag=zh":                      "unknown flag -lnag, did you mean --lang?",
		"hosts -filed":                  "--filed needs a value",
		"--since -x --bad":              "beianlint has no flag --bad",
		"--report json":                 `--report takes FORMAT=FILE, not "json"`,
		"--report json=- --format text": "--report json=- would be mixed with another report",
		"--quiet --verbose":             "--quiet cannot be used with --verbose",
		"--color=sometimes a b":         `--color cannot be "sometimes"`,
	} {
		_, _, err := parse(strings.Fields(args))
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: got %v, want %q", args, err, want)
		}
	}
}

func TestParseTime(t *testing.T) {
	for in, want := range map[string]string{
		"2026-01-31":                "2026-01-30T16:00:00Z",
		"2026-01-31T08:00:00+08:00": "2026-01-31T00:00:00Z",
	} {
		got, err := parseTime(in)
		if err != nil || got.UTC().Format("2006-01-02T15:04:05Z07:00") != want {
			t.Errorf("%s: %v, %v, want %s", in, got, err, want)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for _, c := range []struct {
		args, env string
		want      message.Lang
	}{
		{"", "", message.English},
		{"", "LANG=zh_CN.UTF-8", message.Chinese},
		{"", "LANG=zh", message.Chinese},
		{"", "LANG=zh-Hans", message.Chinese},
		{"", "LANG=zh-Hans-CN.UTF-8", message.Chinese},
		{"", "LANG=zh_TW.Big5", message.Chinese},
		{"", "LANG=ZH_CN@pinyin", message.Chinese},
		{"", "LANG=zha_CN", message.English}, // Zhuang
		{"", "LANG=de_DE.UTF-8", message.English},
		{"", "LANG=C.UTF-8", message.English},
		{"", "LANG=zh_CN.UTF-8 LC_ALL=C.UTF-8", message.English},
		{"", "LANG=zh_CN.UTF-8 LC_ALL=POSIX", message.English},
		{"", "LANG=en_US LC_ALL=zh_CN.GB18030", message.Chinese},
		{"", "LC_CTYPE=zh_CN.UTF-8", message.English}, // only how characters are stored
		{"", "LANG=zh_CN BEIANLINT_LANG=en", message.English},
		{"", "LANG=zh_CN BEIANLINT_LANG=fr", message.Chinese},
		{"", "BEIANLINT_LANG=zh_CN", message.Chinese},
		{"--lang en --lang zh", "", message.Chinese},
		{"--lang fr", "LANG=zh_CN", message.Chinese},
		{"--bad --lang zh", "", message.Chinese},
		{"-- --lang zh", "", message.English},
		{"", "LANG=zh_CN.UTF-8 LC_MESSAGES=en_US.UTF-8", message.English},
		{"", "LANG=zh_CN.UTF-8 LC_ALL=C", message.English},
		{"", "LANG=en_US BEIANLINT_LANG=zh", message.Chinese},
		{"--lang en", "BEIANLINT_LANG=zh", message.English},
		{"a -lang=zh --bad", "", message.Chinese},
		{"--lang", "LANG=zh", message.Chinese},
		{"lang zh", "", message.English},
	} {
		env := map[string]string{}
		for _, kv := range strings.Fields(c.env) {
			k, v, _ := strings.Cut(kv, "=")
			env[k] = v
		}
		if got := languageOf(strings.Fields(c.args), func(k string) string { return env[k] }); got != c.want {
			t.Errorf("args %q, environment %q: %s, want %s", c.args, c.env, got, c.want)
		}
	}
}
