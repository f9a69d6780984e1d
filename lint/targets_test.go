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
