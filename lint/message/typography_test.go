package message

import (
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestChineseTypography holds every Chinese text to one rule: a blank between Chinese
// and Latin letters or digits, none beside Chinese punctuation, and no half-width
// punctuation beside Chinese.
func TestChineseTypography(t *testing.T) {
	sources(t, "..", func(file string, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.CompositeLit); ok {
				if text, ok := textOf(lit); ok && text.ZH != text.EN {
					checkTypography(t, file, proseOf(placeholder.ReplaceAllString(text.ZH, "�")))
				}
			}
			return true
		})
	})
	for _, name := range chinesePages(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		checkTypography(t, name, proseOf(string(data)))
	}
}

// chinesePages are the documents and the manual in Chinese.
func chinesePages(t *testing.T) (names []string) {
	t.Helper()
	err := filepath.WalkDir("../../docs", func(name string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".zh-CN.md") || strings.Contains(filepath.ToSlash(name), "/zh_CN/") && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if names = append(names, "../../README.zh-CN.md"); err != nil || len(names) < 40 {
		t.Fatalf("%d pages, %v", len(names), err)
	}
	return names
}

// proseOf returns what a page shows of its text, without examples and generated
// tables of the words that others write.
func proseOf(page string) string {
	for _, drop := range []struct{ pattern, by string }{
		{"(?ms)^```.*?^```", ""}, {`(?ms)^\.EX.*?^\.EE`, ""}, {`(?m)^    .*$`, ""},
		{`(?s)<!-- (columns|statuses|shapes) -->.*?<!-- /`, ""},
		{`\\[:fBP&]+|\\fR`, ""}, // of the manual
		{"``? ?[^`\n]+``?", "�"}, {`\]\([^)]*\)|\[`, ""}, {`(?m)^[-#] `, ""}, {`\*\* ?|\*`, ""}, {`\n +`, "\n"}, {` *\| *`, "\n"},
	} {
		page = regexp.MustCompile(drop.pattern).ReplaceAllString(page, drop.by)
	}
	return page
}

// names are written as others write them: filing numbers, what a console calls its
// boxes, what a platform says; and what is to be typed as it is.
var names = regexp.MustCompile(`\p{Han}ICP[备证]\d+号(-\d+[AKX]?)?|…号-\d[AKX]|(request|socket|uploadFile|downloadFile|udp|tcp)合法域名|DNS预解析域名|H5域名配置|(HTTP|Webview)安全域名|` +
	`域名未经过ICP备案|请求url不支持http,请使用https|“ICP[备证]”|` +
	`beianlint-ignore[-a-z]* [-a-z�]+: \p{Han}+|域名,备案号|repos:`)

// slips of Chinese typography. � stands for an argument or code, which can be of either
// script.
var slips = map[string]*regexp.Regexp{
	"no blank between Chinese and Latin":              regexp.MustCompile(`\p{Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Han}`),
	"a blank beside Chinese punctuation":              regexp.MustCompile(`[^ \n] +[“”（）《》：，。；、！？]|[“”（）《》：，。；、！？] +[^ \n]`),
	"half-width punctuation beside Chinese":           regexp.MustCompile(`[\p{Han}”）》][,;:!?(]|[,;:!?)] ?\p{Han}|\p{Han} \(`),
	"a straight quote beside Chinese":                 regexp.MustCompile(`\p{Han}["']\p{Han}`),
	"a full stop of another script at the end of one": regexp.MustCompile(`\p{Han}\.(\s|$)`),
}

func checkTypography(t *testing.T, where, text string) {
	t.Helper()
	text = names.ReplaceAllString(text, "�")
	for what, pattern := range slips {
		if at := pattern.FindStringIndex(text); at != nil {
			t.Errorf("%s: %s: %q", where, what, text[max(0, at[0]-24):min(len(text), at[1]+24)])
		}
	}
}

func TestChineseTypographyFinds(t *testing.T) {
	for text, bad := range map[string]bool{
		"办理ICP备案": true, "办理 ICP 备案": false, "未知的键 “x”": true, "未知的键“x”": false, "错误: x": true, "错误：x": false,
		"（见 x）": false, "见 （x）": true, "备案号 京ICP备12345678号-1": false, "服务器 (一台)": true, "第1行": true, "第 1 行": false,
		"他说\"好\"了": true, "完成.": true,
	} {
		found := false
		for _, p := range slips {
			found = found || p.MatchString(names.ReplaceAllString(text, "�"))
		}
		if found != bad {
			t.Errorf("%q: a slip is found: %t", text, found)
		}
	}
}
