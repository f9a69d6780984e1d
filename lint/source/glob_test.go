package source

import "testing"

func TestGlobBelow(t *testing.T) {
	for _, c := range []struct{ folder, glob, want string }{
		{"work/repo", "pages/**/*.js", "work/repo/pages/**/*.js"},
		{"work/repo", "./dist/", "work/repo/dist"},
		{"work/repo/.github", "../dist", "work/repo/dist"},
		{"work/[a] {b}", "*.js", `work/\[a\] \{b\}/*.js`},
		{".", "*.js", "*.js"},
	} {
		if got := GlobBelow(c.folder, c.glob); got != c.want {
			t.Errorf("GlobBelow(%q, %q) = %q, want %q", c.folder, c.glob, got, c.want)
		}
	}
}
