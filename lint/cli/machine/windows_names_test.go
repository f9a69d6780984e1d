package machine

import "testing"

// TestWindowsNames: there and back.
func TestWindowsNames(t *testing.T) {
	for _, c := range []struct{ path, name, back string }{
		{`C:\work\shop`, "C:/work/shop", `C:\work\shop`},
		{`c:\work`, "C:/work", `C:\work`},
		{`C:/work/./a/../shop/`, "C:/work/shop", `C:\work\shop`},
		{`C:\`, "C:", `C:\`},
		{`C:\..\..\a`, "C:/a", `C:\a`},
		{`\\server\share\工作`, `\\server/share/工作`, `\\server\share\工作`},
		{`\\?\C:\very\long`, "C:/very/long", `C:\very\long`},
		{`\\?\UNC\server\share\a`, `\\server/share/a`, `\\server\share\a`},
	} {
		name := windowsName(c.path)
		back, ok := windowsPath(name)
		if name != c.name || back != c.back || !ok {
			t.Errorf("%s: name %s, want %s; path %s (%t), want %s", c.path, name, c.name, back, ok, c.back)
		}
	}
}

// TestWindowsPathRefuses: what a repository names must not lead out of it, nor to a server,
// by what other systems take for a part of a name.
func TestWindowsPathRefuses(t *testing.T) {
	for _, name := range []string{
		"", ".", ".git", ".github/filed-domains.txt", "server/share", `\\server`, `\\/share`, `\\a:b/c`,
		`C:/repo/..\..\secret.js`, `C:/repo/a.js:stream`, "C:/repo/D:/secret.js", `C:/repo/\\server\share`,
	} {
		if path, ok := windowsPath(name); ok {
			t.Errorf("%s: is %s", name, path)
		}
	}
}

// TestWindowsResolve: drive letters, backslashes, and what starts at the top of a drive.
func TestWindowsResolve(t *testing.T) {
	for _, c := range []struct{ cwd, given, want string }{
		{"C:/work", "shop", "C:/work/shop"},
		{"C:/work", `.\shop\..\lists\filed.csv`, "C:/work/lists/filed.csv"},
		{"C:/work", "..", "C:"},
		{"C:/work", `..\..\..\a`, "C:/a"},
		{"C:/work", ".", "C:/work"},
		{"C:/work", `d:\lists\filed.xlsx`, "D:/lists/filed.xlsx"},
		{"C:/work", "D:/lists", "D:/lists"},
		{"C:/work", "D:lists", "D:/lists"},
		{"C:/work", "c:lists", "C:/work/lists"},
		{"C:/work", "c:", "C:/work"},
		{"C:/work", "D:", "D:"},
		{"C:/work", `\lists`, "C:/lists"},
		{"C:/work", "/lists", "C:/lists"},
		{"C:/work", `\\server\share\a`, `\\server/share/a`},
		{"C:/work", "//server/share/a", `\\server/share/a`},
		{`\\server/share/work`, `..\a`, `\\server/share/a`},
		{`\\server/share/work`, `E:\a`, "E:/a"},
	} {
		if got := windowsResolve(c.cwd, c.given); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.given, c.cwd, got, c.want)
		}
	}
}
