package machine

import "path/filepath"

// Name returns the name in FileSystem of an absolute path of the machine.
func Name(path string) string { return windowsName(path) }

// Path returns the path of the machine that a name in FileSystem stands for, "" where it
// stands for none.
func Path(name string) string {
	path, _ := windowsPath(name)
	return path
}

// Resolve returns the name of a path as a user writes it in the folder of the name cwd.
func Resolve(cwd, given string) string { return windowsResolve(cwd, given) }

// toPath is Path for a name that may stand for no path. Devices such as NUL have names
// everywhere on a drive.
func toPath(name string) (path string, ok bool) {
	path, ok = windowsPath(name)
	return path, ok && (len(path) <= len(`C:\`) || filepath.IsLocal(path[len(`C:\`):]))
}

// linkTarget is what a link points to as FileSystem says it.
func linkTarget(target string) string {
	if filepath.IsAbs(target) {
		return "/" + windowsName(target)
	}
	return filepath.ToSlash(target)
}
