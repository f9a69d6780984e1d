package lint_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// made is a tree of files that a benchmark reads: the content by the name. The same
// arguments make the same bytes.
type made map[string][]byte

func (m made) add(name, format string, args ...any) { m[name] = fmt.Appendf(nil, format, args...) }

// write puts the files on disk below a folder, which it returns.
func (m made) write(tb testing.TB, dir string) string {
	tb.Helper()
	for name, data := range m {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	return dir
}

// madeShop is a mini program with one module of requests, one of services a page, and
// pages that call them, below a folder.
func madeShop(m made, root string, pages int) {
	random := rand.New(rand.NewPCG(1, uint64(pages)))
	var names []string
	for i := range pages {
		names = append(names, fmt.Sprintf("%q", fmt.Sprintf("pages/p%d/index", i)))
		madePage(m, fmt.Sprintf("%spages/p%d/index", root, i), i, random)
		m.add(fmt.Sprintf("%sservices/s%d.js", root, i), `const { request } = require('../utils/request')
exports.list = (page) => request('/list/%d', { page, size: 20 })
exports.save = (item) => request('/save/%[1]d', item)
exports.upload = (path) => wx.uploadFile({ url: 'https://up%d.example.com/file', filePath: path, name: 'file' })
`, i, i%7)
	}
	m.add(root+"app.json", `{"pages": [%s]}`, strings.Join(names, ","))
	m.add(root+"app.js", "App({ globalData: { base: 'https://api.example.com' } })\n")
	m.add(root+"utils/request.js", `const config = { test: 'https://test.example.com', release: 'https://api.example.com' }
const base = config[wx.getAccountInfoSync().miniProgram.envVersion] || config.release
exports.request = (path, data) => new Promise((resolve, reject) => {
  wx.request({ url: base + path, data, success: (res) => resolve(res.data), fail: reject })
})
`)
}

// madePage is a page whose most functions, as in real ones, only handle data.
func madePage(m made, name string, i int, random *rand.Rand) {
	var script bytes.Buffer
	fmt.Fprintf(&script, "const service = require('../../services/s%d')\nPage({\n  data: { items: [], page: 1, shown: false },\n  onLoad(query) { this.load(query.id) },\n", i)
	script.WriteString("  load(id) { service.list(this.data.page).then((data) => this.setData({ items: data.items })) },\n")
	for j := range 5 + random.IntN(30) {
		fmt.Fprintf(&script, "  // What the button %d does.\n  tap%[1]d(event) {\n    const { index } = event.currentTarget.dataset\n    const items = this.data.items.map((item, n) => n === index ? { ...item, price: item.price / 100 + %d } : item)\n    if (items.length > %d) this.setData({ items, shown: !this.data.shown })\n  },\n", j, random.IntN(100), random.IntN(10))
	}
	script.WriteString("})\n")
	m[name+".js"] = script.Bytes()
	m.add(name+".json", `{"navigationBarTitleText": "%d", "usingComponents": {}}`, i)
	m.add(name+".wxml", `<view wx:for="{{items}}" wx:key="id" data-index="{{index}}" bindtap="tap0"><image src="https://img%d.example.com/{{item.image}}" /><text>{{item.name}}</text></view>`, i%5)
	m.add(name+".wxss", ".item { padding: %drpx; background: url(https://img.example.com/back.png) }\n", i)
}

// madeMonorepo is a repository of many mini programs.
func madeMonorepo(m made, apps int) {
	for i := range apps {
		madeShop(m, fmt.Sprintf("apps/a%d/", i), 10)
	}
}

// madeBundle is a mini program that is one script of at least so many bytes: minified
// modules in webpack's table.
func madeBundle(m made, size int) {
	random := rand.New(rand.NewPCG(2, 2))
	var script bytes.Buffer
	script.WriteString("!function(e){var t={};function n(r){if(t[r])return t[r].exports;var o=t[r]={exports:{}};return e[r].call(o.exports,o,o.exports,n),o.exports}n(0)}({\n0:function(e,t,n){var r=n(1);App({onLaunch:function(){r.load(\"/start\")}})}")
	for i := 1; script.Len() < size; i++ {
		fmt.Fprintf(&script, ",\n%d:function(e,t,n){var r=n(%d);", i, i+1)
		for j := range 4 + random.IntN(12) {
			fmt.Fprintf(&script, "function f%d(e,t){var n=e.list||[],r=%d;return n.forEach(function(e){e.id!==t&&(r+=e.count/2)}),{total:r,list:n,text:\"t\"+r}}", j, random.IntN(1000))
		}
		fmt.Fprintf(&script, "t.load=function(e){return r&&r.load?r.load(e):f0({},e)};")
		if i%50 == 1 {
			fmt.Fprintf(&script, "wx.request({url:\"https://h%d.example.com\"+t.path})", i)
		}
		script.WriteString("}")
	}
	script.WriteString("});\n")
	m["app.js"] = script.Bytes()
	m.add("app.json", `{"pages": []}`)
}

// madeTree is a small mini program among so many files that hold no address.
func madeTree(m made, files int) {
	madeShop(m, "", 20)
	for i := range files {
		m.add(fmt.Sprintf("lib/d%d/f%d.js", i/50, i), "exports.half = (value) => value / 2 + %d\n", i)
	}
}

// madeConfig is a project without any code.
func madeConfig(m made) {
	m.add("app.json", `{"pages": []}`)
	m.add("project.config.json", `{"appid": "wx0123456789abcdef", "compileType": "miniprogram"}`)
	m.add("server-domains.json", `{"requestdomain": ["https://api.example.com"]}`)
}
