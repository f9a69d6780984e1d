package cli_test

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// hostile is a shape of input that is meant to take all time or memory. Each is a row of
// the table in docs/security.md.
type hostile struct {
	name string
	size int     // of the input whose cost has a bound
	part int     // a size that is quick to lint
	cpu  float64 // seconds
	mb   int     // the most memory at a time
	says string  // what the report has to say, "" for no more than findings
	tree func(n int) fs.FS
}

var hostiles = []hostile{
	// One file.
	{"equal-keys", 100_000, 500, 5, 300, "unfiled-domain", script("const o = {", "k: 'https://a%d.example.net',\n", "}\nwx.request({ url: o.k })")},
	{"keys", 100_000, 500, 10, 500, "not-followed", script("const o = {", "k%d: 'https://a%d.example.net',\n", "}\nfor (const k in o) wx.request({ url: o[k] })")},
	{"assignments", 100_000, 500, 10, 600, "not-followed", script("let u\n", "u = 'https://a%d.example.net'\n", "wx.request({ url: u })")},
	{"appended", 100_000, 500, 5, 400, "", script("let u = 'https://a.example.net'\n", "u = u + 'x'\n", "wx.request({ url: u })")},
	{"properties", 30_000, 500, 10, 500, "", script("const o = {}\n", "o.u = 'https://a%d.example.net'\nwx.request({ url: o.u })\n", "")},
	{"calls", 100_000, 500, 10, 500, "not-followed", script("function r(u) { wx.request({ url: u }) }\n", "r('https://a%d.example.net')\n", "")},
	{"call-chain", 2_000, 100, 5, 200, "", script("function f0(u) { wx.request({ url: u }) }\n", "function f%+(u) { return f%d(u) + f%d(u) }\n", "f9('https://a.example.net')")},
	{"branches", 20_000, 500, 5, 300, "not-followed", script("const u = ", "x%d ? 'https://a%d.example.net' :\n", "''\nwx.request({ url: u })")},
	{"cases", 20_000, 500, 10, 500, "not-followed", script("let u\nswitch (x) {", "case %d: u = 'https://a%d.example.net'\n", "}\nwx.request({ url: u })")},
	{"products", 2_000, 100, 5, 200, "", script("const u = 'https://'", " + (x ? 'a' : 'b')\n", "\nwx.request({ url: u })")},
	{"template", 50_000, 500, 5, 200, "", script("wx.request({ url: `", "${a}", "` })")},
	{"parentheses", 200_000, 1_000, 5, 300, "", nested("wx.request({ url: ", "(", "'https://a.example.net'", ")", " })")},
	{"brackets", 100_000, 1_000, 5, 300, "", nested("var a = ", "[", "", "]", "")},
	{"comments", 500_000, 5_000, 5, 300, "", script("", "/*x*/ // y\n", "")},
	{"regexp", 100_000, 1_000, 5, 200, "", script("var x = /", "(a|b)*", "/")},
	{"classes", 20_000, 200, 5, 300, "", script("class A0 { u() { return 'https://a.example.net' } }\n", "class A%+ extends A%d {}\n", "wx.request({ url: new A9().u() })")},
	{"page-data", 20_000, 200, 15, 500, "unfiled-domain", script("Page({ data: { u0: 'https://a.example.net' }, onLoad() {", "this.setData({ u%+: this.data.u%d });\n", "wx.request({ url: this.data.u9 }) } })")},
	{"hosts", 30_000, 300, 10, 500, "unfiled-domain", script("", "wx.request({ url: 'https://a%d.example%d.net' })\n", "")},
	{"lost-imports", 30_000, 300, 10, 400, "not-followed", script("", "require('./lost%d')\n", "")},
	{"one-line", 100_000, 500, 10, 800, "", script("", "!function(e,t){t.a=e%d}(1,{});", "wx.request({url:'https://a.example.net'})")},
	{"interceptors", 10_000, 300, 10, 400, "", script("", "uni.addInterceptor('uploadFile', { invoke(o) { o.url = 'https://a%d.example.net' } })\n", "")},
	{"sdk-imports", 10_000, 300, 5, 300, "", script("", "require('easemob-websdk')\n", "new WebIM.connection({ isHttpDNS: false, url: '//a.example.net' })")},
	{"ignore-comments", 30_000, 300, 10, 400, "", script("", "wx.request({ url: 'https://a%d.example.com' }) // beianlint-ignore unfiled-domain: x\n", "")},
	{"sum", 7_500_000, 150_000, 5, 700, "unreadable-file", func(n int) fs.FS {
		return treeOf(map[string]string{"r/pages/a.js": "var x = a" + strings.Repeat("+a", n) + "\nwx.request({ url: x })"})
	}},
	// Other files.
	{"nested-json", 100_000, 1_000, 5, 200, "", nestedIn("r/pages/a.json", `{"a":`, "1", "}")},
	{"page-json", 60_000, 500, 5, 300, "", repeated("r/pages/a.json", `{"a": [`, `{"b%d": "https://a.example.net"},`+"\n", `0]}`)},
	{"nested-markup", 100_000, 1_000, 5, 200, "", nestedIn("r/pages/a.wxml", "<view>", "", "</view>")},
	{"expression", 7_500_000, 5_000, 5, 200, "not-followed", func(n int) fs.FS {
		return treeOf(map[string]string{"r/pages/a.wxml": `<web-view src="{{a` + strings.Repeat("+a", n) + `}}"/>`})
	}},
	{"attributes", 100_000, 500, 10, 500, "", repeated("r/pages/a.wxml", "<view ", `a%d="{{x}}" `, "/>")},
	{"style-variables", 100_000, 1_000, 10, 300, "", repeated("r/app.scss", "", "$a%d: 'https://a.example.net/%d.png';\n", "")},
	{"variables", 40, 20, 5, 100, "", repeated("r/.env", "", "A%d=${A%+}${A%+}\n", "")},
	{"filed-list", 300_000, 3_000, 5, 300, "", repeated("r/filed-domains.txt", "", "a%d.example%d.com 京ICP备12345678号-1\n", "")},
	{"filed-owners", 30_000, 3_000, 5, 300, "", besideLong("entity=甲公司", "b%d.com 京ICP备12345678号-1 entity=乙公司\n")},
	{"filed-days", 30_000, 3_000, 5, 300, "", besideLong("verified=2026-01-01", "a.com pending verified=2025-01-01 # %d\n")},
	{"config-ignores", 20_000, 500, 5, 200, "", repeated("r/.beianlint.json", `{"ignore": [`, `{"host": "*a*a*a*%d", "reason": "x"},`, `{"host": "a.example.net", "reason": "x"}]}`)},
	{"pack-rules", 20_000, 400, 10, 200, "", beside(repeated("r/project.config.json", `{"appid": "wx1234567890abcdef", "packOptions": {"ignore": [`, `{"type": "glob", "value": "*a*b*%d*c*"},`, `{"type": "file", "value": "x"}]}}`))},
	// Many files.
	{"git-ignores", 20_000, 400, 5, 300, "unreadable-file", beside(repeated("r/.gitignore", "", "*a*b*%d*c*\n", ""))},
	{"excludes", 20_000, 200, 5, 200, "more than 500 patterns", beside(repeated("r/.beianlint.json", `{"exclude": [`, `"**/*a*b*%d*c*",`, `"x"]}`))},
	{"re-exports", 300, 20, 5, 300, "", web(func(i, n int) (text string) {
		for j := range n {
			text += fmt.Sprintf("export * from './m%d'\n", j)
		}
		return text + fmt.Sprintf("export const x%d = 'https://a.example.net'\n", i)
	})},
	{"re-export-chain", 5_000, 50, 5, 400, "not-followed", web(func(i, n int) string {
		return fmt.Sprintf("export * from './m%d'\nimport { f } from './m%d'\nexport const g%d = () => f()\n", i+1, i+1, i)
	})},
	{"requires", 3_000, 50, 10, 400, "", web(func(i, n int) (text string) {
		for j := range 30 {
			text += fmt.Sprintf("require('./m%d')\n", (i*7+j)%n)
		}
		return text + fmt.Sprintf("exports.u = 'https://a%d.example.net'\n", i)
	})},
	{"pages", 10_000, 200, 5, 400, "", func(n int) fs.FS {
		files := map[string]string{"r/app.js": "App({})\n"}
		var pages []string
		for i := range n {
			pages = append(pages, fmt.Sprintf("\"p%d\"", i))
			files[fmt.Sprintf("r/p%d.js", i)] = fmt.Sprintf("Page({ onLoad(o) { wx.navigateTo({ url: '/p%d?u=1' }) } })\n", (i+1)%n)
		}
		files["r/app.json"] = `{"pages": [` + strings.Join(pages, ", ") + "]}"
		return treeOf(files)
	}},
	{"workspace", 20_000, 3_000, 5, 300, "", func(n int) fs.FS {
		files := map[string]string{"r/app.js": "import 'lib'\n"}
		var globs []string
		for i := range n {
			globs = append(globs, fmt.Sprintf("\"p/d%d/*\"", i))
			files[fmt.Sprintf("r/p/d%d/x/y.txt", i)] = ""
		}
		files["r/package.json"] = `{"workspaces": [` + strings.Join(globs, ", ") + "]}"
		return treeOf(files)
	}},
	{"packages", 3_000, 100, 10, 300, "", func(n int) fs.FS {
		files := map[string]string{"r/package.json": `{"workspaces": ["p/*"]}`}
		for i := range n {
			files[fmt.Sprintf("r/p/d%d/package.json", i)] = fmt.Sprintf(`{"name": "d%d"}`, i)
			files[fmt.Sprintf("r/m%d/app.json", i)] = `{"pages": ["a"]}`
			files[fmt.Sprintf("r/m%d/app.js", i)] = fmt.Sprintf("import 'd%d'\n", i)
		}
		return treeOf(files)
	}},
	{"folders", 3_000, 100, 10, 300, "", func(n int) fs.FS {
		return treeOf(map[string]string{"r/" + strings.Repeat("d/", n) + "x.js": "x\n"})
	}},
	{"files", 300_000, 2_000, 10, 400, "", func(n int) fs.FS {
		return &farm{n: n, together: 1000, app: "App({})\n", files: map[string]string{"f.js": "module.exports = 1\n"}}
	}},
	{"modules", 100_000, 2_000, 20, 500, "", func(n int) fs.FS {
		return &farm{n: n, together: 1000, app: "require(name)\n", files: map[string]string{"f.js": "module.exports = 1\n"}}
	}},
	{"mini-programs", 10_000, 100, 20, 300, "", func(n int) fs.FS {
		return &farm{n: n, together: 100, files: map[string]string{
			"app.json": `{"pages": ["a"]}`, "app.js": "wx.request({ url: 'https://a.example.com/' })\n", "a.js": "Page({})\n",
			"project.config.json": `{"appid": "wx1234567890abcdef"}`,
		}}
	}},
}

// script is an app.js with a middle that is repeated.
func script(begin, each, end string) func(int) fs.FS { return repeated("r/app.js", begin, each, end) }

// repeated is a file with a middle that is repeated: %d is the number of its copy, %+
// the next one.
func repeated(name, begin, each, end string) func(int) fs.FS {
	return func(n int) fs.FS {
		var b strings.Builder
		b.WriteString(begin)
		for i := range n {
			b.WriteString(strings.NewReplacer("%d", strconv.Itoa(i), "%+", strconv.Itoa(i+1)).Replace(each))
		}
		return treeOf(map[string]string{name: b.String() + end})
	}
}

// besideLong repeats a row of a filed list below a line as long as all of them, which each
// contradicts.
func besideLong(key, each string) func(int) fs.FS {
	return func(n int) fs.FS {
		long := "a.com 京ICP备12345678号-1 " + key + " #" + strings.Repeat("x", 50*n) + "\n"
		return repeated("r/filed-domains.txt", long, each, "")(n)
	}
}

func nested(begin, open, inner, end, after string) func(int) fs.FS {
	return func(n int) fs.FS {
		return treeOf(map[string]string{"r/app.js": begin + strings.Repeat(open, n) + inner + strings.Repeat(end, n) + after})
	}
}

func nestedIn(name, open, inner, end string) func(int) fs.FS {
	return func(n int) fs.FS {
		return treeOf(map[string]string{name: strings.Repeat(open, n) + inner + strings.Repeat(end, n)})
	}
}

// beside adds files that many rules are held against.
func beside(tree func(int) fs.FS) func(int) fs.FS {
	return func(n int) fs.FS {
		t := tree(n).(*textTree)
		for i := range 1000 {
			t.add(fmt.Sprintf("r/d%d/aab%dc.js", i%50, i), "x\n")
		}
		return t
	}
}

// web is a mini program of n modules.
func web(module func(i, n int) string) func(int) fs.FS {
	return func(n int) fs.FS {
		files := map[string]string{"r/app.js": "import { x0 } from './m0'\nwx.request({ url: x0 })\n"}
		for i := range n {
			files[fmt.Sprintf("r/m%d.js", i)] = module(i, n)
		}
		return treeOf(files)
	}
}
