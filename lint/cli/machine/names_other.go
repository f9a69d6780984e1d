//go:build !windows

package machine

import "strings"

// Name returns the name in FileSystem of an absolute path of the machine.
func Name(path string) string { return cleaned(path) }

// Path returns the path of the machine that a name in FileSystem stands for.
func Path(name string) string {
	if name == "." {
		return "/"
	}
	return "/" + name
}

// Resolve returns the name of a path as a user writes it in the folder of the name cwd.
func Resolve(cwd, given string) string {
	if strings.HasPrefix(given, "/") {
		return cleaned(given)
	}
	return cleaned(cwd + "/" + given)
}

// toPath is Path for a name that may stand for no path.
func toPath(name string) (path string, ok bool) { return Path(name), true }

// linkTarget is what a link points to as FileSystem says it.
func linkTarget(target string) string { return target }
