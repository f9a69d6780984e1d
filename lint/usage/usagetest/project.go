// Package usagetest makes mini programs for the tests of usage.
package usagetest

import (
	"strings"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// Project makes a mini program of the files of a txtar, without a walk.
func Project(src []byte) *miniprogram.Project {
	p := &miniprogram.Project{Root: "app", Sources: []string{"app"}, Platforms: []platform.ID{platform.WeChat, platform.Alipay}, Framework: miniprogram.Native}
	for _, f := range txtar.Parse(src).Files {
		file := &miniprogram.File{File: source.NewFile("app/"+f.Name, f.Data), Path: f.Name, Kind: kindOf(f.Name)}
		switch {
		case f.Name == "tsconfig.json" || strings.HasPrefix(f.Name, "config/"):
			p.Build = append(p.Build, file)
		case file.Kind == miniprogram.Config:
			file.Doc, _ = jsonc.Parse(file.File)
			p.Configs = append(p.Configs, file)
		default:
			p.Files = append(p.Files, file)
		}
	}
	return p
}

func kindOf(name string) miniprogram.Kind {
	ext := name[strings.LastIndexByte(name, '.')+1:]
	switch {
	case name == "app.json" || name == "ext.json" || name == "manifest.json" || name == "mini.project.json":
		return miniprogram.Config
	case strings.HasPrefix(name, ".env"):
		return miniprogram.Dotenv
	case ext == "json":
		return miniprogram.Data
	case ext == "wxml" || ext == "axml":
		return miniprogram.Markup
	case ext == "wxss":
		return miniprogram.Style
	case ext == "vue" || ext == "mpx" || ext == "wpy":
		return miniprogram.Component
	}
	return miniprogram.Script
}
