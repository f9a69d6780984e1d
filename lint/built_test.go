package lint_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var modules = flag.String("node_modules", "", "the folder with terser, webpack, esbuild, rollup, babel, swc and typescript, for TestBuilt")

// TestBuilt minifies and bundles mini programs with the tools that teams use: a build
// contacts what its sources did.
func TestBuilt(t *testing.T) {
	if *modules == "" {
		t.Skip("without -node_modules nothing is built")
	}
	cases := keptCases(t)
	sources := map[string]map[string]string{}
	for name, c := range cases {
		if files, ok := c.native(); ok && (name == "shop" || strings.HasPrefix(name, "use-")) {
			sources[name] = files
		}
	}
	for _, build := range builds {
		t.Run(build, func(t *testing.T) {
			t.Parallel()
			made := built(t, sources, build)
			if len(made) < 60 {
				t.Errorf("only %d of %d were built", len(made), len(sources))
			}
			for name, files := range made {
				after := testCase{files: fstest.MapFS{root + "/.git/HEAD": {}}, settings: cases[name].settings}
				for file, text := range files {
					after.files[path.Join(root, file)] = &fstest.MapFile{Data: []byte(text)}
				}
				found := after.enforced(t)
				for _, host := range cases[name].enforced(t) {
					if !slices.Contains(found, host) && stands(host, after.files) && !byName[name+" "+host] {
						t.Errorf("%s: %s: %s is lost", build, name, host)
					}
				}
			}
		})
	}
}

// stands reports whether a build still holds a host: constants that nothing reads are
// removed.
func stands(host string, files fstest.MapFS) bool {
	for name, file := range files {
		if path.Ext(name) != ".golden" && bytes.Contains(file.Data, []byte(host)) {
			return true
		}
	}
	return false
}

// native returns the files of a mini program that is written in JavaScript alone.
func (c testCase) native() (files map[string]string, ok bool) {
	files = map[string]string{}
	for name, file := range c.files {
		name = strings.TrimPrefix(name, root+"/")
		switch path.Ext(name) {
		case ".ts", ".vue", ".mpx", ".wpy", ".jsx", ".tsx":
			return nil, false
		}
		files[name] = string(file.Data)
	}
	return files, files["app.json"] != "" && files["project.config.json"] != ""
}

// builds are those of .ci/bundle.js; the ones that take longest begin first.
var builds = []string{
	"webpack 4 with chunks", "webpack with chunks", "webpack", "webpack 4 in development", "babel", "webpack in development", "rollup", "terser", "typescript", "esbuild", "esbuild, minified", "swc",
	"babel, loose", "typescript, with tslib", "swc, minified", "babel, minified", "typescript, minified", "esbuild, of today, minified",
}

// built returns the files that a build makes, by case.
func built(t *testing.T, sources map[string]map[string]string, build string) (made map[string]map[string]string) {
	node(t, []string{"../.ci/bundle.js", *modules, build}, sources, &made)
	return made
}

// node runs a script with its arguments, which answers JSON in JSON.
func node(t *testing.T, script []string, asked, answer any) {
	t.Helper()
	in, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", script...)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	cmd.Env = append(os.Environ(), "TMPDIR="+t.TempDir()) // what a build that failed leaves there
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, answer); err != nil {
		t.Fatal(err)
	}
}
