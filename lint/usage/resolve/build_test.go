package resolve

import (
	"context"
	"fmt"
	"testing"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// built opens sources whose build a script configures, beside files on disk.
func built(script string, files ...string) *Sources {
	project := usagetest.Project([]byte("-- a.js --\n"))
	project.Build = []*miniprogram.File{{File: source.NewFile("app/config/index.js", []byte(script)), Kind: miniprogram.Script}}
	disk(project, files...)
	return Open(context.Background(), project, nil)
}

func TestBuildAliases(t *testing.T) {
	const api = "packages/api/src/index.ts"
	for _, test := range []struct{ script, spec, want string }{
		{"module.exports = { alias: { '@s/api': path.resolve(__dirname, '../../packages/api/src') } }", "@s/api", api},
		{"module.exports = { alias: { '@s': path.resolve(__dirname, '..', '../packages') } }", "@s/api/src", api},
		{"module.exports = { alias: { '@s$': '../../packages/api/src' } }", "@s", api},
		{"module.exports = { alias: { '@s$': '../../packages/api/src' } }", "@s/index", ""},
		{"const root = path.join(process.cwd(), '../packages'); x({ resolve: { alias: [{ find: '#', replacement: path.join(root, 'api') }] } })", "#/src", api},
		{"x({ alias: { '#': fileURLToPath(new URL('../../packages/api/src', import.meta.url)) } })", "#", api},
		{"x({ alias: { '#': `${__dirname}/../../packages/api/src` } })", "#", api},
		{"const r = d => path.join(__dirname, d); chain => chain.resolve.alias.set('#', r('../../packages/api')).set('x', y)", "#/src/index", api},
		{"function r(dir) { return path.join(__dirname, '..', dir) } x({ alias: { '#': r('../packages/api') } })", "#/src", api},
		{"function r(dir) { return path.join(__dirname, '..', dir || '') } x({ alias: { '#': r('../packages/api') } })", "#/src", api},
		{"function r(dir) { return path.join(__dirname, '..', dir) } x({ alias: { '#': r('packages/api') } })", "#/src", ""},
		{"const r = (a, b) => path.join(__dirname, a, b); x({ alias: { '#': r('../..', 'packages') } })", "#/api/src", api},
		{"const r = dir => path.join(root, dir); const root = path.resolve(__dirname, '../../packages'); x({ alias: { '#': r('api') } })", "#/src", api},
		{"const r = dir => r(dir); x({ alias: { '#': r('../../packages') } })", "#/api/src", ""},
		{"x({ alias: { '#': unknown } })", "#", ""},
		{"x({ alias: [{ find: /^#/, replacement: '../../packages/api/src' }] })", "#", ""},
		{"x({ alias: { '#': a } }); const a = b; const b = a", "#", ""},
	} {
		got, _ := built(test.script, api).Names().Resolve("app/a.js", test.spec)
		if got != test.want {
			t.Errorf("%s: %s is %q, want %q", test.script, test.spec, got, test.want)
		}
	}
}

func TestShows(t *testing.T) {
	for script, want := range map[string]string{
		"":                                  "VITE_A UNI_A S_A A",
		"x({ envPrefix: 'S_' })":            "S_A",
		"x({ envPrefix: ['S_', 'VITE_'] })": "VITE_A S_A",
		"x({ envPrefix: y })":               "VITE_A UNI_A S_A A",
	} {
		s, got := built(script), ""
		for _, name := range []string{"VITE_A", "UNI_A", "S_A", "A", "BASE_URL"} {
			if s.Shows(name) {
				got += " " + name
			}
		}
		if got != " "+want {
			t.Errorf("%s: shows%s, want %s", script, got, want)
		}
	}
}

func TestEnvDir(t *testing.T) {
	for script, want := range map[string]int{
		"x({ envDir: '../env' })":                         2,
		"const envDir = '../env'; x({ envDir })":          2,
		"x({ envDir: path.resolve(__dirname, '../no') })": 0,
		"x({ envDir: y })":                                0,
	} {
		if got := len(built(script, "app/env/.env", "app/env/.env.production", "app/env/a.js").Names().Imported); got != want {
			t.Errorf("%s: %d files, want %d", script, got, want)
		}
	}
}

// TestBuildPathsAreBounded: a path is followed through so many names.
func TestBuildPathsAreBounded(t *testing.T) {
	const api = "packages/api/src/index.ts"
	for names, want := range map[int]string{maxPathDepth: api, maxPathDepth + 1: ""} {
		script := "const a1 = '../../packages/api/src'; "
		for i := 1; i < names; i++ {
			script += fmt.Sprintf("const a%d = a%d; ", i+1, i)
		}
		script += fmt.Sprintf("x({ alias: { '#': a%d } })", names)
		if got, _ := built(script, api).Names().Resolve("app/a.js", "#"); got != want {
			t.Errorf("%d names: %q, want %q", names, got, want)
		}
	}
}
