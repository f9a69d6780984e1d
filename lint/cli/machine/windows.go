package machine

import "strings"

// What follows is about paths of Windows, as text alone, so that every system can test it. In
// names of FileSystem a drive is the first part, "C:/a/b", and so is a server with the two
// backslashes before it, `\\server/share/a`.

// windowsName returns the name of an absolute path. Drives are in upper case, as Windows does
// not tell c: from C:, and a long path has lost its `\\?\`.
func windowsName(path string) string {
	path = strings.ReplaceAll(path, "/", `\`)
	if rest, ok := strings.CutPrefix(path, `\\?\UNC\`); ok {
		path = `\\` + rest
	} else if rest, ok := strings.CutPrefix(path, `\\?\`); ok {
		path = rest
	}
	server, share := strings.CutPrefix(path, `\\`)
	root, rest, _ := strings.Cut(server, `\`)
	if share {
		root = `\\` + root
	} else {
		root = strings.ToUpper(root)
	}
	if rest = cleaned(strings.ReplaceAll(rest, `\`, "/")); rest == "." {
		return root
	}
	return root + "/" + rest
}

// windowsPath returns the path that a name stands for; ok is false for a name that has no
// drive, or a part that is more to Windows than a name: a backslash or `:` would lead elsewhere.
func windowsPath(name string) (path string, ok bool) {
	root, rest, below := strings.Cut(name, "/")
	switch {
	case strings.ContainsAny(rest, `\:`):
		return "", false
	case isDrive(root):
		return root + `\` + strings.ReplaceAll(rest, "/", `\`), true
	case strings.HasPrefix(root, `\\`) && len(root) > 2 && !strings.ContainsAny(root[2:], `\:`) && below:
		return root + `\` + strings.ReplaceAll(rest, "/", `\`), true
	}
	return "", false
}

// windowsResolve returns the name of a path as a user writes it in the folder of the name
// cwd. One that begins with a separator starts at the drive of that folder, and one with
// nothing but a drive, "D:a", at the top of that drive.
func windowsResolve(cwd, given string) string {
	given = strings.ReplaceAll(given, "/", `\`)
	top, _, _ := strings.Cut(cwd, "/")
	switch {
	case strings.HasPrefix(given, `\\`), len(given) > 2 && isDrive(given[:2]) && given[2] == '\\':
		return windowsName(given)
	case strings.HasPrefix(given, `\`) && isDrive(top):
		return windowsName(top + given)
	case len(given) >= 2 && isDrive(given[:2]) && strings.EqualFold(given[:2], top):
		given = given[2:]
	case len(given) >= 2 && isDrive(given[:2]):
		return windowsName(given[:2] + `\` + given[2:])
	}
	return windowsName(strings.ReplaceAll(cwd, "/", `\`) + `\` + given)
}

// isDrive reports whether a part of a name is a drive, "C:".
func isDrive(part string) bool {
	return len(part) == 2 && part[1] == ':' && 'a' <= part[0]|0x20 && part[0]|0x20 <= 'z'
}
