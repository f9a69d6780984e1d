package lint_test

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// treeSeeds are repositories. A line "-> name" as all of a file makes it a link.
var treeSeeds = []string{
	"-- app.json --\n{\"pages\": [\"pages/a\"]}\n-- app.js --\nimport { base } from './lib/c'\nwx.request({ url: base + '/x' })\n-- lib --\n-> src\n" +
		"-- src/c.js --\nexport const base = 'https://api.example.net' // beianlint-disable-line unfiled-domain -- why\n" +
		"-- pages/a.wxml --\n<import src=\"../t.wxml\"/><web-view src=\"{{u}}\"/>\n-- pages/a.js --\nPage({ data: { u: 'https://h5.example.net' } })\n" +
		"-- filed-domains.txt --\nexample.com 京ICP备12345678号-1\n",
	"-- .beianlint.json --\n{\"filed\": [\"../x\", \"list.csv\"], \"baseline\": \"b.json\", \"exclude\": [\"**/*.ts\"], \"ignore\": [{\"host\": \"*.example.net\", \"reason\": \"x\"}]}\n" +
		"-- list.csv --\n域名,备案号\nexample.com,京ICP备12345678号-1\n-- b.json --\n{\"version\": 1, \"findings\": []}\n" +
		"-- project.config.json --\n{\"miniprogramRoot\": \"mp/\", \"appid\": \"wx1234567890abcdef\", \"packOptions\": {\"ignore\": [{\"type\": \"glob\", \"value\": \"[a\"}]}}\n" +
		"-- mp/app.json --\n{\"pages\": [], \"usingComponents\": {\"c\": \"/c/c\"}}\n-- mp/app.js --\nrequire('../../up'); my.connectSocket({ url: 'wss://w.example.com:8443' })\n-- mp/c/c.json --\n{\"component\": true}\n",
	"-- package.json --\n{\"workspaces\": [\"p/*\"], \"dependencies\": {\"@dcloudio/uni-app\": \"3\", \"api\": \"link:p/api\"}}\n-- pnpm-workspace.yaml --\npackages:\n  - 'p/**'\n" +
		"-- p/api/package.json --\n{\"name\": \"api\", \"exports\": {\".\": \"./i.ts\", \"./*\": \"./f/*.ts\"}}\n-- p/api/i.ts --\nexport default { u: `https://${process.env.VITE_H}/a` }\n" +
		"-- src/manifest.json --\n{\"mp-weixin\": {\"appid\": \"wx1234567890abcdef\"}}\n-- src/pages.json --\n{\"pages\": [{\"path\": \"pages/i\"}]}\n-- .env --\nVITE_H=h.example.net\n" +
		"-- src/pages/i.vue --\n<template><image :src=\"u\"/></template><script setup lang=\"ts\">\nimport api from 'api'\n// #ifdef MP-WEIXIN\nuni.request({ url: api.u })\n// #endif\n</script>\n-- tsconfig.json --\n{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./src/*\"]}}}\n",
	"-- --\n-- app.json --\n-> /etc/passwd\n-- filed-domains.txt --\n-> ../../secret\n-- ext.json --\n{\"extEnable\": true, \"ext\": {\"api\": \"https://t.example.net\"}}\n-- .gitignore --\n/*\n!app*\n-- app.js --\n-> app.js\n",
}

// FuzzRun lints repositories of any files, links, configs and lists. Nothing outside of
// them is shown, places lie in their files, and a second run, of one in five, says the
// same.
func FuzzRun(f *testing.F) {
	for _, seed := range treeSeeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files := treeFrom(data)
		if len(files) > 64 || len(data) > 16<<10 {
			t.Skip("more than is quick")
		}
		opt := lint.Options{FS: files, Dirs: []string{root}, Cwd: root, Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), NeedList: len(data)%2 == 0}
		if len(data)%3 == 0 {
			opt.Since, opt.Before = &change.Set{}, files
			opt.Since.Add(root, &change.Repository{})
		}
		first := told(t, opt)
		if len(data)%5 == 0 {
			if again := told(t, opt); first != again {
				t.Errorf("another run, another result:\n%s\n%s", first, again)
			}
		}
		if strings.Contains(first, secret) {
			t.Errorf("shows what lies outside: %s", first)
		}
	})
}

// secret is what a file outside of the repository holds.
const secret = "5ecret.example.org"

func treeFrom(data []byte) fstest.MapFS {
	files := fstest.MapFS{
		root + "/.git/HEAD": {}, "secret": {Data: []byte("https://" + secret)}, "etc/passwd": {Data: []byte(secret + " 京ICP备12345678号-1\n")},
		"work/x": {Data: []byte("[\"" + secret + "\"]")}, "work/up.js": {Data: []byte("wx.request({ url: 'https://" + secret + "' })")},
	}
	data = bytes.ReplaceAll(data, []byte("-- --"), []byte("-- a --")) // which makes txtar.Parse panic
	for _, file := range txtar.Parse(data).Files {
		name := path.Join(root, path.Clean("/"+file.Name))
		if !fs.ValidPath(name) || name == root || !fits(files, name) {
			continue
		}
		made := &fstest.MapFile{Data: file.Data}
		if target, link := bytes.CutPrefix(bytes.TrimSpace(file.Data), []byte("-> ")); link {
			made = &fstest.MapFile{Data: target, Mode: fs.ModeSymlink}
		}
		files[name] = made
	}
	return files
}

// fits reports whether no other file is a folder of this one, or the other way about.
func fits(files fstest.MapFS, name string) bool {
	for other := range files {
		if strings.HasPrefix(other+"/", name+"/") || strings.HasPrefix(name, other+"/") {
			return false
		}
	}
	return true
}

// told returns all that a run says.
func told(t *testing.T, opt lint.Options) string {
	r, err := lint.Run(t.Context(), opt)
	var b strings.Builder
	say := func(s source.Span, id message.ID, args []any) {
		if s.File != nil && (s.Start < 0 || s.Start > s.End || s.End > len(s.File.Bytes)) {
			t.Errorf("%s: %d to %d of %d", id, s.Start, s.End, len(s.File.Bytes))
		}
		b.WriteString(at(s) + " " + message.English.Message(id, args...) + "\n" + s.Text() + "\n")
	}
	var bad *config.Error
	var list *filedlist.Error
	switch {
	case errors.As(err, &bad):
		for _, p := range bad.Problems {
			say(p.Span, p.Message, p.Args)
		}
	case errors.As(err, &list):
		for _, p := range list.Problems {
			say(p.Span, p.Message, p.Args)
		}
	case err != nil:
		b.WriteString(err.Error() + "\n")
	}
	for _, found := range r.Findings {
		say(found.Span, found.Message, found.Args)
		for _, related := range found.Related {
			say(related.Span, related.Message, related.Args)
		}
	}
	b.WriteString(strings.Join(slices.Concat(r.Lists, r.Config, r.Baselines), "\n"))
	return b.String()
}
