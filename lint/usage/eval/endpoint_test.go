package eval

import (
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// TestMayHoldURL: what is joined is looked at where a URL may come of it, and only there.
func TestMayHoldURL(t *testing.T) {
	for source, want := range map[string]bool{
		"'https://' + a":                          true,
		"`//${a}`":                                true,
		"'' + a":                                  true,
		"' ' + a":                                 true,
		"b + '.example.com'":                      true,
		"(c ? 'x' : 'https://') + a":              true,
		"'-' + a":                                 false,
		"d + '//example.com'":                     false,
		"unknown + '//example.com'":               false,
		"'background: url(' + a":                  true,
		"'background: u' + 'rl(//example.com)'":   true,
		"'background: ' + 'ur' + 'l(//a.b)'":      true,
		"'background: ' + style":                  true,
		"'background: ' + d":                      false,
		"'https://'.concat(a)":                    true,
		"'background: ' + (c ? '' : d) + ' left'": false,
	} {
		p := link("-- app.js --\nconst b = 'https://a', d = 'left', style = 'url(//example.com)'; const result = " + source)
		m := p.Module("app/app.js")
		var x *ast.Expr
		ast.Walk(m.Tree, func(e *ast.Expr, _ []*ast.Expr) {
			if x == nil && (e.Kind == ast.Concat || e.Kind == ast.Template || e.Kind == ast.Call) {
				x = e
			}
		})
		if got := p.MayHoldURL(x, m, true); got != want {
			t.Errorf("%s: may hold a URL: %v, want %v", source, got, want)
		}
		if got := p.MayHoldURL(x, m, false); got != (want && !strings.HasPrefix(source, "'b")) {
			t.Errorf("%s: may hold a URL where there are no styles: %v", source, got)
		}
	}
}
