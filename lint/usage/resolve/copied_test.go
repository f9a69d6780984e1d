package resolve

import (
	"strings"
	"testing"
)

// TestCopied: where a build says that something is copied to is below the folders of its output,
// whichever of the names are those.
func TestCopied(t *testing.T) {
	for _, test := range []struct{ script, name, want string }{
		{"x({ copy: { patterns: [{ from: 'native/', to: 'dist/vendor/' }] } })", "vendor/p", "native/p"},
		{"x({ copy: { patterns: [{ from: 'native/**/*', to: `dist/${env}/vendor` }] } })", "vendor/a/p", "native/a/p"},
		{"x(new Copy({ patterns: [{ from: path.resolve(__dirname, '../native'), to: path.resolve(__dirname, '../dist/vendor') }] }))", "vendor/p", "native/p"},
		{"x({ patterns: [{ from: 'native', to: 'vendor' }] })", "vendor/p", "native/p"},
		{"x({ patterns: [{ from: 'native', to: 'dist' }] })", "a/p", "native/a/p"},
		{"x({ patterns: [{ from: native, to: 'dist/vendor' }, { from: 'other' }] })", "vendor/p", ""},
	} {
		got := ""
		for _, c := range built(test.script).build.copied {
			if rest, ok := c.holds(test.name); ok {
				got = strings.TrimPrefix(c.from+"/"+rest, "app/")
			}
		}
		if got != test.want {
			t.Errorf("%s: %s is %q, want %q", test.script, test.name, got, test.want)
		}
	}
}

// TestCopiedIsBounded: so many folders that are copied are known.
func TestCopiedIsBounded(t *testing.T) {
	script := "x({ patterns: [" + strings.Repeat("{ from: 'a', to: 'b' }, ", 2*maxCopied) + "] })"
	if got := len(built(script).build.copied); got != maxCopied {
		t.Errorf("%d, want %d", got, maxCopied)
	}
}
