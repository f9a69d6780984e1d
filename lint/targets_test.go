package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint"
)

// TestEachTarget: for which platforms each host counts is told for each of them in a small
// project; in a large one, those that are not assumed are told from the others as one.
func TestEachTarget(t *testing.T) {
	const page = `import Taro from '@tarojs/taro'
if (process.env.TARO_ENV !== 'tt') Taro.request({ url: 'https://other.example.net/v1' })
if (process.env.TARO_ENV === 'weapp') Taro.request({ url: 'https://wx.example.net/v1' })
`
	for _, tt := range []struct {
		padding int
		want    string
	}{
		{0, "other.example.net [wechat baidu]; wx.example.net [wechat]"},
		{1 << 20, "other.example.net []; wx.example.net [wechat]"},
	} {
		r, err := lint.Run(t.Context(), lint.Options{
			FS: fstest.MapFS{
				"r/package.json":              {Data: []byte(`{"scripts":{"a":"taro build --type weapp","b":"taro build --type tt","c":"taro build --type swan"},"dependencies":{"@tarojs/taro":"4.0.0"}}`)},
				"r/src/app.config.ts":         {Data: []byte(`export default defineAppConfig({ pages: ['pages/index/index'] })`)},
				"r/src/app.ts":                {Data: []byte(`export default ({ children }) => children`)},
				"r/src/pages/index/index.tsx": {Data: []byte(page + strings.Repeat("// padding\n", tt.padding/11))},
			},
			Dirs: []string{"r"}, Cwd: "r", Now: day, EachTarget: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range r.Projects[0].Hosts {
			got = append(got, fmt.Sprint(h.Host, " ", h.Uses[0].On))
		}
		if all := strings.Join(got, "; "); all != tt.want {
			t.Errorf("%d bytes more: %s, want %s", tt.padding, all, tt.want)
		}
	}
}

// TestDynamicOfTargets: a call whose host is not known says for which platforms that is so,
// also in a file that stands for another one on a platform only.
func TestDynamicOfTargets(t *testing.T) {
	const page = `import Taro from '@tarojs/taro'
import { load } from '../../api'
load()
`
	const asks = `import Taro from '@tarojs/taro'
const host = process.env.TARO_ENV === 'tt' ? Taro.getStorageSync('host') : 'https://api.example.net'
export function load() { Taro.request({ url: host + '/v1' }) }
`
	const known = `import Taro from '@tarojs/taro'
export function load() { Taro.request({ url: 'https://api.example.net/v1' }) }
`
	const open = `import Taro from '@tarojs/taro'
export function load() { Taro.request({ url: Taro.getStorageSync('host') + '/v1' }) }
`
	for name, tt := range map[string]struct {
		scripts string
		files   map[string]string
		want    string
	}{
		"asked":          {`"a":"taro build --type weapp","b":"taro build --type tt"`, map[string]string{"api.ts": asks}, "r/src/api.ts [douyin]"},
		"everywhere":     {`"a":"taro build --type weapp","b":"taro build --type tt"`, map[string]string{"api.ts": open}, "r/src/api.ts []"},
		"of one assumed": {``, map[string]string{"api.ts": known, "api.alipay.ts": open}, "r/src/api.alipay.ts [alipay]"},
	} {
		files := fstest.MapFS{
			"r/package.json":              {Data: []byte(`{"scripts":{` + tt.scripts + `},"dependencies":{"@tarojs/taro":"4.0.0"}}`)},
			"r/src/app.config.ts":         {Data: []byte(`export default defineAppConfig({ pages: ['pages/index/index'] })`)},
			"r/src/app.ts":                {Data: []byte(`export default ({ children }) => children`)},
			"r/src/pages/index/index.tsx": {Data: []byte(page)},
		}
		for file, text := range tt.files {
			files["r/src/"+file] = &fstest.MapFile{Data: []byte(text)}
		}
		for _, each := range []bool{true, false} {
			r, err := lint.Run(t.Context(), lint.Options{FS: files, Dirs: []string{"r"}, Cwd: "r", Now: day, EachTarget: each})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, u := range r.Projects[0].Dynamic {
				got = append(got, fmt.Sprint(u.Span.File.Name, " ", u.On))
			}
			if all := strings.Join(got, "; "); all != tt.want {
				t.Errorf("%s, each %v: %s, want %s", name, each, all, tt.want)
			}
		}
	}
}

// TestAsksForTarget: every way in which code, or the configuration of the build, asks for
// the target makes what each platform contacts known.
func TestAsksForTarget(t *testing.T) {
	const plain = "import Taro from '@tarojs/taro'\n"
	for name, files := range map[string]map[string]string{
		"a variable":        {"src/a.ts": plain + "if (process.env.TARO_ENV === 'tt') Taro.request({ url: 'https://tt.example.net' })"},
		"a table":           {"src/a.ts": plain + "if (Taro.getEnv() === Taro.ENV_TYPE.TT) Taro.request({ url: 'https://tt.example.net' })"},
		"a word":            {"src/a.ts": plain + "if (Taro.getEnv() === 'TT') Taro.request({ url: 'https://tt.example.net' })"},
		"a word by a name":  {"src/a.ts": "import { getEnv, request } from '@tarojs/taro'\nconst env = getEnv()\nif (env === 'TT') request({ url: 'https://tt.example.net' })"},
		"a constant":        {"src/a.ts": plain + "Taro.request({ url: API })", "config/index.js": "module.exports = { defineConstants: { API: process.env.TARO_ENV === 'tt' ? '\"https://tt.example.net\"' : '\"https://api.example.com\"' } }"},
		"a file":            {"src/a.ts": "import './b'", "src/b.ts": "", "src/b.tt.ts": plain + "Taro.request({ url: 'https://tt.example.net' })"},
		"a file of JSX":     {"src/a.ts": "import './b'", "src/b.tsx": "", "src/b.tt.tsx": plain + "Taro.request({ url: 'https://tt.example.net' })"},
		"a file by its end": {"src/a.ts": "import './b.vue'", "src/b.vue": "<script></script>", "src/b.tt.vue": "<script>" + plain + "Taro.request({ url: 'https://tt.example.net' })</script>"},
	} {
		fs := fstest.MapFS{
			"r/package.json":      {Data: []byte(`{"scripts":{"a":"taro build --type weapp","b":"taro build --type tt"},"dependencies":{"@tarojs/taro":"4.0.0"}}`)},
			"r/src/app.config.ts": {Data: []byte(`export default defineAppConfig({ pages: [] })`)},
			"r/src/app.ts":        {Data: []byte("import './a'\nexport default ({ children }) => children")},
		}
		for file, text := range files {
			fs["r/"+file] = &fstest.MapFile{Data: []byte(text)}
		}
		for _, each := range []bool{true, false} {
			r, err := lint.Run(t.Context(), lint.Options{FS: fs, Dirs: []string{"r"}, Cwd: "r", Now: day, EachTarget: each})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, h := range r.Projects[0].Hosts {
				if h.Host == "tt.example.net" {
					got = append(got, fmt.Sprint(h.Uses[0].On))
				}
			}
			if all := strings.Join(got, " "); all != "[douyin]" {
				t.Errorf("%s, each %v: %q", name, each, all)
			}
		}
	}
}
