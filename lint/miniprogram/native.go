package miniprogram

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
)

// nativeExtensions tell platforms apart: by markup, then styles, then scripts that
// only one has (facts 4.3, 8). What comes later is weaker: tools take WeChat's
// scripts for other platforms as well.
var nativeExtensions = []func(platform.Files) string{
	func(f platform.Files) string { return f.Markup },
	func(f platform.Files) string { return f.Style },
	func(f platform.Files) string { return f.Script },
}

// styleOf returns the extension of the style of the app that only some platforms have;
// "" if there is none, or several.
func styleOf(source *folder) (found string) {
	for _, extension := range extensionsOf(nativeExtensions[1]) {
		if !source.has("app" + extension) {
			continue
		}
		if found != "" {
			return ""
		}
		found = extension
	}
	return found
}

// leader returns the extension that most files have that are some platform's own; ""
// without any and on a draw that pages do not decide. One of platforms that projects are
// not assumed to be for counts where a page is built from it.
func leader(files map[string]int, of func(platform.Files) string, builds func(extension string) bool) (found string) {
	most := 0
	for _, extension := range extensionsOf(of) {
		n := files[extension]
		if n == 0 || n < most || !isAssumed(having(of, extension)) && !builds(extension) {
			continue
		}
		switch {
		case n > most:
			found, most = extension, n
		case found != "" && builds(extension) == builds(found):
			found = ""
		case builds(extension):
			found = extension
		}
	}
	return found
}

// extensionsOf returns the extensions of one kind of file that platforms have.
func extensionsOf(of func(platform.Files) string) (extensions []string) {
	for _, p := range platform.Known() {
		if e := of(p.Files); e != "" && !slices.Contains(extensions, e) {
			extensions = append(extensions, e)
		}
	}
	return extensions
}

// having returns the platforms that have an extension for one kind of file.
func having(of func(platform.Files) string, extension string) []*platform.Platform {
	return slices.DeleteFunc(platform.Known(), func(p *platform.Platform) bool { return of(p.Files) != extension })
}

func isAssumed(platforms []*platform.Platform) bool {
	return slices.ContainsFunc(platforms, func(p *platform.Platform) bool { return p.Assumed })
}
