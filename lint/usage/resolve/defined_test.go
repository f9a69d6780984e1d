package resolve

import (
	"context"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// TestDefined: typeof A is "undefined" in no build where want says so.
func TestDefined(t *testing.T) {
	const group = `{ defineConstants: { A: '"a"' } }`
	for _, tt := range []struct {
		scripts string // by the names before ": ", of Taro unless it begins with "vue "
		want    bool
	}{
		{"config/index.js: module.exports = " + group, true},
		{"config/index.ts: const c = " + group + "; export default c", true},
		{"config/index.ts: const c = " + group + "; export { c as default }", true},
		{"config/index.js: module.exports = merge => merge({}, c, require('./dev')); const c = " + group, true},
		{"config/index.js: export default defineConfig(async merge => { const c = " + group + "; if (a) return merge({}, c, d); return merge(c, p) })", true},
		{"config/index.js: const t = { A: '\"a\"' }; module.exports = { ...b, defineConstants: t }", true},
		{"config/index.js: const b = " + group + "; module.exports = { ...b }", true},
		{"config/index.js: module.exports = { defineConstants: { A: JSON.stringify(process.env.A || 'a') } }", true},
		{"config/index.js: module.exports = { defineConstants: { A: JSON.stringify(x ? 'a' : `${b}`) } }", true},
		{"config/index.js: module.exports = { defineConstants: { A: x ? '\"a\"' : '\"b\"' } }", true},
		{"config/index.js: module.exports = { defineConstants: { A: 1 } }", true},
		// a value that may be undefined
		{"config/index.js: module.exports = { defineConstants: { A: JSON.stringify(process.env.A) } }", false},
		{"config/index.js: module.exports = { defineConstants: { A: JSON.stringify(process.env.A && 'a') } }", false},
		{"config/index.js: module.exports = { defineConstants: { A: JSON.stringify(x ? 'a' : process.env.A) } }", false},
		{"config/index.js: module.exports = { defineConstants: { A: process.env.A } }", false},
		{"config/index.js: module.exports = { defineConstants: { A: 'process.env.A' } }", false},
		{"config/index.js: module.exports = { defineConstants: { A: 'undefined' } }", false},
		{"config/index.js: module.exports = { defineConstants: { ...a } }", false},
		{"config/index.js: module.exports = { defineConstants: { [A]: '\"a\"' } }", false},
		// another mode, target, script or framework
		{"config/index.js: module.exports = merge => { const c = " + group + "; if (a) return merge({}, c, d); return merge({}, p) }", false},
		{"config/index.js: module.exports = x ? " + group + " : b", false},
		{"config/index.js: module.exports = merge(" + group + ", x ? a : b)", true},
		{"config/index.js: module.exports = merge(b, x ? " + group + " : a)", false},
		{"config/index.js: module.exports = pick(" + group + ", b)", false},
		{"config/index.js: module.exports = { h5: " + group + " }", false},
		{"config/index.js: const c = " + group + "; module.exports = {}", false},
		{"config/index.js: module.exports = " + group + "; module.exports = {}", false},
		{"config/index.js: let c = " + group + "; c = {}; module.exports = c", false},
		{"config/index.js: const c = " + group + "; delete c.defineConstants; module.exports = c", false},
		{"config/index.js: const c = " + group + "; c.defineConstants = x; module.exports = c", false},
		{"config/index.js: const c = " + group + "; c.defineConstants.A = x; module.exports = c", false},
		{"config/index.js: const c = " + group + "; c[b] = x; module.exports = c", false},
		{"config/index.js: const c = " + group + "; Reflect.deleteProperty(c, b); module.exports = c", false},
		{"config/index.js: const merge = (a, b) => b; module.exports = merge(" + group + ", {})", false},
		// tables that are replaced as a whole
		{"config/index.js: const b = " + group + "; module.exports = { ...b, defineConstants: { B: '\"b\"' } }", false},
		{"config/index.js: const b = " + group + "; module.exports = { ...b, ...require('./dev') }", false},
		{"config/index.js: const b = " + group + "; module.exports = { ...b, ...{ h5: {} } }", true},
		{"config/index.js: const b = " + group + "; module.exports = { ...require('./dev'), ...b }", true},
		{"config/index.js: module.exports = Object.assign({}, " + group + ", require('./dev'))", false},
		{"config/index.js: module.exports = Object.assign({}, " + group + ", { defineConstants: { B: '\"b\"' } })", false},
		{"config/index.js: module.exports = Object.assign({}, " + group + ", { h5: {} })", true},
		{"config/index.js: module.exports = Object.assign(require('./dev'), " + group + ")", true},
		{"config/dev.js: module.exports = " + group, false},
		{"vite.config.js: module.exports = " + group, false},
		{"config/index.js: module.exports = " + group + "\nconfig/index.ts: export default {}", false},
		{"config/index.js: module.exports = " + group + "\nconfig/dev.js: module.exports = { defineConstants: { A: process.env.A } }", false},
		{"config/index.js: module.exports = " + group + "\nconfig/dev.js: module.exports = { defineConstants: constants }", false},
		{"config/index.js: module.exports = " + group + "\nconfig/dev.js: module.exports = { defineConstants: { B: '\"b\"' } }", true},
		{"vue config/index.js: module.exports = " + group, false},
	} {
		project := usagetest.Project([]byte("-- a.js --\n"))
		scripts, isOther := strings.CutPrefix(tt.scripts, "vue ")
		if !isOther {
			project.Framework = miniprogram.Taro
		}
		for script := range strings.SplitSeq(scripts, "\n") {
			name, content, _ := strings.Cut(script, ": ")
			project.Build = append(project.Build, &miniprogram.File{File: source.NewFile("app/"+name, []byte(content)), Kind: miniprogram.Script})
		}
		s := Open(context.Background(), project, nil)
		if got := s.build.defined.has("A"); got != tt.want {
			t.Errorf("%s: A is defined: %v, want %v", tt.scripts, got, tt.want)
		}
	}
}
