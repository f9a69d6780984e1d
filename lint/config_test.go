package lint

import "testing"

func TestFolderGlob(t *testing.T) {
	for _, c := range []struct{ folder, glob, want string }{
		{"work/repo", "pages/**/*.js", "work/repo/pages/**/*.js"},
		{"work/repo", "./dist/", "work/repo/dist"},
		{"work/repo/.github", "../dist", "work/repo/dist"},
		{"work/[a] {b}", "*.js", `work/\[a\] \{b\}/*.js`},
		{".", "*.js", "*.js"},
	} {
		if got := folderGlob(c.folder, c.glob); got != c.want {
			t.Errorf("folderGlob(%q, %q) = %q, want %q", c.folder, c.glob, got, c.want)
		}
	}
}

func TestIgnoreHost(t *testing.T) {
	for _, c := range []struct {
		pattern, host string
		want          bool
	}{
		{"api.example.com", "api.example.com", true},
		{"API.Example.com", "api.example.com", true},
		{"api.example.com", "v1.api.example.com", false},
		{"*.example.com", "a.b.example.com", true},
		{"*.example.com", "example.com", false},
		{"*.例子.公司", "api.xn--fsqu00a.xn--55qx5d", true},
		{"cdn-*.example.com", "cdn-1.example.com", true},
		{"*", "", false},
	} {
		g := &ignore{host: canonicalPattern(c.pattern)}
		if got := g.matchesHost(c.host); got != c.want {
			t.Errorf("%q matches %q: %v, want %v", c.pattern, c.host, got, c.want)
		}
	}
}

func TestMilder(t *testing.T) {
	for _, c := range []struct{ a, b, want Severity }{
		{Error, Warning, Warning}, {Notice, Warning, Notice}, {Off, Warning, Off}, {Error, Off, Off},
	} {
		if got := milder(c.a, c.b); got != c.want {
			t.Errorf("milder(%s, %s) = %s, want %s", c.a, c.b, got, c.want)
		}
	}
}
