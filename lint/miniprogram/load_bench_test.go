package miniprogram

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// benchTree writes a mini program of some 3,000 files in 380 folders, sized like
// those of the labelled repositories, with what is not read beside it.
func benchTree(b *testing.B) string {
	b.Helper()
	dir := b.TempDir()
	for name, content := range plausible {
		switch name {
		case "app.json", "project.config.json":
			write(b, filepath.Join(dir, name), content)
		}
	}
	write(b, filepath.Join(dir, ".git", "HEAD"), "")
	write(b, filepath.Join(dir, ".gitignore"), "dist/\n*.log\n/coverage\n")
	line := "  const value = this.data.list.map(item => item.name / 2) // text\n"
	for page := range 370 {
		for i, ext := range strings.Fields("js wxml wxss json js wxs js png") {
			body := strings.Repeat(line, (page*7+i*13)%140)
			if page%14 == 0 && ext == "js" {
				body += "wx.request({url: 'https://api.example.com/a'})\n"
			}
			write(b, filepath.Join(dir, fmt.Sprintf("pages/p%d/part%d.%s", page, i, ext)), body)
		}
	}
	return dir
}

var urlMark = []byte("://")

func BenchmarkLoad(b *testing.B) {
	dir := fsName(benchTree(b))
	b.ResetTimer()
	for b.Loop() {
		r, err := Load(context.Background(), osFS{}, Options{
			Dir: dir, Base: ".",
			Keep: func(_ Kind, _ string, data []byte) bool { return bytes.Contains(data, urlMark) },
		})
		if err != nil || r.Read < 2000 {
			b.Fatal(r.Read, err)
		}
	}
}

// BenchmarkWalkDir is the plain way: filepath.WalkDir and os.ReadFile.
func BenchmarkWalkDir(b *testing.B) {
	dir := benchTree(b)
	b.ResetTimer()
	for b.Loop() {
		hits := 0
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			if _, ok := kindOf(d.Name()); !ok {
				return nil
			}
			data, err := os.ReadFile(path)
			if bytes.Contains(data, urlMark) {
				hits++
			}
			return err
		})
		if err != nil || hits == 0 {
			b.Fatal(hits, err)
		}
	}
}

func BenchmarkIgnored(b *testing.B) {
	g := parseIgnore("r", []byte("node_modules\n*.log\n/dist/\n**/coverage/**\n.DS_Store\n!keep.log\n"), nil)
	for b.Loop() {
		g.ignored("r/pages/index/components/list/index.js", false)
	}
}
