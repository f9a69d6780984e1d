package cli_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"
	"testing/iotest"
	"time"

	"github.com/beianlint/beianlint/lint/cli"
)

// place is a text of a pull request that beianlint reads: what it makes of the
// files and inputs of a step.
type place struct {
	name string
	set  func(s *step, text string)
}

// step is one run of the Action.
type step struct {
	files  fstest.MapFS // of the workspace
	inputs map[string]string
	env    map[string]string
	change func(*cli.Env)
}

func (s *step) add(name, content string) { s.files[name] = &fstest.MapFile{Data: []byte(content)} }

// quote is a string of JSON or JavaScript.
func quote(text string) string {
	b, _ := json.Marshal(text)
	return string(b)
}

// put is a place in a file; %s is the text.
func put(name, content string) func(*step, string) {
	return func(s *step, text string) { s.add(name, strings.ReplaceAll(content, "%s", text)) }
}

// putQuoted is put for a text in quotes.
func putQuoted(name, content string) func(*step, string) {
	return func(s *step, text string) { s.add(name, strings.ReplaceAll(content, "%s", quote(text))) }
}

func input(name string) func(*step, string) {
	return func(s *step, text string) { s.inputs[name] = text }
}

// named is a place in a file's name.
func named(format, content string) func(*step, string) {
	return func(s *step, text string) {
		if name := fmt.Sprintf(format, text); fs.ValidPath(name) {
			s.add(name, content)
		}
	}
}

const call = "wx.request({ url: 'https://api.example.org/x' })\n"

var places = []place{
	{"nothing", func(*step, string) {}},
	{"file name", named("pages/%s.js", call)},
	{"file name at the root", named("%s.js", call)},
	{"folder name", named("%s/a.js", call)},
	{"mini program", func(s *step, text string) {
		named("%s/mini/app.json", `{"pages": []}`)(s, text)
		named("%s/mini/app.js", call)(s, text)
	}},
	{"ignored name", func(s *step, text string) {
		named("%s/a.js", call)(s, text)
		s.add(".gitignore", text+"/\n")
	}},
	{"source", put("a.js", "%s\n"+call)},
	{"line of source", put("a.js", "/* %s */ "+strings.TrimSpace(call)+" // %s\n")},
	{"path of an address", putQuoted("a.js", "wx.request({ url: 'https://api.example.org/' + %s })\n")},
	{"host of an address", putQuoted("a.js", "wx.request({ url: 'https://' + %s })\n")},
	{"address", putQuoted("a.js", "wx.request({ url: %s }); wx.downloadFile({ url: 'http://a.example.org' + %s })\n")},
	{"end of a host", put("a.js", "wx.request({ url: `https://api.example.org%s` })\n")},
	{"markup", put("pages/a.wxml", "<web-view src=\"https://a.example.org/%s\"></web-view>\n<image src=\"%s\"/>")},
	{"ignore comment", put("a.js", "// beianlint-ignore-next-line %s: %s\n"+call)},
	{"app.json", put("app.json", `{"pages": [%s]`)},
	{"name in app.json", putQuoted("app.json", `{"pages": [%s], %s: 1, %s: 2}`)},
	{"project file", put("project.config.json", `{"requestDomain": [%s`)},
	{"declaration", putQuoted("project.config.json", `{"requestDomain": [%s, "https://a.example.org", "https://a.example.org"], "udpDomain": [%s]}`)},
	{"mini program folder", putQuoted("project.config.json", `{"miniprogramRoot": %s, "appid": %s}`)},
	{"config", put(".beianlint.json", "%s")},
	{"key of the config", putQuoted(".beianlint.json", `{%s: 1}`)},
	{"rule in the config", putQuoted(".beianlint.json", `{"rules": {%s: "error"}}`)},
	{"severity in the config", putQuoted(".beianlint.json", `{"rules": {"unfiled-domain": %s}}`)},
	{"list in the config", putQuoted(".beianlint.json", `{"filed": [%s]}`)},
	{"glob in the config", putQuoted(".beianlint.json", `{"exclude": [%s]}`)},
	{"ignore in the config", putQuoted(".beianlint.json", `{"ignore": [{"host": %s, "reason": %s}, {"path": %s, "reason": %s, "until": "2020-01-01"}]}`)},
	{"project in the config", putQuoted(".beianlint.json", `{"projects": [{"root": %s, "entities": [%s]}]}`)},
	{"entities in the config", putQuoted(".beianlint.json", `{"projects": [{"root": ".", "entities": [%s]}]}`)},
	{"allowlist in the config", putQuoted(".beianlint.json", `{"projects": [{"root": ".", "allowlist": %s}]}`)},
	{"line of the list", put("filed-domains.txt", "example.com 京ICP备12345678号-1\n%s\n")},
	{"domain in the list", put("filed-domains.txt", "%s 京ICP备12345678号-1\n")},
	{"number in the list", put("filed-domains.txt", "example.net %s\n")},
	{"key in the list", put("filed-domains.txt", "example.net 京ICP备12345678号-1 %s=%s\n")},
	{"entity in the list", put("filed-domains.txt", "example.net 京ICP备12345678号-1 entity=%s\nexample.com 京ICP备12345678号-2 entity=other\n")},
	{"date in the list", put("filed-domains.txt", "example.net 京ICP备12345678号-1 until=%s\n")},
	{"list as JSON", func(s *step, text string) {
		s.add("list.json", fmt.Sprintf(`[{"domain": %s, "number": %s, "entity": %s}]`, quote(text), quote(text), quote(text)))
		s.inputs["filed"] = "list.json"
	}},
	{"list as CSV", func(s *step, text string) {
		s.add("list.csv", "域名,备案号,主办单位\n"+quote(text)+",京ICP备12345678号-1,"+quote(text)+"\n"+text+","+text+"\n")
		s.inputs["filed"] = "list.csv"
	}},
	{"baseline", func(s *step, text string) {
		s.add("baseline.json", fmt.Sprintf(`{"version": 1, "findings": [{"rule": "unfiled-domain", "file": %s, "host": %s, "what": %s, "project": %s}]}`,
			quote(text), quote(text), quote(text), quote(text)))
		s.inputs["baseline"] = "baseline.json"
	}},
	{"key of the baseline", func(s *step, text string) {
		s.add("baseline.json", fmt.Sprintf(`{"version": %s, %s: 1, "findings": [{"rule": %s}]}`, quote(text), quote(text), quote(text)))
		s.inputs["baseline"] = "baseline.json"
	}},
	{"baseline in the config", putQuoted(".beianlint.json", `{"baseline": %s, "$schema": %s}`)},
	{"input path", input("path")},
	{"input filed", input("filed")},
	{"input config", input("config")},
	{"input fail-on", input("fail-on")},
	{"input lang", input("lang")},
	{"input platform", input("platform")},
	{"input annotations", input("annotations")},
	{"input summary", input("summary")},
	{"input baseline", input("baseline")},
	{"input sarif-file", input("sarif-file")},
	{"input working-directory", input("working-directory")},
	{"Chinese", func(s *step, text string) {
		s.inputs["lang"] = "zh"
		s.add("app.json", "{"+text)
		named("pages/%s.js", call)(s, text)
	}},
	{"no annotations", func(s *step, text string) {
		s.inputs["annotations"] = "false"
		s.inputs["path"] = text
	}},
	{"panic", func(s *step, text string) { s.change = func(e *cli.Env) { e.Now = func() time.Time { panic(text) } } }},
	{"panic with an error", func(s *step, text string) {
		s.change = func(e *cli.Env) { e.Now = func() time.Time { panic(errors.New(text)) } }
	}},
	{"no randomness", func(s *step, text string) {
		s.change = func(e *cli.Env) { e.Rand = iotest.ErrReader(errors.New(text)) }
	}},
	{"file system", func(s *step, text string) {
		s.change = func(e *cli.Env) { e.FS = failing{s.files, text} }
	}},
	{"server", func(s *step, text string) { s.env["GITHUB_SERVER_URL"], s.env["GITHUB_SHA"] = "https://"+text, text }},
	{"output file", func(s *step, text string) { s.env["GITHUB_OUTPUT"] = "/nowhere/" + text }},
	{"summary file", func(s *step, text string) { s.env["GITHUB_STEP_SUMMARY"] = "/nowhere/" + text }},
}

// failing is a file system that complains in a stranger's words.
type failing struct {
	fstest.MapFS
	text string
}

func (f failing) ReadDir(string) ([]fs.DirEntry, error) {
	return nil, &fs.PathError{Op: "open", Path: "/" + f.text, Err: errors.New(f.text)}
}
