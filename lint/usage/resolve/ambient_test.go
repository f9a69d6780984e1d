package resolve

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// TestAmbient lists what the names lead to that a build imports everywhere.
func TestAmbient(t *testing.T) {
	const plugin = "import A from 'unplugin-auto-import/vite'; "
	files := []string{
		"api/a.js: export const get = 1, set = 2", "api/index.js: export * from './in/b'; export { c as d } from './in/c'", "api/in/b.js: export function list() {}; export * from './b'",
		"api/in/c.js: export const c = 1", "api/use-it.js: export default 1", "api/all/index.js: export default 1",
	}
	for _, test := range []struct{ build, script, want string }{
		{plugin + "A({ dirs: ['api'] })", "get()", "api/a.js"},
		{plugin + "A({ dirs: ['./api/'] })", "get()", "api/a.js"},
		{plugin + "A({ dirs: [path.resolve(__dirname, 'api')] })", "get()", "api/a.js"},
		{plugin + "A({ dirs: [{ glob: 'api', types: true }] })", "get()", "api/a.js"},
		{plugin + "A({ dirs: ['api/*.js'] })", "get()", "api/a.js"},
		{"const A = require('unplugin-auto-import/webpack'); A({ dirs: ['api'] })", "get()", "api/a.js"},
		{"const A = require('unplugin-auto-import/webpack').default; A({ dirs: ['api'] })", "get()", "api/a.js"},
		{"import A from 'other'; A({ dirs: ['api'] })", "get()", ""},
		{plugin + "A({ dirs: ['!api'] })", "get()", ""},
		{plugin + "A({ dirs: ['other'] })", "get()", ""},
		{plugin + "A({ dirs: ['api'] })", "function f(get) { get() } x.get()", ""},
		{plugin + "A({ dirs: ['api'] })", "import { get } from 'x'; get()", ""},
		{plugin + "A({ dirs: ['api'] })", "list(useIt)", "api/in/b.js api/in/c.js api/index.js api/use-it.js"},
		{plugin + "A({ dirs: ['api'] })", "d()", "api/in/b.js api/in/c.js api/index.js"},
		{plugin + "A({ dirs: ['api'] })", "all()", ""},
		{plugin + "A({ dirs: ['api/**'] })", "all()", "api/all/index.js"},
		{plugin + "A({ imports: ['vue', { '@/api/a': ['get'] }] })", "get()", "api/a.js"},
		{plugin + "A({ imports: [{ './api/a': [['set', 'put']] }] })", "put()", "api/a.js"},
		{plugin + "A({ imports: [{ from: './api/a', imports: ['get'] }] })", "get()", "api/a.js"},
		{plugin + "A({ imports: { './api/a': ['get'] } })", "get()", "api/a.js"},
		{plugin + "A({ imports: [{ './api/gone': ['get'] }] })", "get()", ""},
	} {
		project := usagetest.Project(archive(append(files, `app.json: {"pages": ["p/a"]}`, "p/a.js: "+test.script)))
		project.Build = []*miniprogram.File{{File: source.NewFile("app/vite.config.js", []byte(test.build)), Kind: miniprogram.Script}}
		var got []string
		for _, name := range slices.Sorted(maps.Keys(Reach(Open(context.Background(), project, nil)).Files)) {
			if name = strings.TrimPrefix(name, "app/"); strings.HasPrefix(name, "api/") {
				got = append(got, name)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s with %s leads to %v, want %s", test.script, test.build, got, test.want)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, test := range [][3]string{
		{"a/b", "a/b/c.js", "./c.js"}, {"a/b", "a/c.js", "../c.js"}, {"a/b", "a/bc/d.js", "../bc/d.js"},
		{"a", "b/c.js", "../b/c.js"}, {".", "b/c.js", "./b/c.js"}, {"a/b", "c.js", "../../c.js"}, {"/a/b", "/a/c.js", "../c.js"},
	} {
		if got := relative(test[0], test[1]); got != test[2] {
			t.Errorf("%s from %s is %s, want %s", test[1], test[0], got, test[2])
		}
	}
}

// TestPackaged: packages lie in folders of their name, at the root too.
func TestPackaged(t *testing.T) {
	for name, want := range map[string]bool{"miniprogram_npm/a/index.js": true, "b/miniprogram_npm/a.js": true, "b/a.js": false, "my_miniprogram_npm/a.js": false} {
		if isPackaged(name) != want {
			t.Errorf("%s: want %t", name, want)
		}
	}
}
