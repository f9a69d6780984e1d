package lint_test

import (
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestNoHostLostInCheckouts changes real projects as TestNoHostLost does with those of
// testdata, and minifies their scripts where -node_modules names terser.
func TestNoHostLostInCheckouts(t *testing.T) {
	if *checkouts == "" {
		t.Skip("without -checkouts there are no repositories")
	}
	folders, err := filepath.Glob(filepath.Join(*checkouts, "*__*"))
	if err != nil || len(folders) == 0 {
		t.Fatalf("no repositories in %s (%v)", *checkouts, err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			c := folderCase(t, folder)
			c.settings["list"] = "no"
			enforced := c.enforced(t)
			for _, change := range checkoutChanges(t) {
				changed, lost := change.loses(t, c, enforced)
				for _, host := range lost {
					t.Errorf("%s: %s is lost", change.name, host)
				}
				t.Logf("%s: %d files changed, %d hosts", change.name, changed, len(enforced))
			}
		})
	}
}

// checkoutChanges are those of testdata, the 500 calls before one file only: before
// each they would be the run.
func checkoutChanges(t *testing.T) (all []keptChange) {
	for _, c := range changes {
		if c.every == 1 {
			all = append(all, c)
		}
	}
	all = append(all, keptChange{name: "500 calls before one", apply: func(files fstest.MapFS) int { return oneScript(files, callBefore) }})
	if *modules != "" {
		all = append(all, keptChange{name: "minified", apply: func(files fstest.MapFS) int { return minify(t, files) }})
	}
	return all
}

// oneScript changes the first script that a change alters.
func oneScript(files fstest.MapFS, change func(script) string) int {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		one := fstest.MapFS{name: files[name]}
		if eachScript(one, change) > 0 {
			files[name] = one[name]
			return 1
		}
	}
	return 0
}

// minify lets terser rewrite every script of a project.
func minify(t *testing.T, files fstest.MapFS) (changed int) {
	scripts := map[string]string{}
	for name, file := range files {
		if path.Ext(name) == ".js" && !strings.Contains(name, "node_modules") {
			scripts[name] = string(file.Data)
		}
	}
	made := built(t, map[string]map[string]string{"project": scripts}, "terser")
	for name, text := range made["project"] {
		if text != scripts[name] {
			files[name] = &fstest.MapFile{Data: []byte(text)}
			changed++
		}
	}
	return changed
}
