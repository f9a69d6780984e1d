package eval

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/usage/model"
)

// allModes is the file of variables for every mode: the file of a mode comes before it
// (https://cli.vuejs.org/guide/mode-and-env.html, https://vite.dev/guide/env-and-mode).
const allModes = ".env"

// dropReplaced drops what the file for every mode gives a variable where the files of all modes
// give it another value.
func (e *environment) dropReplaced() {
	modes := map[string]map[string]bool{} // by folder
	for _, all := range e.found {
		for _, v := range all {
			if mode, ok := strings.CutPrefix(path.Base(v.m.Name), allModes+"."); ok && !strings.HasSuffix(mode, localEnd) {
				folder := path.Dir(v.m.Name)
				if modes[folder] == nil {
					modes[folder] = map[string]bool{}
				}
				modes[folder][mode] = true
			}
		}
	}
	for folder, known := range modes {
		if e.hasAllModes(folder, known) {
			e.dropIn(folder, known)
		}
	}
}

// localEnd ends the names of files that only one machine has.
const localEnd = "local"

// namedMode is a mode that a script of package.json builds.
var namedMode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:--mode[ =]|-m |--env[ =]|NODE_ENV=)([\w-]+)`)
})

// hasAllModes reports whether a folder has a file for each mode that can be built: those of the tools
// and what its scripts name.
func (e *environment) hasAllModes(folder string, known map[string]bool) bool {
	for mode := range model.Modes {
		if mode != "test" && !known[mode] {
			return false
		}
	}
	pkg := e.d.e.sources.Names().File(path.Join(folder, "package.json"))
	if pkg == nil {
		return true
	}
	for _, named := range namedMode().FindAllSubmatch(pkg.Bytes, -1) {
		if !known[string(named[1])] {
			return false
		}
	}
	return true
}

// dropIn drops the variables of the file for every mode that all other files of a folder have.
func (e *environment) dropIn(folder string, modes map[string]bool) {
	for name, all := range e.found {
		has := map[string]bool{}
		for _, v := range all {
			if path.Dir(v.m.Name) == folder {
				has[strings.TrimPrefix(path.Base(v.m.Name), allModes+".")] = true
			}
		}
		replaced := true
		for mode := range modes {
			replaced = replaced && has[mode]
		}
		if replaced {
			e.found[name] = slices.DeleteFunc(all, func(v variable) bool { return v.m.Name == path.Join(folder, allModes) })
		}
	}
}
