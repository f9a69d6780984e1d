package allowlist

import (
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
)

// The files that a platform or a mini program has.
const (
	ProjectConfig  Source = "project.config.json"
	ProjectPrivate Source = "project.private.config.json"
	MiniProject    Source = "mini.project.json"
	ProjectIDE     Source = "project-ide.json"
	App            Source = "app.json"
	Game           Source = "game.json"
	Plugin         Source = "plugin.json"
	Ext            Source = "ext.json"
	Manifest       Source = "manifest.json"
)

var sources = []Source{Named, ServerDomains, ProjectConfig, ProjectPrivate, MiniProject, ProjectIDE, App, Game, Plugin, Ext, Manifest}

func TestSwitches(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		kind       Source
		want       []string
	}{
		{"off", `{"setting":{"urlCheck":false}}`, ProjectConfig, []string{"setting.urlCheck=false shared=true"}},
		{"on", `{"setting":{"urlCheck":true}}`, ProjectConfig, nil},
		{"absent", `{"setting":{"es6":false}}`, ProjectConfig, nil},
		{"a text", `{"setting":{"urlCheck":"false"}}`, ProjectConfig, nil},
		{"the last one counts", `{"setting":{"urlCheck":false,"urlCheck":true}}`, ProjectConfig, nil},
		{"commented out", "{\"setting\":{ // \"urlCheck\":false\n}}", ProjectConfig, nil},
		{"elsewhere", `{"urlCheck":false,"a":{"setting":{"urlCheck":false}}}`, ProjectConfig, nil},
		{"private", `{"setting":{"urlCheck":false}}`, ProjectPrivate, []string{"setting.urlCheck=false shared=false"}},
		{"uni-app", `{"mp-weixin":{"setting":{"urlCheck":false}}}`, Manifest, []string{"mp-weixin.setting.urlCheck=false shared=true"}},
		{"another part of the manifest", `{"mp-qq":{"setting":{"urlCheck":false}},"setting":{"urlCheck":false}}`, Manifest, nil},
		{"Alipay", `{"ignoreHttpDomainCheck":true,"ignoreWebViewDomainCheck":true,"ignoreCertificateDomainCheck":true,"enableCloudBuild":true}`, ProjectIDE, []string{
			"ignoreHttpDomainCheck=true shared=true", "ignoreWebViewDomainCheck=true shared=true", "ignoreCertificateDomainCheck=true shared=true",
		}},
		{"Alipay, on", `{"ignoreHttpDomainCheck":false}`, ProjectIDE, nil},
		{"Alipay's names in another file", `{"ignoreHttpDomainCheck":true}`, MiniProject, nil},
		{"not an object", `[]`, ProjectConfig, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			check(t, read(t, tt.text, tt.kind, platform.WeChat), summary{Off: tt.want})
		})
	}
}

func TestSourceOf(t *testing.T) {
	for name, want := range map[string]Source{
		"work/repo/project.config.json": ProjectConfig, "project.private.config.json": ProjectPrivate, "a/mini.project.json": MiniProject,
		"a/.mini-ide/project-ide.json": ProjectIDE, "a/app.json": App, "game.json": Game, "plugin/plugin.json": Plugin,
		"ext.json": Ext, "src/manifest.json": Manifest, "server-domains.json": ServerDomains,
	} {
		if got, ok := SourceOf(name); got != want || !ok {
			t.Errorf("%s: got %s, %t", name, got, ok)
		}
	}
	if _, ok := SourceOf("a/my-app.json"); ok {
		t.Error("my-app.json is a source")
	}
}
